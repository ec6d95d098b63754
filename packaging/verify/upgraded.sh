#!/bin/sh
# upgraded.sh FOLDER, inside a desktop: a program runs while its package is replaced (by whoever makes FOLDER/upgraded as
# soon as FOLDER/running is there). It lives on, and a second start finds it.
set -eu
latchkey --no-keychain &
first=$!
tries=0
until [ -S "$XDG_RUNTIME_DIR/latchkey/default.socket" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || { echo "the first start did not come up"; exit 1; }
    sleep 0.1
done
: >"$1/running"
tries=0
until [ -e "$1/upgraded" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 1200 ] || { echo "nothing was upgraded"; exit 1; }
    sleep 0.1
done
kill -0 "$first" || { echo "the upgrade ended it"; exit 1; }
timeout 10 latchkey --no-keychain || { echo "the second start did not find the first: $?"; exit 1; }
kill -0 "$first" || { echo "the second start ended it"; exit 1; }
kill "$first"
wait "$first"
