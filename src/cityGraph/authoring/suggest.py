"""The verb `suggest`: read the texts of a folder of sheets, and propose things and claims that they prove."""

from __future__ import annotations

import csv
import os
from io import StringIO
from typing import TYPE_CHECKING

from ..errors import BadData, CityGraphError
from ..model.sheets import Accepted
from ..model.suggest import CLAIMS_FILE, THINGS_FILE, Suggested, SuggestedClaim, SuggestedThing
from ..proof.statement import Amount, Thing
from ..store.city import LANGUAGES
from ..store.whole_file import write_file
from .csv_table import Row, Sheet
from .folder import files_of, tables_of, words_of
from .proving import Prover
from .read_tables import notes_of
from .sheet_claims import ClaimReader
from .sheet_sources import Sources
from .sheet_terms import SheetTerms
from .sheet_things import Things
from .suggest_moved import accepted
from .suggest_proof import quotes, said_in
from .suggest_things import things_in
from .workbook import is_workbook

GOOD = "product"  # the kind of what somebody makes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .sheet_claims import Said
    from .suggest_proof import Proved


def suggest(folder: str | os.PathLike[str], *, language: str = "zh-Hant") -> Suggested:
    r"""Propose things and claims that the texts of a folder of sheets prove.

    Names are found in the texts of `sources.csv` by the words that end them, by titles and by what is said of them.
    What the sentences may say of them, and of the things of `things.csv`, is then proved as `build` proves it; what is
    not proved is left out, and so is what `claims.csv` has. The suggestions are written into the folder, as
    `suggested-things.csv` and `suggested.csv`, in place of those of an earlier run; no other file is changed.

    Args:
        folder: The path of the folder, with `things.csv`, `claims.csv` and `sources.csv`. Things and claims may have no
            rows.
        language: The language of the answer when it is printed: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The things and the claims, in the order of the texts. Once all of them are moved into the tables of the folder,
        `build` accepts each.

    Raises:
        BadData: There is no such folder, or it lacks a table that is needed, one cannot be read, or nothing can be
            written there.
        CityGraphError: There is no such language.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> folder = Path(mkdtemp())
        >>> _ = (folder / "things.csv").write_text("name,kind\n")
        >>> _ = (folder / "claims.csv").write_text("subject,relation,object,source\n")
        >>> _ = (folder / "sources.csv").write_text("key,title,file\nnews,News,news.txt\n")
        >>> _ = (folder / "news.txt").write_text("News\n\nHillview Optics Ltd is located in Eastlake Park.\n")
        >>> answer = suggest(folder)
        >>> [(each.name, each.kind) for each in answer.things]
        [('Hillview Optics Ltd', 'firm'), ('Eastlake Park', 'zone')]
        >>> [(each.subject, each.relation, each.object, each.status) for each in answer.claims]
        [('Hillview Optics Ltd', 'located-in', 'Eastlake Park', 'realised')]
    """
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    path = os.fspath(folder)
    if is_workbook(path):
        raise BadData(path, "suggest reads a folder of CSV files, and no workbook")
    files = files_of(path)
    sheets = tables_of(path, files)
    terms = SheetTerms()
    sources = Sources(sheets["sources"], path)
    words, wrong = words_of(sheets.get("words"), terms)
    found, things = _things(sheets["things"], terms, sources)
    notes = [*notes_of(sheets.values()), *sources.notes]
    refused = [each for sheet in sheets.values() for each in sheet.refused]
    refused += [*sources.refused, *wrong, *things.refused]
    if refused:
        rows = f"{refused[0].table}:{refused[0].row}" + (f" and {len(refused) - 1} more" if len(refused) > 1 else "")
        notes.append(f"Cells are refused and were left out ({rows}); build --check says why.")
    if not any(source.text for source in sources.all):
        notes.append("No source has a text here: name the files of the texts in the column file of sources.csv.")
    if goods := _goods(things, sources, terms, words):
        # What is made becomes a thing: then its claims name it, and others may.
        found += goods
        things = _table(sheets["things"], found, terms)
    claims = _claims(sheets["claims"], things, sources, terms, words)
    claims = accepted(path, files, found, claims)
    found = [each for each in found if each.kind != GOOD or any(claim.object == each.name for claim in claims)]
    _write(path, THINGS_FILE, [each.cells for each in found], SuggestedThing.fields)
    _write(path, CLAIMS_FILE, [each.cells for each in claims], SuggestedClaim.fields)
    answer = Suggested(path, tuple(found), tuple(claims), tuple(notes))
    answer.__dict__["_printed"] = ("render.suggest.suggested_text", language)
    return answer


def _things(sheet: Sheet, terms: SheetTerms, sources: Sources) -> tuple[list[SuggestedThing], Things]:
    """Return the things that are found in the texts, and the table of things as if they had been moved into it."""
    known = Things(sheet, terms)
    texts = [source.text for source in sources.all if source.text]
    found = things_in(texts, [name for each in known.all for name in each.thing.names])
    return found, _table(sheet, found, terms)


def _table(sheet: Sheet, found: list[SuggestedThing], terms: SheetTerms) -> Things:
    rows = [Row(0, dict(each.cells)) for each in found]
    return Things(Sheet(sheet.name, sheet.columns, (*sheet.rows, *rows), ()), terms)


def _goods(
    things: Things, sources: Sources, terms: SheetTerms, words: list[tuple[str, str, str]]
) -> list[SuggestedThing]:
    """Return what is made according to the texts, in words that name no thing yet."""
    prover = Prover(CLAIMS_FILE, things, terms, words)
    made: dict[str, str] = {}
    for source in sources.all:
        reading = prover.reading(source) if source.text else None
        for each in said_in(reading) if reading else ():
            said = each.statement
            if said.relation == "produces" and isinstance(said.object, str) and not things.named(said.object):
                quote = next(iter(quotes(each, reading.paragraph(each.paragraph))), "") if reading else ""
                made.setdefault(said.object, quote)
    return [SuggestedThing(name, GOOD, (), quote) for name, quote in made.items()]


def _claims(
    sheet: Sheet, things: Things, sources: Sources, terms: SheetTerms, words: list[tuple[str, str, str]]
) -> list[SuggestedClaim]:
    """Return the claims of the texts, each as a row that is read and proved as `build` does it."""
    reader = ClaimReader(CLAIMS_FILE, things, sources, terms)
    prover = Prover(CLAIMS_FILE, things, terms, words)
    given = [said for row in sheet.rows if (said := reader.read(row))]
    seen = {key for said in given for key in _keys(said)}
    claims: list[SuggestedClaim] = []
    for source in sources.all:
        if source.text is None or not source.sound:
            continue
        reading = prover.reading(source)
        for each in said_in(reading):
            for quote in quotes(each, reading.paragraph(each.paragraph)):
                claim = _row(each, source.key, quote)
                said = reader.read(Row(0, claim.cells))
                if said is None or seen.intersection(_keys(said)):
                    break
                if isinstance(prover.judge(said), Accepted):
                    seen.update(_keys(said))
                    claims.append(claim)
                    break
    return claims


def _keys(said: Said) -> list[tuple[str, ...]]:
    """Return what no other claim of a source may share: of a number its size, and what it measures, when."""
    statement = said.statement
    what, subject = statement.object, statement.subject.key
    if isinstance(what, Amount):
        size = ("size", subject, said.source.key, what.number, what.unit)
        return [
            size,
            ("figure", subject, statement.relation, said.source.key, what.measure, what.unit, statement.period),
        ]
    return [(subject, statement.relation, what.key if isinstance(what, Thing) else what)]


def _row(each: Proved, source: str, quote: str) -> SuggestedClaim:
    said = each.statement
    what = said.object
    number = what if isinstance(what, Amount) else Amount("")
    shown = what.number if isinstance(what, Amount) else what.key if isinstance(what, Thing) else what
    return SuggestedClaim(
        said.subject.key,
        said.relation,
        shown,
        said.status,
        source,
        str(each.paragraph),
        quote,
        number.measure,
        number.unit,
        number.comparator,
        said.period,
    )


def _write(folder: str, name: str, lines: Iterable[Mapping[str, str]], columns: tuple[str, ...]) -> None:
    """Write a table whole or not at all, in place of that of an earlier run.

    Raises:
        BadData: Nothing can be written there.
    """
    text = StringIO()
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(lines)
    file = os.path.join(folder, name)
    try:
        # Without a byte order mark, Excel takes Chinese for another encoding.
        write_file(file, [text.getvalue().encode("utf-8-sig")])
    except OSError as error:
        raise BadData(file, error.strerror or str(error)) from None
