"""Complete names at TAB in bash, zsh and fish; imported only when a shell asks for completions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from click.shell_completion import BashComplete, CompletionItem, FishComplete, add_completion_class

from ..errors import CityGraphError
from ..names.find import starting_with

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ITEMS = 100  # nobody reads a longer list at a prompt
_PLAIN = frozenset("-_./:=+@%,")  # ASCII that bash needs no backslash before
# Not COMP_WORDS, because bash splits words at colons. The line is cut at the cursor.
_BASH = """\
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            file,*) compopt -o default 2>/dev/null ;;
            dir,*) compopt -o dirnames 2>/dev/null ;;
        esac
    done < <(COMP_LINE="${COMP_LINE:0:$COMP_POINT}" COMP_BREAKS="$COMP_WORDBREAKS" %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null || complete -F %(complete_func)s %(prog_name)s
"""


def items(options: Mapping[str, Any], begun: str) -> list[CompletionItem[str]]:
    """List the names that begin as the word being typed, in any script or in pinyin.

    Args:
        options: The global options of the command: `files`, `engine` and `language`. Missing ones take their default.
        begun: The word as far as it is typed. If it is ASCII, things are offered by their labels, else by the names
            that match.

    Returns:
        The items, at most 100; none if the graph cannot be opened or is at an endpoint. The attribute `spelled` of an
        item is the name that matches.
    """
    from ..authoring.open import open as open_city

    settings = {name: options[name] for name in ("engine", "language") if options.get(name)}
    try:
        city = open_city(*(options.get("files") or ()), **settings)
        # An endpoint would be asked for all its names at each key.
        matches = [] if city.remote else starting_with(city, begun)[:MAX_ITEMS]
    except (CityGraphError, OSError):
        return []
    offered = []
    for thing, name in matches:
        value = thing.label if begun.isascii() else name
        # A shell would not show a control character as it is, and would take a dash for the start of an option.
        if value.isprintable() and not value.startswith("-") and "\\" not in value:
            offered.append(CompletionItem(value, help=thing.kind_label or None, spelled=name))
    return offered


class Bash(BashComplete):
    """Completion for bash: it says where the word to replace begins, and quotes what bash would read as syntax."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """Accept any bash: the script needs nothing newer than bash 3.2, but click asks for 4.4."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Split the line before the cursor into words.

        Returns:
            The complete words without the command's name, and the word being typed, without its quotes.
        """
        words, _, _ = split_line(os.environ.get("COMP_LINE", ""))
        return words[1:-1], words[-1]

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Format one item for the script that bash runs.

        Args:
            item: The item.

        Returns:
            The type of the item, a comma, and the text to insert. The text is quoted as the word is, and begins where
            bash thinks that the word begins: after its last ":" or "=".
        """
        _, raw, quote = split_line(os.environ.get("COMP_LINE", ""))
        value = str(item.value)
        if item.type != "plain":
            return f"{item.type},{value}"
        if not quote:
            breaks = os.environ.get("COMP_BREAKS", "")
            kept = max((raw.rfind(c) + 1 for c in ":=" if c in breaks), default=0)
            value = value[kept:] if value.startswith(raw[:kept]) else value
        return f"plain,{quote_value(value, quote)}"


class Fish(FishComplete):
    """Completion for fish, which quotes by itself, but shows only items that begin as the word does."""

    # Split at the first comma only: a name may contain one.
    source_template = FishComplete.source_template.replace('string split ","', 'string split -m 1 ","')

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Format one item for the script that fish runs.

        Args:
            item: The item.

        Returns:
            The text of the item. If its label does not begin as the word does, but the matching name does, the name
            takes its place and the label becomes part of the help.
        """
        _, begun = self.get_completion_args()
        value = str(item.value)
        if item.spelled and not value.startswith(begun) and item.spelled.casefold().startswith(begun.casefold()):
            item = CompletionItem(item.spelled, help=f"{value} {item.help or ''}".strip())
        return super().format_completion(item)


def register() -> None:
    """Let click use the classes of this module for bash and fish."""
    for shell in (Bash, Fish):
        add_completion_class(shell)


def split_line(line: str) -> tuple[list[str], str, str]:
    r"""Split a command line into words as bash does, also if a quote is still open.

    Args:
        line: The line up to the cursor.

    Returns:
        The words without quotes and backslashes, the last word as it is typed after any quote, and the quote that is
        open in it ("" if none is).

    Examples:
        >>> split_line("citygraph show 'Yangqu C")
        (['citygraph', 'show', 'Yangqu C'], 'Yangqu C', "'")
        >>> split_line(r"citygraph show Yangqu\ C"), split_line("citygraph show ")
        ((['citygraph', 'show', 'Yangqu C'], 'Yangqu\\ C', ''), (['citygraph', 'show', ''], '', ''))
    """
    words, raw, quote, escaped = [""], "", "", False
    for c in line:
        raw += c
        if escaped:
            escaped = False
            words[-1] += c if quote != '"' or c in '"\\$`' else f"\\{c}"
        elif c == "\\" and quote != "'":
            escaped = True
        elif c == quote or (not quote and c in "'\""):
            quote = "" if quote else c
            raw = "" if quote else raw
        elif c in " \t\n" and not quote:
            if words[-1] or raw.strip():
                words.append("")
            raw = ""
        else:
            words[-1] += c
    return words, raw, quote


def quote_value(value: str, quote: str) -> str:
    r"""Escape a value for bash (https://www.gnu.org/software/bash/manual/bash.html#Quoting).

    Args:
        value: The value.
        quote: The quote in which the value will stand: a single or double quote, or "" for none.

    Returns:
        The value as it must be typed there.

    Examples:
        >>> quote_value("Yangqu County", ""), quote_value("a'b", "'"), quote_value('a"$b', '"')
        ('Yangqu\\ County', "a'\\''b", 'a\\"\\$b')
    """
    if quote == "'":
        return value.replace("'", "'\\''")
    if quote:
        # In double quotes bash expands "!" from its history, and a backslash before it would be kept.
        return "".join('"\\!"' if c == "!" else f"\\{c}" if c in '"\\$`' else c for c in value)
    return "".join(c if c.isalnum() or c in _PLAIN or not c.isascii() else f"\\{c}" for c in value)
