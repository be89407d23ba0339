"""Claims read from the engine with evidence, qualifiers and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..model.claim import Claim, Entity, Neighbor, Passage, Qualifier, Relation, Value
from ..model.graph import Claims, Neighbors, Term
from ..names.find import entities, names, resolve
from ..names.labels import local, vocabulary
from ..store.engine import bind, iri, named, prologue, rows
from .filters import DIRECTIONS, STATUSES, Sieve, by_kind, by_relation, by_status
from .plain_triples import claiming, tell_of_odd, triples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.open import CityGraph

BASES = ("stated", "resolved", "inferred")
_USED = ("cg", "rdf", "skos", "schema", "oa", "dcterms", "ty", "claim")


def claims(
    city: CityGraph,
    name: str | None = None,
    *,
    paragraph: int | None = None,
    relations: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Claims:
    """What is claimed of `name`, as subject or object, in the order of the source; without a name, every claim.

    With `paragraph` only what a passage of that paragraph says, with `relations` (names of relations or measures) what
    they say, with `statuses` (``realised``, ``planned``, ``targeted``) what is so far fact or plan, with `kinds` what
    has a thing of such a kind at its other end or, without a name, at either. Inferred claims are left out unless
    `inferred` asks for them. Raises `NameNotFound` and `AmbiguousName`, and `CityGraphError` for a relation, a kind
    or a status that there is not.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> cg.claims(city, "晶科")[0].evidence[0].phrase
    '以晶科、中來、美錦氫能為龍頭的新能源產業'
    >>> [claim.object.label for claim in cg.claims(city, "晶科", relations=["spearheads"])]
    ['新能源產業']
    """
    entity = None if name is None else resolve(city, name)
    is_of, is_as, speaks = by_kind(city, kinds), by_status(statuses), by_relation(city, relations)
    asked = None if entity is None else entity.iri
    sieve = Sieve(
        paragraph=None
        if paragraph is None
        else lambda c: any(passage.paragraph == paragraph for passage in c.evidence),
        relation=speaks and (lambda c: speaks(c.relation.iri)),
        status=is_as and (lambda c: is_as(c.status)),
        kind=is_of
        and (lambda c: any(isinstance(e, Entity) and e.iri != asked and is_of(e) for e in (c.subject, c.object))),
    )
    found = [claim for claim in read(city, None if asked is None else [asked]) if inferred or claim.basis != "inferred"]
    kept = tuple(claim for claim in found if sieve.keeps(claim))
    return Claims(entity, kept, sieve.emptied)


def neighbors(
    city: CityGraph,
    name: str,
    *,
    hops: int = 1,
    relations: Iterable[str] = (),
    kinds: Iterable[str] = (),
    direction: str | None = None,
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Neighbors:
    """What is tied to `name` by a claim, nearest first; in a hop by relation, realised before planned before targeted.

    A tie that several sources state is one `Neighbor` with the evidence of each. `relations`, `direction` (``out``
    where the nearer thing is the subject, ``in`` where it is the object) and `statuses` say which ties are followed,
    `kinds` which things are told of. Inferred claims are counted in `held_back` unless `inferred` asks for them;
    `emptied` names the filter that left nothing. Raises `NameNotFound` (carries the nearest five), `AmbiguousName`
    (carries the candidates), and `CityGraphError` for a relation, kind, direction or status that there is not.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> cg.neighbors(city, "太鋼")[0].relation.label
    '為鏈主'
    >>> [n.label for n in cg.neighbors(city, "陽曲工業園區", hops=2) if n.hops == 2 and n.relation.label == "主體為"]
    ['山西厚生新材料科技有限公司', '泰山玻璃纖維(太原)有限公司']
    >>> [n.label for n in cg.neighbors(city, "太鋼", relations=["supports"], direction="in")]
    ['太原']
    """
    if direction not in (None, *DIRECTIONS):
        raise CityGraphError(f"no direction is called {short(str(direction))!r}; there are: {', '.join(DIRECTIONS)}")
    start = resolve(city, name)
    is_of, is_as, speaks = by_kind(city, kinds), by_status(statuses), by_relation(city, relations)
    sieve = Sieve(
        relation=speaks and (lambda tie: speaks(tie.relation.iri)),
        direction=(lambda tie: tie.direction == direction) if direction else None,
        status=is_as and (lambda tie: is_as(tie.status)),
    )
    listed = Sieve(kind=is_of and (lambda tie: is_of(tie.entity)))
    reached: dict[str, Entity] = {start.iri: start}
    frontier = [start.iri]
    found: list[Neighbor] = []
    held_back: set[str] = set()
    for hop in range(1, hops + 1):
        ties: dict[tuple[str, ...], Neighbor] = {}
        for claim in read(city, frontier):
            if not isinstance(claim.object, Entity):
                continue
            ends = ((claim.subject, claim.object, "out"), (claim.object, claim.subject, "in"))
            for near, far, way in ends:
                if near.iri not in frontier or far.iri in reached:
                    continue
                tie = _tie(city, claim, near, far, way, hop)
                if claim.basis == "inferred" and not inferred:
                    if sieve.fits(tie) and listed.fits(tie):
                        held_back.add(claim.iri)
                elif sieve.keeps(tie):
                    key = (near.iri, claim.relation.iri, way, far.iri, claim.status)
                    ties[key] = _merged(ties[key], tie) if key in ties else tie
        found += sorted(ties.values(), key=_order)
        reached.update((tie.iri, tie.entity) for tie in ties.values())
        frontier = list(dict.fromkeys(tie.iri for tie in ties.values()))
    spelled = names(city, [start.iri]).get(start.iri, [])
    others = dict.fromkeys(name for name, _, _ in spelled if name != start.label)
    told = tuple(tie for tie in _with_mates(city, found) if listed.keeps(tie))
    return Neighbors(start, tuple(others), told, len(held_back), sieve.emptied or listed.emptied)


def _tie(city: CityGraph, claim: Claim, near: Entity, far: Entity, direction: str, hop: int) -> Neighbor:
    relation = Relation(
        claim.relation.iri, vocabulary(city, [claim.relation.iri]).relation(claim.relation.iri, direction)
    )
    return Neighbor(
        far,
        relation,
        direction,
        hop,
        claim.status,
        claim.basis,
        near,
        claim.evidence,
        claim.qualifiers,
        open_list=claim.qualifier("openList") == "true",
        because=claim.because,
        rests_on=claim.rests_on,
    )


def _merged(one: Neighbor, two: Neighbor) -> Neighbor:
    """Two claims of one tie: the evidence of both, and of what qualifies them what neither gainsays.

    A time that one source speaks of is not that of the other: it stays only where both have it.
    """
    stronger, weaker = sorted((one, two), key=lambda tie: BASES.index(tie.basis))
    said = dict.fromkeys((*stronger.qualifiers, *weaker.qualifiers))
    names = [qualifier.name for qualifier in said]
    both = {q for q in said if q in stronger.qualifiers and q in weaker.qualifiers}
    shared = [q for q in said if names.count(q.name) == 1 and (q.name != "period" or q in both)]
    reasons = dict.fromkeys(filter(None, (stronger.because, weaker.because)))
    return stronger.replace(
        evidence=tuple(dict.fromkeys((*stronger.evidence, *weaker.evidence))),
        qualifiers=tuple(shared),
        because="; ".join(reasons) if stronger.basis == weaker.basis and reasons else stronger.because,
        rests_on=tuple(dict.fromkeys((*stronger.rests_on, *weaker.rests_on))),
    )


def merged(told: Iterable[Claim]) -> list[Claim]:
    """`told`, those that say the same as one claim, with the evidence of each and the surest basis."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in told:
        said = (claim.qualifier(name) for name in ("unit", "comparator", "period", "stage"))
        key = (claim.subject.iri, claim.relation.iri, claim.object, claim.status, claim.basis == "inferred", *said)
        if key in found:
            surer = min(found[key], claim, key=lambda each: BASES.index(each.basis) if each.basis in BASES else 9)
            evidence = tuple(dict.fromkeys((*found[key].evidence, *claim.evidence)))
            found[key] = found[key].replace(evidence=evidence, basis=surer.basis)
        else:
            found[key] = claim
    return list(found.values())


def _order(tie: Neighbor) -> tuple[object, ...]:
    first = tie.evidence[0] if tie.evidence else None
    place = (first.paragraph or 0, first.start or 0, first.end or 0) if first else (10**9, 0, 0)
    rank = STATUSES.index(tie.status) if tie.status in STATUSES else len(STATUSES)
    listed = min((int(q.value) for q in tie.qualifiers if q.name == "order" and q.value.isdecimal()), default=10**6)
    return tie.hops, local(tie.relation.iri), tie.direction, rank, listed, place, tie.iri


def _with_mates(city: CityGraph, found: list[Neighbor]) -> Iterable[Neighbor]:
    """`found`, the members of an open list with the names of their mates: those that share the one cue in the text."""
    ends = {
        ((tie.via.iri, tie.iri) if tie.direction == "out" else (tie.iri, tie.via.iri)): tie.relation.iri
        for tie in found
        if tie.open_list
    }
    if not ends:
        return found
    text = prologue(_USED) + bind(
        named("list-mates"),
        subject=[iri(subject) for subject in dict.fromkeys(subject for subject, _ in ends)],
        predicate=[iri(predicate) for predicate in dict.fromkeys(ends.values())],
    )
    lists: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    cue_of: dict[tuple[str, str], str] = {}
    for claim, subject, who, positions in rows(city.engine, text):
        where = dict(parts(positions.value))
        cue = f"{subject.value} {where.get('relation', claim.value)}"
        lists.setdefault(cue, []).append((begins(where.get("object", "")), who.value))
        cue_of[subject.value, who.value] = cue
    known = entities(city, [who for members in lists.values() for _, who in members])
    answer = []
    for tie in found:
        subject_iri, object_iri = (tie.via.iri, tie.iri) if tie.direction == "out" else (tie.iri, tie.via.iri)
        members = lists.get(cue_of.get((subject_iri, object_iri), ""), []) if tie.open_list else []
        mates = tuple(known[who] for _, who in sorted(members) if who != object_iri)
        answer.append(tie.replace(mates=mates))
    return answer


def begins(ranges: str) -> tuple[int, ...]:
    """Where the first range of a position begins, for sorting by the order of the text.

    >>> begins("15:26-28+15:31-33")[:2]
    (15, 26)
    """
    return tuple(int(number) for number in ranges.partition("-")[0].split(":") if number.isdigit())


def parts(positions: str) -> list[tuple[str, str]]:
    """The parts of a positions literal: (role, ranges).

    >>> parts("subject 12:21-24; relation 13:71-75")
    [('subject', '12:21-24'), ('relation', '13:71-75')]
    """
    pairs = (part.split(None, 1) for part in positions.split(";"))
    return [(pair[0], pair[1].strip()) for pair in pairs if len(pair) == 2]


def read(city: CityGraph, iris: Iterable[str] | None) -> list[Claim]:
    """The claims on these things (None: all claims), inferred ones among them, in the order of the source.

    In a graph without claims each of its triples is one.
    """
    if iris is None:
        city.read_here()
    if not claiming(city):
        return triples(city, iris)
    if iris is None:
        return _read(city, "claims", whole=True, claim=None)
    wanted = [iri(who) for who in iris]
    return _read(city, "claims-on", entity=wanted) if wanted else []


def read_claims(city: CityGraph, iris: Iterable[str]) -> list[Claim]:
    """The claims with these IRIs, in the order of the source."""
    wanted = sorted(map(iri, iris))
    return _read(city, "claims", claim=wanted) if wanted else []


def _read(city: CityGraph, query: str, *, whole: bool = False, **bound: list[str] | None) -> list[Claim]:
    found = rows(city.engine, prologue(_USED) + bind(named(query), **bound))
    heads = {row[0].value: row for row in found}
    only = None if whole else [iri(claim) for claim in heads]
    qualifiers, reasons, premises = _details(city, only)
    evidence = _evidence(city, only)
    ends = [cell.value for row in heads.values() for cell in (row[1], row[3]) if cell.type == "uri"]
    things = entities(city, ends)
    words = vocabulary(city, [row[2].value for row in heads.values()])
    claims = []
    for claim, (_, subject, predicate, what, status, basis, positions) in heads.items():
        claims.append(
            Claim(
                claim,
                _entity(things, subject),
                Relation(predicate.value, words.label(predicate.value)),
                _entity(things, what) if what.type != "literal" else _value(what),
                local(status.value),
                local(basis.value),
                evidence.get(claim, ()),
                qualifiers.get(claim, ()),
                positions.value or None,
                reasons.get(claim),
                premises.get(claim, ()),
            )
        )
    tell_of_odd(city, claims)
    return sorted(claims, key=_source_order)


def _source_order(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0] if claim.evidence else None
    if first is None:
        return 2, 0, 0, 0, claim.iri
    return (0 if first.paragraph is not None else 1), first.paragraph or 0, first.start or 0, first.end or 0, claim.iri


def _entity(things: dict[str, Entity], term: Term) -> Entity:
    return things.get(term.value) or Entity(term.value, local(term.value), "", "")


def _value(term: Term) -> Value:
    return Value(term.value, term.datatype or "", term.language)


def _details(
    city: CityGraph, only: list[str] | None
) -> tuple[dict[str, tuple[Qualifier, ...]], dict[str, str], dict[str, tuple[Entity, ...]]]:
    """What qualifies these claims, the reasons of the inferred ones, and the sources that those rest on."""
    text = prologue(_USED) + bind(named("claim-details"), claim=only)
    if only is None:
        text = text.replace("WHERE {", "WHERE {\n  ?claim a cg:Claim .", 1)
    found = rows(city.engine, text) if only != [] else []
    words = vocabulary(city, [cell.value for row in found for cell in row[1:] if cell.type == "uri"])
    qualifiers: dict[str, list[Qualifier]] = {}
    reasons: dict[str, tuple[bool, str]] = {}
    premises: dict[str, list[str]] = {}
    for claim, which, value in found:
        name = local(which.value)
        if name == "source":
            premises.setdefault(claim.value, []).append(value.value)
        elif name == "because":
            better = (value.language != city.language, value.value)
            reasons[claim.value] = min(better, reasons.get(claim.value, better))
        else:
            shown = words.label(value.value) if value.type == "uri" else value.value
            one = Qualifier(name, words.label(which.value), value.value, shown)
            qualifiers.setdefault(claim.value, []).append(one)
    labels = _source_labels(city, {source for several in premises.values() for source in several})
    called = {source: Entity(source, label, "Source", "") for source, (label, _) in labels.items()}
    return (
        {claim: tuple(sorted(several, key=lambda q: (q.name, q.value))) for claim, several in qualifiers.items()},
        {claim: reason for claim, (_, reason) in reasons.items()},
        {claim: tuple(called[source] for source in sorted(several)) for claim, several in premises.items()},
    )


def _evidence(city: CityGraph, only: list[str] | None) -> dict[str, tuple[Passage, ...]]:
    if only == []:
        return {}
    found = rows(city.engine, prologue(_USED) + bind(named("evidence"), claim=only))
    sources = _source_labels(city, {row[2].value for row in found})
    evidence: dict[str, list[tuple[tuple[object, ...], Passage]]] = {}
    for claim, node, source, page, paragraph, start, end, phrase, date, quality in found:
        link = f"{page.value}#:~:text={_fragment(phrase.value)}" if page.value else None
        label, title = sources[source.value]
        block, begin, after = (int(number.value) if number.value else None for number in (paragraph, start, end))
        passage = Passage(
            source.value,
            label,
            title,
            block,
            begin,
            after,
            phrase.value,
            link,
            date.value or None,
            quality.value or None,
        )
        # A nameless passage is called differently at each opening.
        place = (source.value, block or 0, begin or 0, node.value if node.type == "uri" else phrase.value)
        evidence.setdefault(claim.value, []).append((place, passage))
    return {
        claim: tuple(passage for _, passage in sorted(passages, key=lambda placed: placed[0]))
        for claim, passages in evidence.items()
    }


def _source_labels(city: CityGraph, sources: set[str]) -> dict[str, tuple[str, str]]:
    """What an answer calls a source, by IRI: its short name in the handle's language, and its label."""
    known = entities(city, sources)
    spellings = names(city, sources)
    labels = {}
    for source, spelled in ((source, spellings.get(source, ())) for source in sources):
        title = known[source].label if source in known else local(source)
        short = [name for name, tag, role in spelled if role == "altLabel" and tag == city.language]
        labels[source] = short[0] if short else title, title
    return labels


def _fragment(phrase: str) -> str:
    """`phrase` for a text fragment (https://wicg.github.io/scroll-to-text-fragment/): percent-encoded throughout."""
    return "".join(c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode()) for c in phrase)
