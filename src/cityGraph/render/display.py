"""Show text from the data to a reader: safe for a terminal, and with the punctuation of its language."""

from __future__ import annotations

from ..escape import terminal

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_CLOSING = "」』”’〉》）】〕"


def display(text: str) -> str:
    """Return a text for a terminal, with full-width punctuation where it stands in Chinese.

    Labels, reasons and questions are typed with the marks of a keyboard; a reader of Chinese expects ，；：（）. The
    words of a source are not changed: pass them to `cityGraph.escape.terminal` instead.

    Args:
        text: A label, a reason or a question.

    Returns:
        The text, safe for a terminal. What stands in quotation marks stays as it is.

    Examples:
        >>> display("泰山玻璃纖維(太原)有限公司"), display("電池(光伏):硅片,組件"), display("Taiyuan (city), 1:2")
        ('泰山玻璃纖維（太原）有限公司', '電池（光伏）：硅片，組件', 'Taiyuan (city), 1:2')
    """
    return full_width(terminal(text))


def full_width(text: str) -> str:
    """Return a text with full-width punctuation where it stands in Chinese.

    A comma, semicolon, colon, question or exclamation mark is changed if it follows a Chinese character and no space
    follows. Brackets are changed in pairs: if a Chinese character stands before them, or one stands inside them and no
    space before.

    Args:
        text: The text.

    Returns:
        The text. What stands in quotation marks, and addresses, stay as they are.

    Examples:
        >>> full_width("名稱:「a,b」,見 http://a.b/,c")
        '名稱：「a,b」，見 http://a.b/,c'
    """
    if text.isascii() or not any(mark in text for mark in _FULL):
        return text
    out = list(text)
    open_brackets: list[tuple[int, bool]] = []
    quotes = 0
    for at, mark in enumerate(text):
        if mark in "「『“《〈":
            quotes += 1
        elif mark in "」』”》〉":
            quotes = max(0, quotes - 1)
        elif quotes:
            continue
        elif mark == "(":
            open_brackets.append((at, at > 0 and _is_chinese(text[at - 1])))
        elif mark == ")" and open_brackets:
            start, chinese = open_brackets.pop()
            if chinese or (text[start - 1 : start] != " " and any(map(_is_han, text[start + 1 : at]))):
                out[start], out[at] = "（", "）"
        elif mark in ",;:!?" and at and _is_chinese(out[at - 1]) and text[at + 1 : at + 2] != " ":
            out[at] = _FULL[mark]
    return "".join(out)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_chinese(character: str) -> bool:
    return _is_han(character) or character in _CLOSING
