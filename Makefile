# Lakip. The two that matter: make run, make test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test quick lint check bench crash fuzz kunci runtime dev

# Serve on http://127.0.0.1:8501 (HOST and PORT change it). Installs on the first run only.
run: runtime
	@$(BIN)/python app.py

# Every test, with what they need: the dev requirements, a Chromium, LibreOffice and poppler.
test: dev
	@sh scripts/install_test_tools.sh
	@sh scripts/test_all.sh

# What is run at each commit, within a minute: the static checks, and the tests of tests/cepat.txt.
quick: lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile @tests/cepat.txt

# Style, types and the one-way flow.
lint: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

check: lint test

# Ratios against what a user would pick instead; no pass or fail. The suite is timed by: python -m benchmarks suite.
bench: dev
	@$(BIN)/python -m benchmarks

# So many kills at random moments, so many damaged files; 1 when anything was lost, half, or no sentence.
N ?= 1000
crash: dev
	@$(BIN)/python tests/ketahanan jatuh $(N)

fuzz: N = 10000
fuzz: dev
	@$(BIN)/python tests/ketahanan kabur $(N)

runtime:
	@$(PYTHON) scripts/make_venv.py requirements.lock

dev:
	@$(PYTHON) scripts/make_venv.py requirements-dev.lock

# The locks anew, after a pin in requirements*.txt has changed. What did not change keeps its version.
UV := .venv-kunci/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-annotate
UV += --no-emit-index-url --custom-compile-command "make kunci"
kunci:
	@$(PYTHON) -m venv .venv-kunci
	@.venv-kunci/bin/pip install --quiet uv==0.13.9
	@$(UV) requirements.txt -o requirements.lock
	@$(UV) requirements-dev.txt -c requirements.lock -o requirements-dev.lock
