"""A made-up city for the prover: its things, and a short way to ask whether a text says something of them."""

from __future__ import annotations

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing, Verdict
from cityGraph.proof.text import text_of

FAMILIES = {
    "City": "place", "District": "place", "Firm": "firm", "Organisation": "body", "Zone": "zone", "Project": "project",
    "Person": "person", "Product": "good", "Document": "document", "Designation": "designation", "Plan": "project",
}  # fmt: skip
NAMES = {
    "City": "云河市 临江市 白石市",
    "District": "东岭区 西陂区",
    "Firm": "明光集团 海岳公司 远帆股份 长风机械厂 汉达电气有限公司",
    "Organisation": "白石市商务局 临江学院",
    "Zone": "西山产业园 南屏开发区 南屏开发区北园",
    "Project": "云顶项目 海岳二期工程 云临铁路 青禾基地",
    "Person": "方怀德 柳成荫",
    "Product": "光学镜片 风电齿轮",
    "Designation": "国家级示范园区",
    "Plan": "三年跨越计划",
}
THINGS = {name: Thing(name, kind, (name,)) for kind, names in NAMES.items() for name in names.split()}


def reading(text: str, date: str = "2024-05-16", words: tuple[tuple[str, str, str], ...] = ()) -> Reading:
    """Read a text about the made-up city."""
    return Reading(text_of(text), THINGS.values(), families=FAMILIES, date=date, words=words)


def tie(
    text: str,
    subject: str,
    relation: str,
    what: str,
    status: str = "realised",
    *,
    period: str = "",
    quote: str = "",
    date: str = "2024-05-16",
    words: tuple[tuple[str, str, str], ...] = (),
    **given: str,
) -> Verdict:
    """Ask whether a text says a tie; what is no name of a thing is a few words."""
    end = THINGS.get(what, what)
    statement = Statement(THINGS[subject], relation, end, status, period, quote, **given)
    return prove(statement, reading(text, date, words))


def amount(
    text: str,
    subject: str,
    measure: str,
    figure: str,
    status: str = "realised",
    *,
    comparator: str = "",
    relation: str = "has-output",
    period: str = "",
    quote: str = "",
    date: str = "2024-05-16",
    **given: str,
) -> Verdict:
    """Ask whether a text gives a number: "35 亿元" of "销售额"."""
    number, _, unit = figure.partition(" ")
    end = Amount(number, unit, comparator, measure)
    return prove(Statement(THINGS[subject], relation, end, status, period, quote, **given), reading(text, date))


def ends(text: str, verdict: Verdict) -> list[str]:
    """Return the words at the positions of a verdict."""
    from cityGraph.model.positions import parts, position

    paragraphs = text_of(text)
    return [paragraphs.words(position(where)) or "" for _, where in parts(verdict.positions)]
