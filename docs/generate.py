"""Regenerate the pages: run their console blocks, and make their tables from the files that these describe.

`python docs/generate.py` rewrites the pages, and records the commands in `tests/golden` again; with `--check` it only
lists the files that would change. A fenced block marked ``console`` contains commands after ``$ `` (continued after
``> ``) and their output at 80 columns. A table stands between ``<!-- name -->`` and ``<!-- /name -->``. On a page with
``<!-- in an empty folder -->`` the commands run in a folder of their own, one after the other; a block under the name
of a file, in backquotes and with a colon, is that file.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import cityGraph as cg
import figures
import proof_examples
from cityGraph.cli import command as command_module
from cityGraph.validation.hygiene import rules
from relations import kinds, relations
from sheet_columns import columns

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.golden import recordings, rerun
from support.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = ROOT / "ontology" / "examples.ttl"
PAGES = [
    "README.md",
    "README.zh.md",
    "ontology/README.md",
    "ontology/chains.md",
    "docs/article.md",
    "docs/network.md",
    "docs/gallery.md",
    "docs/plan.md",
    "docs/proof.md",
    "docs/relations.md",
    "docs/tour.md",
    "docs/analyst.md",
    "docs/journalist.md",
    "docs/researcher.md",
    "docs/engineer.md",
    "docs/recipes.md",
    "docs/quickstart.zh.md",
    "docs/own-city.md",
    "docs/own-city.zh.md",
    "docs/sheets.md",
    "docs/cli.md",
    "docs/api.md",
    "docs/performance.md",
    "examples/README.md",
]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
PICTURES = {"docs/taigang.svg": "citygraph diagram 太鋼 -o"}
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
ALONE = "<!-- in an empty folder -->\n"
STEP = re.compile(
    r"^```console\n(?P<console>.*?)```|^`(?P<file>[\w./-]+)`[:：]\n\n```text\n(?P<content>.*?)```",
    re.DOTALL | re.MULTILINE,
)
TABLE = re.compile(r"(<!-- (?P<name>[\w-]+) -->\n).*?(<!-- /(?P=name) -->)", re.DOTALL)


def run(command: str, folder: Path = ROOT) -> str:
    """Return what a command prints, both streams, run by a shell in a folder: at the top of the repository."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    quiet = {k: v for k, v in os.environ.items() if not k.startswith(("CITYGRAPH_", "NO_COLOR"))}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**quiet, "PATH": path, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def console(match: re.Match[str], folder: Path = ROOT) -> str:
    """Return a console block with the current output of each command."""
    commands: list[str] = []
    for line in match[1].splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        elif commands and line.startswith("> "):
            commands[-1] += "\n" + line[2:]
    shown = [command.replace("\n", "\n> ") for command in commands]
    blocks = [f"$ {one}\n{run(command, folder)}".rstrip() for one, command in zip(shown, commands, strict=True)]
    return "```console\n" + "\n\n".join(blocks) + "\n```"


def table(name: str) -> str:
    """Return the table called `name`."""
    tables: dict[str, Callable[[], str]] = {
        "terms": terms,
        "rules": hygiene,
        "shapes": shapes,
        "questions": catalogue,
        "relations": relations,
        "kinds": kinds,
        "reference": reference,
        **{f"columns-{table}": partial(columns, table) for table in ("things", "claims", "sources", "words", "same")},
        "columns-city": partial(columns, "city"),
        "library": library,
        "proof-sentence": partial(figures.sentence, "en"),
        "proof-sentence-zh": partial(figures.sentence, "zh"),
        "proof-texts": figures.texts,
        "proof-degrees": figures.degrees,
        "proof-changed-claims": figures.changed_claims,
        "proof-changed-texts": figures.changed_texts,
        "proof-small-cities": figures.small_cities,
        "proof-rare-words": figures.rare_words,
        "proof-accepted": proof_examples.accepted,
        "proof-refused": proof_examples.refused,
        "proof-slips": proof_examples.slips,
        "proof-misses": proof_examples.misses,
        "proof-aided": proof_examples.aided,
        "proof-aided-in-vain": proof_examples.aided_in_vain,
    }
    return tables[name]()


def terms() -> str:
    """Return the table of every class, relation and measure of the ontology, by module."""
    text = """
    SELECT ?module ?term ?kind ?zh ?inverse ?en ?definition WHERE {
      ?term rdfs:isDefinedBy ?module ; a ?kind ; rdfs:label ?zh , ?en ; skos:definition ?definition .
      FILTER(LANGMATCHES(LANG(?zh), "zh-Hant") && LANG(?en) = "en" && LANG(?definition) = "en")
      FILTER(?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty))
      OPTIONAL { ?term cg:inverseLabel ?inverse FILTER(LANGMATCHES(LANG(?inverse), "zh-Hant")) }
    } ORDER BY ?module ?kind ?term"""
    shown_by = dict(re.findall(r'(?m)^cg:(\w+) skos:example "(.*)"@zh-Hant \.$', EXAMPLES.read_text("utf-8")))
    lines, heading = [], ""
    for row in cg.query(cg.open(), text):
        module, term, kind, zh, inverse, en, definition = (cell.value if cell else "" for cell in row)
        module = module.rsplit("/", 1)[1]
        if module != heading:
            heading = module
            lines += [
                f"\n**{module}.ttl**\n",
                "| term | 繁體 | English | meaning | example |",
                "|---|---|---|---|---|",
            ]
        both = f"{zh} / {inverse}" if inverse else zh
        name = term.rsplit("#", 1)[1]
        shown = f"**{name}**" if kind.endswith("Class") else name
        lines.append(f"| {shown} | {both} | {en} | {definition} | {shown_by.get(name, '')} |")
    return "\n".join(lines) + "\n"


def hygiene() -> str:
    """Return the table of the hygiene rules and their files."""
    lines = ["| rule | what must hold |", "|---|---|"]
    lines += [f"| [{name}](hygiene/{name}.rq) | {holds} |" for name, (holds, _) in rules().items()]
    return "\n".join(lines) + "\n"


def shapes() -> str:
    """Return the table of the shapes with their messages."""
    lines = ["| file | what it checks |", "|---|---|"]
    for file in sorted((ROOT / "ontology").glob("*.shapes.ttl")):
        asked = re.findall(r'sh:message (?:"[^"]*"@zh-Hant , )?"([^"]*)"@en', file.read_text("utf-8"))
        lines.append(f"| [{file.name}]({file.name}) | {'; '.join(asked)} |")
    return "\n".join(lines) + "\n"


# Questions that are not about the city but about the graph: its claims, sources, names and words.
OF_THE_GRAPH = {80, 81, 84, 85, 88, 89, 91, 92, 93, 95, 96, 97, 98, 99, 145, 146, 147, 148}


def catalogue() -> str:
    """Return the tables of the competency questions in both languages: on the city, and on the graph itself."""
    lines = []
    for heading, of_the_graph in (("On the city", False), ("On the graph itself", True)):
        lines += [f"### {heading}", "", "| | question | | |", "|---|---|---|---|"]
        chinese, english = (cg.questions(language, city=cg.open(language=language)) for language in ("zh-Hant", "en"))
        for one, other in zip(chinese, english, strict=True):
            if (one.number in OF_THE_GRAPH) == of_the_graph:
                general = (ROOT / "ontology" / "questions" / f"{one.name}.rq").exists()
                file = f"{'' if general else '../data/'}questions/{one.name}"
                links = f"[query]({file}.rq) · [answer]({file}.csv)"
                lines.append(f"| {one.number} | {one.text} | {other.text} | {links} |")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def library() -> str:
    """List every public name of the library (verbs, nouns, errors) for Sphinx to fill in."""
    public = {name: getattr(cg, name) for name in cg.__all__ if not name.startswith("_")}
    errors = {name for name, thing in public.items() if isinstance(thing, type) and issubclass(thing, Exception)}
    nouns = {name for name, thing in public.items() if isinstance(thing, type)} - errors
    lines: list[str] = []
    for heading, names in (("Verbs", public.keys() - nouns - errors), ("Nouns", nouns), ("Errors", errors)):
        lines += ["", f"## {heading}", "", "```{eval-rst}"]
        for name in sorted(names):
            if name in nouns:
                lines += [f".. autoclass:: cityGraph.{name}({', '.join(getattr(public[name], 'fields', ()))})"]
                lines += ["   :members:", "   :undoc-members:"]
            else:
                lines.append(f".. auto{'exception' if name in errors else 'function'}:: cityGraph.{name}")
        lines.append("```")
    return "\n".join([*lines[1:], ""])


def reference() -> str:
    """Return the help of the command and of each verb."""
    parts = []
    for verb in ["", *sorted(command_module.main.commands)]:
        command = f"citygraph {verb} --help".replace("  ", " ")
        parts.append(f"## {command.removesuffix(' --help')}\n\n```text\n{run(command)}\n```\n")
    return "\n".join(parts)


def page(text: str) -> str:
    """Return a page with its tables and console blocks regenerated."""
    text = TABLE.sub(lambda match: f"{match[1]}\n{table(match['name']).strip()}\n\n{match[3]}", text)
    if ALONE not in text:
        return CONSOLE.sub(console, text)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def step(match: re.Match[str]) -> str:
            if match["console"] is not None:
                return console(match, folder)
            file = folder / match["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(match["content"], "utf-8")
            return match[0]

        return STEP.sub(step, text)


def picture(command: str) -> bytes:
    """Return the picture that a command draws."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "drawn.svg")
        if error := run(f"{command} {file}"):
            raise SystemExit(error)
        return file.read_bytes()


def notebook() -> str:
    """Return the notebook with the current output of each cell, without what differs from run to run."""
    import nbformat
    from nbclient import NotebookClient

    found = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(found, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    for cell in found.cells:
        cell.metadata.clear()
        for shown in cell.get("outputs", ()):
            # A reader sees the table or the picture; the text version only makes the file larger.
            if {"text/html", "image/svg+xml"} & shown.get("data", {}).keys():
                shown["data"].pop("text/plain", None)
    found.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return str(nbformat.writes(found, ensure_ascii=False, indent=1)) + "\n"  # type: ignore[no-untyped-call]


def makers() -> dict[Path, Callable[[], str | bytes]]:
    """List the files that this script writes, each with the function that makes its content."""
    pages, recorded = [ROOT / name for name in PAGES], recordings()
    return {
        **{file: partial(page, file.read_text("utf-8")) for file in pages},
        **{ROOT / name: partial(picture, command) for name, command in PICTURES.items()},
        NOTEBOOK: notebook,
        **{file: partial(rerun, file.read_text("utf-8")) for file in recorded},
    }


def main() -> int:
    """Rewrite the files, or with --check count those that would change."""
    stale = []
    for file, make in makers().items():
        made = make()
        new = made.encode() if isinstance(made, str) else made
        if not file.exists() or file.read_bytes() != new:
            stale.append(str(file.relative_to(ROOT)))
            if "--check" not in sys.argv:
                file.write_bytes(new)
    print("\n".join(stale) or "nothing to do")
    return len(stale) if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
