"""Where and by whom a picture was taken (EXIF 2.32, XMP, texts of PNG)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import BinaryIO

from PIL import ExifTags, Image

from bulletin.attached.personal_names import told

_LATITUDE = (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
_AUTHORS = (ExifTags.Base.Artist, ExifTags.Base.XPAuthor, ExifTags.Base.CameraOwnerName)
_XMP_PLACE = re.compile(r"GPSL(?:atitude|ongitude)\b")
_XMP_AUTHOR = re.compile(r"<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^<>]*>([^<]{1,200})<")
_TEXTS = ("Author", "author", "Artist")


def photo_traces(file: BinaryIO) -> tuple[str, ...]:
    """Only the head of the file is read; one that Pillow cannot read has none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # «decompression bomb»: nothing is decompressed here
            file.seek(0)
            with Image.open(file) as image:
                return tuple(_traces(image))
    except Exception:
        return ()


def _traces(image: Image.Image) -> Iterator[str]:
    exif = image.getexif()
    places = exif.get_ifd(ExifTags.IFD.GPSInfo)
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or ""
    xmp = packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
    if any(places.get(tag) for tag in _LATITUDE) or _XMP_PLACE.search(xmp):
        yield "toạ độ nơi chụp (GPS)"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    for tag in _AUTHORS:
        yield from told("tên người chụp", _text(exif.get(tag) or details.get(tag)))
    for name in _TEXTS:
        yield from told("tên người chụp", _text(image.info.get(name)))
    for m in _XMP_AUTHOR.finditer(xmp):
        yield from told("tên người chụp", m[1])


def _text(value: object) -> str:
    if isinstance(value, bytes):  # Windows writes UTF-16 into bytes
        return value.decode("utf-16-le" if value[1:2] == b"\0" or len(value) % 2 == 0 else "utf-8", "replace")
    return value if isinstance(value, str) else ""
