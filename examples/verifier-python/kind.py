"""What a file is by what it says of itself."""

import json
import re

import closing
import receipt
import shape

# What may stand before a text, with the byte order mark.
SPACE = " \t\r\n\ufeff"
JSON_FORMATS = (
    (f"{shape.FORMAT}$", "evidence"),
    (f"{receipt.FORMAT}$", "receipt"),
    (f"{closing.FORMAT}$", "closing"),
    ("access-report/", "accessReport"),
    ("portable-data/", "portableData"),
    ("consent-export/", "export"),
    ("consent-(evidence-bundle|receipt|closing-statement)/", "laterFormat"),
)
BEGINNINGS = (
    ('"?(seq"?[,;\t]"?at|category"?[,;\t]"?number)"?[,;\t]', "csv"),
    ("c2sp\\.org/tlog-proof@", "tlogProof"),
    ("[^\n]+\n[0-9]+\n[A-Za-z0-9+/=]+\n(.*\n)*?\n\u2014 ", "checkpoint"),
    ("(?i:<(!doctype|html))", "webPage"),
)


def kind_of(data):
    """`evidence`, `receipt`, `closing`, or what else it is. One that was torn or damaged is taken for evidence: its check says so."""
    text = data.decode("utf-8", "replace").lstrip(SPACE)
    value = _parsed(text)
    if isinstance(value, (dict, list)):
        return _kind_of_json(value)
    for beginning, kind in BEGINNINGS:
        if re.match(beginning, text):
            return kind
    # An export is a line of JSON after the other.
    first = _parsed(text.split("\n")[0])
    if isinstance(first, dict) and _kind_of_json(first) == "export":
        return "export"
    return "evidence" if re.match("[\0\ufffd]*\\{", text) else "noJson"


def _kind_of_json(value):
    said = value.get("format") if isinstance(value, dict) else None
    for pattern, kind in JSON_FORMATS:
        if isinstance(said, str) and re.match(pattern, said):
            return kind
    if isinstance(value, dict) and isinstance(value.get("entries"), list):
        return "evidence"
    return "jsonLd" if isinstance(value, dict) and "@context" in value else "otherJson"


def _refuse(written):
    raise ValueError(written)


def _parsed(text):
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
