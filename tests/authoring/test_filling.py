"""What is filled in of a name: an id, the other script, pinyin."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import cityGraph as cg
from cityGraph.authoring.filling import LONGEST_ID, identifier, other_script, pinyin_of

# A source that was turned into 繁體 by a program has these characters as they are in 简体, or in another form.
PRINTED = str.maketrans("製範遊築藥佈鏽掛幹備繫佔", "制范游筑药布銹挂干备系占")

BOTH = """
SELECT ?traditional ?simplified ?kind WHERE {
  ?thing skos:prefLabel ?traditional , ?simplified ; a ?kind .
  FILTER(LANGMATCHES(LANG(?traditional), "zh-Hant") && LANGMATCHES(LANG(?simplified), "zh-Hans"))
}
"""
SPELT = """
SELECT ?name ?pinyin ?kind WHERE {
  ?thing skos:prefLabel|skos:altLabel ?name , ?pinyin ; a ?kind .
  FILTER(LANGMATCHES(LANG(?name), "zh-Hans") && LANGMATCHES(LANG(?pinyin), "zh-Latn"))
}
"""


@pytest.fixture(scope="module")
def both(city: cg.CityGraph) -> list[tuple[str, str, bool]]:
    rows = ((a.value, b.value, kind.value.endswith("Person")) for a, b, kind in city.rows(BOTH))
    return sorted(set(rows))


def test_nearly_all_names_of_the_city_are_right_in_traditional_characters(both: list[tuple[str, str, bool]]) -> None:
    made = [(name, other_script(other, "zh-Hant", person=person)) for name, other, person in both]
    assert len(both) > 700
    assert sum(name != ours for name, ours in made) < len(both) * 0.07
    wrong = [name for name, ours in made if name.translate(PRINTED) != ours.translate(PRINTED)]
    assert wrong == []


def test_all_names_of_the_city_but_one_are_right_in_simplified_characters(both: list[tuple[str, str, bool]]) -> None:
    wrong = [name for name, other, _ in both if other_script(name, "zh-Hans") != other]
    assert wrong == ["上海新昇半導體科技有限公司"]


@pytest.mark.parametrize("name", ["平台", "烟台", "污水处理厂"])
def test_a_name_keeps_characters_that_are_in_use_in_both_scripts(name: str) -> None:
    assert set(other_script(name, "zh-Hant")) & set("台污")


def test_only_a_person_keeps_the_character_of_a_family_name() -> None:
    assert other_script("范文", "zh-Hant", person=True) == "范文"
    assert other_script("范文", "zh-Hant") == "範文"
    assert other_script("张范", "zh-Hant", person=True) == "張範"


def test_a_name_that_is_in_the_script_stays() -> None:
    assert other_script("太原鋼鐵", "zh-Hant") == "太原鋼鐵"
    assert other_script("Ford Motor Company", "zh-Hant") == "Ford Motor Company"


def test_nearly_all_pinyin_of_the_city_has_the_sounds_that_were_reviewed(city: cg.CityGraph) -> None:
    made: dict[str, set[str]] = {}
    for name, pinyin, kind in city.rows(SPELT):
        made.setdefault(pinyin.value, set()).add(pinyin_of(name.value, person=kind.value.endswith("Person")))
    heard = [pinyin for pinyin, ours in made.items() if sound(pinyin) in map(sound, ours)]
    alike = [pinyin for pinyin, ours in made.items() if pinyin.lower() in {each.lower() for each in ours}]
    assert len(made) > 120
    assert len(heard) > len(made) * 0.95
    assert len(alike) > len(made) * 0.65


def sound(pinyin: str) -> str:
    return re.sub(r"\W", "", pinyin.lower())


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("重庆", "Chóngqìng"),  # by the word, not by the character
        ("长治市", "Chángzhì Shì"),  # a place that no dictionary of words tells
        ("大城市群", "Dàchéngshìqún"),  # 大城县 is read otherwise, but this is not it
        ("西安", "Xī'ān"),
        ("清徐开发区", "Qīngxú Kāifāqū"),
        ("泰山玻璃纤维有限公司", "Tàishān Bōlí Xiānwéi Yǒuxiàn Gōngsī"),
        ("“十四五”规划", "Shísìwǔ Guīhuà"),
        ("国道108线", "Guódào Yīlíngbā Xiàn"),
        ("TCL集团", "TCL Jítuán"),
    ],
)
def test_pinyin_follows_the_words(name: str, pinyin: str) -> None:
    assert pinyin_of(name) == pinyin


def test_what_is_not_chinese_has_no_pinyin() -> None:
    assert [pinyin_of(name) for name in ("Ford", "", "１９", "！！")] == [""] * 4


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (["Ford Motor Company"], "ford-motor"),
        (["太鋼", "TISCO"], "tisco"),
        (["長治市"], "changzhi-shi"),
        (["吕梁"], "luliang"),
        (["年产60万吨项目"], "nianchan-60-wandun-xiangmu"),
        (["西安"], "xian"),
        (["São Paulo"], "sao-paulo"),
        (["O’Hare Airport"], "ohare-airport"),
        (["Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"], "donaudampfschifffahrtselektrizitatenhaup"),
        (["中国"] * 2, "zhongguo"),
    ],
)
def test_an_id_is_readable(names: list[str], made: str) -> None:
    assert identifier(names) == made


@pytest.mark.parametrize("names", [["Αθήνα"], ["！！"], [], [""], ["   "], ["🏙"], ["上" * 300], ["a" * 300], ["-"]])
def test_an_id_is_never_empty_and_never_long(names: list[str]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identifier(names))
    assert len(identifier(names)) <= LONGEST_ID


def test_ids_of_names_in_other_scripts_differ() -> None:
    assert identifier(["Αθήνα"]) != identifier(["Πάτρα"])


def test_a_long_id_ends_with_a_word() -> None:
    made = identifier(["A Very Long Name of an International Research Institute for Steel"])
    assert made == "very-long-name-of-an-international"


def test_the_libraries_are_loaded_only_when_a_name_is_filled_in() -> None:
    code = "import sys, cityGraph.authoring.filling; print({'opencc', 'pypinyin'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
