"""The verbs a person types. Here, and in `serve`, is the only clock."""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from bulletin import explain, knowledge, pack, write
from bulletin.check.schema import is_base_url
from bulletin.draft import draft, draft_path
from bulletin.generate import generated
from bulletin.model.problem import Problem
from bulletin.model.source import Raw
from bulletin.pipeline import Built, build, load_days, load_ward, load_words
from bulletin.plan.frame import size
from bulletin.words.dates.printed import VIETNAM
from bulletin.words.dates.typed import parse_date
from bulletin.words.numbers import parse_number

OK, PROBLEMS, MISUSE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; the exit code: 0 well, 1 problems, 2 misuse."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(arguments)
    # A build makes millions of values that live to its end: looking for garbage among them costs a tenth of it.
    gc.set_threshold(20_000, 50, 1000)
    try:
        return int(args.do(args))
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except OSError as error:
        where = error.filename or "ổ đĩa"
        _say(f"{where}: không đọc hoặc ghi được ({error.strerror}) — xem lại quyền của tệp rồi chạy lại.")
        return PROBLEMS


def _parser() -> argparse.ArgumentParser:
    shared, to = _options(given=False)
    shared_of_verbs, to_of_verbs = _options(given=True)
    parser = argparse.ArgumentParser(
        prog="build.py", description="Dựng bảng tin của phường từ content/ ra output/.", parents=[shared, to]
    )
    parser.set_defaults(do=_build)
    verbs = parser.add_subparsers(title="các lệnh khác", metavar="LỆNH")

    def verb(name: str, do: object, help: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:  # noqa: A002 - argparse's name
        sub = verbs.add_parser(name, help=help, description=help, parents=list(parents))
        sub.set_defaults(do=do)
        return sub

    verb("build", _build, "dựng trang (như khi không ghi lệnh nào)", shared_of_verbs, to_of_verbs)
    verb("check", _check, "soát mọi tệp, không ghi gì", shared_of_verbs)
    zipped = verb("zip", _zip, "nén cả trang thành một tệp để chép vào USB, mở không cần mạng", shared_of_verbs)
    zipped.add_argument("--to", type=Path, default=Path("bang-tin.zip"), help="tệp zip (mặc định: bang-tin.zip)")
    verb("clean", _clean, "xoá những gì chương trình đã tạo trong thư mục xuất", to_of_verbs)
    written = verb("new", _new, "viết tệp nháp cho một thông báo mới", shared_of_verbs)
    written.add_argument("title", metavar="TRÍCH_YẾU", help="thông báo nói về việc gì")
    written.add_argument("--number", default="", help="số, ký hiệu như trên văn bản, nếu có")
    written.add_argument("--date", type=_day, help="ngày ban hành (mặc định: hôm nay)")
    explained = verb("explain", _explain, "nói những gì chương trình hiểu được từ tệp", shared_of_verbs)
    explained.add_argument("files", nargs="+", metavar="TỆP", help="các tệp chữ; «-» là đầu vào chuẩn")
    explained.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")
    verb("generate", _generate, "viết lại những phần sinh từ mã (cho người phát triển)")
    planned = verb("plan", _plan, "in mọi địa chỉ sẽ có và nguồn của nó", shared_of_verbs)
    planned.add_argument("--json", action="store_true", help="mỗi dòng một đối tượng JSON")
    served = verb("serve", _serve, "xem thử trên máy này; trang tự tải lại mỗi khi lưu tệp", shared_of_verbs)
    served.add_argument("--port", type=_port, default=8000, help="cổng trên 127.0.0.1 (mặc định: 8000; 0: tự chọn)")
    return parser


def _options(*, given: bool) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """The options of every verb, and of those that write. `given`: without defaults, which would undo «--x verb»."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if given else value

    shared, to = argparse.ArgumentParser(add_help=False), argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--content", type=Path, default=default(Path("content")), help="thư mục nội dung (mặc định: content)"
    )
    shared.add_argument(
        "--templates", type=Path, default=default(Path("templates")), help="thư mục mẫu trang (mặc định: templates)"
    )
    shared.add_argument("--today", type=_day, default=default(None), help="coi hôm nay là ngày này, ví dụ 2022-05-01")
    shared.add_argument(
        "--base-url", type=_web, default=default(""), help="địa chỉ công khai, thay cho base_url trong site.yml"
    )
    forms = ("text", "github", "gitlab", "json")
    shared.add_argument("--format", choices=forms, default=default("text"), help="cách in lỗi (mặc định: text)")
    to.add_argument("--output", type=Path, default=default(Path("output")), help="thư mục xuất (mặc định: output)")
    return shared, to


def _day(text: str) -> date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise argparse.ArgumentTypeError(f"«{text}» không phải ngày; viết 2022-05-01 hoặc 01/5/2022")
    return day


def _web(text: str) -> str:
    if text and not is_base_url(text):
        raise argparse.ArgumentTypeError(f"«{text}» không phải địa chỉ; viết https://tên-miền/")
    return text


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"«{text}» không phải số cổng; viết một số từ 0 đến 65535")
    return int(text)


def today() -> date:
    """The local date of Việt Nam, whatever the machine's zone."""
    return datetime.now(VIETNAM).date()


def _built(args: argparse.Namespace) -> Built:
    built = build(args.content, args.templates, args.today or today(), base_url=args.base_url)
    report(built.problems, args.format)
    return built


def _build(args: argparse.Namespace) -> int:
    if refused := write.refuse(args.output, args.content, args.templates):
        report(refused, args.format)
        return MISUSE
    built = _built(args)
    if built.failed:
        _say(f"Không dựng: {_count(built.problems)}. Trang đã dựng lần trước được giữ nguyên.")
        return PROBLEMS
    done, problems = write.write(built.files, args.output)
    report(problems, args.format)
    if done is None:
        _say("Không ghi gì: xem các lỗi trên.")
        return PROBLEMS
    print(
        f"Đã dựng {len(built.files)} tệp vào {args.output}/: ghi {len(done.written)}, giữ nguyên {done.kept}, "
        f"xoá {len(done.removed)}."
    )
    print("Lịch những ngày tới đổi mỗi ngày: cần dựng lại hằng ngày.")
    return OK


def _check(args: argparse.Namespace) -> int:
    built = _built(args)
    if built.failed:
        _say(f"Có vấn đề: {_count(built.problems)}.")
        return PROBLEMS
    _say(f"Đạt: {len(built.archive.entries)} thông báo, {len(built.archive.pages)} trang; {_count(built.problems)}.")
    return OK


def _zip(args: argparse.Namespace) -> int:
    if why := pack.refuse(args.to):
        _say(f"Không ghi vào {args.to}: {why} — chọn tên khác bằng --to.")
        return MISUSE
    built = _built(args)
    if built.failed:
        _say(f"Không nén: {_count(built.problems)}. Tệp zip lần trước (nếu có) được giữ nguyên.")
        return PROBLEMS
    day = args.today or today()
    files = pack.copied(built.files, load_ward(args.content, args.base_url), day)
    for path in pack.too_long(files):
        _say(f"nhắc: tên «{path}» dài, giải nén vào thư mục sâu thì Windows có thể không mở được.")
    written = size(pack.pack(files, args.to, day))
    print(f"Đã nén {len(files)} tệp vào {args.to} ({written}). Giải nén, rồi mở {pack.START}.")
    return OK


def _clean(args: argparse.Namespace) -> int:
    print(f"Đã xoá {write.clean(args.output)} tệp do chương trình tạo trong {args.output}/.")
    return OK


def _plan(args: argparse.Namespace) -> int:
    built = _built(args)
    for page in built.pages:
        row = {"url": page.url, "template": page.template or "(chép)", "source": str(page.source or "")}
        print(json.dumps(row, ensure_ascii=False) if args.json else "  ".join(filter(None, row.values())))
    return PROBLEMS if built.failed else OK


def _new(args: argparse.Namespace) -> int:
    day = args.date or args.today or today()
    if args.number and not parse_number(args.number, knowledge.load().type_codes):
        _say(f"Không đọc được số «{args.number}»: viết như trên văn bản, không kèm chữ «Số», ví dụ 12/TB-UBND.")
        return MISUSE
    path = draft_path(args.content, args.title, args.number, day)
    if path.name == ".md":
        _say(f"Không đặt được tên tệp từ «{args.title}»: viết trích yếu có chữ hoặc số.")
        return MISUSE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(draft(args.title, args.number, day))
    except FileExistsError:
        _say(f"Đã có {path.as_posix()}; không ghi đè.")
        return PROBLEMS
    print(f"Đã viết {path.as_posix()}. Điền các khoá, viết nội dung, rồi đổi «publish: draft» thành «publish: public».")
    return OK


def _explain(args: argparse.Namespace) -> int:
    code = OK
    ward = load_ward(args.content, args.base_url)
    words = load_words(ward, load_days(args.content))
    for name in args.files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            _say(f"{name}: không mở được ({error.strerror}).")
            data, code = b"", PROBLEMS
            if not args.json:
                continue
        raw = Raw(path=name, relative=Path(name).name, data=data)
        if args.json:
            row, problems = explain.as_json(raw, ward, words)
            print(json.dumps(row, ensure_ascii=False))
        else:
            text, problems = explain.as_text(raw, ward, words, args.today or today())
            print(text)
        report(problems, "text" if args.json else args.format)
        if any(p.severity == "error" for p in problems):
            code = PROBLEMS
    return code


def _generate(_: argparse.Namespace) -> int:
    for path, text in generated(Path()).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
        print(path)
    return OK


def _serve(args: argparse.Namespace) -> int:
    # A quarter of a second to import, and nothing that a build needs.
    from bulletin.serve import serve

    day: Callable[[], date] = (lambda: args.today) if args.today else today
    return serve(args.content, args.templates, args.port, day, partial(report, form=args.format), args.base_url)


def _count(problems: Iterable[Problem]) -> str:
    kinds = [p.severity for p in problems]
    return f"{kinds.count('error')} lỗi, {kinds.count('warning')} nhắc nhở"


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def report(problems: Iterable[Problem], form: str) -> None:
    """Print problems a line each: text or json to stderr, github annotations to stdout, where GitHub reads them.

    gitlab is one JSON array on stdout: a Code Quality report.
    """
    if form == "gitlab":
        print(json.dumps([_code_quality(p) for p in problems], ensure_ascii=False))
        return
    for p in problems:
        if form == "github":
            where = f"file={_escape(p.place.path, ',:')},line={max(p.place.line, 1)},col={max(p.place.col, 1)}"
            print(f"::{p.severity} {where},title={p.code}::{_escape(f'{p.says} — {p.hint}')}")
        elif form == "json":
            row = {
                "path": p.place.path,
                "line": max(p.place.line, 1),
                "col": max(p.place.col, 1),
                "severity": p.severity,
                "code": p.code,
                "says": p.says,
                "hint": p.hint,
            }
            _say(json.dumps(row, ensure_ascii=False))
        else:
            _say(str(p))


def _code_quality(p: Problem) -> dict[str, object]:
    return {
        "description": f"{p.says} — {p.hint}",
        "check_name": p.code,
        "fingerprint": hashlib.sha256(str(p).encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": "major" if p.severity == "error" else "minor",
        "location": {"path": p.place.path, "lines": {"begin": max(p.place.line, 1)}},
    }


def _escape(text: str, also: str = "") -> str:
    """The escapes of GitHub's workflow commands."""
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
