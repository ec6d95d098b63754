#!/bin/sh
# ended.sh SIGNAL COMMAND..., inside a desktop: starts it, ends it by the signal once its window is there, and looks for
# what is left.
set -eu
signal=$1
shift
"$@" &
program=$!
timeout 30 xdotool search --sync --onlyvisible --name Latchkey >/dev/null || { echo "it did not come up"; exit 1; }
kill -s "$signal" "$program"
status=0
wait "$program" || status=$?
case $signal:$status in
TERM:0 | KILL:137) ;;
*) echo "exit code $status"; exit 1 ;;
esac
sh "$(dirname "$0")/settled.sh"
