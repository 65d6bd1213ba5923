# Two commands do everything: make run, and make test. The others are for who works on it.
SHELL := /bin/bash
export npm_config_fund := false
export npm_config_audit := false
export npm_config_update_notifier := false

APP := web/app
APP_SOURCES := $(shell find $(APP)/src $(APP)/public -type f -not -path '*/gql/*' 2>/dev/null) $(wildcard $(APP)/*.json $(APP)/*.ts $(APP)/index.html) $(wildcard graph/*.graphqls)
GO_SOURCES := $(shell find . -name '*.go' -not -path './$(APP)/*' -not -path './graph/bench/*') $(shell find db -name '*.sql' -o -name '*.yaml') go.mod go.sum

# A checkout keeps its own data, so that two of them don't meet.
export DATA_DIR ?= $(CURDIR)/.mithaq

.PHONY: run demo test check import lab bench build generate format clean help
.DEFAULT_GOAL := help

help: ## say what there is
	@awk '/^[a-z]+:.*## / { said = $$0; sub(/^.*## /, "", said); sub(/:.*/, ""); printf "  make %-10s %s\n", $$0, said }' $(MAKEFILE_LIST)

run: bin/mithaq ## build and serve the register, on http://localhost:8080/ unless LISTEN says otherwise
	@exec bin/mithaq serve

demo: export DATA_DIR := $(CURDIR)/.mithaq-demo
demo: export LISTEN := $(or $(LISTEN),127.0.0.1:8081)
demo: bin/mithaq ## serve a register in which nothing is real, beside the other, on http://localhost:8081/
	@bin/mithaq sample --if-empty --jobs 20000 --holders 2000
	@exec bin/mithaq serve

test: bin/mithaq ## every test, Go and web, against a real PostgreSQL and in a real browser
	@node .ci/test.mjs

check: bin/mithaq ## format, vet, staticcheck, generated code, types, schema lint, and the Go tests with -race
	@node .ci/check.mjs

import: bin/mithaq ## read a register file into this checkout's register: make import FILE=…
	@bin/mithaq import $(or $(FILE),$(error say which: make import FILE=…))

lab: bin/mithaq ## what takes long: kills by the dozen, a million jobs, a million random requests both ways, every page judged, a whole dialogue in each language
	@LAB=1 go test -tags lab -count=1 -timeout 60m -run 'Killed|Lab' -v . ./db/... ./graph ./web
	@go test -count=1 -timeout 5h -run PlansAnswer -v ./graph -compared $(or $(COMPARED),170000) # a million requests: an hour and a half
	@cd $(APP) && LAB=1 npx playwright test journeys/quality.spec.ts journeys/partner.spec.ts journeys/revisions.spec.ts journeys/holders.spec.ts journeys/persons.spec.ts journeys/openings.spec.ts journeys/oversight.spec.ts journeys/held.spec.ts

bench: bin/mithaq graph/bench/node_modules/.installed ## speed, as ratios in one run: a quarter of an hour, on a machine that does nothing else
	@go test -run '^$$' -bench . -benchmem ./graph
	@go run ./graph/bench

build: bin/mithaq ## build the app and the program

generate: ## bring the generated code up to date with the schema
	@go tool gqlgen generate
	@go test ./db -run TestTableOfAccess -update >/dev/null

format: $(APP)/node_modules/.installed ## format everything
	@gofmt -w $$(git ls-files '*.go')
	@cd $(APP) && npm run --silent format

clean: ## remove what was built; the data stay
	@rm -rf bin $(APP)/node_modules $(APP)/src/gql && find web/dist -mindepth 1 -not -name .gitkeep -delete

$(APP)/node_modules/.installed: $(APP)/package.json $(APP)/package-lock.json
	@echo '  · installing the app'"'"'s packages (a minute, the first time only)'
	@cd $(APP) && npm ci --no-progress --loglevel=error
	@touch $@

graph/bench/node_modules/.installed: graph/bench/package.json graph/bench/package-lock.json
	@echo '  · installing what is measured against (a minute, the first time only)'
	@cd graph/bench && npm ci --no-progress --loglevel=error
	@touch $@

web/dist/index.html: $(APP)/node_modules/.installed $(APP_SOURCES)
	@echo '  · building the app'
	@cd $(APP) && npm run --silent build
	@touch $@

bin/mithaq: web/dist/index.html $(GO_SOURCES)
	@echo '  · building the program (a minute, the first time only)'
	@go build -o $@ .
