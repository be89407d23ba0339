"""The command check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.process import CITY, LANGUAGES, answer, citygraph, columns, data, environment, refusal

TRUE = "濮聞渡是雲泊市委書記。"
OTHER = "褚棹聲不是雲泊市市長。"


def test_a_sentence_is_answered_with_its_verdict_its_marks_and_its_quote() -> None:
    lines = answer("--from", CITY, "check", TRUE).splitlines()
    assert lines[0] == "有來源：[濮聞渡][是][雲泊市委書記]。"
    assert any("事實" in line and "濮聞渡 擔任 雲泊市委書記" in line for line in lines)


def test_json_has_the_words_of_the_contract_in_every_language() -> None:
    for language in LANGUAGES:
        found = data("--from", CITY, "--lang", language, "check", TRUE + OTHER)
        first, second = found["sentences"]
        assert set(first) >= {"text", "verdict", "claims", "evidence", "differs"}
        assert (first["verdict"], second["verdict"]) == ("supported", "differs")
        assert set(first["claims"][0]) >= {"subject", "relation", "object", "status", "verdict"}
        assert first["differs"] is None
        assert second["differs"]["said"] == OTHER
        assert set(second["differs"]) == {"said", "source"}


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hant", "與來源不同"), ("zh-Hans", "与来源不同"), ("en", "differs")]
)
def test_text_translates_the_verdict(language: str, words: str) -> None:
    assert answer("--from", CITY, "--lang", language, "check", OTHER).startswith(words)


@pytest.mark.parametrize("wide", ["40", "80", "120"])
def test_lines_fit_the_terminal(wide: str) -> None:
    text = answer("--from", CITY, "check", TRUE + OTHER + "濮聞渡是雲泊市市長。", env=environment(COLUMNS=wide))
    assert max(map(columns, text.splitlines())) <= int(wide)


def test_a_file_and_standard_input_are_read(tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text(f"# 報導\n\n- {TRUE}\n", "utf-8")
    from_file = data("--from", CITY, "check", str(file))
    done = citygraph("--from", CITY, "check", "-", "--format", "json", stdin=f"報導\n{TRUE}".encode())
    assert json.loads(done.out) == from_file
    assert [each["verdict"] for each in from_file["sentences"]] == ["not-understood", "supported"]


def test_a_text_without_sentences_is_said_to_have_none() -> None:
    assert answer("--from", CITY, "--lang", "en", "check", " ").startswith("0 sentences\n")


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    assert refusal(citygraph("--from", CITY, "check", str(tmp_path))) == f"Error: {tmp_path}: Is a directory\n"


def test_the_exit_status_tells_only_what_is_asked_for() -> None:
    assert citygraph("--from", CITY, "check", OTHER).status == 0
    assert citygraph("--from", CITY, "check", TRUE, "--fail-on", "differs,planned").status == 0
    done = citygraph("--from", CITY, "check", TRUE + OTHER, "--fail-on", "differs,planned")
    assert done.status == 1
    assert done.out.startswith("有來源")
    assert done.err == "Error: 1 of 2 sentences: differs. They are listed above (--fail-on).\n"


def test_a_verdict_that_does_not_exist_is_refused() -> None:
    done = citygraph("check", TRUE, "--fail-on", "wrong")
    assert done.status == 2
    assert "'wrong' is no verdict. Give one or more of: supported,planned,differs,not-said,not-understood." in done.err


def test_a_missing_file_is_refused_in_one_line() -> None:
    assert "no-such-text.md" in refusal(citygraph("check", "no-such-text.md"))


def test_a_text_that_is_too_long_is_refused_in_one_line() -> None:
    done = citygraph("--from", CITY, "check", "-", stdin=("好" * 1_000_001).encode())
    assert done.status == 1
    assert done.err == "Error: The text has 1,000,001 characters; at most 1,000,000 are checked. Check it in parts.\n"


def test_bytes_that_are_no_utf_8_are_refused_in_one_line() -> None:
    done = citygraph("--from", CITY, "check", "-", stdin=b"\xa4\xd3")
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert done.err.startswith("Error: Standard input, line 1: not UTF-8.")


def test_control_characters_of_the_text_never_reach_the_terminal() -> None:
    for form in ("text", "json", "csv", "md"):
        out = citygraph("--from", CITY, "check", "濮聞渡\x1b[31m是\x07雲泊市委書記。", "--format", form).out
        assert not {"\x1b", "\x07"} & set(out)


def test_a_table_has_a_row_for_each_claim() -> None:
    rows = answer("--from", CITY, "check", TRUE + "今天下雨。", "--format", "csv").splitlines()
    assert len(rows) == 3
    assert rows[0].lstrip("\ufeff").startswith("編號,全句,核對結果,這項主張,主語,關係,賓語,差異")
    assert "看不懂" in rows[2]
