# Two commands do all set-up: `make run` and `make test`. The rest is for people who work on seutu.

SEUTU_DATA ?= ../shared/data
NODE_OK := $(shell node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null && echo yes)

PYTHON_OK := $(shell python3 -c 'import sys, venv, ensurepip; print("yes" if sys.version_info >= (3, 10) else "")' 2>/dev/null)

CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
WEB_FILES := $(shell find web \( -name node_modules -o -path web/dist -o -path web/src/gql -o -path web/tests \) -prune -o -type f -print) \
	schema.graphql $(wildcard examples/queries/*.graphql)

.PHONY: run page test conformance clients contract schemathesis fuzz web-test real-data schema lint format bench

## run: a server with the built-in dataset on http://127.0.0.1:8080/
run:
	@$(MAKE) --no-print-directory page || echo "the page could not be built: the server shows a plain one"
	cargo run

## page: the page at /, from web/, where Node is; the next cargo build embeds it
ifeq ($(NODE_OK),yes)
page: web/dist/page/index.html
else
page:
	@echo "skipped: the page at / needs Node 20.19 or later with npm; the server shows a plain one"
endif

web/dist/page/index.html: web/node_modules/.package-lock.json $(WEB_FILES)
	cd web && npm run --silent build
	@touch $@

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

## test: all tests; PostgreSQL, Node and Chromium are used where they are
test: page
	cargo test --workspace
ifeq ($(NODE_OK),yes)
	$(MAKE) conformance
	$(MAKE) web-test
else ifdef CI
	@echo "Node 20.19 with npm is needed for the suites in tests/conformance and tests/clients"; exit 1
else
	@echo "skipped: the suites in tests/conformance and tests/clients need Node 20.19 with npm"
endif

## conformance: suites against a real server process, every example of the documentation, and real clients
conformance: tests/conformance/node_modules/.package-lock.json
	cargo build --workspace --bins
	cd tests/conformance && npm test --silent
	$(MAKE) clients

## clients: Apollo, urql, Relay, graphql-codegen and a Python example against a server; lints and contract of schema.graphql
clients: tests/clients/node_modules/.package-lock.json
	cargo build --workspace --bins
	cd tests/clients && npm test --silent

## contract: which changes of schema.graphql break clients since it was last published
contract: tests/clients/node_modules/.package-lock.json
	cd tests/clients && npm run --silent contract

## schemathesis: for each root field 200 documents drawn from the schema, right and wrong, with three seeds, against a server; SCHEMATHESIS="--seeds 1 --cases 20" for less
ifeq ($(and $(NODE_OK),$(PYTHON_OK)),)
schemathesis:
	@echo "skipped: schemathesis needs Python 3.10 with venv, and Node 20.19"; [ -z "$$CI" ]
else
schemathesis: tests/schemathesis/.venv/installed
	cargo build --workspace --bins
	node tests/schemathesis/run.js $(SCHEMATHESIS)
endif

tests/schemathesis/.venv/installed: tests/schemathesis/requirements.txt
	python3 -m venv tests/schemathesis/.venv
	tests/schemathesis/.venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

## fuzz: 100 000 requests of every kind against an optimised server; FUZZ="--requests 1000 --seed 2", or --replay NUMBER, --database URL
fuzz: tests/conformance/node_modules/.package-lock.json
	cargo build --release -p api
	SEUTU_BINARY="$${CARGO_TARGET_DIR:-$(CURDIR)/target}/release/seutu" node tests/conformance/fuzz/run.js $(FUZZ)

tests/%/node_modules/.package-lock.json: tests/%/package-lock.json
	cd tests/$* && npm ci --no-audit --no-fund
	@touch $@

## web-test: the page in a headless Chromium, against a real server process
ifeq ($(and $(NODE_OK),$(CHROMIUM)),)
web-test:
	@echo "skipped: the tests of the page need Node 20.19 or later and Chromium"; [ -z "$$CI" ]
else
web-test: page
	cargo build --workspace --bins
	cd web && CHROMIUM="$(CHROMIUM)" npm test --silent
endif

## real-data: imports of whole data sets, where SEUTU_DATA names the folder that holds them
real-data:
	@if [ -d "$(SEUTU_DATA)" ]; then \
		SEUTU_DATA="$(abspath $(SEUTU_DATA))" cargo test --workspace --test 'real_*'; \
	else \
		echo "skipped: real data, as there is no folder $(SEUTU_DATA) (set SEUTU_DATA)"; \
	fi

## schema: writes schema.graphql anew
schema:
	cargo run --quiet -- schema > schema.graphql.new
	mv schema.graphql.new schema.graphql

## lint: format and lints, as .ci/run checks them
lint:
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
ifeq ($(NODE_OK),yes)
	$(MAKE) web/node_modules/.package-lock.json
	cd web && npm run --silent lint
endif

## format: formats the code
format:
	cargo fmt
ifeq ($(NODE_OK),yes)
	$(MAKE) web/node_modules/.package-lock.json
	cd web && npm run --silent format
endif

## bench: four queries against a hand-written peer, on SQLite and PostgreSQL; BENCH="--scale 1 --rounds 3" for less
bench:
	cargo build --release -p api -p bench
	target/release/bench $(BENCH)
