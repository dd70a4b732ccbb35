# Lakip. The two that matter: make run, make test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint check bench runtime dev

# Serve on http://localhost:8501 (HOST and PORT change it). Installs on the first run only.
run: runtime
	@$(BIN)/python app.py

# Every test, with what they need: the dev requirements, a Chromium, LibreOffice and poppler. The browser has the
# computer to itself, as it would in an office. Files go in their order, so that the slow documents come first.
test: dev
	@sh scripts/install_test_tools.sh
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/browser
	@$(BIN)/python -m pytest tests/browser

# Style, types and the one-way flow.
lint: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

check: lint test

# Ratios against what a user would pick instead; no pass or fail.
bench: dev
	@$(BIN)/python -m benchmarks

runtime:
	@$(PYTHON) scripts/make_venv.py requirements.txt

dev:
	@$(PYTHON) scripts/make_venv.py requirements-dev.txt
