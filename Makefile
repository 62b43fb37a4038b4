# The doors to the project. `make run` and `make test` are all that a newcomer needs; each installs what it misses.
# A recipe here is a few plain commands; anything cleverer is a program in tests/ or a script in scripts/.

BUILT := $(or $(CARGO_TARGET_DIR),target)
NPM_CI := npm ci --no-audit --no-fund --loglevel=error
SERVICES := $(BUILT)/debug/with-services

# Where scripts/install puts a Node of its own when the system's is too old.
export PATH := $(abspath $(BUILT))/node/bin:$(PATH)

# Where nothing is built twice, what makes the second build quick only makes the first one slow.
ifdef CI
export CARGO_INCREMENTAL := 0
endif

.PHONY: help run test check build assets bench faults pictures format clippy scripts docs arrows golden

help:
	@echo 'make run     build everything and show it: a throwaway council on http://127.0.0.1:8080'
	@echo 'make test    every check and every test, with throwaway PostgreSQL, Redis and Chromium'
	@echo 'make check   format, lints, docs, arrows, golden files: no services needed'
	@echo 'make build   the assets and the release program'
	@echo 'make assets  what the program embeds: styles and scripts'
	@echo 'make bench   measure, print and save a table'
	@echo 'make faults  break everything under load, print and save a table'
	@echo 'make pictures  pictures of the main pages, into docs/pictures'

run: build
	$(BUILT)/release/folkmoot demo

build: assets
	cargo build --release --locked -p folkmoot

# The last command is the runner's, so that the last line is too.
test: check tests/browser/node_modules/.package-lock.json
	@scripts/install node services browser java nextest
	cargo build --workspace --bins --locked
	cargo nextest run --workspace --locked --no-run
	$(SERVICES) cargo nextest run --workspace --locked

check: format clippy scripts docs arrows golden

format:
	cargo fmt --all --check

clippy: assets
	cargo clippy --workspace --all-targets --locked -- -D warnings

# The pages' scripts, by their types: the bundler only strips them.
scripts: assets
	npm --prefix web/assets run --silent check

docs: assets
	RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --locked --quiet

# Who may import whom, under which licence, from where: deny.toml.
arrows:
	@scripts/install deny
	cargo fetch --locked --quiet
	cargo deny --offline check --hide-inclusion-graph -A unused-wrapper bans licenses sources

# Files that are made from the code and checked in; a test of each has `golden` in its name.
golden: assets
	@scripts/install nextest
	INSTA_UPDATE=no cargo nextest run --workspace --locked --no-tests=warn -E 'test(golden)'

assets: web/assets/node_modules/.package-lock.json
	npm --prefix web/assets run --silent build

# Of the demonstration, for docs/ and the README.
pictures: build tests/browser/node_modules/.package-lock.json
	@scripts/install node browser
	cd tests/browser && PROGRAM=$(abspath $(BUILT))/release/folkmoot node --test pictures.mjs

bench: build
	@scripts/install services
	cargo build --release --locked -p folkmoot-tests --bin bench
	$(BUILT)/release/bench

# About a quarter of an hour; FAULTS=--quick takes two minutes.
faults: build
	@scripts/install services
	cargo build --release --locked -p folkmoot-tests --bin faults
	$(BUILT)/release/faults $(FAULTS)

# npm leaves this file behind as the last thing it does.
%/node_modules/.package-lock.json: %/package-lock.json
	@scripts/install node
	cd $* && $(NPM_CI) --ignore-scripts
	@touch $@
