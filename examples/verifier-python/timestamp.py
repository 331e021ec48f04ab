"""Timestamps (RFC 3161): who saw what, when, and whether their signature is good. Whom to trust, the reader decides."""

import hashlib
from datetime import datetime, timezone

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

import der

SHA_1, SHA_256 = "1.3.14.3.2.26", "2.16.840.1.101.3.4.2.1"
HASHES = {
    SHA_1: hashes.SHA1(),
    SHA_256: hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
# Algorithms of signatures, with the hash that they name; None where it is that of the digest.
PKCS1 = {
    "1.2.840.113549.1.1.1": None,
    "1.2.840.113549.1.1.5": hashes.SHA1(),
    "1.2.840.113549.1.1.11": hashes.SHA256(),
    "1.2.840.113549.1.1.12": hashes.SHA384(),
    "1.2.840.113549.1.1.13": hashes.SHA512(),
}
ECDSA = {
    "1.2.840.10045.2.1": None,
    "1.2.840.10045.4.1": hashes.SHA1(),
    "1.2.840.10045.4.3.2": hashes.SHA256(),
    "1.2.840.10045.4.3.3": hashes.SHA384(),
    "1.2.840.10045.4.3.4": hashes.SHA512(),
}
EXTENDED_KEY_USAGE, TIME_STAMPING = "2.5.29.37", "1.3.6.1.5.5.7.3.8"
PSS = "1.2.840.113549.1.1.10"
SIGNED_DATA, TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"


class NoTimestamp(Exception):
    """Raised where the bytes are no timestamp that can be read."""


class Timestamp:
    """`at`, the `imprint` (SHA-256) of what was stamped, and whether the signature is good."""

    def __init__(self, answer):
        """Reads a TimeStampResp."""
        status, token = answer.parts
        if int.from_bytes(status.parts[0].content, "big") > 1 or der.oid(token.parts[0]) != SIGNED_DATA:
            raise ValueError("the authority gave none")
        signed = token.parts[1].parts[0].parts
        self.kind = der.oid(signed[2].parts[0])
        self.content = der.octets(signed[2].parts[1].parts[0])
        self.signers = signed[-1].parts
        info = der.read(self.content).parts
        algorithm, imprint = info[2].parts
        if der.oid(algorithm.parts[0]) != SHA_256:
            raise ValueError("not over a SHA-256")
        self.imprint = der.octets(imprint)
        self.at = _time(next(part for part in info[3:] if part.tag == der.GENERALIZED_TIME))
        signer = self.signers[0].parts
        self.attributes = der.tagged(signer, 0)
        certificates = der.tagged(signed[3:-1], 0)
        self._certificate(certificates.parts if certificates else [])
        self.is_good = self._is_good(signer)

    def _values(self, kind):
        """The first value of a signed attribute."""
        of_kind = [each for each in (self.attributes.parts if self.attributes else []) if der.oid(each.parts[0]) == kind]
        return of_kind[0].parts[1].parts[0] if of_kind else None

    def _certificate(self, certificates):
        """The certificate whose hash was signed along, so that no other can take its place."""
        v2 = self._values(SIGNING_CERTIFICATE_V2)
        named = (v2 or self._values(SIGNING_CERTIFICATE)).parts[0].parts[0].parts
        digest = next(der.octets(part) for part in named if part.tag == der.OCTETS)
        is_named = named[0].tag == der.SEQUENCE and named[0].parts and named[0].parts[0].tag == der.OID
        algorithm = der.oid(named[0].parts[0]) if is_named else SHA_256 if v2 else SHA_1
        raw = next(each.raw for each in certificates if _hash(algorithm, each.raw) == digest)
        self.certificate = Certificate(der.read(raw))

    def _is_good(self, signer):
        certificate = self.certificate
        is_valid = certificate.begins <= self.at <= certificate.ends
        digest_algorithm = der.oid(signer[2].parts[0])
        kind, digest = self._values(CONTENT_TYPE), self._values(MESSAGE_DIGEST)
        is_over_content = (
            self.kind == TST_INFO
            and kind is not None
            and der.oid(kind) == TST_INFO
            and digest is not None
            and der.octets(digest) == _hash(digest_algorithm, self.content)
        )
        # Where they are signed, attributes have the tag of a set.
        signed = bytes([der.SET]) + self.attributes.raw[1:]
        after = signer.index(self.attributes) + 1
        algorithm, signature = signer[after], der.octets(signer[after + 1])
        by_key = _verifies(certificate.key, signature, signed, algorithm.parts, digest_algorithm)
        return len(self.signers) == 1 and certificate.is_for_timestamps and is_valid and is_over_content and by_key


class Certificate:
    """What a certificate says of its key, and for what and how long that is good (RFC 5280). Who issued it does not matter here."""

    def __init__(self, certificate):
        fields = [part for part in certificate.parts[0].parts if part.tag != 0xA0]
        self.begins, self.ends = (_time(each) for each in fields[3].parts)
        self.key = serialization.load_der_public_key(fields[5].raw)
        extensions = der.tagged(fields[6:], 3)
        all_of_them = extensions.parts[0].parts if extensions else []
        usages = [each.parts for each in all_of_them if der.oid(each.parts[0]) == EXTENDED_KEY_USAGE]
        is_critical = bool(usages) and usages[0][1].tag == der.BOOLEAN and usages[0][1].content != b"\0"
        purposes = [der.oid(each) for each in der.read(usages[0][-1].content).parts] if usages else []
        self.is_for_timestamps = is_critical and purposes == [TIME_STAMPING]


def read_timestamp(data):
    """Raises NoTimestamp."""
    try:
        return Timestamp(der.read(data))
    except (ValueError, IndexError, StopIteration, AttributeError, TypeError, KeyError, UnsupportedAlgorithm) as error:
        raise NoTimestamp(str(error)) from error


def _hash(algorithm, data):
    found = HASHES.get(algorithm)
    return hashlib.new(found.name.replace("-", ""), data).digest() if found else None


def _time(block):
    """GeneralizedTime in UTC, with fractions of a second or without; or UTCTime, whose year has two digits."""
    text = block.content.decode()
    if block.tag == der.UTC_TIME:
        text = ("19" if text >= "5" else "20") + text
    whole, _, fraction = text.removesuffix("Z").partition(".")
    if not text.endswith("Z") or not whole.isdecimal() or block.tag not in (der.UTC_TIME, der.GENERALIZED_TIME):
        raise ValueError("no time")
    at = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)
    return at.replace(microsecond=int((fraction + "000000")[:6]))


def _verifies(key, signature, data, algorithm, digest_algorithm):
    kind, parameters = der.oid(algorithm[0]), algorithm[1:]
    digest = HASHES[digest_algorithm]
    try:
        if isinstance(key, rsa.RSAPublicKey) and kind in PKCS1:
            key.verify(signature, data, padding.PKCS1v15(), PKCS1[kind] or digest)
        elif isinstance(key, rsa.RSAPublicKey) and kind == PSS:
            hashed, length = _pss(parameters[0].parts if parameters else [])
            key.verify(signature, data, padding.PSS(padding.MGF1(hashed), length), hashed)
        elif isinstance(key, ec.EllipticCurvePublicKey) and kind in ECDSA:
            key.verify(signature, data, ec.ECDSA(ECDSA[kind] or digest))
        else:
            return False
        return True
    except InvalidSignature:
        return False


def _pss(parameters):
    """RSASSA-PSS-params with their defaults (RFC 4055, section 3.1)."""
    hashed, salt = der.tagged(parameters, 0), der.tagged(parameters, 2)
    algorithm = der.oid(hashed.parts[0].parts[0]) if hashed else SHA_1
    return HASHES[algorithm], int.from_bytes(salt.parts[0].content, "big") if salt else 20
