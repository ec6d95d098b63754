# The AppImage: the portable folder in a squashfs, behind a runtime of our own. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work and $VERSION
NEEDED="$NEEDED $BUILD_PACKAGES $RUN_PACKAGES $BUNDLE_PACKAGES $APPIMAGE_PACKAGES $SBOM_PACKAGES"

make_appimage() {
    bundle_release
    step "Install what an AppImage needs"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $APPIMAGE_PACKAGES
    step "Make the AppImage"
    image=$work/Latchkey-$VERSION-$(uname -m).AppImage
    build_runtime "$image"
    folder=$work/AppDir
    mkdir "$folder"
    cp -a "$work/bundle" "$folder/usr"
    ln -s usr/latchkey "$folder/AppRun"
    cp -a "$folder/usr/share/applications/org.latchkey.latchkey.desktop" \
        "$folder/usr/share/icons/hicolor/256x256/apps/org.latchkey.latchkey.png" "$folder/"
    ln -s org.latchkey.latchkey.png "$folder/.DirIcon"
    # The runtime's libraries are LGPL in part: whoever wants to link it anew finds here what it takes.
    runtime=$folder/usr/share/doc/latchkey/appimage-runtime
    # shellcheck disable=SC2086
    papers_of "$runtime" $RUNTIME_LIBRARIES libc6-dev
    cp "$work/source/packaging/appimage/runtime.c" "$work/source/packaging/make/appimage.sh" "$runtime/"
    find "$folder" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    # It takes the times from SOURCE_DATE_EPOCH, too.
    mksquashfs "$folder" "$work/squashfs" -root-owned -no-xattrs -comp zstd -Xcompression-level 22 -b 256K \
        -noappend -no-progress -quiet
    cat "$work/squashfs" >>"$image"
    # shellcheck disable=SC2046,SC2086 # lists of words are meant
    make_sbom latchkey "$folder/usr" "$image.cdx.json" --file "$image" $(printf -- '--also %s ' $RUNTIME_LIBRARIES libc6-dev)
    publish "$image" "$image.cdx.json"
}

# build_runtime FILE: statically, for it runs on any system; marked as an AppImage of type 2.
build_runtime() {
    without_flags cc -std=c17 -O2 -Wall -Wextra -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE -I/usr/include/fuse3 \
        -static-pie -s -Wl,-z,relro,-z,now,--no-warnings -o "$1" "$work/source/packaging/appimage/runtime.c" \
        -lsquashfuse_ll -lsquashfuse -lfuse3 -lzstd -llzma -lz -llz4
    printf 'AI\002' | dd of="$1" bs=1 seek=8 conv=notrunc status=none
    chmod 755 "$1"
}
