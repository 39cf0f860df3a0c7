"""The files that are handed out: of a kind that may be, what their names say, not too large, and silent about people.

Kinds are an allow-list: what is not on it may be run by a browser or a server, and cannot be opened on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bulletin.addresses import asset_url
from bulletin.model.archive import Archive
from bulletin.model.attached import Attached
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset

_IMAGES = ("jpeg", "png", "gif", "webp")  # browsers show each, whatever its name says
_ANY_TEXT = ("", "html", "program")  # shown as text, whatever it says
# The ending → what its contents may be. «""» is what no signature tells.
KINDS = {
    "pdf": ("pdf",),
    "doc": ("ole", "rtf", "word"),
    "docx": ("word",),
    "xls": ("ole", "excel"),
    "xlsx": ("excel",),
    "ppt": ("ole", "powerpoint"),
    "pptx": ("powerpoint",),
    **dict.fromkeys(("odt", "ods", "odp"), ("opendocument",)),
    "rtf": ("rtf",),
    **dict.fromkeys(("csv", "txt"), _ANY_TEXT),
    "zip": ("zip", "word", "excel", "powerpoint", "opendocument"),
    "rar": ("rar",),
    "7z": ("7z",),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp"), _IMAGES),
    "mp3": ("mp3", ""),
    **dict.fromkeys(("mp4", "m4a"), ("mp4",)),
}
# What a browser runs, with all the rights of a page of the ward: told even where nobody uses it yet.
_PAGES = {"htm", "html", "mht", "mhtml", "shtml", "svg", "svgz", "xht", "xhtml", "xml"}
_ACTIVE = frozenset({*_PAGES, "js", "mjs", "xsl", "xslt"})
# What else people have, and what to make of it.
_INSTEAD = {
    **dict.fromkeys(("jfif", "jpe"), "đổi đuôi tệp thành .jpg"),
    **dict.fromkeys(("heic", "heif", "avif", "tif", "tiff", "bmp", "psd"), "mở ảnh rồi lưu thành JPG hoặc PNG"),
    **dict.fromkeys(("gz", "tar"), "giải nén rồi đăng từng tệp, hoặc nén lại thành ZIP"),
    "docm": "mở bằng Word rồi lưu thành DOCX hoặc PDF",
    "xlsm": "mở bằng Excel rồi lưu thành XLSX hoặc PDF",
    "pptm": "mở bằng PowerPoint rồi lưu thành PPTX hoặc PDF",
    **dict.fromkeys(("dwg", "dxf", "dgn", "vsd", "vsdx", "pub", "mdi", "xps"), "xuất ra PDF rồi đăng tệp PDF"),
    **dict.fromkeys(("mov", "avi", "wmv", "mkv", "3gp", "flv", "webm"), "đổi sang MP4"),
    **dict.fromkeys(("wav", "wma", "amr", "ogg"), "đổi sang MP3"),
    "": "đặt lại đuôi tệp cho đúng loại, ví dụ .pdf",
}
_OTHERWISE = "đổi sang PDF, DOCX, XLSX hoặc ảnh JPG, PNG, sửa tên ở chỗ dùng tệp"
_CALLED = {
    "html": "trang web hay mã chương trình",
    "program": "chương trình",
    "damaged": "tệp nén đã hỏng",
    "ole": "tệp Office cũ, hoặc tệp Office có mật khẩu",
    "pdf": "tệp PDF",
    "rtf": "tệp RTF",
    "word": "tệp Word (DOCX)",
    "excel": "tệp Excel (XLSX)",
    "powerpoint": "tệp PowerPoint (PPTX)",
    "opendocument": "tệp của LibreOffice",
    "zip": "tệp nén ZIP",
    "rar": "tệp nén RAR",
    "7z": "tệp nén 7z",
    "jpeg": "ảnh JPG",
    "png": "ảnh PNG",
    "gif": "ảnh GIF",
    "webp": "ảnh WebP",
    "heic": "ảnh HEIC của iPhone",
    "mp3": "tệp âm thanh MP3",
    "mp4": "tệp MP4",
}
_RUN = ("html", "program")
_MEGA = 1024 * 1024
_LARGE, _LARGE_IMAGE = 10 * _MEGA, 3 * _MEGA
_CLEANED = {
    **dict.fromkeys(_IMAGES, "chụp màn hình tấm ảnh rồi dùng ảnh chụp ấy, hoặc trong Windows: Properties → Details → "
                    "«Remove Properties and Personal Information»"),
    **dict.fromkeys(("word", "excel", "powerpoint"), "trong Word, Excel, PowerPoint: File → Info → Check for Issues → "
                    "Inspect Document → Remove All; sửa xong thì «Accept All Changes»"),
    "opendocument": "trong LibreOffice: File → Properties → «Reset Properties», bỏ «Apply user data»",
    "pdf": "xuất lại từ Word với Options bỏ «Document properties», hoặc xoá trong File → Properties của trình đọc PDF",
}  # fmt: skip


def check_attachments(archive: Archive, shown: str, look: Callable[[Asset], Attached]) -> tuple[Problem, ...]:
    """`shown` is how problems name `content/`; `look` opens a file. Files that nobody hands out are not looked into."""
    places: dict[str, list[Place]] = {}
    for path, place in uses(archive):
        places.setdefault(path, []).append(place)
    active = {path for path in archive.assets if _kind(path) in _ACTIVE}
    problems = [problem("attachment-active", Place(path=f"{shown}/{path}"), value=path) for path in active]
    for path, used in sorted(places.items()):
        if path not in active:
            problems += _judge(archive.assets[path], f"{shown}/{path}", used, look)
    return tuple(problems)


def _kind(path: str) -> str:
    """By the name it will have, where letters of another width are plain, and «a.pdf.php» is «a-pdf.php»."""
    name = asset_url(path).rpartition("/")[2]
    return name.rpartition(".")[2] if "." in name else ""


def uses(archive: Archive) -> Iterator[tuple[str, Place]]:
    """(path of a file, where it is named), hidden notices included."""
    by_url = {asset_url(path): path for path in archive.assets}
    for entry in archive.entries:
        yield from ((a.path, a.place) for a in entry.notice.attachments if a.path in archive.assets)
    yield from ((known.file, known.place) for known in archive.known if known.file in archive.assets)
    for prose in (*(e.prose for e in archive.entries), *(p.prose for p in archive.pages)):
        yield from ((by_url[link.file], link.place) for link in prose.links if link.file in by_url)


def _judge(asset: Asset, shown: str, used: list[Place], look: Callable[[Asset], Attached]) -> Iterator[Problem]:
    """A file that is handed out at `used`; `shown` is how problems name it. One that may not be handed out, or that a
    browser would run, is told wherever it is used, all else once."""
    kind = _kind(asset.path)
    if kind not in KINDS:
        advice = _INSTEAD.get(kind, _OTHERWISE)
        named = f"đuôi «.{kind}»" if kind else "không có đuôi"
        yield from (problem("attachment-kind", at, value=asset.path, kind=named, advice=advice) for at in used)
        return
    whole = Place(path=shown)
    if not asset.size:
        yield problem("attachment-empty", whole, value=asset.path)
        return
    attached = look(asset)
    if attached.contents not in KINDS[kind]:
        found = _CALLED.get(attached.contents, "")
        slots = {"value": asset.path, "kind": f".{kind}"}
        if attached.contents in _RUN:
            yield from (problem("attachment-disguised", at, found=found, **slots) for at in used)
            return
        inside = f"bên trong là {found}" if found else "bên trong không phải loại ấy, hoặc tệp đã hỏng"
        yield problem("attachment-content", whole, inside=inside, **slots)
    if asset.size > (_LARGE_IMAGE if attached.contents in _IMAGES else _LARGE):
        yield problem(
            "attachment-large", whole, value=asset.path, size=_megabytes(asset.size), advice=_lighter(attached)
        )
    if attached.traces:
        cleaned = _CLEANED[attached.contents]
        yield problem("attachment-traces", whole, value=asset.path, traces=", ".join(attached.traces), advice=cleaned)


def _megabytes(size: int) -> str:
    return f"{size / _MEGA:.1f} MB".replace(".", ",")


def _lighter(attached: Attached) -> str:
    if attached.contents in _IMAGES:
        return "thu nhỏ ảnh còn rộng chừng 1600 điểm rồi lưu JPG; gửi ảnh qua Zalo (không chọn HD) rồi tải về cũng được"
    if attached.contents == "pdf":
        return "quét lại ở 150 dpi, đen trắng; hoặc trong Word lưu PDF với «Minimum size»; hoặc chia thành nhiều tệp"
    if attached.contents == "mp4":
        return "đăng lên trang video của phường rồi dẫn liên kết, hoặc nén còn 480p"
    return "nén ảnh trong tệp (Picture Format → Compress Pictures), lưu thành PDF, hoặc chia thành nhiều tệp"
