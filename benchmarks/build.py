"""What building a city from sheets costs: so many rows, each proved by a text of as many sentences or refused by it.

`python benchmarks/build.py [ROWS …]`: 1 000 and 10 000 rows unless ROWS says otherwise. Half of the rows are in
Chinese, half in English; they have seven relations and figures, one in three may have a quote, and one in ten says what
the text does not. CPU seconds and peak memory of `citygraph build --check`, each in a process of its own (Linux
tells). Prints the rows of a table; it stops if a row is judged otherwise than it was made.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
from pathlib import Path
from random import Random
from subprocess import run
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ("subject", "relation", "object", "source", "quote", "measure", "unit")
# The sentence, then the row that it proves. {c} is the city, {f} and {g} are firms, {z} is a zone, {n} a number.
CHINESE = (
    ("{f}位于{z}。", "{f}", "located in", "{z}", "", ""),
    ("{f}与{g}合作。", "{f}", "cooperates with", "{g}", "", ""),
    ("{c}重点支持{f}。", "{c}", "supports", "{f}", "", ""),
    ("{f}实现营业收入{n}亿元。", "{f}", "has output", "{n}", "营业收入", "亿元"),
    ("{f}投资{g}。", "{f}", "invests in", "{g}", "", ""),
    ("{f}现有员工{n}人。", "{f}", "has output", "{n}", "员工", "人"),
    ("{f}向{g}供应电池。", "{f}", "supplies", "{g}", "", ""),
    ("{f}控股{g}。", "{f}", "owns", "{g}", "", ""),
)
ENGLISH = (
    ("{f} is located in {z}.", "{f}", "located in", "{z}", "", ""),
    ("{f} works with {g}.", "{f}", "cooperates with", "{g}", "", ""),
    ("{c} supports {f}.", "{c}", "supports", "{f}", "", ""),
    ("{f} reported revenue of {n} million euros.", "{f}", "has output", "{n}", "revenue", "million euros"),
    ("{f} invested in {g}.", "{f}", "invests in", "{g}", "", ""),
    ("{f} employs {n} people.", "{f}", "has output", "{n}", "people", "people"),
    ("{f} supplies {g}.", "{f}", "supplies", "{g}", "", ""),
    ("{f} owns {g}.", "{f}", "owns", "{g}", "", ""),
)
SIGNS = "云河山海天地金木水火土石风雷雨雪松竹梅兰江湖东西南北春夏秋冬"
SYLLABLES = ("bar", "cor", "dal", "fen", "gor", "hal", "kel", "lor", "mar", "nor", "pel", "ros", "sel", "tor", "ver")


def name(number: int, parts: str | tuple[str, ...], length: int = 3) -> str:
    """A name of a few signs or syllables, another one for each number."""
    found = ""
    for _ in range(length):
        number, at = divmod(number, len(parts))
        found += parts[at]
    return found


def write(file: Path, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table."""
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([columns, *rows])


def folder(path: Path, count: int) -> set[int]:
    """Write sheets with so many rows and their texts.

    Args:
        path: The folder.
        count: How many rows.

    Returns:
        The numbers of the rows that the texts do not bear out.
    """
    random = Random(count)
    (path / "texts").mkdir(parents=True)
    (path / "city.toml").write_text('name = "云河"\nid = "yunhe"\n', encoding="utf-8")
    things, claims, false = [], [], set()
    for language, templates in (("zh", CHINESE), ("en", ENGLISH)):
        chinese = language == "zh"
        many = max(count // 10, 20)
        parts = SIGNS if chinese else SYLLABLES
        firms = [f"{name(n, parts)}公司" if chinese else f"{name(n, parts).title()} Inc" for n in range(many)]
        zones = [
            f"{name(n, parts, 2)}工业园" if chinese else f"{name(n, parts, 2).title()} Park" for n in range(many // 5)
        ]
        city = "云河市" if chinese else "Yunhe"
        things += [(each, "firm", "") for each in firms] + [(each, "zone", "") for each in zones]
        sentences: list[str] = []
        said = set()
        while len(sentences) < count // 2:
            sentence, subject, relation, object_, measure, unit = templates[len(sentences) % len(templates)]
            f, g = random.sample(firms, 2)
            parted = {"c": city, "f": f, "g": g, "z": random.choice(zones), "n": str(random.randrange(11, 9_999))}
            ends = [each.format(**parted) for each in (subject, relation, object_)]
            known = (*ends[:2], measure or ends[2])
            if known in said:
                continue
            said |= {known, (ends[2], ends[1], ends[0])}  # works with reads alike from both ends
            sentences.append(sentence.format(**parted))
            quote = sentences[-1][:24] if len(sentences) % 3 == 0 and len(sentences[-1]) <= 24 else ""
            claims.append([*ends, language, quote, measure, unit])
        for row in random.sample(range(len(claims) - len(sentences), len(claims)), len(sentences) // 10):
            subject, _, object_, *_ = claims[row]
            figure = claims[row][5]
            false.add(row + 2)
            claims[row][2] = str(int(object_) + 10_000) if figure else f"{object_} 2"
            if not figure:
                others = zones if claims[row][1] == "located in" else firms
                claims[row][2] = random.choice([each for each in others if (subject, claims[row][1], each) not in said])
        size = 5  # sentences a paragraph
        lines = [
            "".join(f"{each} " for each in sentences[at : at + size]).strip() for at in range(0, len(sentences), size)
        ]
        (path / "texts" / f"{language}.txt").write_text("\n".join(lines), encoding="utf-8")
    things.append(("云河市", "city", "Yunhe"))
    write(path / "things.csv", ("name", "kind", "aliases"), things)
    sources = [(each, f"Yunhe {each}", "News", "2024-05-01", each, f"{each}.txt") for each in ("zh", "en")]
    write(path / "sources.csv", ("key", "title", "publisher", "date", "language", "file"), sources)
    write(path / "claims.csv", COLUMNS, claims)
    return false


def measured(path: Path) -> tuple[float, float, set[int]]:
    """The CPU seconds of a build, its peak in MB, and the rows that it refuses."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "cityGraph", "build", str(path), "--check", "--format", "json"]
    answer = run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if answer.returncode not in (0, 1):
        raise SystemExit(answer.stderr)
    refused = json.loads(answer.stdout)["refused"]
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, after.ru_maxrss / 1e3, {each["row"] for each in refused if each["table"] == "claims.csv"}


def main(sizes: Iterable[int]) -> None:
    """Print the rows of the table."""
    print("| rows | CPU s | rows a second | MB at the peak |")
    print("|---|---|---|---|")
    for count in sizes:
        with TemporaryDirectory() as name_:
            path = Path(name_) / "city"
            false = folder(path, count)
            took, peak, refused = measured(path)
            if refused != false:
                print(len(refused - false), "refused that are true", sorted(refused - false)[:5], file=sys.stderr)
                print(len(false - refused), "proved that are false", sorted(false - refused)[:5], file=sys.stderr)
                raise SystemExit(1)
            print(f"| {count:,} | {took:.1f} | {count / took:,.0f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main(map(int, sys.argv[1:] or ("1000", "10000")))
