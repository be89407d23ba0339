"""The format guessed from the content; XML and JSON-LD that could harm are rejected, and nothing is fetched."""

from __future__ import annotations

import gzip
from pathlib import Path
from socket import create_server

import pytest

import cityGraph as cg
from cityGraph.store.sniff import sniffed
from support.samples import CONTENTS

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
XML = (
    '<?xml version="1.0"?>\n<!DOCTYPE r:RDF [{}]>\n<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<r:Description r:about="urn:a" xmlns:s="http://www.w3.org/2000/01/rdf-schema#"><s:label>{}</s:label>'
    "</r:Description></r:RDF>"
)


@pytest.mark.parametrize("suffix", CONTENTS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_without_a_suffix_the_content_says_the_format(tmp_path: Path, suffix: str, packed: bool) -> None:
    content = b"\xef\xbb\xbf" + CONTENTS[suffix].encode()
    file = tmp_path / "data"
    file.write_bytes(gzip.compress(content) if packed else content)
    assert cg.resolve(cg.open(file), "甲").iri == "urn:a"


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><title>a</title>",
        b'{"name": "a package"}',
        b"[1, 2]",
        b"<feed></feed>",
        b"name,value\n1,2\n",
        "太鋼支持太原。".encode(),
    ],
)
def test_what_is_no_rdf_is_not_taken_for_it(tmp_path: Path, content: bytes) -> None:
    assert sniffed(content) is None
    (tmp_path / "data").write_bytes(content)
    with pytest.raises(cg.BadData, match="not RDF by its suffix or its content"):
        cg.open(tmp_path / "data")


HOSTILE = {
    "an entity of a file": ("a.rdf", XML.format('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "another file"),
    "an entity of a server": ("a.rdf", XML.format('<!ENTITY e SYSTEM "{url}">', "&e;"), "another file"),
    "parameters": ("a.rdf", XML.format('<!ENTITY % e SYSTEM "{url}"> %e;', "甲"), "another file"),
    "a billion laughs": ("a.rdf", XML.format('<!ENTITY e0 "ha">' + BOMB, "&e11;"), "contains other entities"),
    "one long entity": ("a.rdf", XML.format(f'<!ENTITY e "{"ha" * 20_000}">', "&e;" * 20_000), "would expand the text"),
    "a context elsewhere": ("a.jsonld", '{{"@context": "{url}", "name": "甲"}}', "the context .* is not"),
    "an imported context": ("a.jsonld", '{{"@context": {{"@import": "{url}"}}}}', "the context .* is not"),
    "a context within": ("a.jsonld", '{{"@context": {{"a": {{"@id": "urn:a", "@context": "{url}"}}}}}}', "is not down"),
    "deep JSON": ("a.jsonld", '{{"@graph": ' + "[" * 30_000 + "]" * 30_000 + "}}", "nests deeper"),
    "deep XML": ("a.rdf", XML.format("", "<s:a><s:b>" * 30_000 + "</s:b></s:a>" * 30_000), "nests deeper than 10,000"),
    "cut JSON": ("a.jsonld", '{{"@id": "urn:a",\n "@type"', "a.jsonld:2: not valid RDF"),
    "a web page": ("a.ttl", "<!doctype html>\n<html><body>404</body></html>", "a.ttl:[12]: not valid RDF"),
    "an IRI with a space": ("a.nt", '<urn:a b> <urn:b> "c" .', "a.nt"),
    "Turtle cut off": ("a.ttl", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> \"", "a.ttl:2: not valid RDF"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_in_one_line_and_nothing_is_fetched(tmp_path: Path, engine: str, case: str) -> None:
    name, text, says = HOSTILE[case]
    with create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        text = text.replace("{{", "{").replace("}}", "}").replace("{url}", url)
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(cg.BadData, match=says) as refused:
            cg.open(tmp_path / name, engine=engine)
        assert "\n" not in str(refused.value)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_entities_that_only_shorten_names_are_read(tmp_path: Path, engine: str) -> None:
    (tmp_path / "a.owl").write_text(XML.format('<!ENTITY e "甲">', "&e;"), "utf-8")
    assert cg.resolve(cg.open(tmp_path / "a.owl", engine=engine), "甲").iri == "urn:a"


def test_an_entity_that_stands_for_a_character_is_read(tmp_path: Path, engine: str) -> None:
    (tmp_path / "a.rdf").write_text(XML.format('<!ENTITY jia "&#x7532;">', "&jia;"), "utf-8")
    assert cg.resolve(cg.open(tmp_path / "a.rdf", engine=engine), "甲").iri == "urn:a"
