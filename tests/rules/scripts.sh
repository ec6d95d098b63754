#!/bin/sh
# Every shell script of the project, read by shellcheck: sh scripts.sh SHELLCHECK
set -eu
cd "$(dirname "$0")/../.."
find app packaging resources tests ui .ci -type f \( -name '*.sh' -o -name run -o -path '*/debian/tests/smoke' \
    -o -path '*/portable/start.in' \) -print0 |
    xargs -0 "$1" -x
