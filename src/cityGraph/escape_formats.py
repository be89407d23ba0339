"""Make text safe for files: their names, and tables, XML, DOT, Mermaid, Cypher, Turtle and TeX in them."""

from __future__ import annotations

from functools import lru_cache

from .escape import terminal

_NO_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_LONGEST = 120  # bytes of a file name, without a number and a suffix; most systems allow 255
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def file_name(text: str) -> str:
    r"""Make a name for a file, without suffix, that every system accepts.

    Args:
        text: Any text.

    Returns:
        The text on one line, with a hyphen for each character that a system forbids in names, and not too long. It is
        no name of a device of Windows, begins with no hyphen or dot, and is never empty.

    Examples:
        >>> file_name("太鋼"), file_name("a/b: c?"), file_name("con"), file_name("..")
        ('太鋼', 'a-b- c-', '_con', 'citygraph')
    """
    line = " ".join(terminal(text).split()).translate(_NO_NAME)
    name = line.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").lstrip("-. ~").rstrip(". ")
    if name.partition(".")[0].strip().lower() in _DEVICES:
        name = f"_{name}"
    return name or "citygraph"


def cell_text(text: str) -> str:
    r"""Make a text safe for a cell of a table.

    Args:
        text: Any text.

    Returns:
        The text with a ``·`` for each character that can command a terminal or that XML cannot hold.

    Examples:
        >>> cell_text("太\x1b鋼")
        '太·鋼'
    """
    return terminal(text)


@lru_cache(1_000)
def xml(cell: str | int) -> str:
    """Write a cell in XML, as text or as the value of an attribute in double quotes.

    Args:
        cell: The cell. Most texts come many times, so the last thousand are kept.

    Returns:
        What `cell_text` gives, escaped.

    Examples:
        >>> xml('a < "b"'), xml(1)
        ('a &lt; &quot;b&quot;', '1')
    """
    return xml_references(cell_text(cell)) if isinstance(cell, str) else str(cell)


def xml_references(text: str) -> str:
    """Escape what XML reads as markup, and so do the HTML-like labels of DOT (https://graphviz.org/doc/info/shapes.html#html).

    Args:
        text: A text without control characters.

    Returns:
        The text with references for ``&``, ``<``, ``>`` and ``"``.

    Examples:
        >>> xml_references("A & B")
        'A &amp; B'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def dot_string(*lines: str) -> str:
    r"""Write a string of DOT, in double quotes (https://graphviz.org/doc/info/lang.html).

    Args:
        *lines: Texts without control characters.

    Returns:
        The string, with an escaped line break between the lines.

    Examples:
        >>> print(dot_string('say "a"', "b"))
        "say \"a\"\nb"
    """
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'


def mermaid(text: str) -> str:
    """Escape a text for a label of Mermaid, in double quotes.

    Args:
        text: Any text.

    Returns:
        What `cell_text` gives, with a number for each character that Mermaid, or Markdown inside it, could read as
        markup; a space if the text is empty.

    Examples:
        >>> mermaid("太鋼 [a]")
        '太鋼 #91;a#93;'
    """
    return (cell_text(text) or " ").translate(_mermaid_numbers())


@lru_cache
def _mermaid_numbers() -> dict[int, str]:
    numbers = {point: f"#{point};" for point in range(33, 127) if not chr(point).isalnum()}
    return numbers | {ord("ﬂ"): "#64258;"}  # Mermaid uses this character itself to mark such numbers


def cypher_string(text: str) -> str:
    r"""Write a string in Cypher, in single quotes.

    Args:
        text: A text without control characters.

    Returns:
        An expression whose value is the text.

    Examples:
        >>> print(cypher_string("it's"), cypher_string("\\u0027"))
        'it\'s' '\\' + 'u0027'
    """
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    # Neo4j reads \u0027 as a quote anywhere, even after an escaped backslash, so no u may follow a backslash.
    return "'" + escaped.replace("\\\\u", "\\\\' + 'u") + "'"


def cypher_name(name: str) -> str:
    """Write a label or a relationship type in Cypher.

    Args:
        name: A text without control characters.

    Returns:
        The name, in backquotes if it needs them, with a ``·`` for each backslash.

    Examples:
        >>> cypher_name("Firm"), cypher_name("re`l a")
        ('Firm', '`re``l a`')
    """
    if name.isascii() and name.isidentifier():
        return name
    return "`" + name.replace("\\", "·").replace("`", "``") + "`"


_TURTLE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle_string(text: str) -> str:
    r"""Write a string in Turtle or N-Triples, in double quotes (https://www.w3.org/TR/turtle/#sec-escapes).

    Args:
        text: Any text.

    Returns:
        The text with quotes, backslashes and control characters escaped.

    Examples:
        >>> print(turtle_string('say "a"'))
        "say \"a\""
    """
    return '"' + "".join(_TURTLE.get(c) or (c if c >= " " else f"\\u{ord(c):04X}") for c in text) + '"'


# TeX reads these as commands; a brace would also unbalance a field of BibTeX, even after a backslash.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "$&#_%"},
}


def tex(text: str) -> str:
    r"""Escape a text for TeX and for a field of BibTeX.

    Args:
        text: Any text.

    Returns:
        TeX that prints the text, with a ``·`` for each character that can command a terminal.

    Examples:
        >>> print(tex("60%以上 {a_b}"))
        60\%以上 \textbraceleft{}a\_b\textbraceright{}
    """
    return "".join(_TEX.get(c, c) for c in terminal(text))


def tex_url(url: str) -> str:
    r"""Percent-encode a URL for a field of BibTeX.

    Args:
        url: A URL.

    Returns:
        The URL with braces, backslashes, spaces and everything beyond printable ASCII percent-encoded.

    Examples:
        >>> tex_url("https://example.org/{太}?a=1_2")
        'https://example.org/%7B%E5%A4%AA%7D?a=1_2'
    """
    return "".join(c if c.isascii() and c.isprintable() and c not in "{}\\ " else _percent_coded(c) for c in url)


def _percent_coded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
