"""The verb `merge`: make one graph of several, in which what is the same thing has one IRI."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.merged import LeftOut, Merged
from ..namespaces import CG, local
from ..proof.families import families
from ..store.city import LANGUAGES, CityGraph
from ..store.open import load
from ..store.shipped import ontology_files
from ..store.whole_file import write_file
from .layout import with_sources
from .merge_inputs import read_input
from .merge_pairs import Pairs
from .merge_rows import Rows
from .merge_shown import Shown
from .merge_things import Known
from .merge_union import Union
from .rdf_files import WRITERS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOURCE = CG + "Source"


def merge(
    *sources: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    same: str | os.PathLike[str] | None = None,
    language: str = "zh-Hant",
) -> Merged:
    r"""Make one graph of several, in which what is the same thing has one IRI.

    Two things are one if they have the same IRI, if a graph says that one replaces the other (`dcterms:isReplacedBy`),
    if a row of the file `same` says so, or if both have the same registered company name, stock code at an exchange or
    other identifier (`owl:sameAs`, `schema:sameAs`, `schema:leiCode`, `schema:taxID`, `schema:vatID`,
    `org:identifier`), alone in their graphs, and nothing speaks against it: another kind, registered name, identifier,
    year of foundation or head office. Sources are one if they have the same address or the same text. A name alone
    makes nothing one: such pairs are listed as doubtful.

    The IRI that stays is one that no graph calls its own (`void:uriSpace`), else that of the graph named first; the
    other one is replaced by it. Names are united; a second main name in a language becomes an alias. All claims stay.
    What two graphs take from one source, with the same status and qualifiers, becomes one claim with the passages of
    both. What two sources say alike stays two claims, since a claim has one source; an edge shows both.

    Args:
        *sources: Two or more files of RDF, or folders of such files.
        output: The file to write, in full or not at all; its suffix sets the format. None writes nothing.
        same: A table with the columns ``one`` and ``other``, of IRIs, CURIEs or names: each row is one thing. A name
            in ``one`` is looked up in the first graph first, one in ``other`` in the last.
        language: The language of labels in the answer: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        What became one, and the pairs that a person has to decide on. If a row of `same` is refused, nothing is
        written, and the answer says why.

    Raises:
        BadData: A file is missing, or is not what it should be.
        CityGraphError: There are fewer than two graphs; the output is one of them, or has no suffix of RDF; two graphs
            give one IRI to two things; there is no such language.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> firm = "a <https://w3id.org/citygraph/ontology#Firm>"
        >>> name = '<http://www.w3.org/2004/02/skos/core#prefLabel> "甲乙有限公司"@zh-Hans'
        >>> files = [Path(mkdtemp()) / name for name in ("a.ttl", "b.ttl")]
        >>> for file, iri in zip(files, ("urn:a:x", "urn:b:y"), strict=True):
        ...     _ = file.write_text(f"<{iri}> {firm} ; {name} .", "utf-8")
        >>> merged = merge(*files)
        >>> merged.entities, [(pair.one.iri, pair.other.iri, pair.reasons[0].key) for pair in merged.united]
        (1, [('urn:a:x', 'urn:b:y', 'registered')])
    """
    names = [os.fspath(source) for source in sources]
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    if len(names) < 2:
        raise CityGraphError("merge needs two or more graphs: files of RDF, or folders of such files.")
    file = "" if output is None else os.fspath(output)
    form = _format(file, names) if file else ""
    inputs = [read_input(name) for name in names]
    graphs = [Known(each) for each in inputs]
    ontology = CityGraph(load("oxigraph", ontology_files()), language=language)
    pairs = Pairs(graphs, families(ontology))
    rows = None
    if same is not None:
        rows = Rows(os.fspath(same), os.path.basename(os.fspath(same)), pairs)
        rows.follow()
    refused = tuple(sorted(rows.refused, key=lambda each: each.row)) if rows else ()
    pairs.find()
    kept = pairs.kept()
    union = Union([each.triples for each in inputs], kept)
    triples = with_sources(union.triples) if any(not graph.is_data_set for graph in graphs) else union.triples
    prefixes = {name: space for each in reversed(inputs) for name, space in each.prefixes.items()}
    if file and not refused:
        write_file(file, WRITERS[form](triples, prefixes))
    shown = Shown(graphs, ontology)
    kinds = [shown.kind_of(iri) for iri in union.named() if iri not in kept and pairs.where(iri)]
    answer = Merged(
        "" if refused else file,
        tuple(names),
        len(triples),
        sum(kind != _SOURCE for kind in kinds),
        union.claims,
        sum(kind == _SOURCE for kind in kinds),
        shown.united(pairs, kept),
        union.united,
        shown.doubtful(pairs),
        tuple(
            LeftOut(shown.entity(each.iri), local(each.predicate), each.kept, each.value) for each in sorted(union.lost)
        ),
        refused,
        (rows.note,) if rows and rows.note else (),
    )
    answer.__dict__["_printed"] = ("render.merged.merged_text", language)
    return answer


def _format(file: str, names: Sequence[str]) -> str:
    """Return the suffix of the output, which is none of the graphs."""
    suffix = os.path.splitext(file)[1].lower()
    if suffix not in WRITERS:
        raise CityGraphError(f"{file}: merge cannot write this. Known suffixes: {' '.join(WRITERS)}")
    target = os.path.realpath(file)
    for name in names:
        inside = os.path.realpath(name)
        if target == inside or target.startswith(os.path.join(inside, "")):
            raise CityGraphError(f"{file}: this is one of the graphs, or lies in one. Name another file.")
    return suffix
