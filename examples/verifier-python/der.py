"""ASN.1 as CMS has it: DER, and the indefinite lengths of BER."""

from dataclasses import dataclass, field

BOOLEAN, OCTETS, OID, SEQUENCE, SET = 0x01, 0x04, 0x06, 0x30, 0x31
UTC_TIME, GENERALIZED_TIME = 0x17, 0x18
DEEPEST = 30


@dataclass
class Block:
    """A value with its tag. `raw` is all of it as it came, `content` what is in it, `parts` that as blocks."""

    tag: int
    raw: bytes
    content: bytes
    parts: list = field(default_factory=list)


def read(data):
    """The one block that the bytes are; raises ValueError."""
    block, end = _read(data, 0, 0)
    if end != len(data):
        raise ValueError("more than one block")
    return block


def _read(data, start, depth):
    if depth > DEEPEST or start + 2 > len(data):
        raise ValueError("no block")
    tag, size, at = data[start], data[start + 1], start + 2
    if tag & 0x1F == 0x1F:
        raise ValueError("a tag of more than a byte")
    is_open = size == 0x80
    if size > 0x80:
        at += size - 0x80
        size = int.from_bytes(data[start + 2 : at], "big")
    if not is_open and at + size > len(data):
        raise ValueError("cut short")
    if not tag & 0x20:
        if is_open:
            raise ValueError("no length")
        return Block(tag, data[start : at + size], data[at : at + size]), at + size
    parts, begin, end = [], at, None if is_open else at + size
    while at != end:
        if is_open and data[at : at + 2] == b"\0\0":
            return Block(tag, data[start : at + 2], data[begin:at], parts), at + 2
        part, at = _read(data, at, depth + 1)
        if end is not None and at > end:
            raise ValueError("longer than what it is in")
        parts.append(part)
    return Block(tag, data[start:end], data[begin:end], parts), end


def octets(block):
    """An OCTET STRING, in one piece or in several."""
    if block.tag & 0x1F != OCTETS:
        raise ValueError("no octets")
    return b"".join(octets(part) for part in block.parts) if block.tag & 0x20 else block.content


def oid(block):
    """An object identifier as digits and dots."""
    if block.tag != OID or not block.content or block.content[-1] & 0x80:
        raise ValueError("no object identifier")
    numbers, number = [], 0
    for byte in block.content:
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(str(each) for each in [first, numbers[0] - 40 * first, *numbers[1:]])


def tagged(parts, number):
    """The part with that tag of its context, if there is one."""
    return next((part for part in parts if part.tag & 0xDF == 0x80 | number), None)
