"""The mood of a claim: plan or fact by its modal word, stated or resolved by its places, qualified as the text says.

Each test shows a text that proves a claim, and one much like it that does not, with what the proof says of that.
"""

from __future__ import annotations

from support.proof_cases import Said, findings

IMPLEMENTS = Said("implements", "city", "dredging")
PLANNED = IMPLEMENTS.but(status="planned")
SUPPORTS = Said("supports", "city", "zone", "planned")
LEADS = Said("spearheads", "foundry", "motors")
LINKS = Said("connects", "rail", "twin", "planned")
SEGMENTS = """
ex:cell a cg:Segment ; skos:prefLabel "電芯"@zh-Hant .
ex:pack a cg:Segment ; skos:prefLabel "電池包"@zh-Hant .
"""


# Plan or fact -----------------------------------------------------------------------------------------------------


def test_a_plan_has_a_modal_word_and_a_fact_has_none() -> None:
    assert findings("[s 瀾陵][m 將][r 開展][o 清灘行動]。", PLANNED) == []
    assert findings("[s 瀾陵][r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("[s 瀾陵][r 開展][o 清灘行動]。", PLANNED) == ["modal: no modal word makes the claim planned"]
    assert findings("[s 瀾陵][m 將][r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: a realised claim has no modal word, but this one has «將»"
    ]


def test_what_a_modal_word_governs_is_no_fact() -> None:
    assert findings("[s 瀾陵][r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("[s 瀾陵]將[r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: the modal word «將» makes the claim planned"
    ]
    assert findings("[s 瀾陵]春來將在灘頭[r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: the modal word «將» makes the claim planned"
    ]
    assert findings("[s 瀾陵]力爭[r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: the modal word «力爭» makes the claim targeted"
    ]


def test_a_modal_word_of_another_clause_leaves_a_fact_a_fact() -> None:
    assert findings("[s 瀾陵]春來將修堤﹔先[r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("[s 瀾陵]春來修堤﹔先將[r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: the modal word «將» makes the claim planned"
    ]


def test_a_modal_word_before_the_subject_or_behind_the_cue_leaves_a_fact_a_fact() -> None:
    assert findings("桐汀將種柳,[s 瀾陵][r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("[s 瀾陵][r 開展][o 清灘行動],也將修堤。", IMPLEMENTS) == []


def test_a_modal_word_right_behind_a_subject_left_out_governs() -> None:
    fact = IMPLEMENTS.but(basis="resolved")
    assert findings("[s 瀾陵]錨定遠海。隨後[r 開展][o 清灘行動]。", fact) == []
    assert findings("[s 瀾陵]將修堤。隨後[r 開展][o 清灘行動]。", fact) == [
        "modal: the modal word «將» makes the claim planned"
    ]
    assert findings("[s 瀾陵][m 將]修堤。隨後[r 開展][o 清灘行動]。", fact.but(status="planned")) == []


def test_in_a_sentence_that_leaves_its_subject_out_all_before_the_cue_counts() -> None:
    fact = IMPLEMENTS.but(basis="resolved")
    assert findings("[s 瀾陵]錨定遠海。春來[r 開展][o 清灘行動]。", fact) == []
    assert findings("[s 瀾陵]錨定遠海。將於春來[r 開展][o 清灘行動]。", fact) == [
        "modal: the modal word «將» makes the claim planned"
    ]
    assert findings("[s 瀾陵]錨定遠海,也將修堤。春來[r 開展][o 清灘行動]。", fact) == []


def test_a_modal_word_makes_its_own_status() -> None:
    assert findings("[s 瀾陵][m 將][r 開展][o 清灘行動]。", PLANNED) == []
    assert findings("[s 瀾陵][m 力爭][r 開展][o 清灘行動]。", PLANNED) == [
        "modal: «力爭» does not make the claim planned"
    ]
    assert findings("[s 瀾陵][m 已經][r 開展][o 清灘行動]。", PLANNED) == [
        "modal: «已經» does not make the claim planned"
    ]


def test_a_modal_word_belongs_to_the_cue() -> None:
    text = "[s 瀾陵]{}[r 開展][o 清灘行動]{}。"
    assert findings(text.format("春來[m 將]", ""), PLANNED) == []
    assert findings(text.format("", ",也[m 將]修堤"), PLANNED) == ["modal: the modal word «將» belongs to other words"]
    assert findings(text.format("", "。桐汀[m 將]修堤"), PLANNED) == [
        "modal: the modal word «將» belongs to other words"
    ]
    assert findings("也[m 將]修堤。" + text.format("", ""), PLANNED) == [
        "modal: the modal word «將» belongs to other words"
    ]


def test_a_relation_that_is_always_a_plan_needs_no_modal_word() -> None:
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵]將[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][m 將][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][m 力爭][r 重點支持][o 鷺洲新區]。", SUPPORTS) == [
        "modal: «力爭» does not make the claim planned"
    ]


def test_what_a_name_says_needs_no_modal_word() -> None:
    assert findings("將建[s 瀾陵至[o 桐汀]高鐵]。", LINKS) == []
    assert findings("[m 將]建[s 瀾陵至[o 桐汀]高鐵]。", LINKS) == ["modal: connects takes no modal word"]


def test_a_modal_word_stands_before_ends_that_adjoin() -> None:
    fact = Said("feeds", "cell", "pack")
    assert findings("[s 電芯]、[o 電池包]。", fact, things=SEGMENTS) == []
    assert findings("[m 將]成[s 電芯]、[o 電池包]。", fact.but(status="planned"), things=SEGMENTS) == []
    assert findings("[s 電芯]、[o 電池包]。", fact.but(status="planned"), things=SEGMENTS) == [
        "modal: no modal word makes the claim planned"
    ]
    assert findings("[s 電芯]、[o 電池包][m 將]成。", fact.but(status="planned"), things=SEGMENTS) == [
        "modal: the modal word «將» belongs to other words"
    ]


# Stated or resolved -----------------------------------------------------------------------------------------------


def test_what_one_sentence_says_is_stated() -> None:
    text = "以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。"
    assert findings(text, LEADS) == []
    assert findings(text, LEADS.but(basis="resolved")) == [
        "basis: one sentence names all parts, so the basis is stated, not resolved"
    ]


def test_what_two_sentences_say_is_resolved() -> None:
    text = "[s 瀾陵]將修堤。隨後[r 重點支持][o 鷺洲新區]。"
    assert findings(text, SUPPORTS.but(basis="resolved")) == []
    assert findings(text, SUPPORTS) == ["basis: a part comes from elsewhere, so the basis is resolved, not stated"]


def test_what_a_word_stands_for_is_resolved() -> None:
    stresses = Said("stresses", "meeting", "patrol")
    anaphor = 'ex:meeting cg:anaphor "會議" .'
    assert findings("[s 護岸會商會][r 強調][o 夜航巡檢]。", stresses, things=anaphor) == []
    assert findings("[s 會議][r 強調][o 夜航巡檢]。", stresses.but(basis="resolved"), things=anaphor) == []
    assert findings("[s 會議][r 強調][o 夜航巡檢]。", stresses, things=anaphor) == [
        "basis: a part comes from elsewhere, so the basis is resolved, not stated"
    ]
    assert findings("[s 會議][r 強調][o 夜航巡檢]。", stresses) == ["subject: «會議» is not a name of 護岸會商會"]


def test_an_object_that_a_word_stands_for_is_resolved() -> None:
    attended = Said("tookPartIn", "mayor", "meeting")
    anaphor = 'ex:meeting cg:anaphor "會議" .'
    assert findings("[s 鄔汀舟][r 出席][o 會議]。", attended.but(basis="resolved"), things=anaphor) == []
    assert findings("[s 鄔汀舟][r 出席][o 會議]。", attended, things=anaphor) == [
        "basis: a part comes from elsewhere, so the basis is resolved, not stated"
    ]


def test_what_is_computed_is_resolved() -> None:
    rise = Said("value", "rank", '"67"^^xsd:decimal', basis="resolved", more="cg:unit cg:places")
    text = "瀾陵由[s@rank 2027年[o 188名上升到121名]]。"
    assert findings(text, rise) == []
    assert findings(text, rise.but(basis="stated")) == [
        "basis: a part comes from elsewhere, so the basis is resolved, not stated"
    ]


# Qualifiers -------------------------------------------------------------------------------------------------------


def test_a_purpose_reads_as_printed_where_it_says() -> None:
    claim = SUPPORTS.but(more='cg:purpose "加快更新"@zh-Hant')
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區][purpose 加快更新]。", claim) == []
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區][purpose 加快改造]。", claim) == [
        "purpose: the text has «加快改造», not «加快更新»"
    ]
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]加快更新。", claim) == ["purpose: no position of «加快更新»"]


def test_a_verb_reads_as_printed_and_holds_the_cue() -> None:
    claim = PLANNED.but(more='cg:verb "全面開展"@zh-Hant')
    assert findings("[s 瀾陵][m 將][verb 全面[r 開展]][o 清灘行動]。", claim) == []
    assert findings("[s 瀾陵][m 將][verb 逐步[r 開展]][o 清灘行動]。", claim) == [
        "verb: the text has «逐步開展», not «全面開展»"
    ]
    assert findings("[s 瀾陵][m 將][verb 全面開展]、逐步[r 開展][o 清灘行動]。", claim) == [
        "verb: «全面開展» does not contain the cue"
    ]


def test_a_stage_is_named_by_one_of_its_words() -> None:
    opened = Said("advances", "opening", "ring", more="cg:stage cg:openToTraffic")
    assert findings("[o 汀岸環線]、[s 環線[stage 通車]]。", opened) == []
    assert findings("[o 汀岸環線]、[s [stage 環線]通車]。", opened) == [
        "stage: «環線» is not a word for the stage openToTraffic"
    ]
    assert findings("[o 汀岸環線]、[s 環線[stage 通車]]。", opened.but(more="cg:stage cg:groundBroken")) == [
        "stage: «通車» is not a word for the stage groundBroken"
    ]


def test_units_comparators_and_places_in_a_list_need_no_words_of_their_own() -> None:
    assert findings("“[s 聲納]、潛航”[o 兩條主賽道]。", Said("memberOf", "sonar", "lanes", more='cg:order "1"')) == []


# Lists ------------------------------------------------------------------------------------------------------------


def test_a_list_that_ends_open_makes_each_of_its_claims_open() -> None:
    opened = SUPPORTS.but(more="cg:openList true")
    text = "[s 瀾陵][r 重點支持][o 鷺洲新區]、楓浦產業園{}加快更新。"
    assert findings(text.format("[openList 等]"), opened) == []
    assert findings(text.format(""), SUPPORTS) == []
    assert findings(text.format("等"), SUPPORTS) == [
        "openList: «等» leaves the list open, but the claim does not say so"
    ]


def test_a_closed_list_is_not_open() -> None:
    opened = SUPPORTS.but(more="cg:openList true")
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]、楓浦產業園[openList 加快]更新。", opened) == [
        "openList: «加快» does not leave the list open"
    ]
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]看楓浦產業園[openList 等]更新。", opened) == [
        "openList: «等» does not leave the list open"
    ]


def test_the_list_of_the_subject_may_be_open_too() -> None:
    opened = LEADS.but(more="cg:openList true")
    text = "以[s 澤嶼鑄機]、汀蘭光電{}[r 為龍頭的][o 船用電機產業]。"
    assert findings(text.format("[openList 等企業]"), opened) == []
    assert findings(text.format("等企業"), LEADS) == [
        "openList: «等企業» leaves the list open, but the claim does not say so"
    ]


def test_of_a_list_whose_end_is_said_once_the_heads_alone_stand_before_the_open_mark() -> None:
    quay = 'ex:quay a cg:Project ; skos:prefLabel "楓浦街改造工程"@zh-Hant .'
    claim = IMPLEMENTS.but(object="street")
    text = "[s 瀾陵][r 實施][o 鷺洲街]、{}{}[o 改造工程]。"
    opened = claim.but(more="cg:openList true")
    assert findings(text.format("楓浦街", "[openList 等]"), opened, things=quay) == []
    assert findings(text.format("楓浦街", ""), claim, things=quay) == []
    assert findings(text.format("楓浦街", "等"), claim, things=quay) == [
        "openList: «等» leaves the list open, but the claim does not say so"
    ]
    assert findings(text.format("柳岸街", "等"), claim, things=quay) == []


def test_what_a_name_says_stands_in_no_list() -> None:
    pair = 'ex:pair a cg:Route ; skos:prefLabel "桐汀、瀾陵等三城環線"@zh-Hant .'
    assert findings("[s [o 桐汀]、瀾陵等三城環線]。", LINKS.but(subject="pair"), things=pair) == []


def test_a_value_stands_in_no_list() -> None:
    length = Said("routeLength", "rail", '"120"^^xsd:decimal', more="cg:unit cg:kilometre")
    assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 120公里]等。", length) == []
