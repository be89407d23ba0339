"""Define the options that every command has, and that may stand before or after it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from ..store.city import LANGUAGES
from ..store.engine import ENGINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..store.city import CityGraph

# Parts of language tags (https://www.rfc-editor.org/rfc/rfc5646), each with the language of ours that it means. "zh"
# alone is 简体, as in the likely subtags of CLDR.
_TAGS = {"hant": "zh-Hant", "tw": "zh-Hant", "hk": "zh-Hant", "mo": "zh-Hant"}
_TAGS |= {"hans": "zh-Hans", "cn": "zh-Hans", "sg": "zh-Hans", "zh": "zh-Hans", "en": "en"}


def as_utf8(argument: str) -> str:
    """Read an argument as UTF-8, also where the system's encoding is another (``LC_ALL=C PYTHONUTF8=0``).

    Args:
        argument: The argument as Python decoded it.

    Returns:
        The text; the argument as it is if its bytes are not UTF-8.
    """
    try:
        return argument if argument.isprintable() else os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def system_path(text: str) -> str:
    """Return the name of a file as the system's encoding has it: what `as_utf8` has changed, the other way.

    Args:
        text: The name as it was typed.

    Returns:
        The name to open the file by.

    Examples:
        >>> system_path("太鋼.ttl")
        '太鋼.ttl'
    """
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return os.fsdecode(text.encode("utf-8", "surrogateescape"))
    return text


class SourceName(click.Path):
    """The type of ``--from``: a file, a folder, ``-`` or a URL."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name by which a source is opened.

        Args:
            value: What was typed.
            param: The option.
            ctx: The context of the command.

        Returns:
            The name of the file or folder, or the URL.
        """
        return super().convert(system_path(value), param, ctx)

    def split_envvar_value(self, rv: str) -> list[str]:
        """Split the value of ``CITYGRAPH_FROM`` at the separator of ``PATH``, but not inside a URL.

        Args:
            rv: The value of the variable.

        Returns:
            The sources, in order. Empty parts are left out.
        """
        import re

        # The colons of `http://host:8000/` separate nothing.
        return [part for part in re.split(rf"{re.escape(os.pathsep)}(?!//|\d+(?:/|$))", rv) if part]


class LanguageName(click.Choice[str]):
    """The type of ``--lang``: a language of the package in any case, or a tag or region that means one."""

    def __init__(self) -> None:
        super().__init__(LANGUAGES)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the language that a value means.

        Args:
            value: What was typed, such as ``zh-Hant``, ``EN``, ``cn``, ``zh-TW`` or ``zh_CN.UTF-8``.
            param: The option.
            ctx: The context of the command.

        Returns:
            "zh-Hant", "zh-Hans" or "en".

        Raises:
            click.BadParameter: It means none of them.

        Examples:
            >>> [LanguageName().convert(each, None, None) for each in ("EN", "zh-TW", "cn")]
            ['en', 'zh-Hant', 'zh-Hans']
        """
        first, *others = str(value).lower().replace("_", "-").partition(".")[0].split("-")
        if first in ("zh", "en") or not others:
            # "zh-Hant-CN" is 繁體: the script stands before the region.
            known = [part for part in (*(others if first == "zh" else ()), first) if part in _TAGS]
            value = _TAGS[known[0]] if known else value
        return str(super().convert(value, param, ctx))


class GlobalOption(click.Option):
    """An option of every command. Its value is in `settings`, and not among the arguments of the command."""

    def __init__(self, *names: str, **how: Any) -> None:
        super().__init__(names, expose_value=False, callback=_keep, **how)

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """Return what an error about its value names: the option, or the environment variable that has the value.

        Args:
            ctx: The context of the command.

        Returns:
            The name of the option in quotes, or of the variable.
        """
        source = ctx.get_parameter_source(self.name) if ctx and self.name else None
        return str(self.envvar) if source is ParameterSource.ENVIRONMENT else super().get_error_hint(ctx)


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep the value of a global option for `settings`."""
    context.meta.setdefault(__name__, {})[option.name] = value


def settings(context: click.Context | None) -> Mapping[str, Any]:
    """Return the values of the global options.

    Args:
        context: The context of the command, or None outside of a command.

    Returns:
        The values of `files`, `engine`, `language`, `timeout` and `quiet`; empty outside of a command.
    """
    found: Mapping[str, Any] = context.meta.get(__name__, {}) if context else {}
    return found


GLOBAL_OPTIONS = (
    GlobalOption(
        "--from",
        "files",
        type=SourceName(),
        multiple=True,
        metavar="SOURCE",
        envvar="CITYGRAPH_FROM",
        help="Read SOURCE instead of the packaged city: an RDF file or a folder of them, a folder or workbook of "
        "sheets, FILE@REVISION (a file as it was in its Git repository), - (standard input), or the URL of a SPARQL "
        "endpoint. Can be repeated. Environment variable: CITYGRAPH_FROM (several are separated as in PATH).",
    ),
    GlobalOption(
        "--engine",
        type=click.Choice(tuple(ENGINES), case_sensitive=False),
        default="oxigraph",
        show_default=True,
        metavar="NAME",
        help="RDF engine: oxigraph (fast), or rdflib (slower, same answers).",
    ),
    GlobalOption(
        "--lang",
        "language",
        type=LanguageName(),
        default="zh-Hant",
        show_default=True,
        metavar="LANGUAGE",
        envvar="CITYGRAPH_LANG",
        help="Language of labels and texts: zh-Hant, zh-Hans or en. Names such as cn, tw or zh-TW are understood, too. "
        "Environment variable: CITYGRAPH_LANG.",
    ),
    GlobalOption(
        "--timeout",
        type=click.FloatRange(0.1, 3600),
        default=30,
        show_default=True,
        metavar="SECONDS",
        envvar="CITYGRAPH_TIMEOUT",
        help="Seconds to wait for an endpoint. Environment variable: CITYGRAPH_TIMEOUT.",
    ),
    GlobalOption("-q", "--quiet", is_flag=True, help="Print no notes and warnings on standard error, only errors."),
)


def opened(given: Mapping[str, Any], *sources: str) -> CityGraph:
    """Open sources as the global options say.

    Args:
        given: The global options: `engine`, `language` and `timeout`.
        *sources: Sources as ``--from`` takes them; none for the city of the package.

    Returns:
        The graph.

    Raises:
        CityGraphError: A source cannot be opened.
    """
    from ..store.open import may_be_sheets
    from ..store.open import open as open_city

    if given["engine"] == "rdflib":
        from .output import silence_rdflib

        silence_rdflib()
    if any(map(may_be_sheets, sources)):
        # Most sources are files of RDF, which open faster without the room of sheets.
        from ..authoring.open import open as open_city
    return open_city(*sources, engine=given["engine"], language=given["language"], timeout=given["timeout"])
