#!/bin/sh
# Builds twice and compares the bytes: `sh packaging/reproduce.sh [demo | FORMAT...]`, all formats unless told; "demo" is
# the demo server alone, which is what CI has time for. The two differ in folder, files' times, TZ, LANG and umask; those of
# formats in the clock, too.
# shellcheck disable=SC2030,SC2031 # that is what the two subshells are for
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh
. packaging/formats.sh

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
require_formats "demo $FORMATS" "$@"

work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-reproduce.XXXXXX")
clean_up() {
    # An interruption of this script alone does not reach what it started. All of that works here.
    for process in /proc/[0-9]*; do
        case $(readlink "$process/cwd" 2>/dev/null) in
        "$work"/*) kill -KILL "${process#/proc/}" 2>/dev/null || : ;;
        esac
    done
    rm -rf "$work"
}
always_clean_up

# Somebody may commit meanwhile.
commit=HEAD
[ ! -e .git ] || commit=$(git_here rev-parse HEAD)

# once FOLDER COMMAND..., in a shell of its own: in a copy of the source below it, whose files are as old as FOLDER's name is
# long in hours.
once() {
    folder=$1
    shift
    mkdir -p "$folder/source"
    cd "$folder/source"
    if [ -e "$source_dir/.git" ]; then
        cp -a "$source_dir/.git" .git # no clone, which would refuse another user's checkout
        git_here checkout -q -f "$commit"
    else
        cp -a "$source_dir/." .
    fi
    find . -path '*/.git' -prune -o -type f -exec touch -d "${#folder} hours ago" {} +
    "$@"
}

# Not under another clock: with its symbols and a precompiled header, the compiler did not always write the same there.
build_demo() {
    cmake -S . -B ../built -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS="-g -O2" -DBUILD_TESTING=OFF \
        -DLATCHKEY_PRECOMPILE=ON >../configured
    cmake --build ../built --target latchkey-demo-server >../log || { tail -n 20 ../log; return 1; }
    mkdir -p ../packages
    cp ../built/app/demo/latchkey-demo-server ../packages/
}

# $clock: what each is built under. The files keep their true times, or those that are set on purpose would move along.
make_formats() {
    OUT=$PWD/../packages $clock sh packaging/make.sh "$@" >../log 2>&1 || { tail -n 20 ../log; return 1; }
}

step "Install what building needs"
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $REPRODUCE_PACKAGES git ca-certificates
builder=make_formats
[ "$1" != demo ] || builder=build_demo
# Waited for so that an interruption is heard.
step "Build once"
clock=""
(umask 022 && export TZ=UTC LC_ALL=C.UTF-8 TMPDIR="$work" && once "$work/first" "$builder" "$@") &
wait $!
step "Build again, elsewhere"
mkdir -p "$work/another/place"
clock="env NO_FAKE_STAT=1 faketime --exclude-monotonic -f +25h"
(umask 002 && export TZ=NPT-5:45 LC_ALL=C TMPDIR="$work/another/place" && once "$work/the/second/one" "$builder" "$@") &
wait $!

step "Compare"
[ -n "$(find "$work/first/packages" -type f)" ] || die "nothing was built"
differ=0
# What names the machine and the moment of a build is no part of what is installed.
for file in $(cd "$work/first/packages" && find . -type f ! -name '*.buildinfo' ! -name '*.changes' | sort); do
    if cmp -s "$work/first/packages/$file" "$work/the/second/one/packages/$file"; then
        printf 'same    %s  %s\n' "$(sha256sum <"$work/first/packages/$file" | cut -c 1-64)" "$(basename "$file")"
    else
        printf 'DIFFERS %s\n' "$(basename "$file")"
        differ=1
        install_packages diffoscope-minimal
        diffoscope --text-color=never "$work/first/packages/$file" "$work/the/second/one/packages/$file" | head -n 60 || :
    fi
done
[ "$differ" -eq 0 ] || die "not the same bytes"
