"""The verbs `questions` and `ask`: the catalogue of questions and their answers.

The catalogue is the folder ``ontology/questions``: one query a file, its question in 繁體 and in English in the first
two lines. A ``VALUES ?name { … }`` line with one value is a parameter, and that value its example.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from ..errors import NoSuchQuestion
from ..model.graph import About, Question
from ..names.find import entities, resolve
from ..names.labels import local, vocabulary
from ..names.spelling import fold
from ..store.engine import bind, iri, named, prologue, query, rows
from ..store.files import read
from ..store.open import shipped
from .edge_arrays import edges
from .plain_triples import claiming

if TYPE_CHECKING:
    from ..model.graph import Answer
    from ..store.open import CityGraph

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ (\S+) \}")


def about(city: CityGraph) -> About:
    """How much there is of what: triples, things by kind, claims by relation, status, basis and source.

    Counts come largest first; a claim of two sources counts for each. In a graph without claims its ties count as
    such. Kinds and relations are labelled in the handle's language.

    >>> import cityGraph as cg
    >>> summary = cg.about(cg.open(language="en"))
    >>> summary.kinds["firm"], summary.claims > 200
    (28, True)
    """
    text = prologue()
    kinds = {row[0].value: int(row[1].value) for row in rows(city.engine, text + named("count-kinds")) if row[0].value}
    (total,) = (int(row[0].value) for row in rows(city.engine, text + named("count-triples")))
    relations: dict[str, int] = {}
    status: dict[str, int] = {}
    basis: dict[str, int] = {}
    sources: dict[str, int] = {}
    for *terms, n in rows(city.engine, text + named("count-claims")):
        for counts, term in zip((relations, status, basis, sources), terms, strict=True):
            if term.value:
                counts[term.value] = counts.get(term.value, 0) + int(n.value)
    ties = sum(basis.values())
    things = sum(kinds.values())
    if not claiming(city):
        found = edges(city)
        things = max(things, len(found.nodes))
        relations, ties = dict(Counter(found.predicates[relation] for relation in found.relations)), len(found)
    words = vocabulary(city, [*kinds, *relations])
    titles = entities(city, sources)
    return About(
        total,
        things,
        ties,
        _ranked({words.label(kind): n for kind, n in kinds.items()}),
        _ranked({words.label(relation): n for relation, n in relations.items()}),
        _ranked({titles[source].label if source in titles else local(source): n for source, n in sources.items()}),
        _ranked({local(each): n for each, n in status.items()}),
        _ranked({local(each): n for each, n in basis.items()}),
    )


def _ranked(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def questions(language: str = "zh-Hant", about: str | None = None) -> tuple[Question, ...]:
    """The catalogue, in the order of its numbers, its texts in `language`.

    With `about` only the question of that number, or those whose text in any language, or name, has those words.

    >>> questions("en")[0].number
    1
    """
    folder = os.path.join(shipped("ontology"), "questions")
    found = []
    for file in sorted((name for name in os.listdir(folder) if name.endswith(".rq")), key=_number):
        text = read(os.path.join(folder, file)).decode()
        chinese, english = (line.removeprefix("# ") for line in text.splitlines()[:2])
        if language == "zh-Hans":
            from ..names.folding import SIMPLIFIED

            chinese = chinese.translate(SIMPLIFIED)
        if about is not None and not _is_about(about, file, chinese + english):
            continue
        parameter = _PARAMETER.search(text)
        found.append(
            Question(
                _number(file),
                file.removesuffix(".rq"),
                english if language == "en" else chinese,
                text,
                parameter[1] if parameter else None,
                parameter[2] if parameter else None,
            )
        )
    return tuple(found)


def _number(file: str) -> int:
    return int(file.split("-", 1)[0])


def _is_about(about: str, file: str, text: str) -> bool:
    return about == str(_number(file)) if about.isdigit() else fold(about) in fold(text + file)


def ask(city: CityGraph, which: int | str, value: str | None = None) -> Answer:
    """The answer of a question of the catalogue, by its number or its file's name.

    `value` takes the place of the example in a question that has a parameter: a number as it is, anything else as the
    name of a thing. Raises `NoSuchQuestion`, and `NameNotFound` or `AmbiguousName` for the value.

    >>> import cityGraph as cg
    >>> len(cg.ask(cg.open(), 1)) > 0
    True
    """
    asked = next((q for q in questions(city.language) if which in (q.number, q.name, str(q.number))), None)
    if asked is None:
        raise NoSuchQuestion(f"there is no question {which!r}; `citygraph ask` lists them")
    if value is None:
        return query(city, asked.query)
    if asked.parameter is None:
        raise NoSuchQuestion(f"question {asked.number} takes no value")
    given = value if re.fullmatch(r"\d+", value) else iri(resolve(city, value).iri)
    return query(city, bind(asked.query, **{asked.parameter: [given]}))
