# What is checked of the AppImage. Sourced by verify.sh.
# shellcheck shell=sh disable=SC2154,SC2317,SC2016 # verify.sh sets $chroots, $OUT and $said; checks are called by name
. packaging/verify/bundle.sh

verify_appimage() {
    step "Look at the AppImage"
    image=$(newest 'Latchkey-*.AppImage')
    [ -n "$image" ] || die "no AppImage in $OUT: sh packaging/make.sh appimage makes it"
    printf '%s\n' "$image"
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $VERIFY_BUNDLE_PACKAGES squashfs-tools
    check "an AppImage of type 2, linked statically, for this machine's kind" appimage_front
    check "its content, as another tool reads it" appimage_content
    bundle=$chroots/appdir/usr
    check "desktop file, icon and AppRun where they are looked for" appimage_root
    check "the runtime's papers and source" appimage_papers
    bundle_look "$image" AppImage

    bundle_system
    install -m 755 "$image" "$home/Latchkey.AppImage"
    start=./Latchkey.AppImage
    step "Use it there, as a normal user, offline, without FUSE"
    bundle_bare
    check "--appimage-extract" as_tester "rm -rf squashfs-root && $start --appimage-extract && squashfs-root/AppRun --version"
    check "the same content" diff -r --no-dereference "$chroots/appdir" "$home/squashfs-root"
    check "--appimage-offset, -updateinformation, -signature" as_tester "
        [ \$($start --appimage-offset) -eq $(appimage_offset) ] && $start --appimage-updateinformation && $start --appimage-signature"
    check "a signal while it unpacks leaves nothing" as_tester \
        "timeout 0.2 $start --version; [ \$? -eq 124 ]"
    appimage_refusals
    bundle_desktop
    [ -c /dev/fuse ] || printf '        this machine has no FUSE: what follows runs without it\n'
    step "Use it there, with FUSE"
    check "FUSE" apt_in "$BUNDLE_SYSTEM" install fuse3
    [ ! -c /dev/fuse ] || export more_devices=fuse
    check "it is mounted, not unpacked" appimage_mounts
    check "nothing but glibc is the system's" as_tester "sh ./alone.sh $start --diagnostics"
    check "--appimage-extract-and-run" as_tester "$start --appimage-extract-and-run --version"
    bundle_desktop

    bundle_old_system
    install -m 755 "$image" "$chroots/$old/home/tester/old/Latchkey.AppImage"
    check "glibc is too old: one sentence" told_of_old_glibc './Latchkey.AppImage --version'
    step "AppImage and Debian package side by side"
    as_tester "mkdir -p bin && ln -sf ../squashfs-root/usr/latchkey-demo-server bin/latchkey-demo-server"
    bundle_beside_deb
    export more_devices=""
}

# Where the file's own headers end.
appimage_offset() {
    readelf -h "$image" | awk -F: '/Start of section headers/ { at = $2 + 0 } /Size of section headers/ { size = $2 + 0 }
        /Number of section headers/ { n = $2 + 0 } END { print at + size * n }'
}

appimage_front() {
    [ "$(od -An -j8 -N3 -tx1 "$image")" = " 41 49 02" ]
    file -b "$image" | tee "$chroots/words"
    grep -E 'static(-pie|ally) linked' "$chroots/words"
    ! readelf -lW "$image" | grep INTERP
    readelf -lW "$image" | grep -E 'GNU_STACK +.* RW '
    readelf -SW "$image" | grep -F ' .upd_info '
    readelf -SW "$image" | grep -F ' .sha256_sig '
    strings -a "$image" >"$chroots/words"
    ! grep -E '/(tmp|build|home|root|work)/latchkey|lzo1x_1|Copyright .* Oberhumer' "$chroots/words"
}

appimage_content() {
    unsquashfs -quiet -no-progress -offset "$(appimage_offset)" -dest "$chroots/appdir" "$image"
    unsquashfs -offset "$(appimage_offset)" -llnumeric "$image" >"$chroots/list"
    ! grep squashfs-root "$chroots/list" | grep -v ' 0/0 '
}

appimage_root() {
    desktop-file-validate --warn-kde "$chroots/appdir/org.latchkey.latchkey.desktop"
    icon=$(sed -n 's/^Icon=//p' "$chroots/appdir/org.latchkey.latchkey.desktop")
    file -b "$chroots/appdir/$icon.png" | grep "PNG image data, 256 x 256"
    cmp "$chroots/appdir/.DirIcon" "$chroots/appdir/$icon.png"
    [ "$(readlink "$chroots/appdir/AppRun")" = usr/latchkey ]
    [ -s "$bundle/share/metainfo/org.latchkey.latchkey.metainfo.xml" ]
}

appimage_papers() {
    papers=$bundle/share/doc/latchkey/appimage-runtime
    for name in libsquashfuse-dev libfuse3-dev libzstd-dev liblzma-dev zlib1g-dev liblz4-dev libc6-dev; do
        [ -s "$papers/copyright/$name" ] || { echo "no copyright of $name"; return 1; }
    done
    [ "$(wc -l <"$papers/runtime.c")" -le 200 ] && [ -s "$papers/appimage.sh" ]
}

# refuses NAME WORDS SCRIPT: one line, with these words.
refuses() {
    check "$1: one sentence" as_tester "status=0; { $3; } 2>said || status=\$?; cat said
        [ \$status -eq 1 ] && [ \$(wc -l <said) -eq 1 ] && grep -qF '$2' said"
}

appimage_refusals() {
    refuses "cut short" "please download it again" \
        "head -c 3000000 Latchkey.AppImage >Cut.AppImage; chmod +x Cut.AppImage; ./Cut.AppImage --version"
    refuses "nothing behind its own front" "please download it again" \
        "head -c $(appimage_offset) Latchkey.AppImage >Cut.AppImage; ./Cut.AppImage --version"
    refuses "an option that is none" "The options are --appimage-extract, " "$start --appimage-nonsense"
    refuses "TMPDIR is not writable" "set TMPDIR to a folder of yours" "TMPDIR=/usr $start --version"
    refuses "no such TMPDIR" "set TMPDIR to a folder of yours" "TMPDIR=/no/such/folder $start --version"
    refuses "no mount without FUSE" "no mount without /dev/fuse and fusermount3" "$start --appimage-mount"
    check "no space to unpack to: one sentence, and nothing is left" appimage_no_space
    check "programs may not run from TMPDIR: one sentence" appimage_noexec
}

# in_small_tmp OPTIONS SCRIPT: as the tester, with TMPDIR on a file system mounted with these.
in_small_tmp() {
    offline_in_chroot "$BUNDLE_SYSTEM" sh -euc 'mount -t tmpfs -o "mode=1777,$1" tmpfs /mnt
        exec setpriv --reuid=tester --regid=tester --clear-groups env HOME=/home/tester TMPDIR=/mnt sh -c "cd && $2"' sh "$1" "$2"
}

appimage_no_space() {
    in_small_tmp size=4m 'status=0; ./Latchkey.AppImage --version 2>said || status=$?; cat said; sh ./settled.sh
        [ $status -eq 1 ] && [ $(wc -l <said) -eq 1 ] && grep -q "No space left.*set TMPDIR to a folder with more room" said && [ -z "$(ls -A /mnt)" ]'
}

appimage_noexec() {
    in_small_tmp noexec 'status=0; ./Latchkey.AppImage --version 2>said || status=$?; cat said; sh ./settled.sh
        [ $status -eq 1 ] && grep -q "set TMPDIR to a folder that programs may run from" said && [ -z "$(ls -A /mnt)" ]'
}

# Its content is not in the temporary folder, but a mount is: asked while it runs.
appimage_mounts() {
    if [ ! -c /dev/fuse ]; then
        echo "note: no FUSE on this machine: not shown"
        return 0
    fi
    as_tester "$start --appimage-mount >where & mount=\$!
        until [ -s where ]; do sleep 0.1; done
        grep \"\$(cat where) fuse.AppImage ro,nosuid,nodev\" /proc/self/mounts && \"\$(cat where)/AppRun\" --version
        status=\$?; kill \$mount; [ \$status -eq 0 ]"
}
