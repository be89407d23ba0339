"""The verb `build`: read a folder of sheets, and prove its claims by the texts of their sources."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.sheets import Accepted, Checked
from ..store.city import LANGUAGES
from .folder import city_problems, files_of, tables_of, words_of
from .proving import Prover
from .sheet_claims import ClaimReader
from .sheet_sources import Sources
from .sheet_terms import SheetTerms
from .sheet_things import Things

if TYPE_CHECKING:
    from ..model.sheets import Refused

_ORDER = ("city.toml", "things.csv", "sources.csv", "words.csv", "claims.csv")  # a cause stands before what it spoils


def build(folder: str | os.PathLike[str], *, check: bool = False, language: str = "zh-Hant") -> Checked:
    r"""Check a folder of sheets: read its tables, and prove each claim by the text of its source.

    The folder has `things.csv`, `claims.csv` and `sources.csv`, and may have `words.csv` and `city.toml`. The texts lie
    in its folder `texts`. If the text of its source is there, a claim is proved by it or refused. If not, it is proved
    by its quote, or cited only. A claim with a reason (the column because) is inferred: no text
    proves it. Nothing is written.

    Args:
        folder: The path of the folder.
        check: Must be true.
        language: The language of the answer when it is printed: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The rows that are accepted, with their degree of proof, and the cells that are refused.

    Raises:
        BadData: There is no such folder, or it lacks a table that is needed, or one cannot be read.
        CityGraphError: `check` is false, or there is no such language.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> folder = Path(mkdtemp())
        >>> _ = (folder / "things.csv").write_text("name,kind\nCity B,city\nFirm A,Frim\n")
        >>> _ = (folder / "sources.csv").write_text("key,title\nnews,News of City B\n")
        >>> _ = (folder / "claims.csv").write_text("subject,relation,object,source\nCity B,supports,Firm A,news\n")
        >>> for refused in build(folder, check=True).refused:
        ...     print(refused)
        things.csv:3 kind: no kind is called 'Frim'; did you mean firm?
        claims.csv:2 object: row 3 of things.csv is refused
    """
    if not check:
        raise CityGraphError("build needs check=True: it checks the sheets and writes nothing.")
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    path = os.fspath(folder)
    files = files_of(path)
    refused = city_problems(path, files)
    sheets = tables_of(path, files)
    terms = SheetTerms()
    things = Things(sheets["things"], terms)
    sources = Sources(sheets["sources"], path)
    words, wrong_words = words_of(sheets.get("words"), terms)
    for sheet in sheets.values():
        refused += sheet.refused
    refused += [*things.refused, *sources.refused, *wrong_words]
    claims = sheets["claims"]
    reader = ClaimReader(claims.name, things, sources, terms)
    prover = Prover(claims.name, things, terms, words)
    accepted: list[Accepted] = []
    for said in reader.claims(claims.rows):
        judged = prover.judge(said)
        if isinstance(judged, Accepted):
            accepted.append(judged)
        else:
            refused.append(judged)
    refused += reader.refused
    notes = [sheet.note for sheet in sheets.values() if sheet.note] + sources.notes
    answer = Checked(path, tuple(accepted), tuple(sorted(refused, key=_place)), len(claims.rows), tuple(notes))
    answer.__dict__["_printed"] = ("render.sheets.checked_text", language)
    return answer


def _place(each: Refused) -> tuple[int, int]:
    name = each.table.lower()
    return _ORDER.index(name) if name in _ORDER else len(_ORDER), each.row
