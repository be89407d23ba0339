"""Virtuoso, as Debian packs it, answers as the files that it holds."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store.shipped import data_file, ontology_files
from support.servers import free_port

pytestmark = pytest.mark.skipif(
    not (shutil.which("virtuoso-t") and shutil.which("isql-vt")),
    reason="no Virtuoso here: apt-get install virtuoso-opensource-7-bin",
)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("virtuoso")
    port, http = free_port(), free_port()
    names = ("DatabaseFile", "ErrorLogFile", "LockFile", "TransactionFile", "xa_persistent_file")
    (folder / "virtuoso.ini").write_text(
        "\n".join(
            [
                "[Database]",
                *(f"{name} = of-{name}" for name in names),
                "[TempDatabase]\nDatabaseFile = temporary\nTransactionFile = of-temporary",
                f"[Parameters]\nServerPort = {port}\nDirsAllowed = .\nNumberOfBuffers = 4000",
                f"[HTTPServer]\nServerPort = {http}\n[SPARQL]\nResultSetMaxRows = 10000\n",
            ]
        )
    )
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for port_of in (port, http):
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port_of), 1).close()
                    break
                except OSError:
                    assert process.poll() is None
                    time.sleep(0.1)
        for file in (data_file(), *ontology_files()):
            name = Path(file).name
            shutil.copy(file, folder / name)
            load = f"DB.DBA.TTLP(file_to_string_output('{name}'), '', 'urn:city', 0);"
            subprocess.run(
                ["isql-vt", str(port), "dba", "dba", f"exec={load}"], cwd=folder, check=True, capture_output=True
            )
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize("name", ["太鋼", "太钢", "TISCO", "ty:taigang", "陽曲工業園區"])
def test_virtuoso_answers_as_its_files_do(virtuoso: str, name: str) -> None:
    far, near = cg.open(virtuoso), cg.open()
    assert cg.neighbors(far, name, inferred=True).as_json() == cg.neighbors(near, name, inferred=True).as_json()
    assert cg.claims(far, name).as_json() == cg.claims(near, name).as_json()
    assert cg.find(far, name)[0].iri == cg.find(near, name)[0].iri


def test_virtuoso_answers_queries(virtuoso: str) -> None:
    far, near = cg.open(virtuoso), cg.open()
    firms = "SELECT ?firm WHERE { ?firm a cg:Firm } ORDER BY ?firm"
    assert cg.query(far, firms).rows == cg.query(near, firms).rows
    assert cg.query(far, "ASK { ty:taiyuan cg:supports ty:taigang }").verdict is True
    assert cg.paths(far, "太鋼", "太原", top=1)[0].as_json() == cg.paths(near, "太鋼", "太原", top=1)[0].as_json()
