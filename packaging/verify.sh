#!/bin/sh
# Proves what make.sh built: `sh packaging/verify.sh [FORMAT...]`, as root. Looks at the files in $OUT, installs them on
# minimal systems of their own, and does the main job there as a normal user. A line a check; the exit code is 0 if all held.
# VERIFY_SKIP leaves checks out by their names (what CI has no time for): "upgrade", "autopkgtest".
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh
. packaging/chroot.sh
. packaging/formats.sh

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
require_formats "$FORMATS" "$@"
read_steps_of verify "$@"
[ "$(id -u)" -eq 0 ] ||
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

OUT=$(cd "${OUT:-$source_dir/../latchkey-packages}" 2>/dev/null && pwd -P) ||
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
