#!/bin/sh
# alone.sh COMMAND...: of what its programs load, only glibc is the system's. By what the loader itself tells.
set -eu
LD_DEBUG=files LD_DEBUG_OUTPUT=$PWD/loaded "$@" >/dev/null
# The programs themselves, not the shell that starts them.
grep -l 'calling init: .*libQt6Core' loaded.* | while read -r log; do
    sed -n 's/.*calling init: //p' "$log"
done | sort -u >libraries
rm -f loaded.*
grep -q '/lib/libssl\.so' libraries || { echo "no OpenSSL was loaded"; exit 1; }
! grep -vE '/(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libnss_[a-z]+)\.so\.[0-9]+$|/gconv/' libraries |
    grep -E '^(/usr)?/lib'
