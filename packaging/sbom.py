#!/usr/bin/env python3
"""Writes what a published file is made of, as CycloneDX 1.5:

    python3 sbom.py --name latchkey --version V --folder ROOT [--also PACKAGE]... [--file FILE]

ROOT is what FILE unpacks to: its programs, and the libraries beside them if it brings some. Each library is told with the
Debian package that it comes from, whether it is in ROOT or only linked. Needs dpkg-query and objdump of the system that built
it. The same input gives the same bytes; the time is SOURCE_DATE_EPOCH.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import uuid

HERE = pathlib.Path(__file__).resolve().parent
LICENCE_LIST = HERE.parent / "app/inspect/diagnosticsfacts.cpp"  # what the program itself shows
SPDX_LIST = HERE / "sbom/spdx.SNAPSHOT.schema.json"

# The parts of the program's own list: what their packages' names begin with, and, for headers, which we cannot see linked,
# the package that has them.
PARTS = {
    "Qt": ("libqt6", None),
    "QtKeychain": ("libqt6keychain", None),
    "cpp-httplib": ("libcpp-httplib", None),
    "tl::expected": ("libexpected-dev", "libexpected-dev"),
}

# What Debian's copyright files call what SPDX has another name for. A "+" and a bare version are handled in spdx_name().
DEBIAN_NAMES = {
    "expat": "MIT", "bsd": "BSD-3-Clause", "bsd-3": "BSD-3-Clause", "bsd-2": "BSD-2-Clause", "apache": "Apache-2.0",
    "apache-2": "Apache-2.0", "gfdl-1.3": "GFDL-1.3-only", "boost-1.0": "BSL-1.0", "psf": "PSF-2.0", "cc0": "CC0-1.0", "unicode": "Unicode-3.0",
}


def run(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return [{"alg": "SHA-256", "content": digest.hexdigest()}]


def our_licences():
    rows = re.findall(r'\{QStringLiteral\("([^"]+)"\), QStringLiteral\("([^"]+)"\)\}', LICENCE_LIST.read_text(encoding="utf-8"))
    listed = dict(rows)
    own = listed.pop("Latchkey", None)
    if own is None or set(listed) != set(PARTS):
        sys.exit(f"error: {LICENCE_LIST.name} lists {sorted(listed)}, sbom.py knows {sorted(PARTS)}")
    return own, listed


def spdx_name(name, known):
    """The SPDX identifier of a licence as Debian calls it, or None."""
    low = name.lower()
    later = low.endswith("+")
    low = low.rstrip("+")
    gnu = re.fullmatch(r"(l|a)?gpl-(\d)(\.\d)?(\.0)?", low)
    if gnu:
        low = f"{gnu[1] or ''}gpl-{gnu[2]}{gnu[3] or '.0'}-{'or-later' if later else 'only'}"
    elif later:
        return None
    return known.get(DEBIAN_NAMES.get(low, low).lower())


def licences(package, known):
    """Those of its copyright file, each once, in order."""
    path = pathlib.Path(f"/usr/share/doc/{package}/copyright")
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return [{"license": {"name": "unknown: no copyright file"}}]
    names = set()
    if text.startswith("Format:"):
        for paragraph in re.split(r"\n\s*\n", text):
            files = re.search(r"^Files:\s*(.+)$", paragraph, re.MULTILINE)
            licence = re.search(r"^License:[ \t]*(\S.*)$", paragraph, re.MULTILINE)
            if files and licence and not files[1].startswith("debian/"):
                names.add(licence[1].strip())
    else:
        names = set(re.findall(r"/usr/share/common-licenses/([A-Za-z][\w.+-]*\w)", text))
    if not names:
        names = {f"see {path}"}
    found = {}
    for name in sorted(names):
        identifier = spdx_name(name, known)
        entry = {"id": identifier} if identifier else {"name": name}
        found[json.dumps(entry)] = {"license": entry}
    return [found[key] for key in sorted(found)]


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path):
    return re.findall(r"^\s+NEEDED\s+(\S+)$", run("objdump", "-p", str(path)), re.MULTILINE)


def identity(path):
    """What stays of a library when its RUNPATH is changed: the build id. Of other files, their bytes."""
    note = run("objdump", "-s", "-j", ".note.gnu.build-id", str(path)) if is_elf(path) else ""
    words = re.findall(r"^ [0-9a-f]+ ((?:[0-9a-f]{2,8} ){1,4})", note, re.MULTILINE)  # without their addresses
    return "".join(words) or sha256(path)[0]["content"]


def owners():
    """File name -> the (package, path) pairs of that name, of all libraries and translations of this system's packages."""
    found = {}
    for line in run("dpkg-query", "-S", "*.so*", "*.qm").splitlines():
        package, _, path = line.partition(": ")
        if package.startswith("diversion by "):
            continue
        found.setdefault(path.rpartition("/")[2], []).append((package.split(",")[0].split(":")[0], path))
    return found


def contents(folder):
    """Our programs, what is bundled (path -> package) and what is linked from the system (name -> package, path)."""
    regular = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    elves = [path for path in regular if is_elf(path)]
    texts = [path for path in regular if path.suffix == ".qm"]
    candidates = owners()
    bundled = {}
    for path in elves + texts:
        same = [package for package, place in sorted(candidates.get(path.name, [])) if identity(place) == identity(path)]
        if same:
            bundled[path] = same[0]
        elif path.name in candidates:
            sys.exit(f"error: {path} is none of those that {sorted(candidates[path.name])} have")
    # Of several systems' libraries, the one that the programs here are linked with.
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    missing = {name for path in elves for name in needed(path)} - {path.name for path in folder.rglob("*")}
    if missing - set(candidates):
        sys.exit(f"error: no package has {', '.join(sorted(missing - set(candidates)))}")
    linked = {name: max(candidates[name], key=lambda pair: (f"/{multiarch}/" in pair[1], pair)) for name in missing}
    return [path for path in elves if path not in bundled], bundled, linked


def package_component(package, part, licence, files, known):
    fields = run("dpkg-query", "-W", "-f", "${Version}\n${Architecture}\n${source:Package}\n", package).split("\n")
    if len(fields) < 3 or not fields[0]:
        sys.exit(f"error: the package {package} is not installed")
    version, architecture, source = fields[:3]
    component = {
        "type": "library",
        "bom-ref": f"pkg:deb/debian/{package}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}",
        "name": package,
        "version": version,
        "licenses": [{"license": {"id": licence}}] if licence else licences(package, known),
        "properties": [{"name": "debian:source", "value": source}],
        "components": sorted(files, key=lambda file: file["name"]),
    }
    component["purl"] = component["bom-ref"]
    if part:
        component["properties"].append({"name": "latchkey:part", "value": part})
    if not files:
        del component["components"]
    return component


def components(folder, also):
    own_licence, parts = our_licences()
    known = {name.lower(): name for name in json.loads(SPDX_LIST.read_text(encoding="utf-8"))["enum"]}
    own, bundled, linked = contents(folder)
    if not own:
        sys.exit(f"error: no program of ours is in {folder}")
    result = [{"type": "application", "bom-ref": str(path.relative_to(folder)), "name": str(path.relative_to(folder)),
               "hashes": sha256(path), "licenses": [{"license": {"id": own_licence}}]} for path in own]
    files = {}
    for path, package in bundled.items():
        files.setdefault(package, []).append({"type": "file", "name": str(path.relative_to(folder)), "hashes": sha256(path)})
    for name, (package, path) in linked.items():
        files.setdefault(package, []).append(
            {"type": "file", "name": name, "scope": "excluded", "description": "linked, not brought", "hashes": sha256(path)})
    for package in also + [headers for _, headers in PARTS.values() if headers]:
        files.setdefault(package, [])
    for package in sorted(files):
        # The longest beginning is the nearest: libqt6keychain1 is no part of Qt.
        fitting = [part for part, (start, _) in PARTS.items() if package.startswith(start)]
        part = max(fitting, key=lambda name: len(PARTS[name][0]), default=None)
        result.append(package_component(package, part, parts.get(part), files[package], known))
    return own_licence, result


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    parser.add_argument("--also", action="append", default=[], metavar="PACKAGE", help="is inside, but not as a file: linked statically")
    parser.add_argument("--file", type=pathlib.Path, help="what is published, if it is there already")
    options = parser.parse_args()
    when = int(os.environ["SOURCE_DATE_EPOCH"])
    own_licence, inside = components(options.folder, options.also)
    ours = {"type": "application", "bom-ref": options.name, "name": options.name, "version": options.version,
            "licenses": [{"license": {"id": own_licence}}]}
    if options.file:
        ours["hashes"] = sha256(options.file)
        ours["properties"] = [{"name": "latchkey:file", "value": options.file.name}]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(when, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tools": {"components": [{"type": "application", "name": "packaging/sbom.py"}]},
            "component": ours,
        },
        "components": inside,
        "dependencies": [{"ref": options.name, "dependsOn": [component["bom-ref"] for component in inside]}],
    }
    content = json.dumps(document, sort_keys=True)
    document["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, content).urn
    json.dump(document, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
