#!/bin/sh
# Builds what people install: `sh packaging/make.sh [FORMAT...]`, all formats unless told, into $OUT
# (../latchkey-packages beside the source unless set). Safe to repeat; what is there already is replaced whole.
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh
. packaging/build.sh
. packaging/bundle.sh
. packaging/sbom.sh
. packaging/formats.sh

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
require_formats "$FORMATS" "$@"
read_steps_of make "$@"

umask 022 # what is packed shows it
work=""
part="" # what is just being written to $OUT
clean_up() {
    rm -rf ${work:+"$work"}
    rm -f ${part:+"$part"}
}
always_clean_up

step "Look where the packages go"
choose_out "${OUT:-$source_dir/../latchkey-packages}"
step "Install what exporting the source needs"
install_packages git ca-certificates
work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-make.XXXXXX")
step "Export the source"
export_source "$work/source"
printf 'latchkey %s, commit %s\n' "$VERSION" "$COMMIT"

for format in "$@"; do
    "make_$format"
done
step "What is in $OUT"
(cd "$OUT" && ls -l)
