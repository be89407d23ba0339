"""Tells whether a text is in the language that a row gives it."""

from __future__ import annotations

import re

from .languages import lead

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_SAMPLE = 100_000  # characters that are looked at
_ENOUGH = 20  # words or characters that a text must have to be told
_FEWER = 5  # how many times more there must be of one than of the other
_SCRIPTS = {"hans": "zh-Hans", "cn": "zh-Hans", "sg": "zh-Hans", "hant": "zh-Hant", "tw": "zh-Hant", "hk": "zh-Hant"}


def language_of(text: str) -> str:
    """Tell the language of a text by its letters.

    Args:
        text: The text.

    Returns:
        ``zh-Hans``, ``zh-Hant``, ``zh`` if the script is not clear, or ``en`` for a text in Latin letters, which may be
        in another language. Empty if nothing is clear.

    Examples:
        >>> language_of("电气设备产业发展" * 5), language_of("Greenford supports it. " * 9), language_of("甲")
        ('zh-Hans', 'en', '')
    """
    sample = text[:_SAMPLE]
    han, words = len(_HAN.findall(sample)), len(_WORD.findall(sample))
    if max(han, words) < _ENOUGH:
        return ""
    if han >= words * _FEWER:
        leading = lead(sample)
        clear = abs(leading) >= max(_ENOUGH // 2, han // 20)
        return "zh" if not clear else "zh-Hant" if leading > 0 else "zh-Hans"
    return "en" if words >= han * _FEWER else ""


def other_language(told: str, text: str) -> str:
    """Return the language of a text if it is none of those that a row gives it.

    Args:
        told: The tag of the row, or several, divided by ``|``.
        text: The text.

    Returns:
        The tag of the language; empty if the row may be right. It knows only Chinese from texts in Latin letters.

    Examples:
        >>> text = "乙市支持电气设备产业发展。" * 5
        >>> other_language("en", text), other_language("zh-TW", text), other_language("zh", text)
        ('zh-Hans', 'zh-Hans', '')
    """
    tags = list(filter(None, (each.strip().lower() for each in told.split("|"))))
    found = language_of(text) if tags else ""
    if not found or any(_fits(each, found) for each in tags):
        return ""
    return found


def _fits(tag: str, found: str) -> bool:
    main, *rest = tag.split("-")
    if main not in ("zh", "en"):
        return main in ("ja", "ko", "yue", "wuu", "nan", "lzh", "cmn") or found == "en"
    if main == "en" or found == "en":
        return main == found
    scripts = [_SCRIPTS[each] for each in rest if each in _SCRIPTS]
    return not scripts or found in ("zh", scripts[0])
