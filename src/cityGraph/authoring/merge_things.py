"""What the graphs that are to be merged say of their things: kinds, names, and what belongs to one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..exports.turtle_terms import RDF, TYPE
from ..names.spelling import fold
from ..namespaces import CG, NAMES, PREFIXES, local
from .draft import described
from .registered import is_chinese, registered_names

if TYPE_CHECKING:
    from .merge_inputs import Input

_TITLE = PREFIXES["dcterms"] + "title"
_REPLACED = PREFIXES["dcterms"] + "isReplacedBy"
_SETS = {PREFIXES[prefix] + "Dataset" for prefix in ("void", "dcat")}
_APART = {CG + "Claim", CG + "Passage", *_SETS}
# Properties whose value one thing alone has. The stock code of a company counts with its exchange: see `Known`.
_IDENTIFYING = (
    *(PREFIXES["owl"] + name for name in ("sameAs",)),
    *(PREFIXES["schema"] + name for name in ("leiCode", "taxID", "vatID", "sameAs")),
    PREFIXES["org"] + "identifier",
)
_URL = PREFIXES["schema"] + "url"
_HASH = CG + "textHash"


class Thing:
    """A thing as one graph describes it.

    Attributes:
        iri: Its IRI.
        kind: The IRI of its kind; empty if it has none.
        names: Its names, each with its language tag and the local name of its property.
        keys: Its names as they are compared, without pinyin; for a source its titles. Each with the name as written.
        registered: Its registered names by their keys.
        identifiers: By what is identified, such as ``stockCode XSHG``, its values.
        loose: Stock codes, also without their exchange.
        years: When it was founded.
        seats: Where its head office is, as IRIs.
    """

    def __init__(self, iri: str, parts: dict[str, list[Any]]) -> None:
        self.iri = iri
        kinds = sorted(term.value for term in parts.get(TYPE, ()))
        self.kind = next((kind for kind in kinds if kind.startswith(CG)), kinds[0] if kinds else "")
        named = [(term, local(p)) for p in parts if p in NAMES for term in parts[p] if hasattr(term, "datatype")]
        self.names = [(term.value, language_tag(term.language or ""), role) for term, role in named]
        plain = [each for each in self.names if not each[1].lower().startswith("zh-latn")]
        titles = [(each.value, "", "") for each in parts.get(_TITLE, ())]
        shown = titles or plain if self.is_source else plain  # a day of a newspaper names more than one article
        self.keys = {fold(text): text for text, *_ in reversed(shown) if fold(text)}
        self.main = {fold(text) for text, _, role in plain if role in ("prefLabel", "name", "label")}
        self.chinese = {fold(text) for text, *_ in plain if is_chinese(text)}
        self.registered = {} if self.is_source else registered_names((text, tag) for text, tag, _ in self.names)
        self.identifiers: dict[str, set[str]] = {}
        for predicate in (_URL, _HASH) if self.is_source else _IDENTIFYING:
            for term in parts.get(predicate, ()):
                value = address(term.value) if predicate == _URL else term.value
                self.identifiers.setdefault(local(predicate), set()).add(value)
        self.loose = {term.value for term in parts.get(CG + "stockCode", ())}
        self.years = {term.value[:4] for term in parts.get(CG + "foundedIn", ())}
        self.seats = {term.value for term in parts.get(CG + "headquarteredIn", ())}
        self.values = {p: {t.value for t in parts[CG + p]} for p in ("value", "unit") if CG + p in parts}

    @property
    def is_source(self) -> bool:
        """Whether it is a source."""
        return self.kind == CG + "Source"


def address(url: str) -> str:
    """Return an address for comparing: without the scheme, a slash at its end, and capitals in the name of the host.

    Args:
        url: The address.

    Returns:
        What two spellings of one address have in common.

    Examples:
        >>> address("http://A.example/b/") == address("https://a.example/b"), address("https://a.example/B#c")
        (True, 'a.example/B#c')
    """
    scheme, found, rest = url.partition("://")
    if not found or scheme.lower() not in ("http", "https"):
        return url
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")


class Known:
    """The things of one graph.

    Attributes:
        things: By IRI, each thing that has a kind or a name, sources among them.
        replaced: By an IRI that was replaced, the one that stands for the thing now.
        is_data_set: Whether it describes a data set.
        own: The beginnings of IRIs that its data sets call their own.
        ties: The pairs of things between which the graph has a triple or a claim.
    """

    def __init__(self, given: Input) -> None:
        about = described(given.triples)
        self.name, self.prefixes = given.name, given.prefixes
        self.things: dict[str, Thing] = {}
        self.replaced: dict[str, str] = {}
        self.own: set[str] = set()
        self.is_data_set = False
        self.ties: set[frozenset[str]] = set()
        for node, parts in about.items():
            if type(node).__name__ != "NamedNode":
                continue
            self.own |= {term.value for term in parts.get(PREFIXES["void"] + "uriSpace", ())}
            for term in parts.get(_REPLACED, ()):
                self.replaced[node.value] = term.value
            kinds = {term.value for term in parts.get(TYPE, ())}
            self.is_data_set = self.is_data_set or bool(kinds & _SETS)
            if (kinds or NAMES & parts.keys()) and not kinds & _APART and not node.value.startswith(CG):
                self.things[node.value] = Thing(node.value, parts)
        for node, parts in about.items():
            iris = [t.value for terms in parts.values() for t in terms if type(t).__name__ == "NamedNode"]
            if node.value in self.things:
                self.ties |= {frozenset((node.value, iri)) for iri in iris if iri in self.things}
            elif RDF + "subject" in parts:
                self._claim(parts)

    def _claim(self, parts: dict[str, list[Any]]) -> None:
        """Read what a claim says of its subject that helps to tell it from others."""
        subject, relation, target = (parts.get(RDF + name, [None])[0] for name in ("subject", "predicate", "object"))
        if subject is None or relation is None or target is None:
            return
        self.ties.add(frozenset((subject.value, target.value)))
        thing = self.things.get(subject.value)
        if thing is None or any(term.value == CG + "inferred" for term in parts.get(CG + "basis", ())):
            return
        if relation.value == CG + "stockCode":
            thing.loose.add(target.value)
            for term in parts.get(CG + "exchange", ()):
                thing.identifiers.setdefault(f"stockCode {term.value}", set()).add(target.value)
        elif relation.value == CG + "foundedIn":
            thing.years.add(target.value[:4])
        elif relation.value == CG + "headquarteredIn":
            thing.seats.add(target.value)
