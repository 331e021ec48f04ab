"""Signed notes, checkpoints and Merkle proofs: what C2SP and RFC 9162 have."""

import base64
import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519 = 1
COSIGNATURE = 4
TIME_BYTES = 8
# The end of the year 9999.
LATEST = 253_402_300_799
MOST_SIGNATURES = 100


def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64(text):
    """The bytes; None for what an encoder would not write like this."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def from_base64url(text):
    data = from_base64(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))
    return None if data is None or "+" in text or "/" in text else data


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class VerifierKey:
    """`<name>+<hex key id>+<base64 of 0x01 || public key>`; 0x04 for a witness."""

    def __init__(self, text, kind=ED25519):
        found = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)", text)
        key = found and from_base64(found[3])
        if not key or len(key) != 33 or key[0] != kind:
            raise ValueError(f"no verifier key: {text}")
        self.text, self.name, self.kind = text, found[1], kind
        self.id = sha256(self.name.encode() + b"\n" + key)[:4]
        self.public = key[1:]
        if self.id.hex() != found[2]:
            raise ValueError(f"no verifier key: {text}")

    def signed(self, text, signature):
        """Whether the key signed the text of a note: True, or the seconds since 1970 that a witness signs along with it."""
        message, result = text.encode(), True
        if self.kind == COSIGNATURE:
            result, signature = int.from_bytes(signature[:TIME_BYTES], "big"), signature[TIME_BYTES:]
            message = f"cosignature/v1\ntime {result}\n{text}".encode()
            if result > LATEST:
                return None
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
            return result
        except (InvalidSignature, ValueError):
            return None


def read_keys(texts, kind=ED25519):
    """The verifier keys among some texts, and whether all of them are."""
    keys = []
    for text in texts:
        try:
            keys.append(VerifierKey(text, kind))
        except ValueError:
            pass
    return keys, len(keys) == len(texts)


class Note:
    """A signed note, opened with keys: who signed, which witnesses at what time, what is forged, what is by others."""

    def __init__(self, note, keys):
        end = note.rfind("\n\n") + 1
        self.text, block = note[:end], note[end + 1 :]
        self.signers, self.cosigners, self.forged, self.unknown = [], [], [], []
        if not self.text or re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff]", self.text) or not block.endswith("\n"):
            raise ValueError("no signed note")
        lines = block[:-1].split("\n")
        if len(lines) > MOST_SIGNATURES:
            raise ValueError("too many signatures")
        for line in lines:
            found = re.fullmatch(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
            data = found and from_base64(found[2])
            if not data or len(data) <= 4:
                raise ValueError("no signature line")
            self._take(found[1], data, keys)

    def _take(self, name, data, keys):
        for key in keys:
            if key.name == name and key.id == data[:4]:
                signed = key.signed(self.text, data[4:])
                if signed is None:
                    self.forged.append(key.text)
                elif key.kind == COSIGNATURE:
                    self.cosigners.append((key.text, signed))
                else:
                    self.signers.append(key.text)
                return
        self.unknown.append(name)


class Checkpoint:
    def __init__(self, text):
        origin, size, root = (text.split("\n") + ["", "", ""])[:3]
        self.origin, self.root = origin, from_base64(root)
        is_whole = origin and re.fullmatch("0|[1-9][0-9]*", size) and self.root and len(self.root) == 32
        if not is_whole or int(size) >= 2**53:
            raise ValueError("no checkpoint")
        self.size = int(size)


def leaf_hash(data):
    return sha256(b"\0" + data)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


def hashes(path):
    """A path as bytes; None where one of its hashes is none."""
    nodes = [from_base64(text) for text in path]
    return nodes if all(node is not None and len(node) == 32 for node in nodes) else None


def includes(leaf, index, size, path, root):
    """RFC 9162, section 2.1.3.2."""
    if index >= size:
        return False
    at, last, node = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if at % 2 == 1 or at == last:
            node = node_hash(sibling, node)
            while at % 2 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and node == root


def continues(old, old_root, new, new_root, path):
    """RFC 9162, section 2.1.4.2."""
    if old > new:
        return False
    if old == 0:
        return not path and old_root == sha256(b"")
    if old == new:
        return not path and old_root == new_root
    if old & (old - 1) == 0:
        path = [old_root] + path
    if not path:
        return False
    at, last = old - 1, new - 1
    while at % 2 == 1:
        at, last = at >> 1, last >> 1
    one = other = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at % 2 == 1 or at == last:
            one, other = node_hash(sibling, one), node_hash(sibling, other)
            while at % 2 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            other = node_hash(other, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and one == old_root and other == new_root
