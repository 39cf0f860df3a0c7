"""What is told of an import: of one file everything, of several a table. No word that the paper does not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletin.model.imported import Doubt, Imported
from bulletin.words.dates.printed import short

_LEFT_OUT: Mapping[str, str] = {
    "deleted": "{} chữ đã xoá (Track Changes)",
    "moved": "{} chữ đã dời chỗ",
    "hidden": "{} chữ ẩn",
    "headers": "{} chữ ở đầu trang, chân trang",
    "comments": "{} lời bình",
    "objects": "{} đối tượng nhúng (biểu đồ, công thức, tệp khác)",
    "parts": "{} văn bản khác chèn trong tệp",
    "macros": "{} macro",
    "links": "{} ảnh hay mẫu lấy từ nơi khác",
    "attachments": "{} tệp gói bên trong",
    "scripts": "{} đoạn mã",
    "stamps": "{} dấu chữ ký số",
    "initials": "{} tên tắt người soạn ở «Lưu»",
}
_NAMES: Mapping[str, str] = {
    "number": "số",
    "date": "ngày",
    "issuer": "cơ quan ban hành",
    "place": "địa danh",
    "type": "tên loại",
    "title": "trích yếu",
    "urgency": "độ khẩn",
    "signer": "người ký",
    "recipients": "nơi nhận",
    "relations": "văn bản liên quan",
    "attachments": "tệp kèm",
}
_WIDEST = 44
# What is always left out and harms nobody: nothing to look at.
_USUAL = frozenset(("headers", "initials", "stamps"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one file. `path` of its draft, `code` as a program ends: 0 well, 1 to be looked at, 2 refused."""

    file: str
    code: int
    path: str = ""
    number: str = ""
    day: str = ""
    to_check: int = 0
    says: str = ""


def result(file: str, imported: Imported, *, path: str = "", says: str = "") -> Result:
    """That of a paper that was taken apart."""
    fields = imported.fields
    incomplete = not (fields.title and fields.day)
    odd = any(name not in _USUAL for name, _ in imported.left_out)
    return Result(
        file=file,
        code=1 if imported.doubts or incomplete or odd else 0,
        path=path,
        number=fields.number,
        day=short(fields.day) if fields.day else "",
        to_check=len(imported.doubts),
        says=says,
    )


def whole(done: Result, imported: Imported, files: Sequence[str]) -> str:
    """Field, value, where it stands; what must be looked at; what was left out; what to do now."""
    places = dict(imported.found_at)
    lines = [f"Đã viết {done.path} (bản nháp, chưa đăng)."]
    for key, value in _values(imported):
        where = f"  [{places[key]}]" if places.get(key) else ""
        lines.append(f"  {_NAMES[key] + ':':18} {_short(value)}{where}")
    lines += [f"  tệp kèm:           content/{path}" for path in files]
    if imported.doubts:
        lines.append(f"Cần xem lại {len(imported.doubts)} chỗ (trong bản nháp ghi «KIỂM TRA»):")
        lines += [f"  - {_doubt(doubt)}" for doubt in imported.doubts]
    if left := ", ".join(_LEFT_OUT[name].format(count) for name, count in imported.left_out):
        lines.append(f"Không lấy vào bài: {left}.")
    if imported.fields.day is None:
        lines.append("Chưa có ngày ban hành: điền «date» trong bản nháp, hoặc nhập lại với --date NGÀY.")
    lines.append("Đọc lại bản nháp bên cạnh bản gốc, rồi đổi «publish: draft» thành «publish: public».")
    return "\n".join(lines)


def _values(imported: Imported) -> list[tuple[str, str]]:
    fields = imported.fields
    signer = ", ".join(filter(None, (" / ".join(fields.authority), fields.role, fields.name)))
    values = (
        ("number", fields.number),
        ("date", short(fields.day) if fields.day else ""),
        ("issuer", fields.issuer),
        ("place", fields.place),
        ("type", fields.type),
        ("title", fields.title),
        ("urgency", fields.urgency),
        ("signer", signer),
        ("recipients", f"{len(fields.recipients)} nơi" if fields.recipients else ""),
        ("relations", "; ".join(f"{one.relation} {one.number}" for one in fields.relations)),
    )
    return [(key, value or "(để trống)") for key, value in values if value or key in ("number", "date", "title")]


def _doubt(doubt: Doubt) -> str:
    name = f"{_NAMES[doubt.field]}: " if doubt.field in _NAMES else ""
    return f"{name}{doubt.says}" + (f" ({doubt.place})" if doubt.place else "")


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:99] + "…"


def table(results: Sequence[Result]) -> str:
    """A line a file, and how many of each outcome."""
    rows = [("TỆP", "SỐ", "NGÀY", "KẾT QUẢ"), *map(_row, results)]
    wide = [max(len(row[i]) for row in rows) for i in range(3)]
    lines = ["  ".join((*(cell.ljust(w) for cell, w in zip(row, wide, strict=False)), row[3])) for row in rows]
    well, check, refused = (sum(r.code == code for r in results) for code in (0, 1, 2))
    return "\n".join([*lines, f"{len(results)} tệp: {well} xong, {check} cần xem lại, {refused} không nhập được."])


def _row(done: Result) -> tuple[str, str, str, str]:
    outcome = done.says or done.path
    if done.path and done.to_check:
        outcome += f" (xem lại {done.to_check} chỗ)"
    name = done.file if len(done.file) <= _WIDEST else "…" + done.file[-_WIDEST + 1 :]
    return name, done.number or "-", done.day or "-", outcome
