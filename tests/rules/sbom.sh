#!/bin/sh
# Bills of materials: made twice of a small folder, held to the schema, and what must be refused: sh sbom.sh PROGRAM
set -eu
program=$1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
export SOURCE_DATE_EPOCH=1700000000

fail() {
    printf '%s\n' "$*"
    failed=1
}

# sbom FOLDER OPTION...
sbom() {
    of=$1
    shift
    python3 packaging/sbom.py --name latchkey --version 1.2.3 --folder "$of" "$@"
}

# refused NAME WORDS COMMAND...
refused() {
    name=$1
    words=$2
    shift 2
    if "$@" >"$folder/said" 2>&1 || ! grep -qF -- "$words" "$folder/said"; then
        fail "$name: not refused with \"$words\":"
        cat "$folder/said"
    fi
}

root=$folder/root
mkdir -p "$root/bin" "$root/lib"
cp "$program" "$root/bin/latchkey"
library=$(ldd "$program" | sed -n 's|.* => \(/.*libQt6Core\.so\.6\) .*|\1|p')
cp -L "$library" "$root/lib/"
bill=$folder/bill.json
sbom "$root" --file "$program" --also libc6-dev >"$bill"
sbom "$root" --file "$program" --also libc6-dev | cmp - "$bill" || fail "the same folder gave other bytes"
python3 packaging/sbom/validate.py "$bill" || fail "a good one was refused"

cat >"$folder/look.py" <<'LOOK'
import hashlib, json, sys
bill, program, library = sys.argv[1:]
document = json.load(open(bill))
def sha256(path):
    return [{"alg": "SHA-256", "content": hashlib.sha256(open(path, "rb").read()).hexdigest()}]
found = {component["name"]: component for component in document["components"]}
assert document["metadata"]["component"]["hashes"] == sha256(program)
assert document["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
assert found["bin/latchkey"]["hashes"] == sha256(program)
core = next(c for name, c in found.items() if name.startswith("libqt6core6"))
assert core["components"] == [{"type": "file", "name": "lib/libQt6Core.so.6", "hashes": sha256(library)}]
assert core["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]
assert found["libc6"]["version"]
assert all(c["hashes"] for c in found["libc6"]["components"])
assert found["libexpected-dev"]["licenses"] == [{"license": {"id": "CC0-1.0"}}]
assert "libc6-dev" in found
LOOK
python3 "$folder/look.py" "$bill" "$program" "$library" || fail "something is missing or wrong in it"
cp "$bill" "$folder/before.json"
printf 'x' >>"$root/bin/latchkey"
sbom "$root" --also libc6-dev >"$folder/other.json"
[ "$(grep serialNumber "$bill")" != "$(grep serialNumber "$folder/other.json")" ] || fail "other content, the same serial number"

# wrong NAME WORDS SED-SCRIPT: the good one, spoilt.
wrong() {
    sed "$3" "$bill" >"$folder/wrong.json"
    ! cmp -s "$bill" "$folder/wrong.json" || fail "$1: nothing was spoilt"
    refused "$1" "$2" python3 packaging/sbom/validate.py "$folder/wrong.json"
}
wrong "another format" "bomFormat" 's/"CycloneDX"/"Something"/'
wrong "a licence that SPDX has not" "licenses" 's/"id": "LGPL-3.0-only"/"id": "LGPL-3.0-perhaps"/'
wrong "a hash of another length" "hashes" '0,/"content": "./s//"content": "/'
wrong "a kind of component that is none" "type" '0,/"type": "library"/s//"type": "thing"/'
wrong "no name" "'name' is a required" '/"name": "libexpected-dev",/d'
wrong "an unknown field" "Additional properties" '0,/"bom-ref"/s//"colour": "red", "bom-ref"/'
wrong "a serial number that is none" "serialNumber" 's/urn:uuid:/uuid:/'
wrong "a dependency that is nowhere" "is no component" 's/^    "bin\/latchkey",$/    "bin\/nothing",/'
head -c 200 "$bill" >"$folder/wrong.json"
refused "half a file" "no JSON" python3 packaging/sbom/validate.py "$folder/wrong.json"
: >"$folder/wrong.json"
refused "nothing" "no JSON" python3 packaging/sbom/validate.py "$folder/wrong.json"

# What cannot be told is not left out.
refused "no program" "no program of ours" sbom "$root/lib"
printf 'x' >>"$root/lib/libQt6Core.so.6"
objcopy --remove-section .note.gnu.build-id "$root/lib/libQt6Core.so.6"
refused "a library that no package has" "is none of those" sbom "$root"
refused "a package that is not there" "is not installed" sbom "$root/bin" --also no-such-package
mkdir -p "$folder/tree/app/inspect"
cp -r packaging "$folder/tree/"
sed 's/{QStringLiteral("Qt"), /{QStringLiteral("Something new"), QStringLiteral("MIT")},\n&/' \
    app/inspect/diagnosticsfacts.cpp >"$folder/tree/app/inspect/diagnosticsfacts.cpp"
refused "a licence in the program's list alone" "Something new" \
    python3 "$folder/tree/packaging/sbom.py" --name latchkey --version 1 --folder "$root/bin"
exit "$failed"
