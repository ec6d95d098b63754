#!/bin/sh
# Every source is formatted as .clang-format says: `sh tests/rules/formatting.sh [CLANG-FORMAT]`
set -eu
cd "$(dirname "$0")/../.."
formatter=${1:-clang-format}
files=$(find app ui tests -name '*.cpp' -o -name '*.h')
[ -n "$files" ] || { echo "no sources found" >&2; exit 1; }

# A positive control: a checker that accepts this line checks nothing.
if printf 'int   f( ){return 1 ;}\n' | "$formatter" --dry-run --Werror >/dev/null 2>&1; then
    echo "$formatter does not complain about a badly formatted line" >&2
    exit 1
fi
# shellcheck disable=SC2086 # a list of words is meant: no source has a space in its name
"$formatter" --dry-run --Werror --ferror-limit=3 $files
