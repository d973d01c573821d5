# What is installed, and where: the one list that `make install`, the Debian package, the RPM and the Arch package use.
#
# It compiles nothing. The page is taken from $(DIST) as the build left it, because compiling needs npm's packages and
# package builders have no network. The Makefile includes this file; the package builders call it by itself.

PREFIX = /usr/local
DIST = dist

share = $(DESTDIR)$(PREFIX)/share
devel_page = $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/cockpit/zfsadmin

.PHONY: install devel-install devel-uninstall

install:
	@test -f $(DIST)/manifest.json || { echo "$(DIST)/ holds no built page" >&2; exit 1; }
	cd $(DIST) && find . -type f -exec install -D -m 644 {} '$(abspath $(share))/cockpit/zfsadmin/{}' \;
	install -D -m 644 -t '$(share)/zfsadmin/zfsadmin' helper/zfsadmin/*.py
	install -D -m 755 -t '$(DESTDIR)$(PREFIX)/bin' helper/bin/zfsadmin
	install -D -m 644 -t '$(share)/man/man8' helper/zfsadmin.8
	install -D -m 644 org.zfsadmin.metainfo.xml '$(share)/metainfo/org.zfsadmin.zfsadmin.metainfo.xml'

# For developers on a machine with Cockpit: the page in dist/, for this person alone. The helper is not part of it.
devel-install:
	mkdir -p '$(dir $(devel_page))'
	ln -sfT '$(abspath $(DIST))' '$(devel_page)'

devel-uninstall:
	rm -f '$(devel_page)'
