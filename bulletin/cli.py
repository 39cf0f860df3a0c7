"""The verbs a person types. Here, and in `serve`, is the only clock.

A verb imports what it uses when it is typed: `--help` and a slip cost nothing, and Markdown is loaded where a text is
read.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin import arguments
from bulletin.model.kept import Keep, in_memory
from bulletin.model.problem import Problem
from bulletin.report import NO_MEMORY, count, refused, report, say

if TYPE_CHECKING:
    from bulletin.model.built import Built

OK, PROBLEMS, MISUSE, STOPPED = 0, 1, arguments.MISUSE, 130


def main(typed: list[str] | None = None) -> int:
    """Run one verb; the exit code: 0 well, 1 problems, 2 misuse."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = arguments.parser().read(typed)
    # A build makes millions of values that live to its end: looking for garbage among them costs a tenth of it.
    gc.set_threshold(20_000, 50, 1000)
    try:
        code = _VERBS[args.verb](args)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except KeyboardInterrupt:
        say("Đã dừng theo lệnh Ctrl-C.")
        return STOPPED
    except arguments.Misused as why:
        say(str(why))
        return MISUSE
    except OSError as error:
        say(refused(error))
        return _unfinished()
    except MemoryError:
        say(NO_MEMORY)
        return PROBLEMS
    return code


def _unfinished() -> int:
    """What could not be printed is given up: at the very end Python would try again, and trace."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout.close()
    return PROBLEMS


def today() -> date:
    """The local date of Việt Nam, whatever the machine's zone."""
    from bulletin.words.dates.printed import VIETNAM

    return datetime.now(VIETNAM).date()


def _built(args: argparse.Namespace, keep: Keep = in_memory) -> Built:
    from bulletin.in_chunks import cores
    from bulletin.pipeline import build

    day, old = args.today or today(), _previous(args)
    with cores() as pool:
        return build(args.content, args.templates, day, base_url=args.base_url, executor=pool, previous=old, keep=keep)


def _previous(args: argparse.Namespace) -> bytes:
    """The manifest of what is public: the one that is named, else that of the site built last; b"" where there is
    none."""
    from bulletin.addresses import MANIFEST_JSON, file_of

    if args.previous:
        return bytes(args.previous.read_bytes())
    path = getattr(args, "output", Path("output")) / file_of(MANIFEST_JSON)
    return path.read_bytes() if path.is_file() else b""


def _tell(args: argparse.Namespace, said: str) -> None:
    """A sentence for people; a report for machines has stdout to itself."""
    print(said) if args.format == "text" else say(said)


def _build(args: argparse.Namespace) -> int:
    from bulletin import key_files, write

    secret = key_files.secret_of(args)
    if unfit := write.refuse(args.output, args.content, args.templates):
        report(unfit, args.format)
        return MISUSE
    with _alone(args, args.output) as hindered:
        if hindered:
            report(hindered, args.format)
            return PROBLEMS
        with write.Spool(args.output) as spool:
            return _build_alone(args, spool.keep, secret)


def _build_alone(args: argparse.Namespace, keep: Keep, secret: bytes) -> int:
    """Build and write, while nobody else writes there: the last good site stays up unless all went well."""
    from bulletin import key_files, write
    from bulletin.addresses import file_of
    from bulletin.what_waits import in_one_line

    built = _built(args, keep)
    if built.failed:
        report(built.problems, args.format)
        say(f"Không dựng: {count(built.problems)}. Trang đã dựng lần trước được giữ nguyên.")
        return PROBLEMS
    files = key_files.signed(secret, built.files)
    seen = write.look(files, args.output, {file_of(page.url): page.source for page in built.pages if page.source})
    told = [*built.problems, *seen.problems]
    if args.format == "text":
        # What is wrong in the output is told before anything there is replaced.
        report(told, args.format)
        told = []
    try:
        done, problems = write.put(seen)
        told += problems
    finally:  # One report a run, whatever becomes of the disk.
        report(told, args.format)
    if done is None:
        say("Không dựng xong: xem các lỗi trên.")
        return PROBLEMS
    _tell(
        args,
        f"Đã dựng {len(files)} tệp vào {args.output}/: ghi {len(done.written)}, giữ nguyên {done.kept}, "
        f"xoá {len(done.removed)}.",
    )
    _tell(args, "Lịch những ngày tới đổi mỗi ngày: cần dựng lại hằng ngày.")
    if waiting := in_one_line(built.waiting):
        _tell(args, waiting)
    if remaining := sum(p.severity == "error" for p in (*seen.problems, *problems)):
        say(f"Chưa xong: còn {remaining} tệp phải rút mà vẫn công khai, xem các lỗi trên.")
        return PROBLEMS
    return OK


def _alone(
    args: argparse.Namespace, folder: Path, *, name: str = "", emptied: bool = False
) -> AbstractContextManager[tuple[Problem, ...]]:
    """Nobody else writes into `folder` meanwhile; `name`, if any, is that of the file which says so."""
    from bulletin import write

    def waiting() -> None:
        say(f"Có lượt chạy khác đang ghi vào {folder}/; chờ nó xong, lâu nhất {args.wait} giây (Ctrl-C để thôi).")

    return write.alone(folder, waiting, wait=args.wait, name=name or write.LOCK, emptied=emptied)


def _check(args: argparse.Namespace) -> int:
    from bulletin import fix

    for done in fix.fix(args.content) if args.fix else ():
        say(done)
    built = _built(args)
    report(built.problems, args.format)
    if built.failed:
        say(f"Có vấn đề: {count(built.problems)}.")
        return PROBLEMS
    say(f"Đạt: {len(built.archive.entries)} thông báo, {len(built.archive.pages)} trang; {count(built.problems)}.")
    return OK


def _zip(args: argparse.Namespace) -> int:
    """The site as one zip file for a USB stick, in the place of `output/`."""
    from bulletin import key_files, manifest, pack
    from bulletin.ward_files import load_ward
    from bulletin.words.text.sizes import size

    if why := pack.refuse(args.to):
        say(f"Không ghi vào {args.to}: {why} — chọn tên khác bằng --to.")
        return MISUSE
    secret = key_files.secret_of(args)
    built = _built(args)
    report(built.problems, args.format)
    if built.failed:
        say(f"Không nén: {count(built.problems)}. Tệp zip lần trước (nếu có) được giữ nguyên.")
        return PROBLEMS
    day = args.today or today()
    ward = load_ward(args.content, args.base_url)
    files = key_files.signed(secret, manifest.listed(pack.copied(built.files, ward, day), ward, day))
    for path in pack.too_long(files):
        say(f"nhắc: tên «{path}» dài, giải nén vào thư mục sâu thì Windows có thể không mở được.")
    with _alone(args, args.to.parent, name=f".{args.to.name}.lock") as hindered:
        for p in hindered:
            say(str(p))
        if hindered:
            return PROBLEMS
        written = size(pack.pack(files, args.to, day))
    _tell(args, f"Đã nén {len(files)} tệp vào {args.to} ({written}). Giải nén, rồi mở {pack.START}.")
    return OK


def _clean(args: argparse.Namespace) -> int:
    from bulletin import write

    removed, problems = 0, tuple[Problem, ...]()
    if args.output.is_dir():
        with _alone(args, args.output, emptied=True) as hindered:
            removed, problems = (0, hindered) if hindered else write.clean(args.output)
    report(problems, "text")
    print(f"Đã xoá {removed} tệp do chương trình tạo trong {args.output}/.")
    return PROBLEMS if problems else OK


def _plan(args: argparse.Namespace) -> int:
    built = _built(args)
    report(built.problems, "text")  # what it prints is its own
    for page in built.pages:
        row = {"url": page.url, "template": page.template or "(chép)", "source": str(page.source or "")}
        print(json.dumps(row, ensure_ascii=False) if args.json else "  ".join(filter(None, row.values())))
    return PROBLEMS if built.failed else OK


def _new(args: argparse.Namespace) -> int:
    """A draft with every key, in a file of its own: nothing that is there is written over."""
    from bulletin.draft import created, draft, file_names, one_line

    day = args.date or args.today or today()
    issuer = _whose_number(args) if args.number else ""
    if issuer is None:
        say(f"Không đọc được số «{args.number}»: viết như trên văn bản, không kèm chữ «Số», ví dụ 12/TB-UBND.")
        return MISUSE
    title = one_line(args.title)
    if not title:
        say('Trích yếu còn trống: ghi thông báo nói về việc gì, ví dụ build.py new "Lịch tiếp công dân tháng 5".')
        return MISUSE
    names = file_names(title, args.number, day)
    if not names:
        say(f"Không đặt được tên tệp từ «{title}»: viết trích yếu có chữ hoặc số.")
        return MISUSE
    folder = args.content / "notices" / str(day.year)
    folder.mkdir(parents=True, exist_ok=True)
    path = created(folder, names, draft(title, args.number, day, issuer))
    if path is None:
        say(f"Đã có {(folder / names[0]).as_posix()}; không ghi đè. Là thông báo khác thì xem lại số.")
        return PROBLEMS
    if path.name != names[0]:
        say(f"Đã có {(folder / names[0]).as_posix()}, nên tệp mới mang tên {path.name}.")
    if issuer:
        say(f"Số {args.number} không thể là của cơ quan ghi ở site.yml, nên đã điền «issuer: {issuer}».")
        say("Văn bản của cơ quan nào? Xem lại dòng «issuer» trước khi đăng.")
    print(f"Đã viết {path.as_posix()}. Điền các khoá, viết nội dung, rồi đổi «publish: draft» thành «publish: public».")
    return OK


def _import(args: argparse.Namespace) -> int:
    from bulletin.import_files import import_files

    return import_files(args)


def _waiting(args: argparse.Namespace) -> int:
    from bulletin.what_waits import in_full

    built = _built(args)
    for line in in_full(built.waiting, built.problems):
        print(line)
    return OK


def _withdraw(args: argparse.Namespace) -> int:
    from bulletin.withdraw import withdraw_file

    return withdraw_file(args, args.on or args.today or today())


def _sign_key(args: argparse.Namespace) -> int:
    from bulletin.key_files import make

    return make(args)


def _verify(args: argparse.Namespace) -> int:
    from bulletin.verify import verify

    return verify(args)


def _whose_number(args: argparse.Namespace) -> str | None:
    """The body whose number it is, "" where it may be the ward's own issuer; None for what is no number."""
    from bulletin.draft import whose
    from bulletin.ward_files import load_ward, rows
    from bulletin.words.papers.document_numbers import parse_number

    ward = load_ward(args.content, args.base_url)
    known = rows(ward)
    number = parse_number(args.number, known.type_codes)
    return whose(number, ward.issuer, known) if number else None


def _days(args: argparse.Namespace) -> int:
    from bulletin.knowledge.days_by_words import by_words
    from bulletin.ward_files import load_days, load_ward, rows
    from bulletin.words.dates.yearly import yearly

    known = rows(load_ward(args.content, args.base_url), load_days(args.content))
    anniversaries = tuple(known.anniversaries.values())
    asked = " ".join(args.words).strip(" «»\"'“”")
    matching = by_words(asked, anniversaries) if asked else anniversaries
    if not matching:
        say(f"Không có ngày kỷ niệm nào khớp «{asked}»: thử vài chữ khác của tên, hoặc ngày như 22/12.")
        return PROBLEMS
    wide = max(len(row.id) for row in matching)
    for row in matching:
        also = f" (còn gọi: {'; '.join(row.also)})" if row.also else ""
        print(f"{row.id:{wide}}  {yearly(row.on)}  {row.name}{also}")
    return OK


def _explain(args: argparse.Namespace) -> int:
    """What the site understands of each file; with `--json` a line a file, also for one that cannot be read."""
    from bulletin import explain
    from bulletin.entries import load_reader
    from bulletin.model.source import Raw
    from bulletin.ward_files import load_days, load_ward

    code = OK
    ward = load_ward(args.content, args.base_url)
    reader = load_reader(ward, load_days(args.content))
    for name in args.files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            say(refused(error))
            data, code = b"", PROBLEMS
            if not args.json:
                continue
        raw = Raw(path=name, relative=Path(name).name, data=data)
        if args.json:
            row, problems = explain.as_json(raw, reader)
            print(json.dumps(row, ensure_ascii=False))
        else:
            text, problems = explain.as_text(raw, ward, reader, args.today or today())
            print(text)
        report(problems, "github" if args.format == "github" and not args.json else "text")
        if any(p.severity == "error" for p in problems):
            code = PROBLEMS
    return code


def _generate(_: argparse.Namespace) -> int:
    from bulletin.generate import generated

    for path, text in generated(Path()).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
        print(path)
    return OK


def _serve(args: argparse.Namespace) -> int:
    from bulletin.pipeline import build
    from bulletin.serve import serve

    day: Callable[[], date] = (lambda: args.today) if args.today else today

    def make() -> Built:
        return build(args.content, args.templates, day(), preview=True, base_url=args.base_url)

    return serve(args.content, args.templates, args.port, day, make, partial(report, form=args.format))


_VERBS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "zip": _zip,
    "clean": _clean,
    "new": _new,
    "import": _import,
    "days": _days,
    "waiting": _waiting,
    "withdraw": _withdraw,
    "sign-key": _sign_key,
    "verify": _verify,
    "explain": _explain,
    "generate": _generate,
    "plan": _plan,
    "serve": _serve,
}
