"""The relation of a claim: a cue marks it, in the order and the nearness that the cue asks for, and no other is nearer.

Each test shows a text that proves a claim, and one much like it that does not, with what the proof says of that.
"""

from __future__ import annotations

from support.proof_cases import Said, findings

LEADS = Said("spearheads", "foundry", "motors")
SUPPORTS = Said("supports", "city", "zone", "planned")
BACKS = Said("backs", "city", "zone", "planned")
SITED = Said("sitedIn", "street", "zone")
MEMBER = Said("memberOf", "sonar", "lanes")
LENGTH = Said("routeLength", "rail", '"120"^^xsd:decimal', more="cg:unit cg:kilometre")
MAYOR = Said("holdsOffice", "mayor", "office")
LINKS = Said("connects", "rail", "twin", "planned")
BANDS = """
ex:steers a rdf:Property ; rdfs:subPropertyOf cg:relation ; cg:subjectKind cg:Firm ; cg:objectKind cg:Industry ;
  cg:allowsStatus cg:realised ; cg:cue "由{s}掌舵而以{o}為航向" , "掌舵{o}" .
"""


# Cues -------------------------------------------------------------------------------------------------------------


def test_a_relation_is_marked_by_one_of_its_cues() -> None:
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 婉言謝絕][o 鷺洲新區]。", SUPPORTS) == ["relation: «婉言謝絕» is not a cue of supports"]


def test_a_cue_of_another_relation_does_not_mark_it() -> None:
    assert findings("[s 瀾陵][r 支持][o 鷺洲新區]。", BACKS) == []
    assert findings("[s 瀾陵][r 支持][o 鷺洲新區]。", SUPPORTS) == ["relation: «支持» is not a cue of supports"]


def test_a_relation_with_cues_in_words_says_where_they_stand() -> None:
    assert findings("[s 瀾陵]與[o 鷺洲新區]。", SUPPORTS) == ["positions: no position of the relation"]


def test_a_relation_without_cues_in_words_has_none() -> None:
    assert findings("[s 瀾陵至[o 桐汀]高鐵]。", LINKS) == []
    assert findings("[s 瀾陵[r 至][o 桐汀]高鐵]。", LINKS) == [
        "relation: connects takes no position, because it has no cue"
    ]


def test_a_cue_in_two_parts_is_whole() -> None:
    claim = Said("steers", "foundry", "motors").but(relation="ex:steers")
    text = "[r 由][s 澤嶼鑄機][r 掌舵而以][o 船用電機產業][r 為航向]。"
    assert findings(text, claim, things=BANDS) == []
    assert findings(text.replace("[r 為航向]", "為航向"), claim, things=BANDS) == [
        "relation: «由…掌舵而以» is not a cue of steers"
    ]


def test_a_cue_is_no_part_of_a_longer_one() -> None:
    assert findings("[s 瀾陵][r 支持][o 鷺洲新區]。", BACKS) == []
    assert findings("[s 瀾陵]重點[r 支持][o 鷺洲新區]。", BACKS) == ["relation: «支持» is only a part of «重點支持»"]


def test_a_longer_cue_for_other_kinds_does_not_hide_a_shorter_one() -> None:
    other = """
    ex:feeds a rdf:Property ; rdfs:subPropertyOf cg:relation ; cg:subjectKind cg:City ; cg:objectKind cg:Product ;
      cg:allowsStatus cg:planned ; cg:cue "連年支持{o}" .
    """
    assert findings("[s 瀾陵]連年[r 支持][o 鷺洲新區]。", BACKS, things=other) == []
    same = other.replace("cg:Product", "cg:Zone")
    assert findings("[s 瀾陵]連年[r 支持][o 鷺洲新區]。", BACKS, things=same) == [
        "relation: «支持» is only a part of «連年支持»"
    ]


# The order of cue and ends ----------------------------------------------------------------------------------------


def test_cue_and_ends_stand_in_the_order_of_the_cue() -> None:
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS) == []
    assert findings("以[o 船用電機產業][r 為龍頭的][s 澤嶼鑄機]。", LEADS) == [
        "place: «為龍頭的» must come after «澤嶼鑄機»"
    ]
    assert findings("以[s 澤嶼鑄機]之[o 船用電機產業][r 為龍頭的]。", LEADS) == [
        "place: «船用電機產業» must come after «為龍頭的»"
    ]


def test_a_subject_that_the_cue_leaves_open_stands_before_it() -> None:
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[r 重點支持][o 鷺洲新區]的是[s 瀾陵]。", SUPPORTS) == ["place: «重點支持» must come after «瀾陵»"]


def test_the_words_of_a_cue_are_no_part_of_an_end() -> None:
    garden = 'ex:garden a cg:Zone ; skos:prefLabel "支持園"@zh-Hant .'
    claim = BACKS.but(object="garden", positions="subject 3:0-2; relation 3:2-4; object 3:4-7", passages="3:4-7")
    assert findings("瀾陵支持支持園。", claim, things=garden) == []
    overlapping = claim.but(positions="subject 3:0-2; relation 3:2-4; object 3:2-5", passages="3:2-5")
    assert findings("瀾陵支持園。", overlapping, things=garden) == ["place: «支持園» must come after «支持»"]


def test_cue_and_object_stand_in_one_sentence() -> None:
    apart = SUPPORTS.but(basis="resolved")
    assert findings("[s 瀾陵][r 重點支持]港區,也看好[o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持]港區。也看好[o 鷺洲新區]。", apart) == [
        "place: the cue and the words of the claim must be in one sentence"
    ]


def test_cue_and_object_stand_in_one_clause() -> None:
    assert findings("[s 瀾陵][r 重點支持]港區,也看好[o 鷺洲新區]。", SUPPORTS) == []
    for stop in "﹔;;":
        assert findings(f"[s 瀾陵][r 重點支持]港區{stop}也看好[o 鷺洲新區]。", SUPPORTS) == [
            "place: a clause ends between «重點支持» and «鷺洲新區»"
        ]


def test_a_subject_that_the_cue_names_stands_in_its_clause() -> None:
    assert findings("以[s 澤嶼鑄機]這一家[r 為龍頭的][o 船用電機產業]。", LEADS) == []
    assert findings("以[s 澤嶼鑄機]領航;它[r 為龍頭的][o 船用電機產業]。", LEADS) == [
        "place: a clause ends between «為龍頭的» and «澤嶼鑄機»"
    ]


def test_an_end_between_two_parts_of_a_cue_stands_in_one_clause_with_both() -> None:
    claim = Said("cooperatesWith", "foundry", "zone")
    stop = "place: a clause ends between «{}» and «鷺洲新區»"
    assert findings("[s 澤嶼鑄機][r 與]城郊的[o 鷺洲新區]長年[r 合作]。", claim) == []
    assert findings("[s 澤嶼鑄機][r 與]同行話別;[o 鷺洲新區]長年[r 合作]。", claim) == [stop.format("與")]
    assert findings("[s 澤嶼鑄機][r 與]城郊的[o 鷺洲新區]話別;同行[r 合作]。", claim) == [stop.format("合作")]
    assert findings("[s 澤嶼鑄機][r 與]同行聯合[o 鷺洲新區]長年[r 合作]。", claim) == [
        "place: the cue «聯合» is nearer to «鷺洲新區»"
    ]


def test_a_subject_between_two_parts_of_a_cue_stands_in_one_clause_with_both() -> None:
    claim = Said("ownerOf", "foundry", "mill")
    stop = "place: a clause ends between «{}» and «澤嶼鑄機»"
    assert findings("[o 年產5萬噸船錨項目][r 由][s 澤嶼鑄機]全額[r 投資建設]。", claim) == []
    assert findings("[o 年產5萬噸船錨項目][r 由]來;[s 澤嶼鑄機]全額[r 投資建設]。", claim) == [stop.format("由")]
    assert findings("[o 年產5萬噸船錨項目][r 由][s 澤嶼鑄機]看好;同行[r 投資建設]。", claim) == [
        stop.format("投資建設")
    ]


def test_an_object_behind_a_cue_in_two_parts_is_near_to_the_last_of_them() -> None:
    claim = Said("spearheads", "foundry", "motors").but(relation="ex:revives")
    cue = """
    ex:revives a rdf:Property ; rdfs:subPropertyOf cg:relation ; cg:subjectKind cg:Firm ; cg:objectKind cg:Industry ;
      cg:allowsStatus cg:realised ; cg:cue "自{s}起振興{o}" .
    """
    assert findings("[r 自][s 澤嶼鑄機]入港[r 起振興][o 船用電機產業]。", claim, things=cue) == []
    assert findings("[r 自][s 澤嶼鑄機]入港[r 起振興]百業;[o 船用電機產業]。", claim, things=cue) == [
        "place: a clause ends between «起振興» and «船用電機產業»"
    ]


def test_the_last_words_of_a_value_are_those_that_the_cue_marks() -> None:
    claim = Said("foundedIn", "foundry", '"2031"^^xsd:gYear', basis="resolved")
    assert findings("[s 澤嶼鑄機][r 成立於][o 今年]。", claim, dateline="[o 2031年]5月9日") == []


# What stands nearer -----------------------------------------------------------------------------------------------


def test_no_other_cue_for_the_same_kinds_stands_nearer_to_the_object() -> None:
    assert findings("[s 瀾陵][r 重點支持]港邊的[o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持]碼頭、全力支持[o 鷺洲新區]。", SUPPORTS) == [
        "place: the cue «全力支持» is nearer to «鷺洲新區»"
    ]


def test_no_other_cue_for_the_same_kinds_stands_nearer_to_the_subject() -> None:
    claim = LEADS.but()
    assert findings("以[s 澤嶼鑄機]之長[r 為龍頭的][o 船用電機產業]。", claim, things=BANDS) == []
    assert findings("以[s 澤嶼鑄機]掌舵[r 為龍頭的][o 船用電機產業]。", claim, things=BANDS) == [
        "place: the cue «掌舵» is nearer to «澤嶼鑄機»"
    ]


def test_a_cue_between_that_is_for_other_kinds_does_no_harm() -> None:
    assert findings("[s 瀾陵][r 重點支持]實施技改的[o 鷺洲新區]。", SUPPORTS) == []


def test_of_a_compound_the_innermost_is_meant() -> None:
    inner = SUPPORTS.but(object="park")
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]的楓浦產業園。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持]鷺洲新區[o 楓浦產業園]。", inner) == []
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]楓浦產業園。", SUPPORTS) == [
        "object: «鷺洲新區» only describes «楓浦產業園», which follows it"
    ]


def test_a_name_of_another_kind_right_behind_is_no_compound() -> None:
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區]澤嶼鑄機。", SUPPORTS) == []


def test_the_subject_is_the_nearest_of_its_kind_before_the_cue() -> None:
    assert findings("[s 瀾陵]今年起[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵]今年起邀桐汀[r 重點支持][o 鷺洲新區]。", SUPPORTS) == [
        "subject: «桐汀» is nearer to «重點支持»"
    ]


def test_one_of_several_subjects_in_a_list_is_as_near_as_the_others() -> None:
    assert findings("[s 瀾陵]、桐汀[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵]和桐汀[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵]向桐汀[r 重點支持][o 鷺洲新區]。", SUPPORTS) == ["subject: «桐汀» is nearer to «重點支持»"]


def test_another_name_of_the_subject_or_of_another_kind_is_no_nearer_subject() -> None:
    assert findings("[s 瀾陵]看瀾陵市[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵]看澤嶼鑄機[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []


def test_a_thing_of_the_kind_behind_the_cue_is_no_nearer_subject() -> None:
    assert findings("[s 瀾陵][r 重點支持]桐汀旁的[o 鷺洲新區]。", SUPPORTS) == []


# A subject that is left out ---------------------------------------------------------------------------------------


LEFT_OUT = SUPPORTS.but(basis="resolved")


def test_a_subject_left_out_is_the_subject_of_a_sentence_before() -> None:
    assert findings("[s 瀾陵]將修堤。隨後[r 重點支持][o 鷺洲新區]。", LEFT_OUT) == []
    assert findings("[r 重點支持][o 鷺洲新區]。[s 瀾陵]將修堤。", LEFT_OUT) == [
        "subject: the subject «瀾陵» must come before the sentence that leaves it out"
    ]


def test_a_subject_left_out_began_a_clause_before_a_modal_word_or_a_cue() -> None:
    text = "{}。隨後[r 重點支持][o 鷺洲新區]。"
    assert findings(text.format("今年,[s 瀾陵]將修堤"), LEFT_OUT) == []
    assert findings(text.format("[s 瀾陵]錨定遠海"), LEFT_OUT) == []
    refused = ["subject: «瀾陵» is not the subject of its sentence"]
    assert findings(text.format("[s 瀾陵]春早"), LEFT_OUT) == refused
    assert findings(text.format("遊人愛[s 瀾陵]將修的堤"), LEFT_OUT) == refused


def test_a_subject_left_out_is_the_last_of_its_kind() -> None:
    text = "[s 瀾陵]將修堤。\n\n{}隨後[r 重點支持][o 鷺洲新區]。"
    assert findings(text.format("澤嶼鑄機將擴產。"), LEFT_OUT) == []
    assert findings(text.format("春早的桐汀將種柳。"), LEFT_OUT) == []
    assert findings(text.format("桐汀將種柳。"), LEFT_OUT) == ["subject: «桐汀» is a nearer subject than «瀾陵»"]
    assert findings(text.format("桐汀將種柳。\n\n"), LEFT_OUT) == ["subject: «桐汀» is a nearer subject than «瀾陵»"]


def test_no_other_thing_of_the_kind_stands_between_a_subject_left_out_and_the_cue_in_one_paragraph() -> None:
    text = "[s 瀾陵]將修堤。看{}。隨後[r 重點支持][o 鷺洲新區]。"
    assert findings(text.format("澤嶼鑄機"), LEFT_OUT) == []
    assert findings(text.format("桐汀"), LEFT_OUT) == ["subject: «桐汀» is nearer to «重點支持»"]


def test_a_subject_that_comes_later_is_no_nearer_one() -> None:
    assert findings("[s 瀾陵]將修堤。隨後[r 重點支持][o 鷺洲新區]。桐汀將種柳。", LEFT_OUT) == []


def test_a_subject_in_the_same_sentence_is_not_left_out() -> None:
    assert findings("春早的[s 瀾陵]也[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []


# Ends that adjoin -------------------------------------------------------------------------------------------------


def test_ends_without_a_cue_in_words_adjoin() -> None:
    assert findings("[o 瀾陵市市長][s 鄔汀舟]。", MAYOR) == []
    assert findings("[o 瀾陵市市長]送別[s 鄔汀舟]。", MAYOR) == ["place: «送別» is between subject and object"]


def test_ends_that_adjoin_keep_their_order_and_their_paragraph() -> None:
    apart = MAYOR.but(basis="resolved")
    assert findings("[s 鄔汀舟][o 瀾陵市市長]。", MAYOR) == ["place: subject and object must be next to each other"]
    assert findings("[o 瀾陵市市長]\n\n[s 鄔汀舟]。", apart) == ["place: subject and object must be next to each other"]


def test_between_ends_that_adjoin_may_stand_list_marks_and_names() -> None:
    assert findings("“[s 聲納]、潛航”[o 兩條主賽道]。", MEMBER) == []
    assert findings("“聲納、[s 潛航]”[o 兩條主賽道]。", MEMBER.but(subject="diving")) == []
    assert findings("“[s 聲納]潛航”[o 兩條主賽道]。", MEMBER) == []
    assert findings("“[s 聲納]、潛水”[o 兩條主賽道]。", MEMBER) == ["place: «、潛水”» is between subject and object"]


# What the passages show -------------------------------------------------------------------------------------------


def test_a_passage_carries_the_object() -> None:
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][e [o 船用電機產業]]。", LEADS) == []
    assert findings("以[e [s 澤嶼鑄機][r 為龍頭的]][o 船用電機產業]。", LEADS) == [
        "evidence: no quote contains «船用電機產業»"
    ]
    half = LEADS.but(passages="3:1-11")
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", half) == [
        "evidence: no quote contains «船用電機產業»"
    ]


def test_an_object_longer_than_a_phrase_may_be_is_carried_in_part() -> None:
    claim = Said("takesMeasure", "city", "patrol", "planned", passages="3:2-8")
    longest = "甲乙丙丁戊己庚辛壬癸" * 2 + "子丑寅卯"
    assert findings(f"[s 瀾陵][r 開展][o@patrol {longest}辰]。", claim) == []
    assert findings(f"[s 瀾陵][r 開展][o@patrol {longest}]。", claim) == [f"evidence: no quote contains «{longest}»"]
    assert findings(f"[s 瀾陵][r 開展][o@patrol {longest}]。", claim.but(passages="3:4-28")) == []
    assert findings(f"[s 瀾陵][r 開展][o@patrol {longest}辰]。", claim.but(passages="3:2-4")) == [
        f"evidence: no quote contains «{longest}辰»"
    ]


def test_no_passage_is_idle() -> None:
    assert findings("[e 以[s 澤嶼鑄機]][r 為龍頭的][e [o 船用電機產業]]成鏈。", LEADS) == []
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][e [o 船用電機產業]][e 成鏈]。", LEADS) == [
        "evidence: the quote «成鏈» contains no part of the claim"
    ]


def test_a_passage_elsewhere_that_names_the_object_is_not_idle() -> None:
    text = "以[s 澤嶼鑄機][r 為龍頭的][e [o 船用電機產業]]。\n\n[e 看{}]。"
    assert findings(text.format("船用電機產業"), LEADS) == []
    assert findings(text.format("光學玻璃產業"), LEADS) == [
        "evidence: the quote «看光學玻璃產業» contains no part of the claim"
    ]
