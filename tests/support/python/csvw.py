"""Checks a CSV against its description, after W3C's model for tabular data on the web.

Reads pairs of addresses from its arguments: CSV, then description. Written apart from what makes
either; prints a line for every fault and ends with 1 if there is one.
"""

import csv
import datetime
import io
import json
import re
import sys
import urllib.parse
import urllib.request
from decimal import Decimal

faults = []


def fetch(address):
    with urllib.request.urlopen(address) as reply:
        return reply.headers, reply.read()


def described_by(headers):
    """The address that the last Link header with rel="describedby" names."""
    found = re.findall(r'<([^>]*)>\s*;\s*rel="describedby"\s*;\s*type="([^"]*)"', headers["Link"])
    assert found[-1][1] in ("application/csvm+json", "application/ld+json", "application/json")
    return found[-1][0]


def check_value(column, text):
    datatype = column.get("datatype", "string")
    base = datatype["base"] if isinstance(datatype, dict) else datatype
    form = datatype.get("format") if isinstance(datatype, dict) else None
    if base == "string":
        return form is None or re.fullmatch(form, text)
    if base == "integer":
        return re.fullmatch(r"[+-]?\d+", text)
    if base == "decimal":
        mark = form["decimalChar"] if form else "."
        return "." not in text.replace(mark, "") and Decimal(text.replace(mark, ".")) is not None
    if base == "date":
        return datetime.date.fromisoformat(text)
    if base == "anyURI":
        return urllib.parse.urlparse(text).scheme in ("http", "https")
    raise AssertionError(f"unknown datatype {base}")


def check(address):
    headers, body = fetch(address)
    described, text = fetch(described_by(headers))
    assert described["Content-Type"] == "application/csvm+json", described["Content-Type"]
    table = json.loads(text)
    assert table["@context"] == "http://www.w3.org/ns/csvw"
    # Without this, processors must not use the description.
    if table["url"] != address:
        faults.append(f"{address}: described as {table['url']}")
    dialect = table["dialect"]
    csv_text = body.decode("utf-8-sig" if body.startswith(b"\xef\xbb\xbf") else "utf-8")
    rows = list(
        csv.reader(io.StringIO(csv_text, newline=""), delimiter=dialect["delimiter"], strict=True)
    )
    header, records = rows[0], rows[1:]
    columns = table["tableSchema"]["columns"]
    names = [column["name"] for column in columns]
    assert len(set(names)) == len(names), "a name twice"
    for name, column in zip(header, columns, strict=True):
        if name != urllib.parse.unquote(column["name"]) or name not in column["titles"]["en"]:
            faults.append(f"{address}: header {name} is described as {column}")
        # RFC 6570: what may be a variable of a URI template.
        if not re.fullmatch(r"(?:[A-Za-z0-9]|%[0-9A-F]{2})(?:[A-Za-z0-9_.]|%[0-9A-F]{2})*", column["name"]):
            faults.append(f"{address}: {column['name']} is no name")
    for number, record in enumerate(records, 1):
        for column, value in zip(columns, record, strict=True):
            if value == column.get("null", ""):
                if column.get("required"):
                    faults.append(f"{address}: row {number}: {column['name']} is empty")
            elif not check_value(column, value):
                faults.append(f"{address}: row {number}: {column['name']}: {value}")
    key = [names.index(name) for name in table["tableSchema"]["primaryKey"]]
    keys = [tuple(record[index] for index in key) for record in records]
    if len(set(keys)) != len(keys):
        faults.append(f"{address}: a key twice")
    return len(records)


total = sum(check(address) for address in sys.argv[1:])
print("\n".join(faults))
print(f"{len(sys.argv) - 1} files, {total} rows, {len(faults)} faults")
sys.exit(1 if faults else 0)
