"""The URL of an endpoint: which are accepted, what messages show of them, and why a server cannot be reached."""

from __future__ import annotations

import socket
import ssl

import pytest

import cityGraph as cg
from cityGraph.store.endpoint_http import error_reason, split_url, without_secrets


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/sparql",
        "https:///sparql",
        "https://example.org:0/sparql",
        "https://example.org:port/sparql",
        "https://example.org/太鋼",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://[::1",
    ],
)
def test_split_url_raises_for_what_is_no_web_address_in_ascii(url: str) -> None:
    with pytest.raises(cg.CityGraphError, match="The URL of an endpoint must be"):
        split_url(url)


def test_without_secrets_keeps_host_port_and_path_only() -> None:
    parts = split_url("HTTPS://me:w%40rd@example.org:8443/a/b?key=1#c")
    assert without_secrets(parts) == "https://example.org:8443/a/b"


def test_error_reason_is_one_line_for_each_sort_of_error() -> None:
    unsafe = ssl.SSLError()
    unsafe.reason = "WRONG\nVERSION"
    reasons = [
        error_reason(TimeoutError()),
        error_reason(socket.gaierror(-2, "unknown")),
        error_reason(unsafe),
        error_reason(ConnectionRefusedError(111, "Connection\n refused")),
        error_reason(OSError()),
    ]
    assert reasons[0].startswith("no answer in time")
    assert reasons[1:] == ["no such host", "no secure connection: WRONG VERSION", "Connection refused", "OSError"]


def test_error_reason_cuts_a_long_text() -> None:
    assert len(error_reason(OSError(1, "x" * 1_000))) == 160
