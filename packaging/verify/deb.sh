# What is checked of the Debian packages. Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317,SC2016 # verify.sh sets $chroots, $OUT and $said; checks are called by name

# The newest of a package in OUT.
deb_of() {
    # shellcheck disable=SC2012 # names are ours
    ls -t "$OUT/$1"_*_*.deb 2>/dev/null | head -n 1
}

verify_deb() {
    step "Look at the Debian packages"
    app=$(deb_of latchkey)
    demo=$OUT/latchkey-demo-server_${app##*/latchkey_}
    { [ -n "$app" ] && [ -f "$demo" ]; } || die "no Debian packages in $OUT: sh packaging/make.sh deb makes them"
    printf '%s\n%s\n' "$app" "$demo"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $VERIFY_DEB_PACKAGES
    unpacked=$chroots/unpacked
    for deb in "$app" "$demo"; do
        dpkg-deb -x "$deb" "$unpacked"
        name=$(dpkg-deb -f "$deb" Package)
        check "$name: control fields" deb_control "$deb"
        check "$name: owner, modes, places" deb_places "$deb"
        check "$name: no conffile, no maintainer script" deb_no_scripts "$deb"
        check "$name: bill of materials" sbom_holds "$deb"
    done
    check "lintian" deb_lintian "$(changes_of "$app")"
    check "desktop file" desktop-file-validate --warn-kde "$unpacked/usr/share/applications/org.latchkey.latchkey.desktop"
    check "metainfo" deb_metainfo
    check "icons" deb_icons
    check "man pages" deb_man_pages
    check "completions" deb_completions
    for program in latchkey latchkey-demo-server; do
        check "$program: hardening" program_hardened "$unpacked/usr/bin/$program"
        check "$program: stripped, no RUNPATH, no build path" deb_clean "$unpacked/usr/bin/$program"
    done

    suite=$(host_suite)
    step "Make a minimal $suite"
    make_chroot "$suite"
    cp "$app" "$demo" "$chroots/$suite/root/"
    install -m 644 tests/support/desktop.sh packaging/verify/asleep.pl packaging/verify/upgraded.sh \
        "$chroots/$suite/home/tester/"
    step "Install the packages there"
    deb_install
    deb_use
}

changes_of() {
    printf '%s\n' "$OUT/$(basename "$1" .deb).changes"
}

deb_control() {
    for field in Package Version Architecture Maintainer Homepage Description; do
        [ -n "$(dpkg-deb -f "$1" "$field")" ] || { echo "no $field"; return 1; }
    done
    [ -z "$(dpkg-deb -f "$1" Pre-Depends Conflicts Replaces Essential)" ]
    dpkg-deb -f "$1" Maintainer | grep -F "<$(identity LATCHKEY_CONTACT)>"
    case $(dpkg-deb -f "$1" Package) in
    latchkey)
        for package in ca-certificates hicolor-icon-theme libsecret-1-0 qt6-qpa-plugins libqt6keychain1; do
            dpkg-deb -f "$1" Depends | grep -w -- "$package" || { echo "does not depend on $package"; return 1; }
        done
        dpkg-deb -f "$1" Recommends | grep -F "latchkey-demo-server (= $(dpkg-deb -f "$1" Version))"
        ! dpkg-deb -f "$1" Depends | grep httplib
        ;;
    latchkey-demo-server) [ "$(dpkg-deb -f "$1" Enhances)" = latchkey ] ;;
    esac
}

# What is overridden is told; debian/*.lintian-overrides say why.
deb_lintian() {
    lintian --allow-root --fail-on error,warning "$1" # with --show-overrides, what is overridden would fail
    sed -n '/^#/!s/^/note: overridden: /p' "$unpacked"/usr/share/lintian/overrides/*
}

deb_places() {
    dpkg-deb -c "$1" >"$chroots/list"
    [ -s "$chroots/list" ]
    while read -r mode owner _ _ _ path _; do
        [ "$owner" = root/root ] || { echo "$path belongs to $owner"; return 1; }
        case $mode:$path in
        drwxr-xr-x:./*) ;;
        -rwxr-xr-x:./usr/bin/latchkey*) ;;
        -rw-r--r--:./usr/share/* | -rw-r--r--:./usr/lib/systemd/user/latchkey-renew.*) ;;
        *) echo "$mode $path"; return 1 ;;
        esac
        case $path in
        ./usr/share/* | ./usr/lib/systemd/user/* | ./usr/bin/* | ./ | ./usr/ | ./usr/lib/ | ./usr/lib/systemd/) ;;
        *) echo "$path has no business there"; return 1 ;;
        esac
    done <"$chroots/list"
}

deb_no_scripts() {
    dpkg-deb --ctrl-tarfile "$1" >"$chroots/control.tar"
    tar -tf "$chroots/control.tar" >"$chroots/list"
    ! grep -vE '^(\./|\./control|\./md5sums)$' "$chroots/list"
}

deb_metainfo() {
    appstreamcli validate --pedantic --no-net "$unpacked/usr/share/metainfo/org.latchkey.latchkey.metainfo.xml" \
        >"$chroots/words"
    ! grep -E '^[EWP]:' "$chroots/words"
}

deb_icons() {
    for size in 16 22 24 32 48 64 128 256 512; do
        file -b "$unpacked/usr/share/icons/hicolor/${size}x$size/apps/org.latchkey.latchkey.png" |
            grep "PNG image data, $size x $size" || return 1
    done
    file -b "$unpacked/usr/share/icons/hicolor/scalable/apps/org.latchkey.latchkey.svg" | grep SVG
}

# Silent under both.
deb_man_pages() {
    for page in latchkey latchkey-demo-server; do
        gzip -dc "$unpacked/usr/share/man/man1/$page.1.gz" >"$chroots/$page.1"
        words=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$chroots/$page.1" 2>&1 >/dev/null
            mandoc -T lint "$chroots/$page.1" 2>&1 || :)
        [ -z "$words" ] || { echo "$words"; return 1; }
    done
}

# Read by their own shells, and the last one asked for an answer.
deb_completions() {
    for program in latchkey latchkey-demo-server; do
        bash -n "$unpacked/usr/share/bash-completion/completions/$program" || return 1
        zsh -n "$unpacked/usr/share/zsh/vendor-completions/_$program" || return 1
        fish -n "$unpacked/usr/share/fish/vendor_completions.d/$program.fish" || return 1
    done
    # shellcheck disable=SC2016 # of the other shell
    bash -c '. "$1"; COMP_WORDS=(latchkey --smo); COMP_CWORD=1; _latchkey; [ "${COMPREPLY[*]}" = --smoke-test ]' \
        bash "$unpacked/usr/share/bash-completion/completions/latchkey"
}

deb_clean() {
    program_clean "$1" || return 1
    readelf -d "$1" >"$chroots/words"
    ! grep -E 'RPATH|RUNPATH' "$chroots/words"
}

installed_mib() {
    in_chroot "$suite" dpkg-query -W -f '${Installed-Size}\n' | awk '{ sum += $1 } END { printf "%d\n", sum / 1024 }'
}

packages_count() {
    in_chroot "$suite" dpkg-query -W -f '${Package}\n' | wc -l
}

# All that is there, but what lists and caches note of packages, and homes.
all_files() {
    in_chroot "$suite" find / -xdev \( -path /home -o -path /root -o -path /proc -o -path /dev -o -path /tmp \
        -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log -o -path /var/lib/apt \) -prune -o -print | sort
}

apt_in_chroot() {
    in_chroot "$suite" apt-get -q -y --no-install-recommends "$@"
}

deb_install() {
    packages_before=$(packages_count)
    mib_before=$(installed_mib)
    check "what it depends on is to be had" apt_in_chroot satisfy "$(dpkg-deb -f "$app" Depends)"
    # What its own tests need (a display, a keyring) is no part of these figures.
    figures=$chroots/figures
    files_before=$chroots/files-before
    all_files >"$files_before"
    [ -s "$files_before" ] || die "no list of files could be made"
    check "install, without recommends" apt_in_chroot install "/root/$(basename "$app")"
    printf 'packages pulled in %s\nMiB on disk %s\n' "$(($(packages_count) - packages_before))" \
        "$(($(installed_mib) - mib_before))" >"$figures"
    printf 'KiB of the .deb %s\nKiB of the program %s\n' "$(($(stat -c %s "$app") / 1024))" \
        "$(($(stat -c %s "$unpacked/usr/bin/latchkey") / 1024))" >>"$figures"
    sed 's/^/        /' "$figures"
    check "size: at most 10 % over the figures in packaging/README.md" sizes_hold "$suite" 4
    check "dpkg --verify" deb_unchanged
}

# It exits with 0 whatever it finds.
deb_unchanged() {
    in_chroot "$suite" dpkg --verify latchkey >"$chroots/words"
    cat "$chroots/words"
    [ ! -s "$chroots/words" ]
}

deb_use() {
    step "Use them there, as a normal user, offline"
    check "--version" deb_version
    check "--help" as_tester_in_chroot "$suite" 'latchkey --help >said && grep -q "^Usage: latchkey " said'
    check "--diagnostics" as_tester_in_chroot "$suite" 'latchkey --diagnostics >said && grep -q "^  TLS: .*OpenSSL" said'
    check "without the demo server: --demo says so" deb_no_demo
    # shellcheck disable=SC2086
    check "a desktop to try it in" apt_in_chroot install $DESKTOP_PACKAGES gdb-minimal
    check "install the demo server" apt_in_chroot install "/root/$(basename "$demo")"
    check "the main job, with a real keyring" as_tester_in_chroot "$suite" \
        'sh ./desktop.sh latchkey --demo --smoke-test'
    check "SIGSEGV leaves no core" as_tester_in_chroot "$suite" \
        'sh ./desktop.sh perl ./asleep.pl core latchkey --no-keychain --profile core'
    check "a debugger of the same user is refused" as_tester_in_chroot "$suite" \
        'sh ./desktop.sh perl ./asleep.pl debugger latchkey --no-keychain --profile debugged'
    settings='find .config .local -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum'
    as_tester_in_chroot "$suite" 'mkdir -p .config/latchkey && printf "[General]\nversion=1\nlanguage=de\n" >.config/latchkey/default.ini'
    as_tester_in_chroot "$suite" "$settings" >"$chroots/settings-before"
    skipped upgrade || check "upgrade while it runs" deb_upgrade
    check "reinstall" apt_in_chroot install --reinstall "/root/$(basename "$app")" "/root/$(basename "$demo")"
    check "the main job, again" as_tester_in_chroot "$suite" 'sh ./desktop.sh latchkey --demo --smoke-test'
    skipped autopkgtest || check "debian/tests, by autopkgtest" deb_autopkgtest
    check "remove" apt_in_chroot remove latchkey latchkey-demo-server
    check "nothing is left behind" deb_nothing_left
    all_files >"$chroots/files-removed"
    check "install again" apt_in_chroot install "/root/$(basename "$app")" "/root/$(basename "$demo")"
    check "purge" apt_in_chroot purge latchkey latchkey-demo-server
    as_tester_in_chroot "$suite" "$settings" >"$chroots/settings-after"
    check "settings in homes are as they were" cmp "$chroots/settings-before" "$chroots/settings-after"
    check "nothing is left behind" deb_nothing_left
    all_files >"$chroots/files-purged"
    check "the same files as before installing again" cmp "$chroots/files-removed" "$chroots/files-purged"
}

# Until there is a previous version: the same, repacked as an older one. desktop.sh has the home of its own.
deb_upgrade() {
    older=$chroots/older
    dpkg-deb -R "$app" "$older" || return 1
    sed -i 's/^Version: .*/Version: 0.0.1-1/' "$older/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$older" "$chroots/$suite/root/older.deb" || return 1
    apt_in_chroot remove latchkey-demo-server || return 1 # it wants this very version
    apt_in_chroot install --allow-downgrades /root/older.deb || return 1
    [ "$(in_chroot "$suite" dpkg-query -W -f '${Version}' latchkey)" = 0.0.1-1 ] || return 1
    as_tester_in_chroot "$suite" 'sh ./desktop.sh sh ./upgraded.sh "$PWD"' &
    desktop=$!
    tries=0
    until [ -e "$chroots/$suite/home/tester/running" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 60 ] || return 1
        sleep 1
    done
    apt_in_chroot install "/root/$(basename "$app")" || return 1
    : >"$chroots/$suite/home/tester/upgraded"
    wait "$desktop"
}

# As Debian runs it; its packages are there, so it installs nothing that files_before would miss.
deb_autopkgtest() {
    export_source "$chroots/$suite/root/source" || return 1
    lay_debian "$chroots/$suite/root/source"
    apt_in_chroot install autopkgtest || return 1
    in_chroot "$suite" autopkgtest --no-built-binaries /root/source -- null
}

deb_version() {
    version=$(dpkg-deb -f "$app" Version)
    wanted="latchkey ${version%%[+-]*}"
    [ "$(as_tester_in_chroot "$suite" 'latchkey --version')" = "$wanted" ] || { echo "not $wanted"; return 1; }
}

deb_no_demo() {
    as_tester_in_chroot "$suite" '
        status=0
        QT_QPA_PLATFORM=offscreen latchkey --demo 2>said || status=$?
        [ "$status" -eq 1 ] && grep -qF "The demo server is not installed. Its package is latchkey-demo-server." said'
}

deb_nothing_left() {
    all_files | grep latchkey && return 1
    # The desktop's packages came meanwhile: only what was there before is compared.
    all_files | comm -13 - "$files_before" >"$chroots/lost"
    [ ! -s "$chroots/lost" ] || { cat "$chroots/lost"; return 1; }
}
