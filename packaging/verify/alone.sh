#!/bin/sh
# alone.sh COMMAND...: of what it loads, only glibc is the system's. By what the loader itself tells.
set -eu
LD_DEBUG=files LD_DEBUG_OUTPUT=$PWD/loaded "$@" >/dev/null
# The program's own process: the one that loaded Qt.
log=$(grep -l 'libQt6Core' loaded.* | head -n 1)
[ -n "$log" ] || { echo "no process loaded Qt"; exit 1; }
sed -n 's/.*calling init: //p' "$log" | sort -u >libraries
rm -f loaded.*
grep -c . libraries
! grep -vE '/(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libnss_[a-z]+)\.so\.[0-9]+$' libraries |
    grep -E '^(/usr)?/lib' || exit 1
grep -q '/lib/libssl\.so$' libraries || grep -q '/lib/libssl\.so\.3$' libraries
