"""The shell contract, held against the command itself: real processes, no mocks.

Answers go to stdout and nothing to stderr; a refusal is one line on stderr and nothing on stdout; never a traceback.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest
import rdflib

from support.paths import DATA, FIXTURE, ROOT
from support.process import (
    CITY,
    COMMAND,
    ENGINES,
    LANGUAGES,
    Done,
    answer,
    citygraph,
    columns,
    controls,
    data,
    engines,
    environment,
    process,
    refusal,
    shell,
)
from support.samples import PREFIXES, turtle

needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")

# --- Answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["neighbors", "太鋼"], "「重點支持太鋼」"),
        (["neighbors", "太鋼", "--hops", "2", "--inferred"], "「重點支持太鋼」"),
        (["claims", "太鋼"], "太原 重點支持 太鋼"),
        (["claims", "--all"], "太原 重點支持 太鋼"),
        (["query", "SELECT ?firm { ty:taiyuan cg:supports ?firm }"], "太鋼 ty:taigang"),
        (["query", "ASK { ty:taiyuan cg:supports ty:taigang }"], "是"),
        (["query", "CONSTRUCT { ?s a cg:City } WHERE { ?s a cg:City }"], "ty:taiyuan a cg:City ."),
        (["query", "SELECT * { ?s a cg:Nothing }"], "0 行"),
        (["validate"], "0 findings"),
        (["--help"], "Usage: citygraph"),
        (["neighbors", "--help"], "Usage: citygraph neighbors"),
        (["--version"], "citygraph "),
    ],
)
def test_the_answer_is_on_stdout_and_nothing_on_stderr(arguments: list[str], says: str) -> None:
    assert says in answer(*arguments)


@pytest.mark.parametrize("arguments", [["neighbors", "太鋼"], ["claims", "太鋼"]])
def test_text_is_the_default_and_can_be_asked_for(arguments: list[str]) -> None:
    assert answer(*arguments) == answer(*arguments, "--format", "text")


def test_a_claim_is_shown_with_its_status_and_where_it_says_so() -> None:
    line = next(line for line in answer("neighbors", "太鋼").splitlines() if "太原 " in line)
    assert re.search(r"規劃 .*太原 .*「重點支持太鋼」.*本文 §13", line)


def test_text_shows_labels_and_not_iris() -> None:
    for verb in (["neighbors", "太原"], ["claims", "--all"]):
        text = answer(*verb)
        assert "w3id.org" not in text
        assert "ty:" not in text


def is_entity(found: dict[str, Any]) -> bool:
    return {"iri", "label", "kind"} <= found.keys() and all(isinstance(found[k], str) for k in ("iri", "label", "kind"))


def is_relation(found: dict[str, Any]) -> bool:
    return found.keys() >= {"iri", "label"} and found["iri"].startswith("http")


def is_evidence(found: dict[str, Any]) -> bool:
    places = [found[key] for key in ("paragraph", "start", "end")]
    held = all(isinstance(place, int) for place in places) or places == [None, None, None]
    return held and isinstance(found["phrase"], str) and "source" in found and "url" in found


def is_claimed(found: dict[str, Any]) -> bool:
    status = found["status"] in ("realised", "planned", "targeted")
    return status and found["basis"] in ("stated", "resolved", "inferred") and all(map(is_evidence, found["evidence"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hops", ["1", "2"])
def test_neighbors_as_json_has_this_shape(hops: str, language: str) -> None:
    found = data("--lang", language, "neighbors", "陽曲工業園區", "--hops", hops)
    assert is_entity(found["entity"])
    assert found["neighbors"]
    for near in found["neighbors"]:
        assert is_entity(near)
        assert is_relation(near["relation"])
        assert near["direction"] in ("in", "out")
        assert 1 <= near["hops"] <= int(hops)
        assert is_claimed(near)
        assert near["evidence"]


@pytest.mark.parametrize("arguments", [["太鋼"], ["--all"], ["--all", "--inferred"]], ids=" ".join)
def test_claims_as_json_has_this_shape(arguments: list[str]) -> None:
    found = data("claims", *arguments)
    assert found["entity"] is None if "--all" in arguments else is_entity(found["entity"])
    for claim in found["claims"]:
        assert is_entity(claim["subject"])
        assert is_relation(claim["relation"])
        assert (
            is_entity(claim["object"])
            if "iri" in claim["object"]
            else {"value", "datatype", "language"} <= set(claim["object"])
        )
        assert is_claimed(claim)
        assert bool(claim["evidence"]) == (claim["basis"] != "inferred")
    assert any(claim["basis"] == "inferred" for claim in found["claims"]) == ("--inferred" in arguments)


def test_status_and_basis_are_english_in_every_language() -> None:
    answers = [data("--lang", language, "claims", "太鋼")["claims"] for language in LANGUAGES]
    assert len({str([(claim["status"], claim["basis"]) for claim in claims]) for claims in answers}) == 1
    assert len({claims[0]["subject"]["label"] for claims in answers}) > 1


def test_select_answers_in_sparql_results_json() -> None:
    text = 'SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d) { (ty:taigang "太鋼"@zh-Hant 7 UNDEF) } BIND(BNODE() AS ?e) }'
    found = data("query", text)
    assert found["head"] == {"vars": ["a", "b", "c", "d", "e"]}
    (row,) = found["results"]["bindings"]
    assert row["a"] == {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"}
    assert row["b"] == {"type": "literal", "value": "太鋼", "xml:lang": "zh-Hant"}
    assert row["c"] == {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert "d" not in row
    assert row["e"]["type"] == "bnode"


def test_ask_answers_in_sparql_results_json() -> None:
    assert data("query", "ASK { ty:taiyuan cg:supports ty:taigang }") == {"head": {}, "boolean": True}


def test_validate_as_json_counts_and_lists() -> None:
    found = data("--from", CITY, "validate", "--text", str(FIXTURE / "article.txt"))
    assert found["findings"] == []
    assert found["claims"] == found["proved"] + found["unread"] + found["inferred"]
    assert found["proved"] > 0


def test_an_invalid_graph_is_told_on_stdout_line_by_line_and_exits_with_1() -> None:
    file = str(ROOT / "tests" / "fixtures" / "hygiene" / "idle-passage.ttl")
    done = citygraph("--from", file, "validate")
    assert done.status == 1
    assert re.fullmatch(r"Error: invalid: \d+ findings?\n", done.err)
    assert done.out.startswith(f"{file}:6: ")
    found = json.loads(citygraph("--from", file, "validate", "--format", "json").out)["findings"][0]
    assert found.keys() >= {"rule", "message", "about", "label", "file", "line"}
    assert (found["file"], found["line"]) == (file, 6)


@pytest.mark.parametrize(
    "arguments",
    [
        ["neighbors", "太原"],
        ["neighbors", "陽曲工業園區", "--hops", "2", "--inferred"],
        ["claims", "--all", "--inferred"],
        ["query", "SELECT * { ?claim a cg:Claim ; cg:status ?status ; rdf:object ?o } ORDER BY ?claim"],
        ["query", "SELECT ?x (1/0 AS ?y) {}"],
        ["query", "SELECT ?nothing { ?city a cg:City }"],
        ["query", 'SELECT * { VALUES ?x { "2025-13-45"^^xsd:date } }'],
        ["query", "ASK {}"],
        ["validate"],
    ],
    ids=" ".join,
)
def test_both_engines_give_the_same_json(arguments: list[str]) -> None:
    assert data("--engine", "rdflib", *arguments) == data("--engine", "oxigraph", *arguments)


# --- Where answers go -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "start"), [("a.txt", "太鋼 · 企業"), ("a.json", "{"), ("A.JSON", "{")])
def test_the_suffix_of_o_chooses_the_format(tmp_path: Path, name: str, start: str) -> None:
    file = tmp_path / name
    done = citygraph("neighbors", "太鋼", "-o", str(file))
    assert done == (0, "", "")
    assert file.read_text("utf-8").startswith(start)
    assert os.listdir(tmp_path) == [name]


def test_format_says_more_than_the_suffix(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    citygraph("neighbors", "太鋼", "--format", "json", "-o", str(file))
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"


def test_a_graph_is_written_as_turtle(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    assert citygraph("query", "CONSTRUCT WHERE { ?s a cg:City }", "-o", str(file)) == (0, "", "")
    assert len(rdflib.Graph().parse(file)) > 1


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["neighbors", "太鋼"], "a.pdf"),
        (["neighbors", "太鋼"], "a"),
        (["neighbors", "太鋼"], ".json"),
        (["neighbors", "太鋼"], ""),
        (["neighbors", "太鋼"], "-"),
        (["neighbors", "太鋼"], "a.ttl"),
        (["claims", "--all"], "a.ttl"),
        (["query", "ASK {}"], "a.nt"),
        (["query", "ASK {}"], "a.ttl"),
        (["query", "SELECT * { ?s a cg:City }"], "a.ttl"),
        (["query", "CONSTRUCT WHERE { ?s a cg:City }"], "a.json"),
        (["validate"], "a.html"),
    ],
)
def test_a_suffix_that_fits_no_format_of_the_answer_is_wrong_usage(
    tmp_path: Path, arguments: list[str], name: str
) -> None:
    refusal(citygraph(*arguments, "-o", name, cwd=tmp_path), 2)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "arguments",
    [["neighbors", "沒有這個"], ["query", "SELECT"], ["--from", "nothing.ttl", "claims", "--all"]],
    ids=" ".join,
)
def test_a_refused_command_leaves_an_existing_file_as_it_was(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    refusal(citygraph(*arguments, "-o", "a.json", cwd=tmp_path))
    assert file.read_text("utf-8") == "mine"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    # No file may grow: the disk is as good as full. (Coverage, where it is measured, would want to write too.)
    env = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)
    done = shell('ulimit -f 0; exec "$citygraph" neighbors 太鋼 -o a.json', cwd=tmp_path, env=env)
    assert "a.json: " in refusal(done)
    assert file.read_text("utf-8") == "mine"
    assert os.listdir(tmp_path) == ["a.json"]


def test_an_existing_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    file.chmod(0o600)
    assert citygraph("neighbors", "太鋼", "-o", str(file)) == (0, "", "")
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "a.json", tmp_path / "b.json"
    link.symlink_to(file)
    assert citygraph("neighbors", "太鋼", "-o", str(link)) == (0, "", "")
    assert link.is_symlink()
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    done = shell('"$citygraph" neighbors 太鋼 -o pipe.json & cat pipe.json; wait $!', cwd=tmp_path)
    assert json.loads(done.out)["entity"]["label"] == "太鋼"
    assert (tmp_path / "pipe.json").is_fifo()
    assert answer("neighbors", "太鋼", "--format", "text", "-o", "/dev/stdout") == answer("neighbors", "太鋼")


@pytest.mark.parametrize("name", ["no/such/folder/a.json", "taken.json", "file.txt/a.json", "長" * 200 + ".json"])
def test_where_nothing_can_be_written_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.json").mkdir()
    (tmp_path / "file.txt").touch()
    assert name.split("/", 1)[0] in refusal(citygraph("neighbors", "太鋼", "-o", name, cwd=tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["file.txt", "taken.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_said_in_one_line(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert "Permission denied" in refusal(citygraph("neighbors", "太鋼", "-o", "a.json", cwd=tmp_path))


@needs_full
@pytest.mark.parametrize("arguments", [["neighbors", "太鋼"], ["claims", "--all"], ["query", "ASK {}"], ["--help"]])
def test_a_full_disk_is_an_error_in_one_line(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment())
    assert "No space left" in refusal(Done(done.returncode, "", done.stderr.decode()))


@pytest.mark.parametrize("reader", ["head -1", "true"], ids=["one line", "nothing"])
@pytest.mark.parametrize("arguments", ["claims --all", "claims --all --format json", "--help"])
def test_a_closed_pipe_is_no_error(arguments: str, reader: str) -> None:
    done = shell(f'"$citygraph" {arguments} | {reader} >/dev/null; exit "${{PIPESTATUS[0]}}"')
    assert done == (0, "", "")


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ('"$citygraph" neighbors 太鋼 >&-', 0),
        ('"$citygraph" neighbors 太鋼 <&-', 0),
        ('"$citygraph" neighbors 沒有這個 2>&-', 1),
        ('"$citygraph" query - <&-', 1),
        ('"$citygraph" neighbors 太鋼 <&- >&- 2>&-', 0),
    ],
)
def test_a_stream_that_the_caller_closed_is_not_missed(script: str, status: int) -> None:
    done = shell(script)
    assert done.status == status
    assert "Traceback" not in done.err


@pytest.mark.parametrize("text", ["-", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"])
@pytest.mark.parametrize("engine", ENGINES)
def test_ctrl_c_ends_it_at_once(engine: str, text: str) -> None:
    command = [COMMAND, "--engine", engine, "query", text]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment()) as running:
        time.sleep(1.5)
        assert running.poll() is None
        asked = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.wait(5) == 130
        assert time.monotonic() - asked < 5
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read() == b""
        assert running.stderr.read().strip() == b""


# --- The language and the surroundings --------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "label"), [("zh-Hant", "太鋼"), ("zh-Hans", "太钢"), ("en", "Taigang")])
def test_the_language_is_the_one_asked_for(language: str, label: str) -> None:
    assert data("--lang", language, "neighbors", "太鋼")["entity"]["label"] == label
    assert data("neighbors", "太鋼", env=environment(CITYGRAPH_LANG=language))["entity"]["label"] == label


def test_the_option_says_more_than_the_environment() -> None:
    env = environment(CITYGRAPH_LANG="en", CITYGRAPH_FROM=CITY)
    assert data("--lang", "zh-Hans", "--from", str(DATA), "neighbors", "太鋼", env=env)["entity"]["label"] == "太钢"


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"},
        {"LANG": "zh_CN.GBK", "LANGUAGE": "zh_CN"},
        {"LC_ALL": "no_SUCH.locale"},
    ],
    ids=str,
)
def test_the_language_is_never_the_locales(locale: dict[str, str]) -> None:
    assert answer("neighbors", "太鋼", env=environment(**locale)) == answer("neighbors", "太鋼")


def test_a_console_of_another_encoding_gets_its_own_bytes() -> None:
    text = answer("claims", "太鋼", encoding="gbk", env=environment(PYTHONIOENCODING="gbk"))
    assert text == answer("claims", "太鋼")
    line = refusal(citygraph("neighbors", "太剛", encoding="gbk", env=environment(PYTHONIOENCODING="gbk")))
    assert "太鋼" in line


def test_a_console_that_cannot_show_a_character_gets_an_escape() -> None:
    env = environment(PYTHONIOENCODING="ascii")
    assert "\\u592a\\u92fc" in answer("neighbors", "太鋼", env=env)
    assert json.loads(answer("neighbors", "太鋼", "--format", "json", env=env))["entity"]["label"] == "太鋼"
    refusal(citygraph("neighbors", "太剛", env=env))


def test_no_home_and_no_environment_are_needed() -> None:
    assert answer("neighbors", "太鋼", env=environment(HOME=None)) == answer("neighbors", "太鋼", env={})


def test_it_runs_in_a_folder_that_it_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert answer("neighbors", "太鋼", cwd=tmp_path) == answer("neighbors", "太鋼")


def test_it_runs_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    env = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)
    gone = tmp_path / "gone"

    def there(script: str) -> Done:
        gone.mkdir()
        return shell(f'rmdir "$PWD"; "$citygraph" {script}', cwd=gone, env=env)

    assert there("neighbors 太鋼") == (0, answer("neighbors", "太鋼"), "")
    assert there(f"--from '{CITY}' neighbors 雲泊").status == 0
    refusal(there("--from ../a.ttl neighbors 雲泊"))
    refusal(there("neighbors 太鋼 -o a.json"))
    refusal(there("--engine rdflib neighbors 太鋼"))


def test_an_answer_never_depends_on_the_order_of_sets() -> None:
    for arguments in (["neighbors", "太原", "--hops", "2"], ["--engine", "rdflib", "neighbors", "太原"]):
        answers = {answer(*arguments, env=environment(PYTHONHASHSEED=seed)) for seed in ("1", "2")}
        assert len(answers) == 1


# --- Sources ----------------------------------------------------------------------------------------------------------


def two_cities(folder: Path) -> tuple[str, str]:
    one = turtle(folder, 'ex:a a cg:City ; skos:prefLabel "甲城"@zh-Hant .', "one.ttl")
    two = turtle(folder, 'ex:b a cg:City ; skos:prefLabel "乙城"@zh-Hant .', "two towns.ttl")
    return one, two


def test_from_asks_these_files_instead_of_the_city_that_ships(tmp_path: Path) -> None:
    one, two = two_cities(tmp_path)
    for name in ("甲城", "乙城"):
        assert data("--from", one, "--from", two, "neighbors", name)["entity"]["label"] == name
    refusal(citygraph("--from", one, "neighbors", "乙城"))
    refusal(citygraph("--from", one, "neighbors", "太鋼"))


def test_the_environment_names_files_as_path_names_folders(tmp_path: Path) -> None:
    one, two = two_cities(tmp_path)
    env = environment(CITYGRAPH_FROM=f"{one}{os.pathsep}{two}")
    for name in ("甲城", "乙城"):
        assert data("neighbors", name, env=env)["entity"]["label"] == name
    assert data("neighbors", "乙城", env=environment(CITYGRAPH_FROM=two))["entity"]["label"] == "乙城"
    refusal(citygraph("neighbors", "太鋼", env=env))


def test_the_fixture_city_answers_as_the_real_one_does() -> None:
    assert data("--from", CITY, "neighbors", "雲泊")["entity"]["kind"] == "City"


GOOD = PREFIXES + 'ex:a a cg:Firm ;\n    skos:prefLabel "甲鋼"@zh-Hant .\n'


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            ("binary.ttl", b"\x7fELF\x02\x01\x00\xff\xfe\xfd" * 40, "binary.ttl:1: not UTF-8"),
            ("gbk.ttl", GOOD.encode("gbk"), "gbk.ttl:7: not UTF-8 (it may be GBK)"),
            ("utf16.ttl", GOOD.encode("utf-16"), "utf16.ttl:1: not UTF-8 (it looks like UTF-16)"),
            ("cut.ttl", GOOD.encode()[:-9], "cut.ttl"),
            ("wrong.ttl", (GOOD + "ex:a ex:b ex:c ex:d .\n").encode(), "wrong.ttl:8: not RDF"),
            ("undeclared.ttl", (GOOD + "no:a no:b no:c .\n").encode(), "undeclared.ttl:8: not RDF"),
            ("words.ttl", "太鋼支持太原。\n".encode(), "words.ttl:1: not RDF"),
            ("wrong.nt", b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b>\n", "wrong.nt"),
            ("cut.rdf", b'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="urn:x">\n<a', "cut.rdf"),
            ("a.foo", "太鋼支持太原。\n".encode(), "a.foo: no RDF format that is known"),
            ("a", b"<!doctype html><p>", "a: no RDF format"),
        ]
    ),
)
def test_bad_data_is_refused_with_its_file_and_line(tmp_path: Path, engine: str, case: tuple[str, bytes, str]) -> None:
    name, content, says = case
    (tmp_path / name).write_bytes(content)
    done = citygraph("--engine", engine, "--from", name, "neighbors", "甲鋼", cwd=tmp_path)
    assert says in refusal(done)


def test_of_turtle_that_ends_too_early_the_line_is_told(tmp_path: Path) -> None:
    (tmp_path / "cut.ttl").write_bytes(GOOD.encode()[:-12])
    assert "cut.ttl:7: " in refusal(citygraph("--from", "cut.ttl", "neighbors", "甲鋼", cwd=tmp_path))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing.ttl", "nothing.ttl: No such file"),
        ("folder.ttl", "folder.ttl: a folder without"),
        ("folder", "folder: a folder without"),
        ("", "No such file"),
        ("長" * 300 + ".ttl", "File name too long"),
        ("a\nb\x1b[31m.ttl", "No such file"),
    ],
    ids=["missing", "a folder", "a folder without suffix", "empty", "too long", "control characters"],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder.ttl").mkdir()
    (tmp_path / "folder").mkdir()
    assert says in refusal_of_long(citygraph("--from", name, "claims", "--all", cwd=tmp_path))


def refusal_of_long(done: Done) -> str:
    """As `refusal`, of a line that repeats what was asked however long it is."""
    return refusal(Done(done.status, done.out, re.sub("長{9,}", "長…", done.err)))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), GOOD.encode() + b"# no newline"]
)
def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_fault(
    tmp_path: Path, content: bytes, engine: str
) -> None:
    (tmp_path / "a.ttl").write_bytes(content)
    assert data("--engine", engine, "--from", "a.ttl", "neighbors", "甲鋼", cwd=tmp_path)["neighbors"] == []


@pytest.mark.parametrize(
    ("engine", "content"),
    [("oxigraph", b""), ("oxigraph", b"\n\n"), ("oxigraph", b"# only a remark\n"), ("rdflib", b"\xef\xbb\xbf")],
)
def test_an_empty_file_is_an_empty_graph(tmp_path: Path, content: bytes, engine: str) -> None:
    (tmp_path / "a.ttl").write_bytes(content)
    ask = ("--engine", engine, "--from", "a.ttl")
    assert data(*ask, "claims", "--all", cwd=tmp_path)["claims"] == []
    assert "nothing here is called" in refusal(citygraph(*ask, "neighbors", "太鋼", cwd=tmp_path))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_value_that_is_not_of_its_datatype_is_kept_and_said_once(tmp_path: Path, engine: str) -> None:
    date = "<http://www.w3.org/2001/XMLSchema#date>"
    labels = "; <http://www.w3.org/2000/01/rdf-schema#label>"
    file = turtle(tmp_path, f'ex:a ex:when "next year"^^{date} , "soon"^^{date} , "2025-03-27"^^{date} {labels} "a" .')
    select = "SELECT ?when { ?s <https://example.org/when> ?when }"
    found = data("--engine", engine, "--from", file, "query", select)
    assert {"next year", "soon"} < {row["when"]["value"] for row in found["results"]["bindings"]}
    told = citygraph("--engine", engine, "--from", file, "claims", "a")
    assert told.status == 0
    assert "next year" in told.out
    assert "soon" in told.out
    assert told.err.count("is no date: such values are kept as they stand") == told.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "article.txt: No such file"),
        ("雲泊:向海圖強".encode("gbk"), "article.txt:1: not UTF-8 (it may be GBK)"),
        ("另一篇文章\n\n太鋼。".encode(), "none of the sources"),
        (b"", "none of the sources"),
    ],
)
def test_a_text_that_is_of_no_source_is_refused(tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "article.txt").write_bytes(content)
    assert says in refusal(citygraph("--from", CITY, "validate", "--text", "article.txt", cwd=tmp_path))


# --- Names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["neighbors", "claims"])
def test_an_unknown_name_is_refused_with_suggestions(verb: str) -> None:
    line = refusal(citygraph(verb, "太剛"))
    assert line.startswith("Error: nothing here is called '太剛'; nearest: ")
    assert "太鋼" in line


@pytest.mark.parametrize(
    ("engine", "name"),
    [("oxigraph", "雙子"), ("oxigraph", "双子"), ("oxigraph", "ＴＷＩＮ"), ("oxigraph", "twin"), ("rdflib", "twin")],
)
def test_an_ambiguous_name_is_refused_with_its_candidates(tmp_path: Path, name: str, engine: str) -> None:
    file = turtle(
        tmp_path,
        'ex:a a cg:Firm ; skos:prefLabel "雙子"@zh-Hant, "Twin"@en .\n'
        'ex:b a cg:Zone ; skos:prefLabel "雙子"@zh-Hant, "Twin"@en .',
    )
    line = refusal(citygraph("--engine", engine, "--from", file, "neighbors", name))
    assert "https://example.org/a" in line
    assert "https://example.org/b" in line
    assert data("--engine", engine, "--from", file, "neighbors", "https://example.org/b")["entity"]["kind"] == "Zone"


STRANGE = {
    "empty": "",
    "blank": " \t\u3000 ",
    "long": "太" * 10_000,
    "long and foreign": "é " * 5_000,
    "control characters": "太\x1b[31m鋼\x07\x08\x7f",
    "line breaks": "太\n鋼\r\n太",
    "turned direction": "\u202e鋼太\u2066",
    "quotes": "\"太剛'",
    "backslashes": "\\太鋼\\u0041\\",
    "SPARQL": '太鋼" } ; DROP ALL # ',
    "VALUES": '" } VALUES ?entity { ty:taigang } #',
    "a variable": "?name",
    "an IRI of nothing": "https://example.org/nothing",
    "a prefixed name of nothing": "ty:nothing",
    "a prefix alone": "ty:",
    "half an IRI": "http://[::1",
    "an IRI with blanks": "https://example.org/a b",
    "an IRI with brackets": "urn:<x>{y}",
    "an IRI with a stray percent sign": "urn:%zz",
    "two fragments": "a:b#c#d",
    "a number with a colon": "1:2",
    "markup": "<script>alert(1)</script>",
    "only punctuation": "。、·「」",
    "only an accent": "\u0301",
    "an option after --": "--太剛",
    "a format": "{0} %s %(x)s",
    "emoji": "👩‍👩‍👧",
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
def test_a_strange_name_is_refused_like_any_other(name: str) -> None:
    assert refusal(citygraph("neighbors", "--", name)).startswith("Error: nothing here is called ")


@pytest.mark.parametrize("what", ["control characters", "line breaks", "backslashes", "SPARQL", "an IRI with blanks"])
def test_a_strange_name_is_refused_by_rdflib_too(what: str) -> None:
    done = citygraph("--engine", "rdflib", "neighbors", "--", STRANGE[what])
    assert refusal(done).startswith("Error: nothing here is called ")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_name_that_is_not_text_is_refused(engine: str) -> None:
    assert "nothing here is called" in refusal(citygraph("--engine", engine, "neighbors", b"\xff\xfe\xe5\xa4"))


# --- Usage ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing command"),
        (["neighbours", "太鋼"], "'neighbors'"),
        (["太鋼"], "太鋼"),
        (["neighbors"], "NAME"),
        (["neighbors", "太原", "太鋼"], "太鋼"),
        (["neighbors", "太鋼", "--hopps", "2"], "--hopps"),
        (["--nothing", "neighbors", "太鋼"], "--nothing"),
        (["--engine", "jena", "neighbors", "太鋼"], "oxigraph"),
        (["--lang", "fr", "neighbors", "太鋼"], "zh-Hant"),
        (["--lang", "", "neighbors", "太鋼"], "zh-Hant"),
        (["neighbors", "太鋼", "--format", "xml"], "json"),
        (["neighbors", "太鋼", "--hops", "0"], "--hops"),
        (["neighbors", "太鋼", "--hops", "-1"], "--hops"),
        (["neighbors", "太鋼", "--hops", "11"], "--hops"),
        (["neighbors", "太鋼", "--hops", "x"], "--hops"),
        (["neighbors", "太鋼", "--hops"], "--hops"),
        (["claims"], "--all"),
        (["claims", "--all", "太鋼"], "--all"),
        (["query"], "TEXT"),
        (["query", "ASK {}", "ASK {}"], "ASK"),
        (["query", "CONSTRUCT WHERE { ?s a cg:City }", "--format", "json"], "Turtle"),
        (["validate", "太鋼"], "太鋼"),
        (["neighbors", "太鋼", "--\x1b[31m"], "No such option"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2_and_one_line(arguments: list[str], says: str) -> None:
    assert says in refusal(citygraph(*arguments), 2)


def test_an_unknown_language_in_the_environment_is_wrong_usage() -> None:
    refusal(citygraph("neighbors", "太鋼", env=environment(CITYGRAPH_LANG="fr")), 2)


# --- Queries ----------------------------------------------------------------------------------------------------------


def test_a_query_is_read_from_its_text_a_file_or_standard_input(tmp_path: Path) -> None:
    text = "SELECT ?firm\nWHERE { ty:taiyuan cg:supports ?firm } ORDER BY ?firm"
    (tmp_path / "a.rq").write_text(text, "utf-8-sig")
    (tmp_path / "noted").write_text("# 太原\n" + text, "utf-8")
    expected = data("query", text)
    assert len(expected["results"]["bindings"]) > 3
    assert data("query", "a.rq", cwd=tmp_path) == expected
    assert data("query", "noted", cwd=tmp_path) == expected
    assert data("query", "-", stdin=text.encode("utf-8-sig")) == expected
    assert data("query", "-", stdin=text.encode(), env=environment(PYTHONIOENCODING="gbk")) == expected


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            ("SELECT", "line 1, column 7"),
            ("SELECT * WHERE { ?s ?p }", "line 1, column "),
            ("SELECT *\nWHERE {\n  ?s ?p ?o", "line 3, column "),
            ("SELECT ?s WHERE { ?s nothing:p ?o }", ""),
            ("SELECT (COUNT(?s AS ?n) WHERE { ?s ?p ?o }", "line 1, column "),
            ("ASK { ?s ?p ?o ", "line 1, column "),
            ("ASK { ?s ?p 'x }", "line 1, column "),
            ("ASK {} ; DROP ALL", "line 1, column "),
            ("CONSTRUCT { ?s ?p } WHERE { ?s ?p ?o }", "line 1, column "),
            ("太鋼", "no query"),
            ("", "no query"),
            ("# SELECT * { ?s ?p ?o }", "no query"),
        ]
    ),
)
def test_a_bad_query_is_refused_with_its_position(engine: str, case: tuple[str, str]) -> None:
    text, place = case
    assert place in refusal(citygraph("--engine", engine, "query", text))


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "insert data { <urn:a> <urn:b> <urn:c> }",
        "INSERT{ ?s a 1 }WHERE{ ?s ?p ?o }",
        "DELETE DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "delete { ?s ?p ?o } insert { ?o ?p ?s } where { ?s ?p ?o }",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "LOAD SILENT <file:///etc/passwd>",
        "CLEAR ALL",
        "CREATE GRAPH <urn:g>",
        "DROP ALL",
        "Drop Graph <urn:g>",
        "COPY <urn:g> TO DEFAULT",
        "MOVE <urn:g> TO DEFAULT",
        "ADD <urn:g> TO DEFAULT",
        "PREFIX select: <urn:x> INSERT DATA { select:a a 1 }",
        "PREFIX a: <urn:SELECT>\nPREFIX b: <urn:b>\nINSERT DATA { a:a b:b 1 }",
        "BASE <http://example.org/ASK> DROP ALL",
        "# SELECT\nDROP ALL",
        "# SELECT\r\n  # ASK {}\r\nDROP ALL",
        "PREFIX a: <urn:a> # a remark\nCLEAR ALL",
        "\\u0044ROP ALL",
    ],
)
def test_an_update_is_refused_however_it_is_written(text: str) -> None:
    assert re.search(r"(?i)is an update|no query", refusal(citygraph("query", text)))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE :y { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { ?s ?p 5SERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { SERVICE # {\n<http://127.0.0.1:9/> # {\n{ ?s ?p ?o } }",
        "SELECT * { FILTER(1<'a>'||1=1) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } FILTER('b'='b') }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u00000053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_another_server_or_graph(text: str) -> None:
    assert re.search(r"line \d, column \d+: (SERVICE|FROM) asks", refusal(citygraph("query", text)))


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            "SELECT ?insert ?from WHERE { ?insert a cg:City ; a ?from }",
            "SELECT $delete WHERE { $delete a cg:City }",
            "PREFIX add: <https://w3id.org/citygraph/ontology#> SELECT * { ?x a add:City }",
            "PREFIX drop-it: <urn:x:> SELECT * { ?x a cg:City . FILTER NOT EXISTS { ?x drop-it:x drop-it:y } }",
            "PREFIX service: <urn:x:> SELECT * { ?service a cg:City OPTIONAL { ?service service:from cg:x-service } }",
            'SELECT * { ?x a cg:City . FILTER("DROP ALL; SERVICE <urn:x> INSERT" != STR(?x)) }',
            "SELECT * { ?x a cg:City . FILTER('''it's a \\''' \"LOAD\" ''' != STR(?x)) }",
            "SELECT * { ?x a cg:City . FILTER(?x != <urn:DELETE#INSERT>) }",
            "# DROP ALL\nSELECT * { ?x a cg:City } # SERVICE",
            "# PREFIX cg: <urn:nothing>\nSELECT * { ?x a cg:City }",
        ]
    ),
)
def test_words_of_updates_in_names_strings_and_remarks_are_no_updates(engine: str, case: str) -> None:
    assert data("--engine", engine, "query", case)["results"]["bindings"]


HOSTILE = {
    "10 000 parentheses": "SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "10 000 ||": "SELECT * { FILTER(1" + "||1" * 10_000 + ") }",
    "10 000 &&": "SELECT * { FILTER(1" + " && 1" * 10_000 + ") }",
    "10 000 braces": "SELECT * { " + "{" * 10_000 + " ?s ?p ?o " + "}" * 10_000 + " }",
    "10 000 UNION": "SELECT * { {?s a 1}" + "UNION{?s a 1}" * 7_000 + " }",
    "10 000 !": "SELECT * { FILTER(" + "!" * 10_000 + "1) }",
    "10 000 -": "SELECT * { FILTER(" + "- " * 10_000 + "?x) }",
    "10 000 in IN": "SELECT * { ?s ?p ?o FILTER(?o IN (1" + ",1" * 10_000 + ")) }",
    "10 000 +": "SELECT (1" + "+1" * 10_000 + " AS ?x) {}",
    "10 000 signed numbers": "SELECT (1" + " +1" * 10_000 + " AS ?x) {}",
    "10 000 *": "SELECT (1" + "*?y" * 10_000 + " AS ?x) {}",
    "a path of 10 000 steps": "SELECT * { ?s a" + "/a" * 10_000 + " ?o }",
    "a path of 10 000 alternatives": "SELECT * { ?s a" + "|a" * 10_000 + " ?o }",
    "a path in 10 000 parentheses": "SELECT * { ?s " + "(" * 10_000 + "a" + ")" * 10_000 + " ?o }",
    "a path of 10 000 stars": "SELECT * { ?s " + "(" * 10_000 + "a" + ")*" * 10_000 + " ?o }",
    "10 000 ORDER BY": "SELECT * { ?s ?p ?o } ORDER BY" + " ?s" * 10_000,
    "10 000 GROUP BY": "SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY" + " ?s" * 10_000,
    "10 000 HAVING": "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING" + " (?s)" * 10_000,
    "10 000 triples": "SELECT * { " + "?s a 1." * 10_000 + " }",
    "10 000 objects": "SELECT * { ?s a 1" + ",1" * 10_000 + " }",
    "10 000 predicates": "SELECT * { ?s a 1" + ";a 1" * 10_000 + " }",
    "a list of 10 000": "SELECT * { ?s a (" + " 1" * 10_000 + ") }",
    "10 000 lists": "SELECT * { ?s a " + "(" * 10_000 + "1" + ")" * 10_000 + " }",
    "10 000 blank nodes": "SELECT * { ?s a " + "[a " * 10_000 + "1" + "]" * 10_000 + " }",
    "DESCRIBE of 10 000": "DESCRIBE" + " ty:a" * 10_000,
    "DESCRIBE of 10 000 IRIs": "DESCRIBE" + "<urn:a>" * 10_000,
    "10 000 FILTER": "SELECT * { ?s a 1" + "FILTER(1)" * 10_000 + " }",
    "5 000 OPTIONAL": "SELECT * { ?s a 1" + "OPTIONAL{?s a 1}" * 5_000 + " }",
    "5 000 MINUS": "SELECT * { ?s a 1" + "MINUS{?s a 1}" * 5_000 + " }",
    "5 000 BIND": "SELECT * { " + "BIND(1 AS ?x)" * 5_000 + " }",
    "5 000 columns": "SELECT " + "(1 AS ?x) " * 5_000 + "{}",
    "5 000 functions": "SELECT (" + "STR(" * 5_000 + "1" + ")" * 5_000 + " AS ?x) {}",
    "5 000 IF": "SELECT (" + "IF(1,1," * 5_000 + "1" + ")" * 5_000 + " AS ?x) {}",
    "5 000 EXISTS": "SELECT * { " + "FILTER EXISTS {" * 5_000 + "}" * 5_000 + " }",
    "5 000 subqueries": "SELECT * { " + "{SELECT*{" * 5_000 + "}}" * 5_000 + " }",
    "10 000 escaped parentheses": "SELECT * { FILTER(" + "\\u0028" * 10_000 + "1) }",
    "what a string seems to hide": "SELECT * { FILTER(1<'a>'||1=1" + "||1" * 10_000 + "||'b'='b') }",
    "what a remark seems to hide": "SELECT * { FILTER(1<'a>#'&&" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "what an IRI seems to hide": "SELECT * { FILTER(1<" + "!" * 10_000 + "1&&2>1) }",
    "what VALUES seems to hide": "SELECT * { ?s a ('VALUES ?x {'" + " 1" * 10_000 + " '}') }",
    "100 001 characters": "ASK {}" + " " * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_query_that_would_exhaust_the_parser_is_refused_before_any_engine_sees_it(text: str) -> None:
    line = refusal(citygraph("query", "-", stdin=text.encode()))
    assert re.search(r"line 1, column \d+: (brackets nest deeper|more than)|may have 100000 characters", line)


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            "SELECT * { FILTER(" + "(" * 95 + "1" + ")" * 95 + ") }",
            "SELECT * { " + "{" * 95 + " ?s a cg:City " + "}" * 95 + " }",
            "SELECT (" + "STR(" * 95 + "1" + ")" * 95 + " AS ?x) {}",
            "SELECT * { FILTER(1" + "||1" * 600 + ") }",
            "SELECT * { ?s a cg:City " + "FILTER EXISTS {?s ?p 1} " * 150 + " }",
            "SELECT (1" + "+1" * 600 + " AS ?x) {}",
            "SELECT * { {?s a cg:City}" + " UNION {?s a cg:City}" * 200 + " }",
            "SELECT * { " + "".join(f"BIND(1 AS ?v{n}) " for n in range(200)) + "}",
            "SELECT * { ?s a cg:City } ORDER BY" + " ?s" * 900,
            "DESCRIBE" + " ty:a" * 900,
            "SELECT * { ?s a" + "/a" * 60 + " ?o }",
            "SELECT * { " + "?s a cg:City . " * 60 + "}",
        ]
    ),
)
def test_a_query_just_below_the_bounds_ends_in_an_answer_or_in_one_line(engine: str, case: str) -> None:
    done = citygraph("--engine", engine, "query", case)
    if done.status:
        # rdflib's parser gives up earlier than Oxigraph's.
        assert engine == "rdflib"
        assert "for this engine" in refusal(done)
    else:
        assert done.err == ""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "values",
    [
        "VALUES ?x { " + "ty:taigang ty:new-energy-industry " * 150 + "}",
        "VALUES ?x { " + "<https://w3id.org/citygraph/id/taiyuan/taigang> " * 300 + "}",
        "VALUES ?name { " + '"太原钢铁(集团)有限公司"@zh-Hans ' * 200 + "} ?x skos:altLabel ?name",
        "VALUES (?x ?y) { " + "(ty:taigang 1) " * 300 + "}",
        "?x a cg:Firm FILTER(?x IN (" + "ty:new-energy-industry, " * 300 + "ty:taigang))",
    ],
    ids=["names", "IRIs", "strings", "pairs", "IN"],
)
def test_a_long_list_of_values_is_no_attack(values: str, engine: str) -> None:
    rows = data("--engine", engine, "query", f"SELECT DISTINCT ?x {{ {values} }}")["results"]["bindings"]
    assert {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"} in [row["x"] for row in rows]


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["query", "-"], b"\nASK { ?s ?p '\xc4\xe3' }", "line 2: not UTF-8"),
        (["query", b"ASK { ?s ?p '\xc4\xe3' }"], b"", "line 1, column 14: not UTF-8"),
        (["query", "nothing.rq"], b"", "nothing.rq: No such file"),
        (["query", "-"], b"", "no query"),
        (["query", "-"], b"\x00\x01\x02", "no query"),
        (["query", "-"], b"ASK { ?s ?p \x00 }", "line 1"),
    ],
)
def test_what_cannot_be_read_as_a_query_is_refused(
    tmp_path: Path, arguments: list[str | bytes], stdin: bytes, says: str
) -> None:
    assert says in refusal(citygraph(*arguments, stdin=stdin, cwd=tmp_path))


# --- Text from data ---------------------------------------------------------------------------------------------------

LABELS = {
    "colour": "紅\x1b[31m字\x1b[0m",
    "a window title": "\x1b]0;taken\x07鋼",
    "8-bit escapes": "\x9b31m鋼\x9d0;taken\x9c",
    "turned direction": "\u202e鋼太\u202c \u2066x\u2069",
    "line breaks": "一\n二\r\n三\u2028四\u2029五\x85六\x0b七\x0c八",
    "backspaces": "鋼\b\b太\x7f",
    "invisible characters": "太\u200b\ufeff\u00ad鋼\u2060\U000e0041",
    "markup": "<script>alert('鋼')</script>&amp;",
    "a prefix line": "太\n@prefix cg: <urn:taken> .\n鋼",
    "quotes": "'\"\\鋼\\u0041\"'",
}


def hostile(folder: Path, label: str) -> str:
    escaped = "".join(c if c.isalnum() else f"\\U{ord(c):08X}" for c in label)
    return turtle(
        folder,
        f"""ex:source a cg:Source ; skos:prefLabel "{escaped}" .
ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant ; skos:altLabel "{escaped}" ; cg:supports ex:b .
ex:b a cg:Firm ; skos:prefLabel "{escaped}" ; cg:remark "{escaped}" .
ex:c a cg:Firm ; skos:prefLabel "乙"@zh-Hant , "{escaped}" .
ex:claim a cg:Claim ; rdf:subject ex:a ; rdf:predicate cg:supports ; rdf:object ex:b ; cg:purpose "{escaped}" ;
    cg:status cg:planned ; cg:basis cg:stated ; cg:evidence ex:passage .
ex:passage a cg:Passage ; oa:hasSource ex:source ; cg:phrase "{escaped}" .
""",
    )


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_labels_command_no_terminal_and_come_through_json_as_they_are(tmp_path: Path, label: str) -> None:
    file = hostile(tmp_path, label)
    select = "SELECT ?o { <https://example.org/b> skos:prefLabel ?o }"
    construct = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
    for arguments in (["neighbors", "甲"], ["claims", "--all"], ["query", select], ["query", construct]):
        assert not controls(answer("--from", file, *arguments).replace("\t", "")), arguments
    near = json_text("--from", file, "neighbors", "甲")["neighbors"][0]
    assert (near["label"], near["evidence"][0]["phrase"], near["qualifiers"]["purpose"]) == (label, label, label)
    assert json_text("--from", file, "query", select)["results"]["bindings"][0]["o"]["value"] == label
    refusal(citygraph("--from", file, "neighbors", label))  # two things are called so


def test_what_validate_finds_commands_no_terminal(tmp_path: Path) -> None:
    done = citygraph("--from", hostile(tmp_path, "".join(LABELS.values())), "validate")
    assert done.status == 1
    assert not controls(done.out + done.err)


def json_text(*arguments: str) -> Any:
    text = answer(*arguments, "--format", "json")
    assert not controls(text)
    return json.loads(text)


@pytest.mark.parametrize(("engine", "case"), engines(LABELS.values()))
def test_labels_come_through_turtle_as_they_are(tmp_path: Path, engine: str, case: str) -> None:
    file = hostile(tmp_path, case)
    text = "CONSTRUCT { <https://example.org/b> skos:prefLabel ?o } WHERE { <https://example.org/b> skos:prefLabel ?o }"
    written = answer("--engine", engine, "--from", file, "query", text)
    assert not controls(written.replace("\t", ""))
    assert [str(o) for o in rdflib.Graph().parse(data=written, format="turtle").objects()] == [case]


# --- Terminals --------------------------------------------------------------------------------------------------------


def terminal(*arguments: str, wide: int = 80, **changes: str | None) -> str:
    """What the command prints at a terminal of `wide` columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, wide, 0, 0))
    env = environment(TERM="xterm-256color", **changes)
    with subprocess.Popen([COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env) as running:
        os.close(theirs)
        printed = b""
        try:
            while piece := os.read(ours, 65536):
                printed += piece
        except OSError:  # Linux's way to say that nobody writes there any more
            pass
        finally:
            os.close(ours)
        assert running.wait(20) == 0
    return printed.decode().replace("\r\n", "\n")


ANSI = r"\x1b\[[0-9;]*m"


@pytest.mark.parametrize("arguments", [["neighbors", "太原"], ["claims", "--all"]], ids=" ".join)
def test_colour_is_for_terminals_that_want_it(arguments: list[str]) -> None:
    coloured = terminal(*arguments)
    assert re.search(ANSI, coloured)
    assert re.sub(ANSI, "", coloured) == answer(*arguments)
    assert terminal(*arguments, NO_COLOR="1") == answer(*arguments)
    assert "\x1b" not in answer(*arguments, env=environment(TERM="xterm-256color"))


def test_json_is_never_coloured() -> None:
    assert terminal("neighbors", "太鋼", "--format", "json") == answer("neighbors", "太鋼", "--format", "json")


@pytest.mark.parametrize("wide", [40, 100])
def test_text_is_laid_out_for_the_terminal_it_is_shown_at(wide: int) -> None:
    lines = re.sub(ANSI, "", terminal("neighbors", "太原", wide=wide)).splitlines()
    assert max(map(columns, lines)) <= wide


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wide", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(wide: int, language: str) -> None:
    for arguments in (["neighbors", "太原"], ["neighbors", "陽曲工業園區", "--hops", "2"], ["claims", "--all"]):
        lines = answer("--lang", language, *arguments, env=environment(COLUMNS=str(wide))).splitlines()
        assert [line for line in lines if columns(line) > wide] == []


@pytest.mark.parametrize("wide", ["0", "-1", "7", "", "many", "²", "9" * 5_000])
def test_an_absurd_width_is_no_fault(wide: str) -> None:
    lines = answer("neighbors", "太鋼", env=environment(COLUMNS=wide)).splitlines()
    assert max(map(columns, lines)) <= 120


def test_a_fault_of_its_own_is_one_line_too() -> None:
    broken = """
import cityGraph.evidence
from cityGraph.cli import run

def neighbors(*args, **kwargs):
    raise KeyError("太鋼\\n")

cityGraph.evidence.neighbors = neighbors
run()
"""
    done = process([sys.executable, "-c", broken, "neighbors", "太鋼"])
    assert "citygraph stumbled" in refusal(done)
    assert "KeyError" in done.err
