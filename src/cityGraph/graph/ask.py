"""The verbs `questions` and `ask`: list the questions of the catalogue and answer them.

The catalogue is the folder ``ontology/questions``, with one query in each file. The first two lines are the question in
繁體 and in English. A line ``VALUES ?name { … }`` with one value is a parameter, and the value is its example.
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
from ..sparql.query import run
from ..store.city import LANGUAGES
from ..store.files import read
from ..store.query_files import bind
from ..store.shipped import shipped

if TYPE_CHECKING:
    from ..model.query import Answer
    from ..store.city import CityGraph

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ (\S+) \}")


def questions(language: str = "zh-Hant", about: str | None = None) -> tuple[Question, ...]:
    """List the questions of the catalogue.

    Args:
        language: The language of their texts: ``zh-Hant``, ``zh-Hans`` or ``en``.
        about: Keep the question with this number, or those with these words in their text, in either language, or in
            their name. None keeps all.

    Returns:
        The questions in the order of their numbers; empty if none is kept.

    Examples:
        >>> questions("en")[0].number
        1
    """
    folder = os.path.join(shipped("ontology"), "questions")
    kept = []
    for file in sorted((name for name in os.listdir(folder) if name.endswith(".rq")), key=_number):
        text = read(os.path.join(folder, file)).decode()
        chinese, english = (line.removeprefix("# ") for line in text.splitlines()[:2])
        if language == "zh-Hans":
            from ..names.folding import SIMPLIFIED

            chinese = chinese.translate(SIMPLIFIED)
        if about is not None and not _is_about(about, file, chinese + english):
            continue
        text = _in_language(text, language)
        parameter = _PARAMETER.search(text)
        kept.append(
            Question(
                _number(file),
                file.removesuffix(".rq"),
                chinese if language.startswith("zh") else english,
                text,
                parameter[1] if parameter else None,
                parameter[2] if parameter else None,
            )
        )
    return tuple(kept)


def _in_language(query: str, language: str) -> str:
    """Let a query ask for the labels of a language of ours, else in English, and for the words of a source in it."""
    if language not in LANGUAGES:
        language = "en"
    words = "zh" if language.startswith("zh") else language
    return query.replace(', "zh-Hant")', f', "{language}")').replace(', "zh")', f', "{words}")')


def _number(file: str) -> int:
    return int(file.split("-", 1)[0])


def _is_about(about: str, file: str, text: str) -> bool:
    return about == str(_number(file)) if about.isdigit() else fold(about) in fold(text + file)


def ask(city: CityGraph, which: int | str, value: str | None = None) -> Answer:
    """Answer a question of the catalogue.

    Args:
        city: An open graph.
        which: The number of the question, or its name.
        value: What takes the place of the example: a number, or the name of a thing. None keeps the example.

    Returns:
        The rows of the answer.

    Raises:
        NoSuchQuestion: There is no such question, or it takes no value.
        NameNotFound: Nothing has the name `value`.
        AmbiguousName: Several things have the name `value`.

    Examples:
        >>> import cityGraph as cg
        >>> len(cg.ask(cg.open(), 1)) > 0
        True
    """
    question = next((q for q in questions(city.language) if which in (q.number, q.name, str(q.number))), None)
    if question is None:
        raise NoSuchQuestion(f"No question has the number or name {which!r}. List all with: citygraph ask")
    if value is None:
        return run(city, question.query)
    if question.parameter is None:
        raise NoSuchQuestion(f"Question {question.number} takes no value. Leave the value out.")
    term = value if re.fullmatch(r"\d+", value) else sparql_iri(resolve(city, value).iri)
    return run(city, bind(question.query, **{question.parameter: [term]}))
