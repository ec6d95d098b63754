# What is checked of the rpm packages: what is in them, and that rpm lays it out, finds it whole and takes it away again.
# Nothing here resolves their dependencies, for Debian has other names. Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317,SC2012 # verify.sh sets $chroots and $OUT; checks are called by name; names are ours

verify_rpm() {
    step "Look at the rpm packages"
    app=$(ls -t "$OUT"/latchkey-[0-9]*.rpm 2>/dev/null | head -n 1)
    demo=$OUT/latchkey-demo-server-${app##*/latchkey-}
    { [ -n "$app" ] && [ -f "$demo" ]; } || die "no rpm packages in $OUT: sh packaging/make.sh rpm makes them"
    printf '%s\n%s\n' "$app" "$demo"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $RPM_PACKAGES
    for rpm in "$app" "$demo"; do
        name=$(rpm -qp --qf '%{NAME}' "$rpm")
        check "$name: whole" rpm --checksig --nosignature "$rpm"
        check "$name: header" rpm_header "$rpm"
        check "$name: owner, modes, places" rpm_places "$rpm"
        check "$name: no configuration, no script" rpm_no_scripts "$rpm"
        check "$name: bill of materials" sbom_holds "$rpm"
    done
    check "latchkey: what it needs" rpm_needs "$app" "libQt6Widgets.so.6()(64bit)" "libqt6keychain.so.1()(64bit)" \
        "libsecret-1.so.0()(64bit)" ca-certificates hicolor-icon-theme
    check "latchkey-demo-server: what it needs" rpm_needs "$demo" "libQt6Core.so.6()(64bit)" "libcpp-httplib.so."
    check "no file is in both" rpm_disjoint
    step "Install the rpm packages in a folder of their own"
    root=$chroots/rpm
    check "installs" in_rpm_root --install --nodeps "$app" "$demo"
    check "every file is as packed" in_rpm_root --verify --nodeps latchkey latchkey-demo-server
    check "the programs start" rpm_starts
    check "a lost file is noticed" rpm_notices
    check "reinstalls" in_rpm_root --upgrade --replacepkgs --nodeps "$app" "$demo"
    check "every file is as packed again" in_rpm_root --verify --nodeps latchkey latchkey-demo-server
    check "goes" in_rpm_root --erase latchkey latchkey-demo-server
    check "leaves nothing behind" rpm_nothing_left
    printf 'Their dependencies were never resolved here.\n'
}

# Silent, or it failed; but Debian's rpm always says that it is no way to install on Debian, and Debian 13's that it mounts
# nothing of its own in a folder.
in_rpm_root() {
    went_well=0
    rpm --root "$root" --dbpath /var/lib/rpm "$@" >"$chroots/rpm-said" 2>&1 || went_well=1
    ! grep -vE '^rpm: (RPM should not be used directly|However assuming you know)|^warning: private mounts in chroot not implemented$' "$chroots/rpm-said" || return 1
    return "$went_well"
}

rpm_header() {
    for tag in SUMMARY DESCRIPTION LICENSE URL VENDOR PACKAGER; do
        value=$(rpm -qp --qf "%{$tag}" "$1")
        case $value in
        "" | "(none)" | "no package"*) echo "$tag: $value"; return 1 ;;
        esac
    done
    [ "$(rpm -qp --qf '%{ARCH} %{LICENSE} %{BUILDHOST}' "$1")" = "$(uname -m) MIT localhost" ]
    rpm -qp --qf '%{PACKAGER}' "$1" | grep -F "<$(identity LATCHKEY_CONTACT)>"
}

rpm_places() {
    rpm -qp --qf '[%{FILEMODES:perms} %{FILEUSERNAME}/%{FILEGROUPNAME} %{FILENAMES}\n]' "$1" >"$chroots/list"
    grep -q . "$chroots/list"
    while read -r mode owner path; do
        case $mode:$owner:$path in
        drwxr-xr-x:root/root:/usr/share/licenses/latchkey*) ;;
        -rwxr-xr-x:root/root:/usr/bin/latchkey*) ;;
        -rw-r--r--:root/root:/usr/share/zsh/site-functions/_latchkey*) ;;
        *zsh*) echo "$path: zsh does not look there"; return 1 ;;
        -rw-r--r--:root/root:/usr/share/* | -rw-r--r--:root/root:/usr/lib/systemd/user/latchkey-renew.*) ;;
        *) echo "$mode $owner $path"; return 1 ;;
        esac
    done <"$chroots/list"
    for part in bin/ man/man1/ bash-completion/ zsh/ fish/ licenses/; do
        grep "$part" "$chroots/list" || { echo "nothing in $part"; return 1; }
    done
}

rpm_no_scripts() {
    [ -z "$(rpm -qp --scripts --triggers "$1")" ] && [ -z "$(rpm -qp --configfiles "$1")" ]
}

# rpm_needs FILE WHAT...
rpm_needs() {
    rpm -qp --requires "$1" >"$chroots/list"
    shift
    for what in "$@"; do
        grep -F -- "$what" "$chroots/list" || { echo "it does not name $what"; return 1; }
    done
}

rpm_disjoint() {
    rpm -qpl "$app" "$demo" | sort | uniq -d >"$chroots/list"
    ! grep . "$chroots/list"
    [ "$(rpm -qpl "$app" | grep -c demo-server)" -eq 0 ]
}

rpm_starts() {
    grep -F '="/usr/bin/latchkey" --renew' "$root/usr/lib/systemd/user/latchkey-renew.service"
    for program in latchkey latchkey-demo-server; do
        [ "$("$root/usr/bin/$program" --version)" = "$program $(rpm -qp --qf "%{VERSION}" "$app" | sed "s/+dirty//")" ]
    done
}

rpm_notices() {
    rm "$root/usr/bin/latchkey"
    ! in_rpm_root --verify --nodeps latchkey
}

rpm_nothing_left() {
    find "$root" ! -type d ! -path "$root/var/lib/rpm/*" >"$chroots/list"
    ! grep . "$chroots/list"
    [ ! -e "$root/usr/share/licenses/latchkey" ]
}
