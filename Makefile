# The two that matter: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
SCRATCH ?= .build
DATABASE ?= sqlite:data/portolan.sqlite
ADDRESS ?= 127.0.0.1:8080
SEEDS ?= 5000
WALLS := --explicit-target-dependency-import-check error
BUILD := swift build --scratch-path $(SCRATCH) $(WALLS)
# Run directly: `swift test` plans the build in another way, and the next build would begin with the tables embedded anew.
TEST := $(SCRATCH)/debug/portolanPackageTests.xctest --testing-library swift-testing

.PHONY: help packages run test try test-browser test-api fuzz soak release screenshots golden format lint bench docs

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort | column -t -s $$'\t'

packages:
	@bash scripts/packages

# Asking the package manager whether anything changed takes seconds; make knows it at once.
PROGRAM := $(SCRATCH)/debug/portolan
$(PROGRAM): Package.swift $(shell find Sources Features Examples Plugins -not -path "*/Tests/*")
	@bash scripts/progress $(BUILD) --product portolan
	@touch $@

run: packages $(PROGRAM) ## build, make the example organisations, serve them on ADDRESS
	@$(PROGRAM) serve --example --database $(DATABASE) --address $(ADDRESS)

test: packages ## build and run every test
	@bash scripts/progress $(BUILD) --build-tests
	@bash scripts/test $(TEST)
	@bash scripts/browser short $(PROGRAM)

try: ## build what is needed for tests and run those of one room: make try ROOM=Search
	@bash scripts/progress $(BUILD) --product portolanPackageTests
	@bash scripts/test $(TEST) --filter '^$(ROOM)Tests\.'

test-browser: packages $(PROGRAM) ## every page in every language and state in Chromium; goes on where it was left (CHECKS="--only keyboard", "--again")
	@bash scripts/browser all $(PROGRAM) $(CHECKS)

test-api: packages $(PROGRAM) ## the API of the running program against its own description (schemathesis)
	@bash scripts/test-api $(PROGRAM)

fuzz: packages $(PROGRAM) ## ten thousand damaged requests, as bytes, to pages, forms and API (FUZZ="--requests 100000 --seed 7")
	@bash scripts/fuzz $(PROGRAM) $(FUZZ)

soak: packages ## the simulation of journals under failure with many more seeds (SEEDS=5000), long histories, every hostile question at every address
	@bash scripts/progress $(BUILD) --build-tests
	@SOAK=$(SEEDS) $(TEST) --filter 'SimulationTests|TwoTimesTests|HostileAddressTests'

release: packages ## an optimised binary with the Swift library inside: $(SCRATCH)/release/portolan
	@bash scripts/progress $(BUILD) -c release --product portolan --static-swift-stdlib

screenshots: packages $(PROGRAM) ## a contact sheet of every page: screenshots/index.html
	@python3 scripts/screenshots.py $(PROGRAM)

golden: ## write the goldens anew; then read the diff
	@$(BUILD) --build-tests && REGEN=1 $(TEST)

format: ## swift format over everything
	@swift format -i -r Package.swift Sources Features Tests Examples Benchmarks Plugins

lint: ## swift format, strict, without changing anything
	@swift format lint -r --strict Package.swift Sources Features Tests Examples Benchmarks Plugins

bench: packages ## what things cost beside the bare thing underneath, as ratios (ONLY="journal search million pages elections s-curves last-day")
	@bash scripts/progress $(BUILD) -c release --product portolan
	@bash scripts/progress $(BUILD) -c release --product Benchmarks
	@$(SCRATCH)/release/Benchmarks $(ONLY)

docs: packages $(PROGRAM) ## docs/handbook.md, written by the program itself
	@$(PROGRAM) handbook > docs/handbook.md

