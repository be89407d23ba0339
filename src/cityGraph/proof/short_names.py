"""The shorter names by which a text calls a thing: a firm without its legal form, a name without its brackets."""

from __future__ import annotations

import re

from .folded import is_chinese
from .senses import either

_ZH_FORMS = re.compile(rf"{either('legal form', 'zh')}$")
_EN_FORMS = re.compile(rf",?\s+{either('legal form', 'en')}\.?$")
_BRACKETS = re.compile(r"\([^()]*\)")
_SHORTEST = 3  # a shorter rest of a Chinese name is a common word too often


def short_names(name: str) -> tuple[str, ...]:
    """Make the shorter forms of a name.

    Args:
        name: A name, folded (`cityGraph.proof.folded`).

    Returns:
        The forms that differ from the name, without repetition; they may fit other things, too.

    Examples:
        >>> short_names("莱克电气绿能科技(苏州)有限公司")
        ('莱克电气绿能科技',)
        >>> short_names("the ford motor company")
        ('ford motor company', 'ford motor')
    """
    found: list[str] = []
    rest = name
    if is_chinese(name):
        rest = _BRACKETS.sub("", rest)
        stripped = _ZH_FORMS.sub("", rest)
        rest = stripped if len(stripped) >= _SHORTEST else rest
        found.append(rest)
        if len(bare := name.strip('"')) < len(name):
            found.append(bare)
    else:
        rest = re.sub(r"^(?:the|a|an)\s+", "", rest)
        found.append(rest)
        while (shorter := _EN_FORMS.sub("", rest)) != rest:
            rest = shorter
            found.append(rest)
    return tuple(dict.fromkeys(each for each in found if each and each != name))
