"""The mood of the places of a claim: nothing denies, doubts, plans or takes back what the words there say.

Each test shows a text that proves a claim, and one much like it that does not, with what the proof says of that.
"""

from __future__ import annotations

import pytest

from support.proof_cases import Said, findings

SUPPORTS = Said("supports", "city", "zone", "planned")
SEAT = Said("headquarteredIn", "foundry", "city")
FOUNDED = Said("foundedIn", "foundry", '"2019"^^xsd:gYear')
CAME = Said("tookPartIn", "mayor", "meeting")
SITED = Said("sitedIn", "mill", "zone")
LEADS = Said("spearheads", "foundry", "motors")
FOCUSES = Said("focusesOn", "city", "lanes", "planned")
MAYOR = Said("holdsOffice", "mayor", "office")
MEMBER = Said("memberOf", "sonar", "lanes")
SHARE = Said("value", "goal", '"60"^^xsd:decimal', "targeted", more="cg:unit cg:percent")
CALLED = Said("skos:altLabel", "city", '"瀾城"@zh-Hant')
IMPLEMENTS = Said("implements", "city", "dredging")
THEME = Said("underTheme", "patrol", "water", basis="resolved")
SUPPORT, CAME_TEXT = "[s 瀾陵]{}[r 重點支持][o 鷺洲新區]。", "[s 鄔汀舟]{}[r 出席][o 護岸會商會]。"
DENIES, PLANS = "mood: the text denies this: ", "mood: the text plans this: "


# What an article of another city was changed into ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "altered", "claim", "reason"),
    [
        ("[s 瀾陵]將[r 重點支持][o 鷺洲新區]。", "[s 瀾陵]將不[r 重點支持][o 鷺洲新區]。", SUPPORTS, DENIES + "不"),
        ("[s 瀾陵]將[r 重點支持][o 鷺洲新區]。", "[s 瀾陵]將不再[r 重點支持][o 鷺洲新區]。", SUPPORTS, DENIES + "不再"),
        (CAME_TEXT.format(""), CAME_TEXT.format("未"), CAME, DENIES + "未"),
        (CAME_TEXT.format(""), CAME_TEXT.format("計劃"), CAME, PLANS + "計劃"),
        (
            "[s 瀾陵][r 重點支持][o 鷺洲新區]的消息屬實。",
            "[s 瀾陵][r 重點支持][o 鷺洲新區]的傳聞不實。",
            SUPPORTS,
            "mood: the text reports this as hearsay: 的傳聞",
        ),
        (
            "[s 澤嶼鑄機][r 總部位於][o 瀾陵]。",
            "[s 澤嶼鑄機]原[r 總部位於][o 瀾陵]。",
            SEAT,
            "mood: the text says this of an earlier time: 原",
        ),
        (
            "入春,[s 瀾陵]將[r 重點支持][o 鷺洲新區]。",
            "若獲批,[s 瀾陵]將[r 重點支持][o 鷺洲新區]。",
            SUPPORTS,
            "mood: the text makes this depend on something: 若獲批",
        ),
        ("[s 澤嶼鑄機][r 成立於][o 2019年]。", "[s 澤嶼鑄機]並非[r 成立於][o 2019年]。", FOUNDED, DENIES + "並非"),
        (
            "[s 澤嶼鑄機][r 成立於][o 2019年]。",
            "[s 澤嶼鑄機][r 成立於][o 2019年]之前。",
            FOUNDED,
            "value: the text has «2019年之前»",
        ),
        (
            "[s 年產5萬噸船錨項目][r 在][o 鷺洲新區]開工。",
            "[s 年產5萬噸船錨項目]擬[r 在][o 鷺洲新區]開工。",
            SITED,
            "modal: the modal word «擬» makes the claim planned",
        ),
        (
            "[s 年產5萬噸船錨項目][r 在][o 鷺洲新區]開工。",
            "[s 年產5萬噸船錨項目]有望[r 在][o 鷺洲新區]開工。",
            SITED,
            PLANS + "有望在",
        ),
        (
            "以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。",
            "不再以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。",
            LEADS,
            DENIES + "不再",
        ),
        ("[s 瀾陵]將[r 聚焦][o 兩條主賽道]。", "[s 瀾陵]將不再[r 聚焦][o 兩條主賽道]。", FOCUSES, DENIES + "不再"),
    ],
)
def test_a_text_that_was_turned_round_proves_the_claim_no_more(
    text: str, altered: str, claim: Said, reason: str
) -> None:
    assert findings(text, claim) == []
    assert reason in findings(altered, claim)


# Denied, doubted, conditional, former -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("拒絕", "the text denies this: 拒絕"),
        ("放棄", "the text denies this: 放棄"),
        ("可能", "the text reports this as hearsay: 可能"),
        ("曾", "the text says this of an earlier time: 曾"),
    ],
)
def test_the_reason_names_the_word(word: str, reason: str) -> None:
    assert findings(SUPPORT.format(""), SUPPORTS) == []
    assert findings(SUPPORT.format(word), SUPPORTS) == [f"mood: {reason}"]


def test_words_that_change_nothing_leave_a_claim_proved() -> None:
    for word in ("今年", "進一步", "不斷", "不僅", "不得不", "並非不", "非常", "積極", "也"):
        assert findings(SUPPORT.format(word), SUPPORTS) == [], word


def test_a_word_of_another_part_of_the_sentence_denies_nothing() -> None:
    assert findings("不搞大水漫灌,[s 瀾陵][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持][o 鷺洲新區],不搞大水漫灌。", SUPPORTS) == []
    assert findings("[s 瀾陵]不[r 重點支持][o 鷺洲新區],不搞大水漫灌。", SUPPORTS) == [DENIES + "不"]


def test_the_object_and_the_subject_count_too() -> None:
    assert findings("除桐汀外,[s 瀾陵][r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持]楓浦產業園而非[o 鷺洲新區]。", SUPPORTS) == [DENIES + "而非"]
    assert DENIES + "除" in findings("除[s 瀾陵]外,各地[r 重點支持][o 鷺洲新區]。", SUPPORTS)


def test_a_subject_left_out_is_not_asked_in_its_own_sentence() -> None:
    claim = SUPPORTS.but(basis="resolved")
    assert findings("若天晴,[s 瀾陵]將修堤。[r 重點支持][o 鷺洲新區]。", claim) == []
    assert findings("[s 瀾陵]將修堤。若天晴,[r 重點支持][o 鷺洲新區]。", claim) == [
        "mood: the text makes this depend on something: 若"
    ]


def test_a_claim_without_a_cue_is_denied_too() -> None:
    assert findings("[o 瀾陵市市長][s 鄔汀舟]。", MAYOR) == []
    assert findings("前[o 瀾陵市市長][s 鄔汀舟]。", MAYOR) == []
    assert findings("並非[o 瀾陵市市長][s 鄔汀舟]。", MAYOR) == [DENIES + "並非"]
    assert findings("[s 瀾陵]([o 瀾城])。", CALLED) == []
    assert findings("並非[s 瀾陵]([o 瀾城])。", CALLED) == [DENIES + "並非"]


def test_a_value_is_denied_too() -> None:
    assert findings("力爭[s@goal 造船業產值佔比[o 60%]]。", SHARE) == []
    assert findings("力爭不求[s@goal 造船業產值佔比[o 60%]]。", SHARE) == [DENIES + "不"]
    assert findings("據傳,力爭[s@goal 造船業產值佔比[o 60%]]。", SHARE) == [
        "mood: the text reports this as hearsay: 據傳"
    ]


def test_a_word_of_the_claim_itself_denies_nothing() -> None:
    never = 'ex:never a cg:Programme ; skos:prefLabel "不再行動"@zh-Hant .'
    assert findings("[s 瀾陵][r 開展][o 不再行動]。", IMPLEMENTS.but(object="never"), things=never) == []
    patrol = Said("takesMeasure", "city", "patrol", "planned")
    assert findings("[s 瀾陵][r 開展][o@patrol 不設限的巡檢]。", patrol) == []


def test_a_heading_stands_over_a_denial_as_over_anything() -> None:
    assert findings("[o 親水]\n\n不再[s@patrol 夜航巡檢]。", THEME) == []


# Plans and facts --------------------------------------------------------------------------------------------------


def test_a_fact_is_governed_by_no_word_of_planning() -> None:
    assert findings(CAME_TEXT.format(""), CAME) == []
    for word in ("擬", "有望", "準備", "力爭"):
        assert findings(CAME_TEXT.format(word), CAME) == [PLANS + word], word


def test_the_ontology_names_its_modal_words_itself() -> None:
    assert findings("[s 瀾陵]力爭[r 開展][o 清灘行動]。", IMPLEMENTS) == [
        "modal: the modal word «力爭» makes the claim targeted"
    ]
    assert findings("[s 瀾陵]有望[r 開展][o 清灘行動]。", IMPLEMENTS) == [PLANS + "有望"]


def test_what_is_done_stays_done_under_an_earlier_plan() -> None:
    assert findings("[s 瀾陵]有望擴建,已[r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("[s 瀾陵]有望擴建,並[r 開展][o 清灘行動]。", IMPLEMENTS) == [PLANS + "有望"]


def test_a_plan_of_another_subject_plans_nothing() -> None:
    assert findings("桐汀有望封山,[s 瀾陵][r 開展][o 清灘行動]。", IMPLEMENTS) == []
    assert findings("預計入秋,[s 瀾陵][r 開展][o 清灘行動]。", IMPLEMENTS) == [PLANS + "預計"]
    assert findings("桐汀和[s 瀾陵]有望[r 開展][o 清灘行動]。", IMPLEMENTS.but(subject="city")) != []


def test_a_standing_fact_is_planned_only_at_its_own_verb() -> None:
    assert findings("瀾陵擬重點支持以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS) == []
    assert findings("瀾陵擬以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS) == [PLANS + "擬以"]


def test_a_plan_that_the_text_calls_done_is_no_plan() -> None:
    assert findings(SUPPORT.format("持續"), SUPPORTS) == []
    assert findings(SUPPORT.format("已"), SUPPORTS) == ["mood: the text says that this is done: 已"]
    assert findings(SUPPORT.format("已連年"), SUPPORTS) == ["mood: the text says that this is done: 已"]
    assert findings("[s 瀾陵]已立春,[r 重點支持][o 鷺洲新區]。", SUPPORTS) == []
    assert findings("[s 瀾陵][r 重點支持]了[o 鷺洲新區]。", SUPPORTS) == ["mood: the text says that this is done: 了"]


def test_names_that_stand_side_by_side_are_planned_only_right_before_them() -> None:
    assert findings("擬任[o 瀾陵市市長][s 鄔汀舟]。", MAYOR) == [PLANS + "擬"]
    assert findings("擬擴建的“[s 聲納]”[o 兩條主賽道]。", MEMBER) == []


# Dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("behind", ["前", "之前", "以前", "後", "以後", "左右", "前後"])
def test_a_date_is_not_the_time_around_it(behind: str) -> None:
    assert findings("[s 澤嶼鑄機][r 成立於][o 2019年]。", FOUNDED) == []
    assert f"value: the text has «2019年{behind}»" in findings(f"[s 澤嶼鑄機][r 成立於][o 2019年]{behind}。", FOUNDED)
