#!/bin/sh
# What make.sh signs, verify.sh believes, and nothing else: sh signatures.sh
# Of a few small files in a folder of its own, with a throw-away key.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export OUT="$folder/out"
unset LATCHKEY_SIGNING_KEY
failed=0

fail() {
    printf '%s:\n' "$1"
    cat "$folder/said"
    failed=1
}

signed() {
    sh packaging/make.sh signatures >"$folder/said" 2>&1 || fail "not signed"
}

believed() {
    sh packaging/verify.sh signatures >"$folder/said" 2>&1 || fail "$1: not believed"
}

# refused NAME CHECK: by that check.
refused() {
    if sh packaging/verify.sh signatures >"$folder/said" 2>&1 || ! grep -qF "FAILED  $2" "$folder/said"; then
        fail "$1: not refused by \"$2\""
    fi
}

mkdir "$OUT"
printf 'the program' >"$OUT/latchkey_1_amd64.deb"
printf 'the folder' >"$OUT/latchkey-1.tar.xz"
printf 'Format: 1.0\nSource: latchkey\nEnvironment:\n LANG="C"\n' >"$OUT/latchkey_1_amd64.buildinfo"
{
    printf 'Format: 1.8\nSource: latchkey\nChanges:\n latchkey (1) unstable\n .\n   - first\n'
    for sum in md5sum:Files sha1sum:Checksums-Sha1 sha256sum:Checksums-Sha256; do
        printf '%s:\n' "${sum#*:}"
        for file in latchkey_1_amd64.deb latchkey_1_amd64.buildinfo; do
            extra=""
            [ "$sum" != md5sum:Files ] || extra=" net optional"
            printf ' %s %s%s %s\n' "$("${sum%:*}" <"$OUT/$file" | cut -d ' ' -f 1)" "$(stat -c %s "$OUT/$file")" "$extra" "$file"
        done
    done
} >"$OUT/latchkey_1_amd64.changes"
cp -r "$OUT" "$folder/before"

signed
believed "signed once"
# Anew, with another key: what was signed is no part of what is signed.
cp "$OUT/throwaway-key.asc" "$folder/first-key"
signed
! cmp -s "$OUT/throwaway-key.asc" "$folder/first-key" || fail "the key was not thrown away"
believed "signed twice"
[ "$(grep -c 'BEGIN PGP SIGNED' "$OUT/latchkey_1_amd64.changes")" -eq 1 ] || fail "signed over a signature"
for file in latchkey_1_amd64.deb latchkey-1.tar.xz; do
    cmp "$OUT/$file" "$folder/before/$file" || failed=1
done
sed -n '/^Format/,/unstable/p' "$OUT/latchkey_1_amd64.changes" |
    cmp -n 60 - "$folder/before/latchkey_1_amd64.changes" || fail "the .changes say something else"

cp -r "$OUT" "$folder/good"
again() {
    rm -rf "$OUT"
    cp -r "$folder/good" "$OUT"
}
printf 'x' >>"$OUT/latchkey-1.tar.xz"
refused "a changed file" "the sums hold"
again
: >"$OUT/latchkey-1.AppImage"
refused "a file more" "every file has its sum"
again
sed -i 's/tar\.xz/zip/' "$OUT/SHA256SUMS"
mv "$OUT/latchkey-1.tar.xz" "$OUT/latchkey-1.zip"
refused "a renamed file" "the signature of the sums"
again
cp "$folder/first-key" "$OUT/throwaway-key.asc"
refused "another key" "the signature of the sums"
again
sed -i 's/unstable/stable/' "$OUT/latchkey_1_amd64.changes"
refused "other changes" "latchkey_1_amd64.changes: signature"
again
sed -i 's/LANG="C"/LANG="D"/' "$OUT/latchkey_1_amd64.buildinfo"
refused "another build" "latchkey_1_amd64.changes: the sums in it hold"
exit "$failed"
