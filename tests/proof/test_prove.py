"""What short Chinese texts prove, each beside the near misses that they do not: the rules of the prover by example."""

from __future__ import annotations

import pytest

from support.proving import amount, ends, tie
from support.rows import for_each

# Text, subject, relation, object; the texts of one row differ in little, the first is proved and the others are not.
TIES = [
    # active
    ("明光集团支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集團近年來大力支持西山產業園。", "明光集团", "supports", "西山产业园"),
    ("去年，明光集团支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团支持西山产业园建设。", "明光集团", "supports", "西山产业园"),
    # passive
    ("西山产业园由明光集团投资。", "明光集团", "invests-in", "西山产业园"),
    ("云顶项目由明光集团承建。", "明光集团", "builds", "云顶项目"),
    ("云顶项目由明光集团建设。", "明光集团", "builds", "云顶项目"),
    ("远帆股份被明光集团收购。", "明光集团", "owns", "远帆股份"),
    ("西山产业园由白石市商务局和明光集团共同支持。", "明光集团", "supports", "西山产业园"),
    # relative clause
    ("支持西山产业园的明光集团去年扩产。", "明光集团", "supports", "西山产业园"),
    ("明光集团支持的西山产业园去年扩建。", "明光集团", "supports", "西山产业园"),
    ("明光集团所支持的西山产业园去年扩建。", "明光集团", "supports", "西山产业园"),
    # noun of the agent
    ("明光集团是长风机械厂的供应商。", "明光集团", "supplies", "长风机械厂"),
    ("明光集团为长风机械厂配套。", "明光集团", "supplies", "长风机械厂"),
    # lists share their head
    ("明光集团、海岳公司和远帆股份支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团、海岳公司和远帆股份支持西山产业园。", "远帆股份", "supports", "西山产业园"),
    ("明光集团支持西山产业园、南屏开发区和云顶项目。", "明光集团", "supports", "云顶项目"),
    ("明光集团支持西山产业园以及南屏开发区。", "明光集团", "supports", "南屏开发区"),
    ("明光集团支持西山产业园、南屏开发区等5个园区。", "明光集团", "supports", "南屏开发区"),
    ("明光集团、海岳公司等3家企业支持西山产业园。", "明光集团", "supports", "西山产业园"),
    # left-out subject
    ("明光集团去年扩产，支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团去年扩产。同时支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团去年扩产。\n\n近年来支持西山产业园。", "明光集团", "supports", "西山产业园"),
    # stand-ins
    ("明光集团去年扩产。公司支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团去年扩产。该公司支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("西山产业园去年扩建。明光集团支持该园区。", "明光集团", "supports", "西山产业园"),
    ("云顶项目去年开工。项目由明光集团承建。", "明光集团", "builds", "云顶项目"),
    ("海岳公司和远帆股份都在扩产。前者支持西山产业园。", "海岳公司", "supports", "西山产业园"),
    ("海岳公司和远帆股份都在扩产。后者支持西山产业园。", "远帆股份", "supports", "西山产业园"),
    # who speaks, who is the example, who is made to
    ("以明光集团为例，近年来支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团董事长方怀德表示，公司支持西山产业园。", "明光集团", "supports", "西山产业园"),
    # names that prepositions govern
    ("在云河市，明光集团支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("根据云河市的安排，明光集团支持西山产业园。", "明光集团", "supports", "西山产业园"),
    ("明光集团与海岳公司合作。", "海岳公司", "cooperates-with", "明光集团"),
    # brackets
    ("明光集团（前身为海岳公司）支持西山产业园。", "明光集团", "supports", "西山产业园"),
    # names inside names, and short names
    ("南屏开发区北园去年扩建。", "南屏开发区北园", "part-of", "南屏开发区"),
    ("汉达电气支持西山产业园。", "汉达电气有限公司", "supports", "西山产业园"),
    # where, founding, office
    ("青禾基地位于东岭区。", "青禾基地", "located-in", "东岭区"),
    ("方怀德任明光集团董事长。", "方怀德", "holds-office", "明光集团董事长"),
    ("明光集团生产光学镜片。", "明光集团", "produces", "光学镜片"),
]
NOT_TIES = [
    # (text, subject, relation, object, the column that is wrong)
    ("西山产业园支持明光集团。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团由云顶项目承建。", "明光集团", "builds", "云顶项目", ""),
    ("西山产业园由海岳公司投资，明光集团在场。", "明光集团", "invests-in", "西山产业园", "subject"),
    ("明光集团被远帆股份收购。", "明光集团", "owns", "远帆股份", ""),
    ("支持西山产业园的海岳公司拜访明光集团。", "明光集团", "supports", "西山产业园", ""),
    ("长风机械厂是明光集团的供应商。", "明光集团", "supplies", "长风机械厂", ""),
    ("长风机械厂为明光集团配套。", "明光集团", "supplies", "长风机械厂", ""),
    ("明光集团、海岳公司到会，远帆股份支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团支持西山产业园，南屏开发区去年扩建。", "明光集团", "supports", "南屏开发区", ""),
    ("明光集团去年扩产，海岳公司支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团去年扩产。海岳公司招工。同时支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团去年扩产。\n\n海岳公司近年来支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团去年扩产。海岳公司招工。公司支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("明光集团去年扩产。子公司支持西山产业园。", "海岳公司", "supports", "西山产业园", "subject"),
    ("西山产业园去年扩建。明光集团支持该园区。", "明光集团", "supports", "南屏开发区", ""),
    ("海岳公司和远帆股份都在扩产。前者支持西山产业园。", "远帆股份", "supports", "西山产业园", "subject"),
    ("海岳公司和远帆股份都在扩产。后者支持西山产业园。", "海岳公司", "supports", "西山产业园", "subject"),
    ("以明光集团为例，海岳公司支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("海岳公司董事长方怀德表示，公司支持西山产业园。", "明光集团", "supports", "西山产业园", "subject"),
    ("在云河市，明光集团支持西山产业园。", "云河市", "supports", "西山产业园", "subject"),
    ("根据云河市的安排，明光集团支持西山产业园。", "云河市", "supports", "西山产业园", "subject"),
    ("海岳公司（明光集团控股）支持西山产业园。", "明光集团", "supports", "西山产业园", ""),
    ("白石市商务局支持西山产业园。", "白石市", "supports", "西山产业园", "subject"),
    ("明光集团支持南屏开发区北园。", "明光集团", "supports", "南屏开发区", ""),
    ("南屏开发区去年扩建。", "南屏开发区北园", "part-of", "南屏开发区", ""),
    ("东岭区位于青禾基地旁。", "青禾基地", "located-in", "东岭区", ""),
    ("方怀德任海岳公司董事长，明光集团在场。", "方怀德", "holds-office", "明光集团董事长", ""),
    ("明光集团参观了生产光学镜片的海岳公司。", "明光集团", "produces", "光学镜片", ""),
    ("明光集团的供应商支持西山产业园。", "海岳公司", "supports", "西山产业园", ""),
    ("明光集团得到西山产业园的支持。", "明光集团", "supports", "西山产业园", ""),
    ("明光集团支持西山产业园。", "明光集团", "owns", "西山产业园", "relation"),
    ("明光集团支持海岳公司的西山产业园。", "明光集团", "supports", "海岳公司", ""),
]


@for_each(("text", "subject", "relation", "what"), TIES)
def test_a_text_that_says_a_tie_proves_it(text: str, subject: str, relation: str, what: str) -> None:
    found = tie(text, subject, relation, what)
    assert found.proved, found.reason


@for_each(("text", "subject", "relation", "what", "column"), NOT_TIES)
def test_a_text_that_says_something_near_does_not(
    text: str, subject: str, relation: str, what: str, column: str
) -> None:
    found = tie(text, subject, relation, what)
    assert not found.proved, found.positions
    assert found.reason
    assert not column or found.column == column, found.reason


# Text, status, whether it says that the firm supports the zone.
MOODS = [
    ("明光集团支持西山产业园。", "realised", True),
    ("明光集团支持西山产业园。", "planned", False),
    ("明光集团将支持西山产业园。", "planned", True),
    ("明光集团将支持西山产业园。", "realised", False),
    ("明光集团计划今年支持西山产业园。", "planned", True),
    ("明光集团计划今年支持西山产业园。", "realised", False),
    ("明光集团力争支持西山产业园。", "targeted", True),
    ("明光集团拟支持西山产业园。", "realised", False),
    ("明光集团已支持西山产业园。", "realised", True),
    ("明光集团不支持西山产业园。", "realised", False),
    ("明光集团不再支持西山产业园。", "realised", False),
    ("明光集团从未支持西山产业园。", "realised", False),
    ("明光集团不断支持西山产业园。", "realised", True),
    ("据传明光集团支持西山产业园。", "realised", False),
    ("若获批，明光集团支持西山产业园。", "realised", False),
    ("若获批，明光集团将支持西山产业园。", "planned", False),
    ("明光集团曾支持西山产业园。", "realised", False),
    ("明光集团支持西山产业园的消息不实。", "realised", False),
    ("三年跨越计划公布后，明光集团支持西山产业园。", "realised", True),
    ("明光集团计划扩产，并已支持西山产业园。", "realised", True),
    ("海岳公司计划扩产；明光集团支持西山产业园。", "realised", True),
]


@for_each(("text", "status", "proved"), MOODS)
def test_the_mood_of_the_words_must_fit_the_status(text: str, status: str, proved: bool) -> None:
    found = tie(text, "明光集团", "supports", "西山产业园", status)
    assert found.proved is proved, found.reason
    assert proved or found.column == "status" or text.startswith("据传"), found.reason


def test_what_the_text_denies_at_one_place_of_a_quote_is_not_proved_by_the_other() -> None:
    twice = "明光集团支持西山产业园\n\n有传言称明光集团支持西山产业园。"
    assert not tie(twice, "明光集团", "supports", "西山产业园", quote="支持西山产业园").proved
    once = "明光集团支持西山产业园\n\n明光集团支持西山产业园。"
    assert tie(once, "明光集团", "supports", "西山产业园", quote="支持西山产业园").proved


def test_a_work_that_has_begun_is_planned_and_not_done() -> None:
    for words in ("明光集团开工建设云顶项目。", "明光集团正在建设云顶项目。"):
        assert not tie(words, "明光集团", "builds", "云顶项目").proved, words
        assert tie(words, "明光集团", "builds", "云顶项目", "planned").proved, words
    assert tie("明光集团建成云顶项目。", "明光集团", "builds", "云顶项目").proved
    assert not tie("明光集团建成云顶项目。", "明光集团", "builds", "云顶项目", "planned").proved


# Text, measure, figure, comparator, whether it says so of the firm.
NUMBERS = [
    ("明光集团去年销售额35亿元。", "销售额", "35 亿元", "", True),
    ("明光集團去年銷售額35億元。", "销售额", "35 亿元", "", True),
    ("明光集团去年销售额35亿元。", "销售额", "53 亿元", "", False),
    ("明光集团去年销售额35亿元。", "销售额", "35 万元", "", False),
    ("明光集团去年销售额35亿元。", "销售额", "35 亿美元", "", False),
    ("明光集团去年销售额35亿元。", "销售额", "35 亿元", "超", False),
    ("明光集团去年销售额35亿元。", "利润", "35 亿元", "", False),
    ("明光集团去年销售额超35亿元。", "销售额", "35 亿元", "超过", True),
    ("明光集团去年销售额超35亿元。", "销售额", "35 亿元", "", False),
    ("明光集团去年销售额超35亿元。", "销售额", "35 亿元", "近", False),
    ("明光集团去年销售额近35亿元。", "销售额", "35 亿元", "近", True),
    ("明光集团去年销售额约35亿元。", "销售额", "35 亿元", "大约", True),
    ("明光集团去年销售额350000万元。", "销售额", "35 亿元", "", True),
    ("明光集团去年销售额30亿元至35亿元。", "销售额", "30-35 亿元", "", True),
    ("明光集团去年销售额30亿元至35亿元。", "销售额", "35 亿元", "", False),
    ("明光集团去年销售额35亿元，利润2亿元。", "销售额", "35 亿元", "", True),
    ("明光集团去年销售额35亿元，利润2亿元。", "利润", "2 亿元", "", True),
    ("明光集团去年销售额35亿元，利润2亿元。", "利润", "35 亿元", "", False),
    ("明光集团去年销售额35亿元，利润2亿元。", "销售额", "2 亿元", "", False),
    ("明光集团去年销售额35亿元，海岳公司20亿元。", "销售额", "20 亿元", "", False),
    ("海岳公司去年销售额35亿元，明光集团在场。", "销售额", "35 亿元", "", False),
    ("海岳公司、明光集团去年销售额35亿元。", "销售额", "35 亿元", "", True),
    ("明光集团去年销售额没有35亿元。", "销售额", "35 亿元", "", False),
    ("明光集团今年力争销售额35亿元。", "销售额", "35 亿元", "", False),
    ("据传明光集团销售额35亿元。", "销售额", "35 亿元", "", False),
    ("明光集团去年扩产。公司销售额35亿元。", "销售额", "35 亿元", "", True),
    ("明光集团去年扩产，销售额35亿元。", "销售额", "35 亿元", "", True),
    ("明光集团去年扩产。\n\n销售额35亿元。", "销售额", "35 亿元", "", True),
    ("明光集团员工1200人。", "员工", "1200 人", "", True),
    ("明光集团员工1200人。", "员工", "1200 家", "", False),
    ("占地300亩的明光集团去年扩产。", "占地", "300 亩", "", True),
    ("占地300亩的海岳公司拜访明光集团。", "占地", "300 亩", "", False),
    ("明光集团销售额增长8.1%。", "销售额增长", "8.1 %", "", True),
    ("明光集团销售额下降8.1%。", "销售额增长", "8.1 %", "", False),
]


@for_each(("text", "measure", "figure", "comparator", "proved"), NUMBERS)
def test_a_number_is_held_to_value_unit_comparator_measure_and_holder(
    text: str, measure: str, figure: str, comparator: str, proved: bool
) -> None:
    found = amount(text, "明光集团", measure, figure, comparator=comparator)
    assert found.proved is proved, found.reason


def test_the_investment_is_that_of_what_is_built() -> None:
    text = "明光集团拟建设青禾基地，总投资100亿元。"
    assert amount(text, "青禾基地", "总投资", "100 亿元", "planned", relation="aims-for").proved
    assert not amount(text, "明光集团", "总投资", "100 亿元", "planned", relation="aims-for").proved


def test_an_aim_is_not_what_was_observed() -> None:
    text = "明光集团力争销售额35亿元。"
    assert amount(text, "明光集团", "销售额", "35 亿元", "targeted", relation="aims-for").proved
    assert amount(text, "明光集团", "销售额", "35 亿元", "realised", relation="aims-for").column == "status"
    assert amount(text, "明光集团", "销售额", "35 亿元", "targeted").column == "status"


def test_what_is_no_number_is_refused() -> None:
    found = amount("明光集团销售额35亿元。", "明光集团", "销售额", "很多 亿元")
    assert (found.proved, found.column) == (False, "object")


# Text, period, date of the text, whether it dates the tie so.
PERIODS = [
    ("2021年，明光集团支持西山产业园。", "2021", "2024-05-16", True),
    ("2021年，明光集团支持西山产业园。", "2022", "2024-05-16", False),
    ("明光集团2021年9月支持西山产业园。", "2021-09", "2024-05-16", True),
    ("明光集团2021年9月支持西山产业园。", "2021-10", "2024-05-16", False),
    ("明光集团2021年9月支持西山产业园。", "2021", "2024-05-16", True),
    ("去年，明光集团支持西山产业园。", "2023", "2024-05-16", True),
    ("去年，明光集团支持西山产业园。", "2024", "2024-05-16", False),
    ("去年，明光集团支持西山产业园。", "2019", "2020-05-16", True),
    ("明光集团支持西山产业园。", "2021", "2024-05-16", False),
    ("2021年明光集团扩产，2022年支持西山产业园。", "2022", "2024-05-16", True),
    ("2021年明光集团扩产，2022年支持西山产业园。", "2021", "2024-05-16", False),
    ("2021年明光集团扩产。公司支持西山产业园。", "2021", "2024-05-16", True),
    ("明光集团支持西山产业园，时间是2021年。", "2021", "2024-05-16", True),
]


@pytest.mark.parametrize(("text", "period", "date", "proved"), PERIODS)
def test_the_nearest_period_dates_a_tie(text: str, period: str, date: str, proved: bool) -> None:
    found = tie(text, "明光集团", "supports", "西山产业园", period=period, date=date)
    assert found.proved is proved, found.reason
    assert proved or found.column == "period"


def test_a_time_to_come_makes_a_plan() -> None:
    text = "2030年，明光集团支持西山产业园。"
    assert not tie(text, "明光集团", "supports", "西山产业园", period="2030").proved
    assert tie(text, "明光集团", "supports", "西山产业园", "planned", period="2030").proved


def test_a_plan_above_does_not_reach_a_year_that_is_over() -> None:
    text = "明光集团计划扩产，2021年支持西山产业园。"
    assert tie(text, "明光集团", "supports", "西山产业园", period="2021").proved


# Help -------------------------------------------------------------------------------------------------------------


def test_a_word_that_a_person_gives_says_a_relation_and_the_verdict_says_so() -> None:
    text = "明光集团陪跑西山产业园。"
    assert tie(text, "明光集团", "supports", "西山产业园").column == "relation"
    found = tie(text, "明光集团", "supports", "西山产业园", relation_words="陪跑")
    assert (found.proved, found.assisted) == (True, True)


def test_words_that_a_person_gives_must_stand_in_the_text() -> None:
    found = tie("明光集团支持西山产业园去年的扩建。", "海岳公司", "supports", "西山产业园", subject_words="明亮集团")
    assert (found.proved, found.column) == (False, "quote")
    assert "明亮集团" in found.reason


def test_words_that_a_person_gives_stand_for_an_end_of_a_statement() -> None:
    text = "龙头老大支持西山产业园。"
    found = tie(text, "明光集团", "supports", "西山产业园", subject_words="龙头老大")
    assert (found.proved, found.assisted) == (True, True)
    text = "明光集团支持那片园子。"
    assert tie(text, "明光集团", "supports", "西山产业园", object_words="那片园子").proved


def test_help_does_not_undo_a_denial_or_a_plan() -> None:
    assert not tie("明光集团不再陪跑西山产业园。", "明光集团", "supports", "西山产业园", relation_words="陪跑").proved
    assert not tie("明光集团将陪跑西山产业园。", "明光集团", "supports", "西山产业园", relation_words="陪跑").proved
    assert not tie("海岳公司陪跑西山产业园。", "明光集团", "supports", "西山产业园", relation_words="陪跑").proved


def test_what_the_text_says_itself_needs_no_help() -> None:
    found = tie("明光集团支持西山产业园。", "明光集团", "supports", "西山产业园", relation_words="支持")
    assert (found.proved, found.assisted) == (True, False)


def test_words_of_a_whole_folder_say_a_relation() -> None:
    words = (("陪跑", "supports", ""),)
    found = tie("明光集团陪跑西山产业园。", "明光集团", "supports", "西山产业园", words=words)
    assert (found.proved, found.assisted) == (True, True)
    assert not tie("西山产业园陪跑明光集团。", "明光集团", "supports", "西山产业园", words=words).proved
    assert not tie("明光集团陪跑西山产业园。", "明光集团", "owns", "西山产业园", words=words).proved


def test_a_word_of_denial_that_a_person_adds_counts_although_the_text_alone_proves() -> None:
    words = (("哑火", "denied", "zh"),)
    for text in ("明光集团哑火支持西山产业园。", "明光集团支持西山产业园一事啞火。"):
        assert tie(text, "明光集团", "supports", "西山产业园").proved
        found = tie(text, "明光集团", "supports", "西山产业园", words=words)
        assert (found.proved, found.column) == (False, "status")
    other = "明光集团支持西山产业园。海岳公司的计划哑火。"
    found = tie(other, "明光集团", "supports", "西山产业园", words=words)
    assert (found.proved, found.assisted) == (True, False)
    english = (("哑火", "denied", "en"),)
    assert tie("明光集团哑火支持西山产业园。", "明光集团", "supports", "西山产业园", words=english).proved


def test_a_word_of_a_fact_that_a_person_adds_ends_a_plan() -> None:
    text = "明光集团计划扩产，揭牌支持西山产业园。"
    assert not tie(text, "明光集团", "supports", "西山产业园").proved
    found = tie(text, "明光集团", "supports", "西山产业园", words=(("揭牌", "done", ""),))
    assert (found.proved, found.assisted) == (True, True)


def test_a_person_says_how_the_text_calls_a_measure() -> None:
    text = "明光集团去年卖出35亿元。"
    assert amount(text, "明光集团", "营业收入", "35 亿元").column == "measure"
    found = amount(text, "明光集团", "营业收入", "35 亿元", measure_words="卖出")
    assert (found.proved, found.assisted) == (True, True)


# Quotes and positions ---------------------------------------------------------------------------------------------


def test_a_quote_that_the_text_does_not_have_is_refused() -> None:
    found = tie("明光集团支持西山产业园。", "明光集团", "supports", "西山产业园", quote="扶持西山产业园")
    assert (found.proved, found.column) == (False, "quote")


def test_a_quote_is_found_in_either_script() -> None:
    assert tie("明光集團支持西山產業園。", "明光集团", "supports", "西山产业园", quote="支持西山产业园").proved


def test_a_quote_names_the_place_of_the_proof() -> None:
    text = "明光集团支持西山产业园。明光集团招工。"
    assert tie(text, "明光集团", "supports", "西山产业园", quote="支持西山产业园").proved
    assert not tie(text, "明光集团", "supports", "西山产业园", quote="招工").proved


def test_the_positions_are_those_of_the_words() -> None:
    text = "去年扩产。\n\n明光集團大力支持西山產業園。"
    found = tie(text, "明光集团", "supports", "西山产业园")
    assert found.basis == "stated"
    assert ends(text, found) == ["明光集團", "支持", "西山產業園"]


def test_what_another_sentence_gives_is_resolved() -> None:
    for text in ("明光集团扩产。公司支持西山产业园。", "明光集团扩产。同时支持西山产业园。"):
        assert tie(text, "明光集团", "supports", "西山产业园").basis == "resolved", text


def test_a_reason_names_what_stands_there_instead() -> None:
    found = tie("海岳公司支持西山产业园。", "明光集团", "supports", "西山产业园")
    assert "海岳公司" in found.reason
    assert "明光集团" in found.reason
