# What is checked of the portable folder. Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317,SC2016 # verify.sh sets $chroots, $OUT and $said; checks are called by name
. packaging/verify/bundle.sh

verify_portable() {
    step "Look at the portable folder"
    archive=$(newest 'latchkey-*-linux-*.tar.xz')
    [ -n "$archive" ] || die "no portable folder in $OUT: sh packaging/make.sh portable makes it"
    printf '%s\n' "$archive"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $VERIFY_BUNDLE_PACKAGES
    name=$(basename "$archive" .tar.xz)
    check "one folder, of root's, all of one time" portable_listing
    mkdir "$chroots/portable"
    tar -xJf "$archive" -C "$chroots/portable"
    bundle=$chroots/portable/$name
    bundle_look "$archive" portable

    bundle_system
    step "Use it there, as a normal user, offline"
    cp "$archive" "$home/"
    check "unpack it, to a folder with a blank" as_tester "mkdir 'my programs' && tar -xJf $name.tar.xz -C 'my programs'"
    as_tester "mkdir -p bin && ln -sf '../my programs/$name/latchkey' bin/latchkey &&
        ln -sf '../my programs/$name/latchkey-demo-server' bin/latchkey-demo-server"
    start=bin/latchkey # a link to the start script, as people make one
    bundle_bare
    check "the demo server's --help" as_tester 'bin/latchkey-demo-server --help | grep "^Usage: latchkey-demo-server "'
    bundle_desktop
    check "from inside its folder, too" as_tester "cd 'my programs/$name' && ./latchkey --version"

    bundle_old_system
    cp -a "$bundle" "$chroots/$old/home/tester/old/folder"
    check "glibc is too old: one sentence" told_of_old_glibc './folder/latchkey --version'
    step "Portable folder and Debian package side by side"
    bundle_beside_deb
}

portable_listing() {
    tar --numeric-owner --full-time -tvf "$archive" >"$chroots/list"
    awk -v top="$name/" '$2 != "0/0" || index($6, top) != 1 || $6 ~ /\.\./ { print; bad = 1 } END { exit bad }' "$chroots/list"
    [ "$(awk '{ print $4, $5 }' "$chroots/list" | sort -u | wc -l)" -eq 1 ]
}
