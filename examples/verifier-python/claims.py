"""Claims 2 to 14 of an evidence file, one function each."""

from log import COSIGNATURE, Checkpoint, Note, base64url, continues, from_base64, from_base64url, hashes, includes
from log import leaf_hash, read_keys, sha256
from moments import CLOCKS, moment
from shape import is_known
from strict_json import canonical
from summary import summarize
from timestamp import NoTimestamp, read_timestamp

HOLDS, OPEN, FAILS, NONE = "holds", "open", "fails", "none"
BEGIN = ("ConsentRequested", "ConsentRecorded", "LegitimateInterestRecorded", "ContractRecorded")
# Unlike null, which a file may say.
NEVER = object()
BASES = ("consent", "contract", "legitimate-interest")


class Trusted:
    """What the reader has from elsewhere than from the file: keys of the log, all that its host publishes, those of witnesses,
    and a checkpoint."""

    def __init__(self, keys=(), host=(), witnesses=(), checkpoint=None):
        self.keys, self.host, self.witnesses, self.checkpoint = list(keys), list(host), list(witnesses), checkpoint


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
        # Nothing is written down before what it follows on.
        follows &= before is None or entry["at"] >= before["at"]
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
            fails |= part.get("since", NEVER) != gone.get(committed, NEVER) or part.get("since", "") > bundle["at"]
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
        return OPEN if differs or len(known) < len(entries) else HOLDS
    return state(differs, is_empty=not bundle["records"])


class Opened:
    """A checkpoint with those of the file's keys that signed it, and whether anything is wrong with it."""

    def __init__(self, note, origin, keys, may_be_cosigned=False):
        self.checkpoint, self.signers, self.cosigners, self.is_bad = None, [], [], True
        try:
            opened = Note(note, keys)
            self.checkpoint = Checkpoint(opened.text)
        except ValueError:
            return
        self.signers, self.cosigners = opened.signers, opened.cosigners
        unknown = opened.unknown and not (may_be_cosigned and opened.signers)
        self.is_bad = bool(opened.forged or unknown or self.checkpoint.origin != origin)
        self.is_bad |= len(set(self.keys())) < len(self.keys())

    def keys(self):
        return [*self.signers, *(key for key, _ in self.cosigners)]


def log_claims(bundle, trusted):
    found, file, anchors = checkpoint_claims(bundle["log"], trusted)
    return {
        **found,
        "log": inclusion_claim(bundle["entries"], file.checkpoint if file else None),
        **timestamps_claim(bundle),
        **witnesses_claim(bundle, file, anchors, trusted.witnesses),
    }


def checkpoint_claims(log, trusted):
    """Claims 8, 10, 11 and 12, which need nothing but the log; and what was opened for them."""
    keys, are_read = read_keys(log["keys"])
    witnesses, are_witnesses = read_keys(log["witnesses"], COSIGNATURE)
    known = keys + witnesses
    file = None if log["checkpoint"] is None else Opened(log["checkpoint"], log["origin"], known)
    anchors = [Opened(anchor["checkpoint"], log["origin"], known) for anchor in log["anchors"]]
    opened = [each for each in [file, *anchors] if each]
    named = log["keys"] + log["witnesses"]
    unused = any(not any(key in each.keys() or each.is_bad for each in opened) for key in named)
    repeated = any(len(set(log[name])) < len(log[name]) for name in ("keys", "witnesses"))
    is_bad = not are_read or not are_witnesses or unused or repeated or (file is not None and file.is_bad)
    checkpoint = file.checkpoint if file else None
    kept = None
    if trusted.checkpoint is not None:
        kept = kept_claim(opened, Opened(trusted.checkpoint, log["origin"], known, may_be_cosigned=True))
    found = {
        "checkpoint": state(is_bad, file is None),
        "origin": origin_claim(log["origin"], file.signers, trusted, kept) if file else _no_checkpoint(trusted),
        "anchors": anchors_claim(log["anchors"], anchors, checkpoint),
        **({} if kept is None else {"kept": kept}),
    }
    return found, file, anchors


def _no_checkpoint(trusted):
    return OPEN if read_keys(trusted.keys)[1] else FAILS


def kept_claim(opened, kept):
    """Claim 11."""
    if kept.checkpoint is None or kept.is_bad:
        return FAILS
    same = [each.checkpoint for each in opened if each.checkpoint and each.checkpoint.size == kept.checkpoint.size]
    return state(any(each.root != kept.checkpoint.root for each in same), not same)


def origin_claim(origin, signers, trusted, kept=None):
    """Claim 12: keys of the log's own name that signed, against those that somebody outside the file vouches for."""
    given, are_read = read_keys(trusted.keys)
    own = [key.text for key in read_keys(signers)[0] if key.name == origin]
    if not are_read or not own:
        return FAILS
    of_host = [key.text for key in read_keys(trusted.host)[0] if key.name == origin]
    for vouched in ([key.text for key in given], of_host):
        if vouched:
            return state(not set(own) & set(vouched))
    return state(False, kept != HOLDS)


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


def is_continued(anchor, checkpoint, consistency):
    path = hashes(consistency)
    return path is not None and continues(anchor.size, anchor.root, checkpoint.size, checkpoint.root, path)


def anchors_claim(written, anchors, checkpoint):
    fails, before = any(anchor.is_bad for anchor in anchors), None
    for n, (anchor, said) in enumerate(zip(anchors, written)):
        point = anchor.checkpoint
        if point and before:
            same = before.size == point.size and written[n - 1]["checkpoint"] == said["checkpoint"]
            fails = fails or before.size > point.size or same
        if point and checkpoint:
            fails = fails or not is_continued(point, checkpoint, said["consistency"])
        before = point
    return state(fails, bool(anchors) and checkpoint is None, is_empty=not anchors)


def timestamps_claim(bundle):
    stamped = [anchor for anchor in bundle["log"]["anchors"] if anchor["timestamp"] is not None]
    stamps = [stamp_of(anchor) for anchor in stamped]
    is_bad = any(stamp is None for stamp in stamps)
    is_open = not is_bad and any(not fits(bundle, anchor, stamp) for anchor, stamp in zip(stamped, stamps))
    return {"timestamps": state(is_bad, is_open)} if stamped else {}


def stamp_of(anchor):
    """The timestamp of an anchor, if it is over that and good."""
    data = from_base64(anchor["timestamp"])
    try:
        stamp = read_timestamp(data or b"")
    except NoTimestamp:
        return None
    return stamp if stamp.is_good and stamp.imprint == sha256(anchor["checkpoint"].encode()) else None


def fits(bundle, anchor, stamp):
    try:
        size = Checkpoint(anchor["checkpoint"]).size
    except ValueError:
        size = 0
    return is_possible(stamp.at.timestamp(), is_in(bundle, size), bundle)


def is_in(bundle, size):
    """Of each entry, whether it is below that size of the log."""
    return [each["proof"] is not None and each["proof"]["index"] < size for each in bundle["entries"]]


def is_possible(at, covered, bundle):
    """Nobody can have seen a step before it was taken, or this log after the file was made."""
    times = [moment(each["entry"]["at"]) for each, is_covered in zip(bundle["entries"], covered) if is_covered]
    made = moment(bundle["at"])
    return None not in times and made is not None and max(times, default=at) - CLOCKS <= at <= made + CLOCKS


def witnesses_claim(bundle, file, anchors, given):
    """Claim 13, where the reader names witnesses, or one is said to contradict."""
    is_contradicting = is_contradicted(bundle)
    if not given and not is_contradicting:
        return {}
    keys, are_read = read_keys(given, COSIGNATURE)
    is_open = any(not is_ruled_out(bundle, file, anchors, key.text) for key in keys)
    return {"witnesses": state(not are_read, is_contradicting or is_open)}


def is_ruled_out(bundle, file, anchors, key):
    """Whether the witness saw this log with all steps of the person in it, and no other version of it."""
    entries = bundle["entries"]
    if file is None or file.checkpoint is None:
        return False
    states = [file] + [
        anchor
        for anchor, said in zip(anchors, bundle["log"]["anchors"])
        if anchor.checkpoint and is_continued(anchor.checkpoint, file.checkpoint, said["consistency"])
    ]
    seen = [
        (each.checkpoint.size, dict(each.cosigners)[key])
        for each in states
        if not each.is_bad and each.signers and key in dict(each.cosigners)
    ]
    if not seen:
        return False
    size, at = max(seen, key=lambda one: one[0])
    seen = is_in(bundle, size)
    if not is_possible(at, seen, bundle):
        return False
    return all(covered or each["entry"]["type"] == "EvidenceDisclosed" for each, covered in zip(entries, seen))


def claims_of(bundle, trusted):
    """The state of each claim of an evidence file whose shape is right."""
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
        **log_claims(bundle, trusted),
    }
