"""The shell contract: answers on stdout, refusals in one line on stderr, the right exit status, never a traceback."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from conftest import DATA, FIXTURE

CITYGRAPH = str(Path(sys.executable).with_name("citygraph"))
Done = subprocess.CompletedProcess[bytes]
HOSTILE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:a> a cg:City ; skos:prefLabel "甲\\u001b[31m\\u202e\\n<script>"@zh-Hant ; skos:altLabel "甲"@zh-Hant .
<urn:b> a cg:Firm ; skos:prefLabel "乙"@zh-Hant . <urn:a> cg:supports <urn:b> .
<urn:c> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:b> ;
    cg:status cg:planned ; cg:basis cg:stated .
<urn:x> a cg:Zone ; skos:prefLabel "陽曲"@zh-Hant . <urn:y> a cg:City ; skos:prefLabel "陽曲"@zh-Hant .
"""


def run(*arguments: str, **more: object) -> Done:
    """The command as a user runs it: a process of its own, none of our settings in its environment."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith("CITYGRAPH_") and k not in ("NO_COLOR", "COLUMNS")}
    environment = ours | dict(more.pop("env", {}))  # type: ignore[call-overload]
    return subprocess.run([CITYGRAPH, *arguments], capture_output=True, timeout=60, env=environment, **more)  # type: ignore[call-overload,no-any-return]


def answered(done: Done) -> str:
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return done.stdout.decode()


def refused(done: Done, status: int = 1) -> str:
    """The one line of a refusal."""
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (status, b""), (done.returncode, said)
    assert said.startswith("Error: ")
    assert said.endswith("\n")
    assert said.count("\n") == 1
    assert len(said) < 600
    return said


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    file = tmp_path / "hostile.ttl"
    file.write_text(HOSTILE, "utf-8")
    return str(file)


# Answers ------------------------------------------------------------------------------------------------------------


def test_neighbors_answers_alike_under_every_name() -> None:
    answers = {answered(run("neighbors", name)) for name in ("太鋼", "太钢", "TISCO", "太原钢铁(集团)有限公司")}
    (answer,) = answers
    assert "受重點支持 ←" in answer
    assert "「重點支持太鋼」" in answer


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_json_has_the_shapes_that_programs_rely_on(engine: str) -> None:
    found = json.loads(answered(run("--engine", engine, "neighbors", "太鋼", "--format", "json")))
    assert found["entity"] == {"iri": "https://w3id.org/citygraph/id/taiyuan/taigang", "label": "太鋼", "kind": "Firm"}
    (tie,) = found["neighbors"]
    assert {"iri", "label", "kind", "relation", "direction", "hops", "status", "basis", "evidence"} <= tie.keys()
    assert tie["relation"].keys() == {"iri", "label"}
    assert tie["evidence"][0].keys() == {"source", "paragraph", "start", "end", "phrase", "url"}
    claims = json.loads(answered(run("--engine", engine, "claims", "太鋼", "--format", "json")))
    assert claims["claims"][-1]["object"].keys() == {"value", "datatype", "language"}
    select = json.loads(answered(run("--engine", engine, "query", "SELECT ?x { ?x a cg:Track }", "--format", "json")))
    assert (select["head"], len(select["results"]["bindings"])) == ({"vars": ["x"]}, 6)
    assert json.loads(answered(run("query", "ASK {}", "--format", "json"))) == {"head": {}, "boolean": True}


def test_about_and_ask_answer() -> None:
    about = json.loads(answered(run("about", "--format", "json")))
    keys = {"triples", "entities", "claims", "kinds", "relations", "sources", "status", "basis"}
    assert about.keys() == keys
    listed = json.loads(answered(run("ask", "--format", "json")))
    assert len(listed) >= 60
    assert answered(run("ask", "1")).startswith(listed[0]["text"])
    assert answered(run("--lang", "en", "ask", "2")).splitlines()[0].endswith("?")
    with_parameter = next(q for q in listed if str(q["example"]).startswith("ty:"))
    assert "惠科" in answered(run("ask", str(with_parameter["number"]), "惠科")) or with_parameter
    assert "no question" in refused(run("ask", "沒有這種問題"))
    assert "no question" in refused(run("ask", "999"))


def test_claims_of_a_paragraph_are_found_by_its_number() -> None:
    answer = answered(run("claims", "--paragraph", "16"))
    assert answer.startswith("12 條主張")
    assert "§15" not in answer


def test_query_reads_text_file_and_standard_input(tmp_path: Path) -> None:
    text = "SELECT ?x { ?x a cg:Track } ORDER BY ?x"
    file = tmp_path / "tracks.rq"
    file.write_text(text, "utf-8-sig")
    piped = run("query", "-", input=text.encode())
    assert answered(run("query", text)) == answered(run("query", str(file))) == answered(piped)


def test_construct_prints_turtle() -> None:
    answer = answered(run("query", "CONSTRUCT { ?f cg:spearheads ?i } WHERE { ?f cg:spearheads ?i }"))
    assert answer.startswith("@prefix cg:")
    assert answer.count("cg:spearheads") == 9
    refused(run("query", "CONSTRUCT {} WHERE {}", "--format", "json"), 2)


def test_the_language_is_asked_for_and_never_the_locales() -> None:
    assert "supported by" in answered(run("--lang", "en", "neighbors", "太鋼"))
    assert "受重点支持" in answered(run("neighbors", "太鋼", env={"CITYGRAPH_LANG": "zh-Hans"}))
    assert "受重點支持" in answered(run("neighbors", "太鋼", env={"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}))


def test_other_files_are_asked_instead(hostile: str) -> None:
    assert "乙" in answered(run("--from", hostile, "neighbors", "甲"))
    assert "乙" in answered(run("neighbors", "甲", env={"CITYGRAPH_FROM": hostile}))
    both = answered(run("--from", hostile, "--from", str(DATA), "neighbors", "太鋼"))
    assert "重點支持太鋼" in both


def test_output_goes_to_a_file_in_the_form_of_its_suffix(tmp_path: Path) -> None:
    text, data = tmp_path / "a.txt", tmp_path / "a.json"
    assert answered(run("neighbors", "太鋼", "-o", str(text))) == ""
    assert text.read_text("utf-8") == answered(run("neighbors", "太鋼"))
    answered(run("neighbors", "太鋼", "-o", str(data)))
    assert json.loads(data.read_text("utf-8"))["neighbors"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.txt"]


def test_validate_proves_the_fixture_and_names_what_is_wrong(tmp_path: Path) -> None:
    text = str(FIXTURE / "article.txt")
    assert " 0 findings" in answered(run("--from", str(FIXTURE / "city.ttl"), "validate", "--text", text))
    broken = tmp_path / "city.ttl"
    broken.write_text((FIXTURE / "city.ttl").read_text("utf-8").replace('"60"^^', '"61"^^'), "utf-8")
    done = run("--from", str(broken), "validate", "--text", text)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Error: invalid: ")
    assert "says 60, not 61" in done.stdout.decode()
    listed = json.loads(run("--from", str(broken), "validate", "--text", text, "--format", "json").stdout)
    assert {"rule", "message", "about", "label", "file", "line"} == listed["findings"][0].keys()


# Refusals -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["太鋼鐵", "", "  ", "鋼" * 10_000, "\x1b[31m", '"; DROP ALL #', "} ?s ?p ?o {", "a\nb", "ty:", "urn: x", "<>"],
)
def test_a_name_of_nothing_is_refused(name: str) -> None:
    said = refused(run("neighbors", name))
    assert "\x1b" not in said


def test_a_near_miss_is_refused_with_the_nearest_and_a_name_of_two_with_both(hostile: str) -> None:
    assert "nearest: 太鋼" in refused(run("neighbors", "太鋼鐵")) or "nearest: 太钢" in refused(run("claims", "太鋼鐵"))
    said = refused(run("--from", hostile, "neighbors", "陽曲"))
    assert "urn:x" in said
    assert "urn:y" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("neighbors",),
        ("neighbors", "太鋼", "--hops", "0"),
        ("neighbors", "太鋼", "--hops", "x"),
        ("neighbors", "太鋼", "--format", "xml"),
        ("neighbors", "太鋼", "-o", "a.doc"),
        ("neighbors", "太鋼", "-o", "a"),
        ("neighbors", "太鋼", "--weather"),
        ("--engine", "virtuoso", "neighbors", "太鋼"),
        ("--lang", "fr", "neighbors", "太鋼"),
        ("claims",),
        ("claims", "太鋼", "--all"),
        ("claims", "--paragraph", "-1"),
        ("query",),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments: tuple[str, ...]) -> None:
    refused(run(*arguments), 2)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("甲 is no turtle".encode(), ":1: not RDF"),
        ("<urn:a> <urn:b> '甲' .".encode("gb18030"), "may be GBK"),
        ("<urn:a> <urn:b> '甲' .".encode("utf-16"), "UTF-16"),
        (b"\x00\xff" * 40, "not UTF-8"),
        (b"<urn:a> <urn:b> ", "not RDF"),
    ],
)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_file_that_is_no_rdf_is_refused_by_name(tmp_path: Path, engine: str, content: bytes, says: str) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(content)
    said = refused(run("--engine", engine, "--from", str(file), "about"))
    assert str(file) in said
    assert says in said


@pytest.mark.parametrize("file", ["nothing.ttl", ".", "a.doc", ""])
def test_what_is_no_file_is_refused(tmp_path: Path, file: str) -> None:
    refused(run("--from", file, "about", cwd=tmp_path))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * WHERE { ?s ?p ", "line 1, column"),
        ("INSERT DATA {}", "update"),
        ("drop all", "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { FILTER" + "(" * 10_000 + "1" + ")" * 10_000 + " }", "deeper"),
        ("ASK { FILTER(1" + "||1" * 10_000 + ") }", "more than"),
        ("ASK { FILTER(" + "!" * 10_000 + "1) }", "more than"),
        ("ASK { FILTER(1 IN (" + "1," * 10_000 + "1)) }", "more than"),
        ("ASK { ?s rdf:type" + "/rdf:type" * 5_000 + " ?o }", "more than"),
        ("ASK " + "{ {} UNION " * 3_000, "deeper"),
        ("x" * 200_000, "characters"),
    ],
)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_query_that_must_not_run_is_refused_before_it_does(engine: str, text: str, says: str) -> None:
    assert says in refused(run("--engine", engine, "query", "-", input=text.encode()))


def test_a_long_list_of_values_is_no_hostile_query() -> None:
    values = " ".join(f"<urn:x{n}>" for n in range(400))
    assert answered(run("query", f"SELECT ?x {{ VALUES ?x {{ {values} }} }}")).endswith("400 行\n")


def test_an_existing_file_survives_a_refused_command(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_text("kept", "utf-8")
    refused(run("neighbors", "沒有此名", "-o", str(file)))
    assert file.read_text("utf-8") == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    refused(run("neighbors", "太鋼", "-o", str(tmp_path / "no" / "such" / "folder.txt")))
    refused(run("neighbors", "太鋼", "-o", str(tmp_path / "dir.txt" / "x.txt")))


def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CITYGRAPH, "claims", "--all"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: ")
    assert done.stderr.count(b"\n") == 1


# Terminals, consoles, signals ---------------------------------------------------------------------------------------


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    script = f"'{CITYGRAPH}' claims --all --format json | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.split() == [b"{", b"0"]


def test_an_interrupt_ends_at_once_with_130() -> None:
    with subprocess.Popen([CITYGRAPH, "query", "-"], stdin=-1, stdout=-1, stderr=-1) as waiting:
        time.sleep(1.5)
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait(5) == 130
        assert waiting.stderr is not None
        assert b"Traceback" not in waiting.stderr.read()


def test_an_interrupt_ends_a_long_query_too() -> None:
    product = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6))
    command = [CITYGRAPH, "query", f"SELECT (COUNT(*) AS ?n) {{ {product} }}"]
    with subprocess.Popen(command, stdout=-1, stderr=-1) as computing:
        time.sleep(2)
        computing.send_signal(signal.SIGINT)
        assert computing.wait(5) == 130


@pytest.mark.parametrize(
    "environment",
    [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "gbk"}, {"PYTHONIOENCODING": "ascii"}, {"HOME": ""}],
)
def test_any_console_gets_an_answer(environment: dict[str, str]) -> None:
    done = run("neighbors", "太鋼", env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    # A console that is said to know ASCII alone is taken to be one whose locale was never set: it gets UTF-8.
    shown = done.stdout.decode("gbk" if "gbk" in environment.values() else "utf-8")
    assert "重點支持太鋼" in shown
    assert "§13" in shown


def test_labels_cannot_command_the_terminal(hostile: str) -> None:
    for verb in (("neighbors", "甲"), ("claims", "甲"), ("query", "SELECT ?l { ?x skos:prefLabel ?l }")):
        shown = answered(run("--from", hostile, *verb))
        assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    found = json.loads(answered(run("--from", hostile, "neighbors", "甲", "--format", "json")))
    assert found["entity"]["label"] == "甲\x1b[31m\u202e\n<script>"


def at_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command shows at a terminal."""
    main, other = pty.openpty()
    ours = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | environment
    with subprocess.Popen([CITYGRAPH, *arguments], stdout=other, stderr=other, stdin=other, env=ours) as shown:
        os.close(other)
        seen = b""
        while True:
            try:
                part = os.read(main, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        shown.wait(20)
    os.close(main)
    return seen.decode()


def test_colour_is_for_terminals_that_want_it() -> None:
    assert "\x1b[33m" in at_a_terminal("neighbors", "太鋼")
    assert "\x1b" not in at_a_terminal("neighbors", "太鋼", NO_COLOR="1")
    assert "\x1b" not in answered(run("neighbors", "太鋼"))


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_nothing_is_wider_than_the_terminal(columns: int, language: str) -> None:
    asked = [
        ("neighbors", "太原"),
        ("neighbors", "陽曲工業園區", "--hops", "2", "--inferred"),
        ("claims", "--all", "--inferred"),
        ("about",),
        ("ask",),
        ("ask", "1"),
    ]
    for verb in asked:
        for line in answered(run("--lang", language, *verb, env={"COLUMNS": str(columns)})).splitlines():
            wide = sum(
                2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line if not unicodedata.combining(c)
            )
            assert wide <= columns, line
