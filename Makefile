# The ways to build, try and test Hamgam. `make run` and `make test` do all the set-up they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

.PHONY: help run test check check-rust check-web check-proto test-rust test-pg test-web e2e gen web build bench setup setup-web setup-e2e setup-pg clean

help: ## Shows what there is.
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: web ## Builds everything and serves the demo organisation on http://localhost:8080.
	cargo run --quiet -p hamgam -- demo

test: setup check test-web test-rust test-pg e2e ## Everything that must pass: linters, Rust on SQLite and PostgreSQL, web, browser.

check: check-proto check-rust check-web ## Formatting, linters, types.

check-rust: web
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings

check-web: setup-web setup-e2e gen
	cd web && npm run --silent check
	web/node_modules/.bin/tsc -p tests/e2e

check-proto: setup-web
	tools/check-proto

test-rust: web ## Rust tests on SQLite.
	cargo nextest run --workspace --no-fail-fast

test-pg: web setup-pg ## The same tests on a PostgreSQL that is started for them, with fewer kills and without the demo, which brings its own SQLite.
	HAMGAM_KILLS=20 tools/with-postgres cargo nextest run --workspace --no-fail-fast -E 'not (binary(=system) & test(/^demo::/))'

test-web: setup-web gen ## Unit tests of the web app.
	cd web && npm run --silent test

e2e: build setup-e2e ## Browser tests against the demo.
	cd tests/e2e && npm run --silent test

gen: setup-web ## Generates the web app's half of the contract.
	cd web && npm run --silent gen

web: gen ## Builds the web app, which the binary carries.
	cd web && npm run --silent build

build: web
	cargo build --quiet -p hamgam

bench: ## Measures, side by side with what it is compared with.
	tools/bench

setup: setup-web setup-e2e setup-pg ## Installs what the tests need.
	tools/setup rust

setup-web:
	tools/setup web

setup-e2e:
	tools/setup e2e

setup-pg:
	tools/setup postgres

clean: ## Removes what was built.
	cargo clean
	rm -rf web/dist web/node_modules web/src/gen tests/e2e/node_modules
