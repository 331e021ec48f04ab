"""What a person keeps of a confirmation: it brings no proof along, as the log has it."""

import base64

import shape
from claims import HOLDS, OPEN, CLOCKS, digest, moment, origin_claim, state
from log import Checkpoint, Note, from_base64url, includes, leaf_hash, read_keys, COSIGNATURE
from shape import any_json, any_text, bytes16, hash32, listed, one_of, or_null, record, text, time, whole
from strict_json import canonical
from tiles import Tree


FORMAT = "consent-receipt/v1"
CONFIRMATIONS = ("ConsentGiven", "RenewedConsentGiven")

notice = record(hash=hash32, version=any_text, language=any_text, text=any_text)
purpose = record(id=any_text, name=any_text, status=one_of(*shape.STATUSES), legalBasis=any_text, notice=notice)
receipt = record(
    format=one_of(FORMAT),
    schemaVersion=any_text,
    receiptId=hash32,
    site=any_text,
    recordId=bytes16,
    language=any_text,
    controller=any_json,
    purposes=listed(purpose),
    asset=or_null(record(id=any_text, title=any_text, notice=notice)),
    requestedAt=time,
    confirmedAt=time,
    entry=shape.known_entry,
    leaf=text("[A-Za-z0-9+/]{43}="),
    log=record(origin=any_text, keys=listed(any_text, most=shape.MOST_KEYS), index=or_null(whole)),
    howToWithdraw=any_text,
    howToCheck=any_text,
)


def claims_of(value, trusted, log=None):
    """The state of each claim of a receipt whose shape is right."""
    entry = value["entry"]
    changed = digest({k: v for k, v in entry.items() if k != "hash"}) != entry["hash"]
    leaf = leaf_hash(from_base64url(entry["hash"]))
    claims = {
        "file": HOLDS,
        "entries": state(changed or entry["type"] not in CONFIRMATIONS),
        "summary": state(_differs(value, leaf)),
        "notices": _wordings(value),
    }
    return {**claims, **(_in_log(value, leaf, trusted, log) if log else {"log": OPEN, **_cosigned(value, trusted)})}


def _differs(value, leaf):
    entry, asset = value["entry"], value["asset"]
    confirmed = [
        {"id": each["id"], "legalBasis": each["legalBasis"], "noticeHash": each["notice"]["hash"]}
        for each in value["purposes"]
    ]
    pairs = [
        (value["receiptId"], entry["hash"]),
        (value["leaf"], base64.b64encode(leaf).decode()),
        (value["site"], entry["site"]),
        (value["recordId"], entry.get("recordId")),
        (value["language"], entry.get("language")),
        (value["confirmedAt"], entry["at"]),
        (_by_id(confirmed), _by_id(entry["purposes"])),
        (all(each["status"] == entry["type"] for each in value["purposes"]), True),
        (asset and {"id": asset["id"], "noticeHash": asset["notice"]["hash"]}, entry.get("asset")),
    ]
    return any(canonical(says) != canonical(follows) for says, follows in pairs)


def _by_id(purposes):
    return sorted(purposes, key=lambda each: each["id"].encode("utf-16-be"))


def _wordings(value):
    wordings = [("purpose", each) for each in value["purposes"]]
    wordings += [("asset", value["asset"])] if value["asset"] else []
    changed = False
    for kind, each in wordings:
        said = {name: each["notice"][name] for name in ("version", "language", "text")}
        changed |= digest({"site": value["site"], kind: each["id"], **said}) != each["notice"]["hash"]
    return state(changed, is_empty=not wordings)


def _in_log(value, leaf, trusted, log):
    said = value["log"]
    known = [*said["keys"], *trusted.keys, *trusted.host]
    keys = read_keys(dict.fromkeys(known))[0] + read_keys(trusted.witnesses, COSIGNATURE)[0]
    try:
        note = Note(log.read("checkpoint").decode(), keys)
        checkpoint = Checkpoint(note.text)
    except (OSError, ValueError):
        return {"log": OPEN, **_cosigned(value, trusted)}
    return {
        # Others may have signed along: a checkpoint that is fetched is not the receipt's to account for.
        "checkpoint": state(bool(note.forged) or checkpoint.origin != said["origin"]),
        "origin": origin_claim(said["origin"], note.signers, trusted),
        "log": _place(said["index"], leaf, checkpoint, log),
        **_cosigned(value, trusted, note),
    }


def _place(index, leaf, checkpoint, log):
    if index is None:
        return OPEN
    if index >= checkpoint.size:
        return state(True)
    tree = Tree(log, checkpoint.size)
    try:
        path, there = tree.path(index), tree.leaf(index)
    except (OSError, ValueError):
        return OPEN
    # Tiles that do not lead to the checkpoint at all say nothing about the receipt.
    if not includes(there, index, checkpoint.size, path, checkpoint.root):
        return OPEN
    return state(there != leaf)


def _cosigned(value, trusted, note=None):
    """Each witness that the reader knows cosigned the checkpoint that was fetched, and not before the step."""
    if not trusted.witnesses:
        return {}
    taken = moment(value["entry"]["at"])
    times = dict(note.cosigners) if note and value["log"]["index"] is not None and taken is not None else {}
    is_open = any(key not in times or times[key] < taken - CLOCKS for key in trusted.witnesses)
    return {"witnesses": state(False, is_open)}
