"""How many of the claims that a careful reader enters are among the suggestions, for a folder of texts.

`python benchmarks/suggest.py TEXTS [--draw N --seed S] [--missed]`. TEXTS has a folder for each text: `text.txt`,
`source.csv`, `things.csv` and `claims.csv` (what the text says). Each is suggested from twice: from the text with its
city alone, and with all things. With `--draw` it prints suggestions at random, to be read against their texts.

A suggestion is a claim if both have the same subject (by any name), the same relation or one above the other, and the
same object: a thing by any name, a number of the same size, or words of which one contains the other.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import cityGraph as cg
from cityGraph.authoring.sheet_terms import SheetTerms
from cityGraph.names.spelling import fold
from cityGraph.proof.figures import claimed
from cityGraph.proof.folded import folded
from cityGraph.proof.said_by import general_relations
from cityGraph.proof.short_names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, str]
PLACES = ("city", "administrative area", "region", "state")
TERMS = SheetTerms()
ABOVE = general_relations(cg.open())


def rows(file: Path) -> list[Row]:
    """Read a table."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def write(file: Path, columns: Iterable[str], lines: Iterable[Row]) -> None:
    """Write a table."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(columns), extrasaction="ignore")
        table.writeheader()
        table.writerows(lines)


def suggested(folder: Path, given: bool) -> tuple[cg.Suggested, float, int]:
    """The suggestions for a text, how long they took, and how many rows are refused once all are moved."""
    with TemporaryDirectory() as temporary:
        sheets = Path(temporary)
        (sheets / "texts").mkdir()
        (sheets / "texts" / "text.txt").write_bytes((folder / "text.txt").read_bytes())
        (source,) = rows(folder / "source.csv")
        write(sheets / "sources.csv", (*source, "file"), [{**source, "file": "text.txt"}])
        things = rows(folder / "things.csv")
        places = [row for row in things if row["kind"] in PLACES]
        cities = [row for row in places if row["kind"] == "city"] or places[:1]
        things = things if given else cities
        write(sheets / "things.csv", ("name", "kind", "aliases"), things)
        (sheets / "claims.csv").write_text("subject,relation,object,source\n")
        start = perf_counter()
        answer = cg.suggest(sheets)
        took = perf_counter() - start
        found = rows(sheets / "suggested-things.csv")
        write(sheets / "things.csv", found[0] if found else ("name", "kind", "aliases"), [*things, *found])
        claims = rows(sheets / "suggested.csv")
        write(sheets / "claims.csv", claims[0] if claims else ("subject", "relation", "object", "source"), claims)
        refused = cg.build(sheets, check=True).refused if claims else ()
        for each in refused:
            print("  REFUSED", each)
        return answer, took, len(refused)


def names(name: str, known: dict[str, set[str]]) -> set[str]:
    """All names of a thing, folded."""
    found = {fold(name)} | known.get(fold(name), set())
    return found | {fold(each) for one in (name,) for each in short_names(folded(one))}


def known_names(things: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    """All names of each thing, by each of its names."""
    known: dict[str, set[str]] = {}
    for name, others in things:
        mine = {fold(each) for each in (name, *others) if each}
        mine |= {fold(each) for one in (name, *others) for each in short_names(folded(one))}
        for each in mine:
            known.setdefault(each, set()).update(mine)
    return known


def related(one: str, other: str, value: bool) -> bool:
    """Whether two relations are the same, or one stands above the other."""
    a, b = (TERMS.relation(each, value=value).term or each for each in (one, other))
    return a == b or a in ABOVE.get(b, ()) or b in ABOVE.get(a, ())


def same(claim: Row, other: cg.SuggestedClaim, known: dict[str, set[str]], found: dict[str, set[str]]) -> bool:
    """Whether a suggestion says what a claim says."""
    language = "zh" if not claim["quote"].isascii() else "en"
    value = bool(claim["measure"])
    if not names(claim["subject"], known) & names(other.subject, found):
        return False
    if not related(claim["relation"], other.relation, value):
        return False
    if value != bool(other.measure or other.unit):
        return False
    if value:
        a = claimed(claim["object"], claim["unit"], "", language)
        b = claimed(other.object, other.unit, "", language)
        return bool(a and b and (a.low, a.high) == (b.low, b.high))
    if names(claim["object"], known) & names(other.object, found):
        return True
    one, two = fold(claim["object"]), fold(other.object)
    thing = one in known or two in found
    return not thing and min(len(one), len(two)) > 1 and (one in two or two in one)


def main() -> None:
    """Print the share found, and a draw."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts")
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    everything: dict[bool, list[tuple[str, cg.SuggestedClaim]]] = {False: [], True: []}
    counts = {False: [0, 0, 0, 0], True: [0, 0, 0, 0]}
    folders = sorted(each for each in Path(given.texts).iterdir() if (each / "claims.csv").exists())
    for folder in folders:
        claims, things = rows(folder / "claims.csv"), rows(folder / "things.csv")
        known = known_names((row["name"], row["aliases"].split("|")) for row in things)
        for whole in (False, True):
            answer, took, refused = suggested(folder, whole)
            own = known_names((each.name, each.aliases) for each in answer.things)
            hits = {
                at
                for at, claim in enumerate(claims)
                if any(same(claim, each, known, {**known, **own}) for each in answer.claims)
            }
            everything[whole] += [(folder.name, each) for each in answer.claims]
            for at, n in enumerate((len(hits), len(claims), len(answer.claims), refused)):
                counts[whole][at] += n
            how = "all things" if whole else "city alone"
            print(
                f"{folder.name}, {how}: {len(hits)} of {len(claims)} true claims; {len(answer.things)} things and "
                f"{len(answer.claims)} claims in {took:.1f} s; {refused} refused when moved"
            )
            if given.all:
                for thing in answer.things:
                    print("   ", thing.name, thing.kind, "|".join(thing.aliases), sep=" · ")
                for each in answer.claims:
                    shown(each)
            if given.missed:
                for at, claim in enumerate(claims):
                    if at not in hits:
                        cells = (claim[c] for c in ("subject", "relation", "object", "unit", "measure", "quote"))
                        print("    missed:", " · ".join(cells))
    for whole, (hits_, true, said, refused) in counts.items():
        how = "all things" if whole else "city alone"
        print(f"{how}: {hits_} of {true} = {100 * hits_ / (true or 1):.1f} %; {said} suggestions; {refused} refused")
    if given.draw:
        drawn = Random(given.seed).sample(everything[False], min(given.draw, len(everything[False])))
        for at, (name, each) in enumerate(drawn, 1):
            print(at, name, end="")
            shown(each)


def shown(each: cg.SuggestedClaim) -> None:
    """Print a suggestion."""
    number = f"{each.comparator}{each.object}{each.unit} {each.measure}".strip()
    print("   ", each.subject, each.relation, number, each.status, each.period, f"«{each.quote}»", sep=" · ")


if __name__ == "__main__":
    main()
