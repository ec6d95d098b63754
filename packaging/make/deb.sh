# Debian packages, by debhelper: the program, the demo server, and the debug symbols of both. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work
NEEDED="$NEEDED $BUILD_PACKAGES debhelper $SBOM_PACKAGES"

make_deb() {
    step "Install what building Debian packages needs"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $BUILD_PACKAGES debhelper
    step "Build the Debian packages"
    tree=$work/latchkey-$VERSION
    cp -a "$work/source" "$tree"
    lay_debian "$tree"
    # Its time is that of debian/changelog, and its flags are Debian's, whatever somebody exports.
    (cd "$tree" && without_flags env -u SOURCE_DATE_EPOCH \
        DEB_BUILD_OPTIONS="terse parallel=$(nproc) ${DEB_BUILD_OPTIONS:-}" dpkg-buildpackage --build=binary --no-sign --no-check-builddeps)
    # dpkg asks for 2: the last word counts.
    fortified=$(sed -nE '/^build (app|ui)\/.*: CXX_COMPILER__/,/^  FLAGS/s/^  FLAGS = .*-D_FORTIFY_SOURCE=([0-9]).*/\1/p' \
        "$tree"/obj-*/build.ninja | sort -u)
    [ "$fortified" = 3 ] || die "the programs are built with _FORTIFY_SOURCE=$fortified instead of 3"
    rm -rf "$tree"
    step "Write what the Debian packages are made of"
    for deb in "$work"/*.deb; do
        name=$(dpkg-deb -f "$deb" Package)
        case $name in
        *-dbgsym) continue ;; # symbols of the same programs
        esac
        dpkg-deb -x "$deb" "$work/of-$name"
        make_sbom "$name" "$work/of-$name" "$deb.cdx.json" --file "$deb"
    done
    publish "$work"/*.deb "$work"/*.deb.cdx.json "$work"/*.buildinfo "$work"/*.changes
}
