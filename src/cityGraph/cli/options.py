"""Options that commands share, and `Asked`, the command being run."""

from __future__ import annotations

import os
import sys
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

import click

from .output import chosen_format, chosen_suffix, hush, put, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.shell_completion import CompletionItem

    from ..render.columns import Style
    from ..store.city import CityGraph


class SourceName(click.Path):
    """A file, a folder or a URL; the environment parts several as PATH does, and the colons of a URL part nothing."""

    def split_envvar_value(self, rv: str) -> list[str]:
        """The sources that a variable names."""
        import re

        return [part for part in re.split(rf"{re.escape(os.pathsep)}(?!//|\d+(?:/|$))", rv) if part]


class Asked:
    """One command being answered: its city, and how its answer is to be put."""

    def __init__(self, context: click.Context, form: str | None, output: str | None, sources: tuple[str, ...]) -> None:
        self.form, self.output, self._sources = form, output, sources
        self._files, self._engine, self._language, self._timeout = context.obj

    def formats(self, **more: str) -> None:
        """Settle the format, by the option or by the suffix of the file; `more` are suffixes that a verb adds."""
        self.form = chosen_format(self.form, self.output, **more)

    def suffix(self, known: Iterable[str], hint: str) -> str:
        """The suffix of the file to write, one of those `known`; `hint` is said where there is no file."""
        return chosen_suffix(self.output or "", known, hint)

    @cached_property
    def city(self) -> CityGraph:
        """The graph that is asked, opened when it is first needed."""
        from ..store.open import open as open_city

        if self._engine == "rdflib":
            hush()
        city = open_city(*self._files, engine=self._engine, language=self._language, timeout=self._timeout)
        if self._sources:
            from ..graph.sources import according_to

            city = according_to(city, *self._sources)
        return city

    @property
    def columns(self) -> int:
        """The width of what is printed."""
        from ..render.columns import WIDEST

        columns = os.environ.get("COLUMNS", "")
        if self.output:
            return 80
        if not (columns.isdecimal() and len(columns) < 10):
            try:
                columns = str(os.get_terminal_size(sys.stdout.fileno()).columns)
            except (OSError, ValueError):
                columns = "80"
        return max(40, min(int(columns) or 80, WIDEST))

    @property
    def style(self) -> Style:
        """How words are coloured: not at all but at a terminal."""
        from ..render.columns import plain

        if self.output or os.environ.get("NO_COLOR") or not sys.stdout.isatty():
            return plain
        return lambda text, colour: click.style(text, fg=colour or None)

    def say(self, answer: Any, text: Callable[[], str]) -> None:
        """Put the answer: as JSON, or as the text that is made where it is wanted."""
        from ..render.as_json import as_json

        self.put(as_json(answer) if self.form == "json" else text())

    def put(self, text: str | bytes | Iterable[bytes]) -> None:
        """Put `text`, bytes, or a file piece by piece, where it was asked for; then say what is to be known of it."""
        put(text, self.output)
        for note in self.city.notes:
            warn(note, "Note")


_source = click.option(
    "--source", "sources", multiple=True, metavar="NAME", help="Only what this source says; may be given again."
)
_output = click.option("-o", "--output", metavar="FILE", help="Write to a file; its suffix chooses the format.")


def answers(verb: Callable[..., None]) -> Callable[..., None]:
    """The options that every verb shares; the verb gets them as an `Asked`."""
    return answers_in("text", "json")(verb)


def answers_in(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same, for a verb that answers in these formats."""
    told = f"{forms[0]} (the default){''.join(f', {form}' for form in forms[1:-1])} or {forms[-1]}."

    def decorated(verb: Callable[..., None]) -> Callable[..., None]:
        @_source
        @click.option("--format", "form", type=click.Choice(forms), metavar="NAME", help=told)
        @_output
        @wraps(verb)
        def answering(form: str | None, output: str | None, sources: tuple[str, ...], **given: Any) -> None:
            verb(Asked(click.get_current_context(), form, output, sources), **given)

        return answering

    return decorated


def writes(verb: Callable[..., None]) -> Callable[..., None]:
    """The options of a verb whose answer is a file; the verb gets them as an `Asked`."""

    @_source
    @_output
    @wraps(verb)
    def writing(output: str | None, sources: tuple[str, ...], **given: Any) -> None:
        verb(Asked(click.get_current_context(), None, output, sources), **given)

    return writing


def given_texts(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The texts that ``[SOURCE=]FILE`` names, each with its source, or with none where the text must say it."""
    from ..store.files import read

    split = [text.partition("=") if "=" in text and not os.path.exists(text) else ("", "", text) for text in texts]
    return [(source, read(file).decode()) for source, _, file in split]


def query_text(text: str) -> str:
    """The query that an argument is: its text, a file that holds it, or what comes in."""
    if text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise click.ClickException(f"standard input, line {line}: not UTF-8") from None
    if text.endswith((".rq", ".sparql")) or (len(text) < 256 and os.path.isfile(text)):
        from ..store.files import read

        return read(text).decode()
    return text


def narrows(of_kind: str, *, relation: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options that narrow an answer: --relation, --kind (what it means is said by `of_kind`), --status."""

    def narrowed(verb: Callable[..., None]) -> Callable[..., None]:
        statuses = {"type": click.Choice(("realised", "planned", "targeted")), "metavar": "STATUS"}
        for name, field, how in (
            ("--status", "statuses", {**statuses, "help": "Only what is realised, planned or targeted."}),
            ("--kind", "kinds", {"metavar": "KIND", "help": of_kind}),
            ("--relation", "relations", {"metavar": "NAME", "help": "Only ties of this relation."}),
        ):
            if relation or field != "relations":
                verb = click.option(name, field, multiple=True, **how)(verb)
        return verb

    return narrowed


def names(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem[str]]:
    """The names that `begun` may become, for a shell to complete."""
    from .completion import items

    del parameter
    return items(context.find_root().params, begun)
