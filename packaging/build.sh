# What portable, AppImage and rpm pack: one release build of the exported source. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # make.sh sets $work

# Without what somebody exports for their own builds.
without_flags() {
    env -u CC -u CXX -u CFLAGS -u CXXFLAGS -u CPPFLAGS -u LDFLAGS -u CMAKE_CXX_COMPILER_LAUNCHER -u CMAKE_BUILD_TYPE \
        -u CMAKE_GENERATOR -u DESTDIR "$@"
}

# build_release: into $work/build, once in a run of make.sh, however many formats ask. `cmake --install $work/build` lays
# out what a package holds below /usr; the component "units" is systemd's.
# No ccache: the folder is another one each time, and told to overlook that it would change what the programs name.
build_release() {
    [ ! -e "$work/build/built" ] || return 0
    step "Install what building needs"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $BUILD_PACKAGES
    step "Build the release"
    without_flags cmake -S "$work/source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_TESTING=OFF -DLATCHKEY_PRECOMPILE=ON >"$work/configured" ||
        { cat "$work/configured"; return 1; }
    without_flags cmake --build "$work/build" --parallel "$(nproc)"
    : >"$work/build/built"
}
