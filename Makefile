# One door for people and for CI. `make` alone says what there is.
#
# Settings: PYTHON= another interpreter (3.11 or newer), PORT= and ADDRESS= for `make run`, MONITOR_DATA= another store,
# MONITOR_CHROMIUM= another browser, PYTEST_ARGS= and BENCH_ARGS= for what these two understand themselves.

SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8501
ADDRESS ?= 127.0.0.1
MONITOR_DATA ?= data/store
CHROMIUM = $(or $(MONITOR_CHROMIUM),/usr/bin/chromium)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Many images forbid Python to keep what it compiled. Here it may: every worker and every process of the tests would
# compile all of it again.
test test-lang snel: export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help install run dev-install browser format lint snel test test-lang check docs bench clean

help:
	@echo "make install  create $(VENV) and install the monitor"
	@echo "make run      start it on http://$(ADDRESS):$(PORT) (example data when there is no store yet)"
	@echo "make snel     tests of the parts and the queries, in under 40 seconds: for while you type"
	@echo "make test     the tests, in a real browser too; the long ones short"
	@echo "make test-lang  every test, and the long ones whole: before a release"
	@echo "make check    format, lint, types, import rules, then the tests: what CI runs"
	@echo "make lint     format, lint, types and import rules only"
	@echo "make format   put the format right"
	@echo "make docs     write the lists in the documentation anew"
	@echo "make bench    measure pages and queries in Chromium"
	@echo "make dev-install  install what the tests need too"
	@echo "make browser  install Chromium for the browser tests (apt-get, as root)"
	@echo "make clean    remove $(VENV) and what tools left behind; the store stays"

# A stamp per list: a second run installs nothing, a changed pin does. A .venv that broke off halfway is made anew.
$(VENV)/.installed: requirements.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python cannot make an environment with pip: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev-installed: $(VENV)/.installed requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	@touch $@

install: $(VENV)/.installed

dev-install: $(VENV)/.dev-installed

# Example data are only ever built where nothing of a store is: neither its mark nor its list of publications. Building
# them that was broken off goes on where it stopped. A store elsewhere (s3://...) is never filled by accident.
run: install
	@case "$(ADDRESS)" in localhost | 127.* | ::1) ;; *) \
	  echo "Not on $(ADDRESS): everybody on the network could come in, because the monitor does not ask who somebody is."; \
	  echo "Keep ADDRESS=127.0.0.1 and put a reverse proxy with sign-in on this machine (docs/veiligheid.md)"; \
	  exit 1 ;; \
	esac
	@case "$(MONITOR_DATA)" in *://*) exit 0 ;; esac; \
	if { [ ! -e "$(MONITOR_DATA)/opslag.json" ] && [ ! -e "$(MONITOR_DATA)/publicaties" ]; } \
	  || [ -f "$(MONITOR_DATA)/.unfinished" ]; then \
	  echo "No store yet: building the example data"; \
	  mkdir -p "$(MONITOR_DATA)" && touch "$(MONITOR_DATA)/.unfinished" \
	    && MONITOR_DATA="$(MONITOR_DATA)" $(BIN)/python -m dashboard demo && rm "$(MONITOR_DATA)/.unfinished"; \
	fi
	MONITOR_DATA="$(MONITOR_DATA)" $(BIN)/streamlit run app.py --server.port $(PORT) --server.address $(ADDRESS)

browser:
	@if [ -x "$(CHROMIUM)" ]; then :; \
	elif [ -z "$(MONITOR_CHROMIUM)" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else \
	  echo "No Chromium at $(CHROMIUM): install it (apt-get install chromium) or set MONITOR_CHROMIUM to a Chrome or Chromium"; \
	  exit 1; \
	fi

format: dev-install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: dev-install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/sqlfluff lint --disable-progress-bar queries
	$(BIN)/mypy
	$(BIN)/lint-imports

snel: dev-install
	$(BIN)/python -m pytest $(PYTEST_ARGS) tests/unit tests/queries

test: dev-install browser
	$(BIN)/python -m pytest $(PYTEST_ARGS)

test-lang: dev-install browser
	$(BIN)/python -m pytest -m "" --hypothesis-profile=lang $(PYTEST_ARGS)

check: lint test

docs: install
	$(BIN)/python -m docs.lijsten

bench: dev-install browser
	$(BIN)/python -m bench $(BENCH_ARGS)

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
