# What packaging/try.sh and tests/run.sh share: named, timed steps that fail loudly. Sourced, not run.
# shellcheck shell=sh

STEP_NAME="start"
STEP_BEGAN=$(date +%s)

# Prints how long the step before took, and begins the next one.
step() {
    end_step
    STEP_NAME=$1
    STEP_BEGAN=$(date +%s)
    printf '\n==> %s\n' "$STEP_NAME"
}

end_step() {
    [ "$STEP_NAME" = start ] || printf '    (%s: %s s)\n' "$STEP_NAME" "$(($(date +%s) - STEP_BEGAN))"
}

die() {
    printf 'error: %s\n' "$1" >&2
    exit "${2:-1}"
}

# For `trap 'finish $?' EXIT`: the exit code stays what it was.
finish() {
    end_step
    if [ "$1" -ne 0 ]; then
        printf '\nFAILED (exit code %s) in the step: %s\n' "$1" "$STEP_NAME" >&2
    fi
}

# The caller's clean_up() runs at the end, whatever that is, an interruption too; the exit code stays what it was.
always_clean_up() {
    trap 'finish $?; clean_up' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

# Sets missing to those of the named packages that are, each once.
find_missing() {
    missing=""
    for package in "$@"; do
        case "$missing " in
        *" $package "*) continue ;;
        esac
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=absent
        [ "$status" = installed ] || missing="$missing $package"
    done
}

# Installs those of the named packages that are missing; says nothing when none is. Where it cannot, it names what its
# script will need later on ($NEEDED), too: a person by hand wants to hear it once.
install_packages() {
    find_missing "$@"
    [ -n "$missing" ] || return 0

    # shellcheck disable=SC2086 # a list of words is meant
    command -v apt-get >/dev/null 2>&1 || {
        find_missing "$@" ${NEEDED:-}
        die "no apt-get here: this script knows Debian and Ubuntu. Please install by hand:$missing"
    }
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        # shellcheck disable=SC2086
        command -v sudo >/dev/null 2>&1 || {
            find_missing "$@" ${NEEDED:-}
            die "not root and no sudo: please let an administrator install:$missing"
        }
        as_root="sudo"
    fi
    printf 'Installing:%s\n' "$missing"
    # One update in a run: the second list of packages uses the index of the first.
    if [ -z "${APT_UPDATED:-}" ]; then
        $as_root apt-get update -q || die "apt failed: is there a network?"
        APT_UPDATED=yes
    fi
    # shellcheck disable=SC2086 # a list of words is meant
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ||
        die "apt failed to install:$missing. Is there a network?"
}

# build_preset NAME: configures and builds it with every processor, through ccache where there is one.
build_preset() {
    launcher=""
    if command -v ccache >/dev/null 2>&1; then
        launcher="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
    fi
    step "Configure the preset $1"
    # shellcheck disable=SC2086 # no word where there is no ccache
    cmake --preset "$1" $launcher
    step "Build the preset $1"
    cmake --build --preset "$1" --parallel "$(nproc)"
}
