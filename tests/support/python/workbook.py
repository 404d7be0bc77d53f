"""Reads an .xlsx with nothing but the standard library: sheet names, first row, all numbers of the first sheet."""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

with zipfile.ZipFile(sys.argv[1]) as book:
    broken = book.testzip()
    assert broken is None, broken
    for name in book.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(book.read(name))
    workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    strings = [
        "".join(text.text or "" for text in item.iter(MAIN + "t"))
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))

rows = []
for row in sheet.iter(MAIN + "row"):
    cells = []
    for cell in row:
        value = cell.findtext(MAIN + "v")
        assert re.fullmatch(r"[A-Z]+\d+", cell.get("r")), cell.get("r")
        assert cell.find(MAIN + "f") is None, "a formula"
        cells.append(strings[int(value)] if cell.get("t") == "s" else value and float(value))
    rows.append(cells)

print(
    json.dumps(
        {
            "sheets": [each.get("name") for each in workbook.iter(MAIN + "sheet")],
            "first": rows[0],
            "numbers": [cell for row in rows for cell in row if isinstance(cell, float)],
        }
    )
)
