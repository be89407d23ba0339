"""The shell by names: found, shown, completed; answers narrowed; queries in the formats of the standards."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import rdflib

from support.process import COMMAND, LANGUAGES, answer, citygraph, columns, controls, data, environment, refusal
from support.samples import turtle

VERBS = [
    ["find", "太鋼"],
    ["find", "tg"],
    ["find", "鋼", "--top", "30"],
    ["find", "Taiyuan Heavy"],
    ["show", "太鋼"],
    ["show", "太原"],
    ["show", "陽曲工業園區", "--inferred"],
    ["neighbors", "太鋼", "--relation", "supports", "--direction", "out"],
    ["claims", "太鋼", "--status", "targeted"],
]


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_fit_the_terminal_and_show_no_bare_iri(arguments: list[str], language: str) -> None:
    for wide in ("40", "80"):
        text = answer("--lang", language, *arguments, env=environment(COLUMNS=wide))
        assert max(map(columns, text.splitlines())) <= int(wide)
        assert "w3id.org" not in text.replace("\n", "").replace(" ", "")


def test_find_says_what_is_meant_and_why() -> None:
    assert answer("find", "tg").splitlines()[1].split() == ["太谷", "行政區", "Tàigǔ", "拼音首字母"]
    assert answer("--lang", "en", "find", "太钢").splitlines()[1].split() == ["Taigang", "firm", "太钢", "name"]
    first, *_ = data("find", "陽曲示範區")
    assert first == {
        "iri": "https://w3id.org/citygraph/id/taiyuan/yangqu-zone",
        "label": "陽曲示范區",
        "kind": "Zone",
        "name": "陽曲示范區",
        "how": "script",
    }
    assert data("find", "zzzz") == []
    assert answer("--lang", "en", "find", "zzzz") == "“zzzz”: 0 found\n"
    assert {each["kind"] for each in data("find", "太", "--kind", "企業", "--top", "50")} == {"Firm"}


def test_find_says_what_it_left_out_in_a_graph_of_too_many_names(tmp_path: Path) -> None:
    lines = [f'ex:a{n} a cg:Firm ; skos:prefLabel "第{n}鋼鐵公司"@zh-Hant .' for n in range(50_100)]
    file = turtle(tmp_path, "\n".join(lines))
    done = citygraph("--from", file, "find", "第77钢铁公司")
    assert done.status == 0
    assert "第77鋼鐵公司" in done.out
    assert done.err.startswith("Warning: of more than 50 000 names only spellings were looked for")
    assert done.err.count("\n") == 1
    assert "(of more than 50 000 names" in refusal(citygraph("--from", file, "neighbors", "d77gtgs"))


@pytest.mark.parametrize("name", ["太鋼", "晶科", "太原", "山西轉型綜改示范區"])
def test_show_has_this_shape(name: str) -> None:
    found = data("show", name)
    assert set(found) == {"iri", "label", "kind", "names", "facts", "neighbors", "sources"}
    assert all(set(each) == {"name", "language", "role"} for each in found["names"])
    assert {each["language"] for each in found["names"]} >= {"zh-Hant", "zh-Hans"}
    assert all({"value", "datatype", "language"} <= set(fact["object"]) for fact in found["facts"])
    assert found["neighbors"] == len({near["iri"] for near in data("neighbors", name)["neighbors"]})
    assert all(set(source) == {"iri", "label", "kind"} for source in found["sources"])


@pytest.mark.parametrize("name", ["太钢", "TISCO", "tàigāng", "tai4gang1", "ty:taigang"])
def test_every_verb_takes_every_form_of_a_name(name: str) -> None:
    for verb in (["neighbors"], ["claims"], ["show"], ["similar"], ["paths", "晶科"], ["common", "太重"]):
        assert data(*verb, name) == data(*verb, "太鋼")


def test_a_name_of_several_is_refused_with_all_and_says_how_to_say_which() -> None:
    for verb in ("neighbors", "claims", "show", "similar"):
        told = refusal(citygraph(verb, "tg"))
        assert all(label in told for label in ("太鋼", "太谷", "太鍋", "ask by a longer name,"))
        assert ("with --kind" in told) == (verb == "show")
    assert data("show", "tg", "--kind", "AdministrativeArea")["label"] == "太谷"
    assert "kinds are: " in refusal(citygraph("show", "tg", "--kind", "Planet"))


@pytest.mark.parametrize("name", ["", " ", "\x1b[31m", "鋼" * 10_000, '" } DROP ALL #', "'; rm -rf /", "\u202e太"])
def test_a_name_that_is_none_is_one_line(name: str) -> None:
    for verb in ("neighbors", "show", "claims", "similar"):
        refusal(citygraph(verb, "--", name))
    found = citygraph("find", "--", name)
    assert (found.status, found.err) == (0, "")
    assert not controls(found.out)


# --- Narrowed ---------------------------------------------------------------------------------------------------------


def test_neighbors_are_narrowed_by_relation_kind_direction_and_status() -> None:
    whole = data("neighbors", "太原")["neighbors"]
    for option, value, keeps in (
        ("--relation", "重點支持", lambda tie: tie["relation"]["iri"].endswith("#supports")),
        ("--relation", "supported by", lambda tie: tie["relation"]["iri"].endswith("#supports")),
        ("--kind", "企業", lambda tie: tie["kind"] == "Firm"),
        ("--direction", "in", lambda tie: tie["direction"] == "in"),
        ("--status", "targeted", lambda tie: tie["status"] == "targeted"),
    ):
        found = data("neighbors", "太原", option, value)
        assert found["neighbors"] == [tie for tie in whole if keeps(tie)]  # type: ignore[no-untyped-call]
        assert found["neighbors"]
        assert found["emptied"] is None


def test_things_of_another_kind_are_passed_all_the_same() -> None:
    found = data("neighbors", "太鋼", "--hops", "2", "--kind", "Zone")["neighbors"]
    assert {tie["kind"] for tie in found} == {"Zone"}
    assert {tie["via"]["kind"] for tie in found if tie["hops"] == 2} - {"Zone"}


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["neighbors", "太鋼", "--relation", "partOf", "--kind", "Firm"], "relation"),
        (["neighbors", "太鋼", "--relation", "supports", "--direction", "out"], "direction"),
        (["neighbors", "太鋼", "--status", "targeted"], "status"),
        (["neighbors", "太鋼", "--kind", "Person"], "kind"),
        (["claims", "太鋼", "--kind", "Person"], "kind"),
        (["claims", "太鋼", "--paragraph", "1", "--status", "realised"], "paragraph"),
    ],
    ids=str,
)
def test_the_filter_that_leaves_nothing_is_named(arguments: list[str], name: str) -> None:
    found = data(*arguments)
    assert found["emptied"] == name
    assert not found.get("neighbors")
    assert not found.get("claims")
    assert answer("--lang", "en", *arguments).splitlines()[-1] == f"--{name} leaves nothing."


def test_what_is_empty_by_itself_blames_no_filter(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant .')
    assert data("--from", file, "neighbors", "甲", "--kind", "Firm")["emptied"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["neighbors", "太鋼", "--relation", "suports"], "nearest: supports"),
        (["neighbors", "太鋼", "--kind", "Frm"], "kinds are: "),
        (["claims", "--all", "--relation", "\x1b[31m"], "no tie of the graph"),
    ],
)
def test_a_filter_of_nothing_there_is_refused(arguments: list[str], says: str) -> None:
    assert says in refusal(citygraph(*arguments))


def test_a_status_or_a_direction_that_there_is_not_is_wrong_usage() -> None:
    refusal(citygraph("neighbors", "太鋼", "--status", "done"), 2)
    refusal(citygraph("neighbors", "太鋼", "--direction", "up"), 2)


def test_claims_are_narrowed_by_measures_too_and_by_the_kind_of_the_other_end() -> None:
    claims = data("claims", "--all", "--relation", "value")["claims"]
    assert claims
    assert all("value" in claim["object"] for claim in claims)
    firms = data("claims", "太鋼", "--kind", "Chain")["claims"]
    assert {claim["object"].get("kind") for claim in firms} == {"Chain"}
    (other,) = data("claims", "太鋼", "--kind", "Firm")["claims"]
    assert other["object"]["label"] == "中國寶武"


# --- Completion -------------------------------------------------------------------------------------------------------

NAMES = """ex:a a cg:Firm ; skos:prefLabel "晉能 控股"@zh-Hant , "Jin's \\"Power\\" & Co: $HOME, `x`!"@en .
ex:b a cg:Firm ; skos:prefLabel "晉西"@zh-Hant , "JinXi;|<>*?"@en ; skos:altLabel "Jìnxī"@zh-Latn-pinyin .
ex:c a cg:Firm ; skos:prefLabel "晉\\u001B[31m"@zh-Hant . ex:d a cg:Firm ; skos:prefLabel "--晉"@zh-Hant .
"""


def bash(line: str, **env: str) -> list[str]:
    """What bash is told that the last word of `line` may become."""
    script = """
    PATH="$folder:$PATH"
    eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"
    COMP_LINE="$line" COMP_POINT=${#line}
    _citygraph_completion citygraph
    for each in "${COMPREPLY[@]}"; do printf '%s\\n' "$each"; done
    """
    more = {"line": line, "folder": os.path.dirname(COMMAND), "LC_ALL": "C.UTF-8", **env}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=environment(**more), check=True)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def test_bash_completes_names_in_any_script() -> None:
    assert "太鋼" in bash("citygraph neighbors 太")
    assert bash("citygraph show 太钢") == ["太钢"]
    assert bash("citygraph claims baix") == ["百信"]
    assert bash("citygraph --lang en paths 太鋼 Yangqu\\ C") == ["Yangqu\\ County"]
    assert bash("citygraph --lang en neighbors 'Yangqu C") == ["Yangqu County"]
    assert bash("citygraph show zzzz") == []
    assert bash("citygraph show ")
    assert bash("citygraph sho") == ["show"]


def test_completion_asks_the_graph_that_is_named_before_the_verb(tmp_path: Path) -> None:
    file = turtle(tmp_path, NAMES)
    assert bash(f"citygraph --from {file} show 晉") == ["晉西", "晉能\\ 控股"]
    assert bash("citygraph show 晉西", CITYGRAPH_FROM=file) == ["晉西"]
    assert bash(f"citygraph --engine rdflib --from {file} show jin") == ["晉西", "晉能\\ 控股"]
    assert bash(f"citygraph --from {tmp_path}/nothing.ttl show 晉") == []


@pytest.mark.parametrize("begun", ["Jin", "'Jin", '"Jin', "Jin\\'s", "'Jin'\\''s"])
def test_what_bash_inserts_is_one_word_and_the_name(tmp_path: Path, begun: str) -> None:
    file = turtle(tmp_path, NAMES)
    quote = begun[0] if begun[0] in "'\"" else ""
    for inserted in bash(f"citygraph --lang en --from {file} show {begun}"):
        done = subprocess.run(
            ["bash", "-c", f"printf '%s\\n' {quote}{inserted}{quote}"], capture_output=True, text=True, check=True
        )
        assert data("--lang", "en", "--from", file, "show", done.stdout.removesuffix("\n"))["kind"] == "Firm"


def test_a_name_with_a_colon_is_completed_from_the_colon_on(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "太原:北站"@zh-Hant .')
    assert bash(f"citygraph --from {file} show 太原") == ["太原:北站"]
    assert bash(f"citygraph --from {file} show 太原:") == ["北站"]


def complete(shell: str, **env: str) -> str:
    done = subprocess.run(
        [COMMAND], capture_output=True, env=environment(_CITYGRAPH_COMPLETE=f"{shell}_complete", **env), check=True
    )
    assert done.stderr == b""
    return done.stdout.decode()


def test_no_server_is_asked_at_each_stroke_of_a_key() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        words = f"citygraph --from http://127.0.0.1:{server.getsockname()[1]}/query neighbors 太"
        assert complete("fish", COMP_WORDS=words, COMP_CWORD="太").strip() == ""
        with pytest.raises(BlockingIOError):  # nobody has knocked
            server.accept()


def test_zsh_and_fish_get_names_with_their_kinds(tmp_path: Path) -> None:
    assert "plain\n太鋼\n企業\n" in complete("zsh", COMP_WORDS="citygraph neighbors 太", COMP_CWORD="2")
    assert "plain,太鋼\t企業\n" in complete("fish", COMP_WORDS="citygraph neighbors 太", COMP_CWORD="太")
    # fish keeps only what begins as typed
    assert "plain,Taigang\t太鋼 企業\n" in complete("fish", COMP_WORDS="citygraph show Taig", COMP_CWORD="Taig")
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "Iron, Steel & Co."@en .')
    words = f"citygraph --from {file} --lang en show Iron"
    assert complete("fish", COMP_WORDS=words, COMP_CWORD="Iron").startswith("plain,Iron, Steel & Co.\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_switched_on_by_what_the_help_says(shell: str) -> None:
    assert f"_CITYGRAPH_COMPLETE={shell}_source citygraph" in answer("--help")
    done = subprocess.run(
        [COMMAND], capture_output=True, env=environment(_CITYGRAPH_COMPLETE=f"{shell}_source"), check=True
    )
    assert done.stderr == b""
    script = done.stdout.decode()
    assert f"_CITYGRAPH_COMPLETE={shell}_complete" in script
    if shell == "fish":
        assert "string split -m 1" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=done.stdout, check=True)


# --- Formats of a query -----------------------------------------------------------------------------------------------

SELECT = """SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) {
  (ty:taigang "太鋼, \\"鋼\\""@zh-Hant -7 "=1+1") (ty:taiyuan "a\\tb\\nc" 1.5 UNDEF)
} }"""
FORMED = {
    "csv": "a,b,c,d\r\n"
    'https://w3id.org/citygraph/id/taiyuan/taigang,"太鋼, ""鋼""",-7,\'=1+1\r\n'
    'https://w3id.org/citygraph/id/taiyuan/taiyuan,"a\tb\nc",1.5,\r\n',
    "tsv": "?a\t?b\t?c\t?d\n"
    '<https://w3id.org/citygraph/id/taiyuan/taigang>\t"太鋼, \\"鋼\\""@zh-Hant\t-7\t"=1+1"\n'
    '<https://w3id.org/citygraph/id/taiyuan/taiyuan>\t"a\\tb\\nc"\t1.5\t\n',
}


def printed(*arguments: str) -> tuple[str, str]:
    done = subprocess.run([COMMAND, *arguments], capture_output=True, env=environment(), check=True)
    return done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("form", FORMED)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_select_is_written_as_the_standard_has_it(form: str, engine: str) -> None:
    assert printed("--engine", engine, "query", SELECT, "--format", form)[0] == FORMED[form]


def test_csv_says_which_cells_it_made_harmless_and_the_rest_is_as_it_is() -> None:
    out, err = printed("query", SELECT, "--format", "csv")
    assert err.startswith("Warning: a cell that a spreadsheet would compute")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows[1] == ["https://w3id.org/citygraph/id/taiyuan/taigang", '太鋼, "鋼"', "-7", "'=1+1"]
    assert printed("query", 'SELECT ("-1.5" AS ?a) ("+86" AS ?b) {}', "--format", "csv") == ("a,b\r\n-1.5,+86\r\n", "")


def test_a_select_is_xml_and_json_of_the_same_rows() -> None:
    root = ET.fromstring(printed("query", SELECT, "--format", "xml")[0])
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = [
        {b.get("name"): (b[0].tag.removeprefix(space), b[0].text) for b in result}
        for result in root.iter(f"{space}result")
    ]
    rows = data("query", SELECT)["results"]["bindings"]
    assert found == [{name: (term["type"], term["value"]) for name, term in row.items()} for row in rows]
    assert root.find(f".//{space}literal[@{{http://www.w3.org/XML/1998/namespace}}lang='zh-Hant']") is not None


@pytest.mark.parametrize(("form", "told"), [("csv", "true\r\n"), ("tsv", "true\n")])
def test_the_verdict_of_an_ask(form: str, told: str) -> None:
    assert printed("query", "ASK { ty:taigang a cg:Firm }", "--format", form)[0] == told
    xml = printed("query", "ASK { ty:taigang a cg:Zone }", "--format", "xml")[0]
    assert ET.fromstring(xml)[1].text == "false"


def test_a_construct_is_the_same_graph_in_every_format(tmp_path: Path) -> None:
    text = "CONSTRUCT { ?s skos:prefLabel ?n } WHERE { ?s a cg:Firm ; skos:prefLabel ?n }"
    graphs = []
    for suffix, form in ((".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld")):
        file = tmp_path / f"a{suffix}"
        assert printed("query", text, "-o", str(file)) == ("", "")
        graphs.append(rdflib.Graph().parse(file, format=form))
    assert len(graphs[0]) > 20
    assert {frozenset(graph) for graph in graphs} == {frozenset(graphs[0])}


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    for suffix, begins in (("csv", b"a,b,"), ("tsv", b"?a\t"), ("srx", b"<?xml"), ("xml", b"<?xml"), ("srj", b"{")):
        file = tmp_path / f"a.{suffix}"
        citygraph("query", SELECT, "-o", str(file))
        assert file.read_bytes().startswith(begins)
    assert json.loads((tmp_path / "a.srj").read_text("utf-8"))["head"]["vars"] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("form", ["csv", "tsv", "xml", "json"])
def test_a_form_of_the_wrong_sort_is_wrong_usage(form: str) -> None:
    assert "Turtle" in refusal(citygraph("query", "DESCRIBE ty:taigang", "--format", form), 2)
    assert "json" in refusal(citygraph("query", "ASK {}", "--format", "ntriples"), 2)


def test_no_control_character_leaves_unescaped_where_a_format_can_escape(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a skos:note "a\\u001B[31mb\\u009B\\u202E" .')
    for form in ("tsv", "json"):
        assert not controls(printed("--from", file, "query", "SELECT ?o { ?s skos:note ?o }", "--format", form)[0])
    for form in ("turtle", "ntriples", "json-ld"):
        told = printed("--from", file, "query", "CONSTRUCT WHERE { ?s skos:note ?o }", "--format", form)[0]
        assert not controls(told)
    told = refusal(citygraph("--from", file, "query", "SELECT ?o { ?s skos:note ?o }", "--format", "xml"))
    assert "XML has no character U+001B" in told


def test_a_question_of_the_catalogue_is_a_table_too() -> None:
    assert printed("ask", "1", "--format", "csv")[0].startswith("positioning,positioningLabel,kind\r\n")
    refusal(citygraph("ask", "--format", "csv"), 2)
