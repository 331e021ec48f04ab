"""Claim 1: the shape of the file, as docs/evidence-format.md has it."""

import re

from strict_json import NoEvidence

FORMAT = "consent-evidence-bundle/v1"
STATUSES = (
    "ConsentRequested",
    "ConsentGiven",
    "RenewedConsentGiven",
    "ConsentWithdrawn",
    "ConsentExpired",
    "ConsentRefused",
    "LegitimateInterestRecorded",
    "ObjectionRecorded",
    "ContractRecorded",
    "ContractEnded",
)
TYPES = (
    "ConsentRequested MailSent ConsentGiven RenewedConsentGiven ConsentWithdrawn EvidenceDisclosed ConsentRecorded "
    "LegitimateInterestRecorded ObjectionRecorded ConsentLapsed ActivityReported IdentityRectified "
    "ProcessingRestricted RestrictionLifted HoldPlaced HoldLifted DataErased AccessGiven ContractRecorded "
    "ContractEnded MailBounced MailReceived CaseClosed LanguageChosen ProcessorInformed DeletionConfirmed "
    "ConsentRefused RightRequested ObjectionRaised ObjectionDecided KeptOnReview "
    "RequestReceived RequestNoted PersonInformed"
).split()
DEEPEST = 8
MOST_KEYS = 100


def text(pattern=None):
    def check(value):
        need(isinstance(value, str) and (pattern is None or re.fullmatch(pattern, value)), value)

    return check


any_text = text()
DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
day = text(DAY)
time = text(f"{DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{{3}}Z")
hash32 = text("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
bytes16 = text("[A-Za-z0-9_-]{21}[AQgw]")
base64 = text("[A-Za-z0-9+/]+={0,2}")
class_name = text("[a-z][A-Za-z]*")


def need(condition, value):
    if not condition:
        raise NoEvidence(f"of another shape: {str(value)[:80]!r}")


def one_of(*values):
    # True is 1 in Python, and is not in JSON.
    return lambda value: need(any(value == each and type(value) is type(each) for each in values), value)


def whole(value):
    need(type(value) is int and 0 <= value < 2**53, value)


def or_null(shape):
    return lambda value: None if value is None else shape(value)


def listed(shape, least=0, most=None):
    def check(value):
        need(isinstance(value, list) and len(value) >= least and (most is None or len(value) <= most), value)
        for each in value:
            shape(each)

    return check


def mapped(key, member):
    def check(value):
        need(isinstance(value, dict), value)
        for name, each in value.items():
            key(name)
            member(each)

    return check


def record(**members):
    """An object with these members and no others; those that end with an underscore may be missing."""
    shapes = {name.rstrip("_"): shape for name, shape in members.items()}
    required = [name for name in members if not name.endswith("_")]

    def check(value):
        need(isinstance(value, dict) and set(value) <= set(shapes) and set(required) <= set(value), value)
        for name, each in value.items():
            shapes[name](each)

    return check


def any_json(value):
    need(isinstance(value, dict), value)
    _shallow(value, DEEPEST)


def _shallow(value, depth):
    if isinstance(value, (dict, list)):
        need(depth > 0, value)
        for each in value.values() if isinstance(value, dict) else value:
            _shallow(each, depth - 1)


def actor(value):
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind in ("backend", "operator"):
        record(kind=any_text, id=any_text, client_=any_text)(value)
    elif kind in ("subject", "system"):
        record(kind=any_text)(value)
    else:
        record(kind=any_text, id_=any_text, client_=any_text)(value)


def part(value):
    if isinstance(value, dict) and value.get("state") == "disclosed":
        record(state=any_text, data=any_json, salt=bytes16)(value)
    elif isinstance(value, dict) and value.get("state") == "gone":
        record(state=any_text, since=time)(value)
    else:
        record(state=one_of("withheld", "missing"))(value)


wording = {"id": any_text, "noticeHash": hash32}
purpose = {**wording, "legalBasis": any_text}

chained = {
    "v": whole,
    "site": any_text,
    "subject": bytes16,
    "seq": whole,
    "type": text("[A-Z][A-Za-z]{0,63}"),
    "at": time,
    "prev": hash32,
    "hash": hash32,
}

known_entry = record(
    **{**chained, "v": one_of(1)},
    recordId_=bytes16,
    actor=actor,
    language_=any_text,
    purposes=listed(record(**purpose)),
    asset_=record(**wording),
    facts=any_json,
    parts=mapped(class_name, hash32),
    nonce=bytes16,
)


def is_known(value):
    """Whether this version knows how an entry is written; a later one may have added types, or write in another way."""
    # True is 1 in Python, and is not in JSON.
    return type(value.get("v")) is int and value["v"] == 1 and value.get("type") in TYPES


def entry(value):
    need(isinstance(value, dict), value)
    if is_known(value):
        return known_entry(value)
    for name, shape in chained.items():
        need(name in value, value)
        shape(value[name])
    _shallow(value, DEEPEST + 1)


proof = record(index=whole, path=listed(any_text))

head = {
    "format": one_of(FORMAT),
    "site": any_text,
    "subject": bytes16,
    "at": time,
    "request": record(operator=any_text, reason=any_text, disclose=listed(class_name)),
    "controller": any_json,
}

full = record(
    **head,
    address=or_null(record(address=any_text, salts=mapped(bytes16, bytes16))),
    records=listed(
        record(
            recordId=bytes16,
            language=any_text,
            requestedAt=time,
            confirmedAt=or_null(time),
            purposes=listed(record(**purpose, status=one_of(*STATUSES), since=time)),
            asset=or_null(record(**wording)),
        )
    ),
    entries=listed(record(entry=entry, parts=mapped(class_name, part), proof=or_null(proof)), least=1),
    deleted=listed(whole),
    notices=mapped(
        hash32,
        record(site=any_text, purpose_=any_text, asset_=any_text, version=any_text, language=any_text, text=any_text),
    ),
    log=record(
        origin=any_text,
        keys=listed(any_text, most=MOST_KEYS),
        witnesses=listed(any_text, most=MOST_KEYS),
        checkpoint=or_null(any_text),
        anchors=listed(record(checkpoint=any_text, consistency=listed(any_text), timestamp=or_null(base64))),
    ),
)


none = listed(any_text, most=0)

empty = record(
    **head,
    address=or_null(record(address=any_text, salts=record())),
    records=none,
    entries=none,
    deleted=none,
    notices=record(),
    log=record(origin=any_text, keys=none, witnesses=none, checkpoint=one_of(None), anchors=none),
)


def bundle(value):
    (empty if isinstance(value, dict) and value.get("entries") == [] else full)(value)


