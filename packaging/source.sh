# What all formats are made of: the source as git has it, below a folder of its own. Sourced, not run.
# shellcheck shell=sh

# One of the values in packaging/identity.cmake.
identity() {
    sed -n "s/^set($1 \"\(.*\)\")\$/\1/p" packaging/identity.cmake
}

# Fills in what a file leaves open (@LATCHKEY_HOMEPAGE@ and so on).
fill_in() {
    for name in LATCHKEY_HOMEPAGE LATCHKEY_CONTACT LATCHKEY_AUTHORS; do
        sed -i "s|@$name@|$(identity $name)|g" "$@"
    done
}

# lay_debian FOLDER: makes of the exported source what Debian's tools take, with debian/ at its top.
lay_debian() {
    mv "$1/packaging/debian" "$1/debian"
    find "$1/debian" -type f | while read -r name; do
        fill_in "$name"
    done
    sed -i "1s/(\([0-9.]*\)-/($VERSION-/" "$1/debian/changelog" # +dirty
}

# choose_out FOLDER: makes it and sets OUT to its whole path; refuses one that is inside the source or not writable.
choose_out() {
    OUT=$(realpath -m -- "$1")
    case "$OUT/" in
    "$(pwd -P)"/*) die "the packages cannot go to $OUT: it is inside the source. Set OUT to a folder elsewhere." ;;
    esac
    mkdir -p "$OUT" 2>/dev/null || die "the packages cannot go to $OUT: it cannot be made. Set OUT to a folder of yours."
    # Asked by writing: root may write where permissions say no, but not on a read-only disk.
    (: >"$OUT/.latchkey-probe") 2>/dev/null ||
        die "the packages cannot go to $OUT: it is not writable. Set OUT to a folder of yours."
    rm -f "$OUT/.latchkey-probe"
}

# publish FILE...: into OUT, whole or not at all.
publish() {
    for file in "$@"; do
        name=$(basename "$file")
        part=$OUT/$name.part # make.sh takes it away if this is as far as it comes
        cp "$file" "$part" || die "$name could not be written to $OUT: is there space left?"
        mv "$part" "$OUT/$name"
        part=""
    done
}

# Whoever owns the checkout, and without a name to commit by.
git_here() {
    git -c safe.directory='*' -c user.name=latchkey -c user.email=latchkey@localhost "$@"
}

# export_source FOLDER: the commit that is checked out, with uncommitted changes to what git knows of. Sets VERSION
# (with +dirty if there were any), COMMIT and SOURCE_DATE_EPOCH (the commit's time, unless it is set).
# A source without .git is taken as it is.
export_source() {
    VERSION=$(sed -n 's/^project(Latchkey VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
    [ -n "$VERSION" ] || die "CMakeLists.txt names no version"
    mkdir -p "$1"
    if [ -e .git ]; then
        # What git makes of uncommitted changes goes beside the export, not into its folder: we may be another user.
        objects=$(git_here rev-parse --path-format=absolute --git-path objects)
        mkdir "$1.objects"
        export GIT_OBJECT_DIRECTORY="$1.objects" GIT_ALTERNATE_OBJECT_DIRECTORIES="$objects"
        tree=""
        # By what is in the files: where only their times changed, stash has nothing to do and calls that an error.
        git_here diff --quiet HEAD -- || tree=$(git_here stash create)
        COMMIT=$(git_here rev-parse --short=12 HEAD)
        SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git_here log -1 --format=%ct)}
        if [ -n "$tree" ] || [ -n "$(git_here ls-files --others --exclude-standard)" ]; then
            printf 'There are uncommitted changes: the version gets +dirty. Files that git does not know stay out.\n'
            VERSION=$VERSION+dirty
            COMMIT=$COMMIT+dirty
        fi
        git_here archive --format=tar --output "$1.tar" "${tree:-HEAD}"
        tar -x -C "$1" -f "$1.tar"
        unset GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
        printf '%s\n' "$COMMIT" >"$1/packaging/commit"
    else
        tar -c --exclude=./build -f "$1.tar" .
        tar -x -C "$1" -f "$1.tar"
        COMMIT=$(grep -E '^[0-9a-f]+(\+dirty)?$' packaging/commit) || COMMIT=unknown
        SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -r CHANGELOG.md +%s)}
    fi
    export SOURCE_DATE_EPOCH
}
