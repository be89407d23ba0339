"""Write what a claim says as people read it: a figure with its unit, a name, or the words of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.claim import Entity, Value

if TYPE_CHECKING:
    from decimal import Decimal

    from ..model.claim import Claim, Qualifier

_LONGEST = 24  # digits; Decimal would round a longer number
_PLACES = 3  # decimal places that a scaled number may have; with more, the digits are easier to read


def object_text(claim: Claim, words: dict[str, Any]) -> str:
    """Return the object of a claim as text.

    Args:
        claim: Any claim.
        words: The words of the reader's language.

    Returns:
        The name of an entity, a figure (see `figure_text`), or a text; a text in another language is in quotation
        marks. It is not escaped.
    """
    if isinstance(claim.object, Entity):
        return claim.object.label
    if claim.object.datatype.endswith("#decimal"):
        return figure_text(claim, words)
    return own_words(claim.object_text, claim.object.language, words)


def figure_text(claim: Claim, words: dict[str, Any]) -> str:
    """Return the value of a claim as a newspaper would print it: comparator, number and unit.

    Large numbers are counted in the words of the language, such as 億 or million, if no more than three decimal places
    are left. Nothing is rounded: a number that no scale fits keeps its digits. What is not a number, or has more than
    24 digits, is returned as the source has it.

    Args:
        claim: A claim. Its object is a value, unless the data are wrong.
        words: The words of the reader's language.

    Returns:
        The text. It is not escaped.

    Examples:
        >>> from cityGraph.model.claim import Claim, Relation
        >>> from cityGraph.render.words import WORDS
        >>> figure = Value("150000000", "http://www.w3.org/2001/XMLSchema#decimal")
        >>> zone, invests = Entity("urn:z", "甲區", "Zone", "開發區"), Relation("urn:i", "投資")
        >>> claim = Claim("urn:c", zone, invests, figure, "planned", "stated")
        >>> figure_text(claim, WORDS["zh-Hant"]), figure_text(claim, WORDS["en"])
        ('1.5億', '150 million')
    """
    # Data of others may have a thing where a value belongs.
    written = claim.object.value if isinstance(claim.object, Value) else ""
    if len(written) > _LONGEST or not _is_number(written):
        return claim.object_text
    details = {q.name: q.text for q in claim.qualifiers}
    unit, comparator = details.get("unit", ""), details.get("comparator", "")
    # Most answers have no figure and never load it.
    from decimal import Decimal

    number = Decimal(written)
    amount = _digits(number, words["scales"])
    if unit in words["units_before"]:
        return " ".join(filter(None, (comparator, unit, amount)))
    if number == 1:
        ending, singular = next(((end, one) for end, one in words["one"] if unit.endswith(end)), ("", ""))
        unit = unit.removesuffix(ending) + singular
    gap = words["unit_gap"]
    return comparator + (gap if comparator else "") + amount + ("" if unit in words["units_close"] else gap) + unit


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.replace(".", "", 1).isdecimal()


def _digits(number: Decimal, scales: tuple[tuple[int, str], ...]) -> str:
    """Return a number in the largest scale that leaves few decimal places, else with all its digits."""
    for size, word in scales:
        scaled = number / size
        if abs(scaled) >= 1 and scaled == round(scaled, _PLACES):
            scaled = scaled.normalize()
            return f"{scaled:,f}{word}"
    return f"{number.normalize():,f}"


def qualifier_text(qualifier: Qualifier, words: dict[str, Any]) -> str:
    """Return the value of a qualifier as text.

    The words of a source are in quotation marks. A translation that is ours follows in brackets, for a reader of its
    language.

    Args:
        qualifier: The qualifier.
        words: The words of the reader's language.

    Returns:
        The text. It is not escaped.

    Examples:
        >>> from cityGraph.model.claim import Qualifier
        >>> from cityGraph.render.words import WORDS
        >>> purpose = Qualifier("purpose", "purpose", "擴區增容", "擴區增容", "zh-Hant", "larger zones")
        >>> qualifier_text(purpose, WORDS["en"])
        '“擴區增容” (larger zones)'
        >>> qualifier_text(Qualifier("period", "period", "2025", "2025"), WORDS["en"])
        '2025'
    """
    if not qualifier.language:
        return qualifier.text
    text = quoted(qualifier.text, words)
    return text + words["gloss"].format(text=qualifier.gloss) if qualifier.gloss else text


def is_foreign(text: str, tag: str | None, words: dict[str, Any]) -> bool:
    """Tell whether a text is in a script that the reader did not ask for: Chinese in English, or 繁體 in 简体.

    Args:
        text: The text.
        tag: Its language tag, or None if it is unknown.
        words: The words of the reader's language.

    Returns:
        Whether it is. A reader of 繁體 reads both scripts.

    Examples:
        >>> from cityGraph.render.words import WORDS
        >>> is_foreign("太鋼", "zh-Hant", WORDS["en"]), is_foreign("TISCO", "en", WORDS["zh-Hans"])
        (True, False)
    """
    if words["language"] == "zh-Hant" or not any("\u2e80" <= character <= "\u9fff" for character in text):
        return False
    return words["language"] == "en" or not (tag or "").lower().startswith(("zh-hans", "zh-cn"))


def own_words(text: str, tag: str | None, words: dict[str, Any]) -> str:
    """Return a name or a title as the reader sees it.

    Args:
        text: The text.
        tag: Its language tag, or None if it is unknown.
        words: The words of the reader's language.

    Returns:
        The text, in quotation marks if `is_foreign` says that it is in another script. It is not escaped.
    """
    return quoted(text, words) if is_foreign(text, tag, words) else text


def quoted(text: str, words: dict[str, Any]) -> str:
    """Return the words of a source in quotation marks.

    Args:
        text: The words, exactly as printed.
        words: The words of the reader's language.

    Returns:
        The text in the quotation marks of the reader's language. It is not escaped. Empty if there are no words, as in
        a passage that only names its source.
    """
    return text and str(words["quoted"]).format(words=text)
