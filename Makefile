# `make run` takes a fresh machine (Python >= 3.11 and make) to a running studio; `make test` runs
# every test. Both install what they need into .venv, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find frontend/src frontend/probe frontend/public -type f 2>/dev/null)

.PHONY: run test check doctor browser clean

run: .stamp-install .stamp-frontend .stamp-shelf browser
	@$(BIN)/python manage.py up

test: .stamp-test .stamp-frontend .stamp-shelf
	@bash tests/run.sh

check: .stamp-test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

doctor: .stamp-install
	@$(BIN)/python manage.py doctor

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Atelier needs Python 3.11 or newer; set PYTHON=python3.12, say."; exit 1; }
	$(PYTHON) -m venv $(VENV)

.stamp-install: pyproject.toml | $(BIN)/python
	@echo "Installing Atelier's dependencies into $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

.stamp-test: .stamp-install
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

# Without a browser the studio runs, with revisions that were not checked.
browser: .stamp-install
	@[ -e .stamp-browser ] || { bash workers/browser/install.sh $(BIN) && touch .stamp-browser; } || \
	  echo "The studio starts without it: revisions are not checked until there is one."

# The machine's Node, or one from a wheel where there is none or too old a one.
.stamp-frontend: frontend/package.json frontend/package-lock.json $(SOURCES) | .stamp-install
	@bash build.sh $(BIN) frontend
	@touch $@

.stamp-shelf: $(wildcard shelf/*.json) shelf/build.mjs | .stamp-install
	@bash build.sh $(BIN) shelf
	@touch $@

clean:
	rm -rf $(VENV) .stamp-* frontend/dist frontend/node_modules shelf/dist shelf/node_modules
