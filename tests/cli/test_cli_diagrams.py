"""The command diagram."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cityGraph.diagrams.fonts import SVG
from support.process import COMMAND, citygraph, process, refusal


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "dot"])
def test_each_format_is_one_that_its_readers_know(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.{suffix}"
    done = citygraph("diagram", "太鋼", "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    content = file.read_bytes()
    if suffix == "png":
        assert content.startswith(b"\x89PNG")
        assert int.from_bytes(content[16:20], "big") > 500
    elif suffix == "pdf":
        assert content.startswith(b"%PDF")
        assert b"NotoSansCJK" in content
    elif suffix == "svg":
        assert ElementTree.fromstring(content).tag == f"{{{SVG}}}svg"
    else:
        engine = str(Path(sys.executable).parent / "graphviz-pure")
        assert b"<svg" in subprocess.run([engine, "-Tsvg"], input=content, capture_output=True, check=True).stdout


def test_characters_that_the_font_lacks_are_named_in_a_warning(tmp_path: Path) -> None:
    file, drawn = tmp_path / "rare.ttl", tmp_path / "rare.png"
    file.write_text(
        """@prefix cg: <https://w3id.org/citygraph/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <urn:a> rdfs:label "𠀀廠" . <urn:b> rdfs:label "👩城" .
        <urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate cg:supports ; rdf:object <urn:a> ;
          cg:status cg:planned ; cg:basis cg:stated .""",
        "utf-8",
    )
    done = citygraph("--from", str(file), "diagram", "𠀀廠", "-o", str(drawn))
    assert done.status == 0
    assert (
        "Warning: The font lacks these characters, which appear as boxes: 👩 𠀀. Write a .svg file instead" in done.err
    )
    assert drawn.read_bytes().startswith(b"\x89PNG")
    assert citygraph("--from", str(file), "diagram", "𠀀廠", "-o", str(tmp_path / "rare.svg")).err == ""


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["沒有這個"], 1, "Nothing in this graph is called"),
        (["太鋼", "--kind", "Dragon"], 1, "has the kind 'Dragon'. Nearest names: "),
        (["太鋼", "--kind", "人物"], 1, "Nothing to draw: --kind leaves 0 of 25 edges."),
        (["太鋼", "--avoid", "太鋼"], 1, "--avoid leaves 0 of 25 edges."),
        (["太鋼", "--relation", "生產", "--status", "planned"], 1, "--status leaves 0 of 1 edges."),
        (["太鋼", "--avoid-kind", "Dragon"], 1, "has the kind 'Dragon'"),
        (["太鋼", "--size", "1:100"], 1, "'1:100' is not a size. Give width:height between 1:5 and 5:1"),
        (["太鋼", "--view", "dragons"], 2, "'chains'"),
        (["太鋼", "--relation", "suports"], 1, "Nearest names: 重點支持 (supports)"),
        (["太鋼", "--status", "targeted"], 1, "--status leaves 0 of 25 edges."),
        (["--path", "太鋼", "三環時代"], 1, "Nothing to draw: no path connects '太鋼' and '三環時代'."),
        (["太鋼", "--dot", "/no/such/dot"], 1, "No such file"),
        (["太鋼", "--dot", "false"], 1, "The layout program false failed: exit status 1"),
        ([], 2, "Give one of: NAME, --path A B, --view VIEW"),
        (["太鋼", "--path", "太鋼", "太重"], 2, "--path cannot be used with NAME or --view"),
        (["--view", "zones", "--path", "太鋼", "太重"], 2, "--path cannot be used with NAME or --view"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_drawn_is_refused_and_no_file_appears(
    tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    file = tmp_path / "a.svg"
    assert told in refusal(citygraph("diagram", *arguments, "-o", str(file)), status)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_lists_those_known() -> None:
    assert ".svg .png .pdf .dot" in refusal(citygraph("diagram", "太鋼", "-o", "a.gif"), 2)


def test_a_refused_picture_leaves_an_existing_file(tmp_path: Path) -> None:
    file = tmp_path / "kept.svg"
    file.write_text("kept", "utf-8")
    refusal(citygraph("diagram", "太鋼", "太原", "-o", str(file)))
    assert file.read_text("utf-8") == "kept"


def test_nothing_of_the_system_is_needed(tmp_path: Path) -> None:
    # Neither fonts nor Graphviz: an environment with an empty home and no PATH.
    file = tmp_path / "bare.png"
    done = process([COMMAND, "diagram", "太鋼", "-o", str(file)], env={"PATH": "", "HOME": str(tmp_path)})
    assert (done.status, done.err) == (0, "")
    assert file.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--view", "zones", "--hops", "2"], 1, "A view takes no --hops."),
        (["--view", "zones", "--path", "太鋼", "太原"], 2, "--path cannot be used with NAME or --view"),
        (["--view", "chains", "陽曲縣"], 1, "no claim connects 陽曲縣 with the kind Chain"),
        (["--view", "chains", "沒有這個"], 1, "Nothing in this graph is called"),
        (["--view", "ontology", "Dragon"], 1, "has the kind 'Dragon'"),
        (["--view", "positioning", "--status", "targeted"], 1, "the view 'positioning' is empty"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_view_that_cannot_be_drawn_is_refused(tmp_path: Path, arguments: list[str], status: int, told: str) -> None:
    assert told in refusal(citygraph("diagram", *arguments, "-o", str(tmp_path / "a.svg")), status)
    assert list(tmp_path.iterdir()) == []
