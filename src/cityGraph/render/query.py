"""Write the answer of `query` and the list of questions as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal, turtle_controls
from .columns import pad, width, wrap
from .display import display
from .figures import own_words
from .rows import count_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model.claim import Entity
    from ..model.query import Answer, Question, Term


def answer_text(
    answer: Answer, entities: dict[str, Entity], shorten: Callable[[str], str], language: str, columns: int
) -> str:
    """Return the answer of `query` as text: yes or no, Turtle, or a table with labels beside IRIs.

    If the query has the variables ``x`` and ``xLabel``, the column ``xLabel`` is left out, because ``x`` shows the
    label already. A table that is wider than `columns` is printed as one paragraph per row.

    Args:
        answer: What `query` returned.
        entities: The named things in the answer, by IRI. An IRI that is not a key gets no label.
        shorten: Turns an IRI into a CURIE.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if answer.verdict is not None:
        return str(words["yes" if answer.verdict else "no"]) + "\n"
    if answer.turtle is not None:
        return turtle_controls(answer.turtle)

    def cell(term: Term | None) -> str:
        if term is None or term.type != "uri":
            return terminal(own_words(term.value, term.language, words)) if term else ""
        short = terminal(shorten(term.value))
        label = display(entities[term.value].label) if term.value in entities else ""
        return f"{label} {short}" if label and not short.endswith(f":{label}") else short

    kept = [at for at, name in enumerate(answer.variables) if name.removesuffix("Label") not in answer.variables[:at]]
    names = [terminal(answer.variables[at]) for at in kept]
    table = [[cell(row[at]) for at in kept] for row in answer]
    widths = [max(map(width, column)) for column in zip(names, *table, strict=True)]
    if sum(widths) + 2 * len(widths) - 2 <= columns:
        ruled = [names, ["-" * wide for wide in widths], *table] if names else []
        lines = ["  ".join(map(pad, row, widths)).rstrip() for row in ruled]
    else:
        lines = list(_records(names, table, columns))
    return "\n".join([*lines, count_of(words, "rows", len(answer))]) + "\n"


def _records(names: list[str], table: list[list[str]], columns: int) -> Iterator[str]:
    """Yield one paragraph per row: a line for each variable and its value."""
    step = max(map(width, names)) + 2
    for row in table:
        for name, value in zip(names, row, strict=True):
            for at, line in enumerate(wrap(value, columns - step)):
                yield (pad("" if at else name, step) + line).rstrip()
        yield ""


def printed_answer(answer: Answer, language: str, columns: int) -> str:
    """Return the answer of `query` as text without labels, for which the graph would have to be asked.

    Args:
        answer: What `query` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    from ..namespaces import PREFIXES, shorten

    prefixes = answer.__dict__.get("_prefixes", PREFIXES)
    return answer_text(answer, {}, lambda iri: shorten(iri, prefixes), language, columns)


def questions_text(questions: Sequence[Question], language: str, columns: int) -> str:
    """Return a list of questions as text: number, question, and the example value if it takes one.

    Args:
        questions: Questions of the catalogue.
        language: Language of the count in the last line: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    lines = []
    for question in questions:
        example = f" [{question.example}]" if question.example else ""
        head, *rest = wrap(display(question.text) + example, columns - 5)
        lines += [f"{question.number:3}  {head}", *("     " + line for line in rest)]
    return "\n".join([*lines, count_of(WORDS[language], "questions", len(questions))]) + "\n"


def questions_json(questions: list[dict[str, Any]]) -> str:
    """Return a list of questions as JSON text.

    Args:
        questions: Each question as its `as_json` gives it.

    Returns:
        The JSON text (RFC 8259, https://www.rfc-editor.org/rfc/rfc8259), with a line end.
    """
    import json

    return json.dumps(questions, ensure_ascii=False, indent=2) + "\n"
