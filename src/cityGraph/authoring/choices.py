"""What a person may choose from in a sheet: kinds, relations, statuses and more, in the reader's language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..model.claim import STATUSES
from ..model.noun import Noun
from ..names.labels import vocabulary
from ..names.spelling import bare
from ..namespaces import CG, local
from ..proof.said_by import said_by
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import ontology_files
from .filling import other_script, pinyin_of
from .fresh import fresh
from .sheet_terms import SheetTerms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAN = re.compile(r"[\u3400-\u9fff]")


class Choices(Noun):
    """What the cells of some columns may hold.

    Attributes:
        kinds: The labels of the kinds, sorted.
        relations: The labels of the relations that texts are read for, sorted; they have words in the lexicon.
        others: The labels of all other relations, sorted.
        statuses: The labels of the statuses.
        comparators: A word for each comparator.
        moods: A word for each mood that a word of a text may have, besides a status.
    """

    kinds: tuple[str, ...]
    relations: tuple[str, ...]
    others: tuple[str, ...]
    statuses: tuple[str, ...]
    comparators: tuple[str, ...]
    moods: tuple[str, ...]


@cache
def choices(language: str) -> Choices:
    """List what the cells of a sheet may hold.

    Args:
        language: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The words. Each means in a sheet what it says; a label that means another term there is left out.

    Examples:
        >>> found = choices("zh-Hans")
        >>> "企业" in found.kinds, "坐落于" in found.relations, found.statuses, found.moods[0]
        (True, True, ('事实', '规划', '目标'), '否定')
    """
    terms = SheetTerms()
    ontology = CityGraph(load("oxigraph", ontology_files()), language=language)
    kinds = [row[0].value for row in ontology.select("declared-kinds")]
    relations = [row[0].value for row in ontology.select("declared-relations")]
    statuses = [CG + each for each in STATUSES]
    label = vocabulary(ontology, [*kinds, *relations, *statuses]).label
    known = said_by(ontology)
    ontology.close()

    def meant(relation: str) -> bool:
        is_value = local(relation) in terms.measures
        return terms.relation(label(relation), value=is_value).term == local(relation)

    sound = [each for each in relations if meant(each)]
    read = {label(each) for each in sound if known.get(local(each))}
    return Choices(
        _sorted(label(each) for each in kinds if terms.kinds.meaning(label(each)).term == local(each)),
        _sorted(read),
        _sorted({label(each) for each in sound} - read),
        tuple(map(label, statuses)),
        tuple(fresh(language)["comparators"]),
        tuple(_moods(language)),
    )


def _sorted(labels: Iterable[str]) -> tuple[str, ...]:
    """Sort labels as a reader looks for them: Chinese ones by their sound."""
    return tuple(sorted(labels, key=lambda label: (bare(pinyin_of(label) or label), label)))


def _moods(language: str) -> Iterator[str]:
    lines = (files(__package__) / "moods.tsv").read_text("utf-8").splitlines()[1:]
    for mood, words in (line.split("\t") for line in lines):
        chinese = next((word for word in words.split("|") if _HAN.search(word)), "")
        if mood not in STATUSES:
            yield mood if language == "en" else other_script(chinese, "zh-Hant") if language == "zh-Hant" else chinese
