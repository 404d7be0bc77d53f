"""Opens the data package, as a zip or at its address, and holds every file against its description.

After version 2 of the Data Package standard: names, paths, sizes, fields, types, categories, required
cells, primary and foreign keys. Standard library only, and apart from what makes the package.
"""

import csv
import datetime
import io
import json
import re
import sys
import urllib.parse
import urllib.request
import zipfile
from decimal import Decimal

faults = []



def fetched(url):
    with urllib.request.urlopen(url) as reply:
        return reply.read()


if sys.argv[1].startswith("http"):
    package = json.loads(fetched(sys.argv[1]))
    wanted = [resource["path"] for resource in package["resources"]]
    wanted += ["README.md", "CITATION.cff", "beistand.csv-metadata.json"]
    files = {path: fetched(urllib.parse.urljoin(sys.argv[1], path)) for path in wanted}
    names = list(files)
else:
    with zipfile.ZipFile(sys.argv[1]) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        files = {name: archive.read(name) for name in names}
    package = json.loads(files["datapackage.json"])
# What readers of version 1 of the standard ask for besides.
assert package["profile"] == "tabular-data-package"
assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
assert re.fullmatch(r"[a-z0-9._/-]+", package["name"])
assert package["licenses"][0]["path"].startswith("http")
datetime.datetime.fromisoformat(package["created"])
for wanted in ("README.md", "CITATION.cff", "beistand.csv-metadata.json"):
    assert files[wanted].strip(), wanted
described = {resource["path"] for resource in package["resources"]}
faults += [f"{name}: not described" for name in names if name.endswith(".csv") and name not in described]

CASTS = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "date": datetime.date.fromisoformat,
}

tables = {}
for resource in package["resources"]:
    path, schema = resource["path"], resource["schema"]
    assert re.fullmatch(r"[a-z0-9._-]+", resource["name"]), resource["name"]
    assert not path.startswith("/") and ".." not in path
    if len(files[path]) != resource["bytes"]:
        faults.append(f"{path}: {len(files[path])} bytes, described as {resource['bytes']}")
    assert not files[path].startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(files[path].decode("utf-8"), newline=""), strict=True))
    fields = schema["fields"]
    if rows[0] != [field["name"] for field in fields]:
        faults.append(f"{path}: header {rows[0]}")
    assert resource["profile"] == "tabular-data-resource"
    missing = set(schema["missingValues"])
    assert missing == {""}
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    tables[resource["name"]] = records
    for field in fields:
        codes = {each["value"] for each in field.get("categories", [])}
        assert all(each["label"] for each in field.get("categories", []))
        for number, record in enumerate(records, 2):
            value = record[field["name"]]
            if value in missing:
                if field.get("constraints", {}).get("required"):
                    faults.append(f"{path}:{number}: {field['name']} is empty")
                continue
            try:
                CASTS[field["type"]](value)
            except (ArithmeticError, ValueError):
                faults.append(f"{path}:{number}: {field['name']}: {value} is no {field['type']}")
            if codes and value not in codes:
                faults.append(f"{path}:{number}: {field['name']}: {value} is no category")
    key = [tuple(record[name] for name in schema.get("primaryKey", rows[0])) for record in records]
    if len(set(key)) != len(key):
        faults.append(f"{path}: a key twice")

for resource in package["resources"]:
    for key in resource["schema"].get("foreignKeys", []):
        target = key["reference"]
        there = {tuple(row[name] for name in target["fields"]) for row in tables[target["resource"]]}
        for record in tables[resource["name"]]:
            value = tuple(record[name] for name in key["fields"])
            if "" not in value and value not in there:
                faults.append(f"{resource['path']}: {value} is not in {target['resource']}")

if not any("categories" in field for field in package["resources"][0]["schema"]["fields"]):
    faults.append("no labelled categories")
print("\n".join(faults))
print(f"{len(tables)} tables, {sum(map(len, tables.values()))} rows, {len(faults)} faults")
sys.exit(1 if faults else 0)
