#!/bin/sh
# Proves what make.sh built: `sh packaging/verify.sh [FORMAT...]`, as root. Looks at the files in $OUT, installs them on
# minimal systems of their own, and does the main job there as a normal user. A line a check; the exit code is 0 if all held.
# "signatures" looks at the sums and signatures of all that is there, "flatpak" at a manifest that nothing is built from here.
# VERIFY_SKIP leaves checks out by their names (what CI has no time for): "upgrade", "autopkgtest".
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh
. packaging/chroot.sh
. packaging/sign.sh
. packaging/formats.sh

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
require_formats "$FORMATS flatpak signatures" "$@"
read_steps_of verify "$@"
[ "$(id -u)" -eq 0 ] || [ "$*" = signatures ] || [ "$*" = flatpak ] ||
    die "verify.sh installs the packages on a system of their own, which takes debootstrap, mounts and chroot: run it as root"

# check NAME COMMAND...: one line; what the command said follows only if it failed.
failed=0
check() {
    checked=$1
    shift
    set +e
    (set -e && "$@") >"$said" 2>&1 # not within an if, which would switch -e off inside as well
    held=$?
    set -e
    if [ "$held" -eq 0 ]; then
        printf 'ok      %s\n' "$checked"
        sed -n 's/^note: /        note: /p' "$said"
    else
        printf 'FAILED  %s\n' "$checked"
        sed 's/^/        /' "$said"
        failed=$((failed + 1))
    fi
}

skipped() {
    case " ${VERIFY_SKIP:-} " in
    *" $1 "*) return 0 ;;
    esac
    return 1
}

# Control-flow protection is asked for, but Debian's own start-up objects lack it, so that it cannot be read off.
program_hardened() {
    # Branch protection is ARM's, and asked about since Debian 13.
    cannot=--nocfprotection
    [ "$(dpkg --print-architecture)" = arm64 ] || ! hardening-check --help | grep -q -e --nobranchprotection ||
        cannot="$cannot --nobranchprotection"
    # shellcheck disable=SC2086 # a list of words is meant
    hardening-check $cannot "$1" || return 1
    readelf -lW "$1" | grep -E 'GNU_STACK +.* RW ' || { echo "the stack is executable"; return 1; }
}

program_clean() {
    file -b "$1" | grep ', stripped' || return 1
    strings -a "$1" >"$chroots/words"
    ! grep -E '/(tmp|build|home|root|work|usr/src)/|obj-[a-z0-9_]+-linux-gnu' "$chroots/words"
}

# sizes_hold WHAT COUNT: each of so many lines in $figures, "packages pulled in 106", against the line
# "| WHAT | packages pulled in | 106 |" in packaging/README.md.
sizes_hold() {
    # shellcheck disable=SC2154 # who asks sets it
    [ "$(wc -l <"$figures")" -eq "$2" ] || return 1
    while read -r line; do
        name=${line% *}
        now=${line##* }
        held=$(sed -n "s/^| $1 | $name | \([0-9]*\) |.*/\1/p" packaging/README.md)
        [ "$now" -gt 0 ] || return 1
        if [ -z "$held" ]; then
            echo "note: $name is $now; packaging/README.md has no figure for $1"
            case $1 in
            *bookworm | *trixie) return 1 ;;
            esac
            continue
        fi
        [ $((now * 10)) -le $((held * 11)) ] || { echo "$name: $now, was $held. If it has to be: say why, and write it there"; return 1; }
    done <"$figures"
}

# A check: FILE has a bill of materials beside it that the schema holds, and that names its hash.
sbom_holds() {
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $VERIFY_SBOM_PACKAGES
    python3 packaging/sbom/validate.py "$1.cdx.json" && grep -F "\"$(sha256sum <"$1" | cut -c 1-64)\"" "$1.cdx.json"
}

OUT=$(cd "${OUT:-$source_dir/../latchkey-packages}" 2>/dev/null && pwd -P) || [ "$*" = flatpak ] ||
    die "there are no packages yet: sh packaging/make.sh makes them"
umask 022 # others read what is made here
# Not in /tmp, which may be a file system in memory, without devices.
chroots=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-verify.XXXXXX")
chmod 755 "$chroots"
said=$chroots/said
clean_up() {
    remove_chroots
}
always_clean_up

for format in "$@"; do
    "verify_$format"
done
end_step
STEP_NAME=start
[ "$failed" -eq 0 ] || die "$failed checks failed"
printf '\nAll checks held.\n'
