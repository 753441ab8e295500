# Two commands do all set-up: `make run` and `make test`. The rest is for people who work on seutu.

SEUTU_DATA ?= ../shared/data
NODE_OK := $(shell node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null && echo yes)

.PHONY: run test conformance clients contract real-data schema lint format bench

## run: a server with the built-in dataset on http://127.0.0.1:8080/
run:
	cargo run

## test: all tests; PostgreSQL and Node are used where they are
test:
	cargo test --workspace
ifeq ($(NODE_OK),yes)
	$(MAKE) conformance
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

tests/%/node_modules/.package-lock.json: tests/%/package-lock.json
	cd tests/$* && npm ci --no-audit --no-fund
	@touch $@

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

## format: formats the code
format:
	cargo fmt

## bench: four queries against a hand-written peer, on SQLite and PostgreSQL; BENCH="--scale 1 --rounds 3" for less
bench:
	cargo build --release -p api -p bench
	target/release/bench $(BENCH)
