"""The sheets of the workbook that `export` writes: one that explains the others, claims, plan, gaps, sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..graph.data_sets import data_sets
from ..graph.sources import sources_of
from ..model.claim import BASES, STATUSES, rank
from ..model.edges import edges_of
from ..plan.projects import projects
from ..plan.targets import targets
from ..plan.timeline import timeline
from ..render.rows import basis_of, count_of, status_of
from ..render.table import date_cell, table
from ..render.table_words import PLACE, README, ROWS, TITLES
from ..render.tables_plan import gaps_table, moments_table, projects_table, targets_table
from ..render.words import WORDS
from ..render.words_dossier import DOSSIER_WORDS
from ..validation.gaps import gaps
from .spreadsheet import check_fits
from .table_rows import CLAIMS, ENTITIES, RELATIONS, TARGETS, claim_rows, entity_rows, relation_rows, target_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity
    from ..render.cells import Row
    from ..render.table import Table
    from ..store.city import CityGraph

_SOURCES = ("name", "title", "publisher", "authors", "day", "grade", "claims", "url", "iri")
_INFERRED = ("because", "suggested")  # columns that only inferred claims fill
# Headers of tables of claims that answers call otherwise.
_KEYS = {"phrase": "quote", "quality": "grade", "label": "name", "kind_label": "kind", "kind": "kind_name"}
_OBSERVED = {"target": "name", "subject": "whose_figure", "due": "year", "target_iri": "iri"}


def sheets(
    city: CityGraph, things: Sequence[Entity], claims: Sequence[Claim], asked: Sequence[Entity], *, narrowed: bool
) -> list[Table]:
    """List the sheets of a workbook, in the language of the graph.

    Args:
        city: The open graph that the claims come from.
        things: The entities to write.
        claims: The claims to write.
        asked: The entities that were asked for. Empty for the whole graph.
        narrowed: Whether filters left out claims. The sheets on the plan then hold only what rests on the claims.

    Returns:
        The sheets: an explanation, claims, relations, then those of targets, observations, projects, timeline, gaps
        and sources that are not empty, and last the entities.

    Raises:
        CityGraphError: There are more rows than a sheet can hold.
    """
    quotes = sum(max(1, len(claim.evidence)) for claim in claims)
    check_fits(max(len(things), quotes))
    language = city.language
    words = WORDS[language]
    edges = len(edges_of(claims))
    named = [
        _sheet("claims", CLAIMS, _worded(claim_rows(claims), CLAIMS, words), language),
        _sheet("relations", RELATIONS, _worded(relation_rows(claims), RELATIONS, words), language),
    ]
    listed = [] if city.remote else _plan(city, things, claims, asked, narrowed=narrowed)
    shown = {row[-1] for each in listed if each.title == TITLES["targets"][PLACE[language]] for row in each.rows}
    figures = [row for row in _worded(target_rows(claims), TARGETS, words) if row[-1] not in shown]
    observed = tuple(_OBSERVED.get(column, column) for column in TARGETS)
    listed.insert(bool(listed), _sheet("observations", observed, figures, language))
    listed.append(table("sources", _SOURCES, _source_rows(city, claims), language))
    named += [each for each in listed if each.rows]
    named.append(_sheet("entities", ENTITIES, list(entity_rows(things)), language))
    if not any(claim.basis == "inferred" for claim in claims):
        named = [_without(each, _INFERRED) for each in named]
    counts = [quotes, edges, *(len(list(each.rows)) for each in named[2:])]
    return [_readme(city, things, claims, asked, list(zip(named, counts, strict=True)), narrowed=narrowed), *named]


def _sheet(name: str, columns: tuple[str, ...], rows: Iterable[Row], language: str) -> Table:
    return table(name, tuple(_KEYS.get(column, column) for column in columns), rows, language)


def _without(sheet: Table, dropped: tuple[str, ...]) -> Table:
    """Return a sheet without some columns: an empty cell would say that no source states it."""
    kept = [at for at, column in enumerate(sheet.columns) if column not in dropped]

    def chosen(row: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(row[at] for at in kept)

    rows = list(map(chosen, sheet.rows)) if isinstance(sheet.rows, list) else map(chosen, sheet.rows)
    return sheet._replace(columns=chosen(sheet.columns), heads=chosen(sheet.heads), rows=rows)


def _worded(rows: Iterable[Row], columns: tuple[str, ...], words: dict[str, str]) -> Iterator[Row]:
    """Yield rows with status and basis in the reader's language."""
    at = {name: columns.index(name) for name in ("status", "basis") if name in columns}
    for row in rows:
        cells = list(row)
        for name, place in at.items():
            word = status_of if name == "status" else basis_of
            said = str(cells[place] or "").split(" | ")
            cells[place] = " | ".join(word(each, words) for each in said if each) or None
        yield tuple(cells)


def _plan(
    city: CityGraph, things: Sequence[Entity], claims: Sequence[Claim], asked: Sequence[Entity], *, narrowed: bool
) -> list[Table]:
    """Return the sheets of targets, projects, timeline and gaps, each as its command lists them."""
    language, inferred = city.language, any(claim.basis == "inferred" for claim in claims)
    written, known = {claim.iri for claim in claims}, set(things)
    names: list[str | None] = [*(thing.iri for thing in asked)] or [None]

    def rests(*found: Claim | None) -> bool:
        return not narrowed or any(claim and claim.iri in written for claim in found)

    aims = {each.entity: each for name in names for each in targets(city, name, inferred=inferred)}
    works = {each.entity: each for name in names for each in projects(city, name, inferred=inferred)}
    dated = [timeline(city, name, inferred=inferred) for name in names]
    moments = dict.fromkeys([each for one in dated for each in one.events])
    moments |= dict.fromkeys([each for one in dated for each in one.undated])
    lacking = [gap for name in names for gap in gaps(city, name, inferred=inferred)]
    found = [
        targets_table([each for each in aims.values() if rests(*each.claims)], language),
        projects_table([each for each in works.values() if rests(*each.claims)], language),
        moments_table([each for each in moments if rests(each.claim, *each.stages, each.figure)], language),
        gaps_table([gap for gap in lacking if asked or not narrowed or gap.entity in known], language),
    ]
    return [each._replace(rows=list(each.rows)) for each in found]


def _source_rows(city: CityGraph, claims: Iterable[Claim]) -> list[Row]:
    """Return one row for each source, those with most claims first."""
    carried = Counter(source for claim in claims for source in claim.sources)
    known = sources_of(city, carried)
    comma = WORDS[city.language]["comma"]
    return [
        (
            *(source.label, source.title, source.publisher, comma.join(source.authors) or None),
            *(date_cell(source.date), source.quality, n, source.url, source.iri),
        )
        for source, n in ((known[iri], n) for iri, n in carried.most_common())
    ]


def _readme(
    city: CityGraph,
    things: Sequence[Entity],
    claims: Sequence[Claim],
    asked: Sequence[Entity],
    named: Sequence[tuple[Table, int]],
    *,
    narrowed: bool,
) -> Table:
    """Return the sheet that explains the others: what is in them, what a row is, and what the words mean."""
    words, at = WORDS[city.language], PLACE[city.language]
    labels, comma = DOSSIER_WORDS[city.language], words["comma"]
    said = {name: each[at] for name, each in README.items()}
    sets = data_sets(city)
    dates = [passage.date for claim in claims for passage in claim.evidence if passage.date]
    grades = {passage.quality for claim in claims for passage in claim.evidence if passage.quality}
    status = Counter(claim.status for claim in claims if claim.status)
    basis = Counter(claim.basis for claim in claims if claim.basis)

    def counted(counts: Counter[str], order: tuple[str, ...], word: Callable[[str, dict[str, Any]], str]) -> str:
        ordered = sorted(counts, key=lambda name: rank(name, order))
        return str(comma.join(f"{word(name, words)} {counts[name]}" for name in ordered))

    def rows() -> Iterator[Row]:
        for each in sets:
            yield said["data"], each.title or each.iri
            if each.licence:
                yield said["licence"], each.licence
        if asked:
            yield said["selection"], said["about"].format(names=comma.join(thing.label for thing in asked))
        if narrowed:
            yield said["selection"], said["narrowed"]
        sources = len({source for claim in claims for source in claim.sources})
        yield (
            said["counts"],
            comma.join(
                (
                    count_of(words, "claims", len(claims)),
                    count_of(words, "members", len(things)),
                    count_of(words, "cited_by", sources),
                )
            ),
        )
        if status:
            yield words["headings"][0], counted(status, STATUSES, status_of)
            yield words["headings"][1], counted(basis, BASES, basis_of)
        if dates:
            yield said["as_of"], said["latest"].format(date=max(dates))
        names = {TITLES[name][at]: ROWS[name][at] for name in ROWS}
        for sheet, n in named:
            yield sheet.title, said["sheet"].format(what=names[sheet.title], n=n)
        for name in sorted(status, key=rank):
            if name in labels["means"]:
                yield status_of(name, words), labels["means"][name]
        for name in sorted(basis, key=lambda name: rank(name, BASES)):
            if name in labels["means"]:
                yield basis_of(name, words), labels["means"][name]
        if basis and "inferred" not in basis:
            yield basis_of("inferred", words), said["held"]
        for grade in sorted(grades):
            if grade in labels["grades"]:
                yield labels["grade"].format(grade=grade), labels["grades"][grade]
        yield said["quotes"], said["quoted"]
        yield said["empty"], said["unsaid"]

    return table("readme", ("term", "meaning"), list(rows()), city.language)
