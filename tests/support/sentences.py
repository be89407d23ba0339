"""Sentences for `check`: those planted about the fixture city, and what a sentence is held against."""

from __future__ import annotations

import csv
from functools import cache

import cityGraph as cg
from cityGraph.proof.known import Known
from cityGraph.proof.said import Said
from cityGraph.proof.text import Text
from support.paths import FIXTURE


def planted() -> list[tuple[str, str]]:
    """The planted sentences, each with the verdict that it must get."""
    with (FIXTURE.parent / "statements.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["verdict"], row["sentence"]) for row in csv.DictReader(file, delimiter="\t")]


@cache
def known() -> Known:
    """What is known of the fixture city."""
    return Known(cg.open(FIXTURE / "city.ttl"))


def said(sentence: str, about: Known | None = None) -> Said:
    """A sentence, read with the things of the fixture city or of another graph."""
    about = about or known()
    return Said(about, about.reading(Text({1: sentence}, "")), 1)


def iri(name: str) -> str:
    """The IRI of a thing of the fixture city."""
    return f"https://w3id.org/citygraph/id/yunbo/{name}"
