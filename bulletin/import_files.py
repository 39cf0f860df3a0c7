"""The verb «import»: files that a clerk has → drafts in `content/`, with a report of what must be looked at.

Nothing is written over, nothing becomes public: each is a draft, which a build leaves out and judges all the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bulletin import knowledge
from bulletin.draft import created
from bulletin.importers import report_of_import as told
from bulletin.importers.as_json import as_json
from bulletin.importers.into_draft import draft_text, folder_of_draft, names_of_draft, without
from bulletin.importers.programs import run_program
from bulletin.importers.read_paper import read_paper
from bulletin.importers.signed import with_signed
from bulletin.importers.take_apart import Rows, rows_of, take_apart
from bulletin.importers.without_metadata import without_metadata
from bulletin.model.imported import Doubt, Imported
from bulletin.model.paper import Paper, Refused
from bulletin.report import refused, say
from bulletin.ward_files import load_days, load_ward, rows
from bulletin.words.papers.document_numbers import parse_number

OK, TO_CHECK, REFUSED = 0, 1, 2
_STDIN = "-"
_A_DRAFT = Refused(
    says="tệp .md này đã có phần khai báo, là bản nháp rồi",
    do="nhập từ tệp Word gốc; hoặc chép riêng phần nội dung, gõ «build.py import -», dán vào rồi bấm Ctrl-D",
)
_SIGNED_TITLE, _PAPER_TITLE = "Bản đã ký (PDF)", "Toàn văn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file to be imported, and its signed PDF or ""."""

    file: str
    signed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file to be handed out with the draft: its bytes, ending and title."""

    data: bytes
    ending: str
    title: str


def import_files(args: argparse.Namespace) -> int:
    """Import what `args` names; the exit code: 0 all well, 1 something must be looked at, 2 something is refused."""
    jobs, why = _jobs(args)
    if why:
        say(why)
        return REFUSED
    found = rows_of(knowledge.letterhead(), rows(load_ward(args.content, args.base_url), load_days(args.content)))
    if args.number and not parse_number(args.number, found.knowledge.type_codes):
        say(f"Không đọc được số «{args.number}»: viết như trên văn bản, không kèm chữ «Số», ví dụ 12/TB-UBND.")
        return REFUSED
    results: list[told.Result] = []
    for n, job in enumerate(jobs, 1):
        if len(jobs) > 1:
            say(f"[{n}/{len(jobs)}] {job.file}")
        results.append(_import(job, args, found, alone=len(jobs) == 1))
    if len(jobs) > 1 and not args.json:
        print(told.table(results))
    return max(result.code for result in results)


def _jobs(args: argparse.Namespace) -> tuple[list[Job], str]:
    """What is to be imported; and why nothing is, where what was typed makes no sense."""
    jobs = [Job(file=name, signed=args.signed or "") for name in args.files]
    if args.from_list:
        try:
            lines = Path(args.from_list).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            return [], refused(error) if isinstance(error, OSError) else f"{args.from_list}: danh sách phải là UTF-8."
        jobs += _listed(lines)
    if not jobs:
        return [], "Chưa có tệp nào để nhập: ghi tên tệp, ví dụ build.py import thong-bao.docx."
    one_only = [name for name in ("number", "date", "signed") if getattr(args, name)]
    if len(jobs) > 1 and one_only:
        return [], f"--{one_only[0]} chỉ dùng khi nhập một tệp."
    if args.attach and _STDIN in {job.file for job in jobs}:
        return [], "Chữ dán vào không kèm được (--attach): ghi tên tệp."
    return jobs, ""


def _listed(lines: Sequence[str]) -> Iterator[Job]:
    """A file a line, its signed PDF behind a tab; «#» begins a remark."""
    for line in lines:
        name, _, signed = line.strip().partition("\t")
        if name and not name.startswith("#"):
            yield Job(file=name.strip(), signed=signed.strip())


def _import(job: Job, args: argparse.Namespace, found: Rows, *, alone: bool) -> told.Result:
    """One file: read, taken apart, written; its report is printed where it is the only one."""
    try:
        taken = _read(job, args, found)
    except OSError as error:
        say(refused(error))
        return told.Result(file=job.file, code=REFUSED, says="không mở được")
    if isinstance(taken, Refused):
        return _refuse(job, taken)
    imported, attached = taken
    imported = _as_typed(imported, args.number, args.date)
    if args.json:
        print(json.dumps(as_json(imported), ensure_ascii=False))
        return told.result(job.file, imported)
    try:
        path, files = _write(job, args, imported, attached)
    except OSError as error:
        say(refused(error))
        return told.Result(file=job.file, code=REFUSED, says="không ghi được")
    if not path:
        say(f"{job.file}: {files[0]} — là văn bản khác thì xem lại số, là văn bản ấy thì sửa bản đã có.")
        return replace(told.result(job.file, imported, says=files[0]), code=TO_CHECK)
    done = told.result(job.file, imported, path=path)
    if alone:
        print(told.whole(done, imported, files))
    return done


def _refuse(job: Job, why: Refused) -> told.Result:
    say(f"{job.file}: {why.says} — {why.do}.")
    return told.Result(file=job.file, code=REFUSED, says=why.says)


def _read(job: Job, args: argparse.Namespace, found: Rows) -> tuple[Imported, list[Attached]] | Refused:
    """What the file says, with what is to be attached; raises OSError."""
    data = sys.stdin.buffer.read() if job.file == _STDIN else Path(job.file).read_bytes()
    name = "" if job.file == _STDIN else Path(job.file).name
    if name.endswith(".md") and data.lstrip(b"\xef\xbb\xbf").startswith(b"---"):
        return _A_DRAFT
    paper = read_paper(data, name, run=run_program, ocr=args.ocr)
    if isinstance(paper, Refused):
        return paper
    attached: list[Attached] = []
    if job.signed:
        signed_data = Path(job.signed).read_bytes()
        signed = read_paper(signed_data, Path(job.signed).name, run=run_program, ocr=args.ocr)
        if isinstance(signed, Refused):
            return Refused(says=f"{job.signed}: {signed.says}", do=signed.do)
        taken = with_signed(paper, signed, found)
        attached.append(Attached(data=signed_data, ending=".pdf", title=_SIGNED_TITLE))
    else:
        taken = take_apart(paper, found)
    if isinstance(taken, Refused):
        return taken
    if args.attach:
        clean = without_metadata(data, paper)
        if isinstance(clean, Refused):
            return clean
        attached.append(Attached(data=clean, ending=_ending(paper), title=_PAPER_TITLE))
    return taken, attached


def _ending(paper: Paper) -> str:
    return ".pdf" if paper.kind == "pdf" else ".docx"


def _as_typed(imported: Imported, number: str, day: date | None) -> Imported:
    """With the number and day that were typed; where the paper says another, both are told."""
    fields, doubts = imported.fields, imported.doubts
    if number:
        printed = fields.number
        doubts = without(doubts, "number")
        if printed and printed != number:
            doubts = (*doubts, Doubt(field="number", says=f"văn bản ghi số «{printed}», lệnh ghi «{number}»"))
        fields = replace(fields, number=number)
    if day:
        on_paper = fields.day
        doubts = without(doubts, "date")
        if on_paper and on_paper != day:
            doubts = (*doubts, Doubt(field="date", says=f"văn bản ghi ngày {on_paper:%d/%m/%Y}, khác ngày của lệnh"))
        fields = replace(fields, day=day)
    return replace(imported, fields=fields, doubts=doubts)


def _write(
    job: Job, args: argparse.Namespace, imported: Imported, attached: Sequence[Attached]
) -> tuple[str, list[str]]:
    """(the draft's path, the attachments' paths); ("", [why]) where a draft of that name is there already."""
    names = names_of_draft(imported, job.file)
    year = folder_of_draft(imported)
    folder = args.to or args.content / "notices" / year
    if names and any(name.casefold() == names[0].casefold() for name in _inside(folder)) and len(names) == 1:
        return "", [f"đã có {(folder / names[0]).as_posix()}, không ghi đè"]
    files = [(_put(args.content, year, Path(names[0]).stem, one), one.title) for one in attached]
    folder.mkdir(parents=True, exist_ok=True)
    path = created(folder, names, draft_text(imported, files))
    if path is None:
        return "", [f"đã có {(folder / names[0]).as_posix()}, không ghi đè"]
    return path.as_posix(), [path for path, _ in files]


def _inside(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()] if folder.is_dir() else []


def _put(content: Path, year: str, stem: str, attached: Attached) -> str:
    """Write an attachment under a name that is free; its path from `content/`."""
    folder = content / "files" / year
    folder.mkdir(parents=True, exist_ok=True)
    for name in (f"{stem}{attached.ending}", *(f"{stem}-{n}{attached.ending}" for n in range(2, 100))):
        try:
            with (folder / name).open("xb") as file:
                file.write(attached.data)
        except FileExistsError:
            continue
        return f"files/{year}/{name}"
    raise FileExistsError(f"{folder / stem}{attached.ending}")
