"""Claim 7: what the entries amount to."""

BEGIN = {
    "ConsentRecorded": "ConsentGiven",
    "LegitimateInterestRecorded": "LegitimateInterestRecorded",
    "ContractRecorded": "ContractRecorded",
}
UNWANTED = ("ConsentWithdrawn", "ConsentRefused")
OVER = (*UNWANTED, "ConsentExpired", "ObjectionRecorded", "ContractEnded")


def summarize(entries, at):
    # Record -> its state; purpose -> what of it is not over: a file may have so many steps that nobody could wait for each of
    # them to look at each record.
    records, going = {}, {}
    for entry in entries:
        _apply(records, going, entry)
    for record in records.values():
        confirm_by = record.pop("confirmBy")
        for purpose in record["purposes"]:
            if at >= confirm_by and purpose["status"] == "ConsentRequested":
                _change(purpose, "ConsentExpired", confirm_by)
    return list(records.values())


def _apply(records, going, entry):
    kind, named = entry["type"], {purpose["id"] for purpose in entry["purposes"]}
    if kind == "ConsentRequested":
        confirm_by = entry["facts"].get("confirmBy")
        if isinstance(confirm_by, str):
            _begin(records, going, entry, "ConsentRequested", None, confirm_by, entry.get("asset"))
    elif kind in BEGIN:
        _begin(records, going, entry, BEGIN[kind], entry["at"], entry["at"], None)
    elif kind in ("ConsentGiven", "RenewedConsentGiven"):
        record = records.get(entry.get("recordId"))
        if record and _can_be_given(record, entry):
            for purpose in record["purposes"]:
                if purpose["id"] in named and purpose["status"] == "ConsentRequested":
                    _change(purpose, kind, entry["at"])
            record["confirmedAt"] = entry["at"]
    elif kind in ("ConsentWithdrawn", "ConsentRefused", "ObjectionRecorded", "ConsentLapsed", "ContractEnded"):
        for name in named & set(going):
            for purpose in going[name]:
                _change(purpose, _ended(purpose["status"], kind, entry["facts"]), entry["at"])
            going[name] = [purpose for purpose in going[name] if purpose["status"] not in OVER]
    elif kind == "DataErased":
        for record in records.values():
            if record["confirmedAt"] is None:
                record["confirmBy"] = min(record["confirmBy"], entry["at"])


def _begin(records, going, entry, status, confirmed_at, confirm_by, asset):
    record_id, language = entry.get("recordId"), entry.get("language")
    if record_id is None or language is None or record_id in records:
        return
    purposes = [{**purpose, "status": status, "since": entry["at"]} for purpose in entry["purposes"]]
    for purpose in purposes:
        going.setdefault(purpose["id"], []).append(purpose)
    records[record_id] = {
        "recordId": record_id,
        "language": language,
        "requestedAt": entry["at"],
        "confirmedAt": confirmed_at,
        "confirmBy": confirm_by,
        "purposes": purposes,
        "asset": asset,
    }


def _can_be_given(record, entry):
    statuses = [purpose["status"] for purpose in record["purposes"]]
    stands_for_nothing = not statuses or record["asset"] is not None
    is_withdrawn = not stands_for_nothing and all(status in UNWANTED for status in statuses)
    return (
        record["requestedAt"] <= entry["at"] < record["confirmBy"]
        and record["confirmedAt"] is None
        and not is_withdrawn
    )


def _ended(status, kind, facts):
    if status == "ContractRecorded":
        ends = kind == "ContractEnded" or (kind == "ConsentLapsed" and facts.get("because", "review") != "review")
        return "ContractEnded" if ends else status
    if kind == "ContractEnded" or status in OVER:
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


def _change(purpose, status, at):
    if status != purpose["status"]:
        purpose.update(status=status, since=at)
