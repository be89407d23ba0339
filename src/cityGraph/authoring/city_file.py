"""What city.toml says, as the base of all IRIs and as the description of the data set, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES, expand, shorten
from .cell_terms import tag_of, words_in
from .iris import THINGS, Iris
from .languages import guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .draft import Triple

_DCTERMS, _VOID = PREFIXES["dcterms"], PREFIXES["void"]
_TITLE, _DESCRIPTION = _DCTERMS + "title", _DCTERMS + "description"
_LANGUAGE, _LICENCE, _SUBJECT = _DCTERMS + "language", _DCTERMS + "license", _DCTERMS + "subject"
_RIGHTS = _DCTERMS + "rights"  # a licence that has no address
_PREFIX, _EXAMPLE = PREFIXES["vann"] + "preferredNamespacePrefix", _VOID + "exampleResource"
_SPACE, _VOCABULARY = _VOID + "uriSpace", _VOID + "vocabulary"
DATASET = _VOID + "Dataset"
_TYPES = [PREFIXES["dcat"] + "Dataset", DATASET]
_VOCABULARIES = [PREFIXES["skos"].rstrip("#"), CG.rstrip("#")]
_PREFIX_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}


class CityFile:
    """What a folder says of its city as a whole.

    Attributes:
        said: The values by key, as in city.toml.
        iris: The base and the prefixes.
        languages: The languages of the folder, the main one first; empty if it does not say them.
    """

    def __init__(self, said: Mapping[str, Any], folder_name: str) -> None:
        self.said = dict(said)
        base = self.said.get("base") or f"{THINGS}{self.said.get('id') or folder_name or 'city'}/"
        # Without prefixes of its own, a graph has those by which its things, claims and passages are short.
        usual = {base.rstrip("/#").rsplit("/", 1)[-1]: base, "claim": f"{base}claim/", "passage": f"{base}passage/"}
        own = self.said.get(
            "prefixes", {n: s for n, s in usual.items() if _PREFIX_NAME.fullmatch(n) and n not in PREFIXES}
        )
        self.iris = Iris(base, own | ({self.said["prefix"]: base} if "prefix" in self.said else {}))
        self.languages: list[str] = list(self.said.get("languages", ()))

    @property
    def names(self) -> list[str]:
        """The names of the city."""
        name = self.said.get("name", "")
        return list(name.values()) if isinstance(name, dict) else [name] * bool(name)

    def triples(self, sources: Iterable[str], subject: Callable[[str], str]) -> list[Triple]:
        """Describe the data set.

        Args:
            sources: The IRIs of its sources.
            subject: Returns the IRI of the thing that a word names; empty if there is none.

        Returns:
            The triples; none if the folder does not say the name of its city.
        """
        from pyoxigraph import Literal, NamedNode

        said = self.said
        iri = said.get("dataset", self.iris.base.rstrip("/#"))
        if not iri or not said.get("name"):
            return []
        licence = _LICENCES.get(said.get("licence", ""), said.get("licence", ""))
        values: dict[str, list[Any]] = {
            TYPE: [NamedNode(expand(each)) for each in said.get("types", _TYPES)],
            _TITLE: self._words("name"),
            _DESCRIPTION: self._words("description"),
            _LANGUAGE: [Literal(each) for each in said.get("languages", ())],
            _LICENCE: [NamedNode(licence)] if ":" in licence else [],
            _RIGHTS: [Literal(licence)] if licence and ":" not in licence else [],
            _PREFIX: [Literal(said["prefix"])] if "prefix" in said else [],
            _EXAMPLE: [NamedNode(found) for each in said.get("examples", ()) if (found := subject(each))],
            _SPACE: [Literal(each) for each in [said.get("space", self.iris.base)] if each],
            _VOCABULARY: [NamedNode(each) for each in said.get("vocabularies", _VOCABULARIES)],
            _DCTERMS + "source": [NamedNode(each) for each in sources],
        }
        named = [said["subject"]] if "subject" in said else self.names
        about = [each for each in map(subject, named) if each]
        values[_SUBJECT] = [NamedNode(each) for each in about[:1]]
        return [(NamedNode(iri), NamedNode(p), term) for p, terms in values.items() for term in terms]

    def _words(self, key: str) -> list[Any]:
        said = self.said.get(key, "")
        by_tag = said if isinstance(said, dict) else {guess(said, self.languages): said}
        return [words_in(words, tag) for tag, words in by_tag.items() if words]


def said_of(
    dataset: Mapping[str, Sequence[Any]] | None,
    iri: str,
    iris: Iris,
    languages: Sequence[str],
    prefixes: Mapping[str, str],
    word: Callable[[str], str],
) -> dict[str, Any]:
    """Say of a graph what city.toml says: only what `CityFile` would not add by itself.

    Args:
        dataset: The objects of the data set by the IRI of their predicate; None if the graph describes none.
        iri: The IRI of the data set.
        iris: The base.
        languages: The languages of the graph, the main one first.
        prefixes: The prefixes of the graph that are no vocabularies.
        word: Returns what names a thing.

    Returns:
        The values by key.
    """
    key = iris.base.rstrip("/#").rsplit("/", 1)[-1] or "city"
    said: dict[str, Any] = {}
    if dataset is None:
        return {"name": key, "id": key, "base": iris.base, "dataset": "", "prefixes": dict(prefixes)}

    def values(predicate: str) -> list[str]:
        return sorted(term.value for term in dataset.get(predicate, ()))

    said["name"] = {tag_of(term): term.value for term in dataset.get(_TITLE, ())} or key
    said["id"] = key
    if _DESCRIPTION in dataset:
        said["description"] = {tag_of(term): term.value for term in dataset[_DESCRIPTION]}
    known = values(_LANGUAGE)
    said |= {"languages": sorted(known, key=lambda tag: ([*languages, tag].index(tag), tag))} if known else {}
    said["base"] = iris.base
    said |= {"prefix": each} if (each := next(iter(values(_PREFIX)), "")) else {}
    short_names = {address: name for name, address in _LICENCES.items()}
    licence = next(iter((*values(_RIGHTS), *values(_LICENCE))), "")
    said |= {"licence": short_names.get(licence, licence)} if licence else {}
    said["subject"] = next(map(word, values(_SUBJECT)), "")
    said |= {"examples": [word(each) for each in values(_EXAMPLE)]} if _EXAMPLE in dataset else {}
    said |= {"dataset": iri} if iri != iris.base.rstrip("/#") else {}
    said |= {"types": list(map(shorten, values(TYPE)))} if values(TYPE) != sorted(_TYPES) else {}
    said |= {"space": next(iter(values(_SPACE)), "")} if values(_SPACE) != [iris.base] else {}
    said |= {"vocabularies": values(_VOCABULARY)} if values(_VOCABULARY) != _VOCABULARIES else {}
    own = said.get("prefix")
    said["prefixes"] = {name: space for name, space in sorted(prefixes.items()) if (name, space) != (own, iris.base)}
    return said


def toml_of(said: Mapping[str, Any]) -> str:
    """Write city.toml.

    Args:
        said: The values by key.

    Returns:
        The text of the file.

    Examples:
        >>> print(toml_of({"name": {"en": "City B"}, "languages": ["en"], "prefixes": {"cn": "urn:x/"}}), end="")
        name = { en = "City B" }
        languages = ["en"]
        <BLANKLINE>
        [prefixes]
        cn = "urn:x/"
    """
    lines = [f"{key} = {_toml(value)}" for key, value in said.items() if key != "prefixes"]
    if "prefixes" in said:
        lines += ["", "[prefixes]", *(f"{_key(name)} = {_toml(space)}" for name, space in said["prefixes"].items())]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else _toml(name)
