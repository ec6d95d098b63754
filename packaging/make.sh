#!/bin/sh
# Builds what people install: `sh packaging/make.sh [FORMAT...]`, all formats unless told, into $OUT
# (../latchkey-packages beside the source unless set). Safe to repeat; what is there already is replaced whole.
# "signatures" writes sums of all that is in $OUT and signs them, with $LATCHKEY_SIGNING_KEY (a key that gpg has) or with a
# throw-away key; "release" is all formats and signatures, of a commit and nothing else.
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh
. packaging/build.sh
. packaging/bundle.sh
. packaging/sbom.sh
. packaging/sign.sh
. packaging/formats.sh

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
require_formats "$FORMATS signatures release" "$@"
formats=""
releasing=no
signing=no
for format in "$@"; do
    case $format in
    release) releasing=yes ;;
    signatures) signing=yes ;;
    *) formats="$formats $format" ;;
    esac
done
if [ "$releasing" = yes ]; then
    formats=$FORMATS
    signing=yes
fi
NEEDED="git ca-certificates"
[ "$signing" = no ] || NEEDED="$NEEDED $SIGN_PACKAGES"
# shellcheck disable=SC2086
read_steps_of make $formats # each adds to NEEDED

umask 022 # what is packed shows it
work=""
part="" # what is just being written to $OUT
clean_up() {
    [ -z "$work" ] || end_throwaway_key "$work"
    rm -rf ${work:+"$work"}
    rm -f ${part:+"$part"}
}
always_clean_up

step "Look where the packages go"
choose_out "${OUT:-$source_dir/../latchkey-packages}"
[ "$signing" = no ] || require_signing "$releasing"
step "Install what exporting the source needs"
install_packages git ca-certificates
work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-make.XXXXXX")
step "Export the source"
export_source "$work/source"
printf 'latchkey %s, commit %s\n' "$VERSION" "$COMMIT"

case $releasing:$VERSION in
yes:*+dirty) die "a release is made of a commit: there are uncommitted changes" ;;
esac

for format in $formats; do
    "make_$format"
done
[ "$signing" = no ] || sign_published
step "What is in $OUT"
(cd "$OUT" && ls -l)
