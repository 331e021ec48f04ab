"""Times as files have them, as seconds since 1970."""

import re
from datetime import datetime, timedelta, timezone

# By how much clocks may differ, in seconds.
CLOCKS = 5 * 60


def moment(text):
    """None for what has the form of a time and is none."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", text)
    year, month, day, hour, minute, second, milli = (int(each) for each in found.groups())
    if not (1 <= year and 1 <= month <= 12 and 1 <= day <= 31 and hour < 24):
        return None
    rest = timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second, milliseconds=milli)
    return (datetime(year, month, 1, tzinfo=timezone.utc) + rest).timestamp()
