#!/bin/sh
# Runs a command in a desktop of its own: `sh tests/support/desktop.sh COMMAND...`
# Own display (Xvfb) and window manager, own session bus, own home and runtime folder, and a gnome-keyring
# that is unlocked. Nothing of the caller's session can be seen or changed; all of it is gone at the end.
# The exit code is the command's; 99 means that the desktop itself could not be made.
set -eu
[ $# -gt 0 ] || { echo "usage: sh tests/support/desktop.sh COMMAND..." >&2; exit 2; }

broken() {
    printf 'desktop.sh: %s\n' "$1" >&2
    [ ! -s "$2" ] || sed 's/^/    /' "$2" >&2
    exit 99
}

# --- second half: inside the session bus (see the end of this file) -----------------------------------
if [ "${LATCHKEY_DESKTOP_STAGE:-}" = inside ]; then
    unset LATCHKEY_DESKTOP_STAGE
    top=$(dirname "$HOME")

    # Where CAP_IPC_LOCK is forbidden the kernel refuses to start a file that carries it; a copy carries none.
    keyring=gnome-keyring-daemon
    if ! "$keyring" --version >/dev/null 2>&1; then
        cp "$(command -v gnome-keyring-daemon)" "$top/gnome-keyring-daemon"
        keyring=$top/gnome-keyring-daemon
    fi
    # A password without a newline creates the keyring "login" and opens it. The daemon comes back once its
    # own socket is there; one that the bus starts meanwhile finds that socket and gives way. It ends with the bus.
    printf 'test' | "$keyring" --unlock --components=secrets >"$top/keyring.log" 2>&1 ||
        broken "the keyring did not start" "$top/keyring.log"
    openbox --startup "sh -c 'echo up >$top/openbox.up'" >"$top/openbox.log" 2>&1 &
    openbox_pid=$!
    trap 'kill $openbox_pid 2>/dev/null || :' EXIT

    # Both helpers are waited for by an answer, never by time alone; a locked keyring would prompt and run into the limit.
    printf 'up' | timeout 30 secret-tool store --label=probe latchkey-desktop probe 2>>"$top/keyring.log" ||
        broken "no unlocked keyring" "$top/keyring.log"
    secret-tool clear latchkey-desktop probe
    timeout 30 cat "$top/openbox.up" >/dev/null || broken "the window manager did not start" "$top/openbox.log"

    status=0
    "$@" || status=$?
    exit "$status"
fi

# --- first half: folders, display, bus ----------------------------------------------------------------
umask 077
top=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-desktop.XXXXXX")
xvfb_pid=""
session_pid=""
# shellcheck disable=SC2317 # called by the trap
clean_up() {
    # The whole group: the bus, the keyring, the window manager and the command itself.
    [ -z "$session_pid" ] || { kill -- "-$session_pid" && wait "$session_pid"; } 2>/dev/null || :
    [ -z "$xvfb_pid" ] || { kill "$xvfb_pid" && wait "$xvfb_pid"; } 2>/dev/null || :
    rm -rf "$top"
}
trap 'clean_up' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir "$top/home" "$top/run" "$top/home/.config" "$top/home/.cache" "$top/home/.local" "$top/home/.local/share"
mkfifo "$top/display" "$top/openbox.up"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS SESSION_MANAGER GNOME_KEYRING_CONTROL \
    SSH_AUTH_SOCK AT_SPI_BUS_ADDRESS XDG_SESSION_ID XDG_SESSION_TYPE KDE_SESSION_VERSION KDE_FULL_SESSION
export HOME="$top/home" XDG_RUNTIME_DIR="$top/run" XDG_CONFIG_HOME="$top/home/.config" \
    XDG_CACHE_HOME="$top/home/.cache" XDG_DATA_HOME="$top/home/.local/share" XDG_CURRENT_DESKTOP=GNOME \
    XAUTHORITY="$top/xauthority" LC_ALL=C.UTF-8

# No portals, whatever the machine has: they mount a file system below the runtime folder of whoever woke them.
mkdir -p "$XDG_DATA_HOME/dbus-1/services"
for portal in Desktop Documents; do
    printf '[D-BUS Service]\nName=org.freedesktop.portal.%s\nExec=/bin/false\n' "$portal" \
        >"$XDG_DATA_HOME/dbus-1/services/org.freedesktop.portal.$portal.service"
done

# The server reads its cookie before it chooses a free number, so the number in its own file does not matter.
cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
xauth -q -f "$top/server-auth" add :0 . "$cookie" 2>"$top/xvfb.log"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -auth "$top/server-auth" \
    3>"$top/display" >>"$top/xvfb.log" 2>&1 &
xvfb_pid=$!
# Opening the pipe waits for Xvfb; if Xvfb dies instead, the pipe ends and nothing is read.
number=""
read -r number <"$top/display" || broken "no display" "$top/xvfb.log"
export DISPLAY=":$number"
xauth -q -f "$XAUTHORITY" add "$DISPLAY" . "$cookie" 2>>"$top/xvfb.log"

# In the background and in a group of its own, so that a signal to this script ends all of it at once. What a
# shell takes from background commands is given back: standard input, and the ears for SIGINT and SIGQUIT.
exec 3<&0
LATCHKEY_DESKTOP_STAGE=inside setsid env --default-signal=INT,QUIT \
    dbus-run-session -- sh "$0" "$@" <&3 3<&- &
session_pid=$!
exec 3<&-
status=0
wait "$session_pid" || status=$?
exit "$status"
