# The folder that is the portable archive and the AppImage: the release with all it needs but glibc. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work, $source_dir and $VERSION

# What Qt loads by itself: windows, input methods, TLS, what avatars are decoded by, and NetworkManager's word. No SVG,
# for the program draws its signs itself; no EGL, GLX or theme plugins, which drag the system's own libraries in.
BUNDLE_PLUGINS="platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqoffscreen.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    platforminputcontexts/libfcitx5platforminputcontextplugin.so
    tls/libqopensslbackend.so tls/libqcertonlybackend.so imageformats/libqgif.so imageformats/libqjpeg.so
    networkinformation/libqnetworkmanager.so"
BUNDLE_LANGUAGES="ar de es pt_BR" # of Qt's own texts; ours are inside the program

# package_of FILE: who installed it. Where /lib is a link to /usr/lib, a package may have it under the other name.
package_of() {
    real=$(realpath "$1")
    { dpkg-query -S "$real" 2>/dev/null || dpkg-query -S "${real#/usr}"; } | sed 's/[:,].*//;q'
}

# bundle_release: into $work/bundle, once in a run of make.sh.
bundle_release() {
    build_release
    [ ! -e "$work/bundle" ] || return 0
    step "Install what the folder is made of"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $RUN_PACKAGES $BUNDLE_PACKAGES
    step "Put the folder together"
    bundle=$work/bundling
    libraries=/usr/lib/$(dpkg-architecture -q DEB_HOST_MULTIARCH)
    # Without the component "units": systemd does not look here.
    cmake --install "$work/build" --prefix "$bundle" --strip --component Unspecified >/dev/null
    mkdir "$bundle/lib" "$bundle/translations"
    for plugin in $BUNDLE_PLUGINS; do
        install -D -m 644 -t "$bundle/plugins/$(dirname "$plugin")" "$libraries/qt6/plugins/$plugin"
    done
    for language in $BUNDLE_LANGUAGES; do
        install -m 644 -t "$bundle/translations" "/usr/share/qt6/translations/qtbase_$language.qm"
    done
    printf '[Paths]\nPrefix=..\nPlugins=plugins\nTranslations=translations\n' >"$bundle/bin/qt.conf"

    bundle_libraries
    bundle_papers
    bundle_start
    make_sbom latchkey "$bundle" "$work/bundle.cdx.json" # not into what it reads
    mv "$work/bundle.cdx.json" "$doc/latchkey.cdx.json"
    find "$bundle" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    mv "$bundle" "$work/bundle"
}

# All that is linked, and what no linker sees: QtKeychain loads libsecret, Qt loads OpenSSL and, for X, libXcursor.
bundle_libraries() {
    find "$bundle/bin" "$bundle/plugins" -type f ! -name qt.conf >"$work/linked"
    for name in libsecret-1.so.0 libssl.so.3 libcrypto.so.3 libXcursor.so.1; do
        printf '%s\n' "$libraries/$name" >>"$work/linked"
    done
    # shellcheck disable=SC2046 # a list of paths without blanks
    ldd $(cat "$work/linked") >"$work/needed"
    ! grep 'not found' "$work/needed" || die "libraries are missing"
    {
        awk '$2 == "=>" && $3 ~ "^/" { print $3 }' "$work/needed"
        grep '\.so\.[0-9]*$' "$work/linked"
    } | sort -u | while read -r library; do
        package=$(package_of "$library")
        [ -n "$package" ] || die "no package has $library"
        [ "$package" != libc6 ] || continue # the system's loader wants its own
        install -m 644 -t "$bundle/lib" "$library"
        printf '%s\n' "$package"
    done >"$work/bundled"
    for plugin in $BUNDLE_PLUGINS; do
        package_of "$libraries/qt6/plugins/$plugin"
    done >>"$work/bundled"
    package_of /usr/share/qt6/translations/qtbase_de.qm >>"$work/bundled"
    # Qt asks for OpenSSL by these names first, and would find the system's by the others.
    ln -s libssl.so.3 "$bundle/lib/libssl.so"
    ln -s libcrypto.so.3 "$bundle/lib/libcrypto.so"
    # Not LD_LIBRARY_PATH, which the browser would inherit.
    find "$bundle/lib" -type f -exec patchelf --set-rpath "\$ORIGIN" {} \;
    find "$bundle/plugins" -type f -exec patchelf --set-rpath "\$ORIGIN/../../lib" {} \;
    find "$bundle/bin" -type f ! -name qt.conf -exec patchelf --set-rpath "\$ORIGIN/../lib" {} \;
}

# papers_of FOLDER PACKAGE...: who holds the rights in them, and which versions they are.
papers_of() {
    papers=$1
    shift
    mkdir -p "$papers/copyright"
    for package in "$@"; do
        install -m 644 "/usr/share/doc/$package/copyright" "$papers/copyright/$package"
        # shellcheck disable=SC2016 # dpkg's own variables
        dpkg-query -W -f '${binary:Package} ${Version} ${source:Package} ${source:Version}\n' "$package"
    done >>"$papers/bundled-packages"
}

bundle_papers() {
    doc=$bundle/share/doc/latchkey
    mkdir -p "$doc"
    cp "$work/source/LICENSE" "$work/source/CHANGELOG.md" "$doc/"
    # shellcheck disable=SC2046 # a list of words is meant
    papers_of "$doc" $(LC_ALL=C sort -u "$work/bundled")
}

bundle_start() {
    find "$bundle" -type f -exec sh -c 'objdump -p "$@" 2>/dev/null || :' sh {} + >"$work/symbols"
    glibc=$(sed -n 's/.* GLIBC_ABI_DT_RELR$/2.36/p; s/.* GLIBC_\([0-9.]*\)$/\1/p' "$work/symbols" | sort -V | tail -n 1)
    case $glibc in
    2.[0-9]*) ;;
    *) die "no symbol of glibc in the folder: found \"$glibc\"" ;;
    esac
    printf 'The folder needs glibc %s.\n' "$glibc"
    sed "s/@GLIBC@/$glibc/" "$work/source/packaging/portable/start.in" >"$bundle/latchkey"
    chmod 755 "$bundle/latchkey"
    ln -s latchkey "$bundle/latchkey-demo-server"
}
