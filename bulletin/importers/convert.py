"""What other programs must read first: LibreOffice makes a docx of doc, rtf and odt, tesseract reads pictures.

LibreOffice fetches pictures that a document names while it converts, so its profile blocks what is not of trusted
places, macros are off, and its environment has a proxy where nobody listens (`programs.py`). Web pages never go there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from statistics import median

from bulletin.importers.pdf.glyphs import Glyph, Page
from bulletin.importers.programs import FOLDER, NoProgramError, ProgramFailedError, RunProgram
from bulletin.importers.refusals import NO_OCR, NO_OFFICE, OCR_FAILED, OFFICE_FAILED, Refusal

_SECONDS = 60
DPI = 200  # at 300 no fewer words are wrong, and it takes twice as long
_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = """\
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">\
<value>{value}</value></prop></item>
"""
_SETTINGS = (
    ("BlockUntrustedRefererLinks", "true"),
    ("DisableMacrosExecution", "true"),
    ("DisableActiveContent", "true"),
    ("MacroSecurityLevel", "3"),
)
# Sure less than this (of 100), tesseract guesses at a stain, unless it sees a word.
_SURE = 20
_OTHER_SIZE = 0.3


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line or a word on a picture."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    sure: float


def as_docx(data: bytes, suffix: str, run: RunProgram) -> bytes:
    """`data` is a doc, rtf or odt. Raises Refusal."""
    items = "".join(_ITEM.format(name=name, value=value) for name, value in _SETTINGS)
    files = {
        f"van-ban.{suffix}": data,
        "profile/user/registrymodifications.xcu": _PROFILE.format(items=items).encode(),
    }
    argv = (
        "soffice", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"-env:UserInstallation=file://{FOLDER}/profile",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", f"{FOLDER}/out", f"{FOLDER}/van-ban.{suffix}",
    )  # fmt: skip
    try:
        return run(argv, files, "out/van-ban.docx", _SECONDS)
    except NoProgramError:
        raise Refusal(NO_OFFICE) from None
    except ProgramFailedError:
        raise Refusal(OFFICE_FAILED) from None


def read_picture(picture: bytes, name: str, width: float, height: float, run: RunProgram) -> Page:
    """What tesseract reads on a picture of a page, of that width and height in points. Raises Refusal."""
    path = PurePosixPath(name).name
    argv = ("tesseract", f"{FOLDER}/{path}", f"{FOLDER}/chu", "-l", "vie", "--dpi", str(DPI), "tsv")
    try:
        table = run(argv, {path: picture}, "chu.tsv", _SECONDS).decode("utf-8", "replace")
    except NoProgramError:
        raise Refusal(NO_OCR) from None
    except ProgramFailedError:
        raise Refusal(OCR_FAILED) from None
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    whole = next((row for row in rows if len(row) == 12 and row[0] == "1"), None)
    if whole is None or not whole[8].isdecimal() or not int(whole[8]):
        raise Refusal(OCR_FAILED)
    scale = width / int(whole[8])
    return Page(width, height, tuple(_words(rows, scale)))


def _words(rows: list[list[str]], scale: float) -> Iterator[Glyph]:
    """The words of a table of tesseract. All of a line stand at one height and are of one size, that of most of the
    page unless they clearly are not: boxes of words differ by their marks and tails, and a page may lie askew."""
    lines: dict[tuple[str, ...], list[_Seen]] = {}
    middles: dict[tuple[str, ...], float] = {}
    for kind, line, seen in _rows(rows, scale):
        if kind == "4":
            middles[line] = seen.middle
        elif seen.sure >= _SURE or sum(map(str.isalnum, seen.text)) > 2:
            lines.setdefault(line, []).append(seen)
    most = median(word.height for words in lines.values() for word in words) if lines else 0.0
    for line, words in lines.items():
        own = median(word.height for word in words)
        height = own if len(words) > 1 and abs(own - most) > _OTHER_SIZE * most else most
        middle = middles.get(line, words[0].middle)
        for word in words:
            yield Glyph(word.text, word.left, middle - height / 2, word.right, middle + height / 2, height)


def _rows(rows: list[list[str]], scale: float) -> Iterator[tuple[str, tuple[str, ...], _Seen]]:
    """(«4» for a line, «5» for a word; which line; what was seen), in points."""
    for row in rows:
        if len(row) != 12 or row[0] not in ("4", "5") or (row[0] == "5" and not row[11].strip()):
            continue
        try:
            x, y, w, h = (int(value) * scale for value in row[6:10])
            yield row[0], tuple(row[1:5]), _Seen(row[11].strip(), x, x + w, y + h / 2, h, float(row[10]))
        except ValueError:
            continue
