"""The command cite."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pybtex.database import parse_string

from support.paths import FIXTURE
from support.process import CITY, ENGINES, LANGUAGES, answer, citygraph, columns, data, environment, refusal

CITED = [["cite", "太鋼", "--inferred"], ["cite", "太鋼", "--style", "footnote"]]


@pytest.mark.parametrize("arguments", CITED, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_citations_fit_the_terminal_and_show_no_bare_iri(arguments: list[str], language: str) -> None:
    for wide in ("40", "80"):
        text = answer("--lang", language, *arguments, env=environment(COLUMNS=wide))
        # Addresses are for copying: they stand unbroken, on lines of their own.
        body = [line for line in text.splitlines() if not re.fullmatch(r" +https?://\S+", line)]
        assert max(map(columns, body)) <= int(wide)
        assert "w3id.org" not in "".join(body)
        assert not re.search(r"\{\w*\}", text)


@pytest.mark.parametrize("arguments", [["太鋼"], ["太鋼", "--inferred"]], ids=" ".join)
def test_both_engines_give_the_same_citations_as_json(arguments: list[str]) -> None:
    one, other = (data("--engine", engine, "cite", *arguments) for engine in ENGINES)
    assert one == other


def test_a_citation_gives_words_paragraph_and_link() -> None:
    text = answer("cite", "claim:taiyuan-supports-taigang")
    lines = text.splitlines()
    assert lines[0] == "1 條主張 · 1 個來源"
    assert any(re.fullmatch(r"  規劃  太原 重點支持 太鋼〔補全〕 +「重點支持太鋼」 +本文 §13", line) for line in lines)
    assert any(re.fullmatch(r" +http://\S+#:~:text=(%[0-9A-F]{2})+", line) for line in lines)
    note = answer("cite", "太鋼", "--style", "footnote")
    assert re.match(r"\[1\] 康石林：《太原", note)


def test_bibtex_by_style_and_by_suffix(tmp_path: Path) -> None:
    printed = answer("cite", "太鋼", "--style", "bibtex")
    done = citygraph("cite", "太鋼", "-o", str(tmp_path / "refs.bib"))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / "refs.bib").read_text("utf-8") == printed
    assert len(parse_string(printed, "bibtex").entries) == len(data("cite", "太鋼")["citations"])


def test_the_whole_sentence_is_shown_where_the_text_is_given(tmp_path: Path) -> None:
    article = str(FIXTURE / "article.txt")
    text = re.sub(r"\n +", "", answer("--from", CITY, "cite", "瀚棹海纜", "--text", article))
    assert "〔主語：瀚棹海纜〕" in text
    assert "全句 §10 " in text
    assert "全句" not in answer("--from", CITY, "cite", "瀚棹海纜")
    found = data("--from", CITY, "cite", "瀚棹海纜", "--text", f"article={article}")
    sentences = [each for several in found["citations"][0]["sentences"].values() for each in several]
    for sentence in sentences:
        assert all(0 <= mark["start"] < mark["end"] <= len(sentence["words"]) for mark in sentence["marks"])


def test_another_text_is_said_to_be_another_and_what_it_lacks_is_told(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    text = (FIXTURE / "article.txt").read_text("utf-8")
    copy.write_text(text.replace("以瀚棹海纜、", "以"), "utf-8")
    told = answer("--from", CITY, "cite", "瀚棹海纜", "--text", str(copy))
    assert "所給的文本不是計算位置用的那一份（SHA-256 不同）" in told
    assert "所給的文本裡沒有這些字" in told
    assert "〔主語：" in told


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["cite", "claim:no-such-claim"], 1, "Nothing in this graph is called"),
        (["cite"], 2, "Missing argument 'NAME|CLAIM'. For example: citygraph cite 太鋼"),
        (["cite", "太鋼", "太重"], 2, "unexpected extra argument (太重). For example: citygraph cite 太鋼"),
        (["cite", "太鋼", "--style", "apa"], 2, "'apa' is not one of"),
        (["cite", "太鋼", "--accessed", "yesterday"], 1, "is not a date. Give year-month-day"),
        (["cite", "太鋼", "--text", "/nowhere.txt"], 1, "/nowhere.txt"),
        (
            ["cite", "太鋼", "--style", "bibtex", "--format", "json"],
            2,
            "--style bibtex cannot be written as json. Use --format text",
        ),
        (["cite", "太鋼", "-o", "refs.ris"], 2, "Known suffixes: .txt .json .csv .tsv .xlsx .md .bib"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_cited_is_refused_in_one_line(arguments: list[str], status: int, told: str) -> None:
    assert told in refusal(citygraph(*arguments), status)
