"""JSON that means one thing, and its canonical form (RFC 8785)."""

import json
import math
import re

LARGEST_BYTES = 64 * 2**20


class NoEvidence(Exception):
    """Raised where a file is no evidence file: claim 1 fails."""


def parse(data):
    """Reads a file; raises NoEvidence for what parsers could read in two ways."""
    if len(data) > LARGEST_BYTES:
        raise NoEvidence("larger than 64 MB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NoEvidence("not UTF-8")
    try:
        return json.loads(
            text,
            object_pairs_hook=_members,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_constant,
        )
    except (ValueError, RecursionError) as error:
        raise NoEvidence(f"no JSON: {error}")


def _members(pairs):
    members = dict(pairs)
    if len(members) < len(pairs):
        raise NoEvidence("a key twice")
    return members


def _number(written):
    value = float(written)
    if not math.isfinite(value) or number_text(value) != written:
        raise NoEvidence(f"the number {written} is not as canonical JSON writes it")
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _constant(written):
    raise NoEvidence(f"{written} is no JSON")


def canonical(value):
    """RFC 8785; raises ValueError for text that has none (half of a surrogate pair)."""
    if isinstance(value, str):
        if not is_well_formed(value):
            raise ValueError("half of a surrogate pair")
        return json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number_text(float(value))
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(key) + ":" + canonical(each) for key, each in members) + "}"


def is_well_formed(value):
    """Whether no text in the value, keys included, has half of a surrogate pair."""
    if isinstance(value, str):
        return re.search("[\ud800-\udfff]", value) is None
    if isinstance(value, list):
        return all(is_well_formed(each) for each in value)
    if isinstance(value, dict):
        return all(is_well_formed(key) and is_well_formed(each) for key, each in value.items())
    return True


def number_text(value):
    """A number as ECMAScript writes it: Python has the same shortest digits, and other exponents."""
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, exponent = f"{abs(value)!r}e0".split("e")[:2]
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{rest}e{'+' if power > 0 else '-'}{abs(power)}"
