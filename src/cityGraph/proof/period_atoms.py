"""Finds the dates of a text one by one: a year, a month, a day, a part of a year; what is left out stays empty."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from .figure_numbers import numeral
from .figure_words import any_of, unit_behind
from .tables import table

MONTHS = "january february march april may june july august september october november december".split()
_TWO = r"\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_PARTS = {"初": "start", "年初": "start", "early": "start", "中": "middle", "年中": "middle", "mid": "middle",
          "上旬": "start", "中旬": "middle", "下旬": "late", "底": "end", "末": "end", "年底": "end", "年末": "end", "late": "late", "end": "end", "beginning": "start",
          "start": "start", "middle": "middle", "year-end": "end"}  # fmt: skip
_ORDER = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


@dataclass(frozen=True)
class Atom:
    """One date, as far as it is printed.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; exclusive.
        year: The year; None if none is printed.
        shift: How many years from that of the text (去年 is -1); None if the words say none.
        month: The first month; None if none is printed.
        last: The last month; None if none is printed.
        day: The day; None if none is printed.
        last_day: The last of several days; None for one.
        part: "start", "middle", "late", "end", "season": the part that is printed without months; "fiscal" for the year of
            an account.
        until: The last year of several, such as of a plan of five years; None for one year.
        months: How many months from that of the text (上月 is -1); None if the words say none.
        words: Whether the words name a time that no calendar settles (近三年).
        nothing: Whether it only names what is compared with (去年同期).
    """

    start: int
    end: int
    year: int | None = None
    shift: int | None = None
    month: int | None = None
    last: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: str = ""
    until: int | None = None
    months: int | None = None
    words: bool = False
    nothing: bool = False


@cache
def _relative(language: str, kind: str) -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in table("periods", language) if row["kind"] == kind}


@cache
def _chinese() -> dict[str, re.Pattern[str]]:
    years = any_of(_relative("zh", "year"))
    year = r"(?P<y>(?:1[5-9]|2[01])\d{2}|[一二][〇零一二三四五六七八九]{3})(?:年度(?!假)|年(?!历史|多|余|来))"
    roc = r"民国 ?(?P<roc>\d{1,3}|元|[〇零一二三四五六七八九十]+)年"
    quarter = r"(?:第?(?P<q>[一二三四1-4])季(?:度)?|(?P<tq>前(?P<nq>[二两三23])(?:个)?季度))"
    half = r"(?P<half>[上下])半年"
    span = rf"(?P<m1>{_TWO})月?(?:-|—|–|~|至|到)(?P<m2>{_TWO})月(?:份)?"
    month = rf"(?P<m>{_TWO})月(?:份)?(?:(?P<d>{_TWO})(?:[日号]?(?:-|—|–|~|至|到)(?P<d2>{_TWO}))?[日号](?!线|楼))?"
    within = rf"(?:{span}(?!\d)|{month}|{half}|{quarter})"
    part = r"(?P<part>年?[初中底末](?!心|国|旬|期|央|步|级|等)|[上中下]旬)?"
    return {
        "full": re.compile(rf"(?:{roc}|{year}|(?P<rel>{years}))(?:[的 ]?{within})?{part}"),
        "bare": re.compile(rf"(?P<roc>(?!))?(?P<y>(?!))?(?P<rel>(?!))?(?<![\d一二三四五六七八九十个]){within}{part}"),
        "iso": re.compile(r"(?<![\d.-])(?P<y>(?:19|20)\d{2})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?:(?P=s)(?P<d>[12]\d|3[01]|0?[1-9]))?(?![\d.-]*\d|年)"),
        "plan": re.compile(r"[“\"「‘]?(?P<n>十[一二三四五六七])五(?![\d一二三四五六七八九十百千万亿家个年])[”\"」’]?(?:规划|计划)?(?P<part>[初末])?(?:期间|时期)?|"
                           r"[“\"「](?P<o>[六七八九十])五[”\"」](?:规划|计划)?(?P<opart>[初末])?(?:期间|时期)?|第(?P<p>[一二三四五六七八九十]+)个五年(?:规划|计划)(?:期间|时期)?"),
        "years": re.compile(r"(?<!\d)(?P<a>(?:1[89]|20)\d{2})年?(?:-|—|——|–|~|～|至|到)(?P<b>(?:1[89]|20)\d{2}|\d{2}(?=年))年?(?!\d)"),
        "month": re.compile(any_of(_relative("zh", "month"))),
        "words": re.compile(r"(?:(?<=^)|(?<=[，。；、（(在]))(?:最近|近)[一二两三四五六七八九十\d]{1,2}年(?:来|间|内|以来|，|,)|"
                            r"(?:未来|今后|过去|此前)[一二两三四五六七八九十\d]{1,2}(?:年|个月)(?:来|间|内)?|[一二两三四五六七八九十\d]{1,2}年(?:之)?内(?!部)"),
    }  # fmt: skip


_SAME = re.compile(r"(?:的)?同(?:期|比)|(?:的)?同一时期")


def chinese_atoms(text: str) -> list[Atom]:
    """Find the dates of a Chinese text.

    Args:
        text: A folded text.

    Returns:
        Dates in the order of the text, none inside another.

    Examples:
        >>> [(atom.year, atom.month, atom.day) for atom in chinese_atoms("2011年3月25日，9月")]
        [(2011, 3, 25), (None, 9, None)]
    """
    patterns = _chinese()
    found: list[Atom] = []
    for match in patterns["years"].finditer(text):
        first = int(match["a"])
        last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
        if first < last and not text[match.end() : match.end() + 1].isalpha() | (
            match[0][-1] != "年" and text[match.end() : match.end() + 1] in "亿万个家"
        ):
            found.append(Atom(*match.span(), year=first, until=last))
        elif first < last and match[0].endswith("年"):
            found.append(Atom(*match.span(), year=first, until=last))
    for match in patterns["plan"].finditer(text):
        number = numeral(match["n"] or match["o"] or match["p"])
        if number is not None and number >= 3:
            first = 1966 + 5 * (int(number) - 3)
            part = {"初": "start", "末": "end"}.get(match["part"] or match["opart"] or "", "")
            years = {"start": (first, None), "end": (first + 4, None), "": (first, first + 4)}[part]
            found.append(Atom(*match.span(), year=years[0], until=years[1], part=part))
    found += [Atom(*match.span(), int(match["y"]), month=int(match["m"]), last=int(match["m"]), day=int(match["d"]) if match["d"] else None)
              for match in patterns["iso"].finditer(text)]  # fmt: skip
    found += [
        Atom(*match.span(), months=_relative("zh", "month")[match[0]]) for match in patterns["month"].finditer(text)
    ]
    found += [
        Atom(match.start(), match.end() - (match[0][-1] in "，,"), words=True)
        for match in patterns["words"].finditer(text)
    ]
    for name in ("full", "bare"):
        found += [atom for match in patterns[name].finditer(text) if (atom := _full(match))]
    return [replace(atom, end=same.end(), nothing=True) if (same := _SAME.match(text, atom.end)) else atom
            for atom in _apart(found)]  # fmt: skip


def _apart(found: list[Atom]) -> list[Atom]:
    """Keep the longest of those that overlap."""
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda atom: (atom.start - atom.end, atom.start)):
        if not any(other.start < atom.end and atom.start < other.end for other in kept):
            kept.append(atom)
    return sorted(kept, key=lambda atom: atom.start)


def _whole(words: str) -> int:
    return int(words) if words.isdigit() else int(numeral(words) or 0)


def _year(match: re.Match[str]) -> int | None:
    if match["roc"]:
        words = match["roc"]
        if words == "元":
            return 1912
        return 1911 + (_each(words) if len(words) > 1 and "十" not in words and not words.isdigit() else _whole(words))
    if match["y"]:
        return int(match["y"]) if match["y"].isdigit() else _each(match["y"])
    return None


def _each(words: str) -> int:
    return int("".join(str("〇一二三四五六七八九".index("〇" if word == "零" else word)) for word in words))


def _full(match: re.Match[str]) -> Atom | None:
    month = last = day = last_day = None
    if match["m"]:
        month = last = _whole(match["m"])
        day = _whole(match["d"]) if match["d"] else None
        last_day = _whole(match["d2"]) if match["d2"] else None
    elif match["m1"]:
        month, last = _whole(match["m1"]), _whole(match["m2"])
    elif match["half"]:
        month, last = (1, 6) if match["half"] == "上" else (7, 12)
    elif match["tq"]:
        month, last = 1, 3 * ({"二": 2, "两": 2, "三": 3}.get(match["nq"]) or int(match["nq"]))
    elif match["q"]:
        quarter = _ORDER.get(match["q"]) or int(match["q"])
        month, last = 3 * quarter - 2, 3 * quarter
    if (
        month is not None
        and last is not None
        and not (1 <= month <= last <= 12 and (day is None or 1 <= day <= (last_day or 31) <= 31))
    ):
        return None
    shift = _relative("zh", "year").get(match["rel"] or "")
    return Atom(*match.span(), year=_year(match), shift=shift, month=month, last=last, day=day, last_day=last_day,
                part=_PARTS.get(match["part"] or "", ""))  # fmt: skip


@cache
def _english() -> dict[str, re.Pattern[str]]:
    names = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS if name != "may") + "|may|sept\\.?"
    year = r"(?P<y>(?:1[5-9]|20)\d{2})"
    part = r"(?:(?P<part>early|late|mid)[ -](?:in )?|(?:the )?(?P<edge>end|beginning|start|middle) of (?:the year )?)?"
    fiscal = r"(?P<fy>(?:fiscal(?: year)? |FY ?))?"
    flags = re.IGNORECASE
    return {
        "day": re.compile(rf"\b(?:(?P<m>{names}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {year})?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{names})(?:,? (?P<y2>(?:1[5-9]|20)\d{{2}}))?)\b(?!,\d)", flags),
        "month": re.compile(rf"\b{part}(?P<m>{names}),? (?:of )?{year}\b", flags),
        "quarter": re.compile(rf"\b(?:(?:the )?(?P<o>first|second|third|fourth|last|final) (?P<w>quarter|half) of {fiscal}{year}|(?P<c>[QH])(?P<n>[1-4]) (?:of )?(?P<fy2>FY ?|fiscal )?(?P<y2>(?:19|20)\d{{2}})|(?P<y3>(?:19|20)\d{{2}}) ?(?P<c3>[QH])(?P<n3>[1-4]))\b", flags),
        "part": re.compile(r"\b(?:the )?(?P<o>first|second|third|fourth|last|final) (?P<w>quarter|half) of (?P<rel>this year|last year|next year|the year)\b", flags),
        "years": re.compile(rf"(?<![\d$€£¥,.-]){part}(?P<y>(?:1[5-9]|20)\d{{2}})(?:-|–|—| to | through |(?<=\d) and )(?:(?P<part2>early|late|mid)[ -])?(?P<b>(?:1[5-9]|20)\d{{2}}|\d{{2}})(?![\d,.]*\d|-)\b", flags),
        "decade": re.compile(r"\b(?P<y>(?:1[5-9]|20)\d0)s\b", flags),
        "year": re.compile(rf"(?<![\d$€£¥,.+-]){part}{fiscal}{year}(?![\d,]*\d|\.\d|[%+]|[-–—][A-Za-z\d])\b", flags),
        "iso": re.compile(r"(?<![\d.-])(?P<y>(?:19|20)\d{2})(?P<s>[-/])(?P<m>0[1-9]|1[0-2])(?:(?P=s)(?P<d>[12]\d|3[01]|0[1-9]))?(?![\d.-]*\d)"),
        "relative": re.compile(rf"\b(?:{any_of(_relative('en', 'year'))})\b", flags),
        "relmonth": re.compile(rf"\b(?:{any_of(_relative('en', 'month'))})\b", flags),
    }  # fmt: skip


_SAME_EN = re.compile(
    r"(?:same (?:period|quarter|time|month|half)|a year earlier|corresponding period)(?: of| in)? $", re.IGNORECASE
)
_NAMING = re.compile(
    r"\b(?:in|by|since|until|till|before|after|during|early|late|mid|of|for|from|to|through|between|and|the|as of|later than|earlier than|year|fiscal|FY|end|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)[ -]?$|[(（,–-] ?$|^$",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter) (?:of )?$", re.IGNORECASE)
_COUNTED = re.compile(
    r" (?!its|was|has|this|is|as|plus|plans|sees|saw|across|towards|besides|thus|onwards|afterwards|upwards|always|perhaps)[a-z-]+s\b|[ -](?:people|staff)\b"
)


def english_atoms(text: str) -> list[Atom]:
    """Find the dates of an English text.

    Args:
        text: A folded text.

    Returns:
        Dates in the order of the text, none inside another.

    Examples:
        >>> [(atom.year, atom.month, atom.day) for atom in english_atoms("March 25, 2011, and by 2030; 2000 jobs")]
        [(2011, 3, 25), (2030, None, None)]
    """
    patterns = _english()
    found: list[Atom] = []
    for match in patterns["day"].finditer(text):
        month, day, year = match["m"] or match["m2"], int(match["d"] or match["d2"]), match["y"] or match["y2"]
        number = _month(month)
        if 1 <= day <= 31 and (month[0].isupper() or len(month) > 3) and not (month == "may"):
            found.append(Atom(*match.span(), year=int(year) if year else None, month=number, last=number, day=day))
    for match in patterns["month"].finditer(text):
        number = _month(match["m"])
        found.append(Atom(*match.span(), year=int(match["y"]), month=number, last=number, part=_part(match)))
    for match in patterns["quarter"].finditer(text):
        year = match["y"] or match["y2"] or match["y3"]
        if match["w"]:
            order, half = _ORDER[match["o"].lower()], match["w"].lower() == "half"
        else:
            order, half = int(match["n"] or match["n3"]), (match["c"] or match["c3"]).upper() == "H"
        found.append(_piece(match, order, half, year=int(year), fiscal=bool(match["fy"] or match["fy2"])))
    for match in patterns["part"].finditer(text):
        shift = {"last year": -1, "next year": 1}.get(match["rel"].lower(), 0)
        found.append(_piece(match, _ORDER[match["o"].lower()], match["w"].lower() == "half", shift=shift))
    for match in patterns["years"].finditer(text):
        first = int(match["y"])
        last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
        joined = " and " not in match[0] or text[: match.start()].lower().endswith("between ")
        if (
            first < last
            and joined
            and not _counted(text, match.end())
            and not (len(match["b"]) == 2 and int(match["b"]) <= 12)
        ):
            parts = f"{_part(match)}/{_PARTS.get((match['part2'] or '').lower(), '')}".strip("/")
            found.append(Atom(*match.span(), year=first, until=last, part=parts))
    for match in patterns["decade"].finditer(text):
        found.append(Atom(*match.span(), year=int(match["y"]), until=int(match["y"]) + 9))
    for match in patterns["iso"].finditer(text):
        month = int(match["m"])
        found.append(
            Atom(*match.span(), int(match["y"]), month=month, last=month, day=int(match["d"]) if match["d"] else None)
        )
    for match in patterns["year"].finditer(text):
        named = (
            match["part"]
            or match["edge"]
            or match["fy"]
            or _NAMING.search(text[max(0, match.start() - 12) : match.start()])
        )
        if named and not _counted(text, match.end()):
            season = _SEASON.search(text, max(0, match.start() - 12), match.start())
            part = "fiscal" if match["fy"] else "season" if season else _part(match)
            found.append(Atom(*match.span(), year=int(match["y"]), part=part))
    found += [
        Atom(*match.span(), shift=_relative("en", "year")[match[0].lower()])
        for match in patterns["relative"].finditer(text)
    ]
    found += [
        Atom(*match.span(), months=_relative("en", "month")[match[0].lower()])
        for match in patterns["relmonth"].finditer(text)
    ]
    return [replace(atom, nothing=True) if _SAME_EN.search(text, max(0, atom.start - 36), atom.start) else atom
            for atom in _apart(found)]  # fmt: skip


def _counted(text: str, end: int) -> bool:
    return unit_behind(text, end, "en") is not None or bool(_COUNTED.match(text, end))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _part(match: re.Match[str]) -> str:
    return _PARTS.get((match["part"] or match["edge"] or "").lower(), "")


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
