"""Define the commands `query` and `ask`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..errors import CityGraphError
from ..formats import GRAPHS, by_first_suffix, by_suffix
from .inputs import read_query
from .options import Request, answer_options_in, complete_names
from .output import ROWS, warn
from .verb import command

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.claim import Entity
    from ..model.query import Answer
    from ..render.table import Table

# What most people would try stands first, because errors list the suffixes in this order.
_RESULTS = by_first_suffix("results") | by_suffix("results")
_GRAPHS = {each.suffixes[0]: each for each in GRAPHS}
_RESULT_NAMES = tuple(dict.fromkeys(each.name for each in _RESULTS.values()))
_GRAPH_NAMES = tuple(each.name for each in GRAPHS)
# Tables for reading. In CSV and TSV an answer is as the W3C defines them.
_TABLE_NAMES = tuple(form for form in ROWS if form not in _RESULT_NAMES)


@command("query 'SELECT ?firm { ty:taiyuan cg:supports ?firm }'", "query 'DESCRIBE ty:taigang' --format turtle")
@click.argument("text", metavar="TEXT|FILE|-")
@answer_options_in("text", *_RESULT_NAMES, *_TABLE_NAMES, *_GRAPH_NAMES)
def query(request: Request, text: str) -> None:
    """Run a SPARQL query.

    The query is TEXT, a FILE that contains it, or - for standard input. SELECT and ASK print a table, or JSON, CSV, TSV
    or XML as the W3C defines them; a workbook (xlsx) and Markdown show names instead of IRIs. CONSTRUCT and DESCRIBE
    print Turtle, N-Triples or JSON-LD. Prefixes such as cg:, and those of your files, need no declaration. In CSV, text
    that a spreadsheet would run as a formula gets an apostrophe in front; other formats keep it unchanged.

    The query sees your triples, and those of our ontology only if your files use a term of it.
    """
    from ..sparql.check import check
    from ..sparql.query import query as run_query

    request.choose_format(_RESULTS | _GRAPHS)
    checked = check(read_query(text))
    answer = run_query(request.city, checked)
    _write_answer(request, answer, lambda answer: _table(request, answer))
    for note in answer.notes:
        warn(note, "Note")


def _write_answer(request: Request, answer: Answer, text: Callable[[Answer], str]) -> None:
    """Write the answer of a query as text, or in the format that was asked for."""
    from ..sparql.results import count_formulas, serialize

    if request.form == "text":
        request.write(text(answer))
        return
    if (request.form in _GRAPH_NAMES) != (answer.turtle is not None):
        raise click.UsageError(
            f"SELECT and ASK cannot be written as {request.form}. Use --format text, json, csv, tsv, xml, xlsx or md."
            if answer.turtle is None
            else f"CONSTRUCT and DESCRIBE cannot be written as {request.form}. "
            "Use --format text, turtle, ntriples or json-ld."
        )
    if request.form in _TABLE_NAMES:
        request.write_table(_rows(request, answer), lambda: text(answer))
        return
    document = serialize(answer, str(request.form))
    if request.form != "csv":
        request.write(document)
        return
    from ..escape import terminal

    # Bytes keep the line ends of the standard on every system. At a terminal control characters are replaced, because
    # CSV cannot escape them.
    at_terminal = request.output is None and sys.stdout.isatty()
    lines = document.split("\r\n")[:-1]
    request.write("".join(f"{terminal(line)}\n" for line in lines) if at_terminal else document.encode())
    if count := count_formulas(answer):
        cells = "1 cell looks like a formula and got" if count == 1 else f"{count} cells look like formulas and got"
        warn(
            f"{cells} an apostrophe in front, so that no spreadsheet runs it. tsv, json and xml keep the text as it is."
        )


def _table(request: Request, answer: Answer) -> str:
    """Return the answer of a query as text, with the labels of the things in it."""
    from ..render.query import answer_text

    return answer_text(answer, _things(request, answer), request.city.shorten, request.city.language, request.columns)


def _rows(request: Request, answer: Answer) -> Table:
    """Return the answer of a query as a table for reading, with the labels of the things in it."""
    from ..render.tables_graph import answer_table

    return answer_table(answer, _things(request, answer), request.city.shorten, request.city.language)


def _things(request: Request, answer: Answer) -> dict[str, Entity]:
    from ..names.entities import entities

    return entities(request.city, {term.value for row in answer for term in row if term and term.type == "uri"})


@command("ask", "ask 95")
@click.argument("question", required=False)
@click.argument("value", required=False, shell_complete=complete_names)
@answer_options_in("text", *_RESULT_NAMES, *_TABLE_NAMES)
def ask(request: Request, question: str | None, value: str | None) -> None:
    """Answer a question of the catalogue.

    QUESTION is a number, or words that occur in only one question. Without QUESTION, or if its words occur in several
    questions, the command lists them. VALUE (a name or a number) replaces the example of a question that has one,
    or the city that it is about. Another city has the questions that any city can answer.
    """
    from ..graph.ask import ask as answer_question
    from ..graph.ask import questions as find_questions
    from ..render.columns import wrap
    from ..render.display import display
    from ..render.query import questions_json, questions_text
    from ..render.tables_graph import questions_table

    # A question is a SELECT, which no RDF format can hold.
    request.choose_format(_RESULTS)
    language = request.city.language
    questions = find_questions(language, question, city=request.city)
    if len(questions) == 1:
        answer = answer_question(request.city, questions[0].number, value)
        head = "\n".join(wrap(display(questions[0].text), request.columns))
        _write_answer(request, answer, lambda answer: f"{head}\n\n{_table(request, answer)}")
        return
    if not questions:
        raise CityGraphError(f"No question has the number or words {question!r}. List all with: citygraph ask")
    if request.form not in ("text", "json", *ROWS):
        raise click.UsageError(
            "No QUESTION was given. Give its number, or list all questions with --format text, json, csv, xlsx or md."
            if question is None
            else f"{len(questions)} questions have the words {question!r}. "
            "Give the number of one, or list them with --format text, json, csv, xlsx or md."
        )
    if request.form == "json":
        request.write(questions_json([each.as_json() for each in questions]))
    elif request.form == "text":
        request.write(questions_text(questions, language, request.columns))
    else:
        request.write_table(questions_table(questions, language), str)
