# Everything one does with this project. `make help` lists the targets.

# The first Python that is there and new enough; a name on the PATH alone (a version manager's shim) says nothing.
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do $$p $(NEW_ENOUGH) 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PINNED := --constraint .constraints.txt --build-constraint .constraints.txt

.PHONY: all test lint accept bench watch pin clean help
.DEFAULT_GOAL := all

all: .venv/.ready ## set up what is missing, then make the deck and the sheets of source/ in build/
	$(BIN)/kramdeck build source --output build

test: .venv/.ready-tests ## run the tests
	$(BIN)/python -m pytest

lint: .venv/.ready-tests ## check style, types and the layers
	$(BIN)/ruff check exporter tests
	$(BIN)/ruff format --check exporter tests
	$(BIN)/mypy
	$(BIN)/lint-imports

accept: .venv/.ready-tests ## rewrite the expected files of tests/cases and the README's table; read the diff
	$(BIN)/python -m pytest --accept

bench: .venv/.ready-tests ## measure speed, each figure against its floor (ARGS="--compare FILE", "--only ROW")
	$(BIN)/python -m tests.bench $(ARGS)

watch: .venv/.ready ## build again whenever a note is saved
	$(BIN)/kramdeck watch source --output build

pin: .venv/.ready-tests ## record the versions that stand in .venv as the ones to install
	$(PIP) freeze --all --exclude-editable | sed '/^setuptools==/d' > .constraints.txt

clean: ## remove what was made: outputs, the virtual environment, caches of the tools
	find build -mindepth 1 ! -name .gitignore -delete
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .bench
	find exporter tests -name __pycache__ -prune -exec rm -rf {} +

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

# The environment. Pip is pinned first: dependency groups need a recent one.
.venv/bin/python:
	@$(if $(PYTHON),$(PYTHON) $(NEW_ENOUGH),false) || { echo 'kramdeck needs Python 3.11 or later (make PYTHON=…)'; exit 2; }
	@$(PYTHON) -m venv .venv || { sh .ci/system venv && $(PYTHON) -m venv --clear .venv; }
	$(PIP) install --constraint .constraints.txt pip

.venv/.ready: pyproject.toml .constraints.txt | .venv/bin/python
	$(PIP) install $(PINNED) --editable .
	@$(BIN)/kramdeck doctor --quiet || sh .ci/system pango
	@touch $@

.venv/.ready-tests: .venv/.ready
	$(PIP) install $(PINNED) --group test --group tools
	@touch $@
