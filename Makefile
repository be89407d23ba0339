# `make demo` and `make test` do everything on a machine that has Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint types tests docs coverage gallery site bench city layout clean

demo: $(VENV)/.demo
	@$(BIN)/citygraph neighbors 太鋼

test: lint types tests

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

tests: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --dist worksteal

# What the tests run of the code, the processes that they start among it: twice as long.
coverage: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# Writes again all that is made from code and data: the examples of terms, the answers to the questions, the pages, the
# recorded commands. Run it after a change of data or output, and read the diff.
docs: $(VENV)/.test
	$(BIN)/python docs/examples.py
	PYTHONPATH=tests $(BIN)/python tests/ontology/test_questions.py
	$(BIN)/python docs/generate.py

# Draws the pictures of docs/gallery.md again: look at them before they are committed.
gallery: $(VENV)/.test
	$(BIN)/python docs/gallery.py

# The pages as a site in SITE; a link that leads nowhere is an error.
SITE ?= dist/site
site: $(VENV)/.test
	$(BIN)/python -m sphinx -q -W --keep-going -c docs . $(SITE)

# proof.py scores the texts that ship with the tests, and other texts where they are at hand: TEXTS, with the program TOOL
# that scores them, and the words of a person in WORDS; CITYGRAPH_ARTICLE=article.txt names the article.
TEXTS ?= $(wildcard ../shared/texts)
TOOL ?= $(wildcard ../shared/tools/gold)
WORDS ?= $(wildcard ../shared/words)
bench: export CITYGRAPH_ARTICLE ?= $(wildcard ../shared/facts/article.txt)

# diagrams.py also needs Graphviz on the path: `dot` draws the pictures that it compares with.
bench: $(VENV)/.bench
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/proof.py $(if $(and $(TEXTS),$(TOOL)),--texts '$(TEXTS)' --tool '$(TOOL)') $(if $(WORDS),--words '$(WORDS)')
	$(BIN)/python benchmarks/network.py
	$(BIN)/python benchmarks/diagrams.py
	$(BIN)/python benchmarks/size.py
	$(BIN)/python benchmarks/exports.py

# Builds the city from its sheets; with TEXT=article.txt the text of the article proves its claims.
city: $(VENV)/.test
	$(BIN)/citygraph build data/taiyuan -o data/triples.ttl $(if $(TEXT),--text '$(TEXT)')

# Lays out a graph that was written by hand, and names, completes and checks its claims.
layout: $(VENV)/.test
	$(BIN)/python -m cityGraph.authoring.layout data/triples.ttl $(if $(TEXT),--text '$(TEXT)')

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "citygraph needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,bench]'
	@touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
