#!/bin/sh
# Builds Latchkey and shows its main job: `sh packaging/try.sh`, on Debian 12 or 13.
# With a display: a window on the built-in demo server. Without: the same job unattended, with screenshots.
# Safe to repeat; everything it makes is below build/.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
. packaging/steps.sh
trap 'finish $?' EXIT

program=build/release/app/latchkey
screenshots=build/screenshots

step "Install what the build needs"
# shellcheck disable=SC2086 # lists of words are meant, here and below
install_packages $BUILD_PACKAGES $RUN_PACKAGES

build_preset release

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    if [ -z "${DISPLAY:-}" ]; then
        step "Install the Wayland plugin"
        install_packages $WAYLAND_PACKAGES
    fi
    step "Run Latchkey on its demo server; close the window to end"
    "$program" --demo
else
    step "No display here: install a private one"
    # shellcheck disable=SC2086
    install_packages $DESKTOP_PACKAGES
    step "Run the main job unattended"
    rm -rf "$screenshots"
    mkdir -p "$screenshots"
    sh tests/support/desktop.sh "$program" --demo --smoke-test --screenshots "$PWD/$screenshots"
    [ -n "$(ls "$screenshots")" ] || die "the smoke test passed but left no screenshot in $screenshots"
    printf '\nThe main job held. Its screenshots are in %s\n' "$PWD/$screenshots"
fi
