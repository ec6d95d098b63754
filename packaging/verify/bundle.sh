# What the portable folder and the AppImage have to hold both: $bundle is the folder, unpacked, and $start the command
# that a person gives, in the chroot. Sourced by portable.sh and appimage.sh.
# shellcheck shell=sh disable=SC2154,SC2317,SC2016 # verify.sh sets $chroots, $OUT and $said; checks are called by name

BUNDLE_SYSTEM=without-qt # a minimal Debian 13, made once for both
DESK_PACKAGES="at-spi2-core python3-gi dbus-bin xdotool weston"

# newest PATTERN: of that name in OUT.
newest() {
    # shellcheck disable=SC2012,SC2086 # names are ours, and a pattern is meant
    ls -t "$OUT"/$1 2>/dev/null | head -n 1
}

# What is in the folder, looked at from here.
bundle_look() {
    figures=$chroots/figures
    printf 'KiB of the file %s\nMiB unpacked %s\nKiB of the program %s\n' "$(($(stat -c %s "$1") / 1024))" \
        "$(du -sm --apparent-size "$bundle" | cut -f 1)" "$(($(stat -c %s "$bundle/bin/latchkey") / 1024))" >"$figures"
    sed 's/^/        /' "$figures"
    check "size: at most 10 % over the figures in packaging/README.md" sizes_hold "$2, $(host_suite)" 3
    check "places: no systemd units, nothing setuid, everybody may read" bundle_places
    check "what is bundled has its papers" bundle_papers_there
    check "bill of materials, beside it and inside" bundle_bills "$1"
    check "libraries and plugins are found by RUNPATH, inside the folder" bundle_runpaths
    for program in latchkey latchkey-demo-server; do
        check "$program: hardening" program_hardened "$bundle/bin/$program"
        check "$program: stripped, no build path" program_clean "$bundle/bin/$program"
    done
}

bundle_places() {
    find "$bundle" \( -type f -o -type d \) \( ! -perm -a+r -o -perm /7022 \) >"$chroots/words"
    find "$bundle" -type l -exec sh -c 'for link; do [ -e "$link" ] || echo "$link"; done' sh {} + >>"$chroots/words"
    find "$bundle" -path '*systemd/*' -o -name '*.service' -o -name 'libc.so*' -o -name 'ld-linux*' >>"$chroots/words"
    cat "$chroots/words"
    [ ! -s "$chroots/words" ]
    for name in bin/qt.conf translations/qtbase_de.qm translations/qtbase_es.qm translations/qtbase_ar.qm \
        translations/qtbase_pt_BR.qm lib/libOpenGL.so.0 lib/libsecret-1.so.0 lib/libssl.so lib/libcrypto.so; do
        [ -e "$bundle/$name" ] || { echo "no $name"; return 1; }
    done
}

bundle_papers_there() {
    [ "$(wc -l <"$bundle/share/doc/latchkey/bundled-packages")" -gt 40 ]
    while read -r package _ _ source_version; do
        [ -s "$bundle/share/doc/latchkey/copyright/${package%:*}" ] || { echo "no copyright of $package"; return 1; }
        [ -n "$source_version" ] || { echo "no version of $package"; return 1; }
    done <"$bundle/share/doc/latchkey/bundled-packages"
    [ -s "$bundle/share/doc/latchkey/LICENSE" ]
}

bundle_bills() {
    sbom_holds "$1" && python3 packaging/sbom/validate.py "$bundle/share/doc/latchkey/latchkey.cdx.json"
}

bundle_runpaths() {
    find "$bundle/bin" "$bundle/lib" "$bundle/plugins" -type f ! -name qt.conf >"$chroots/list"
    while read -r file; do
        runpath=$(readelf -d "$file" | sed -n 's/.*(RUNPATH).*\[\(.*\)\]/\1/p')
        case ${file#"$bundle/"}:$runpath in
        'lib/'*':$ORIGIN' | 'bin/'*':$ORIGIN/../lib' | 'plugins/'*':$ORIGIN/../../lib') ;;
        *) echo "$file: $runpath"; return 1 ;;
        esac
    done <"$chroots/list"
}

# The minimal system, and what is put there to try things with.
bundle_system() {
    home=$chroots/$BUNDLE_SYSTEM/home/tester
    [ -d "$home" ] || {
        step "Make a minimal trixie, without Qt"
        make_chroot trixie "$BUNDLE_SYSTEM"
        install -m 644 tests/support/desktop.sh tests/a11y/atspi.py tests/a11y/desk.py packaging/verify/atdesk.py \
            packaging/verify/alone.sh packaging/verify/ended.sh \
            packaging/verify/settled.sh packaging/verify/wayland.sh "$home/"
        check "what people have: xz, and certificates to trust" apt_in "$BUNDLE_SYSTEM" install xz-utils ca-certificates
        check "no Qt, no keyring, no X there" bundle_system_is_bare
    }
}

bundle_system_is_bare() {
    in_chroot "$BUNDLE_SYSTEM" sh -c '! dpkg-query -W -f "\${Package}\n" | grep -E "qt6|qt5|libsecret|keyring$|libx11|libxcb|libgl|fonts" |
        grep -v debian-archive-keyring'
}

apt_in() {
    system=$1
    shift
    in_chroot "$system" apt-get -q -y --no-install-recommends "$@"
}

# Each time, nothing may be left of it.
as_tester() {
    as_tester_in_chroot "$BUNDLE_SYSTEM" "
        { $1
        }; status=\$?; sh ~/settled.sh && exit \$status"
}

# All that is there, but what lists and caches note of packages, and homes.
bundle_files() {
    in_chroot "$BUNDLE_SYSTEM" find / -xdev \( -path /home -o -path /proc -o -path /dev -o -path /var/lib/dpkg \
        -o -path /var/cache -o -path /var/log -o -path /var/lib/apt \) -prune -o -print | LC_ALL=C sort
}

# Before there is a desktop.
bundle_bare() {
    bundle_files >"$chroots/files-before"
    check "--version" bundle_version
    check "--help" as_tester "$start --help >said && grep -q '^Usage: latchkey ' said"
    check "--diagnostics: the bundled OpenSSL" bundle_openssl
    check "nothing but glibc is the system's" as_tester "sh ./alone.sh $start --diagnostics"
    check "without a display: one sentence" as_tester "status=0; $start 2>said || status=\$?
        cat said; [ \$status -eq 1 ] && [ \$(wc -l <said) -eq 1 ] && grep -q 'there is no display' said"
}

bundle_version() {
    wanted="latchkey $(sed -n 's/^project(Latchkey VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)"
    [ "$(as_tester "$start --version")" = "$wanted" ] || { echo "not $wanted"; return 1; }
}

# The version that the folder has by its own papers.
bundle_openssl() {
    as_tester "$start --diagnostics >said" || return 1
    grep '^  TLS: ' "$home/said"
    version=$(sed -n 's/^libssl3[^ ]* \([0-9.]*\)-.*/\1/p' "$bundle/share/doc/latchkey/bundled-packages")
    [ -n "$version" ] || { echo "the papers name no OpenSSL"; return 1; }
    grep -qF "  TLS: openssl, OpenSSL $version " "$home/said" || { echo "not $version"; return 1; }
}

# With one, with a keyring, and still offline.
bundle_desktop() {
    # shellcheck disable=SC2086 # a list of words is meant
    check "a desktop to try it in" apt_in "$BUNDLE_SYSTEM" install $DESKTOP_PACKAGES $DESK_PACKAGES
    bundle_browser_there
    check "the main job, with a real keyring" as_tester "sh ./desktop.sh $start --demo --smoke-test"
    check "and nothing on standard error" as_tester \
        "sh ./desktop.sh sh -c '$start --demo --smoke-test 2>said' && cat said && [ ! -s said ]"
    check "nothing but glibc is the system's, with a window" \
        as_tester "sh ./desktop.sh sh ./alone.sh $start --demo --smoke-test"
    check "the main job in a Wayland session, where there is no X" \
        as_tester "sh ./desktop.sh sh ./wayland.sh $start --demo --smoke-test"
    check "a link opens the system's browser, without our libraries" \
        as_tester "LATCHKEY_PROGRAM=$start sh ./desktop.sh python3 -B ./atdesk.py Browser"
    check "what needs systemd's units is greyed and says why" \
        as_tester "LATCHKEY_PROGRAM=$start sh ./desktop.sh python3 -B ./atdesk.py Settings"
    bundle_ends "SIGTERM ends it, and nothing is left" TERM
    bundle_ends "SIGKILL ends it, and nothing is left" KILL
    check "nothing is left outside homes" bundle_nothing_left
}

bundle_nothing_left() {
    bundle_files >"$chroots/files-after"
    comm -13 "$chroots/files-before" "$chroots/files-after" | grep -iE 'latchkey|mount_' >"$chroots/words" || :
    cat "$chroots/words"
    [ ! -s "$chroots/words" ]
}

bundle_ends() {
    check "$1" as_tester "sh ./desktop.sh sh ./ended.sh $2 $start --no-keychain"
}

# A server that the system trusts, and a browser that notes what it was given.
bundle_browser_there() {
    [ ! -e "$home/portal.crt" ] || return 0
    printf '#!/bin/sh\n{ printf "%%s\\n" "$1"; env; } >"$HOME/noted" && mv "$HOME/noted" "$HOME/browser-was-asked"\n' \
        >"$chroots/$BUNDLE_SYSTEM/usr/local/bin/xdg-open"
    chmod 755 "$chroots/$BUNDLE_SYSTEM/usr/local/bin/xdg-open"
    check "a server of its own that the system trusts" in_chroot "$BUNDLE_SYSTEM" sh -euc 'cd /home/tester
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
            -keyout portal.key -out portal.crt
        chown tester portal.key
        cp portal.crt /usr/local/share/ca-certificates/
        update-ca-certificates'
}

# A system whose glibc is too old; where the archive has none any more, its answer alone.
bundle_old_system() {
    old=bullseye
    if [ ! -d "$chroots/$old" ] && [ ! -e "$chroots/no-$old" ]; then
        step "Make a minimal $old, whose glibc is too old"
        (make_chroot "$old") || : >"$chroots/no-$old"
    fi
    if [ -e "$chroots/no-$old" ]; then
        printf '        no %s: glibc only says that it is 2.31\n' "$old"
        old=$BUNDLE_SYSTEM
        printf '#!/bin/sh\necho glibc 2.31\n' >"$chroots/$old/usr/local/bin/getconf"
        chmod 755 "$chroots/$old/usr/local/bin/getconf"
    fi
    rm -rf "$chroots/$old/home/tester/old"
    mkdir "$chroots/$old/home/tester/old"
}

# told_of_old_glibc COMMAND: says it in one sentence.
told_of_old_glibc() {
    as_tester_in_chroot "$old" "cd old; status=0; $1 2>../said || status=\$?; cat ../said
        [ \$status -eq 1 ] && [ \$(wc -l <../said) -eq 1 ] &&
            grep -q 'needs the C library glibc 2[.][0-9]* or newer, and this system has 2.31: take ' ../said"
    rm -f "$chroots/$BUNDLE_SYSTEM/usr/local/bin/getconf"
}

# Beside the Debian package, if OUT has one.
bundle_beside_deb() {
    app=$(newest 'latchkey_*_*.deb')
    [ -n "$app" ] || { printf '        no Debian package in %s to be beside\n' "$OUT"; return 0; }
    cp "$app" "$chroots/$BUNDLE_SYSTEM/root/"
    check "the Debian package beside it" apt_in "$BUNDLE_SYSTEM" install "/root/$(basename "$app")"
    check "one instance wins, and both know the session" beside "$start" /usr/bin/latchkey
    check "the same the other way round" beside /usr/bin/latchkey "$start"
    check "a Wayland session, beside a Qt that has no plugin for it" \
        as_tester "sh ./desktop.sh sh ./wayland.sh $start --demo --smoke-test"
    check "away with it, and with Qt" apt_in "$BUNDLE_SYSTEM" autoremove --purge latchkey
}

beside() {
    as_tester "LATCHKEY_PROGRAM=$1 LATCHKEY_OTHER=$2 LATCHKEY_DEMO_SERVER=\$PWD/bin/latchkey-demo-server \
        sh ./desktop.sh python3 -B ./atdesk.py SharedSession"
}
