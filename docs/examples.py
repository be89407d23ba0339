"""Write `ontology/examples.ttl`: for each class a thing, for each relation and measure a claim that is one.

They are taken from the city that ships, the first in the order of the source: `python docs/examples.py` after the data
has changed; the tests hold that each still stands in the data.
"""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg

FILE = Path(__file__).parents[1] / "ontology" / "examples.ttl"
ONTOLOGY = "https://w3id.org/citygraph/ontology#"
HEAD = f"""@prefix cg: <{ONTOLOGY}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# One example of each class, relation and measure: made by docs/examples.py from the data, not by hand.

"""


def examples() -> dict[str, str]:
    """The example of each term by its local name, in 繁體."""
    found: dict[str, str] = {}
    for claim in cg.claims(cg.open(), inferred=True):
        what = claim.object
        for end in (claim.subject, what):
            if isinstance(end, cg.Entity):
                found.setdefault(end.kind, end.label)
        if claim.relation.iri.startswith(ONTOLOGY):
            said = what.label if isinstance(what, cg.Entity) else what.value
            sentence = f"{claim.subject.label} {claim.relation.label} {said}"
            found.setdefault(claim.relation.iri.removeprefix(ONTOLOGY), sentence)
    return dict(sorted(found.items()))


def module() -> str:
    """The text of `ontology/examples.ttl`."""
    quoted = ((term, said.replace("\\", "\\\\").replace('"', '\\"')) for term, said in examples().items())
    return HEAD + "".join(f'cg:{term} skos:example "{said}"@zh-Hant .\n' for term, said in quoted)


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
