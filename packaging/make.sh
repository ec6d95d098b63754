#!/bin/sh
# Builds what people install: `sh packaging/make.sh [FORMAT...]`, all formats unless told, into $OUT
# (../latchkey-packages beside the source unless set). Safe to repeat; what is there already is replaced whole.
set -eu
source_dir=$(cd "$(dirname "$0")/.." && pwd)
cd "$source_dir"
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/source.sh

FORMATS="deb"
for format in $FORMATS; do
    # shellcheck source=/dev/null
    . "packaging/make/$format.sh"
done

usage() {
    cat <<END
usage: sh packaging/make.sh [FORMAT...]
formats: $FORMATS
END
}

# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $FORMATS
for format in "$@"; do
    case " $FORMATS " in
    *" $format "*) ;;
    *)
        printf 'make.sh: no such format: %s\n' "$format" >&2
        usage >&2
        exit 2
        ;;
    esac
done

umask 022 # what is packed shows it
work=""
part="" # what is just being written to $OUT
trap 'finish $?; rm -rf ${work:+"$work"}; rm -f ${part:+"$part"}' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

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
