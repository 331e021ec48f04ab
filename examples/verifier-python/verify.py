#!/usr/bin/env python3
"""Checks evidence files, PDFs that have one attached, receipts, and closing statements of sites. A second verifier, written
from docs/evidence-format.md alone.

    python3 verify.py [--vkey KEY]... [--witness KEY]... [--log WHERE] [--checkpoint FILE] [--json] FILE...

For each file: its verdict, the claims that fail or are open (with --json the state of each claim), and what was checked. Exit
code, of the worst: 1 one is not good, 2 it could not be done, 3 one is open, 4 one says that nothing is recorded, 5 one cannot
be checked; 0 all good.
"""

import argparse
import hashlib
import json
import sys

import claims
import closing
import pdf
import receipt
import shape
from claims import FAILS, OPEN, Trusted
from kind import kind_of
from log import COSIGNATURE, read_keys
from strict_json import NoEvidence, is_well_formed, parse
from tiles import Log

SHAPES = {"evidence": shape.bundle, "receipt": receipt.receipt, "closing": closing.closing}
# With its pages a PDF is larger than what is attached to it.
LARGEST_FILE = 256 * 2**20
EXIT_CODES = {"bad": 1, "open": 3, "empty": 4, "other": 5, "good": 0}


class Result:
    """The states of the claims; what the file is, where it is none that can be checked; and what it says."""

    def __init__(self, states, other=None, value=None, attachment=None):
        self.states, self.other, self.value, self.attachment = states, other, value, attachment

    def verdict(self):
        if self.other:
            return "other"
        if "nothing" in self.states:
            return "empty"
        return "bad" if FAILS in self.states.values() else "open" if OPEN in self.states.values() else "good"


def check(data, trusted, log=None):
    if len(data) > LARGEST_FILE:
        return Result({"file": FAILS})
    if not pdf.is_pdf(data):
        return check_content(data, trusted, log)
    try:
        attachment = pdf.attachment(data)
    except pdf.Refused as why:
        return Result({}, other=str(why))
    result = check_content(attachment, trusted, log)
    result.attachment = attachment
    return result


def check_content(data, trusted, log):
    kind = kind_of(data)
    if kind not in SHAPES:
        return Result({}, other=kind)
    try:
        value = parse(data)
        SHAPES[kind](value)
        shape.need(is_well_formed(value), "half of a surrogate pair")
    except NoEvidence:
        return Result({"file": FAILS})
    if kind == "receipt":
        return Result(receipt.claims_of(value, trusted, log), value=value)
    return Result((closing if kind == "closing" else claims).claims_of(value, trusted), value=value)


def about(data, result):
    """What was checked, so that nobody takes a good file of another person, or for another purpose, for this one. `ascii` leaves
    nothing of a file that a terminal would obey."""
    yield f"SHA-256 {hashlib.sha256(data).hexdigest()}"
    if result.attachment is not None:
        yield f"of the attachment {hashlib.sha256(result.attachment).hexdigest()}; compare what follows with the pages"
    value = result.value
    if value is None:
        return
    if "statement" in value:
        said = value["statement"]
        yield f"site {ascii(said['site'])} of {ascii(said['controller']['name'])}, closed after {said['lastDay']}"
        yield f"deleted by {said['doneAt']}: {said['deleted']['people']} people, {said['deleted']['entries']} entries"
        return
    yield f"site {ascii(value['site'])}"
    if value.get("address"):
        yield f"address {ascii(value['address']['address'])}"
    purposes = value["purposes"] if "receiptId" in value else [each for one in value["records"] for each in one["purposes"]]
    for purpose in purposes:
        yield f"{ascii(purpose['id'])}: {purpose['status']} since {purpose.get('since', value.get('confirmedAt'))}"


def main():
    arguments = argparse.ArgumentParser(description="Checks evidence, PDFs that have it attached, receipts, closing statements.")
    arguments.add_argument("--vkey", action="append", default=[], help="a verifier key of the log that you know from elsewhere")
    arguments.add_argument("--witness", action="append", default=[], help="the key of a witness that you know from elsewhere")
    arguments.add_argument("--log", type=Log, help="the log's address, for its keys and tiles; or a folder with its tiles")
    arguments.add_argument("--checkpoint", type=argparse.FileType("r", encoding="utf-8"), help="one that you kept yourself")
    arguments.add_argument("--json", action="store_true", help="the state of each claim, as JSON")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    given = arguments.parse_args()
    if not read_keys(given.vkey)[1] or not read_keys(given.witness, COSIGNATURE)[1]:
        arguments.error("one of these is no verifier key")
    try:
        host = given.log.keys() if given.log else []
        files = [(name, open(name, "rb").read()) for name in given.files]
    except OSError as error:
        arguments.error(str(error))
    kept = given.checkpoint.read() if given.checkpoint else None
    trusted = Trusted(given.vkey, host, given.witness, kept)
    codes = []
    for name, data in files:
        result = check(data, trusted, given.log)
        verdict = result.verdict()
        codes.append(EXIT_CODES[verdict])
        if given.json:
            print(json.dumps({"other": result.other} if result.other else result.states))
            continue
        rest = [f"{claim} {how}" for claim, how in result.states.items() if how in (FAILS, OPEN)]
        print(f"{verdict} {name!r} {result.other or '; '.join(rest)}".rstrip())
        for line in about(data, result):
            print(f"  {line}")
    return next((code for code in (1, 3, 4, 5) if code in codes), 0)


if __name__ == "__main__":
    sys.exit(main())
