# Comity: `make` alone prints what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= $(shell command -v python3.11 || command -v python3)
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= $(shell nproc)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PNPM := cd frontend && npm_config_update_notifier=false CI=true npx --yes pnpm@10.34.8

WEB_SOURCES := $(shell find frontend/src frontend/public -type f 2>/dev/null) \
	$(wildcard frontend/*.html frontend/*.ts frontend/package.json)


.PHONY: help setup run worker web demo test check fix openapi playbook migrate migration bench bench-intent bench-replies bench-attention fit-replies lock

help:  ## Print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 17

setup: .make/runtime .make/web  ## Install and build all that `make run` needs, and migrate the database
	@$(BIN)/comity migrate

run: .make/runtime .make/web  ## Serve Comity on http://localhost:8000 (PORT=, HOST=)
	@exec $(BIN)/comity serve --host $(HOST) --port $(PORT)

worker: .make/runtime  ## Do the background's jobs, where `serve` runs without a worker
	@exec $(BIN)/comity worker

web: .make/node  ## Serve the web app as it is edited, beside `make run`
	@$(PNPM) dev

demo: .make/runtime .make/web  ## Make an account with a made-up network, and say how to sign in
	@$(BIN)/comity demo

test: check journeys python  ## Run every check and test, the browser's journeys too

check: .make/dev .make/node  ## Check style, types, contracts, and the web app by itself
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PNPM) check

.PHONY: python
python: .make/dev  ## Run the tests of the backend and of the repository
	$(BIN)/python -m pytest -n $(WORKERS)

.PHONY: journeys
journeys: .make/runtime .make/web  ## Walk through the app in a real Chromium
	@if command -v chromium >/dev/null; then $(PNPM) e2e; \
	elif [ "$$CI" = true ]; then echo "There is no chromium."; exit 1; \
	else echo "There is no chromium: the browser's journeys are left out."; fi

.PHONY: test-crash
test-crash: .make/dev  ## Kill, freeze and restart processes while they work, for an hour or so, and see that nothing is lost
	$(BIN)/python -m pytest -m crash -rP

.PHONY: promises
promises: .make/dev  ## Write docs/promises.md from what the last test runs showed
	@$(BIN)/python -m tests.promised > .make/promises.md && mv .make/promises.md docs/promises.md

.PHONY: test-rules
test-rules: .make/dev  ## Take each rule of the playbook out in turn, and count what misses it
	@$(BIN)/python -m tests.coach.taken_out

fix: .make/dev .make/node  ## Put right what tools can put right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(PNPM) exec biome check --write .

openapi: .make/dev .make/node  ## Write openapi.yaml, and the web app's types from it
	$(BIN)/comity openapi > .make/openapi.yaml && mv .make/openapi.yaml openapi.yaml
	$(PNPM) gen:api

playbook: .make/runtime  ## Write docs/playbook.md from the rules and their numbers
	@$(BIN)/comity playbook > .make/playbook.md && mv .make/playbook.md docs/playbook.md

migrate: .make/runtime  ## Bring the database to the present schema
	@$(BIN)/comity migrate

migration: .make/dev  ## Write a migration from what changed in the tables: make migration m="add follow-ups"
	@$(BIN)/python -m migrations.write "$(m)"

bench: .make/dev  ## Measure against the floors, and print the ratios
	@$(BIN)/python -m benchmarks

bench-intent: .make/dev  ## Measure how well intents are read: FILES="..." with Yes or No, a tab, a text on each line
	@$(BIN)/python -m benchmarks.intent $(FILES)

bench-replies: .make/dev  ## Judge the chance of a reply on message networks: FILES="..." of `sender recipient seconds`
	@$(BIN)/python -m benchmarks.replies $(FILES)

bench-attention: .make/dev  ## Let owners with few touches a day follow the coach or the usual rules, and compare
	@$(BIN)/python -m benchmarks.attention

fit-replies: .make/dev  ## Fit that chance's weights anew, and judge each network by the others: FILES="..."
	@$(BIN)/python -m benchmarks.fit_replies $(FILES)

.PHONY: bench-introductions
bench-introductions: .make/dev  ## Look for ways among 100,000 people with a million ties
	@$(BIN)/python -m benchmarks introductions

lock:  ## Pin every dependency with its hashes, by the newest that pyproject.toml allows
	uv pip compile pyproject.toml --group build --generate-hashes --universal --no-header \
		--python-version 3.11 --upgrade --output-file requirements.txt --quiet
	uv pip compile pyproject.toml --group build --group dev --generate-hashes --universal --no-header \
		--python-version 3.11 --constraint requirements.txt --output-file requirements-dev.txt --quiet


# What is installed and built, once: each stamp is older than nothing it was made from.

.make/runtime: requirements.txt
	@echo "Installing the backend ..."
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@mkdir -p .make && touch $@

.make/dev: .make/runtime requirements-dev.txt
	@echo "Installing the tools ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

.make/node: frontend/package.json frontend/pnpm-lock.yaml
	@echo "Installing the web app's packages ..."
	@$(PNPM) install --frozen-lockfile --ignore-scripts --reporter=silent
	@mkdir -p .make && touch $@

.make/web: .make/node $(WEB_SOURCES)
	@echo "Building the web app ..."
	@$(PNPM) --silent build --logLevel warn
	@touch $@
