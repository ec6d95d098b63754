# Throw-away systems to install packages in: below $chroots, gone with it. Sourced, not run. Needs root.
# shellcheck shell=sh disable=SC2154,SC2016 # the quoted is of other shells; verify.sh sets $chroots

# The archive that this machine itself installs from.
archive_mirror() {
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' "Identifier: Packages" |
        sed -n 's/^Debian Debian //p' | head -n 1
}

# make_chroot SUITE [NAME]: a minimal Debian in $chroots/NAME (else SUITE), with this machine's way to the archive.
make_chroot() {
    command -v debootstrap >/dev/null || install_packages debootstrap
    mirror=$(archive_mirror)
    [ -n "$mirror" ] || die "apt names no archive of Debian here: run apt-get update first"
    name_there=${2:-$1}
    root=$chroots/$name_there
    debootstrap --variant=minbase "$1" "$root" "$mirror" >"$chroots/debootstrap.log" 2>&1 || {
        tail -n 20 "$chroots/debootstrap.log" >&2
        die "no $1 could be made from the archive"
    }
    cp /etc/resolv.conf "$root/etc/" 2>/dev/null || :
    apt-config dump Acquire >"$root/etc/apt/apt.conf.d/99host" # a proxy, perhaps; no hooks
    # What is unpacked need not survive a power cut.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/throw-away"
    # The tree of its own archive may have updates that debootstrap does not know: as this machine has them.
    if [ "$1" = "$(host_suite)" ]; then
        # shellcheck disable=SC2016 # apt's own variables
        apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' "Identifier: Packages" \
            "Origin: Debian" | sort -u >"$root/etc/apt/sources.list"
    fi
    in_chroot "$name_there" useradd --create-home --shell /bin/sh tester
    in_chroot "$name_there" apt-get update -q >"$chroots/apt.log" 2>&1 || {
        tail -n 20 "$chroots/apt.log" >&2
        die "apt failed in the new $1: is there a network?"
    }
}

host_suite() {
    # shellcheck source=/dev/null
    (. /etc/os-release && printf '%s\n' "${VERSION_CODENAME:-}")
}

# unshare(1) with mounts of its own, waited for so that an interruption is heard: the first process of a name space does not
# die of it. Where this system is itself a chroot, its root is no mount point, and unshare cannot
# ask that nothing comes out again: there remove_chroots() takes away what did.
own_mounts() {
    if unshare --mount true 2>/dev/null; then
        unshare --mount "$@" &
    else
        unshare --mount --propagation unchanged "$@" &
    fi
    wait $!
}

# All of them, whatever became of the checks.
remove_chroots() {
    # unshare(1) and timeout(1) do not pass an interruption on. From within a chroot, a root in another name space of
    # mounts reads as the whole system names it.
    for process in /proc/[0-9]*; do
        case $(readlink "$process/root" 2>/dev/null) in
        *"$chroots"/*) kill -KILL "${process#/proc/}" 2>/dev/null || : ;;
        esac
    done
    awk -v top="$chroots/" 'index($2, top) == 1 { print $2 }' /proc/self/mounts | sort -r | while read -r place; do
        umount --lazy "$place" || :
    done
    rm -rf --one-file-system "$chroots"
}

# The second half of in_chroot: mounts vanish with their name space, and what was started ends with it.
# $1: the folder; the rest: the command.
CHROOT_STAGE='
set -eu
root=$1
shift
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
mkdir "$root/dev/pts" "$root/dev/shm"
for device in null zero full random urandom tty ${more_devices:-}; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
chmod 1777 "$root/dev/shm"
if [ "$offline" = yes ]; then
    ip link set lo up
fi
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
'

# in_chroot SUITE COMMAND...: as root, with this machine's network.
in_chroot() {
    suite=$1
    shift
    export offline=no
    own_mounts --pid --fork --kill-child sh -c "$CHROOT_STAGE" sh "$chroots/$suite" "$@"
}

# offline_in_chroot SUITE COMMAND...: without any network but its own loopback. An X server of this machine would be
# reachable by its abstract socket otherwise, too.
offline_in_chroot() {
    suite=$1
    shift
    export offline=yes
    own_mounts --net --pid --fork --kill-child sh -c "$CHROOT_STAGE" sh "$chroots/$suite" "$@"
}

# as_tester_in_chroot SUITE SCRIPT: offline, as a normal user, in a home of their own.
as_tester_in_chroot() {
    suite=$1
    shift
    offline_in_chroot "$suite" setpriv --reuid=tester --regid=tester --clear-groups --inh-caps=-all \
        env HOME=/home/tester USER=tester LOGNAME=tester timeout --kill-after=30 300 sh -c "cd && $1"
}
