#!/bin/sh
# A packaging script that runs out of space or is interrupted names its step and leaves nothing: sh packaginginterruptions.sh
# The scripts are copies with one format, "toy", which does what a row says. Interrupting verify.sh takes root.
# shellcheck disable=SC2016 # the quoted is of other shells
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/top/packaging/make" "$folder/top/packaging/verify" "$folder/out" "$folder/tmp"
cp packaging/*.sh packaging/commit "$folder/top/packaging/"
cp CMakeLists.txt CHANGELOG.md "$folder/top/"
sed -i 's/^FORMATS=.*/FORMATS="toy"/' "$folder/top/packaging/formats.sh"
sed -i 's/^REPRODUCE_PACKAGES=.*/REPRODUCE_PACKAGES=""/' "$folder/top/packaging/dependencies.sh" # it does not come to them
mkfifo "$folder/there" "$folder/never"
failed=0

# toy SCRIPT COMMANDS: what the format does.
toy() {
    printf '%s_toy() {\n    step "Make a toy"\n%s\n}\n' "$1" "$2" >"$folder/top/packaging/$1/toy.sh"
}

# The script as a process group of its own, which an interruption reaches as a whole.
start() {
    TMPDIR=$folder/tmp OUT=$folder/out setsid sh "$folder/top/packaging/$1.sh" toy >"$folder/said" 2>&1 </dev/null &
    script=$!
}

# ends NAME EXIT-CODE WORDS [STEP]
ends() {
    status=0
    wait "$script" || status=$?
    left=$(find "$folder/tmp" "$folder/out" -mindepth 1; grep -F " $folder/tmp" /proc/self/mounts || :
        for process in /proc/[0-9]*; do readlink "$process/cwd" || :; done 2>/dev/null | grep -F "$folder/tmp" || :)
    if [ "$status" -ne "$2" ] || ! grep -qF -- "$3" "$folder/said" || [ -n "$left" ] ||
        ! grep -qF "in the step: ${4:-Make a toy}" "$folder/said"; then
        printf '%s: exit code %s instead of %s, or something is left behind ("%s"), or the step or "%s" is not told:\n' \
            "$1" "$status" "$2" "$left" "$3"
        cat "$folder/said"
        failed=1
    fi
}

toy make 'head -c 4000000 /dev/zero >"$work/toy.bin"; ulimit -f 1000; publish "$work/toy.bin"'
start make
ends "no space" 1 "toy.bin could not be written to $folder/out: is there space left?"

# By a process of its own, so that the script waits for it by then.
waits="sh -c 'echo there >$folder/there; exec cat $folder/never'"
toy make "part=\$OUT/toy.part; echo half >\"\$part\"; $waits"
start make
read -r _ <"$folder/there"
kill -TERM "-$script"
ends "interrupted: make.sh" 143 ""

start reproduce
read -r _ <"$folder/there"
kill -TERM "$script" # alone
ends "interrupted: reproduce.sh" 143 "" "Build once"

if [ "$(id -u)" -eq 0 ]; then
    # A system of one shell, whose process is inside when the signal comes.
    toy verify '
        mkdir -p "$chroots/toy/proc" "$chroots/toy/dev"
        for file in /bin/sh /bin/cat $(ldd /bin/sh /bin/cat | grep -o "/[^ ]*" | grep -v :); do
            mkdir -p "$chroots/toy$(dirname "$file")"
            cp "$file" "$chroots/toy$file"
        done
        ln '"$folder/there $folder/never"' "$chroots/toy"
        in_chroot toy /bin/sh -c "echo there >/there; cat /never"'
    start verify
    read -r _ <"$folder/there"
    kill -TERM "-$script"
    ends "interrupted: verify.sh" 143 ""
    inside=$(for process in /proc/[0-9]*; do readlink "$process/root" || :; done 2>/dev/null | grep -F "$folder" || :)
    [ -z "$inside" ] || { echo "interrupted: verify.sh: processes are left in $inside"; failed=1; }
else
    echo "interrupted: verify.sh: left out, for it takes root"
fi
exit "$failed"
