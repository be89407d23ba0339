"""Which names become a thing, in what order, and with what note."""

from __future__ import annotations

from pathlib import Path

from cityGraph.authoring.suggest_things import things_in
from cityGraph.proof.text import text_of
from support.suggesting import folder, named, suggest


def test_things_stand_in_the_order_of_the_text_with_their_sentence() -> None:
    text = text_of("消息\n\n青禾科技有限公司参会。在临江工业园，市长周立伟会见海岳集团。")
    found = things_in([text], [])
    assert [(each.name, each.kind) for each in found] == [
        ("青禾科技有限公司", "firm"),
        ("临江工业园", "zone"),
        ("周立伟", "person"),
        ("海岳集团", "firm"),
    ]
    assert found[1].note == "在临江工业园，市长周立伟会见海岳集团。"


def test_known_things_are_not_found_again_by_any_of_their_names(tmp_path: Path) -> None:
    text = "青禾科技有限公司参会。云河市人民政府、海岳集团参会。"
    known = "青禾科技,firm,青禾科技有限公司\n海岳,firm,海岳集团"
    assert named(tmp_path, text, things=known) == {"云河市人民政府": "government"}


def test_a_known_place_is_not_found_again_with_the_word_that_ends_its_name(tmp_path: Path) -> None:
    text = "云河市委常委林青出席，云河市市长方怀德讲话。"
    assert named(tmp_path / "without", text)["云河市"] == "city"
    assert "云河市" not in named(tmp_path / "with", text, things="云河,city,")


def test_what_is_suggested_opens_right_in_excel(tmp_path: Path) -> None:
    where = folder(tmp_path, "青禾科技有限公司参会。")
    suggest(where)
    for name in ("suggested-things.csv", "suggested.csv"):
        assert (Path(where) / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_name_inside_a_longer_one_is_no_thing() -> None:
    found = things_in([text_of("临江工业园投资管理有限公司开业。")], [])
    assert [each.name for each in found] == ["临江工业园投资管理有限公司"]


def test_a_long_sentence_is_cut_in_the_note() -> None:
    (only,) = things_in([text_of(f"{'又快又好地' * 50}。{'高高兴兴地' * 60}在临江工业园开会")], [])
    assert only.name == "临江工业园"
    assert "临江工业园" in only.note
    assert len(only.note) <= 200


def test_a_name_that_two_things_would_have_is_given_to_one(tmp_path: Path) -> None:
    text = "市长周立伟到会。局长周立伟发言。海岳集团、海岳公司参会。"
    answer = suggest(folder(tmp_path, text))
    names = [name for each in answer.things for name in (each.name, *each.aliases)]
    assert len(names) == len(set(names))
    assert not [note for note in answer.notes if "refused" in note]
