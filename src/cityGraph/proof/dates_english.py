"""Finds the dates of an English text: years, months, days, quarters, decades, last year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from .dates import ORDER, PARTS, Atom, apart, relative
from .figure_units import any_of, unit_behind

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


_SEASONS = "spring|summer|autumn|fall|winter"


@cache
def _english() -> dict[str, re.Pattern[str]]:
    names = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS if name != "may") + "|may|sept\\.?"
    year = r"(?P<y>(?:1[5-9]|20)\d{2})"
    part = (
        r"(?:(?P<part>early|late|mid)[ -](?:in )?|(?:the )?(?P<edge>end|beginning|start|middle) of (?:the year )?|"
        r"(?P<close>year-end(?: of)?) )?"
    )
    fiscal = r"(?P<fy>(?:fiscal(?: year)? |FY ?))?"
    flags = re.IGNORECASE
    year2 = r"(?P<y2>(?:1[5-9]|20)\d{2})"
    order = "(?:the )?(?P<o>first|second|third|fourth|last|final) (?P<w>quarter|half) of"
    return {
        "day": re.compile(
            rf"\b(?:(?P<m>{names}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:(?:-|–| to )(?P<d3>\d{{1,2}}))?(?:,? {year})?|"
            rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{names})(?:,? {year2})?)\b(?!,\d)",
            flags,
        ),
        "month": re.compile(
            rf"\b{part}(?:(?P<m0>{names})(?: to | through |-|–))?(?P<m>{names}),? (?:of )?{year}\b", flags
        ),
        "quarter": re.compile(
            rf"\b(?:{order} {fiscal}{year}|(?P<c>[QH])(?P<n>[1-4]) (?:of )?(?P<fy2>FY ?|fiscal )?{year2}|"
            r"(?P<y3>(?:19|20)\d{2}) ?(?P<c3>[QH])(?P<n3>[1-4]))\b",
            flags,
        ),
        "part": re.compile(rf"\b{order} (?P<rel>this year|last year|next year|the year)\b", flags),
        "years": re.compile(
            rf"(?<![\d$€£¥,.-]){part}{fiscal}{year}(?:-|–|—| to | through |(?<=\d) and )"
            r"(?:(?P<part2>early|late|mid)[ -])?(?P<b>(?:1[5-9]|20)\d{2}|\d{2})(?![\d,.]*\d|-)\b(?P<fy3> fiscal year)?",
            flags,
        ),
        "decade": re.compile(r"\b(?P<y>(?:1[5-9]|20)\d0)s\b", flags),
        "year": re.compile(
            rf"(?<![\d$€£¥,.+-]){part}{fiscal}{year}(?![\d,]*\d|\.\d|[%+]|[-–—/][A-Za-z\d])\b(?P<tail> year-end)?",
            flags,
        ),
        "iso": re.compile(
            r"(?<![\d.-])(?P<y>(?:19|20)\d{2})(?P<s>[-/])(?P<m>0[1-9]|1[0-2])"
            r"(?:(?P=s)(?P<d>[12]\d|3[01]|0[1-9]))?(?![\d.-]*\d)"
        ),
        "relative": re.compile(rf"\b{part}(?P<rel>{any_of(relative('en', 'year'))})\b", flags),
        "bare": re.compile(
            rf"(?:\b[Ii]n|\b[Ss]ince) (?P<m>{'|'.join(name.capitalize() for name in MONTHS)})\b(?! \d)(?!,? \d{{4}})"
        ),
        "season": re.compile(rf"\b(?P<rel>this|last|next) (?P<s>{_SEASONS})\b(?! of\b)", flags),
        "relmonth": re.compile(rf"\b(?:{any_of(relative('en', 'month'))})\b", flags),
    }


_SAME = re.compile(
    r"(?:same (?:period|quarter|time|month|half)|a year earlier|corresponding period)(?: of| in)? $", re.IGNORECASE
)
_NAMING = re.compile(
    r"\b(?:in|by|since|until|till|before|after|during|early|late|mid|for|from|to|through|between|and|the|as of|"
    r"(?:spring|summer|autumn|fall|winter|years?|end|start|beginning|middle|half|quarter|period|crisis|levels) of|"
    r"later than|earlier than|year|fiscal|FY|end|spring|summer|autumn|fall|winter)[ -]?$|[(（,–-] ?$|^$",
    re.IGNORECASE,
)
_SEASON = re.compile(rf"\b({_SEASONS}) (?:of )?$", re.IGNORECASE)
_COUNTED = re.compile(  # in 2000 villages: a noun, and no word that may follow a year
    r" (?!(?:its|was|has|this|is|as|plus|plans|sees|saw|across|towards|besides|thus|onwards|afterwards|upwards|always|"
    r"perhaps)\b)[a-z-]+s\b|[ -](?:people|staff)\b"
)


def english_dates(text: str) -> list[Atom]:
    """Find the dates of an English text.

    Args:
        text: A folded text.

    Returns:
        Dates in the order of the text, none inside another.

    Examples:
        >>> [(atom.year, atom.month, atom.day) for atom in english_dates("March 25, 2011, and by 2030; 2000 jobs")]
        [(2011, 3, 25), (2030, None, None)]
    """
    patterns = _english()
    found: list[Atom] = []
    for match in patterns["day"].finditer(text):
        month, day, year = match["m"] or match["m2"], int(match["d"] or match["d2"]), match["y"] or match["y2"]
        number = _month(month)
        if 1 <= day <= 31 and (month[0].isupper() or len(month) > 3) and month != "may":
            last_day = int(match["d3"]) if match["d3"] and int(match["d3"]) > day else None
            whole = int(year) if year else None
            found.append(Atom(*match.span(), whole, month=number, last=number, day=day, last_day=last_day))
    for match in patterns["month"].finditer(text):
        number = _month(match["m"])
        first = _month(match["m0"]) if match["m0"] else number
        if first <= number:
            found.append(Atom(*match.span(), year=int(match["y"]), month=first, last=number, part=_part(match)))
    for match in patterns["quarter"].finditer(text):
        year = match["y"] or match["y2"] or match["y3"]
        if match["w"]:
            order, half = ORDER[match["o"].lower()], match["w"].lower() == "half"
        else:
            order, half = int(match["n"] or match["n3"]), (match["c"] or match["c3"]).upper() == "H"
        found.append(_piece(match, order, half, year=int(year), fiscal=bool(match["fy"] or match["fy2"])))
    for match in patterns["part"].finditer(text):
        shift = {"last year": -1, "next year": 1}.get(match["rel"].lower(), 0)
        found.append(_piece(match, ORDER[match["o"].lower()], match["w"].lower() == "half", shift=shift))
    for match in patterns["years"].finditer(text):
        first = int(match["y"])
        last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
        joined = " and " not in match[0] or text[: match.start()].lower().endswith("between ")
        month = len(match["b"]) == 2 and int(match["b"]) <= 12  # 2010-12 may be a month
        if first < last and joined and not month and not _counted(text, match.end()):
            fiscal = "fiscal" if match["fy"] or match["fy3"] else ""
            parts = fiscal or f"{_part(match)}/{PARTS.get((match['part2'] or '').lower(), '')}".strip("/")
            found.append(Atom(*match.span(), year=first, until=last, part=parts))
    for match in patterns["decade"].finditer(text):
        first = int(match["y"])
        found.append(Atom(*match.span(), year=first, until=first + 9))
    for match in patterns["iso"].finditer(text):
        number = int(match["m"])
        day_of_month = int(match["d"]) if match["d"] else None
        found.append(Atom(*match.span(), int(match["y"]), month=number, last=number, day=day_of_month))
    found += [atom for match in patterns["year"].finditer(text) if (atom := _year(text, match))]
    for match in patterns["bare"].finditer(text):
        number = _month(match["m"])
        found.append(Atom(match.start("m"), match.end(), month=number, last=number))
    for match in patterns["season"].finditer(text):
        shift = {"last": -1, "next": 1}.get(match["rel"].lower(), 0)
        found.append(Atom(*match.span(), shift=shift, part=_season(match["s"])))
    years, months = relative("en", "year"), relative("en", "month")
    for match in patterns["relative"].finditer(text):
        found.append(Atom(*match.span(), shift=years[match["rel"].lower()], part=_part(match)))
    found += [Atom(*match.span(), months=months[match[0].lower()]) for match in patterns["relmonth"].finditer(text)]
    return [
        replace(atom, nothing=True) if _SAME.search(text, max(0, atom.start - 36), atom.start) else atom
        for atom in apart(found)
    ]


def _year(text: str, match: re.Match[str]) -> Atom | None:
    """Read four digits as a year if a word says so and nothing is counted with them."""
    before = text[max(0, match.start() - 12) : match.start()]
    named = match["part"] or match["edge"] or match["close"] or match["fy"] or match["tail"] or _NAMING.search(before)
    if not named or _counted(text, match.end()):
        return None
    part = (
        "end"
        if match["tail"]
        else "fiscal"
        if match["fy"]
        else _season(said[1])
        if (said := _SEASON.search(before))
        else _part(match)
    )
    return Atom(*match.span(), year=int(match["y"]), part=part)


def _season(word: str) -> str:
    return word.lower().replace("autumn", "fall")


def _counted(text: str, end: int) -> bool:
    return unit_behind(text, end, "en") is not None or bool(_COUNTED.match(text, end))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _part(match: re.Match[str]) -> str:
    return "end" if match["close"] else PARTS.get((match["part"] or match["edge"] or "").lower(), "")


def _piece(match: re.Match[str], order: int, half: bool, year: int | None = None, shift: int | None = None,
           fiscal: bool = False) -> Atom:  # fmt: skip
    size = 6 if half else 3
    order = 2 if half and order == 4 else order
    return Atom(
        *match.span(),
        year=year,
        shift=shift,
        month=size * (order - 1) + 1,
        last=size * order,
        part="fiscal" if fiscal else "",
    )
