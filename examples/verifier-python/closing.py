"""That everything of a site was deleted: what was said, and that the log lost nothing by it."""

from claims import CLOCKS, HOLDS, checkpoint_claims, digest, is_continued, moment, state
from log import COSIGNATURE, from_base64url, hashes, includes, leaf_hash, read_keys
from shape import MOST_KEYS, any_text, class_name, day, hash32, listed, mapped, one_of, or_null, record, time, whole

FORMAT = "consent-closing-statement/v1"

counts = mapped(class_name, whole)
keys = listed(any_text, most=MOST_KEYS)
anchor = record(checkpoint=any_text, consistency=listed(any_text), timestamp=one_of(None))
closing = record(
    format=one_of(FORMAT),
    statement=record(
        v=one_of(1),
        site=any_text,
        controller=record(name=any_text, address=any_text, country=any_text),
        lastDay=day,
        exportsUntil=time,
        begunAt=time,
        doneAt=time,
        deleted=record(people=whole, entries=whole, parts=counts, others=counts),
        copies=record(personal=time, history=time),
        before=or_null(any_text),
        hash=hash32,
    ),
    proof=record(index=whole, path=listed(any_text)),
    log=record(origin=any_text, keys=keys, witnesses=keys, checkpoint=any_text, anchors=listed(anchor)),
)


def claims_of(value, trusted):
    """The state of each claim of a closing statement whose shape is right."""
    found, file, anchors = checkpoint_claims(value["log"], trusted)
    return {
        "file": HOLDS,
        "closing": _statement(value, file.checkpoint),
        **found,
        **_witnesses(value, file, anchors, trusted.witnesses),
    }


def _statement(value, checkpoint):
    """It is as it was written and in the log, and the checkpoint that it names is one of that log."""
    statement, proof = value["statement"], value["proof"]
    changed = digest({k: v for k, v in statement.items() if k != "hash"}) != statement["hash"]
    path, leaf = hashes(proof["path"]), leaf_hash(from_base64url(statement["hash"]))
    is_logged = (
        checkpoint is not None
        and path is not None
        and includes(leaf, proof["index"], checkpoint.size, path, checkpoint.root)
    )
    before, shown = statement["before"], [_signed(each["checkpoint"]) for each in value["log"]["anchors"]]
    return state(changed or not is_logged or (before is not None and _signed(before) not in shown))


def _signed(note):
    """Witnesses add to a checkpoint below what was signed."""
    return note[: note.find("\n\n")]


def _witnesses(value, file, anchors, given):
    """Each witness that the reader knows saw the log with the statement in it."""
    if not given:
        return {}
    known, are_read = read_keys(given, COSIGNATURE)
    seen = [file] + [
        each
        for each, said in zip(anchors, value["log"]["anchors"])
        if file.checkpoint and each.checkpoint and is_continued(each.checkpoint, file.checkpoint, said["consistency"])
    ]
    covering = [
        each for each in seen if each.checkpoint and not each.is_bad and each.checkpoint.size > value["proof"]["index"]
    ]
    cosigned = [next((dict(each.cosigners)[key.text] for each in covering if key.text in dict(each.cosigners)), None) for key in known]
    done = moment(value["statement"]["doneAt"])
    # Nobody can have seen what was said of a deletion before it was done.
    is_open = any(at is None or done is None or at < done - CLOCKS for at in cosigned)
    return {"witnesses": state(not are_read, is_open)}
