"""The verb `query`: runs a user's SPARQL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import BadQuery, CityGraphError
from ..namespaces import PREFIXES
from ..store.engine import run
from ..store.query_files import prologue, without_strings
from .check import check

if TYPE_CHECKING:
    from ..model.query import Answer
    from ..store.city import CityGraph


def query(city: CityGraph, text: str) -> Answer:
    """The answer of a SPARQL query: rows of a SELECT, the verdict of an ASK, the Turtle of a CONSTRUCT or DESCRIBE.

    The prefixes of `PREFIXES` need no declaration. Raises `BadQuery`, with the position, for what is not SPARQL, for
    an update, and for what must not be run.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> answer = cg.query(city, "SELECT ?firm WHERE { ?firm cg:spearheads ty:new-energy-industry } ORDER BY ?firm")
    >>> [firm.value.rsplit("/", 1)[1] for (firm,) in answer]
    ['jinko', 'jolywood', 'meijin-hydrogen']
    >>> cg.query(city, "ASK { ty:taiyuan cg:supports ty:taigang }").verdict
    True
    """
    declared = set(re.findall(r"\bPREFIX\s+([\w.-]*):", without_strings(check(text)), re.IGNORECASE))
    head = prologue(name for name in PREFIXES if name not in declared)
    if city.remote:
        head = head.replace("\n", " ")  # a server counts lines, and its words are passed on
    try:
        return run(city.engine, head + text)
    except CityGraphError:
        raise
    except RecursionError:
        raise BadQuery("nested too deeply, or too long, for this engine") from None
    except Exception as error:  # rdflib's and Oxigraph's errors share no base class
        raise BadQuery(_reason(error, head.count("\n"))) from None


def _reason(error: Exception, head: int) -> str:
    text = " ".join(str(error).split())
    place = re.search(r"(?:at |line:)(\d+)(?::|, col:)(\d+)", text)
    why = re.sub(r"^.*?(?:at \d+:\d+: )", "", text)
    why = re.sub(r"\s*\(at char.*$|, found .*$", "", why)
    where = f"line {max(1, int(place[1]) - head)}, column {place[2]}: " if place else ""
    return f"{where}{why[:160]}" if why else f"{where}not SPARQL"
