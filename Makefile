SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
ZIP := dist/cni_mapper.zip
# Two processes, each with a profile of QGIS of its own; the tests of a file share what they have made.
SPREAD := -n 2 --dist loadfile

# QGIS looks for its Python through PATH, and crashes with one that it was not built for.
export PATH := /usr/bin:$(PATH)
# Qt aborts without a display, and needs a folder of its own; pyproj in a venv does not find Debian's data by itself.
export QT_QPA_PLATFORM ?= offscreen
export XDG_RUNTIME_DIR ?= $(CURDIR)/build/run
export PROJ_LIB ?= /usr/share/proj

.PHONY: help setup demo test core-tests qt-tests qt6-tests ui-tests desktop-tests lint format matrix bench gallery translations package install clean

help: ## list the targets
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/\1\t\2/p' Makefile | expand -t 14

setup: ## install what is missing: system packages, .venv, .venv-lint
	@.ci/setup.sh
	@install -d -m 700 build/run

demo: setup package ## run the main job on the sample; GeoPackage and pictures in build/demo
	@$(PYTHON) .ci/demo.py $(ZIP)

test: lint ## lint, then all tests on the installed QGIS, two kinds at a time
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target core-tests qt-tests ui-tests desktop-tests

core-tests: setup
	$(PYTHON) -m pytest tests/core $(SPREAD)

qt-tests: setup
	$(PYTHON) -m pytest tests/qt

qt6-tests: setup ## what needs only Qt, on Qt 6 (as root the first time, like matrix)
	@.ci/qt6.sh

ui-tests: setup
	@rm -rf .qgis-settings
	timeout --kill-after=10 2400 $(PYTHON) -m pytest tests/ui $(SPREAD)

desktop-tests: setup package ## the journeys, in the real QGIS on a virtual screen; pictures in build/desktop
	tests/desktop/journeys.sh

lint: setup package ## style, types, direction of imports, and the plugin repository's scans
	.venv-lint/bin/ruff check --output-format concise
	.venv-lint/bin/ruff format --check
	@rm -rf build/lint && $(PYTHON) -m zipfile -e $(ZIP) build/lint
	cd build/lint && ../../.venv-lint/bin/mypy --config-file ../../pyproject.toml
	PYTHONPATH=build/lint .venv-lint/bin/lint-imports --no-logo
	.ci/scan.sh build/lint/cni_mapper

format: setup ## put the code into the form that lint asks for
	.venv-lint/bin/ruff check --fix --select I
	.venv-lint/bin/ruff format

matrix: setup package ## QGIS tests, desktop and acceptance on QGIS 3.22, 3.40 and 3.44 (as root)
	@.ci/matrix.sh

bench: setup ## measure against the figures to hold
	$(PYTHON) tests/benchmarks/run.py

gallery: setup package ## print the pages of docs/gallery (needs the reference data)
	$(PYTHON) .ci/gallery.py $(ZIP) $${CNI_REFERENCE_DATA:-../shared/data}

translations: setup ## collect the strings of the interface, pack the Welsh, list what is not translated
	@/usr/bin/python3 .ci/translations.py

package: ## dist/cni_mapper.zip, as QGIS installs it
	@/usr/bin/python3 .ci/package.py $(ZIP)

install: ## link this checkout into your QGIS profile
	@.ci/install.sh

clean: ## remove what the other targets made here, except the .venv folders
	rm -rf build dist .qgis-settings .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
