#!/bin/sh
# wayland.sh COMMAND..., inside a desktop: runs it in a Wayland session, where there is no X.
set -eu
socket=latchkey-wayland
weston --backend=headless --socket="$socket" --idle-time=0 --no-config >weston.log 2>&1 &
weston=$!
trap 'kill "$weston"' EXIT
tries=0
until [ -S "$XDG_RUNTIME_DIR/$socket" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "no Wayland:"; cat weston.log; exit 1; }
    sleep 0.1
done
env -u DISPLAY WAYLAND_DISPLAY="$socket" XDG_SESSION_TYPE=wayland "$@"
