"""What came along when a paper was pasted: its head and foot, which the page prints from the keys, and Word's tables.

Only what stands where a paper has it counts: forms and appendices in a text may have heads of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.check.letterhead import head_of
from bulletin.knowledge.rows import Knowledge
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Source
from bulletin.words.text.fold import fold

_MARKS = re.compile(r"[*_\\#>]|&nbsp;|\u200b|\ufeff")
_FOOT = 30  # filled lines of a text's end in which its foot may begin
_SHORT = 90  # signs of a line of a foot; its cells side by side are longer
_RECIPIENTS = re.compile(r"n[ơo]i\s(?:nhận|gửi)\s*(?::|\.|$)", re.IGNORECASE)
# What no place has where gifts or papers are handed out.
_KEPT = re.compile(r"(?<!\w)(?:luu\s?:|luu\s(?:vt|vp|van thu)|nhu (?:tren|kinh gui|dieu))")
_AUTHORITY = re.compile(r"(?:T/?M|K/?T|T/?L|T/?UQ|T\.\s?M|K\.\s?T|T\.\s?L)\s?\.?\s+\S")
_POST = re.compile(
    r"""
    (?: QUYỀN\s | Q\.\s? )?  # acting
    (?: PHÓ\s )?              # deputy
    (?: CHỦ[ ]TỊCH | BÍ[ ]THƯ | TRƯỞNG\s\S | GIÁM[ ]ĐỐC | HIỆU[ ]TRƯỞNG | CHÁNH\s | CHỈ[ ]HUY[ ]TRƯỞNG
      | ĐỘI[ ]TRƯỞNG | TỔ[ ]TRƯỞNG | CHỦ[ ]NHIỆM | THỦ[ ]TRƯỞNG | CỤC[ ]TRƯỞNG | VỤ[ ]TRƯỞNG )
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên,? đóng dấu|đã ký,? đóng dấu)\s*\)?\.?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:\s[^\W\d_a-z][^\W\d_]*){1,4}")
_RANK = re.compile(r"(?:(?:ThS|TS|PGS|GS|BS|KS|CN)\.?\s|(?:Đại|Thượng|Trung|Thiếu)\s(?:tá|úy|tướng)\s)+", re.IGNORECASE)
_ITEM = re.compile(r"^[-–+•*]\s*|[;.,]\s*$")
_ROWS_SHOWN = 30


def check_pasted(source: Source, knowledge: Knowledge, *, head_told: bool = False) -> tuple[Problem, ...]:
    """Each thing once, at its first line, with what to do. `head_told`: its head says other things than the keys."""
    lines = source.body.split("\n")
    head = [at for at, _ in head_of(source.body, knowledge.type_titles)]
    after = head[-1] + 1 if head else 0
    begins = _foot(lines, after)
    tables = _tables(source, lines, range(after, begins))
    return (*(() if head_told else _head(source, head)), *_end(source, lines, begins), *tables)


def _head(source: Source, head: list[int]) -> Iterator[Problem]:
    if head:
        first, last = source.body_line + head[0], source.body_line + head[-1]
        where = f"dòng {first}" if first == last else f"các dòng {first}-{last}"
        yield problem("head-pasted", Place(path=source.path, line=first, col=1), where=where)


def _foot(lines: list[str], after: int) -> int:
    """The line with which the foot begins: «Nơi nhận:» or the first line of a signature; len(lines) without one."""
    filled = [at for at, line in enumerate(lines) if line.strip() and at >= after][-_FOOT:]
    begins, sure = len(lines), False
    for at in reversed(filled):
        cells = _cells(lines[at])
        if any(len(cell) > _SHORT for cell in cells):
            break
        sure = sure or any(_signs(cell) or _KEPT.search(fold(cell)) for cell in cells)
        if sure and any(_signs(cell) or _RECIPIENTS.match(cell) for cell in cells):
            begins = at
    return begins


def _end(source: Source, lines: list[str], begins: int) -> Iterator[Problem]:
    """The foot of a paper from line `begins` on, told with the keys that hold what it says, ready to paste."""
    if begins == len(lines):
        return
    cells = [cell for line in lines[begins:] for cell in _cells(line)]
    keys = [key for key in (_recipients_key(cells), _signer_key(cells)) if key]
    place = Place(path=source.path, line=source.body_line + begins, col=1)
    yield problem("foot-pasted", place, value=_bare(lines[begins]), keys="; ".join(keys) or "signer")


def _recipients_key(cells: list[str]) -> str:
    """«recipients: ["UBND quận"]» of the cells from «Nơi nhận:» on; "" without one."""
    titled = next((i for i, cell in enumerate(cells) if _RECIPIENTS.match(cell)), None)
    if titled is None:
        return ""
    rest = _RECIPIENTS.sub("", cells[titled], count=1).strip()
    listed = [_ITEM.sub("", _ITEM.sub("", cell)) for cell in cells[titled + 1 :] if cell[:1] in "-–+•"]
    items = [rest, *listed] if rest else listed
    return f"recipients: [{', '.join(map(_quoted, items))}]" if items else "recipients"


def _signer_key(cells: list[str]) -> str:
    """«signer: {authority: "TM. ỦY BAN NHÂN DÂN", role: "CHỦ TỊCH"}»; "" where nobody signs by authority or post."""
    authority = [cell for cell in cells if _AUTHORITY.match(cell) and cell.isupper()]
    posts = [cell for cell in cells if _POST.match(cell) and cell.isupper()]
    if not (authority or posts):
        return ""
    names = [cell for cell in cells if _NAME.fullmatch(_RANK.sub("", cell)) and not cell.isupper()]
    lines = f"[{', '.join(map(_quoted, authority))}]" if len(authority) > 1 else "".join(map(_quoted, authority))
    keys = {"authority": lines, "role": "".join(map(_quoted, posts[-1:])), "name": "".join(map(_quoted, names[-1:]))}
    return f"signer: {{{', '.join(f'{key}: {value}' for key, value in keys.items() if value)}}}"


def _signs(cell: str) -> bool:
    return (cell.isupper() and bool(_AUTHORITY.match(cell) or _POST.match(cell))) or bool(_SIGNED.fullmatch(cell))


def _tables(source: Source, lines: list[str], inside: range) -> Iterator[Problem]:
    """Runs of lines with as many cells each, parted by tabs: three cells or more, or two in three lines."""
    run: list[list[str]] = []
    first = 0
    for at in (*inside, inside.stop):
        line = lines[at].rstrip(" ") if at in inside else ""
        if at in inside and not line and run:  # Word sets an empty line between rows
            continue
        cells = _row(line, len(run[0]) if run else 0)
        if run and len(cells) != len(run[0]):
            labelled = len(re.findall(r"[^\W\d_]", run[0][0])) > 1  # «1.» and «•» before a tab are marks of a list
            if len(run) >= 2 if len(run[0]) > 2 else len(run) >= 3 and labelled:
                place = Place(path=source.path, line=source.body_line + first, col=1)
                yield problem("table-tabs", place, count=len(run), rows=_as_table(run))
            run = []
        if cells:
            first = first if run else at
            run.append(cells)


def _row(line: str, columns: int) -> list[str]:
    """The cells of a line with tabs; a tab before it is an indent, but in a table an empty cell."""
    if "\t" not in line.strip() or line.lstrip().startswith("|"):
        return []
    whole = [cell.strip() for cell in line.split("\t")]
    return whole if len(whole) == columns else [cell.strip() for cell in line.lstrip().split("\t")]


def _as_table(rows: list[list[str]]) -> str:
    shown = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows[:_ROWS_SHOWN]]
    more = ["…"] if len(rows) > _ROWS_SHOWN else []
    return " ⏎ ".join([shown[0], f"|{'---|' * len(rows[0])}", *shown[1:], *more])


def _bare(line: str) -> str:
    return _MARKS.sub("", line).strip()


def _cells(line: str) -> list[str]:
    return [cell for part in re.split(r"\t|<br ?/?>|\s{4,}|\|", _MARKS.sub("", line)) if (cell := part.strip())]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "").replace('"', "'") + '"'
