"""Rows as a graph in the model of the shipped city: what is made of each column, what is filled in, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import CG, local
from support.sheets import check, refusals, rows, sheets

CITY = 'name = "乙市"\nid = "yi"\nlanguages = ["zh-Hans", "en"]\nlicence = "CC-BY-4.0"\n'
NO_TEXT = "key,title,publisher,date,grade\nnews,乙市新闻,乙市报,2024-03-01,A\n"


def graph(folder: Path) -> dict[str, dict[str, set[str]]]:
    """What a graph says, by local names; the language of words stands behind them."""
    from pyoxigraph import RdfFormat, parse

    built = cg.build(folder)
    assert built.refused == (), [str(each) for each in built.refused]
    found: dict[str, dict[str, set[str]]] = {}
    for each in parse(Path(built.written).read_bytes(), format=RdfFormat.TURTLE):
        term = each.object
        tag = getattr(term, "language", None)
        shown = f"{term.value}@{tag}" if tag else term.value if hasattr(term, "datatype") else local(term.value)
        found.setdefault(local(each.subject.value), {}).setdefault(local(each.predicate.value), set()).add(shown)
    return found


def test_a_built_graph_keeps_every_rule_with_and_without_its_text(tmp_path: Path) -> None:
    built = cg.build(sheets(tmp_path, city=CITY))
    city = cg.open(built.written)
    text = (tmp_path / "texts" / "news.txt").read_text("utf-8")
    for report in (cg.validate(city), cg.validate(city, text=[("news", text)])):
        assert [each for each in report.findings if each.severity == "error"] == []
        assert report.degrees == built.counts == {"text": 3, "quotes": 0, "citation": 0, "none": 0}
    assert report.proved == 3


def test_what_is_left_empty_is_filled_in_and_said(tmp_path: Path) -> None:
    folder = sheets(tmp_path, city=CITY)
    found = graph(folder)
    assert found["jiagongsi"]["prefLabel"] == {"甲公司@zh-hans", "甲公司@zh-hant"}
    assert found["jiagongsi"]["altLabel"] == {"甲集团@zh-hans", "Jiǎgōngsī@zh-latn-pinyin"}
    claim = found["yishi-aids-jiagongsi"]
    assert claim["positions"] == {"subject 2:0-2; relation 2:2-4; object 2:4-7"}
    assert (claim["status"], claim["basis"]) == ({"realised"}, {"stated"})
    filled = {(each.table, each.column) for each in check(folder).filled}
    assert {("things.csv", "id"), ("things.csv", "zh-Hant"), ("things.csv", "pinyin")} <= filled
    assert {("claims.csv", name) for name in ("id", "basis", "positions", "paragraph", "quote")} <= filled


def test_what_a_person_wrote_is_never_overwritten_and_a_hyphen_leaves_a_cell_empty(tmp_path: Path) -> None:
    things = (
        "name,kind,id,zh-Hant,pinyin,aliases\n"
        "乙市,city,city-b,乙城,-,\n甲公司,firm,firm-a,-,Jia Gongsi,甲集团|B Group|甲廠@zh-Hant\n丙园区,zone,,,,\n"
    )
    found = graph(sheets(tmp_path, things=things, city=CITY))
    assert found["city-b"]["prefLabel"] == {"乙市@zh-hans", "乙城@zh-hant"}
    assert "altLabel" not in found["city-b"]
    assert found["firm-a"]["prefLabel"] == {"甲公司@zh-hans"}
    names = {"甲集团@zh-hans", "B Group@en", "甲廠@zh-hant", "Jia Gongsi@zh-latn-pinyin"}
    assert found["firm-a"]["altLabel"] == names


def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    one, other = sheets(tmp_path / "one", city=CITY), sheets(tmp_path / "other", city=CITY)
    for name in ("things.csv", "claims.csv"):
        head, *lines = (other / name).read_text("utf-8").splitlines()
        (other / name).write_text("\n".join([head, *reversed(lines), ""]), "utf-8")
    assert Path(cg.build(one).written).read_bytes() == Path(cg.build(other).written).read_bytes()


@pytest.mark.parametrize(
    ("number", "unit", "value", "of"),
    [
        ("120", "亿元", "12000000000", "yuan"),
        ("1,200", "元", "1200", "yuan"),
        ("1.2", "万亩", "12000", "mu"),
        ("8.5%", "", "8.5", "percent"),
        ("30", "yuan", "30", "yuan"),
        ("30", "名", "30", "ming"),
    ],
)
def test_a_number_has_a_unit_of_the_ontology_or_one_of_its_own(
    tmp_path: Path, number: str, unit: str, value: str, of: str
) -> None:
    row = {"subject": "甲公司", "relation": "has-output", "object": number, "measure": "销售额", "unit": unit,
           "quote": f"甲公司销售额达到{number}{unit.replace('yuan', '元')}",
           "status": "fact", "basis": "stated"}  # fmt: skip
    found = graph(sheets(tmp_path, sources=NO_TEXT, claims=rows(row), city=CITY))
    claim = found["jiagongsi-has-output-xiaoshoue"]
    assert (claim["object"], claim["unit"]) == ({value}, {of})
    if of == "ming":
        assert found["ming"]["label"] == {"名@zh-hans"}
        assert found["ming"]["word"] == {"{n}名"}


@pytest.mark.parametrize(
    ("column", "cell", "predicate", "value"),
    [
        ("comparator", "约", "comparator", "about"),
        ("comparator", "more than", "comparator", "moreThan"),
        ("comparator", "近", "comparator", "nearly"),
        ("period", "2021年6月", "period", "2021-06"),
        ("period", "截至2009年", "period", "截至2009年"),
        ("due", "2027", "dueBy", "2027"),
        ("order", "3", "order", "3"),
        ("open", "yes", "openList", "true"),
        ("level", "省级", "level", "provincial"),
        ("purpose-en", "growth", "purpose", "growth@en"),
        ("note", "ask again", "note", "ask again@en"),
    ],
)
def test_a_column_says_a_property_of_the_model(
    tmp_path: Path, column: str, cell: str, predicate: str, value: str
) -> None:
    row = {"subject": "甲公司", "relation": "has-output", "object": "30", "measure": "销售额", "status": "fact",
           "basis": "resolved", "quote": "", column: cell}  # fmt: skip
    claim = graph(sheets(tmp_path, sources=NO_TEXT, claims=rows(row), city=CITY))["jiagongsi-has-output-xiaoshoue"]
    assert claim[predicate] == {value}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"order": "third"}, "claims.csv:2 order: 'third' is not a whole number"),
        ({"open": "maybe"}, "claims.csv:2 open: 'maybe' is not yes or no"),
        ({"level": "galactic"}, "claims.csv:2 level: no term is called 'galactic'"),
        ({"positions": "2:x"}, "claims.csv:2 positions: "),
        ({"relation": "start date", "object": "soon"}, "claims.csv:2 "),
        (
            {"subject": "甲公司", "relation": "located-in", "object": "乙厂"},
            "claims.csv:2 object: no row of things.csv",
        ),
        ({"quote": "乙市支持丁公司"}, "claims.csv:2 quote: the text does not have"),
    ],
)
def test_what_is_no_value_of_a_column_is_refused(tmp_path: Path, changed: dict[str, str], says: str) -> None:
    said = refusals(sheets(tmp_path, claims=rows(changed)))
    assert said
    assert said[0].startswith(says)


def test_two_things_may_share_a_name_if_claims_name_them_by_their_ids(tmp_path: Path) -> None:
    things = "name,kind,id\n乙市,city,b\n甲公司,firm,firm-a\n甲公司,zone,zone-a\n"
    folder = sheets(tmp_path, things=things, sources=NO_TEXT, claims=rows({"quote": "乙市支持甲公司"}))
    several = "'甲公司' is the name of 2 things. Write the id of the one that is meant; did you mean firm-a?"
    assert refusals(folder) == [f"claims.csv:2 object: {several}"]
    (folder / "claims.csv").write_text(rows({"object": "firm-a", "quote": "乙市支持甲公司"}), "utf-8")
    assert refusals(folder) == []
    (folder / "things.csv").write_text("name,kind\n乙市,city\n甲公司,firm\n甲公司,zone\n", "utf-8")
    assert refusals(folder)[0] == "things.csv:4 name: '甲公司' is also a name of row 3"


def test_words_that_a_person_added_stand_in_the_graph_and_prove_it_again(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({"subject": "丙园区"}, {"subject": "丙园区", "object": "乙市"}), city=CITY)
    text = "乙市新闻\n\n丙园区照应甲公司。丙园区关照乙市。\n"
    (folder / "texts" / "news.txt").write_text(text, "utf-8")
    (folder / "words.csv").write_text("word,means,language\n照应,supports,zh\n", "utf-8")
    claims = rows({"subject": "丙园区"}, {"subject": "丙园区", "object": "乙市", "relation words": "关照"})
    (folder / "claims.csv").write_text(claims, "utf-8")
    built = cg.build(folder)
    assert [each.assisted for each in built.proved] == [True, True]
    report = cg.validate(cg.open(built.written), text=[("news", text)])
    assert (report.proved, [each for each in report.findings if each.severity == "error"]) == (2, [])


def test_what_is_unknown_of_a_source_is_said_to_be_unknown(tmp_path: Path) -> None:
    found = graph(sheets(tmp_path, sources="key,title\nnews,乙市新闻\n", claims=rows({"quote": "乙市支持甲公司"})))
    assert found["news"]["unknown"] == {"date", "publisher", "quality"}
    assert found["news"]["prefLabel"] == {"乙市新闻@zh-hans", "乙市新聞@zh-hant"}


def test_a_source_may_be_cited_without_a_quote(tmp_path: Path) -> None:
    folder = sheets(tmp_path, sources=NO_TEXT, claims=rows({}), city=CITY)
    built = cg.build(folder)
    assert built.counts["citation"] == 1
    city = cg.open(built.written)
    assert [each for each in cg.validate(city).findings if each.severity == "error"] == []
    passage = cg.claims(city, "甲公司")[0].evidence[0]
    assert (passage.phrase, passage.source_title) == ("", "乙市報 2024-03-01")
    assert "「」" not in str(cg.neighbors(city, "乙市"))


def test_rows_that_say_the_same_are_one_claim_with_the_passages_of_both(tmp_path: Path) -> None:
    claims = rows({"quote": "乙市支持甲公司"}, {"quote": "甲公司得到乙市支持"})
    found = graph(sheets(tmp_path, sources=NO_TEXT, claims=claims, city=CITY))
    assert len(found["yishi-aids-jiagongsi"]["evidence"]) == 2
    assert not [name for name in found if name.endswith("jiagongsi-2") and "evidence" in found[name]]


def test_a_thing_in_no_claim_is_left_out_and_said(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({}))
    built = cg.build(folder)
    assert built.notes == ("1 thing is in no claim and not in the graph: 丙园区.",)
    assert "丙园区" not in Path(built.written).read_text("utf-8")


def test_an_english_name_with_an_article_stands_for_its_thing_in_a_text(tmp_path: Path) -> None:
    things = "name,kind,aliases\nGreenford,city,\nHillview Optics,firm,the firm\nEastlake Park,zone,\n"
    found = graph(sheets(tmp_path, "en", things=things))
    assert found["hillview-optics"]["anaphor"] == {"the firm"}


def test_the_description_of_the_city_is_that_of_the_data_set(tmp_path: Path) -> None:
    city = (
        'name = { zh-Hans = "乙市", en = "City B" }\nid = "yi"\nbase = "https://example.org/yi/"\nprefix = "yi"\n'
        'languages = ["zh-Hans"]\nlicence = "ours"\nexamples = ["甲公司"]\n'
    )
    found = graph(sheets(tmp_path, city=city))["yi"]
    assert found["title"] == {"乙市@zh-hans", "City B@en"}
    assert (found["subject"], found["exampleResource"], found["rights"]) == ({"yishi"}, {"jiagongsi"}, {"ours"})
    assert found["uriSpace"] == {"https://example.org/yi/"}


def test_all_or_nothing_is_written_and_what_was_there_survives_a_refusal(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({}, {"object": "丙园区"}))
    output = folder / "city.ttl"
    output.write_text("as it was", "utf-8")
    assert cg.build(folder).written == ""
    assert output.read_text("utf-8") == "as it was"
    kept = cg.build(folder, keep_proved=True)
    assert (len(kept.refused), kept.counts["text"], kept.written) == (1, 1, str(output))
    assert len(cg.claims(cg.open(output), "甲公司").claims) == 1
    assert cg.build(sheets(tmp_path), output=tmp_path / "other.ttl").written == str(tmp_path / "other.ttl")
    assert list(tmp_path.glob("*.part")) == []


def test_a_text_that_is_not_the_one_of_the_positions_is_refused(tmp_path: Path) -> None:
    sources = f"key,title,file,hash\nnews,乙市新闻,news.txt,{'0' * 64}\n"
    assert "SHA-256 differs" in refusals(sheets(tmp_path, sources=sources))[0]
    (tmp_path / "texts" / "news.txt").unlink()
    placed = {"paragraph": "2", "start": "0", "end": "7", "positions": "subject 2:0-2; relation 2:2-4; object 2:4-7"}
    claims = rows({**placed, "quote": "乙市支持甲公司", "status": "fact", "basis": "stated"})
    answer = check(sheets(tmp_path / "b", sources=sources.replace("news.txt", "gone.txt"), claims=claims))
    assert [each.proof for each in answer.proved] == ["text"]


def test_every_qualifier_of_the_ontology_is_a_column() -> None:
    from cityGraph.authoring.columns import columns_of
    from cityGraph.authoring.ontology import ontology

    columns = {column.property for column in columns_of("claims").all.values()}
    assert set(ontology().qualifiers) <= columns
    assert CG + "openList" in columns
    assert {columns_of("claims").named(each) for each in ("of product", "列舉未完", "open-list", "open")} == {
        "of-product",
        "open",
    }
