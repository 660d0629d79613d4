# `make status` runs the main job, `make test` everything that is checked. Both set up what they need in .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: status test lowest soak foreign engines lint types bench snapshots clean

status: .venv/installed
	$(BIN)/tgkt status

test: .venv/installed lint types
	$(BIN)/python -m pytest

# The lowest versions that pyproject.toml declares, beside the newest that `make test` installs; `make lowest SUITE=tests` runs everything on them.
SUITE ?= tests/test_versions.py tests/cli/test_exit_codes.py tests/cli/test_help.py tests/cli/test_every_command.py tests/facts/units
lowest: .venv/lowest/installed
	.venv/lowest/bin/python -m pytest $(SUITE)

.venv/lowest/installed: .venv/installed tools/lowest.py
	$(BIN)/python -m venv .venv/lowest
	$(BIN)/python tools/lowest.py > .venv/lowest/lowest.txt
	.venv/lowest/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint .venv/lowest/lowest.txt
	touch $@

# The attacks of the tests at length, which takes hours: texts, changed folders, command lines, kills, imports at once, and laws. TGKT_SEED=1 tries others.
soak: .venv/installed
	TGKT_INPUTS=1000000 TGKT_MUTATIONS=5000 TGKT_LINES=100000 TGKT_KILLS=300 TGKT_AT_ONCE=20 $(BIN)/python -m pytest -s \
	  tests/test_any_text.py tests/facts/notation/test_phrase.py tests/loading/test_any_folder.py tests/cli/test_any_line.py tests/cli/test_import.py tests/cli/test_report.py
	TGKT_EXAMPLES=2000 $(BIN)/python -m pytest -m 'hypothesis and not foreign and not engines' tests

# Opens what tgkt writes with Chromium, LibreOffice and others, which are installed where they are missing.
foreign: .venv/installed
	tools/foreign.sh
	$(BIN)/python -m pytest -m foreign tests/foreign

# Judges by the statement of tgkt panel on Spark, which needs Java 17; in an environment of its own, as Spark is large.
engines: .venv/engines/installed
	.venv/engines/bin/python -m pytest -n0 -m engines tests/panel

.venv/engines/installed: .venv/installed
	$(BIN)/python -m venv .venv/engines
	.venv/engines/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,spark]'
	touch $@

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

bench: .venv/installed
	-$(BIN)/python benchmarks/start_up.py
	-$(BIN)/python benchmarks/cache_forms.py
	-$(BIN)/python benchmarks/growth.py
	-$(BIN)/python benchmarks/panel.py

# Rewrites what is generated or compared: snapshots, the manual, the schema, the table of completion. Read the difference before you commit it.
snapshots: .venv/installed
	$(BIN)/python tools/completion.py
	$(BIN)/tgkt schema --output data/tgkt.schema.json
	$(BIN)/tgkt schema --page --output docs/format.md
	$(BIN)/tgkt schema --fields --output docs/fields.md
	$(BIN)/tgkt check --page --lang en --output docs/findings.md
	$(BIN)/tgkt check --page --lang vi --output docs/findings.vi.md
	$(BIN)/tgkt status --page --lang en --output docs/derived_figures.md
	TGKT_UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest tests

# Installing compiles the catalogues of tgkt/locale, so an edited one is installed again.
.venv/installed: pyproject.toml hatch_build.py $(wildcard tgkt/locale/*/LC_MESSAGES/*.po)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tgkt needs Python 3.11 or later; try make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
