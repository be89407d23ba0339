"""Finds the dates of a Chinese text: years, months, days, quarters, plans of five years, 今年 and 上月."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from .dates import ORDER, PARTS, Atom, apart, relative
from .figure_numbers import numeral
from .figure_units import any_of

_TWO = r"\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"


@cache
def _chinese() -> dict[str, re.Pattern[str]]:
    years = any_of(relative("zh", "year"))
    four = r"(?:1[5-9]|2[01])\d{2}|[一二][〇零一二三四五六七八九]{3}"
    year = rf"(?P<y>{four}) ?(?:年度(?!假)|年(?!历史|多|余|来|代))"
    deeds = "完工|动工|动土|开工|竣工|落成|完成|启用|投产|通车|开发|招商|招标|进驻|核定|公告|年底|度"
    roc = (
        r"(?:民国 ?(?P<roc>\d{1,3}|元|[〇零一二三四五六七八九十]+) ?年|"
        rf"(?<![\d.亿万])(?P<late>9\d|1[0-3]\d) ?年(?=\d{{1,2}} ?月|底|初|{deeds}))"
    )
    quarter = r"(?:第?(?P<q>[一二三四1-4])季(?:度)?|Q(?P<qq>[1-4])(?!\d)|(?P<tq>前(?P<nq>[二两三23])(?:个)?季度))"
    half = r"(?P<half>[上下])半年"
    span = rf"(?P<m1>{_TWO}) ?月? ?(?:-|—|–|~|至|到) ?(?P<m2>{_TWO}) ?月(?:份)?"
    days = rf"(?P<d>{_TWO})(?: ?[日号]? ?(?:-|—|–|~|至|到) ?(?P<d2>{_TWO}))? ?[日号](?!线|楼)"
    month = rf"(?P<m>{_TWO}) ?月(?:份)?(?: ?{days})?"
    within = rf"(?:{span}(?!\d)|{month}|{half}|{quarter})"
    part = r"(?P<part>年?[初中底末](?!心|国|旬|期|央|步|级|等)|[上中下]旬)?"
    to = "(?:-|—|——|–|~|～|至|到)"
    plan = "(?:规划|计划)?"
    term = "(?:期间|时期)?"
    of = "的?(?:开局之年|首年|第一年|收官之年|最后一年|末年|[前后头][一二两三四]年)"
    some = r"[一二两三四五六七八九十\d]{1,2}"
    return {
        "full": re.compile(rf"(?:{roc}|{year}|(?P<rel>{years}))(?:[的 ]?{within})?{part}"),
        "short": re.compile(r"(?<![\d.])(?P<y>20\d{2}) ?Q(?P<q>[1-4])(?!\d)"),
        "bare": re.compile(
            rf"(?P<roc>(?!))?(?P<late>(?!))?(?P<y>(?!))?(?P<rel>(?!))?(?<![\d一二三四五六七八九十个]){within}{part}"
        ),
        "iso": re.compile(
            r"(?<![\d.-])(?P<y>(?:19|20)\d{2})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])"
            r"(?:(?P=s)(?P<d>[12]\d|3[01]|0?[1-9]))?(?![\d.-]*\d|年)"
        ),
        "plan": re.compile(
            rf"[“\"「‘]?(?P<n>十[一二三四五六七])五(?![\d一二三四五六七八九十百千万亿家个年])[”\"」’]?{plan}(?P<part>期?[初末])?{term}(?P<of>{of})?|"
            rf"[“\"「](?P<o>[六七八九十])五[”\"」]{plan}(?P<opart>[初末])?{term}|"
            rf"第(?P<p>[一二三四五六七八九十]+)个五年(?:规划|计划){term}"
        ),
        "years": re.compile(
            rf"(?<!\d)(?P<a>(?:1[89]|20)\d{{2}})年?{to}(?P<b>(?:1[89]|20)\d{{2}}|\d{{2}}(?=年))(?:年|(?![\d亿万个家]))"
        ),
        "month": re.compile(any_of(relative("zh", "month"))),
        "day": re.compile(rf"(?P<day>{any_of(relative('zh', 'day'))})(?:\(\d{{1,2}}\)日)?(?!记者|[从,]|获悉|报道|的)"),
        "words": re.compile(
            rf"(?:(?<=^)|(?<=[，。；、（(在]))(?:最近|近){some}年(?:来|间|内|以来|(?=[，,]))|"
            rf"(?:未来|今后|过去|此前){some}(?:年|个月)(?:来|间|内)?|{some}年(?:之)?内(?!部)"
        ),
    }


_SAME = re.compile(r"(?:的)?同(?:期|比)|(?:的)?同一时期")


def chinese_dates(text: str) -> list[Atom]:
    """Find the dates of a Chinese text.

    Args:
        text: A folded text.

    Returns:
        Dates in the order of the text, none inside another.

    Examples:
        >>> [(atom.year, atom.month, atom.day) for atom in chinese_dates("2011年3月25日，9月")]
        [(2011, 3, 25), (None, 9, None)]
    """
    patterns = _chinese()
    found: list[Atom] = []
    for match in patterns["years"].finditer(text):
        first = int(match["a"])
        last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
        if first < last:
            found.append(Atom(*match.span(), year=first, until=last))
    for match in patterns["plan"].finditer(text):
        number = numeral(match["n"] or match["o"] or match["p"])
        if number is not None and number >= 3:
            first = 1966 + 5 * (int(number) - 3)
            part = {"初": "start", "末": "end"}.get((match["part"] or match["opart"] or "")[-1:], "")
            of = match["of"] or ""
            opening, closing = re.search("开局|首年|第一年", of), re.search("收官|最后一年|末年", of)
            if part == "start" or opening:
                found.append(Atom(*match.span(), year=first, part=part))
            elif part == "end" or closing:
                found.append(Atom(*match.span(), year=first + 4, part=part))
            else:  # 前三年 is no more than a part of it
                found.append(Atom(*match.span(), year=first, until=first + 4, part="part" if of else ""))
    for match in patterns["iso"].finditer(text):
        month, day = int(match["m"]), int(match["d"]) if match["d"] else None
        found.append(Atom(*match.span(), int(match["y"]), month=month, last=month, day=day))
    for match in patterns["short"].finditer(text):
        last = 3 * int(match["q"])
        found.append(Atom(*match.span(), int(match["y"]), month=last - 2, last=last))
    months = relative("zh", "month")
    found += [Atom(*match.span(), months=months[match[0]]) for match in patterns["month"].finditer(text)]
    days = relative("zh", "day")
    found += [Atom(*match.span(), days=days[match["day"]]) for match in patterns["day"].finditer(text)]
    found += [Atom(*match.span(), words=True) for match in patterns["words"].finditer(text)]
    for name in ("full", "bare"):
        found += [atom for match in patterns[name].finditer(text) if (atom := _full(match))]
    return [_compared(text, atom) for atom in apart(found)]


def _compared(text: str, atom: Atom) -> Atom:
    """Mark a date that only names what is compared with."""
    same = _SAME.match(text, atom.end)
    return replace(atom, end=same.end(), nothing=True) if same else atom


def _whole(words: str) -> int:
    return int(words) if words.isdigit() else int(numeral(words) or 0)


def _year(match: re.Match[str]) -> int | None:
    if match["late"]:
        return 1911 + int(match["late"])
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
    elif match["q"] or match["qq"]:
        words = match["q"] or match["qq"]
        quarter = ORDER.get(words) or int(words)
        month, last = 3 * quarter - 2, 3 * quarter
    if month is not None and last is not None and not 1 <= month <= last <= 12:
        return None
    if day is not None and not 1 <= day <= (last_day or 31) <= 31:
        return None
    shift = relative("zh", "year").get(match["rel"] or "")
    return Atom(*match.span(), year=_year(match), shift=shift, month=month, last=last, day=day, last_day=last_day,
                part=PARTS.get(match["part"] or "", ""))  # fmt: skip
