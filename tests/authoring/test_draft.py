"""A claim that was just written gets its names; what is mistyped or missing is refused, and says where."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from cityGraph.authoring.draft import described, named, problems
from cityGraph.authoring.layout import Triple, main
from cityGraph.store.query_files import prefixed
from cityGraph.store.shipped import ontology_files
from support.paths import FIXTURE

SPACE = "https://w3id.org/citygraph/id/taiyuan/"
CITY = f"""
@prefix ty: <{SPACE}> .
@prefix claim: <{SPACE}claim/> .
@prefix passage: <{SPACE}passage/> .
ty:page a cg:Source ; dcterms:publisher "p"@en ; dcterms:date "2025"^^xsd:gYear ; cg:quality "A" ;
    skos:prefLabel "頁"@zh-Hant , "页"@zh-Hans , "page"@en .
ty:taigang a cg:Firm ; skos:prefLabel "太鋼"@zh-Hant , "太钢"@zh-Hans , "Taigang"@en .
ty:steel a cg:Product ; skos:prefLabel "鋼"@zh-Hant , "钢"@zh-Hans , "steel"@en .
ty:iron a cg:Product ; skos:prefLabel "鐵"@zh-Hant , "铁"@zh-Hans , "iron"@en .
"""
CLAIM = """
[] a cg:Claim ;
    rdf:subject ty:taigang ; rdf:predicate cg:makes ; rdf:object ty:steel ;
    cg:status cg:realised ; cg:basis cg:stated ;
    cg:evidence [ oa:hasSource ty:page ; cg:phrase "太鋼生產鋼" ] .
"""
OTHER = CLAIM.replace("ty:steel", "ty:iron").replace("生產鋼", "生產鐵")


def parsed(text: str) -> list[Triple]:
    quads = pyoxigraph.parse(
        prefixed(text if "@prefix" in text else CITY.partition("ty:page")[0] + text).encode(),
        format=pyoxigraph.RdfFormat.TURTLE,
    )
    return [(quad.subject, quad.predicate, quad.object) for quad in quads]


def iris(text: str) -> set[str]:
    """List the claims and passages of a text as they are named, without their namespaces."""
    triples, _ = named(parsed(text))
    return {s.value.removeprefix(SPACE) for s in described(triples) if "claim/" in s.value or "passage/" in s.value}


def laid_out(tmp_path: Path, text: str) -> tuple[int, str]:
    file = tmp_path / "city.ttl"
    file.write_text(prefixed(text), "utf-8")
    return main([str(file)]), file.read_text("utf-8")


def test_a_claim_is_called_after_its_parts_and_a_passage_after_its_claim() -> None:
    assert iris(CITY + CLAIM) == {"claim/taigang-makes-steel", "passage/taigang-makes-steel"}


def test_a_claim_of_a_value_is_called_after_its_subject_and_relation() -> None:
    value = CLAIM.replace("cg:makes", "cg:annualCapacity").replace("ty:steel", "9")
    assert "claim/taigang-annual-capacity" in iris(CITY + value)


def test_a_name_that_is_taken_gets_a_number() -> None:
    again = CLAIM.replace("太鋼生產鋼", "鋼")
    assert iris(CITY + CLAIM + again) == {
        *("claim/taigang-makes-steel", "claim/taigang-makes-steel-2"),
        *("passage/taigang-makes-steel", "passage/taigang-makes-steel-2"),
    }


def test_the_same_quote_is_one_passage() -> None:
    both = CLAIM + OTHER.replace("太鋼生產鐵", "太鋼生產鋼")
    assert {iri for iri in iris(CITY + both) if "passage" in iri} == {"passage/taigang-makes-iron"}


def test_the_names_do_not_depend_on_the_order() -> None:
    drafts = (CLAIM, OTHER, CLAIM.replace("realised", "planned"))
    (one, _), (other, _) = (named(parsed("".join([CITY, *order]))) for order in (drafts, drafts[::-1]))
    assert set(one) == set(other)


def test_what_has_a_name_keeps_it() -> None:
    triples, number = named(parsed(CITY + CLAIM.replace("[] a", "<urn:mine> a")))
    assert number == 0
    assert {"urn:mine", "urn:mine-passage"} <= {s.value for s in described(triples)}


def test_the_claim_is_laid_out_with_its_plain_triple(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = laid_out(tmp_path, CITY + CLAIM + OTHER)
    added = "2 plain triples added: taigang makes iron, taigang makes steel"
    out = capsys.readouterr().out
    assert out.endswith(f"city.ttl: 2 claims laid out; 2 new claims named; {added}; 0 findings.\n")
    assert status == 0
    assert "\nty:taigang cg:makes ty:steel .\nclaim:taigang-makes-steel a cg:Claim ;" in text


# What is written wrongly, and what the error says of it.
MISTAKES = {
    "a source": ("ty:page ;", "ty:pag ;", "nothing describes the source ty:pag. Did you mean ty:page?"),
    "a relation": ("cg:makes", "cg:make", "cg:make is no relation of the ontology. Did you mean cg:makes?"),
    "a property": ("cg:makes", "cg:status", "cg:status is no relation of the ontology."),
    "a subject": ("ty:taigang ;", "ty:taigag ;", "nothing describes ty:taigag. Did you mean ty:taigang?"),
    "an object": ("ty:steel ;", "ty:steell ;", "nothing describes ty:steell. Did you mean ty:steel?"),
    "no subject": ("rdf:subject ty:taigang ;", "", "the claim has no subject (rdf:subject); it needs one."),
    "no relation": ("rdf:predicate cg:makes ;", "", "the claim has no relation (rdf:predicate); it needs one."),
    "no object": ("; rdf:object ty:steel", "", "the claim has no object (rdf:object); it needs one."),
    "two objects": ("ty:steel ;", "ty:steel , ty:iron ;", "the claim has 2 objects (rdf:object); it needs one."),
    "no status": ("cg:status cg:realised ;", "", "the claim has no status (cg:status); it needs one."),
    "no basis": ("; cg:basis cg:stated", "", "the claim has no basis (cg:basis); it needs one."),
    "a status": ("cg:realised", "cg:real", "cg:real is no status. Use cg:realised, cg:planned, cg:targeted."),
    "a basis": ("cg:stated", "cg:said", "cg:said is no basis. Use cg:stated, cg:resolved, cg:inferred."),
    "no evidence": (CLAIM.splitlines()[-1], "    .", "a claim that is not inferred needs a passage (cg:evidence)."),
    "no reason": ("cg:stated", "cg:inferred", "an inferred claim needs a reason (cg:because) and a source"),
    "a passage": (
        '[ oa:hasSource ty:page ; cg:phrase "太鋼生產鋼" ]',
        "ty:none",
        "nothing describes the passage ty:none",
    ),
    "no source": ("oa:hasSource ty:page ;", "", "the passage has no source (oa:hasSource); it needs one."),
    "a long quote": (
        "太鋼生產鋼",
        "太鋼生產鋼" * 41,
        "the quote has 205 characters, more than 200: «太鋼生產鋼太鋼生產鋼…»",
    ),
    "a blank thing": ("ty:steel ;", "[ a cg:Product ] ;", "only claims and their passages are named by the layout."),
    "a comment": ("[] a", "# why\n[] a", "1 comment would be lost, first «# why». Delete it, or keep the words"),
    "a prefix": ("ty:steel ;", "no:steel ;", "not Turtle: The prefix no: has not been declared"),
    "a full stop": (" ] .", " ]", "not Turtle: "),
}


@pytest.mark.parametrize(("right", "wrong", "says"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_refused_in_one_line_and_the_file_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, says: str
) -> None:
    assert right in CLAIM
    draft = CITY + CLAIM.replace(right, wrong)
    status, text = laid_out(tmp_path, draft)
    out, err = capsys.readouterr()
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"Error: {tmp_path / 'city.ttl'}:")
    assert says in err
    assert text == prefixed(draft)
    assert [file.name for file in tmp_path.iterdir()] == ["city.ttl"]


def test_the_line_of_a_mistake_is_where_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for right, wrong, _ in MISTAKES.values():
        draft = CITY + OTHER + CLAIM.replace(right, wrong)
        laid_out(tmp_path, draft)
        line = int(capsys.readouterr().err.split(":")[2])
        first = prefixed(CITY + OTHER).count("\n")
        assert first <= line <= first + CLAIM.count("\n") + 1, (wrong, line)


def test_the_fixture_city_has_no_mistake() -> None:
    ontology = [
        (quad.subject, quad.predicate, quad.object)
        for file in ontology_files()
        for quad in pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TURTLE)
    ]
    assert not list(problems(parsed((FIXTURE / "city.ttl").read_text("utf-8")), ontology))
