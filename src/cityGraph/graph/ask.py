"""The verbs `questions` and `ask`: list the questions of the catalogue and answer them.

The catalogue has one query in each file: those of ``ontology/questions``, which any city can answer, and those of
``data/questions``, which are about the city that comes with the package. The first two lines are the question in 繁體
and in English, where ``{city}`` stands for the name of the city. In the query ``$theCity`` stands for the city. A line
``VALUES ?name { … }`` with one value is a parameter, and the value is its example.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..errors import CityGraphError, NoSuchQuestion
from ..escape import sparql_iri
from ..model.query import Question
from ..names.resolve import resolve
from ..names.spelling import fold
from ..sparql.query import run
from ..store.city import LANGUAGES
from ..store.files import read
from ..store.query_files import bind
from ..store.shipped import data_file, shipped
from .the_city import the_city

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..model.query import Answer
    from ..store.city import CityGraph

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ (\S+) \}")
_CITY = "$theCity"
_ANY_CITY = {"zh-Hant": "這座城市", "zh-Hans": "这座城市", "en": "the city"}


def questions(
    language: str = "zh-Hant", about: str | None = None, *, city: CityGraph | None = None
) -> tuple[Question, ...]:
    """List the questions of the catalogue.

    Args:
        language: The language of their texts: ``zh-Hant``, ``zh-Hans`` or ``en``.
        about: Keep the question with this number, or those with these words in their text, in either language, or in
            their name. None keeps all.
        city: An open graph. Its city stands in the texts and queries, and the questions about the city that comes with
            the package are left out unless it is open. None lists all questions, without the name of a city.

    Returns:
        The questions in the order of their numbers; empty if none is kept.

    Examples:
        >>> questions("en")[0].text
        'What is the city positioned as?'
        >>> import cityGraph as cg
        >>> questions("en", city=cg.open(language="en"))[0].text
        'What is Taiyuan positioned as?'
    """
    folders = ("ontology", "data") if city is None or _is_packaged(city) else ("ontology",)
    files = [file for folder in folders for file in _files(os.path.join(shipped(folder), "questions"))]
    here = _of(city)
    kept = []
    for file in sorted(files, key=_number):
        text = read(file).decode()
        chinese, english = (line.removeprefix("# ") for line in text.splitlines()[:2])
        if language == "zh-Hans":
            from ..names.folding import SIMPLIFIED

            chinese = chinese.translate(SIMPLIFIED)
        asked = chinese if language.startswith("zh") else english
        label = here.label if here else _ANY_CITY.get(language, _ANY_CITY["en"])
        name = os.path.basename(file).removesuffix(".rq")
        if about is not None and not _is_about(about, file, f"{chinese} {english} {name}".replace("{city}", label)):
            continue
        text = _in_language(text, language)
        found = _PARAMETER.search(text)
        parameter, example = (found[1], found[2]) if found else (None, None)
        if _CITY in text:
            parameter = "city"
            text = text.replace(_CITY, sparql_iri(here.iri)) if here else text
        # At the start of a sentence.
        shown = asked.replace("{city}", label)
        kept.append(Question(_number(file), name, shown[:1].upper() + shown[1:], text, parameter, example))
    return tuple(kept)


def _files(folder: str) -> list[str]:
    return [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".rq")]


def _is_packaged(city: CityGraph) -> bool:
    """Return whether the city that comes with the package is among what is open."""
    packaged = os.path.realpath(data_file())
    return any(os.path.realpath(source) == packaged for source in city.sources)


def _of(city: CityGraph | None) -> Entity | None:
    """Return the city of a graph; None if it has none."""
    if city is None:
        return None
    try:
        return the_city(city)
    except CityGraphError:
        return None


def _in_language(query: str, language: str) -> str:
    """Let a query ask for the labels of a language of ours, else in English, and for the words of a source in it."""
    if language not in LANGUAGES:
        language = "en"
    words = "zh" if language.startswith("zh") else language
    return query.replace(', "zh-Hant")', f', "{language}")').replace(', "zh")', f', "{words}")')


def _number(file: str) -> int:
    return int(os.path.basename(file).split("-", 1)[0])


def _is_about(about: str, file: str, text: str) -> bool:
    return about == str(_number(file)) if about.isdigit() else fold(about) in fold(text)


def ask(city: CityGraph, which: int | str, value: str | None = None) -> Answer:
    """Answer a question of the catalogue.

    Args:
        city: An open graph.
        which: The number of the question, or its name.
        value: What takes the place of the example, or of the city that the graph is about: a number, or the name of a
            thing. None keeps them.

    Returns:
        The rows of the answer.

    Raises:
        NoSuchQuestion: There is no such question, or none for this graph, or it takes no value.
        CityGraphError: The question is about a city, and nothing in the graph is one.
        NameNotFound: Nothing has the name `value`.
        AmbiguousName: Several things have the name `value`.

    Examples:
        >>> import cityGraph as cg
        >>> len(cg.ask(cg.open(), 1)) > 0
        True
    """
    asked = questions(city.language, city=city)
    question = next((q for q in asked if which in (q.number, q.name, str(q.number))), None)
    if question is None:
        raise NoSuchQuestion(f"No question has the number or name {which!r}. List all with: citygraph ask")
    if question.parameter == "city" and (value is not None or _CITY in question.query):
        # A graph without a city says so, unless another is named.
        iri = the_city(city).iri if value is None else resolve(city, value).iri
        files = _files(os.path.join(shipped("ontology"), "questions"))
        text = read(next(file for file in files if _number(file) == question.number)).decode()
        return run(city, _in_language(text, city.language).replace(_CITY, sparql_iri(iri)))
    if value is None:
        return run(city, question.query)
    if question.parameter is None:
        raise NoSuchQuestion(f"Question {question.number} takes no value. Leave the value out.")
    term = value if re.fullmatch(r"\d+", value) else sparql_iri(resolve(city, value).iri)
    return run(city, bind(question.query, **{question.parameter: [term]}))
