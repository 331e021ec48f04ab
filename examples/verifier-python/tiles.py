"""A log as it is served (https://c2sp.org/tlog-tiles): from a folder, or by a host."""

import os
import urllib.request

from log import node_hash

WIDTH = 256
HEIGHT = 8
TIMEOUT = 30


class Log:
    """`where` is a folder with `checkpoint` and `tile/...`, or the address that these lie under. Raises OSError."""

    def __init__(self, where):
        self.where, self.is_host = where.rstrip("/"), where.startswith(("https://", "http://"))

    def read(self, name):
        if self.is_host:
            with urllib.request.urlopen(f"{self.where}/{name}", timeout=TIMEOUT) as answer:
                return answer.read()
        with open(os.path.join(self.where, *name.split("/")), "rb") as file:
            return file.read()

    def keys(self):
        """All keys that the host publishes, one a line. Nobody vouches for what lies in a folder."""
        return self.read("keys").decode().split() if self.is_host else []


class Tree:
    """Tells from tiles where a leaf is in a tree of `size` leaves; raises ValueError where a tile is too short."""

    def __init__(self, log, size):
        self.log, self.size, self.tiles = log, size, {}

    def path(self, index, start=0, end=None):
        """The siblings of a leaf, its own first (RFC 9162, section 2.1.3.1)."""
        end = self.size if end is None else end
        if end - start <= 1:
            return []
        middle = start + _power_below(end - start)
        if index < middle:
            return self.path(index, start, middle) + [self._root(middle, end)]
        return self.path(index, middle, end) + [self._root(start, middle)]

    def leaf(self, index):
        return self._root(index, index + 1)

    def _root(self, start, end):
        count = end - start
        if count & (count - 1) == 0:
            return self._perfect(start, count)
        middle = start + _power_below(count)
        return node_hash(self._root(start, middle), self._root(middle, end))

    def _perfect(self, start, count):
        level = (count.bit_length() - 1) // HEIGHT
        first = start // WIDTH**level
        index, offset = divmod(first, WIDTH)
        tile = self._tile(level, index)
        hashes = [tile[32 * n : 32 * n + 32] for n in range(offset, offset + count // WIDTH**level)]
        if len(hashes[-1]) < 32:
            raise ValueError("a tile of the log is too short")
        while len(hashes) > 1:
            hashes = [node_hash(*hashes[n : n + 2]) for n in range(0, len(hashes), 2)]
        return hashes[0]

    def _tile(self, level, index):
        width = min(WIDTH, self.size // WIDTH**level - index * WIDTH)
        name = f"tile/{level}/{_name(index)}" + (f".p/{width}" if width < WIDTH else "")
        if name not in self.tiles:
            self.tiles[name] = self.log.read(name)
        return self.tiles[name]


def _power_below(count):
    return 1 << (count - 1).bit_length() - 1


def _name(index):
    """1234067 is x001/x234/067."""
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[n : n + 3] for n in range(0, len(digits), 3)]
    return "/".join([f"x{group}" for group in groups[:-1]] + groups[-1:])
