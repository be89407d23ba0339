"""Names in Chinese texts: what is one, where it begins and ends, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.suggest_names import Name, heads, words
from cityGraph.authoring.suggest_names_zh import areas_zh, names_zh, people_zh
from cityGraph.authoring.suggest_tables import rows
from cityGraph.proof.folded import folded
from support.suggesting import named


def found(text: str, finder: str = "names", places: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    key = folded(text)
    made: dict[str, list[Name]] = {
        "names": list(names_zh(1, text, key, frozenset(places), key)),
        "people": list(people_zh(1, text, key, key)),
        "areas": list(areas_zh(1, text, key, key)),
    }
    for each in made[finder]:
        assert text[each.start : each.start + len(each.name)] == each.name
    return [(each.name, each.kind) for each in made[finder]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("青禾科技有限公司今天投产。", "青禾科技有限公司", "firm"),
        ("会议决定支持青禾科技有限公司扩产。", "青禾科技有限公司", "firm"),
        ("项目由明光集团投资。", "明光集团", "firm"),
        ("工厂位于临江工业园。", "临江工业园", "zone"),
        ("在海岳高新区举行。", "海岳高新区", "zone"),
        ("青川新材料（云河）有限公司", "青川新材料（云河）有限公司", "firm"),
        ("和盛集團董事長說。", "和盛集團", "firm"),
        ("“白石湿地工程”开工。", "白石湿地工程", "project"),
        ("总投资5亿元的长风电池基地项目落地。", "长风电池基地项目", "project"),
        ("云河市人民政府表示支持。", "云河市人民政府", "government"),
        ("产业园被认定为“省级绿色示范点”。", "省级绿色示范点", "designation"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str, kind: str) -> None:
    assert (name, kind) in found(text, places=("云河", "云河市"))


@pytest.mark.parametrize(
    "text",
    [
        "他们的公司去年盈利。",
        "该公司与本集团合作。",
        "一批高科技企业和多家上市公司入驻产业园区。",
        "全市共有3个开发区、20家集团公司。",
        "加快推进重点项目、重大工程和行动计划。",
        "大学生在银行业和保险业就业。",
        "支持龙头企业组建集团，鼓励民营银行。",
        "各类研究院、实验室和国有公司参加。",
        "2010年集团实现销售收入。",
        "新增境内外上市公司30家。",
        "依托国家级经济技术开发区发展。",
        "“项目是龙头的计划”这句话常被引用。",
        "议论“借科研搞地产项目”的人不少。",
    ],
)
def test_a_general_word_is_no_name(text: str) -> None:
    assert found(text) == []


def test_a_name_does_not_begin_with_the_words_before_it() -> None:
    assert found("园区引进青禾科技有限公司、长风精工电子有限公司等。") == [
        ("青禾科技有限公司", "firm"),
        ("长风精工电子有限公司", "firm"),
    ]
    assert found("由市长宣布海岳控股集团有限公司成立。") == [("海岳控股集团有限公司", "firm")]


def test_of_two_names_side_by_side_each_is_found() -> None:
    assert found("活动在浦桥开发区莱明工业园举行。") == [("浦桥开发区", "zone"), ("莱明工业园", "zone")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("市长周立伟、董事长何若汀出席。", ["周立伟", "何若汀"]),
        ("会前，市委书记吴岚会见了客商。", ["吴岚"]),
        ("副市長陳怡及幹部到場。", ["陳怡"]),
        ("市长说，项目进展顺利。", []),
        ("董事长办公室发布通知。", []),
        ("市长和局长出席。", []),
        ("主任会议决定，委员会成立。", []),
    ],
)
def test_people_stand_behind_titles(text: str, people: list[str]) -> None:
    assert [name for name, _ in found(text, "people")] == people


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("白石县人民政府主办。白石县干部到会。", ["白石县", "白石县"]),
        ("大桥市市长万里出席。", ["大桥市"]),
        ("全市、各县区和高新区参加，生活区扩建。", []),
        ("原特区政策、我市市场、城市市民。", []),
    ],
)
def test_areas_are_ruled_or_named_twice(text: str, areas: list[str]) -> None:
    assert [name for name, _ in found(text, "areas")] == areas


def test_full_and_short_names_become_one_thing(tmp_path: Path) -> None:
    text = "和盛集團董事長說，和盛工業集團將擴產。和盛在園區設廠。和盛為員工建屋。和盛擁有土地。"
    assert named(tmp_path, text) == dict.fromkeys(("和盛工業集團", "和盛集團", "和盛"), "firm")


def test_a_name_that_is_given_in_brackets_is_an_alias(tmp_path: Path) -> None:
    text = "青禾科技有限公司（以下简称“青禾科创”）今天投产。"
    assert named(tmp_path, text) == dict.fromkeys(("青禾科技有限公司", "青禾科创"), "firm")


def test_what_a_name_has_of_another_stays_apart(tmp_path: Path) -> None:
    text = "协和集团参会。云河协和光伏科技有限公司由协和集团投资设立。"
    assert named(tmp_path, text) == {"协和集团": "firm", "云河协和光伏科技有限公司": "firm"}


def test_words_have_one_role_each_where_it_matters() -> None:
    assert not words("boundary") & words("inner") & {"的", "在", "由"}
    assert words("surname") >= {"王", "欧阳"}
    assert all(head.kind for head in heads("zh").values())


@pytest.mark.parametrize("head", sorted(heads("zh")))
def test_each_head_ends_the_name_of_its_example(head: str) -> None:
    (row,) = (row for row in rows("suggest-heads") if (row["word"], row["language"]) == (head, "zh"))
    example = row["example"].replace("[", "").replace("]", "")
    assert (f"云河明光{head}", row["kind"]) in found(example, places=("云河",))
    assert found(row["counter"], places=("云河",)) == []
    for longer in heads("zh")[head].never:
        assert not [name for name, _ in found(f"云河明光{longer}。", places=("云河",)) if name.endswith(f"明光{head}")]
