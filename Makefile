# The two commands to know:
#
#   make run      real ZFS in a virtual machine, and the address at which to look at it
#   make check    the tests, from the bare machine to the browser; those that take long are in "make check-all"
#
# Both install what they need. The rest are their parts.

# Cockpit's library pkg/lib: the release and the sha256 of its tarball. A later one is this line to change.
COCKPIT = 337 df51ef5920fae69e1b435f657376aa93772c0c1720b954a3bac10ebba26bfedf

# The guest that tests and "make run" use: debian-13, debian-12 or debian-13-backports
export TEST_OS ?= debian-13
# Where tests leave their results for tools/check.ts
export RESULTS ?= build/results

# when this make began, for the time that "make run" says
BEGAN := $(shell date +%s)

VERSION := $(shell sed -n 's/^  "version": "\(.*\)",/\1/p' package.json)
DEB = build/cockpit-zfsadmin_$(VERSION)_all.deb
RPM = build/cockpit-zfsadmin-$(VERSION)-1.noarch.rpm
NODE_MODULES = node_modules/.package-lock.json
# signals, such as Ctrl-C, reach a program that is started so
TSX = node --import tsx
SOURCES = $(shell find src $(wildcard po) manifest.json build.js -type f)
HELPER = $(shell find helper packaging org.zfsadmin.metainfo.xml LICENSE -type f -not -path '*/__pycache__/*')

all: dist/index.js.gz

$(NODE_MODULES): package.json package-lock.json .npmrc
	tools/need node
	npm ci
	touch $@

ifneq ($(shell cat pkg/lib/.pin 2>/dev/null),$(COCKPIT))
.PHONY: pkg/lib/.pin
endif
pkg/lib/.pin:
	tools/need build
	tools/cockpit-lib $(COCKPIT)

dist/index.js.gz: $(SOURCES) $(NODE_MODULES) pkg/lib/.pin
	NODE_ENV=production node build.js

# Translations: what there is to translate, and into each language's file what has come and gone since

pot: $(NODE_MODULES) pkg/lib/.pin
	tools/need build
	$(TSX) tools/pot.ts build/zfsadmin.pot
	for po in po/*.po; do msgmerge --quiet --update --no-fuzzy-matching --backup=none $$po build/zfsadmin.pot; done

watch: $(NODE_MODULES) pkg/lib/.pin
	NODE_ENV=development node build.js --watch

# Packages

$(DEB): dist/index.js.gz $(HELPER)
	tools/need deb
	packaging/build-deb

$(RPM): dist/index.js.gz $(HELPER)
	tools/need rpm
	packaging/build-rpm

deb: $(DEB)
rpm: $(RPM)

include packaging/install.mk

# The virtual machine

vm: $(NODE_MODULES)
	tools/need vm
	$(TSX) test/vm/cli.ts build

shell:
	$(TSX) test/vm/cli.ts shell

run: $(NODE_MODULES) $(DEB)
	tools/need vm
	$(TSX) test/vm/cli.ts run --deb $(DEB) --began $(BEGAN) $(if $(PORT),--port $(PORT))

# Tests. "make e2e TESTS=..." hands options to the runner, such as a file or "-g NAME"; likewise unit and replay. Tests
# with the tag @all take long: they run in "make check-all" and with "make e2e ALL=1". What no version of ZFS or Cockpit has
# a hand in runs then on one guest alone, which its tag names: @debian-12, the oldest, or @debian-13.
OMITTED_debian-12 = @debian-13
OMITTED_debian-13 = @debian-12
OMITTED_debian-13-backports = @debian-1[23]
OMITTED = $(if $(ALL),$(OMITTED_$(TEST_OS)),@all)

check: $(NODE_MODULES)
	$(TSX) tools/check.ts codecheck unit replay e2e

check-all: $(NODE_MODULES)
	ALL=1 ZFSADMIN_SEEDS=10000 $(TSX) tools/check.ts codecheck unit replay e2e@debian-12 e2e@debian-13 e2e@debian-13-backports

codecheck: $(NODE_MODULES) pkg/lib/.pin
	tools/need check
	$(TSX) tools/codecheck.ts

unit: $(NODE_MODULES) pkg/lib/.pin
	mkdir -p $(RESULTS)
	python3 test/helper/run.py $(RESULTS)/helper.json >$(RESULTS)/helper.log 2>&1 & helper=$$!; \
	status=0; \
	node_modules/.bin/jest --json --outputFile=$(RESULTS)/jest.json $(TESTS) || status=$$?; \
	wait $$helper || status=$$?; \
	cat $(RESULTS)/helper.log; \
	exit $$status

replay: $(NODE_MODULES) dist/index.js.gz
	tools/need browser replay
	node_modules/.bin/playwright test --project='replay-*' $(TESTS)

# what guests that run side by side would get into each other's way with
e2e-ready: $(NODE_MODULES) $(DEB)
	tools/need browser vm

e2e: e2e-ready
	$(TSX) test/vm/cli.ts build
	DEB=$(abspath $(DEB)) node_modules/.bin/playwright test --project=e2e $(if $(OMITTED),--grep-invert '$(OMITTED)') $(TESTS)

# those of the browser alone first, and not beside those in the machine
bench: bench-replay e2e-ready
	$(TSX) test/vm/cli.ts build
	DEB=$(abspath $(DEB)) node_modules/.bin/playwright test --project=bench --pass-with-no-tests $(TESTS)

bench-replay: $(NODE_MODULES) dist/index.js.gz
	tools/need browser replay
	node_modules/.bin/playwright test --project=bench-replay --pass-with-no-tests $(TESTS)

clean:
	rm -rf dist build test-results pkg/lib

.PHONY: all pot watch deb rpm vm shell run check check-all codecheck unit replay e2e-ready e2e bench bench-replay clean
.DELETE_ON_ERROR:
