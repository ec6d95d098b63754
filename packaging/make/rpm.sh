# Packages for distributions that use rpm: the program and the demo server, by CPack. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work and $VERSION
NEEDED="$NEEDED $BUILD_PACKAGES $RPM_PACKAGES $SBOM_PACKAGES"

make_rpm() {
    build_release
    step "Install what building rpm packages needs"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $RPM_PACKAGES
    step "Build the rpm packages"
    DESTDIR=$work/rpm/latchkey cmake --install "$work/build" --strip >/dev/null
    gzip -9n "$work/rpm/latchkey"/usr/share/man/man1/*.1
    # All that is the demo server's is called by its name.
    (cd "$work/rpm/latchkey" && find . -name '*latchkey-demo-server*') | while read -r path; do
        mkdir -p "$work/rpm/latchkey-demo-server/$(dirname "$path")"
        mv "$work/rpm/latchkey/$path" "$work/rpm/latchkey-demo-server/$path"
    done
    for name in latchkey latchkey-demo-server; do
        pack_rpm "$name" "$work/rpm/$name"
    done
    publish "$work"/*.rpm "$work"/*.rpm.cdx.json
}

# pack_rpm NAME FOLDER
pack_rpm() {
    install -D -m 644 -t "$2/usr/share/licenses/$1" "$work/source/LICENSE"
    find "$2" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    shared=$(cd "$2" && find . -mindepth 1 -type d ! -path "*/licenses/$1" | sed 's/^\.//' | tr '\n' ';')
    mkdir "$work/rpm/of-$1"
    (cd "$work/rpm/of-$1" && RPM_NAME=$1 RPM_VERSION=$VERSION RPM_FOLDER=$2 RPM_SHARED_FOLDERS=$shared \
        cpack --config "$work/source/packaging/rpm.cmake" >cpack.log 2>&1) ||
        { cat "$work/rpm/of-$1/cpack.log"; return 1; }
    file=$(find "$work/rpm/of-$1" -maxdepth 1 -name '*.rpm')
    make_sbom "$1" "$2" "$work/$(basename "$file").cdx.json" --file "$file"
    mv "$file" "$work/"
}
