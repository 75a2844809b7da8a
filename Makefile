# On a machine with python3 (3.11 to 3.13), venv and pip, `make demo` and `make test` need nothing else.

PORT ?= 8765
MINUTES ?= 5
SESSIONS ?= 20
SIZE ?= 60
SEED ?= 1
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
SYNC = VIRTUAL_ENV= $(UV) sync --frozen --inexact --python $(BIN)/python
# Of Solara's 240 MB of browser libraries, what the page asks for: tests/browser/test_libraries.py
LIBRARIES := .venv/share/solara/cdn
KEPT := -path '*/solara-vuetify-app@*/dist/*8.min.js' -o -path '*/solara-vuetify-app@*/dist/main8.css' \
	-o -path '*/solara-vuetify-app@*/dist/fonts.css' -o -path '*/solara-vuetify-app@*/dist/*.woff2' \
	-o -path '*/requirejs@*/require.js' -o -path '*/LICENSE*'
# What only notebooks, and writing in them, need
UNUSED := debugpy jedi jupyterlab-widgets widgetsnbextension
SOURCES := $(shell find sim -name '*.py')
PYTHON312 ?= $(shell for p in "$$(command -v python3.12)" $(HOME)/.pyenv/versions/3.12.*/bin/python; do \
	"$$p" -c '' 2>/dev/null && echo "$$p" && break; done)
# A file's tests share what they prepare, and its libraries: one worker runs them.
PYTEST := pytest -p no:cacheprovider --dist loadfile
# More than two processors: browsers, servers and locks are waited for much of the time.
WORKERS ?= 3
NODE_IS_NEW := const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 19) ? 0 : 1)

.PHONY: install demo check test test-all test-js test-3.12 lint lint-js format format-js faults soak mutants audit bench page-bench answers docs warm-up requirements clean
.DELETE_ON_ERROR:

install: .venv/.installed .venv/.warm  ## everything, into .venv, compiled

demo: .venv/.warm  ## what the page and the command line need; open the page on PORT (no browser: CI or NO_OPEN)
	$(BIN)/two-cities app --port $(PORT)

# Python keeps what it read of the tests: their second collection takes half the time.
test test-all faults: export PYTHONDONTWRITEBYTECODE :=

# As many examples of every property as it says: tests/thorough.py
test-all faults: export THOROUGH_TESTS := 1

check: .venv/.installed  ## what a change forgot, in a few seconds: CONTRIBUTING.md
	$(BIN)/$(PYTEST) -q -n 0 tests/contracts/test_whole.py

test: lint test-js .venv/.installed .venv/.warm  ## everything but the slow tests, in parallel
	$(BIN)/$(PYTEST) -n $(WORKERS) -m "not slow"

test-all: lint test-js .venv/.installed .venv/.warm test-3.12  ## slow tests too, on Python 3.11 and 3.12
	$(BIN)/$(PYTEST) -n $(WORKERS)

test-js:  ## the page's own modules, in node
	@if ! command -v node >/dev/null; then \
		echo "No node on this machine: the tests of the page's modules are left out."; \
	elif ! node -e '$(NODE_IS_NEW)'; then \
		echo "node $$(node --version) is older than v18.19: the tests of the page's modules are left out."; \
	else node --test tests/web/*.test.js; fi

test-3.12: .venv/.installed
ifeq ($(PYTHON312),)
	@echo "No Python 3.12 on this machine: its tests are left out (PYTHON312=/path/to/python3.12 names one)."
else
	UV_PROJECT_ENVIRONMENT=.venv-3.12 $(UV) sync --quiet --frozen --all-extras --python $(PYTHON312)
	.venv-3.12/bin/two-cities warm-up
	.venv-3.12/bin/$(PYTEST) -n $(WORKERS)
endif

lint: .venv/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

lint-js: node_modules/.package-lock.json  ## the page's own modules: eslint, prettier and tsc, which npm brings
	npm run --silent lint

format: .venv/.installed
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

format-js: node_modules/.package-lock.json
	npm run --silent format

faults: .venv/.installed .venv/.warm  ## kill, damage, starve and mislead batches and the page; all is counted (ten minutes)
	RECORD_FAULTS=benchmarks/faults.json $(BIN)/$(PYTEST) tests/faults tests/served tests/browser/test_policy.py
	$(BIN)/python -m benchmarks.reliability

soak: .venv/.installed .venv/.warm  ## SESSIONS visitors come and go for MINUTES; what they took must come back
	$(BIN)/python -m benchmarks.soak --minutes $(MINUTES) --sessions $(SESSIONS)

mutants: .venv/.installed .venv/.warm  ## change SIZE operators of each part, drawn with SEED; the tests must notice
	$(BIN)/python -m benchmarks.mutants --size $(SIZE) --seed $(SEED)

audit: .venv/.installed  ## what is installed, as a bill of materials (dist/sbom.cdx.json), and its licences
	$(BIN)/python -m benchmarks.audit

bench: .venv/.peers .venv/.warm  ## measure, write docs/performance.md; REV=... in turn with that revision
	$(BIN)/python -m benchmarks $(if $(REV),--rev $(REV))

page-bench: .venv/.peers .venv/.warm  ## measure the page in Chromium, and sliders dragged by a crowd; OLD=FOLDER beside
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.drag $(if $(OLD),--against $(OLD))
	$(BIN)/python -m benchmarks.moved $(if $(OLD),--against $(OLD))

answers: .venv/.demo .venv/.warm  ## what is computed beforehand: answers about shipped pairs, openings of the page (minutes)
	$(BIN)/python -m sim.answers.beforehand
	$(BIN)/python -m sim.dashboard.work.shipped_openings

docs: .venv/.installed  ## write the generated pages of docs/ anew
	$(BIN)/python -m sim.docs

warm-up: .venv/.warm

requirements: .venv/.installed  ## requirements.txt with checksums, for those who use pip alone
	$(UV) export --quiet --frozen --no-dev --extra batch --extra gis --extra viz --no-emit-project --no-annotate \
		--no-header --output-file requirements.txt

clean:
	rm -rf node_modules .venv .venv-3.12 .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dist build

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@

# Three steps, each of which says what it does; what is there already is left as it is.
.venv/.demo: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "Python 3.11, 3.12 or 3.13 is needed; PYTHON=/path/to/python3 names one." >&2; exit 1; }
	@echo "1 of 3: an environment of its own in .venv, and uv, which installs the rest (20 MB to fetch)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(UV) || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@echo "2 of 3: what the page and the command line need (230 MB to fetch)"
	@$(SYNC) --no-default-groups $(addprefix --no-install-package ,$(UNUSED))
	@find $(LIBRARIES) -type f ! \( $(KEPT) \) -delete
	@echo "        .venv takes $$(du -sm .venv | cut -f1) MB"
	@touch $@

.venv/.installed: .venv/.demo
	@echo "What batches, figures and tests need as well (500 MB to fetch)"
	@$(SYNC) --all-extras --compile-bytecode --reinstall-package solara-assets
	@echo "        .venv takes $$(du -sm .venv | cut -f1) MB"
	@touch $@

# Without them `make bench` says that they are missing.
.venv/.peers: .venv/.installed
	-@$(SYNC) --quiet --all-extras --group peers
	@touch $@

# The page's modules are read once, so that Python keeps them compiled too.
.venv/.warm: .venv/.demo $(SOURCES)
	@echo "3 of 3: the model in machine code (about 15 seconds, once for this version)"
	@PYTHONDONTWRITEBYTECODE= $(BIN)/two-cities warm-up
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -c 'import app, sim.dashboard.server'
	@touch $@
