# Lakip. The two that matter: make run, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint check bench

# Serve on http://localhost:8501 (HOST and PORT change it). Installs on the first run only.
run: $(VENV)/.runtime
	@$(BIN)/python app.py

# Every test, with what they need: the dev requirements, a Chromium, LibreOffice Writer and poppler.
test: $(VENV)/.dev
	@sh scripts/install_test_tools.sh
	@$(BIN)/python -m pytest

# Style, types and the one-way flow.
lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

check: lint test

# Ratios against what a user would pick instead; no pass or fail.
bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks

$(VENV)/.runtime: requirements.txt
	@$(PYTHON) scripts/make_venv.py $(VENV) requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt
	@$(PYTHON) scripts/make_venv.py $(VENV) requirements-dev.txt
	@touch $@ $(VENV)/.runtime
