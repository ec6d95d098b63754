#!/bin/sh
# What others build by: the workflow and the Flatpak manifest. No machine of ours runs them, so what can be read is held:
# sh recipes.sh YAMLLINT
set -eu
cd "$(dirname "$0")/../.."
workflow=.github/workflows/release.yml
manifest=packaging/flatpak/org.latchkey.latchkey.yml
failed=0

fail() {
    printf '%s\n' "$*"
    failed=1
}

"$1" --strict -d "{extends: default, rules: {line-length: {max: 160}, truthy: {check-keys: false}, comments: {min-spaces-from-content: 1}}}" \
    .github packaging/flatpak || failed=1

# An action is code of others that runs with our rights: its commit, or the word that we do not know it.
uses=$(grep -E '^ *(- )?(uses|image):' "$workflow")
[ -n "$uses" ] || fail "$workflow uses nothing"
strangers=$(printf '%s\n' "$uses" | grep -vE '@[0-9a-f]{40} # v[0-9.]+$|# (hash|digest) not known here$') || :
[ -z "$strangers" ] || fail "$workflow: not pinned: $strangers"
[ "$(sed -n '/^permissions:$/,/^$/p' "$workflow")" = "permissions:
  contents: read" ] || fail "$workflow: more than contents: read for everybody"
grep -q '^# NEVER RUN\.' "$workflow" || fail "$workflow: does not say that it never ran"

allowed=$(sed -n '/^finish-args:$/,/^[a-z]/s/^  - //p' "$manifest")
[ "$allowed" = "--share=network
--share=ipc
--socket=wayland
--socket=fallback-x11
--device=dri
--talk-name=org.freedesktop.secrets
--talk-name=org.kde.kwalletd6
--talk-name=org.freedesktop.Notifications
--system-talk-name=org.freedesktop.login1" ] || fail "$manifest: allows something else: $allowed"

# pins FILE: the archives and their sums.
pins() {
    grep -oE 'https://[^ ]*\.tar\.gz|[0-9a-f]{64}' "$1"
}
[ "$(pins "$manifest")" = "$(pins packaging/libraries.cmake)" ] ||
    fail "$manifest and packaging/libraries.cmake name other archives"
exit "$failed"
