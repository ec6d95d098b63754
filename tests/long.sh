#!/bin/sh
# What takes too long for CI, or depends too much on the machine: `sh tests/long.sh [STEP...]`, all steps unless told.
# Builds the preset dev first, where a step needs it; each step has a desktop of its own. Safe to repeat. Every seed is
# printed. What is done with packages takes root.
# The exit code is 0 if all that was asked for passed. The README has the last results and their dates.
# shellcheck disable=SC2317 # the steps are called by name
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
. packaging/steps.sh
. packaging/chroot.sh

STEPS="walks chaos survival faultpoints startup load packages packages13"

usage() {
    cat <<'END'
usage: sh tests/long.sh [STEP...]
  walks        1,000,000 steps of random walks through the session, with fresh seeds
  chaos        200 seeds of tst_chaos, 1010 among them
  survival     a year of each way of use, seeds 1 to 6
  faultpoints  a fault and a kill at every system call of the program
  startup      the start of the release build beside an empty window, three times
  load         10,000 requests at once on an expired token
  packages     every package and its papers, made, proved, and made again elsewhere with the same bytes
  packages13   every package made and proved on a Debian 13 of its own
END
}

# one_class SECONDS CLASS [NAME=VALUE...]: runs a test class as ctest does, with these in its environment. Prints the
# whole output only if it fails; it stays in $log until the next class.
one_class() {
    limit=$1
    class=$2
    shift 2
    printf '%s %s: ' "$class" "$*"
    began=$(date +%s)
    result=passed
    env "$@" ctest --preset dev --tests-regex "^$class\$" --timeout "$limit" --verbose >"$log" 2>&1 ||
        result=FAILED
    printf '%s, %s s\n' "$result" "$(($(date +%s) - began))"
    if [ "$result" = FAILED ]; then
        cat "$log"
        return 1
    fi
}

walks() {
    total=0
    while [ "$total" -lt 1000000 ]; do
        seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
        one_class 900 tst_sessionwalks RC_PARAMS="seed=$seed max_success=500"
        steps=$(sed -n 's/.* steps: \([0-9]*\) .*/\1/p' "$log")
        [ "${steps:-0}" -gt 0 ] || die "tst_sessionwalks does not tell its steps: this would never end"
        total=$((total + steps))
        printf '    %s steps, %s in all\n' "$steps" "$total"
    done
}

# Twice as many at once as there are processors: each waits for a good part of its time.
chaos() {
    logs=$(mktemp -d)
    : >"$logs/failed" # stays empty if all is well
    # The first two failed once, when the test took a request on its way for silence.
    # shellcheck disable=SC2016 # $1 and $2 are of the shell below
    printf '%s\n' 1010 108 $(seq 1 107) $(seq 109 199) | xargs -P "$((2 * $(nproc)))" -n 1 sh -c '
        result=passed
        LATCHKEY_CHAOS_SEED=$2 ctest --preset dev --tests-regex "^tst_chaos\$" --timeout 300 >"$1/$2" 2>&1 ||
            result=FAILED
        printf "LATCHKEY_CHAOS_SEED=%s: %s\n" "$2" "$result"
        [ "$result" = passed ] || { cat "$1/$2"; echo "$2" >>"$1/failed"; }
    ' chaos "$logs"
    failed=$(tr '\n' ' ' <"$logs/failed")
    rm -rf "$logs"
    [ -z "$failed" ] || die "with LATCHKEY_CHAOS_SEED: $failed"
}

# Prints the README's tables, the worst of the seeds, and which goal was missed with which.
survival() {
    build/dev/tests/bench/survival/latchkey-survival --seeds 1-6 || die "a goal was missed, or it did not run"
}

# Each may take hours, and a row of theirs far more than the five minutes after which Qt Test ends it.
faultpoints() {
    one_class 86400 tst_processkills LATCHKEY_FAULT_POINTS=all QTEST_FUNCTION_TIMEOUT=7200000
    one_class 86400 tst_processfaults LATCHKEY_FAULT_POINTS=all QTEST_FUNCTION_TIMEOUT=7200000
}

# The goal is for a desktop with its theme; without one it is only told.
startup() {
    bench="build/dev/tests/bench/startup/latchkey-startup build/release/app/latchkey"
    # shellcheck disable=SC2086 # two words
    env -u XDG_CURRENT_DESKTOP $bench || printf '    (no desktop, no theme: not judged)\n'
    slow=0
    for round in 1 2 3; do
        printf 'GNOME, %s of 3: ' "$round"
        # shellcheck disable=SC2086
        XDG_CURRENT_DESKTOP=GNOME $bench || slow=$((slow + 1))
    done
    [ "$slow" -eq 0 ] || die "the goal was missed $slow times of 3"
}

load() {
    one_class 900 tst_sessionload
    sed -n 's/^[0-9]*: //; / requests at once: /p' "$log"
}

packages() {
    folder=$(mktemp -d)
    export OUT="$folder"
    sh packaging/make.sh
    sh packaging/make.sh signatures
    sh packaging/verify.sh deb portable appimage rpm flatpak signatures
    sh packaging/reproduce.sh
}

packages13() {
    folder=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-long.XXXXXX")
    chmod 755 "$folder"
    chroots=$folder
    make_chroot trixie
    mkdir "$folder/trixie/root/latchkey"
    [ ! -c /dev/fuse ] || export more_devices=fuse # for what the AppImage is tried with, in a system within this one
    tar -c --exclude=./build . | tar -x -C "$folder/trixie/root/latchkey"
    in_chroot trixie sh -c 'cd /root/latchkey && sh packaging/make.sh && sh packaging/make.sh signatures &&
        sh packaging/verify.sh deb portable appimage rpm signatures'
}

# --- second half: one step, on its desktop (see the end of this file) ---------------------------------
if [ "${LATCHKEY_LONG_STAGE:-}" = inside ]; then
    log=$(mktemp)
    folder=""
    chroots=""
    clean_up() {
        rm -f "$log"
        [ -z "$chroots" ] || remove_chroots
        rm -rf ${folder:+"$folder"}
    }
    always_clean_up
    "$1"
    exit 0
fi

# --- first half: build, then a desktop a step ---------------------------------------------------------
# shellcheck disable=SC2086 # a list of words is meant
[ $# -gt 0 ] || set -- $STEPS
for name in "$@"; do
    case " $STEPS " in
    *" $name "*) ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done

trap 'finish $?' EXIT
step "Install what the build and the tests need"
# shellcheck disable=SC2086 # lists of words are meant
install_packages $BUILD_PACKAGES $RUN_PACKAGES $DESKTOP_PACKAGES $TEST_PACKAGES
for name in "$@"; do
    case $name in
    packages*) ;;
    *)
        build_preset dev
        break
        ;;
    esac
done
case " $* " in
*" startup "*)
    # shellcheck disable=SC2086
    install_packages $THEME_PACKAGES
    build_preset release
    ;;
esac

summary=""
worst=0
for name in "$@"; do
    step "$name"
    began=$(date +%s)
    result=passed
    # Standard input is closed: a test that asks a person must fail, not wait.
    LATCHKEY_LONG_STAGE=inside sh tests/support/desktop.sh sh tests/long.sh "$name" </dev/null || {
        result=FAILED
        worst=1
    }
    summary="$summary$(printf '%-12s %-7s %6s s' "$name" "$result" "$(($(date +%s) - began))")
"
done
end_step
trap - EXIT
printf '\n%s, %s processors:\n%s' "$(date +%F)" "$(nproc)" "$summary"
exit "$worst"
