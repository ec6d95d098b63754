# What is checked of sums and signatures. Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317 # verify.sh sets $chroots and $OUT; checks are called by name

verify_signatures() {
    step "Look at sums and signatures"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $SIGN_PACKAGES
    [ -f "$OUT/SHA256SUMS" ] || die "there are no sums in $OUT: sh packaging/make.sh signatures makes them"
    ring=$chroots/ring
    mkdir -m 700 "$chroots/gnupg"
    if [ -f "$OUT/throwaway-key.asc" ]; then
        printf 'Signed with a throw-away key: that tells only that nothing changed since.\n'
        gpg --homedir "$chroots/gnupg" --batch --dearmor <"$OUT/throwaway-key.asc" >"$ring"
    else
        [ -n "${LATCHKEY_SIGNING_KEY:-}" ] || die "whose signature is it to be? Set LATCHKEY_SIGNING_KEY"
        gpg --batch --export "$LATCHKEY_SIGNING_KEY" >"$ring"
    fi
    check "every file has its sum" signatures_cover
    check "the sums hold" sums_hold "$OUT"
    check "the signature of the sums" signature_holds "$OUT"
    for text in "$OUT"/*.changes "$OUT"/*.buildinfo; do
        [ -f "$text" ] || continue
        check "$(basename "$text"): signature" text_holds "$text"
        check "$(basename "$text"): refused with one byte changed" text_is_guarded "$text"
    done
    for text in "$OUT"/*.changes; do
        [ -f "$text" ] || continue
        check "$(basename "$text"): the sums in it hold" changes_hold "$text"
    done
    check "one byte changed in any file: refused" files_are_guarded
    check "one byte changed in the sums: refused" refused_without_one_byte SHA256SUMS
    check "one byte changed in the signature: refused" refused_without_one_byte SHA256SUMS.asc
    check "another key: refused" another_key_is_refused
}

signatures_cover() {
    published_files >"$chroots/published"
    cut -c 67- "$OUT/SHA256SUMS" | diff - "$chroots/published"
}

sums_hold() {
    (cd "$1" && sha256sum --check --strict --quiet SHA256SUMS)
}

signature_holds() {
    gpgv --homedir "$chroots/gnupg" --keyring "$ring" "$1/SHA256SUMS.asc" "$1/SHA256SUMS"
}

text_holds() {
    gpgv --homedir "$chroots/gnupg" --keyring "$ring" "$1"
}

changes_hold() {
    sed -n '/^Checksums-Sha256:/,/^[^ ]/s/^ \([0-9a-f]\{64\}\) [0-9]* \(.*\)/\1  \2/p' "$1" >"$chroots/sums"
    [ -s "$chroots/sums" ]
    (cd "$OUT" && sha256sum --check --strict --quiet "$chroots/sums")
}

# change_one_byte FILE: the lowest bit of the one in the middle.
change_one_byte() {
    at=$(($(stat -c %s "$1") / 2))
    byte=$(dd if="$1" bs=1 skip="$at" count=1 status=none | od -An -tu1)
    printf '%b' "\\0$(printf %o $((byte ^ 1)))" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}

text_is_guarded() {
    cp "$1" "$chroots/text"
    text_holds "$chroots/text"
    change_one_byte "$chroots/text"
    ! cmp -s "$1" "$chroots/text"
    ! text_holds "$chroots/text"
}

files_are_guarded() {
    rm -rf "$chroots/copy"
    mkdir "$chroots/copy"
    while read -r sum file; do
        cp "$OUT/$file" "$chroots/copy/$file"
        printf '%s  %s\n' "$sum" "$file" >"$chroots/copy/SHA256SUMS"
        sums_hold "$chroots/copy"
        change_one_byte "$chroots/copy/$file"
        ! sums_hold "$chroots/copy" || { echo "$file"; return 1; }
        rm "$chroots/copy/$file"
    done <"$OUT/SHA256SUMS"
}

refused_without_one_byte() {
    rm -rf "$chroots/copy"
    mkdir "$chroots/copy"
    cp "$OUT/SHA256SUMS" "$OUT/SHA256SUMS.asc" "$chroots/copy/"
    signature_holds "$chroots/copy"
    change_one_byte "$chroots/copy/$1"
    ! signature_holds "$chroots/copy"
}

another_key_is_refused() {
    : >"$chroots/no-key"
    ! gpgv --homedir "$chroots/gnupg" --keyring "$chroots/no-key" "$OUT/SHA256SUMS.asc" "$OUT/SHA256SUMS"
}
