"""What makes two things one, what makes them doubtful, and what keeps them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.merging import CN, A, B, claim, firm, found, graph, two

NAME = "甲乙精工有限公司"
PAPER = "{p}:paper a cg:Source ; cg:quality 'B' ; skos:prefLabel '甲报'@zh-Hans ; {more} .\n"


def outcome(folder: Path, one: str, other: str) -> list[tuple[str, ...]]:
    """The reasons for which a:x and b:x became one, with + in front, or are doubtful, with ?."""
    united, doubts = found(*two(folder, one, other))
    assert all((a, b) == (f"{A}x", f"{B}x") for a, b, _ in united | doubts)
    return [("+", key) for *_, key in united] + [("?", *keys) for *_, keys in doubts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (firm("a:x", NAME), firm("b:x", NAME)),
        (firm("a:x", NAME), 'b:x a cg:Firm ; skos:prefLabel "甲乙精工有限公司"@zh-Hant .'),
        (firm("a:x", "甲乙钢铁有限公司"), 'b:x a cg:Firm ; skos:prefLabel "甲乙鋼鐵 有限公司"@zh-Hant .'),
        (firm("a:x", "甲乙（丙）有限公司"), firm("b:x", "甲乙(丙)有限公司")),
        (firm("a:x", "甲乙", NAME), firm("b:x", "甲乙精工", NAME)),
        (firm("a:x", NAME, kind="LegalEntity"), firm("b:x", NAME, kind="LegalEntity")),
        (
            'a:x a cg:Firm ; skos:prefLabel "Jiayi Precision Co., Ltd."@en .',
            'b:x a cg:Firm ; skos:prefLabel "Jiayi Precision Co. Ltd"@en .',
        ),
    ],
)
def test_companies_with_one_registered_name_are_one(tmp_path: Path, one: str, other: str) -> None:
    assert outcome(tmp_path, one, other) == [("+", "registered")]


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        # Without a legal form it is no registered name.
        (firm("a:x", "甲乙集团"), firm("b:x", "甲乙集团"), ("name",)),
        # Brackets may tell two companies apart.
        (firm("a:x", "甲乙(丙)有限公司"), firm("b:x", "甲乙丙有限公司"), ("name", "names")),
        # A company and the firm that it stands for are two.
        (firm("a:x", NAME, kind="LegalEntity"), firm("b:x", NAME), ("registered", "kinds")),
        (
            firm("a:x", NAME, more='cg:foundedIn "1990"^^xsd:gYear'),
            firm("b:x", NAME, more='cg:foundedIn "2005-03"'),
            ("registered", "years"),
        ),
        (
            firm("a:x", NAME, more='schema:taxID "1"'),
            firm("b:x", NAME, more='schema:taxID "2"'),
            ("registered", "identifiers"),
        ),
        # A code without its exchange is no identifier.
        (
            firm("a:x", "甲乙", more='cg:stockCode "600001"'),
            firm("b:x", "甲乙", more='cg:stockCode "600001"'),
            ("name", "identifier"),
        ),
        (firm("a:x", "甲乙"), firm("b:x", "丙丁", "甲乙"), ("alias",)),
    ],
)
def test_what_speaks_against_it_makes_them_doubtful(
    tmp_path: Path, one: str, other: str, reasons: tuple[str, ...]
) -> None:
    assert outcome(tmp_path, one, other) == [("?", *reasons)]


def test_two_head_offices_make_them_doubtful_and_one_under_two_iris_does_not(tmp_path: Path) -> None:
    def seated(place: str, town: str) -> str:
        return firm(f"{place}:x", NAME, more=f"cg:headquarteredIn {place}:t") + firm(f"{place}:t", town, kind="City")

    one, other = two(tmp_path, seated("a", "丙市"), seated("b", "丁市"))
    assert found(one, other) == (set(), {(f"{A}x", f"{B}x", ("registered", "seats"))})
    same = graph(tmp_path, seated("b", "丙市"), "same")
    assert found(one, same)[0] == {(f"{A}x", f"{B}x", "registered")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Things of two families are never one.
        (firm("a:x", NAME), firm("b:x", NAME, kind="Zone")),
        (firm("a:x", "氢能", kind="Track"), firm("b:x", "氢能", kind="Chain")),
        # A translation is no name: 欣盛 and 新盛 are both Xinsheng.
        (
            firm("a:x", "欣盛有限公司", more='skos:altLabel "Xinsheng Co., Ltd."@en'),
            firm("b:x", "新盛有限公司", more='skos:altLabel "Xinsheng Co., Ltd."@en'),
        ),
        # Pinyin is none either.
        (
            firm("a:x", "惠科", more='skos:altLabel "Huìkē"@zh-Latn-pinyin'),
            firm("b:x", "汇科", more='skos:altLabel "Huìkē"@zh-Latn-pinyin'),
        ),
        (firm("a:x", "甲"), firm("b:x", "乙")),
    ],
)
def test_what_has_nothing_in_common_is_not_even_listed(tmp_path: Path, one: str, other: str) -> None:
    assert outcome(tmp_path, one, other) == []


@pytest.mark.parametrize(
    "more",
    ['schema:leiCode "X1"', 'schema:taxID "9114"', "owl:sameAs <https://www.wikidata.org/entity/Q1>"],
)
def test_what_belongs_to_one_thing_only_makes_them_one(tmp_path: Path, more: str) -> None:
    assert outcome(tmp_path, firm("a:x", "甲乙", more=more), firm("b:x", "丙丁", more=more)) == [("+", "identifier")]


def test_a_graph_may_say_itself_that_two_things_are_one(tmp_path: Path) -> None:
    same = two(tmp_path, firm("a:x", "甲乙", more="owl:sameAs b:x"), firm("b:x", "丙丁"))
    assert found(*same) == ({(f"{A}x", f"{B}x", "identifier")}, set())
    replaced = two(tmp_path, firm("a:x", "甲乙") + "b:x dcterms:isReplacedBy a:x .", firm("b:x", "丙丁"))
    assert found(*replaced) == ({(f"{A}x", f"{B}x", "replaced")}, set())


@pytest.mark.parametrize(("exchange", "united"), [("XSHG", True), ("XHKG", False)])
def test_a_stock_code_counts_at_its_exchange(tmp_path: Path, exchange: str, united: bool) -> None:
    def listed(place: str, name: str, at: str) -> str:
        told = claim(place, "c", f'{place}:x cg:stockCode "600001"', f"{place}:paper", "代码", f'cg:exchange "{at}"')
        return firm(f"{place}:x", name) + PAPER.format(p=place, more=f"dcterms:title '{place}'") + told

    answer = cg.merge(*two(tmp_path, listed("a", "甲乙", "XSHG"), listed("b", "丙丁", exchange)))
    assert [each.reasons[0].what for each in answer.united] == ["stockCode XSHG 600001"] * united


def test_what_several_things_of_one_graph_share_is_doubtful(tmp_path: Path) -> None:
    one = firm("a:x", NAME) + firm("a:y", "丙", NAME)
    united, doubts = found(*two(tmp_path, one, firm("b:x", NAME)))
    assert united == set()
    assert {(a, keys) for a, _, keys in doubts} == {(f"{A}{x}", ("registered", "several")) for x in "xy"}


def test_what_a_graph_knows_as_two_things_stays_two(tmp_path: Path) -> None:
    both = firm("a:x", "甲乙") + firm("b:x", NAME)
    assert found(*two(tmp_path, firm("a:x", NAME, "甲乙"), both)) == (set(), set())
    # One shares the name, the other the code: b:x cannot be both.
    one = firm("a:x", NAME) + firm("a:y", "丙丁", more='schema:taxID "1"')
    united, doubts = found(*two(tmp_path, one, firm("b:x", NAME, more='schema:taxID "1"')))
    assert {(a, b) for a, b, _ in united} == {(f"{A}y", f"{B}x")}
    assert doubts == {(f"{A}x", f"{B}x", ("registered", "several"))}


def test_what_a_claim_connects_is_two_things(tmp_path: Path) -> None:
    other = firm("b:x", NAME) + "b:x cg:controlledBy a:x . a:x a cg:Firm .\n"
    assert found(*two(tmp_path, firm("a:x", NAME), other)) == (set(), set())


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("schema:url <http://P.example/a/>", "schema:url <https://p.example/a>", "url"),
        (f'cg:textHash "{"0" * 64}"', f'cg:textHash "{"0" * 64}"', "hash"),
    ],
)
def test_sources_with_one_address_or_text_are_one(tmp_path: Path, one: str, other: str, key: str) -> None:
    paper = [PAPER.format(p=p, more=more) for p, more in (("a", one), ("b", other))]
    assert found(*two(tmp_path, *paper)) == ({(f"{A}paper", f"{B}paper", key)}, set())


def test_one_address_with_two_texts_is_two_sources(tmp_path: Path) -> None:
    url = "schema:url <https://p.example/a>"
    paper = [PAPER.format(p=p, more=f'{url} ; cg:textHash "{digit * 64}"') for p, digit in (("a", "0"), ("b", "1"))]
    assert found(*two(tmp_path, *paper)) == (set(), {(f"{A}paper", f"{B}paper", ("url", "texts"))})


def test_sources_of_one_day_of_a_paper_are_compared_by_their_titles(tmp_path: Path) -> None:
    titled = [PAPER.format(p=p, more=f"dcterms:title '{title}'") for p, title in (("a", "一"), ("b", "二"))]
    assert found(*two(tmp_path, *titled)) == (set(), set())
    same = [PAPER.format(p=p, more="dcterms:title '一'") for p in "ab"]
    assert found(*two(tmp_path, *same))[1] == {(f"{A}paper", f"{B}paper", ("title",))}


def test_one_iri_with_two_names_is_listed_and_with_two_kinds_refused(tmp_path: Path) -> None:
    assert found(*two(tmp_path, firm("a:x", "甲"), firm("a:x", "乙")))[1] == {(f"{A}x", f"{A}x", ("iri",))}
    assert found(*two(tmp_path, firm("a:x", "甲"), 'a:x a cg:Firm ; skos:prefLabel "Jia"@en .')) == (set(), set())
    with pytest.raises(cg.CityGraphError, match=r"is a Firm in .* and a Zone in .*another IRI"):
        cg.merge(*two(tmp_path, firm("a:x", "甲"), firm("a:x", "甲", kind="Zone")))


def test_of_three_graphs_each_is_compared_with_each(tmp_path: Path) -> None:
    files = [graph(tmp_path, firm(f"{p}:x", NAME), p.strip(":")) for p in ("a", "b", "cn")]
    assert found(*files)[0] == {(f"{A}x", f"{B}x", "registered"), (f"{A}x", f"{CN}x", "registered")}


def test_the_iri_that_no_graph_calls_its_own_stays(tmp_path: Path) -> None:
    own = "<{0}> a void:Dataset ; void:uriSpace '{0}' .\n"
    one, other = firm("a:x", NAME) + own.format(A), firm("cn:x", NAME) + own.format(B)
    assert {(a, b) for a, b, _ in found(*two(tmp_path, one, other))[0]} == {(f"{CN}x", f"{A}x")}
    # A graph that does not say what is its own decides nothing.
    assert {(a, b) for a, b, _ in found(*two(tmp_path, one, firm("cn:x", NAME)))[0]} == {(f"{A}x", f"{CN}x")}
