"""Claim 7: what the entries amount to."""

BEGIN = {
    "ConsentRecorded": "ConsentGiven",
    "LegitimateInterestRecorded": "LegitimateInterestRecorded",
    "ContractRecorded": "ContractRecorded",
}
UNWANTED = ("ConsentWithdrawn", "ConsentRefused")
OVER = (*UNWANTED, "ConsentExpired", "ObjectionRecorded")


def summarize(entries, at):
    records = []
    for entry in entries:
        _apply(records, entry)
    for record in records:
        confirm_by = record.pop("confirmBy")
        if at >= confirm_by:
            _change(record["purposes"], None, confirm_by, _expired)
    return records


def _apply(records, entry):
    kind = entry["type"]
    if kind == "ConsentRequested":
        confirm_by = entry["facts"].get("confirmBy")
        if isinstance(confirm_by, str):
            _begin(records, entry, "ConsentRequested", None, confirm_by, entry.get("asset"))
    elif kind in BEGIN:
        _begin(records, entry, BEGIN[kind], entry["at"], entry["at"], None)
    elif kind in ("ConsentGiven", "RenewedConsentGiven"):
        for record in records:
            if _can_be_given(record, entry):
                given = lambda status: kind if status == "ConsentRequested" else status
                _change(record["purposes"], entry, entry["at"], given)
                record["confirmedAt"] = entry["at"]
    elif kind in ("ConsentWithdrawn", "ConsentRefused", "ObjectionRecorded", "ConsentLapsed", "ContractEnded"):
        for record in records:
            _change(record["purposes"], entry, entry["at"], lambda status: _ended(status, kind, entry["facts"]))
    elif kind == "DataErased":
        for record in records:
            if record["confirmedAt"] is None:
                record["confirmBy"] = min(record["confirmBy"], entry["at"])


def _begin(records, entry, status, confirmed_at, confirm_by, asset):
    record_id, language = entry.get("recordId"), entry.get("language")
    if record_id is None or language is None or any(each["recordId"] == record_id for each in records):
        return
    purposes = [{**purpose, "status": status, "since": entry["at"]} for purpose in entry["purposes"]]
    records.append(
        {
            "recordId": record_id,
            "language": language,
            "requestedAt": entry["at"],
            "confirmedAt": confirmed_at,
            "confirmBy": confirm_by,
            "purposes": purposes,
            "asset": asset,
        }
    )


def _can_be_given(record, entry):
    statuses = [purpose["status"] for purpose in record["purposes"]]
    stands_for_nothing = not statuses or record["asset"] is not None
    is_withdrawn = not stands_for_nothing and all(status in UNWANTED for status in statuses)
    return (
        record["recordId"] == entry.get("recordId")
        and record["requestedAt"] <= entry["at"] < record["confirmBy"]
        and record["confirmedAt"] is None
        and not is_withdrawn
    )


def _ended(status, kind, facts):
    if status == "ContractRecorded":
        ends = kind == "ContractEnded" or (kind == "ConsentLapsed" and facts.get("because", "review") != "review")
        return "ContractEnded" if ends else status
    if kind == "ContractEnded" or status in OVER or status == "ContractEnded":
        return status
    if status == "ConsentRequested" and facts.get("via") == "elsewhere":
        return status
    if kind == "ConsentLapsed":
        return status if status == "ConsentRequested" else "ConsentExpired"
    if status == "ConsentRequested":
        return "ConsentRefused"
    if kind == "ConsentRefused":
        return status
    if kind == "ObjectionRecorded" and status == "LegitimateInterestRecorded":
        return "ObjectionRecorded"
    return "ConsentWithdrawn"


def _expired(status):
    return "ConsentExpired" if status == "ConsentRequested" else status


def _change(purposes, entry, at, becomes):
    """The purposes that the entry names (all, where there is none) get what they become, since then."""
    named = None if entry is None else [purpose["id"] for purpose in entry["purposes"]]
    for purpose in purposes:
        status = becomes(purpose["status"]) if named is None or purpose["id"] in named else purpose["status"]
        if status != purpose["status"]:
            purpose.update(status=status, since=at)
