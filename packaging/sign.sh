# Sums and signatures over all that is in OUT. Sourced by make.sh and verify.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work and $OUT

# What has a sum: all but the sums, their signature and its key.
published_files() {
    (cd "$OUT" && find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' ! -name throwaway-key.asc ! -name '*.part' |
        sed 's|^\./||' | LC_ALL=C sort)
}

has_real_addresses() {
    ! grep -q 'example\.org' packaging/identity.cmake
}

# require_signing RELEASING: leaves where we would sign in a name that is nobody's yet, before anything is built.
require_signing() {
    if ! has_real_addresses; then
        rehearsal="For a rehearsal with a throw-away key: sh packaging/make.sh $FORMATS signatures, without LATCHKEY_SIGNING_KEY."
        [ "$1" = no ] || die "no release is signed while packaging/identity.cmake names addresses on example.org. $rehearsal"
        [ -z "${LATCHKEY_SIGNING_KEY:-}" ] ||
            die "no real key signs while packaging/identity.cmake names addresses on example.org. $rehearsal"
    fi
    if [ "$1" = yes ] && [ -n "$(ls -A "$OUT")" ]; then
        die "a release goes into an empty folder, for all that is in it gets signed: $OUT is not empty"
    fi
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $SIGN_PACKAGES
    [ -z "${LATCHKEY_SIGNING_KEY:-}" ] || gpg --batch --list-secret-keys "$LATCHKEY_SIGNING_KEY" >/dev/null 2>&1 ||
        die "gpg has no secret key $LATCHKEY_SIGNING_KEY (LATCHKEY_SIGNING_KEY)"
}

sign_published() {
    [ -n "$(published_files)" ] || die "there is nothing to sign in $OUT: sh packaging/make.sh $FORMATS signatures"
    if [ -n "${LATCHKEY_SIGNING_KEY:-}" ]; then
        ! published_files | grep -F +dirty || die "no real key signs what was made with uncommitted changes"
        rm -f "$OUT/throwaway-key.asc"
    else
        step "Make a throw-away key"
        make_throwaway_key
    fi
    step "Sign what is in $OUT"
    for changes in "$OUT"/*.changes; do
        [ -f "$changes" ] || continue
        sign_changes "$changes"
    done
    # shellcheck disable=SC2046 # names are ours
    (cd "$OUT" && sha256sum $(published_files)) >"$work/SHA256SUMS"
    sign --armor --detach-sign --output "$work/SHA256SUMS.asc" "$work/SHA256SUMS"
    publish "$work/SHA256SUMS" "$work/SHA256SUMS.asc"
}

# Without a passphrase, in a home of its own that goes with $work.
make_throwaway_key() {
    GNUPGHOME=$work/gnupg
    export GNUPGHOME
    mkdir -m 700 "$GNUPGHOME"
    gpg --batch --quiet --generate-key <<'EOF'
%no-protection
Key-Type: EDDSA
Key-Curve: ed25519
Key-Usage: sign
Name-Real: Latchkey throw-away key
Name-Comment: of one run, proves nobody
Expire-Date: 0
%commit
EOF
    gpg --batch --armor --export >"$work/throwaway-key.asc"
    publish "$work/throwaway-key.asc"
}

# For clean_up: what gpg started.
end_throwaway_key() {
    [ ! -d "$1/gnupg" ] || gpgconf --homedir "$1/gnupg" --kill all
}

sign() {
    gpg --batch --yes --quiet ${LATCHKEY_SIGNING_KEY:+--local-user "$LATCHKEY_SIGNING_KEY"} "$@"
}

# sign_changes FILE: as dpkg-buildpackage does: the .buildinfo first, whose sums then stand in the .changes.
sign_changes() {
    cp "$1" "$work/changes"
    sed -n '/^Files:/,/^[^ ]/s/^ .* \([^ ]*\.buildinfo\)$/\1/p' "$1" >"$work/buildinfos"
    while read -r buildinfo; do
        sign_text "$OUT/$buildinfo"
        signed=$OUT/$buildinfo
        awk -v name="$buildinfo" -v size="$(stat -c %s "$signed")" -v md5="$(md5sum <"$signed" | cut -c 1-32)" \
            -v sha1="$(sha1sum <"$signed" | cut -c 1-40)" -v sha256="$(sha256sum <"$signed" | cut -c 1-64)" '
            $NF == name && NF == 5 { print " " md5, size, $3, $4, name; next }
            $NF == name && NF == 3 { print " " (length($1) == 64 ? sha256 : sha1), size, name; next }
            { print }' "$work/changes" >"$work/changes.new"
        mv "$work/changes.new" "$work/changes"
    done <"$work/buildinfos"
    mv "$work/changes" "$work/$(basename "$1")"
    publish "$work/$(basename "$1")"
    sign_text "$1"
}

# sign_text FILE: in place, anew if it is signed.
sign_text() {
    text=$work/$(basename "$1")
    { without_signature "$1" && echo; } >"$text.plain" # the empty line is what dpkg's tools put there
    sign --clearsign --output "$text" "$text.plain"
    publish "$text"
}

# The text has no empty lines of its own.
without_signature() {
    sed '/^-----BEGIN PGP SIGNED MESSAGE-----$/,/^$/d; /^-----BEGIN PGP SIGNATURE-----$/,$d; s/^- //; /^$/d' "$1"
}
