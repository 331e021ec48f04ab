#!/usr/bin/env python3
"""Checks evidence files: a second verifier, written from docs/evidence-format.md alone.

    python3 verify.py [--vkey KEY]... [--json] FILE...

A line for each file: its verdict, and the claims that fail or are open (with --json the state of each claim). Exit code: 0 all good, 1 one is not, 3 one is open,
4 one says that nothing is recorded.
"""

import argparse
import json
import sys

import shape
from log import COSIGNATURE, ED25519, Checkpoint, Note, VerifierKey, base64url, continues, from_base64url, hashes, includes, leaf_hash, sha256
from shape import is_known
from strict_json import NoEvidence, canonical, parse
from summary import summarize

HOLDS, OPEN, FAILS, NONE = "holds", "open", "fails", "none"
BEGIN = ("ConsentRequested", "ConsentRecorded", "LegitimateInterestRecorded", "ContractRecorded")
BASES = ("consent", "contract", "legitimate-interest")


def digest(value):
    return base64url(sha256(canonical(value).encode()))


def state(fails, is_open=False, is_empty=False):
    return FAILS if fails else OPEN if is_open else NONE if is_empty else HOLDS


def entries_claim(bundle):
    entries = [each["entry"] for each in bundle["entries"]]
    changed = any(digest({k: v for k, v in entry.items() if k != "hash"}) != entry["hash"] for entry in entries)
    return state(changed, not all(is_known(entry) for entry in entries))


def chain_claim(bundle):
    entries = [each["entry"] for each in bundle["entries"]]
    belongs = all(entry["site"] == bundle["site"] and entry["subject"] == bundle["subject"] for entry in entries)
    places = [entry["seq"] for entry in entries]
    last = max(places)
    in_order = places == sorted(places) and bundle["deleted"] == sorted(bundle["deleted"])
    is_whole = len(places) + len(bundle["deleted"]) == last + 1 and set(places) | set(bundle["deleted"]) == set(
        range(len(places) + len(bundle["deleted"]))
    )
    before = None
    follows = True
    for entry in entries:
        if entry["seq"] == 0:
            follows &= entry["prev"] == "A" * 43
        elif before and before["seq"] == entry["seq"] - 1:
            follows &= entry["prev"] == before["hash"]
        before = entry
    return state(not (belongs and in_order and is_whole and follows and before["type"] == "EvidenceDisclosed"))


def reading_of(bundle):
    part = bundle["entries"][-1]["parts"].get("reading", {})
    return part["data"] if part.get("state") == "disclosed" else None


def is_contradicted(bundle):
    witnesses = (reading_of(bundle) or {}).get("contradictedBy")
    return isinstance(witnesses, list) and witnesses != []


def head_claim(bundle):
    data, entry, request = reading_of(bundle), bundle["entries"][-1]["entry"], bundle["request"]
    if data is None or not is_known(entry):
        return FAILS
    pairs = [
        (request["operator"], entry["actor"].get("id")),
        (bundle["at"], entry["at"]),
        (request["reason"], data.get("reason")),
        (request["disclose"], data.get("disclose")),
        (bundle["controller"], data.get("controller")),
        (bundle["deleted"], data.get("deleted")),
    ]
    return state(any(canonical(says) != canonical(committed) for says, committed in pairs))


def digests_of(entry):
    """Class -> digest; of what a later version wrote as far as it can be read."""
    parts = entry.get("parts")
    return {k: v for k, v in parts.items() if isinstance(v, str)} if isinstance(parts, dict) else {}


def parts_claim(bundle):
    reading = reading_of(bundle) or {}
    gone, lost, fails, is_lost = reading.get("gone"), reading.get("missing"), False, False
    gone, lost = gone if isinstance(gone, dict) else {}, lost if isinstance(lost, list) else []
    for n, each in enumerate(bundle["entries"]):
        entry, parts, digests = each["entry"], each["parts"], digests_of(each["entry"])
        is_last = n == len(bundle["entries"]) - 1 and entry["type"] == "EvidenceDisclosed"
        asked = ["reading"] if is_last else bundle["request"]["disclose"]
        fails |= set(digests) != set(parts)
        for name, part in parts.items():
            committed = digests.get(name)
            if part["state"] == "disclosed":
                hashed = {"class": name, "data": canonical(part["data"]), "salt": part["salt"]}
                fails |= digest(hashed) != committed
            fails |= part.get("since") != gone.get(committed) or part.get("since", "") > bundle["at"]
            fails |= (part["state"] == "missing") != (committed in lost)
            is_there = part["state"] in ("disclosed", "withheld")
            fails |= is_there and (name in asked) != (part["state"] == "disclosed")
            is_lost |= part["state"] == "missing"
    return state(fails, is_lost)


def address_in(entry):
    facts = entry.get("facts")
    return isinstance(facts, dict) and "address" in facts


def address_claim(bundle):
    shown, entries = bundle["address"], [each["entry"] for each in bundle["entries"]]
    if ("address" in bundle["request"]["disclose"]) != (shown is not None):
        return FAILS
    if shown is None:
        return NONE
    beginnings = [entry for entry in entries if entry["type"] in BEGIN or address_in(entry)]
    committed = [entry for entry in beginnings if address_in(entry)]
    ids = [entry.get("recordId") for entry in committed]
    ids = [each if isinstance(each, str) else "" for each in ids]
    commitments = [(each, entry["facts"]["address"]) for each, entry in zip(ids, committed)]
    commitments.append((bundle["subject"], (reading_of(bundle) or {}).get("address")))
    salts = shown["salts"]
    fails = set(salts) != {name for name, _ in commitments} or any(
        digest({"address": shown["address"], "salt": salts[name]}) != said for name, said in commitments
    )
    return state(fails, len(committed) < len(beginnings), is_empty=not beginnings)


def wordings_of(entry):
    """What an entry names by a hash, and whether as purpose or asset; of a later version as far as it can be read."""
    purposes, asset = entry.get("purposes"), entry.get("asset")
    named = [("purpose", each) for each in (purposes if isinstance(purposes, list) else [])] + [("asset", asset)]
    return [
        (kind, each) for kind, each in named if isinstance(each, dict) and isinstance(each.get("noticeHash"), str)
    ]


def notices_claim(bundle):
    notices, named, fails = bundle["notices"], set(), False
    for each in bundle["entries"]:
        entry = each["entry"]
        for kind, wording in wordings_of(entry):
            named.add(wording["noticeHash"])
            notice = notices.get(wording["noticeHash"])
            fails |= is_known(entry) and (
                notice is None
                or notice["site"] != entry["site"]
                or notice.get(kind) != wording["id"]
                or notice["language"] != entry.get("language", notice["language"])
            )
    fails |= any(digest(notice) != key for key, notice in notices.items()) or set(notices) - named != set()
    return state(fails, is_empty=not named)


def summary_claim(bundle):
    entries = [each["entry"] for each in bundle["entries"]]
    known = [entry for entry in entries if is_known(entry)]
    differs = canonical(summarize(known, bundle["at"])) != canonical(bundle["records"])
    bases = [purpose["legalBasis"] for entry in known for purpose in entry["purposes"]]
    if len(known) < len(entries) or not set(bases) <= set(BASES):
        return OPEN if differs else HOLDS
    return state(differs, is_empty=not bundle["records"])


class Opened:
    """A checkpoint of the file, with those of its keys that signed it."""

    def __init__(self, note, origin, keys):
        self.checkpoint, self.signers, self.is_bad = None, [], False
        try:
            opened = Note(note, keys)
            self.checkpoint = Checkpoint(opened.text)
        except ValueError:
            self.is_bad = True
            return
        self.signers = opened.signers
        repeated = len(set(opened.signers)) < len(opened.signers)
        self.is_bad = bool(opened.forged or opened.unknown or repeated or self.checkpoint.origin != origin)


def log_claims(bundle, trusted):
    log, entries = bundle["log"], bundle["entries"]
    keys, unreadable = [], False
    for member, kind in (("keys", ED25519), ("witnesses", COSIGNATURE)):
        for text in log[member]:
            try:
                keys.append(VerifierKey(text, kind))
            except ValueError:
                unreadable = True
    file = log["checkpoint"] and Opened(log["checkpoint"], log["origin"], keys)
    file = file if log["checkpoint"] is not None else None
    anchors = [Opened(anchor["checkpoint"], log["origin"], keys) for anchor in log["anchors"]]
    opened = [each for each in [file, *anchors] if each]
    unused = any(not any(key in each.signers or each.is_bad for each in opened) for key in log["keys"] + log["witnesses"])
    repeated = any(len(set(log[name])) < len(log[name]) for name in ("keys", "witnesses"))
    signed = state(unreadable or unused or repeated or (file is not None and file.is_bad), file is None)
    checkpoint = file.checkpoint if file else None
    return {
        "checkpoint": signed,
        "origin": origin_claim(log["origin"], log["keys"], file, trusted),
        "log": inclusion_claim(entries, checkpoint),
        "anchors": anchors_claim(log["anchors"], anchors, checkpoint),
        **({"timestamps": OPEN} if any(anchor["timestamp"] is not None for anchor in log["anchors"]) else {}),
    }


def origin_claim(origin, log_keys, file, trusted):
    if file is None:
        return OPEN
    own = [key for key in file.signers if key in log_keys and VerifierKey(key).name == origin]
    return state(not own or (trusted and not set(own) & set(trusted)), not trusted)


def inclusion_claim(entries, checkpoint):
    if checkpoint is None:
        return OPEN
    fails, taken = False, set()
    for each in entries:
        proof = each["proof"]
        if proof is None:
            continue
        path, leaf = hashes(proof["path"]), leaf_hash(from_base64url(each["entry"]["hash"]))
        fails |= proof["index"] in taken or path is None
        fails = fails or not includes(leaf, proof["index"], checkpoint.size, path, checkpoint.root)
        taken.add(proof["index"])
    return state(fails, any(each["proof"] is None for each in entries))


def anchors_claim(written, anchors, checkpoint):
    fails, before = any(anchor.is_bad for anchor in anchors), None
    for n, (anchor, said) in enumerate(zip(anchors, written)):
        point = anchor.checkpoint
        if point and before:
            same = before.size == point.size and written[n - 1]["checkpoint"] == said["checkpoint"]
            fails = fails or before.size > point.size or same
        if point and checkpoint:
            path = hashes(said["consistency"])
            fails = fails or path is None
            fails = fails or not continues(point.size, point.root, checkpoint.size, checkpoint.root, path)
        before = point
    return state(fails, bool(anchors) and checkpoint is None, is_empty=not anchors)


def verify(data, trusted=()):
    """The state of each claim; of claim 1 alone where it fails."""
    try:
        bundle = parse(data)
        shape.check(bundle)
    except NoEvidence:
        return {"file": FAILS}
    if not bundle["entries"]:
        return {"file": HOLDS, "nothing": NONE}
    return {
        "file": HOLDS,
        "entries": entries_claim(bundle),
        "chain": chain_claim(bundle),
        "head": head_claim(bundle),
        "parts": parts_claim(bundle),
        "address": address_claim(bundle),
        "notices": notices_claim(bundle),
        "summary": summary_claim(bundle),
        **log_claims(bundle, list(trusted)),
        # Who knows witnesses asks more of claim 13; this verifier takes none.
        **({"witnesses": OPEN} if is_contradicted(bundle) else {}),
    }


def verdict(claims):
    if "nothing" in claims:
        return "empty"
    return "bad" if FAILS in claims.values() else "open" if OPEN in claims.values() else "good"


def main():
    arguments = argparse.ArgumentParser(description="Checks evidence files.")
    arguments.add_argument("--vkey", action="append", default=[], help="a verifier key that you know from elsewhere")
    arguments.add_argument("--json", action="store_true", help="the state of each claim, as JSON")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    given = arguments.parse_args()
    verdicts = []
    for name in given.files:
        with open(name, "rb") as file:
            claims = verify(file.read(), given.vkey)
        verdicts.append(verdict(claims))
        rest = [f"{claim} {how}" for claim, how in claims.items() if how in (FAILS, OPEN)]
        print(json.dumps(claims) if given.json else f"{verdicts[-1]} {name!r} {'; '.join(rest)}".rstrip())
    return 1 if "bad" in verdicts else 3 if "open" in verdicts else 4 if "empty" in verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
