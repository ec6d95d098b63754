# The packages we need, under names that hold on Debian 12 and on 13. Sourced, not run.
# shellcheck shell=sh disable=SC2034

# To compile and link every program (CMake 3.25, Qt 6.4 and GCC 12 are the floor).
BUILD_PACKAGES="build-essential cmake ninja-build pkgconf qt6-base-dev qt6-l10n-tools qtkeychain-qt6-dev libcpp-httplib-dev libssl-dev libexpected-dev"

# What the programs load while they run, which no linker can see: the window system plugins, the client of
# the password store, and the certificates that TLS trusts.
RUN_PACKAGES="qt6-qpa-plugins libsecret-1-0 ca-certificates"

# Only where the session speaks Wayland and nothing else.
WAYLAND_PACKAGES="qt6-wayland"

# A private desktop for machines without one: tests/support/desktop.sh.
DESKTOP_PACKAGES="xvfb xauth dbus-daemon gnome-keyring libsecret-tools openbox fonts-dejavu-core"

# To build and run every test: accessibility events are switched on through a private header; what git exports, formatting, scripts, desktop files,
# recipes of releases and bills of materials are checked, and what other systems compile;
# strace makes system calls fail; the rest is a screen reader's view of the program, and a keyboard to drive it (tests/a11y).
TEST_PACKAGES="git qt6-base-private-dev clang-format desktop-file-utils appstream librapidcheck-dev strace python3-gi at-spi2-core dbus-bin xdotool xclip
    g++-mingw-w64-x86-64-posix shellcheck python3-jsonschema gpg gpg-agent gpgconf gpgv yamllint"

# To write what a published file is made of (packaging/sbom.py), and to hold that to its schema.
SBOM_PACKAGES="python3 binutils"
VERIFY_SBOM_PACKAGES="python3 python3-jsonschema"

# To sign, and to check what is signed.
SIGN_PACKAGES="gpg gpg-agent gpgconf gpgv"

# To make rpm packages, and to look into them.
RPM_PACKAGES="rpm binutils"

# To look at Debian packages, and to install them on a system of their own (packaging/verify.sh deb).
VERIFY_DEB_PACKAGES="debootstrap iproute2 lintian file binutils devscripts desktop-file-utils appstream man-db mandoc zsh fish"

# To build a day later (packaging/reproduce.sh).
REPRODUCE_PACKAGES="faketime"

# What a GNOME desktop's theme adds to every Qt program's start: for tests/long.sh, which measures it.
THEME_PACKAGES="qt6-gtk-platformtheme"

# What the portable folder takes along, beside what the programs are built and run with, and the tools that put it together.
BUNDLE_PACKAGES="libxcursor1 qt6-wayland fcitx5-frontend-qt6 qt6-translations-l10n dpkg-dev binutils patchelf xz-utils"

# To make an AppImage: what its runtime is linked with (packaging/appimage), and the tool that packs the folder.
RUNTIME_LIBRARIES="libsquashfuse-dev libfuse3-dev libzstd-dev liblzma-dev zlib1g-dev liblz4-dev"
APPIMAGE_PACKAGES="$RUNTIME_LIBRARIES squashfs-tools"

# To look at both, and to try them on systems of their own (packaging/verify.sh portable appimage).
VERIFY_BUNDLE_PACKAGES="debootstrap iproute2 file binutils devscripts desktop-file-utils xz-utils"
