"""The ends of a claim: its words name them, print its value, and stand where a relation without words asks for them.

Each test shows a text that proves a claim, and one much like it that does not, with what the proof says of that.
"""

from __future__ import annotations

from support.proof_cases import Said, findings

LEADS = Said("spearheads", "foundry", "motors")
LENGTH = Said("routeLength", "rail", '"120"^^xsd:decimal', more="cg:unit cg:kilometre")
FOUNDED = Said("foundedIn", "foundry", '"2019"^^xsd:gYear')
CALLED = Said("skos:altLabel", "city", '"瀾城"@zh-Hant')
LINKS = Said("connects", "rail", "twin", "planned")
SHARE = Said("value", "goal", '"60"^^xsd:decimal', "targeted", more="cg:unit cg:percent")
HELD = Said("date", "roof", '"2031-04-11"^^xsd:date', basis="resolved")
DUE = Said("due", "goal", '"2033"^^xsd:gYear', "targeted", basis="resolved")
THEME = Said("underTheme", "patrol", "water", basis="resolved")


# The names of the ends --------------------------------------------------------------------------------------------


def test_an_end_reads_as_one_of_its_names() -> None:
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS) == []
    assert findings("以[s 汀蘭光電][r 為龍頭的][o 船用電機產業]。", LEADS) == [
        "subject: «汀蘭光電» is not a name of 澤嶼鑄機"
    ]
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 光學玻璃產業]。", LEADS) == [
        "object: «光學玻璃產業» is not a name of 船用電機產業"
    ]


def test_an_end_may_go_by_another_of_its_names() -> None:
    plan = Said("supports", "city", "zone", "planned")
    assert findings("[s 瀾陵市][r 重點支持][o 鷺洲新區]。", plan) == []
    assert findings("[s 瀾陵港][r 重點支持][o 鷺洲新區]。", plan)[0] == ("subject: «瀾陵港» is not a name of 瀾陵")


def test_an_end_is_a_whole_name_and_no_part_of_a_longer_one() -> None:
    assert findings("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS) == []
    assert findings("以[s 澤嶼鑄機]集團[r 為龍頭的][o 船用電機產業]。", LEADS) == [
        "subject: «澤嶼鑄機» is only a part of a longer name"
    ]


def test_a_name_that_begins_within_another_counts_as_a_longer_one_too() -> None:
    dock = 'ex:dock a cg:Zone ; skos:prefLabel "船塢"@zh-Hant . '
    yard = 'ex:yard a cg:Zone ; skos:prefLabel "新區船塢"@zh-Hant . '
    claim = Said("supports", "city", "dock", "planned")
    assert findings("[s 瀾陵][r 重點支持]鷺洲新區[o 船塢]。", claim, things=dock) == []
    assert findings("[s 瀾陵][r 重點支持]鷺洲新區[o 船塢]。", claim, things=dock + yard) == [
        "object: «船塢» is only a part of a longer name"
    ]


def test_a_thing_with_an_anchor_is_its_own_words_and_no_others() -> None:
    assert findings("力爭[s@goal 造船業產值佔比[o 60%]]。", SHARE) == []
    assert findings("力爭[@goal 造船業產值佔比60%],[s 造船業產值佔比[o 60%]]。", SHARE) == [
        "subject: «造船業產值佔比60%» is not at the anchor of 產值佔比目標"
    ]


def test_a_name_given_in_the_text_reads_as_claimed() -> None:
    assert findings("[s 瀾陵]([o 瀾城])。", CALLED) == []
    assert findings("[s 瀾陵]([o 瀾都])。", CALLED) == ["object: the text has «瀾都», not «瀾城»"]


# Values -----------------------------------------------------------------------------------------------------------


def test_a_number_is_the_one_claimed() -> None:
    assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 120公里]。", LENGTH) == []
    assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 121公里]。", LENGTH) == ["value: «121公里» says 121, not 120"]


def test_a_number_may_be_written_with_other_digits() -> None:
    same = Said("routeLength", "rail", '"120.0"^^xsd:decimal', more="cg:unit cg:kilometre")
    for engine in ("oxigraph", "rdflib"):  # rdflib keeps 120.0 as it is written
        assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 120公里]。", same, engine=engine) == []


def test_a_number_is_read_at_its_full_extent() -> None:
    bare = Said("routeLength", "rail", '"120"^^xsd:decimal')
    assert "value: «120» is not a complete number or date" in findings("[s 瀾陵至桐汀高鐵][r 全長][o 120]公里。", bare)
    assert "value: «20公里» is not a complete number or date" in findings(
        "[s 瀾陵至桐汀高鐵][r 全長]1[o 20公里]。", LENGTH
    )
    assert "value: «120公里» is not a complete number or date" in findings(
        "[s 瀾陵至桐汀高鐵][r 全長][o 120][o 公里]。", LENGTH
    )


def test_a_number_stands_in_one_place() -> None:
    assert findings("[s 瀾陵至桐汀高鐵]雙線,[r 全長][o 120公里]。", LENGTH) == []
    assert findings("[s 瀾陵至桐汀高鐵][o 雙線],[r 全長][o 120公里]。", LENGTH) == [
        "value: «雙線120公里» is not a complete number or date"
    ]


def test_a_unit_is_neither_dropped_nor_exchanged_nor_made_up() -> None:
    text = "[s 瀾陵至桐汀高鐵][r 全長][o 120公里]。"
    assert findings(text, LENGTH) == []
    assert "unit: the unit of «120公里» is kilometre, not none" in findings(text, LENGTH.but(more=""))
    assert "unit: the unit of «120公里» is kilometre, not tonne" in findings(text, LENGTH.but(more="cg:unit cg:tonne"))
    scale = Said("value", "goal", '"10000000000"^^xsd:decimal', "targeted")
    assert findings("沖刺[s@goal [o 百億]規模]。", scale) == []
    assert "unit: the unit of «百億» is none, not yuan" in findings(
        "沖刺[s@goal [o 百億]規模]。", scale.but(more="cg:unit cg:yuan")
    )


def test_a_comparator_is_neither_dropped_nor_exchanged_nor_made_up() -> None:
    floor = SHARE.but(more="cg:unit cg:percent ; cg:comparator cg:atLeast")
    text = "力爭[s@goal 造船業產值佔比[o 60%以上]]。"
    assert findings(text, floor) == []
    assert findings(text, SHARE) == ["comparator: the comparator of «60%以上» is atLeast, not none"]
    about = SHARE.but(more="cg:unit cg:percent ; cg:comparator cg:about")
    assert findings(text, about) == ["comparator: the comparator of «60%以上» is atLeast, not about"]
    assert findings("力爭[s@goal 造船業產值佔比[o 60%]]。", floor) == [
        "comparator: the comparator of «60%» is none, not atLeast"
    ]


def test_a_measure_with_a_unit_of_its_own_takes_no_other() -> None:
    tonnes = LENGTH.but(more="cg:unit cg:tonne")
    assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 120公里]。", LENGTH) == []
    assert findings("[s 瀾陵至桐汀高鐵][r 全長][o 120噸]。", tonnes) == [
        "unit: values of routeLength must have the unit kilometre"
    ]


def test_a_measure_without_a_unit_of_its_own_takes_any() -> None:
    firms = SHARE.but(more="cg:unit cg:company")
    assert findings("力爭[s@goal 船企達到[o 60家]]。", firms) == []


def test_a_value_has_the_datatype_that_its_words_say() -> None:
    assert findings("[s 澤嶼鑄機][r 成立於][o 2019年]。", FOUNDED) == []
    assert "value: «2019年» says 2019, not 2019" in findings(
        "[s 澤嶼鑄機][r 成立於][o 2019年]。", FOUNDED.but(object='"2019"^^xsd:decimal')
    )


def test_a_year_is_the_one_claimed_and_at_its_full_extent() -> None:
    assert findings("[s 澤嶼鑄機][r 成立於][o 2018年]。", FOUNDED) == ["value: «2018年» says 2018, not 2019"]
    assert findings("[s 澤嶼鑄機][r 成立於][o 2019]年。", FOUNDED) == ["value: «2019» is not a complete number or date"]
    assert findings("[s 澤嶼鑄機][r 成立於][o 2019年]3月。", FOUNDED) == [
        "value: «2019年» is not a complete number or date"
    ]


def test_a_numeral_counts_only_within_a_name() -> None:
    count = Said("memberCount", "harbours", '"6"^^xsd:decimal')
    assert findings("[s [o 六]港]。", count) == []
    assert findings("[s [o 六港]]。", count) == ["value: «六港» is not a complete number or date"]
    length = LENGTH.but(object='"6"^^xsd:decimal', more="")
    assert "value: «六» is not a complete number or date" in findings("[s 瀾陵至桐汀高鐵][r 全長][o 六]公里。", length)


def test_a_bare_year_counts_only_within_a_name() -> None:
    edition = Said("edition", "list", '"2031"^^xsd:gYear')
    assert findings("[s 《[o 2031]港城榜》]。", edition) == []
    assert findings("[s 《2[o 031]港城榜》]。", edition) == ["value: «031» is not a complete number or date"]
    assert findings("[s 澤嶼鑄機][r 成立於][o 2019]。", FOUNDED) == ["value: «2019» is not a complete number or date"]


# The year of the dateline -------------------------------------------------------------------------------------------


def test_a_day_may_take_its_year_from_the_dateline() -> None:
    assert findings("[o 4月11日],[s 主廠房封頂]。", HELD, dateline="[o 2031年]5月9日") == []
    assert findings("[o 4月11日],[s 主廠房封頂]。", HELD, title="[o 2031年]港訊") == []
    assert "value: «4月11日» is not a complete number or date" in findings("[o 4月11日],[s 主廠房封頂]。", HELD)


def test_a_year_that_stands_below_the_dateline_is_none() -> None:
    assert findings("[o 2031年]潮平。\n\n[o 4月11日],[s 主廠房封頂]。", HELD) == [
        "value: «2031年4月11日» is not a complete number or date"
    ]


def test_a_year_above_that_is_not_the_year_of_the_source_is_none() -> None:
    other = HELD.but(object='"2030-04-11"^^xsd:date')
    assert findings("[o 4月11日],[s 主廠房封頂]。", other, dateline="[o 2030年]5月9日") == [
        "value: «2030年4月11日» is not a complete number or date"
    ]


def test_a_day_of_last_year_is_of_the_year_before() -> None:
    before = HELD.but(object='"2030-04-11"^^xsd:date')
    assert findings("[o 去年4月11日],[s 主廠房封頂]。", before, dateline="[o 2031年]5月9日") == []
    assert findings("[o 去年4月11日],[s 主廠房封頂]。", HELD, dateline="[o 2031年]5月9日") == [
        "value: «2031年去年4月11日» says 2030-04-11, not 2031-04-11"
    ]


# Within the words of the subject ------------------------------------------------------------------------------------


def test_a_nested_object_stands_within_the_words_of_its_subject() -> None:
    assert findings("[s 瀾陵至[o 桐汀]高鐵]。", LINKS) == []
    assert findings("[s 瀾陵至桐汀高鐵]直抵[o 桐汀]。", LINKS) == ["place: «桐汀» is not a part of «瀾陵至桐汀高鐵»"]


def test_a_nested_object_is_no_part_of_a_longer_name_there() -> None:
    longer = 'ex:long a cg:Route ; skos:prefLabel "瀾陵至桐汀北高鐵"@zh-Hant . '
    bay = 'ex:bay a cg:Place ; skos:prefLabel "桐汀北"@zh-Hant . '
    claim = LINKS.but(subject="long")
    assert findings("[s 瀾陵至[o 桐汀]北高鐵]。", claim, things=longer) == []
    anchored = 'ex:long a cg:Route ; skos:prefLabel "長線"@zh-Hant . '
    assert findings("[s@long 瀾陵至[o 桐汀]北高鐵]。", claim, things=anchored) == []
    assert findings("[s@long 瀾陵至[o 桐汀]北高鐵]。", claim, things=anchored + bay) == [
        "object: «桐汀» is only a part of «桐汀北»"
    ]


def test_a_part_of_a_rise_is_not_the_rise() -> None:
    rise = Said("value", "rank", '"67"^^xsd:decimal', basis="resolved", more="cg:unit cg:places")
    assert findings("瀾陵由[s@rank 2027年[o 188名上升到121名]]。", rise) == []
    part = Said("value", "rank", '"188"^^xsd:decimal', more="cg:unit cg:rank")
    assert findings("瀾陵由[s@rank 2027年[o 188名]上升到121名]。", part) == [
        "object: «188名» is only a part of «188名上升到121名»"
    ]


# The nearest date before --------------------------------------------------------------------------------------------


def test_a_date_stands_before_what_it_dates() -> None:
    day = HELD.but(basis="stated")
    assert findings("[o 2031年4月11日],[s 主廠房封頂]。", day) == []
    assert findings("[s 主廠房封頂],[o 2031年4月11日]。", day) == ["place: the date must come before the subject"]


def test_a_day_stands_in_the_paragraph_of_its_event() -> None:
    assert findings("[o 2031年4月11日]晴。[s 主廠房封頂]。", HELD) == []
    assert findings("[o 2031年4月11日]晴。\n\n[s 主廠房封頂]。", HELD) == [
        "place: the date and the subject must be in the same paragraph"
    ]


def test_the_year_of_a_target_may_stand_in_a_paragraph_above() -> None:
    assert findings("到[o 2033年]有望。\n\n力爭[s@goal 造船業產值佔比60%]。", DUE) == []


def test_a_day_is_the_nearest_before_its_event() -> None:
    assert findings("[o 2031年4月11日]晴,去年很好,[s 主廠房封頂]。", HELD.but(basis="stated")) == []
    assert findings("[o 2031年4月11日]晴,4月12日陰,[s 主廠房封頂]。", HELD.but(basis="stated")) == [
        "place: the date «4月12日» is nearer to the subject"
    ]


def test_a_year_is_the_nearest_before_its_target() -> None:
    assert findings("去年不易。到[o 2033年],力爭[s@goal 造船業產值佔比60%]。", DUE.but(basis="stated")) == []
    assert findings("到[o 2033年]有望。去年不易。\n\n力爭[s@goal 造船業產值佔比60%]。", DUE) == [
        "place: the date «去年» is nearer to the subject"
    ]
    assert findings("到[o 2033年]有望。\n\n去年不易。\n\n力爭[s@goal 造船業產值佔比60%]。", DUE) == [
        "place: the date «去年» is nearer to the subject"
    ]
    assert findings("到[o 2033年]有望。\n\n力爭[s@goal 造船業產值佔比60%],去年不及。", DUE) == []


# The heading above --------------------------------------------------------------------------------------------------


def test_a_heading_is_a_paragraph_by_itself() -> None:
    assert findings("[o 親水]\n\n推行[s 夜航巡檢]。", THEME) == []
    assert findings("[o 親水]之城\n\n推行[s 夜航巡檢]。", THEME) == ["place: «親水» is not a heading"]


def test_a_heading_stands_above() -> None:
    assert findings("推行[s 夜航巡檢]。\n\n[o 親水]", THEME) == ["place: the heading «親水» is not above the subject"]


def test_a_heading_is_no_heading_of_itself() -> None:
    own = Said("underTheme", "patrol", "water", basis="stated")
    assert findings("[o [s 夜航巡檢]]", own)[-1] == "place: the heading «夜航巡檢» is not above the subject"


def test_a_heading_is_the_nearest_above() -> None:
    assert findings("興商\n\n[o 親水]\n\n推行[s 夜航巡檢]。", THEME) == []
    assert findings("[o 親水]\n\n修堤種柳。\n\n推行[s 夜航巡檢]。\n\n興商", THEME) == []
    assert findings("[o 親水]\n\n興商\n\n推行[s 夜航巡檢]。", THEME) == [
        "place: the heading «興商» is nearer to the subject"
    ]


def test_a_paragraph_that_names_no_theme_is_no_nearer_heading() -> None:
    assert findings("[o 親水]\n\n瀾陵\n\n推行[s 夜航巡檢]。", THEME) == []
