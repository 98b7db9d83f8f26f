# `make` alone prints this help: each target's line after ## is what it says.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-test run test test-real eval lint types check format bench extension lint-extension scraper screenshots demo translations requirements clean

help: ## Print this help
	@echo "Ringback: know whom to call, when, and what to say"; echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Prepare .venv from the pinned requirements
	@$(PYTHON) tools/setup_env.py

setup-dev:
	@$(PYTHON) tools/setup_env.py --for test

setup-test:
	@$(PYTHON) tools/setup_env.py --for test --browser

run: setup ## Start Ringback on http://127.0.0.1:7464 and open the dashboard
	@$(BIN)/ringback serve $(ARGS)

demo: setup ## Open a throw-away dashboard filled with invented applications
	@$(BIN)/ringback demo $(ARGS)

test: setup-test ## Install what the tests need, a browser included, and run them
	@$(PYTEST) -m "not real" $(ARGS)

test-real: setup-test ## Run the tests that read the real pages (RINGBACK_EVAL, or ../shared/eval)
	@$(PYTEST) -m real $(ARGS)

eval: setup-dev ## Score the readers on the real pages; fails below the committed floors
	@$(BIN)/python tools/evaluate.py $(ARGS)

lint: setup-dev ## Check style
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: setup-dev ## Check types
	@$(BIN)/mypy

check: lint types test ## Lint, types and tests: what CI runs

format: setup-dev ## Put the code into the project's format
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: ## Measure speed, as ratios within one run
	@$(PYTHON) tools/setup_env.py --for bench
	@$(BIN)/python -m bench $(ARGS)

extension: ## Pack the extension for Chrome and Firefox into dist/
	@$(PYTHON) tools/pack_extension.py

lint-extension: setup-dev extension ## Check the packed extension with Mozilla's addons-linter
	@$(BIN)/python tools/lint_extension.py

# `make scraper NAME`: the word after the target is the new site's name, and no target itself.
ifeq (scraper,$(firstword $(MAKECMDGOALS)))
NAME ?= $(wordlist 2,9,$(MAKECMDGOALS))
%: ; @:
endif
scraper: ## Write a new site file and its fixture pair: make scraper NAME
	@$(PYTHON) tools/new_scraper.py "$(NAME)"

screenshots: setup-test ## Picture each page, light, dark and narrow, into screenshots/
	@$(BIN)/python tools/screenshots.py $(ARGS)

translations: setup-dev ## Gather the texts and update the catalogues (ARGS=fr begins French)
	@$(BIN)/python tools/translations.py $(ARGS)

requirements: ## Pin the newest fitting versions anew (needs uv)
	@tools/pin.sh

clean: ## Remove what was built or cached (.venv too)
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis screenshots
