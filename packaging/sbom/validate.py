#!/usr/bin/env python3
"""Holds bills of materials to the schema of CycloneDX 1.5: python3 validate.py FILE... (python3-jsonschema)."""
import json
import pathlib
import sys

from jsonschema import Draft7Validator, FormatChecker, RefResolver, ValidationError, validators

HERE = pathlib.Path(__file__).resolve().parent


def schema(name):
    return json.loads((HERE / f"{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8"))


def no_more_items(_, allowed, instance, rule):
    # Debian 12's own breaks off with a TypeError where two of the items are objects.
    if allowed is False and isinstance(instance, list) and len(instance) > len(rule.get("items", [])):
        yield ValidationError("too many items")


def validator():
    # The schemas name each other by file; nothing may be looked up elsewhere.
    bom = schema("bom-1.5")
    base = bom["$id"].rpartition("/")[0]
    store = {f"{base}/{name}.SNAPSHOT.schema.json": schema(name) for name in ("jsf-0.82", "spdx")}
    kind = validators.extend(Draft7Validator, {"additionalItems": no_more_items})
    return kind(bom, resolver=RefResolver(bom["$id"], bom, store), format_checker=FormatChecker())


def faults(check, text):
    document = json.loads(text)
    for error in check.iter_errors(document):
        yield f"{'/'.join(map(str, error.absolute_path)) or 'document'}: {error.message[:300]}"
    if not isinstance(document, dict):
        return
    known = {document.get("metadata", {}).get("component", {}).get("bom-ref")}
    known |= {component.get("bom-ref") for component in document.get("components", [])}
    for entry in document.get("dependencies", []):
        for ref in [entry.get("ref"), *entry.get("dependsOn", [])]:
            if ref not in known:
                yield f"dependencies: {ref} is no component"


def main():
    check = validator()
    failed = not sys.argv[1:]
    for name in sys.argv[1:]:
        try:
            found = list(faults(check, pathlib.Path(name).read_text(encoding="utf-8")))
        except ValueError as error:
            found = [f"no JSON: {error}"]
        for fault in found:
            print(f"{name}: {fault}")
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
