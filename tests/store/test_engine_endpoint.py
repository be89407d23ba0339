"""Endpoints: what they cannot answer, and servers that misbehave, each an error of one line in time."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.store.engine_endpoint import Endpoint
from cityGraph.store.files import is_url
from support.paths import DATA
from support.servers import JSON, free_port, hostile, oxigraph

EMPTY = b'{"head": {"vars": ["a"]}, "results": {"bindings": []}}'
SELECT = "SELECT ?a { ?a ?b ?c }"


def test_a_query_that_the_server_finds_fault_with_is_refused_with_its_words(server: str) -> None:
    with pytest.raises(cg.BadQuery, match=r"rejects the query: .*\b2:|rejects the query: .*line 2"):
        cg.query(cg.open(server), "SELECT ?a\nWHERE { ?a ?b }")
    with pytest.raises(cg.BadQuery, match="an update"):
        cg.query(cg.open(server), "DROP ALL")


def test_an_endpoint_is_opened_by_itself(server: str) -> None:
    with pytest.raises(cg.CityGraphError, match="the only source"):
        cg.open(server, DATA)


def test_of_many_triples_some_are_asked_for_and_it_is_said(tmp_path: Path) -> None:
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    many = "".join(f'<urn:{n}> <{label}> "物{n}" .\n<urn:{n}> <urn:in> <urn:hub> .\n' for n in range(2_500))
    (tmp_path / "many.nt").write_text(many + f'<urn:hub> <{label}> "樞紐" .\n', "utf-8")
    with oxigraph(tmp_path / "many.nt") as url:
        city = cg.open(url)
        assert 1_999 <= len(cg.neighbors(city, "樞紐")) <= 2_000  # its own name may be among them
        assert ["may be incomplete" in note for note in city.notes] == [True]


def drip(handler: Any) -> None:
    """A head at once, then a byte now and then."""
    handler.say(200, Content_Length="1000000")
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.05)


def drip_head(handler: Any) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(10_000):
        handler.wfile.write(f"X-{n}: a\r\n".encode()[:1] if n % 2 else b"a")
        time.sleep(0.05)


def endless(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65_536)


def bomb(handler: Any) -> None:
    packed = gzip.compress(bytes(50 << 20))
    handler.say(200, packed, Content_Encoding="gzip")


def cut(handler: Any) -> None:
    handler.say(200, EMPTY[:-5], Content_Length=str(len(EMPTY)))


MISBEHAVED: dict[str, tuple[Callable[[Any], None], str]] = {
    "slow": (lambda _: time.sleep(10), "no answer in time. Wait longer with --timeout"),
    "a byte now and then": (drip, "no answer in time"),
    "a head without end": (drip_head, "no answer in time"),
    "endless": (endless, "larger than 4 MiB"),
    "a bomb": (bomb, "larger than 4 MiB"),
    "an error of its own": (lambda h: h.say(500, b"oh no"), "the server failed \\(HTTP 500"),
    "nothing there": (lambda h: h.say(404), "nothing at this address \\(HTTP 404"),
    "a password wanted": (lambda h: h.say(401), "a user name and a password"),
    "a web page": (lambda h: h.say(200, b"<html></html>", "text/html"), "a web page"),
    "no format": (lambda h: h.say(200, EMPTY, None), "no format, not SPARQL"),
    "a circle": (lambda h: h.say(302, Location="/sparql"), "more than 3 redirects"),
    "a redirect to a file": (lambda h: h.say(302, Location="file:///etc/passwd"), "which is not allowed"),
    "a redirect to nowhere": (lambda h: h.say(302), "more than 3 redirects"),
    "cut off": (cut, "cut off"),
    "cut JSON": (lambda h: h.say(200, EMPTY[:-5]), "cut off, or is not SPARQL results"),
    "other JSON": (lambda h: h.say(200, b'[{"a": 1}]'), "not SPARQL results"),
    "JSON of other cells": (lambda h: h.say(200, EMPTY.replace(b"[]", b'[{"a": 1}]')), "not SPARQL results"),
    "deep JSON": (lambda h: h.say(200, b"[" * 100_000), "not SPARQL results"),
    "damaged packing": (lambda h: h.say(200, b"\x1f\x8bxxxxxxxxxxxx", Content_Encoding="gzip"), "damaged"),
    "unknown packing": (lambda h: h.say(200, EMPTY, Content_Encoding="br"), "unknown compression: br"),
    "no HTTP": (lambda h: h.wfile.write(b"\x00\x01\x02 hello\r\n\r\n"), "the connection broke off"),
    "nothing at all": (lambda _: None, "the connection broke off"),
    "control characters": (lambda h: h.wfile.write(b"HTTP/1.1 500 \x1b[31m\r\n\r\n"), "HTTP 500"),
}


@pytest.mark.parametrize("case", MISBEHAVED)
def test_a_server_that_misbehaves_is_refused_in_one_line_in_time(case: str) -> None:
    act, says = MISBEHAVED[case]
    with hostile(act) as (url, _):
        city = cg.CityGraph(Endpoint(url, 0.7, 4 << 20))
        with pytest.raises(cg.NoAnswer, match=says) as refused:
            cg.query(city, SELECT)
        assert "\n" not in str(refused.value)
        assert len(str(refused.value)) < 300
        assert refused.value.url == url


def test_a_graph_that_is_no_turtle_is_refused() -> None:
    with (
        hostile(lambda h: h.say(200, b"<urn:a> <urn:b>", "text/turtle")) as (url, _),
        pytest.raises(cg.NoAnswer, match="not Turtle"),
    ):
        cg.query(cg.open(url), "CONSTRUCT WHERE { ?a ?b ?c }")


def test_a_server_that_is_not_there_is_refused() -> None:
    for url, says in (
        (f"http://127.0.0.1:{free_port()}/", "refused"),
        ("http://nowhere.invalid/sparql", "no such host"),
    ):
        with pytest.raises(cg.NoAnswer, match=says):
            cg.query(cg.open(url), SELECT)


@pytest.mark.parametrize("url", ["http://", "https://:80/", "http://a b/", "http://a:x/", "http://太原/", "http://[/"])
def test_what_is_no_url_is_refused(url: str) -> None:
    assert is_url(url)
    with pytest.raises(cg.CityGraphError, match="The URL of an endpoint must be"):
        cg.open(url)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 10**9])
def test_what_is_no_time_to_wait_is_refused(seconds: float) -> None:
    with pytest.raises(cg.CityGraphError, match="Timeout must be"):
        cg.open("http://127.0.0.1/", timeout=seconds)


def test_it_is_asked_by_post_in_a_form_and_told_what_is_understood() -> None:
    with hostile(lambda h: h.say(200, EMPTY)) as (url, asked):
        assert len(cg.query(cg.open(url), SELECT)) == 0
    headers, form = asked[-1]
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert headers["Accept"] == JSON
    assert list(form) == ["query"]
    assert form["query"][0].endswith(SELECT)


def test_a_password_goes_to_its_server_alone_and_is_not_printed() -> None:
    with (
        hostile(lambda h: h.say(500)) as (other, asked_there),
        hostile(lambda h: h.say(307, Location=other)) as (url, asked_here),
    ):
        city = cg.open(url.replace("http://", "http://user:secret@") + "?key=hidden")
        with pytest.raises(cg.NoAnswer) as refused:
            cg.query(city, SELECT)
    assert asked_here[0][0]["Authorization"] == "Basic dXNlcjpzZWNyZXQ="
    assert "Authorization" not in asked_there[0][0]
    said = f"{refused.value} {city.sources} {refused.value.url}"
    assert "secret" not in said
    assert "hidden" not in said


def test_an_answer_that_is_packed_is_unpacked() -> None:
    told = json.dumps({"head": {}, "boolean": True}).encode()
    with hostile(lambda h: h.say(200, gzip.compress(told), Content_Encoding="gzip")) as (url, _):
        assert cg.query(cg.open(url), "ASK {}").verdict is True


def cell(datatype: str, value: str) -> bytes:
    told = {"type": "typed-literal", "datatype": f"http://www.w3.org/2001/XMLSchema#{datatype}", "value": value}
    return json.dumps({"head": {"vars": ["a"]}, "results": {"bindings": [{"a": told}]}}).encode()


def test_virtuosos_ways_are_understood() -> None:
    with hostile(lambda h: h.say(200, cell("integer", "1"))) as (url, _):
        assert cg.query(cg.open(url), "# SELECT\nASK {}").verdict is True
    with hostile(lambda h: h.say(200, cell("boolean", "0"))) as (url, _):
        ((found,),) = cg.query(cg.open(url), SELECT)
    assert found is not None
    assert found.value == "false"


@pytest.mark.parametrize(
    ("query", "requests"),
    [
        (SELECT, 1),
        ("SELECT ?a { ?a a cg:Firm }", 1),
        ("PREFIX h: <urn:h:> SELECT ?a { ?a a h:Firm }", 1),
        ("SELECT ?a { ?a a h:Firm }", 2),
    ],
)
def test_an_endpoint_is_asked_for_its_prefixes_only_if_a_query_uses_one(query: str, requests: int) -> None:
    with hostile(lambda h: h.say(200, EMPTY)) as (url, asked):
        cg.query(cg.open(url), query)
        assert len(asked) == requests
