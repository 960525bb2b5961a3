# Cinema OS. `make help` lists what can be done.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SONG ?= samples/en.mp3
TITLE ?= $(if $(filter samples/en.mp3,$(SONG)),Paper Boats)
LYRICS ?= $(if $(filter samples/en.mp3,$(SONG)),samples/en.txt)
OUT ?= film/$(basename $(notdir $(SONG)))

.DEFAULT_GOAL := help
.PHONY: help film test check ledger generate replay bench format clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/cinema: constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "installing the packages into $(VENV) (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

film: $(BIN)/cinema ## Make the film of the sample song, or of SONG=... LYRICS=... [LYRICS_LANGUAGE=he] [STORY=...] [OUT=dir]
	@$(BIN)/cinema film "$(SONG)" $(if $(LYRICS),--lyrics "$(LYRICS)") $(if $(LYRICS_LANGUAGE),--lyrics-language "$(LYRICS_LANGUAGE)") \
		$(if $(STORY),--story "$(STORY)") $(if $(TITLE),--title "$(TITLE)") --out "$(OUT)"

test: $(BIN)/cinema ## Run every test
	@$(BIN)/python -m pytest

check: $(BIN)/cinema ## Format, lint, types, layers, spelling, generated files, ledger
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell README.md CHANGELOG.md docs shared services tests bench
	@$(BIN)/python -m pytest tests/architecture
	@$(MAKE) --no-print-directory ledger

ledger: $(BIN)/cinema ## Print how every demand of the seeds stands
	@$(BIN)/python -m tests.ledger_report

generate: $(BIN)/cinema ## Write the files that are made from the code
	@$(BIN)/python -m tests.architecture.generated

replay: $(BIN)/cinema ## Rebuild all state from events and compare it
	@$(BIN)/cinema replay

bench: $(BIN)/cinema ## Measure against named peers
	@$(BIN)/python -m bench

format: $(BIN)/cinema ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## Remove what was built; films and data stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info
