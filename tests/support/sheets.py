"""Small cities as folders of sheets, each with a text of our own making."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path

import cityGraph as cg

# By language: the names of the things with their kinds, the text, and claims that it proves.
CITIES: dict[str, dict[str, str]] = {
    "zh-Hans": {
        "things.csv": "name,kind,aliases\n乙市,城市,\n甲公司,企业,甲集团\n丙园区,园区,\n",
        "sources.csv": "key,title,date,language,file\nnews,乙市新闻,2024-03-01,zh-Hans,news.txt\n",
        "claims.csv": "subject,relation,object,status,source,measure,unit\n"
        "乙市,支持,甲公司,事实,news,,\n甲公司,位于,丙园区,事实,news,,\n甲集团,has-output,120,realised,news,销售额,亿元\n",
        "texts/news.txt": "乙市新闻\n\n乙市支持甲公司。甲公司位于丙园区。\n\n甲公司销售额达到120亿元。\n",
    },
    "zh-Hant": {
        "things.csv": "name,kind\n丁市,city\n戊公司,firm\n己園區,zone\n",
        "sources.csv": "key,title,date,language,file\nnews,丁市新聞,2024年3月,zh-Hant,news.txt\n",
        "claims.csv": "主語,關係,賓語,狀態,來源\n丁市,支持,戊公司,事實,news\n戊公司,located-in,己園區,,news\n",
        "texts/news.txt": "丁市新聞\n\n丁市支持戊公司。戊公司位於己園區。\n",
    },
    "en": {
        "things.csv": "Name,Kind,Aliases\nGreenford,city,\nHillview Optics,firm,Hillview\nEastlake Park,zone,\n",
        "sources.csv": "key,title,date,language,file\nnews,News of Greenford,undated,en,news.txt\n",
        "claims.csv": "subject,relation,object,status,source\nGreenford,supports,Hillview Optics,realised,news\n"
        "Hillview Optics,located in,Eastlake Park,fact,news\n",
        "texts/news.txt": "News of Greenford\n\nGreenford supports Hillview Optics. Hillview Optics is located in "
        "Eastlake Park.\n",
    },
}
CLAIMS = ("subject", "relation", "object", "source")


def sheets(folder: Path, which: str = "zh-Hans", /, **changed: str | bytes | None) -> Path:
    """Write a city of `CITIES` into a folder; `claims`, `things`, `city` … replace a file, None leaves it out."""
    files: dict[str, str | bytes | None] = dict(CITIES[which])
    for name, content in changed.items():
        files["city.toml" if name == "city" else f"{name}.csv"] = content
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def rows(*lines: Mapping[str, str], columns: Iterable[str] = CLAIMS) -> str:
    """Some rows as CSV, with the columns of claims or others; what a row does not say is a claim that is proved."""
    usual = {"subject": "乙市", "relation": "supports", "object": "甲公司", "source": "news"}
    names = list(dict.fromkeys([*columns, *(name for line in lines for name in line)]))
    text = StringIO()
    out = csv.DictWriter(text, names, restval="")
    out.writeheader()
    out.writerows([{**{name: usual[name] for name in names if name in usual}, **line} for line in lines])
    return text.getvalue()


def check(folder: Path) -> cg.Checked:
    return cg.build(folder, check=True)


def refusals(folder: Path) -> list[str]:
    """What is refused, a line each."""
    return [str(each) for each in check(folder).refused]
