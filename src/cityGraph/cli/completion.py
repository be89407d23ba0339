"""TAB completion in bash, zsh and fish.

Read only where a shell asks. In bash `eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"` switches it on, in zsh the
same with ``zsh_source``, in fish `_CITYGRAPH_COMPLETE=fish_source citygraph | source`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from click.shell_completion import BashComplete, CompletionItem, FishComplete, add_completion_class

from ..errors import CityGraphError
from ..names.find import beginning

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 100  # a shell that lists more is not read
_PLAIN = frozenset("-_./:=+@%,")
# COMP_WORDS is no use: bash parts a word at each colon. What follows the cursor is no part of the question.
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
    """What the name that is `begun` may become, in the graph that the command's `options` open: nothing if they do not.

    Where a thing is found by its pinyin or its English name, what is offered is its label; a shell that wants what was
    typed to stay finds that name as ``spelled``.
    """
    from ..store.open import open as open_city

    how = {name: options[name] for name in ("engine", "language") if options.get(name)}
    try:
        city = open_city(*(options.get("sources") or ()), **how)
        # A server would be asked for all its names at each stroke of a key.
        found = [] if city.remote else beginning(city, begun)[:MOST]
    except (CityGraphError, OSError):
        return []
    answer = []
    for thing, name in found:
        value = thing.label if begun.isascii() else name
        # What has a control character is not shown as it is, and what begins with a dash is taken for an option.
        if value.isprintable() and not value.startswith("-") and "\\" not in value:
            answer.append(CompletionItem(value, help=thing.kind_label or None, spelled=name))
    return answer


class Bash(BashComplete):
    """Bash, told where the word begins that it replaces, and what must be quoted in it."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """Any bash does: the script asks for no more than 3.2 has."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it, as far as it is typed."""
        words, _, _ = parted(os.environ.get("COMP_LINE", ""))
        return words[1:-1], words[-1]

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The part of a value that takes the place of what bash takes for the word, quoted as that is."""
        _, raw, quote = parted(os.environ.get("COMP_LINE", ""))
        value = str(item.value)
        if item.type != "plain":
            return f"{item.type},{value}"
        if not quote:
            breaks = os.environ.get("COMP_BREAKS", "")
            kept = max((raw.rfind(c) + 1 for c in ":=" if c in breaks), default=0)
            value = value[kept:] if value.startswith(raw[:kept]) else value
        return f"plain,{quoted(value, quote)}"


class Fish(FishComplete):
    """Fish, which offers only what begins as the word does, and quotes it itself."""

    # A name may have a comma.
    source_template = FishComplete.source_template.replace('string split ","', 'string split -m 1 ","')

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The value, or the name that fits where that begins with what was typed and the label does not."""
        _, begun = self.get_completion_args()
        value = str(item.value)
        if item.spelled and not value.startswith(begun) and item.spelled.casefold().startswith(begun.casefold()):
            item = CompletionItem(item.spelled, help=f"{value} {item.help or ''}".strip())
        return super().format_completion(item)


def enter() -> None:
    """Let click take these shells for its own."""
    for shell in (Bash, Fish):
        add_completion_class(shell)


def parted(line: str) -> tuple[list[str], str, str]:
    r"""The words of a line as bash has them, the last one as it is typed so far, and the quote that is open in it.

    >>> parted("citygraph show 'Yangqu C")
    (['citygraph', 'show', 'Yangqu C'], 'Yangqu C', "'")
    >>> parted(r"citygraph show Yangqu\ C"), parted("citygraph show ")
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


def quoted(value: str, quote: str) -> str:
    r"""`value` for the inside of a `quote`, or for no quote at all.

    >>> quoted("Yangqu County", ""), quoted("a'b", "'"), quoted('a"$b', '"')
    ('Yangqu\\ County', "a'\\''b", 'a\\"\\$b')
    """
    if quote == "'":
        return value.replace("'", "'\\''")
    if quote:
        # An exclamation mark is taken for history in these quotes, and a backslash before it is kept.
        return "".join('"\\!"' if c == "!" else f"\\{c}" if c in '"\\$`' else c for c in value)
    return "".join(c if c.isalnum() or c in _PLAIN or not c.isascii() else f"\\{c}" for c in value)
