"""The file attached to a PDF that is still as it was made. Any other PDF is refused: of two versions or two attachments each
program takes its own, so what is checked need not be what a reader shows."""

import re
import zlib

from strict_json import LARGEST_BYTES

SPACE = re.compile(rb"[\0\t\n\f\r ]*")
NAME = re.compile(rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*)")
# Of a character that needs none, or no escape at all: #45F is another spelling of EF.
NEEDLESS_ESCAPE = re.compile(rb"#(?!2[035F89]|[35][BD]|3[CE]|7[BD])")
END_OF_WORD = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
REFERENCE = re.compile(rb"([0-9]{1,10}) 0 R" + END_OF_WORD)
NUMBER = re.compile(rb"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e-?[0-9]+)?" + END_OF_WORD)
WORD = re.compile(rb"(true|false|null)" + END_OF_WORD)
HEX = re.compile(rb"<[0-9A-Fa-f\0\t\n\f\r ]*>")
HEADER = re.compile(rb"%PDF-1\.[0-9]\r?\n(?:%[^\r\n]*\r?\n)?")
END = re.compile(rb"startxref\r?\n([0-9]{1,10})\r?\n%%EOF\r?\n?\Z")
TABLE = re.compile(rb"xref\r?\n0 ([0-9]{1,7})\r?\n0000000000 65535 f\r?[ \n]\n?")
ROW = re.compile(rb"([0-9]{10}) 00000 n(?: \r?\n|\r\n)")
HEAD = re.compile(rb"([0-9]{1,10}) 0 obj")
STREAM = re.compile(rb"[\0\t\n\f\r ]*stream\r?\n")
DEEPEST = 50
# What shows other pages to one reader than to another, or changes them as they are read: layers, notes, forms, programs; pictures
# that print otherwise than they look, or that are to be had from another file.
SHIFTING = {b"OCProperties", b"OC", b"Annots", b"AcroForm", b"OpenAction", b"AA", b"JavaScript", b"Collection"}
SHIFTING |= {b"Alternates", b"OPI", b"Ref"}


class NotPlain(Exception):
    """Raised where a file is not written as the syntax asks for, or could be read in two ways."""


class Refused(Exception):
    """Raised with why the attachment cannot be told for sure."""


class Name(bytes):
    pass


class String(bytes):
    """As it is written, delimiters included."""


class Reference(int):
    pass


class Reader:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def match(self, pattern):
        found = pattern.match(self.data, self.at)
        if found:
            self.at = found.end()
        return found

    def need(self, pattern):
        found = self.match(pattern)
        if not found:
            raise NotPlain(self.at)
        return found

    def is_next(self, token):
        self.match(SPACE)
        return self.data.startswith(token, self.at)

    def expect(self, token):
        if not self.is_next(token):
            raise NotPlain(self.at)
        self.at += len(token)

    def value(self, depth=0):
        if depth > DEEPEST:
            raise NotPlain(self.at)
        if self.is_next(b"<<"):
            self.at += 2
            members = {}
            while not self.is_next(b">>"):
                name = self.name()
                if name in members:
                    raise NotPlain(self.at)
                members[name] = self.value(depth + 1)
            self.at += 2
            return members
        if self.is_next(b"["):
            self.at += 1
            values = []
            while not self.is_next(b"]"):
                values.append(self.value(depth + 1))
            self.at += 1
            return values
        if self.is_next(b"("):
            return self.string()
        if self.is_next(b"/"):
            return self.name()
        written = self.match(HEX)
        if written:
            return String(written[0])
        reference = self.match(REFERENCE)
        if reference:
            return Reference(reference[1])
        number = self.match(NUMBER)
        if number:
            return float(number[0])
        return {b"true": True, b"false": False, b"null": None}[self.need(WORD)[1]]

    def name(self):
        name = self.need(NAME)[1]
        if NEEDLESS_ESCAPE.search(name):
            raise NotPlain(self.at)
        return Name(name)

    def string(self):
        start, depth = self.at, 0
        while True:
            byte = self.data[self.at : self.at + 1]
            if not byte:
                raise NotPlain(self.at)
            self.at += 2 if byte == b"\\" else 1
            depth += {b"(": 1, b")": -1}.get(byte, 0)
            if depth == 0:
                return String(self.data[start : self.at])


# Evidence, and what an access report has attached.
FILE_NAMES = (b"(evidence.json)", b"(access-report.json)")


def is_pdf(data):
    return b"%PDF-" in data[:1024]


def attachment(data):
    """The bytes of the one file that is attached; raises Refused."""
    try:
        return _attached(_objects(data))
    except NotPlain:
        if re.search(rb"/Encrypt\b", data):
            raise Refused("pdfEncrypted")
        raise Refused("pdfChanged" if b"%%EOF" in data else "pdfUnreadable")


def _objects(data):
    """Number -> (value, stream) of a file that was written once and in one piece: no byte is outside of what is read."""
    end = END.search(data)
    reader = Reader(data)
    reader.need(HEADER)
    table = int(end[1]) if end else len(data)
    if table >= len(data):
        raise NotPlain(table)
    offsets = _table(data, table, end.start())
    objects = {}
    for number, offset in sorted(offsets.items(), key=lambda each: each[1]):
        reader.match(SPACE)
        if reader.at != offset or int(reader.need(HEAD)[1]) != number:
            raise NotPlain(offset)
        value = reader.value()
        objects[number] = (value, _stream(reader, value) if isinstance(value, dict) else None)
        reader.expect(b"endobj")
    reader.match(SPACE)
    if reader.at != table:
        raise NotPlain(reader.at)
    return objects


def _table(data, at, end):
    reader = Reader(data, at)
    count = int(reader.need(TABLE)[1])
    if count < 2:
        raise NotPlain(at)
    offsets = {number: int(reader.need(ROW)[1]) for number in range(1, count)}
    reader.expect(b"trailer")
    trailer = reader.value()
    reader.match(SPACE)
    # A version before this one, a second table, or encryption.
    if not isinstance(trailer, dict) or {b"Prev", b"XRefStm", b"Encrypt"} & set(trailer) or reader.at != end:
        raise NotPlain(at)
    return offsets


def _stream(reader, value):
    if not reader.match(STREAM):
        return None
    length = value.get(b"Length")
    # Its length stands with it, its bytes are in the file itself, and no objects are within it.
    is_plain = isinstance(length, float) and length.is_integer() and length >= 0 and b"F" not in value
    if not is_plain or value.get(b"Type") in (Name(b"ObjStm"), Name(b"XRef")):
        raise NotPlain(reader.at)
    start = reader.at
    reader.at += int(length)
    content = reader.data[start : reader.at]
    reader.expect(b"endstream")
    return content


def _attached(objects):
    """A file is attached by a dictionary with /EF (ISO 32000-1, 7.11.3), wherever that stands."""
    dictionaries = [each for value, _ in objects.values() for each in _dictionaries(value)]
    if any(SHIFTING & set(each) for each in dictionaries):
        raise Refused("pdfChanged")
    specifications = [each for each in dictionaries if b"EF" in each]
    embedded = [
        number
        for number, (value, _) in objects.items()
        if isinstance(value, dict) and value.get(b"Type") == Name(b"EmbeddedFile")
    ]
    if not specifications:
        raise Refused("pdfNoAttachment")
    files = specifications[0][b"EF"]
    named = list(files.values()) if isinstance(files, dict) else []
    is_one = len(specifications) == 1 and len(embedded) == 1 and named != []
    if not is_one or b"RF" in specifications[0] or any(not _leads_to(each, embedded[0]) for each in named):
        raise Refused("pdfSeveralAttachments")
    # Each reader shows one of the names that are listed, or that beside the file.
    listed = [name for value, _ in objects.values() for name in _names(value, objects, specifications[0])]
    names = [specifications[0].get(b"F"), specifications[0].get(b"UF"), *listed]
    is_plain = all(isinstance(name, String) and name == names[0] for name in names)
    if not is_plain or names[0] not in FILE_NAMES:
        raise Refused("pdfChanged")
    return _content(*objects[embedded[0]])


def _names(value, objects, specification):
    """The names under which lists of a document have a specification."""
    if isinstance(value, dict):
        return [name for each in value.values() for name in _names(each, objects, specification)]
    if not isinstance(value, list):
        return []
    meant = [objects.get(each, (None,))[0] if isinstance(each, Reference) else each for each in value]
    here = [name for name, each in zip(value, meant[1:]) if each is specification]
    return here + [name for each in value for name in _names(each, objects, specification)]


def _leads_to(value, number):
    return isinstance(value, Reference) and value == number


def _content(value, stream):
    if stream is None or b"DecodeParms" in value:
        raise Refused("pdfUnreadable")
    if b"Filter" not in value:
        return stream
    if value[b"Filter"] != Name(b"FlateDecode"):
        raise Refused("pdfUnreadable")
    inflater = zlib.decompressobj()
    try:
        # One byte too many is enough to tell that a file is too large, and a small one can be blown up without end.
        content = inflater.decompress(stream, LARGEST_BYTES + 1)
    except zlib.error:
        raise Refused("pdfUnreadable")
    if len(content) <= LARGEST_BYTES and (not inflater.eof or inflater.unused_data):
        raise Refused("pdfUnreadable")
    return content


def _dictionaries(value):
    if isinstance(value, dict):
        return [value, *(each for member in value.values() for each in _dictionaries(member))]
    return [each for member in value for each in _dictionaries(member)] if isinstance(value, list) else []
