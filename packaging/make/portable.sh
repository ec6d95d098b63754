# The portable folder: unpacked anywhere and started there. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work and $VERSION
NEEDED="$NEEDED $BUILD_PACKAGES $RUN_PACKAGES $BUNDLE_PACKAGES $SBOM_PACKAGES"

make_portable() {
    bundle_release
    step "Pack the portable folder"
    name=latchkey-$VERSION-linux-$(uname -m)
    LC_ALL=C tar -c -f "$work/$name.tar" -C "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
        --mtime="@$SOURCE_DATE_EPOCH" --mode=u+rwX,go=rX --transform "s|^bundle|$name|;" bundle
    xz -9 -T1 "$work/$name.tar" # one thread: more of them cut it into other blocks
    make_sbom latchkey "$work/bundle" "$work/$name.tar.xz.cdx.json" --file "$work/$name.tar.xz"
    publish "$work/$name.tar.xz" "$work/$name.tar.xz.cdx.json"
}
