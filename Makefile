# Two commands do all the set-up on a machine that has Python 3.11 or newer and make:
#   make run    the server with the sample district Lincoln, on http://127.0.0.1:8080
#   make test   every check and every test, exactly as CI runs them

PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
NODE_CLIENTS := npm install --prefix tests/clients/node --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := help
.PHONY: help run test check proofs mutants clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/make \1	\2/'

run: .venv/.ready-to-run ## start the server with Lincoln (PORT=8080)
	$(BIN)/clever-otus serve --port $(PORT)

test: check ## every check and every test
	$(BIN)/pytest

check: .venv/.ready-to-test ## style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

proofs: .venv/.ready-to-test ## the property tests, and every path of Clever's API, with long counts
	$(BIN)/pytest tests/properties tests/http/test_schemathesis.py tests/http/test_random_requests.py --hypothesis-profile=proofs

mutants: .venv/.ready-to-break ## break the rules one by one; every time a scenario must fail (ten minutes)
	$(BIN)/python -m tests.mutation.mutants

clean: ## remove the virtual environment and what tools have cached
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis mutants .npm tests/clients/node/node_modules

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.ready-to-run: pyproject.toml constraints.txt | .venv/bin/python
	$(INSTALL) .
	@touch $@

.venv/.ready-to-test: pyproject.toml constraints.txt tests/clients/node/package.json | .venv/bin/python
	$(INSTALL) '.[test,fast,clients]'
	@$(NODE_CLIENTS) || echo 'Without npm or its registry, the client for Node is not tried.'
	@touch $@ .venv/.ready-to-run

.venv/.ready-to-break: .venv/.ready-to-test
	$(INSTALL) '.[test,fast,clients,mutants]'
	@touch $@
