"""The verbs `questions` and `ask`: the catalogue of questions and their answers.

The catalogue is the folder ``ontology/questions``: one query a file, its question in 繁體 and in English in the first
two lines. A ``VALUES ?name { … }`` line with one value is a parameter, and that value its example.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..errors import NoSuchQuestion
from ..escape import sparql_iri
from ..model.query import Question
from ..names.resolve import resolve
from ..names.spelling import fold
from ..sparql.query import query
from ..store.files import read
from ..store.query_files import bind
from ..store.shipped import shipped

if TYPE_CHECKING:
    from ..model.query import Answer
    from ..store.city import CityGraph

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ (\S+) \}")


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
                chinese if language.startswith("zh") else english,
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
    given = value if re.fullmatch(r"\d+", value) else sparql_iri(resolve(city, value).iri)
    return query(city, bind(asked.query, **{asked.parameter: [given]}))
