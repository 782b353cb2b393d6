# Two commands: `make demo` to look at it, `make test` to check it. Both set up .venv first; PYTHON= names another interpreter.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
PORT ?=
DATA ?=
HOST ?=
ONLY ?=
CORE ?= 100
ROUNDS ?= 200
SEED ?=
WEBHOOK ?=
POSTGRESQL ?=
POLLING ?=
HANGS ?=
COUNTS ?= 1000 10000
EXAMPLES ?= 20000
RUNS ?= 5
VERSION ?= $(error name the release: make release VERSION=0.9.0)
DO ?=
OUT ?=
TRIAL = PYTHONPATH=.:tests $(BIN)/python -m
CHANCE = --rounds $(ROUNDS) $(if $(SEED),--seed $(SEED))

# Tests start hundreds of processes that import the same modules, and each would compile them: collecting the tests alone took 56 s
# instead of 13 s.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install demo test test-all check format lock build release transcripts messages diagram manual privacy docs screenshots bench bench-alone bench-growth bench-queue bench-exports bench-beside way fuzz trial-crash trial-crash-peer trial-crash-points trial-workers clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(VENV)/.installed  ## make .venv with practice-bot in .venv/bin

demo: install  ## open the chat page with the bot behind it, without Telegram; DATA=sample: with 30 invented practices
	$(BIN)/practice-bot demo $(if $(PORT),--port $(PORT)) $(if $(DATA),--data $(DATA)) $(if $(HOST),--host $(HOST))

test: $(VENV)/.tested-with  ## run every check of .ci/run, in three to seven minutes on two cores
	@HYPOTHESIS_PROFILE=quick $(MAKE) --no-print-directory check ONLY='-m "not slow"' CORE=99

test-all: $(VENV)/.tested-with  ## the same with every test: crash trials, all transcripts through the whole bot on both databases, fuzz
	@$(MAKE) --no-print-directory check ONLY=

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report= $(ONLY)
	$(BIN)/coverage report --include='conversations/*' --fail-under=$(CORE)
	$(BIN)/coverage report --fail-under=95

format: $(VENV)/.tested-with  ## format the code and fix all that ruff can fix
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

transcripts: $(VENV)/.tested-with  ## rewrite the transcripts; review the difference
	$(BIN)/pytest -q tests/test_transcripts.py -k core --rewrite

messages: $(VENV)/.tested-with  ## write the texts of the bot into the catalogues of conversations/locales; ONLY=it: a new one, too
	$(TRIAL) support.messages $(ONLY)

diagram: install  ## draw docs/conversation.mmd from the code
	$(BIN)/python -m conversations.diagram > docs/conversation.mmd

manual: $(VENV)/.tested-with  ## write docs/practice-bot.1 from the command line's own words
	$(TRIAL) support.manual_page > docs/practice-bot.1

privacy: install  ## print docs/privacy.md from the text of /privacy
	$(BIN)/python -m conversations > docs/privacy.md

docs: $(VENV)/.tested-with  ## build the documentation as a site into site/
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs site

bench: $(VENV)/.tested-with $(PEERS)/.installed  ## how fast it answers, beside simple bots and peers; RUNS=5, OUT=FILE
	$(TRIAL) benchmarks.speed.trial --runs $(RUNS) $(if $(OUT),--out $(OUT))

bench-alone: $(VENV)/.tested-with $(PEERS)/.installed  ## how fast it answers one person; the bots take turns of half a second; OUT=FILE
	$(TRIAL) benchmarks.speed.alone $(if $(OUT),--out $(OUT))

bench-growth: $(VENV)/.tested-with  ## time and memory at 100, 10,000 and 100,000 drafts; POSTGRESQL=1: on PostgreSQL
	$(TRIAL) benchmarks.growth.trial $(if $(POSTGRESQL),--postgresql) $(if $(OUT),--out $(OUT))

bench-queue: $(VENV)/.tested-with  ## database time of a page of the queue at 100, 1,000 and 10,000 submissions
	$(TRIAL) benchmarks.queue.pages

way: $(VENV)/.tested-with  ## print the files and functions that one typed answer calls, from the poll to sent
	$(TRIAL) benchmarks.call_path

fuzz: $(VENV)/.tested-with  ## try EXAMPLES other updates, well-formed and broken, on reading and on the whole bot
	HYPOTHESIS_PROFILE=explore EXAMPLES=$(EXAMPLES) $(BIN)/pytest -q tests/fuzz/test_updates.py

screenshots: $(VENV)/.tested-with  ## take the pictures of the chat page; needs a Chromium
	$(TRIAL) support.screenshots

trial-crash: $(VENV)/.tested-with  ## kill the bot ROUNDS times while ten people fill in forms; print the losses
	$(TRIAL) trials.kills $(CHANCE) $(if $(WEBHOOK),--webhook)

trial-crash-peer: $(VENV)/.tested-with  ## the same for a plain python-telegram-bot handler
	$(TRIAL) benchmarks.crash.trial $(CHANCE)

trial-crash-points: $(VENV)/.tested-with  ## kill the bot at each named point; POSTGRESQL=1: on PostgreSQL
	$(TRIAL) trials.points $(if $(POSTGRESQL),--postgresql)

trial-workers: $(VENV)/.tested-with  ## kill one of two workers ROUNDS times (20) on a PostgreSQL; POLLING=1: without webhook; HANGS=1: hang, not killed
	$(TRIAL) trials.workers $(if $(filter file,$(origin ROUNDS)),,--rounds $(ROUNDS)) $(if $(SEED),--seed $(SEED)) $(if $(POLLING),--polling) $(if $(HANGS),--hangs)

bench-exports: $(VENV)/.tested-with  ## size, time and peak memory of exports and imports; waiting time of people during one
	$(TRIAL) benchmarks.exports.trial $(COUNTS)
	$(TRIAL) benchmarks.exports.beside $(lastword $(COUNTS))

bench-beside: $(VENV)/.tested-with  ## waiting time of people while an export, a picture and Word forms are made
	$(TRIAL) benchmarks.beside.trial $(lastword $(COUNTS))

LOCK = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock: $(VENV)/.tested-with  ## lock the newest fitting packages, with hashes
	$(LOCK) --upgrade pyproject.toml --all-extras --group build --output-file requirements.lock
	$(LOCK) --upgrade pyproject.toml --all-extras --group build --group dev --group docs --output-file requirements-dev.lock
	$(LOCK) --upgrade --group pyproject.toml:peers --output-file requirements-peers.lock

build: $(VENV)/.tested-with  ## make the wheel and the sdist in dist/
	$(BIN)/python -m build --no-isolation

release: $(VENV)/.tested-with  ## check that a release agrees in everything; VERSION=0.9.0; DO=1: write, commit and tag it
	@$(TRIAL) support.release $(VERSION) $(if $(DO),--do)

clean:  ## remove .venv and all files of the checks
	rm -rf $(VENV) $(PEERS) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or newer is needed: make PYTHON=python3.11 ...' >&2; exit 1; }
	@echo 'Setting up $(VENV). This takes about a minute.'
	@$(PYTHON) -m venv $(VENV)

# A lock names every package, so pip has nothing to resolve. Without --no-deps, pip 23 asks for the newest release of a pinned
# package with an extra, and stops because that release has no hash in the lock. `pip check` prints packages that a lock lacks.
# -qq: warnings about the machine's own pip settings help nobody here; errors are shown.
INSTALL := -m pip install -qq --disable-pip-version-check --no-deps
fetched = || { echo 'A package could not be fetched. Check the network and the settings of pip, then run make again.' >&2; exit 1; }
complete = @gaps=$$($(1)/bin/python -m pip check) || { echo "$$gaps" >&2; exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python $(INSTALL) --require-hashes -r requirements.lock $(fetched)
	@$(BIN)/python $(INSTALL) --no-build-isolation --editable .
	$(call complete,$(VENV))
	@touch $@

$(VENV)/.tested-with: requirements-dev.lock $(VENV)/.installed
	@$(BIN)/python $(INSTALL) --require-hashes -r requirements-dev.lock $(fetched)
	$(call complete,$(VENV))
	@touch $@

$(PEERS)/.installed: requirements-peers.lock | $(BIN)/python
	@$(BIN)/python -m venv $(PEERS)
	@$(PEERS)/bin/python $(INSTALL) --require-hashes -r requirements-peers.lock $(fetched)
	$(call complete,$(PEERS))
	@touch $@
