#!/bin/sh
# ended.sh SIGNAL COMMAND..., inside a desktop: starts it, ends it by the signal once it is up, and looks for what is left:
# processes, mounts, temporary folders.
set -eu
signal=$1
shift
left() {
    grep latchkey /proc/self/mounts
    ls -d "${TMPDIR:-/tmp}"/.mount_* 2>/dev/null
    cat /proc/[0-9]*/comm 2>/dev/null | grep -i '^latchkey'
}
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
tries=0
while [ -n "$(left)" ]; do # who clears up does so when it has ended
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || { echo "left:"; left; exit 1; }
    sleep 0.1
done
