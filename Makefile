# Each target sets up what it needs; nothing but Python 3.11 or newer is expected.
PYTHON ?=
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FRONTEND := tests/frontend/node_modules/.ready
NPM = PATH="$(abspath $(BIN)):$$PATH" npm --prefix tests/frontend

.PHONY: site gallery docs test check format bench bench-parts bench-peers accuracy graph catalogue clean

site: $(READY)          ## the demo company's site, in build/site
	$(BIN)/bsc-site build --as-of 2026-11-05   # the day up to which the demo tells its story

gallery: $(READY)       ## the scorecards of other invented organisations, in build/gallery
	$(BIN)/python gallery/build.py build/gallery

docs: $(READY)          ## the documentation as a site, in build/docs-site
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict --config-file documentation.yml

test: $(READY)          ## every test, in a real browser too
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(READY) $(FRONTEND) ## format, lint, types, floors, scripts and style sheets, and the fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NPM) run -s check
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow and not browser"

format: $(READY) $(FRONTEND)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NPM) run -s format

bench: $(READY)         ## time, memory and bytes at 100 to 5,000 KPIs, after edits and in the preview, and how long reading data takes
	$(BIN)/python benchmarks/reading/reading_speed.py
	$(BIN)/python benchmarks/build_speed.py
	$(BIN)/python benchmarks/reading/ten_million_lines.py

bench-parts: $(READY)   ## a cascade of 40 scorecards by one build and by four that are joined, side by side
	$(BIN)/python benchmarks/parts_speed.py

bench-peers: $(READY)   ## 1,000 pages by this program and by Observable Framework, side by side; needs node
	$(BIN)/python benchmarks/peer_speed.py

accuracy: $(READY)      ## every figure by which signal, forecast and evidence are judged
	BSC_ORACLES="$${BSC_ORACLES:-../shared/oracles}" $(BIN)/python benchmarks/accuracy.py

graph: $(READY)         ## the rooms of the program and who imports whom, as a drawing
	$(BIN)/python -m tests.house.drawn_house docs/images/house-after.svg

catalogue: $(READY)     ## every sentence that the program says, for translators
	$(BIN)/python -m tests.house.catalogue

clean:
	rm -rf build .venv tests/frontend/node_modules

$(READY): pyproject.toml constraints.txt
	@sh .ci/environment "$(VENV)" $(PYTHON)
	@touch $@

$(FRONTEND): tests/frontend/package-lock.json $(READY)
	@sh .ci/frontend "$(VENV)"
	@touch $@
