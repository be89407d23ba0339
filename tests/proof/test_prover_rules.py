"""What the proof asks of every claim, before its words are looked at, and of claims beside each other.

Each test shows a claim that is proved, and one much like it that is not, with what the proof says of that.
"""

from __future__ import annotations

import pytest

import cityGraph as cg
from support.proof_cases import Said, case, findings, opened

LEADS = Said("spearheads", "foundry", "motors")
LED = "以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。"
LENGTH = Said("routeLength", "rail", '"120"^^xsd:decimal', more="cg:unit cg:kilometre")
LONG = "[s 瀾陵至桐汀高鐵][r 全長][o 120公里]。"
GUESS = LEADS.but(basis="inferred", positions="", passages="", more='cg:because "the two are named together"')
FIRST = Said("memberOf", "sonar", "lanes", more='cg:order "1"')
SECOND = Said("memberOf", "diving", "lanes", more='cg:order "2"')
LISTED = "“[1s 聲納]、[2s 潛航]”[o 兩條主賽道]。"
LINKS = Said("connects", "loop", "twin")
LOOP = 'ex:loop a cg:Route ; skos:prefLabel "桐汀環線"@zh-Hant . '
OPENS = Said("advances", "opening", "loop", more="cg:stage cg:openToTraffic")


@pytest.mark.parametrize("text", [LED, LED.replace("澤嶼鑄機", "汀蘭光電"), LED.replace("為龍頭的", "看好")])
def test_validate_says_what_the_cases_say(text: str) -> None:
    content, printed = case(text, LEADS)
    report = cg.validate(opened(content), text=[("page", printed)])
    about = [f"{found.rule}: {found.message}" for found in report.findings if found.about.endswith("/claim1")]
    assert about == findings(text, LEADS)
    assert report.proved == (about == [])


# Kinds and status -------------------------------------------------------------------------------------------------


def test_the_ends_are_of_the_kinds_that_the_relation_takes() -> None:
    assert findings(LED, LEADS) == []
    assert findings("以[s 瀾陵][r 為龍頭的][o 船用電機產業]。", LEADS.but(subject="city")) == [
        "kinds: the kind City cannot be the subject of spearheads"
    ]
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 鷺洲新區]。", LEADS.but(object="zone")) == [
        "kinds: the kind Zone cannot be the object of spearheads"
    ]


def test_a_kind_that_is_a_kind_of_what_the_relation_takes_will_do() -> None:
    kinds = 'ex:Yard rdfs:subClassOf cg:Firm . ex:yard a ex:Yard ; skos:prefLabel "鷺洲船塢"@zh-Hant .'
    assert findings("以[s 鷺洲船塢][r 為龍頭的][o 船用電機產業]。", LEADS.but(subject="yard"), things=kinds) == []
    assert findings(
        "以[s 鷺洲船塢][r 為龍頭的][o 船用電機產業]。",
        LEADS.but(subject="yard"),
        things=kinds.replace("cg:Firm", "cg:Zone"),
    ) == ["kinds: the kind Yard cannot be the subject of spearheads"]


def test_a_value_has_the_datatype_that_the_measure_takes() -> None:
    assert findings(LONG, LENGTH) == []
    assert "kinds: routeLength takes no value of the type integer" in findings(
        LONG, LENGTH.but(object='"120"^^xsd:integer')
    )


def test_a_relation_is_declared() -> None:
    assert "kinds: praises is not a relation of the ontology" in findings(LED, LEADS.but(relation="praises"))


def test_a_name_needs_no_declaration() -> None:
    called = Said("skos:altLabel", "city", '"瀾城"@zh-Hant')
    assert findings("[s 瀾陵]([o 瀾城])。", called) == []
    assert "kinds: nickname is not a relation of the ontology" in findings(
        "[s 瀾陵]([o 瀾城])。", called.but(relation="ex:nickname")
    )
    assert "kinds: altLabel is not a relation of the ontology" in findings(
        "[s 瀾陵]([o 桐汀])。", called.but(object="twin")
    )


def test_a_status_is_one_that_the_relation_allows() -> None:
    assert findings(LED, LEADS) == []
    assert "status: spearheads cannot be targeted" in findings(LED, LEADS.but(status="targeted"))


def test_what_the_name_of_a_work_says_is_a_plan_until_an_event_brings_it_into_use() -> None:
    plan = LINKS.but(status="planned")
    text = "[1s [1o 桐汀]環線]與[2o 桐汀環線]、[2s 環線[2stage 通車]]。"
    alone = "[s [o 桐汀]環線]。"
    assert findings(alone, plan, things=LOOP) == []
    assert findings(alone, LINKS, things=LOOP) == [
        "status: the words of this Route make the claim planned, not realised"
    ]
    assert findings(text, LINKS, OPENS, things=LOOP) == []
    assert findings(text, plan, OPENS, things=LOOP) == [
        "status: the words of this Route make the claim realised, not planned"
    ]


def test_an_event_of_a_stage_before_use_brings_nothing_into_use() -> None:
    begun = 'ex:begun a cg:Event ; skos:prefLabel "環線奠基"@zh-Hant . '
    event = OPENS.but(subject="begun", more="cg:stage cg:groundBroken")
    text = "[1s [1o 桐汀]環線]與[2o 桐汀環線]、[2s 環線[2stage 奠基]]。"
    assert findings(text, LINKS.but(status="planned"), event, things=LOOP + begun) == []
    assert findings(text, LINKS, event, things=LOOP + begun) == [
        "status: the words of this Route make the claim planned, not realised"
    ]


def test_an_event_that_is_only_planned_brings_nothing_into_use() -> None:
    text = "[1s [1o 桐汀]環線]與[2o 桐汀環線]、[2s 環線[2stage 通車]]。"
    not_yet = "status: the words of this Route make the claim planned, not realised"
    assert findings(text, LINKS, OPENS, things=LOOP) == []
    assert not_yet in findings(text, LINKS, OPENS.but(status="planned"), things=LOOP)


def test_a_work_is_in_use_with_one_of_its_parts() -> None:
    things = """
    ex:line a cg:Project ; skos:prefLabel "首條產線"@zh-Hant .
    ex:running a cg:Event ; skos:prefLabel "產線投產"@zh-Hant .
    ex:mills a cg:Project ; skos:prefLabel "桐汀船錨項目"@zh-Hant .
    """
    links = Said("connects", "mills", "twin")
    runs = Said("advances", "running", "line", more="cg:stage cg:inProduction")
    part = Said("partOf", "line", "mills")
    text = "[3o [1s [1o 桐汀]船錨項目]][2o [3s 首條產線]]、[2s 產線[2stage 投產]]。"
    assert findings(text, links, runs, part, things=things) == []
    assert findings(text, links, runs, things=things) == [
        "status: the words of this Project make the claim planned, not realised"
    ]


def test_a_kind_may_have_a_status_of_its_own() -> None:
    goal = Said("measuredBy", "goal", "share", "targeted")
    text = "力爭[s@goal [o 造船業產值]達60%]。"
    assert findings(text, goal) == []
    assert findings(text, goal.but(status="realised")) == [
        "status: the words of this Target make the claim targeted, not realised"
    ]


# Phrases ----------------------------------------------------------------------------------------------------------


def test_a_phrase_has_at_most_two_hundred_characters() -> None:
    text = f"[e 以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]{'好' * 185}]成鏈。"
    assert findings(text, LEADS) == []
    assert findings(text.replace("好" * 185, "好" * 186), LEADS) == [
        f"phrase: «以澤嶼鑄機為龍頭的船用電機產業{'好' * 186}» has 201 characters; the limit is 200"
    ]


def test_a_phrase_is_what_stands_at_its_offsets() -> None:
    assert findings(LED, LEADS.but(passages="3:9-15=船用電機產業")) == []
    assert findings(LED, LEADS.but(passages="3:9-15=船用電機行業")) == [
        "phrase: the text has «船用電機產業» at 3:9-15, not «船用電機行業»"
    ]
    assert findings(LED, LEADS.but(passages="3:9-99=船用電機產業")) == [
        "phrase: the text has «nothing» at 3:9-99, not «船用電機產業»"
    ]


# Passages and positions -------------------------------------------------------------------------------------------


def test_a_claim_has_a_passage() -> None:
    assert findings(LED, LEADS.but(passages="")) == ["evidence: the claim has no passage (cg:evidence)"]


def test_the_passages_of_a_claim_are_of_one_source() -> None:
    page = 'ex:p a cg:Passage ; oa:hasSource ex:{} ; cg:paragraph 3 ; oa:start 1 ; oa:end 5 ; cg:phrase "澤嶼鑄機" .'
    two = LEADS.but(more="cg:evidence ex:p")
    assert findings(LED, two, things=page.format("page")) == []
    assert findings(LED, two, things=page.format("leaf")) == [
        "evidence: the passages have several sources; a claim has one"
    ]


def test_a_claim_with_places_in_its_text_says_where_its_words_stand() -> None:
    assert findings(LED, LEADS.but(positions="")) == ["positions: the claim has no positions (cg:positions)"]


@pytest.mark.parametrize("position", ["subject here", "subject 3:5-5", "subject 3", "subject 3:1-5 and more"])
def test_a_position_reads_as_one(position: str) -> None:
    (found,) = findings(LED, LEADS.but(positions=position))
    assert found.startswith("positions: ")
    assert "is not a position" in found


@pytest.mark.parametrize("role", ["subject", "relation", "object"])
def test_a_position_is_given_for_both_ends_and_the_cue(role: str) -> None:
    roles = {"subject": "3:1-5", "relation": "3:5-9", "object": "3:9-15"}
    whole = "; ".join(f"{name} {where}" for name, where in roles.items())
    assert findings(LED, LEADS.but(positions=whole)) == []
    less = "; ".join(f"{name} {where}" for name, where in roles.items() if name != role)
    assert findings(LED, LEADS.but(positions=less)) == [f"positions: no position of the {role}"]


def test_a_position_is_of_a_part_of_the_claim() -> None:
    assert findings(f"[weather 晴。]{LED}", LEADS) == ["positions: the claim has no part 'weather'"]
    purposeful = LEADS.but(more='cg:purpose "成鏈"@zh-Hant')
    assert findings(f"{LED}[purpose 成鏈]", purposeful) == []
    assert findings(f"{LED}[purpose 成鏈]", LEADS) == ["positions: the claim has no part 'purpose'"]


def test_a_position_stays_in_the_text() -> None:
    positions = "subject 3:1-5; relation 3:5-9; object 3:9-{}"
    assert findings(LED[:-1], LEADS.but(positions=positions.format(15))) == []
    assert findings(LED[:-1], LEADS.but(positions=positions.format(16))) == ["object: the position is outside the text"]
    assert findings(LED, LEADS.but(positions="subject 4:1-5; relation 3:5-9; object 3:9-15")) == [
        "subject: the position is outside the text"
    ]


# Inferred claims --------------------------------------------------------------------------------------------------


def test_an_inferred_claim_has_a_reason_and_neither_passage_nor_position() -> None:
    ours = ["basis: an inferred claim has no passages and no positions"]
    assert findings(LED, GUESS) == []
    assert findings(LED, GUESS.but(more="")) == ["basis: an inferred claim needs a reason (cg:because)"]
    assert findings(LED, GUESS.but(positions="subject 3:1-5")) == ours
    assert findings(LED, GUESS.but(passages="3:1-5")) == ours


def test_only_an_inferred_claim_has_a_reason() -> None:
    assert findings(LED, LEADS.but(more='cg:because "so it seems"')) == [
        "basis: only an inferred claim has a reason (cg:because)"
    ]


def test_the_kinds_and_the_status_of_an_inferred_claim_hold_too() -> None:
    assert findings(LED, GUESS.but(subject="city")) == ["kinds: the kind City cannot be the subject of spearheads"]
    assert findings(LED, GUESS.but(status="planned")) == ["status: spearheads cannot be planned"]


# Claims beside each other -----------------------------------------------------------------------------------------


def test_a_source_says_a_thing_once() -> None:
    assert findings(LED, LEADS, LEADS.but(more="")) == ["duplicate: the same source already has this claim: claim1"]
    other = Said("spearheads", "foundry", "glass")
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][1o 船用電機產業]、[2o 光學玻璃產業]。", LEADS, other) == []


def test_a_source_has_one_figure_of_a_measure() -> None:
    text = "[s 瀾陵至桐汀高鐵][r 全長][1o 120公里]、[2o 130公里]。"
    other = LENGTH.but(object='"130"^^xsd:decimal')
    assert findings(text, LENGTH) == []
    assert findings(text, LENGTH, other) == ["duplicate: the same source already has another value: claim1"]


def test_a_source_has_one_figure_of_a_measure_for_each_product() -> None:
    text = "[s 瀾陵至桐汀高鐵][r 全長][1o 120公里]、[2o 130公里]。"
    one, two = (LENGTH.but(more=f"cg:unit cg:kilometre ; cg:ofProduct ex:{name}") for name in ("lens", "prism"))
    other, again = (claim.but(object='"130"^^xsd:decimal') for claim in (two, one))
    assert not any(finding.startswith("duplicate") for finding in findings(text, one, other))
    assert "duplicate: the same source already has another value: claim1" in findings(text, one, again)


def test_two_sources_may_say_the_same() -> None:
    sources = 'ex:p a cg:Passage ; oa:hasSource ex:leaf ; cg:phrase "澤嶼鑄機為龍頭的船用電機產業" .'
    elsewhere = LEADS.but(positions="", passages="", more="cg:evidence ex:p")
    assert findings(LED, LEADS, elsewhere, things=sources) == []


def test_a_thing_may_have_several_names() -> None:
    one, two = Said("skos:altLabel", "city", '"瀾城"@zh-Hant'), Said("skos:altLabel", "city", '"瀾港"@zh-Hant')
    assert findings("[1s 瀾陵]([1o 瀾城])。\n\n[2s 瀾陵]([2o 瀾港])。", one, two) == []
    assert findings("[s 瀾陵]([o 瀾城])。", one, one) == ["duplicate: the same source already has this claim: claim1"]


def test_members_keep_the_order_of_their_list() -> None:
    assert findings(LISTED, FIRST, SECOND) == []
    assert findings(LISTED, SECOND.but(subject="sonar"), FIRST.but(subject="diving")) == [
        "order: the subject is number 1 of its list, not 2",
        "order: the subject is number 2 of its list, not 1",
    ]
    assert findings(LISTED, FIRST, SECOND.but(more='cg:order "3"')) == [
        "order: the subject is number 2 of its list, not 3"
    ]


def test_each_list_has_an_order_of_its_own() -> None:
    other = Said("memberOf", "diving", "harbours", more='cg:order "1"')
    assert findings("“[1s 聲納]”[1o 兩條主賽道]。“[2s 潛航]”[2o 六港]。", FIRST, other) == []
