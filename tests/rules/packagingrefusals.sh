#!/bin/sh
# What the packaging scripts refuse, and what they say then: sh packagingrefusals.sh
# Nothing is built, installed or written outside a folder of its own.
# shellcheck disable=SC2016,SC2317 # the quoted is of other shells; as_nobody is called by name
set -eu
cd "$(dirname "$0")/../.."
top=$PWD
umask 022 # nobody reads it too
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cp -r packaging "$folder/packaging" # which nobody may read, wherever the checkout is
chmod -R a+rX "$folder/packaging"
failed=0

# expect NAME EXIT-CODE WORDS COMMAND...
expect() {
    name=$1
    code=$2
    words=$3
    shift 3
    status=0
    "$@" >"$folder/said" 2>&1 </dev/null || status=$?
    if [ "$status" -ne "$code" ] || ! grep -qF -- "$words" "$folder/said"; then
        printf '%s: exit code %s instead of %s, or not "%s":\n' "$name" "$status" "$code" "$words"
        cat "$folder/said"
        failed=1
    fi
}

as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

for format in deb portable appimage; do
    expect "$format: packages inside the source" 1 "it is inside the source" env OUT="$top/packages" sh packaging/make.sh "$format"
    expect "$format: verified by a user" 1 "run it as root" as_nobody sh "$folder/packaging/verify.sh" "$format"
done
for script in make verify reproduce; do
    expect "$script: no such format" 2 "formats: " sh "packaging/$script.sh" nonsense
done
expect "packages inside the source" 1 "it is inside the source" env OUT="$top/packages/of mine" sh packaging/make.sh deb
[ ! -e "$top/packages" ] || { echo "and it was made"; failed=1; }
expect "packages nowhere" 1 "it cannot be made" env OUT=/proc/packages sh packaging/make.sh deb
expect "packages where nobody may write" 1 "it is not writable" env OUT=/proc sh packaging/make.sh deb
expect "nothing to verify" 1 "there are no packages yet" sh -c '[ "$(id -u)" -eq 0 ] ||
    { echo "there are no packages yet"; exit 1; }; OUT=$1 sh packaging/verify.sh deb' sh "$folder/none"

# What is not signed. Nothing is installed for it: gpg is among the packages of the tests.
expect "a release while nobody is behind it" 1 "no release is signed while packaging/identity.cmake names addresses on example.org" \
    env OUT="$folder/release" sh packaging/make.sh release
expect "a real key while nobody is behind it" 1 "no real key signs while packaging/identity.cmake" \
    env LATCHKEY_SIGNING_KEY=somebody OUT="$folder/release" sh packaging/make.sh signatures
expect "nothing to sign" 1 "there is nothing to sign" env -u LATCHKEY_SIGNING_KEY OUT="$folder/release" sh packaging/make.sh signatures
[ -z "$(ls -A "$folder/release")" ] || { echo "and something was made"; failed=1; }
expect "no sums to verify" 1 "there are no sums" env OUT="$folder/release" sh packaging/verify.sh signatures

# Systems without what installs: only these programs are to be found.
mkdir "$folder/bin"
for program in id dpkg-query; do
    ln -s "$(command -v "$program")" "$folder/bin/$program"
done
install='. "$1"; install_packages no-such-package'
steps=$folder/packaging/steps.sh
expect "not Debian" 1 "Please install by hand: no-such-package" env PATH="$folder/bin" /bin/sh -c "$install" sh "$steps"
mkdir "$folder/foreign"
for program in basename date dirname id mkdir realpath rm; do
    ln -s "$(command -v "$program")" "$folder/foreign/$program"
done
for package in git qt6-base-dev debhelper; do
    expect "not Debian: all for a format at once, $package" 1 " $package" \
        "$(command -v env)" PATH="$folder/foreign" OUT="$folder/release" /bin/sh packaging/make.sh deb
done
ln -s /bin/true "$folder/bin/apt-get"
expect "no administrator" 1 "let an administrator install: no-such-package" \
    as_nobody env PATH="$folder/bin" /bin/sh -c "$install" sh "$steps"
rm "$folder/bin/apt-get"
ln -s /bin/false "$folder/bin/apt-get"
ln -s "$(command -v env)" "$folder/bin/env"
printf '#!/bin/sh\nexec "$@"\n' >"$folder/bin/sudo"
chmod 755 "$folder/bin/sudo"
expect "no network" 1 "apt failed: is there a network?" env PATH="$folder/bin" /bin/sh -c "$install" sh "$steps"

# The start script of the portable folder, on systems with another C library.
mkdir "$folder/started" "$folder/libc"
sed 's/@GLIBC@/2.99/' packaging/portable/start.in >"$folder/started/latchkey"
for program in dirname readlink head; do
    ln -s "$(command -v "$program")" "$folder/libc/$program"
done
start_on() { # GETCONF LDD: what these two print there
    printf '#!/bin/sh\n%s\n' "$1" >"$folder/libc/getconf"
    printf '#!/bin/sh\n%s\n' "$2" >"$folder/libc/ldd"
    chmod 755 "$folder/libc/getconf" "$folder/libc/ldd"
    PATH=$folder/libc /bin/sh "$folder/started/latchkey" --version
}
too_old="needs the C library glibc 2.99 or newer, and this system has"
expect "an old glibc" 1 "$too_old 2.31: " start_on "echo glibc 2.31" "exit 1"
expect "an old glibc, without getconf" 1 "$too_old 2.31: " start_on "exit 1" "echo 'ldd (Debian GLIBC 2.31-13) 2.31'"
expect "a glibc under development" 1 "$too_old 2.98.9000: " start_on "echo glibc 2.98.9000" "exit 1"
expect "a glibc that is new enough" 127 "$folder/started/bin/latchkey" start_on "echo glibc 2.100" "exit 1"

# A checkout with changes, and one without.
mkdir -p "$folder/toy/packaging"
printf '$Format:%%h$\n' >"$folder/toy/packaging/commit"
printf 'project(Latchkey VERSION 1.2.3 LANGUAGES CXX)\n' >"$folder/toy/CMakeLists.txt"
git() {
    command git -c user.name=test -c user.email=test@example.org -c safe.directory='*' -C "$folder/toy" "$@"
}
git init -q
git add -A
git commit -q -m first
export_it='. "$1/packaging/steps.sh"; . "$1/packaging/source.sh"; export_source "$2"; echo "$VERSION $COMMIT"; cat "$2/CMakeLists.txt"'
commit=$(git rev-parse --short=12 HEAD)
cd "$folder/toy"
touch -d "2 hours ago" CMakeLists.txt
expect "no changes but of times" 0 "1.2.3 $commit" sh -euc "$export_it" sh "$top" "$folder/touched"
expect "no changes" 0 "1.2.3 $commit" sh -euc "$export_it" sh "$top" "$folder/clean"
echo "# changed" >>CMakeLists.txt
expect "changes: the version" 0 "1.2.3+dirty $commit+dirty" sh -euc "$export_it" sh "$top" "$folder/dirty"
expect "changes: what is exported" 0 "# changed" sh -euc "$export_it" sh "$top" "$folder/dirty-again"

# The same checkout, with the addresses of somebody.
mkdir "$folder/signing" "$folder/home"
chmod 700 "$folder/home"
cp -r "$folder/packaging/." packaging/
cp packaging/identity.cmake "$folder/identity"
sed 's/example\.org/example.net/' "$folder/identity" >packaging/identity.cmake
expect "a key that is not there" 1 "gpg has no secret key nobody" \
    env GNUPGHOME="$folder/home" LATCHKEY_SIGNING_KEY=nobody OUT="$folder/signing" sh packaging/make.sh release
expect "a release with changes" 1 "there are uncommitted changes" \
    env -u LATCHKEY_SIGNING_KEY OUT="$folder/signing" sh packaging/make.sh release
: >"$folder/signing/latchkey-1.2.3+dirty.tar.xz"
expect "a release beside other files" 1 "is not empty" \
    env -u LATCHKEY_SIGNING_KEY OUT="$folder/signing" sh packaging/make.sh release
GNUPGHOME=$folder/home gpg --batch --quiet --passphrase-fd 0 --pinentry-mode loopback --quick-generate-key somebody </dev/null 2>/dev/null
expect "a real key for what no commit holds" 1 "no real key signs what was made with uncommitted changes" \
    env GNUPGHOME="$folder/home" LATCHKEY_SIGNING_KEY=somebody OUT="$folder/signing" sh packaging/make.sh signatures
gpgconf --homedir "$folder/home" --kill all
exit "$failed"
