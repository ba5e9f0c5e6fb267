# Everything stands on Python 3.11+ and make. `make help` names what there is to do.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PYTEST := $(BIN)/python -m pytest
export DO_NOT_TRACK = 1
export HF_HUB_OFFLINE = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: release cluster audit help install ftm demo test lint types tests stress bench corpus ferry docs site manual pages pictures lock format clean

help:  ## what there is to do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*##/\1\t/' | expand -t 12

install: $(READY)  ## the virtual environment, with hash-pinned packages and reportedly itself

$(READY): requirements/pip.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reportedly needs Python 3.11 or newer; name one with make PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed: install your system's package for it (Debian: python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes --upgrade -r requirements/pip.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

FTM := build/ftm

ftm: $(FTM)/ready  ## an environment of its own with followthemoney, whose packages are not those of this house

$(FTM)/ready: requirements/pip.txt requirements/ftm.txt
	$(PYTHON) -m venv $(FTM)
	$(FTM)/bin/python -m pip install --quiet --require-hashes --upgrade -r requirements/pip.txt
	$(FTM)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements/ftm.txt
	@touch $@

demo: $(READY)  ## the record and the report of the ferry captures
	@mkdir -p build
	@rm -f build/ferry.db build/ferry.db-wal build/ferry.db-shm
	$(BIN)/reportedly build examples/ferry/captures -o build/ferry.db
	$(BIN)/reportedly report build/ferry.db -o build/ferry.html
	@echo "The report lies in build/ferry.html: open it in a browser."

test: lint types tests  ## all that must hold: lint, types, tests, docs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(PYTEST) -n 2 -m "not stress"

FUZZ ?= 1800
KILLS ?= 200
stress: $(READY)  ## the tests marked slow or stress, one after the other
	FUZZ=$(FUZZ) KILLS=$(KILLS) PARAGRAPHS=100000 $(PYTEST) -m "slow or stress"
	THOUSAND=1 $(MAKE) cluster

# Ray and Daft weigh as much as all else together: their tests have an environment of their own.
CLUSTER := build/cluster
build/cluster/ready: requirements/pip.txt requirements/ray.txt pyproject.toml
	@test -x $(CLUSTER)/bin/python || $(PYTHON) -m venv $(CLUSTER)
	$(CLUSTER)/bin/python -m pip install --quiet --require-hashes --upgrade -r requirements/pip.txt
	$(CLUSTER)/bin/python -m pip install --quiet --require-hashes -r requirements/ray.txt
	$(CLUSTER)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

ONLY ?=
cluster: build/cluster/ready  ## the tests that need a cluster: two nodes of Ray on this machine (ONLY=words of their names)
	RAY=1 $(CLUSTER)/bin/python -m pytest tests/run/test_bucket.py tests/run/test_many_machines.py tests/run/test_frames.py $(if $(ONLY),-k '$(ONLY)')

bench: $(READY)  ## score every event; fail where a floor in benchmarks/floors.json is broken
	$(BIN)/python -m benchmarks.record --floors

corpus: $(READY)  ## captures and gold of the corpus, into build/corpus
	$(BIN)/python -m benchmarks.corpus corpus build/corpus

ferry: $(READY)  ## the example's captures and gold, made anew from the corpus
	$(BIN)/python -m benchmarks.ferry

docs: $(READY)  ## every page linked, every link sound, every example's output as printed
	$(PYTEST) tests/docs

site: $(READY)  ## the guide as a site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict

manual: $(READY)  ## manual pages, in build/man
	$(BIN)/python docs/manual.py build/man

pages: $(READY)  ## write into the pages what the code and their examples say now
	$(BIN)/python docs/reference.py
	$(BIN)/python docs/statements.py
	$(BIN)/python docs/word_lists.py
	$(BIN)/python docs/measured.py
	$(BIN)/python docs/sessions.py

pictures: $(READY)  ## take the pictures of the report anew (needs Chromium)
	$(BIN)/python docs/take_pictures.py

format: $(READY)  ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# uv is a maintainer's tool: nothing but `make lock` needs it.
UV ?= uv
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url

lock:  ## pin every package anew, with hashes (needs uv)
	$(COMPILE) requirements/pip.in -o requirements/pip.txt
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) --only-binary :all: requirements/ftm.in -o requirements/ftm.txt
	$(COMPILE) --extra scale pyproject.toml -o requirements/scale.txt
	$(COMPILE) --extra scale pyproject.toml requirements/ray.in -o requirements/ray.txt
	$(COMPILE) requirements/audit.in -o requirements/audit.txt
	$(COMPILE) --extra mcp --extra postgres --extra parquet --extra xlsx --extra pandas pyproject.toml requirements/dev.in -o requirements/dev.txt

release: $(READY)  ## the wheel, made twice to the same bytes, and its bill of materials, into dist
	@rm -rf build/again && mkdir -p dist
	SOURCE_DATE_EPOCH=1767225600 $(BIN)/python -m hatchling build -t wheel -d dist
	SOURCE_DATE_EPOCH=1767225600 $(BIN)/python -m hatchling build -t wheel -d build/again
	cmp dist/*.whl build/again/*.whl
	$(BIN)/python requirements/sbom.py > dist/sbom.cyclonedx.json

AUDIT := build/audit
audit:  ## known faults of what is pinned; fails where the list of faults cannot be reached
	@test -x $(AUDIT)/bin/python || $(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --require-hashes --upgrade -r requirements/pip.txt
	$(AUDIT)/bin/python -m pip install --quiet --require-hashes -r requirements/audit.txt
	$(AUDIT)/bin/python -m pip_audit --strict --require-hashes --disable-pip -r requirements/run.txt
	$(AUDIT)/bin/python -m pip_audit --strict --require-hashes --disable-pip -r requirements/scale.txt

clean:  ## away with what was made
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
