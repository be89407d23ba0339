"""Which things of two cities are the same, and which only look alike."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from cityGraph.comparison.same import Matched, cores_of, key_of, keys_of
from cityGraph.model.claim import Entity
from support.two_cities import PREFIXES


def thing(iri: str, kind: str = "Industry") -> Entity:
    return Entity(iri, iri, kind, kind)


def keys(**of: str) -> dict[str, frozenset[str]]:
    return {iri: frozenset((iri, *names.split())) for iri, names in of.items()}


def test_a_name_is_compared_in_both_scripts_with_digits_and_without_case() -> None:
    assert key_of("1號線") == key_of("一号线")
    assert key_of("AI") == key_of("ai")
    assert key_of("氫能") != key_of("氫能產業")


def test_things_with_a_name_in_common_are_joined() -> None:
    matched = Matched([thing("a")], [thing("b"), thing("c")])
    matched.join(keys(a="wind 風電"), keys(b="風電", c="tea"))
    assert [(one.iri, other.iri) for one, other in matched.pairs] == [("a", "b")]
    assert (matched.first, [each.iri for each in matched.second]) == ([], ["c"])


def test_the_same_iri_wins_over_a_name() -> None:
    matched = Matched([thing("a"), thing("x")], [thing("a"), thing("b")])
    matched.join(keys(a="wind", x="wind"), keys(a="tea", b="wind"))
    assert [(one.iri, other.iri) for one, other in matched.pairs] == [("a", "a")]


def test_a_name_that_fits_several_joins_nothing_and_is_doubtful() -> None:
    matched = Matched([thing("a")], [thing("b"), thing("c")])
    matched.join(keys(a="x y"), keys(b="x", c="y"))
    assert matched.pairs == []
    assert [(one.iri, other.iri) for one, other in matched.doubtful] == [("a", "b"), ("a", "c")]
    turned = Matched([thing("b"), thing("c")], [thing("a")])
    turned.join(keys(b="x", c="y"), keys(a="x y"))
    assert turned.pairs == []


def test_another_kind_is_joined_only_after_the_same_kind() -> None:
    matched = Matched([thing("a", "Chain")], [thing("b", "Industry"), thing("c", "Chain")])
    both = keys(a="wind"), keys(b="wind", c="wind")
    matched.join(*both, same_kind=True)
    assert [(one.iri, other.iri) for one, other in matched.pairs] == [("a", "c")]
    matched.join(*both)
    assert len(matched.pairs) == 1


def test_pinyin_is_no_key(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    names = '"絲綢"@zh-Hant , "丝绸"@zh-Hans , "silk"@en'
    alias = '"sīchóu"@zh-Latn-pinyin , "SILKEN"@en'
    file.write_text(PREFIXES + f"<urn:a> a cg:Industry ; skos:prefLabel {names} ; skos:altLabel {alias} .", "utf-8")
    assert keys_of(cg.open(file), [thing("urn:a")])["urn:a"] == {"urn:a", "urna", "丝绸", "silk", "silken"}


def test_a_core_has_no_word_for_the_kind_and_two_characters() -> None:
    names = {
        each: frozenset((key_of(each),)) for each in ("氫能產業鏈", "氫能產業", "茶產業", "hydrogen chain", "產業鏈")
    }
    found = cores_of(cg.open(), names, ("Chain", "Industry", "Product"))
    assert found["氫能產業鏈"] == found["氫能產業"] == {key_of("氫能")}
    assert found["茶產業"] == frozenset()
    assert found["hydrogen chain"] == {"hydrogen"}
    assert found["產業鏈"] == frozenset()
