"""How much the streams of a PDF unpack to, before pdfium unpacks them: it has no limit below a gigabyte.

Streams of an encrypted file cannot be looked into without its key; they are taken as they are.
"""

from __future__ import annotations

import re
import zlib

from bulletin.importers.refusals import BOMB, Refusal

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PICTURE, _FONT = re.compile(rb"/Subtype\s*/Image"), re.compile(rb"/Length1|/Type1C|/CIDFontType0C|/OpenType")
_PACKING = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_OTHER = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_DICTIONARY = 4_000  # bytes before a stream in which its keys stand
_STEP = 2**16
_MEGA = 2**20
# (of one stream, of all): pictures of pages at 600 dpi, fonts of all the world's letters, drawings of a page.
_LIMITS = {"picture": (128 * _MEGA, 400 * _MEGA), "font": (32 * _MEGA, 64 * _MEGA), "": (2 * _MEGA, 8 * _MEGA)}
_OTHERS = 100_000  # packed bytes of the old ways of packing, which are not unpacked here


def check_streams(data: bytes) -> None:
    """Raises Refusal where a stream, or all of a kind, are larger than those of papers."""
    sums = dict.fromkeys(_LIMITS, 0)
    for match in _STREAM.finditer(data):
        start = max(data.rfind(b"obj", max(match.start() - _DICTIONARY, 0), match.start()), 0)
        keys = data[start : match.start()]
        ways = _PACKING.findall(keys)
        if not ways:
            continue
        kind = "picture" if _PICTURE.search(keys) else "font" if _FONT.search(keys) else ""
        if _OTHER.search(keys) and kind != "picture":
            end = data.find(b"endstream", match.end())
            if len(ways) > 1 or (end if end > 0 else len(data)) - match.end() > _OTHERS:
                raise Refusal(BOMB)
            continue
        if len(ways) > 1:
            raise Refusal(BOMB)
        one, every = _LIMITS[kind]
        sums[kind] += _unpacked(data, match.end(), min(one, every - sums[kind]))


def _unpacked(data: bytes, start: int, most: int) -> int:
    """To how many bytes a stream unpacks. Raises Refusal where they are more than `most`."""
    packed, count = zlib.decompressobj(), 0
    for at in range(start, len(data), _STEP):
        rest = data[at : at + _STEP]
        while rest and not packed.eof:  # behind its end zlib keeps what it was given, and gives it back for ever
            try:
                count += len(packed.decompress(rest, _MEGA))
            except zlib.error:
                return count  # it is packed otherwise, or broken: pdfium will leave off here too
            if count > most:
                raise Refusal(BOMB)
            rest = packed.unconsumed_tail
        if packed.eof:
            break
    return count
