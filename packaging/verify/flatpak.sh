# What is checked of the Flatpak manifest: that Flatpak reads it, and as what. Nothing is built: no runtime is within reach.
# Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317 # verify.sh sets $chroots and $source_dir; checks are called by name

verify_flatpak() {
    step "Read the Flatpak manifest"
    install_packages flatpak-builder
    check "flatpak-builder reads it" flatpak_reads
    check "no file system, and nobody else's names" flatpak_asks_little
    printf 'Not built here.\n'
}

flatpak_reads() {
    # Elsewhere, for it leaves a folder where it is.
    (cd "$chroots" && flatpak-builder --show-manifest "$source_dir/packaging/flatpak/org.latchkey.latchkey.yml") >"$chroots/manifest.json"
    for what in '"id" : "org.latchkey.latchkey"' '"runtime" : "org.kde.Platform"' '"runtime-version" : "6.10"' '"name" : "latchkey"'; do
        grep -F -- "$what" "$chroots/manifest.json" || { echo "not $what"; return 1; }
    done
}

flatpak_asks_little() {
    [ "$(grep -c -- '"--[a-z-]*=' "$chroots/manifest.json")" -eq 9 ]
    ! grep -E -- '--(filesystem|own-name|socket=(x11|session-bus|system-bus)|device=all)' "$chroots/manifest.json"
}
