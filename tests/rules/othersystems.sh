#!/bin/sh
# Reads what is compiled on other systems with a cross compiler: sh othersystems.sh COMPILER HEADERS, where HEADERS is the
# folder of Qt's. Declarations only, against this system's Qt: nothing is linked, nothing runs. Warnings are errors.
set -eu
compiler=$1
qt=$2
cd "$(dirname "$0")/../.."

files=$(find app ui -name '*_windows.cpp' -o -name '*_other.cpp' | sort)
[ "$(printf '%s\n' "$files" | wc -l)" -gt 10 ] || { echo "othersystems.sh: these are not all" >&2; exit 1; }
# What is the same on every system, apart from the headers of this one.
shared=$(mktemp -d)
trap 'rm -rf "$shared"' EXIT
ln -s /usr/include/tl "$shared/tl"

# shellcheck disable=SC2016,SC2086 # of the other shell; a list of words
printf '%s\n' $files | xargs -P "$(nproc)" -I{} sh -c '
    "$1" -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic -Werror -I. -DUNICODE -D_UNICODE \
        -DQT_NO_CAST_FROM_ASCII -DQT_NO_CAST_TO_ASCII -DQT_DISABLE_DEPRECATED_BEFORE=0x060400 \
        -isystem "$4" -isystem "$2" -isystem "$2/QtCore" -isystem "$2/QtNetwork" -isystem "$2/QtGui" -isystem "$2/QtWidgets" "$3" ||
        { echo "$3: does not compile" >&2; exit 255; }' sh "$compiler" "$qt" {} "$shared"
