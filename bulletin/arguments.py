"""What a person may type after `build.py`: the verbs, their options, and what is said of a slip. In Vietnamese.

argparse gives its own words to gettext; here they are given by a table, so that no catalogue has to be installed.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from bulletin.words.text.fold import slug

MISUSE = 2  # the exit code
WAIT = 120  # seconds: a site of thousands of notices is built in less
_WAITS = f"chờ lượt chạy khác xong, lâu nhất bao nhiêu giây (mặc định: {WAIT})"
# Every sentence of argparse (Python 3.11 to 3.14) that a person can meet.
SENTENCES = {
    "usage: ": "cách gõ: ",
    "positional arguments": "phải ghi",
    "options": "tuỳ chọn",
    "show this help message and exit": "in lời hướng dẫn này",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "không hiểu %s",
    "ambiguous option: %(option)s could match %(matches)s": "«%(option)s» có thể là %(matches)s: xin ghi đủ chữ",
    "expected one argument": "thiếu giá trị, ghi giá trị ngay sau nó",
    "expected at most one argument": "chỉ nhận một giá trị",
    "expected at least one argument": "thiếu giá trị, ghi ít nhất một giá trị ngay sau nó",
    "expected %s argument": "phải có %s giá trị",
    "expected %s arguments": "phải có %s giá trị",
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không dùng được",
    "the following arguments are required: %s": "thiếu %s",
    "one of the arguments %s is required": "phải ghi một trong %s",
    "not allowed with argument %s": "không đi cùng %s",
    "unexpected option string: %s": "không hiểu %s",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r; chọn một trong: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "không có %(value)r; có phải %(closest)r không? Chọn một trong: %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": "không có lệnh %(parser_name)r; các lệnh: %(choices)s",
    "can't open '%(filename)s': %(error)s": "không mở được «%(filename)s»: %(error)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: nhắc: %(message)s\n",
    "option '%(option)s' is deprecated": "tuỳ chọn «%(option)s» sẽ bị bỏ",
    "command '%(parser_name)s' is deprecated": "lệnh «%(parser_name)s» sẽ bị bỏ",
    "argument '%(argument_name)s' is deprecated": "«%(argument_name)s» sẽ bị bỏ",
}
# What people type for a verb when they do not look it up.
_MEANT = {
    "build": "dung site make run xuat-ban dang",
    "check": "soat kiem-tra test lint kiem",
    "serve": "xem xem-thu server preview start",
    "zip": "nen usb",
    "clean": "xoa don",
    "new": "moi viet tao them draft create add",
    "import": "nhap nhap-van-ban tu-word word chuyen convert",
    "explain": "giai-thich hieu doc",
    "waiting": "cho dang-cho hen nhap-nao pending drafts",
    "withdraw": "thu-hoi go go-bo rut rut-lai nham recall unpublish",
    "sign-key": "khoa tao-khoa key keygen",
    "verify": "soat-ban-chep doi-chieu xac-minh that-gia",
    "plan": "dia-chi urls",
    "days": "ngay ngay-ky-niem ky-niem anniversaries lich",
}


def _in_vietnamese(message: str) -> str:
    return SENTENCES.get(message, message)


def _counted(one: str, many: str, count: int) -> str:
    return _in_vietnamese(one if count == 1 else many)


vars(argparse).update(_=_in_vietnamese, ngettext=_counted)


class Misused(Exception):
    """What was typed leads to nothing that can be done: one sentence for people."""


class Parser(argparse.ArgumentParser):
    """argparse that says in one Vietnamese sentence what is wrong and what was probably meant."""

    def error(self, message: str) -> NoReturn:
        """End with the sentence: the whole usage would push it off the screen of whoever needs it."""
        shown = re.sub(r"'([^']*)'", r"«\1»", message)
        stop = "" if shown.endswith("?") else "."
        self.exit(MISUSE, f"{self.prog}: {shown}{stop} Xem cách gõ: {self.prog} --help\n")

    def read(self, typed: Sequence[str] | None) -> argparse.Namespace:
        """Refuse what no option takes, with the option that was probably meant."""
        found, strange = self.parse_known_args(typed)
        if strange:
            self.error(self._not_taken(strange))
        return found

    def _not_taken(self, strange: list[str]) -> str:
        shown, name = f"«{' '.join(strange)}»", strange[0].partition("=")[0]
        if not name.startswith("-"):
            return f"không hiểu {shown}; giá trị có nhiều chữ thì đặt cả trong dấu nháy kép"
        known = {name for parser in (self, *_verbs_of(self).values()) for name in parser._option_string_actions}
        if name in known:
            return f"lệnh này không nhận {shown}"
        near = _near(name, known)
        return f"không hiểu {shown}" + (f"; có phải «{near}» không?" if near else "")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """In place of argparse's own: the nearest choice, and for a verb what a word or a file may have meant."""
        if action.choices is None or value in action.choices:
            return
        choices, what = [str(choice) for choice in action.choices], ""
        if isinstance(action, argparse._SubParsersAction):
            what, near = "lệnh ", _verb_meant(str(value), choices)
        else:
            near = _near(str(value), choices)
        guess = f"; có phải «{near}» không?" if near else "."
        listed = f"không có {what}«{value}»{guess} Chọn một trong: {', '.join(choices)}"
        if what:
            self.error(listed)
        raise argparse.ArgumentError(action, listed)


def _verbs_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    actions = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return {name: sub for action in actions for name, sub in action.choices.items()}


def _near(typed: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(typed, sorted(known), n=1, cutoff=0.5)), "")


def _verb_meant(typed: str, verbs: Iterable[str]) -> str:
    if Path(typed).is_file():
        papers = (".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf")
        return f"{'import' if typed.lower().endswith(papers) else 'explain'} {typed}"
    return next((verb for verb, words in _MEANT.items() if slug(typed) in words.split()), "") or _near(typed, verbs)


def parser() -> Parser:
    """The parser of `build.py`; `verb` is «build» where none is typed."""
    shared, to, key = _options(given=False)
    shared_of_verbs, to_of_verbs, key_of_verbs = _options(given=True)
    whole = Parser(
        prog="build.py", description="Dựng bảng tin của phường từ content/ ra output/.", parents=[shared, to, key]
    )
    whole.set_defaults(verb="build")
    verbs = whole.add_subparsers(title="các lệnh khác", metavar="LỆNH", parser_class=Parser)

    def verb(name: str, help: str, *parents: Parser) -> Parser:  # noqa: A002 - argparse's name
        sub = verbs.add_parser(name, help=help, description=help, parents=list(parents))
        sub.set_defaults(verb=name)
        return sub

    verb("build", "dựng trang (như khi không ghi lệnh nào)", shared_of_verbs, to_of_verbs, key_of_verbs)
    checked = verb("check", "soát mọi tệp, không ghi gì", shared_of_verbs)
    checked.add_argument(
        "--fix", action="store_true", help="bỏ khỏi các tệp những ký tự ẩn mà bỏ đi chữ vẫn như cũ, rồi soát"
    )
    zipped = verb("zip", "nén cả trang thành một tệp để chép vào USB, mở không cần mạng", shared_of_verbs, key_of_verbs)
    zipped.add_argument("--wait", type=_seconds, metavar="GIÂY", default=WAIT, help=_WAITS)
    zipped.add_argument(
        "--to", type=Path, metavar="TỆP", default=Path("bang-tin.zip"), help="tệp zip (mặc định: bang-tin.zip)"
    )
    verb("clean", "xoá những gì chương trình đã tạo trong thư mục xuất", to_of_verbs)
    written = verb("new", "viết tệp nháp cho một thông báo mới", shared_of_verbs)
    written.add_argument("title", metavar="TRÍCH_YẾU", help="thông báo nói về việc gì")
    written.add_argument("--number", metavar="SỐ", default="", help="số, ký hiệu như trên văn bản, nếu có")
    written.add_argument("--date", type=_day, metavar="NGÀY", help="ngày ban hành (mặc định: hôm nay)")
    _add_import(verb("import", "nhập văn bản Word, PDF hoặc chữ dán thành bản nháp", shared_of_verbs))
    verb("waiting", "nói những gì đang chờ: bản nháp, hẹn ngày đăng, sắp hết hạn", shared_of_verbs)
    gone = verb("withdraw", "thu hồi một thông báo đã đăng", shared_of_verbs)
    gone.add_argument("file", type=Path, metavar="TỆP", help="tệp trong content/notices/ hay content/pages/")
    gone.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do, hiện trên trang, ví dụ «đăng nhầm»")
    gone.add_argument("--on", type=_day, metavar="NGÀY", help="ngày thu hồi (mặc định: hôm nay)")
    made = verb("sign-key", "tạo cặp khoá để ký danh sách những gì đã đăng", shared_of_verbs)
    made.add_argument("file", type=Path, metavar="TỆP", help="tệp khoá bí mật sẽ tạo, ngoài thư mục của bảng tin")
    copied = verb("verify", "soát xem một bản chép của trang có đúng là của phường không")
    copied.add_argument("path", type=Path, metavar="NƠI", help="thư mục, một trang trong đó, hoặc tệp zip")
    copied.add_argument("--key", type=Path, metavar="TỆP", help="khoá công khai của phường, lấy từ nơi khác bản chép")
    explained = verb("explain", "nói những gì chương trình hiểu được từ tệp", shared_of_verbs)
    explained.add_argument("files", nargs="+", metavar="TỆP", help="các tệp chữ; «-» là đầu vào chuẩn")
    explained.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")
    asked = verb("days", "tra mã của ngày kỷ niệm theo tên hoặc ngày; không ghi gì thì in hết", shared_of_verbs)
    asked.add_argument("words", nargs="*", metavar="CHỮ", help="vài chữ của tên (quân đội) hoặc ngày (22/12)")
    verb("generate", "viết lại những phần sinh từ mã (cho người phát triển)")
    planned = verb("plan", "in mọi địa chỉ sẽ có và nguồn của nó", shared_of_verbs)
    planned.add_argument("--json", action="store_true", help="mỗi dòng một đối tượng JSON")
    served = verb("serve", "xem thử trên máy này; trang tự tải lại mỗi khi lưu tệp", shared_of_verbs)
    served.add_argument(
        "--port", type=_port, metavar="CỔNG", default=8000, help="cổng trên 127.0.0.1 (mặc định: 8000; 0: tự chọn)"
    )
    return whole


def _add_import(imported: Parser) -> None:
    """What «import» takes."""
    imported.add_argument(
        "files", nargs="*", metavar="TỆP", help="tệp .docx, .doc, .rtf, .odt, .pdf, .txt; «-» là chữ dán vào"
    )
    imported.add_argument("--from-list", metavar="TỆP", help="tệp chữ ghi mỗi dòng một tệp cần nhập")
    imported.add_argument("--signed", metavar="PDF", help="bản PDF đã ký của cùng văn bản: lấy số, ngày, người ký ở đó")
    imported.add_argument("--number", metavar="SỐ", default="", help="số, ký hiệu, khi văn bản chưa ghi")
    imported.add_argument("--date", type=_day, metavar="NGÀY", help="ngày ban hành, khi văn bản chưa ghi")
    imported.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="viết bản nháp vào đây thay cho content/notices")
    imported.add_argument("--attach", action="store_true", help="kèm tệp gốc cho người dân tải, bỏ tên người soạn")
    imported.add_argument("--ocr", action="store_true", help="đọc chữ từ ảnh chụp, bản quét (cần tesseract)")
    imported.add_argument("--json", action="store_true", help="không viết gì, mỗi tệp in một dòng JSON")


def _options(*, given: bool) -> tuple[Parser, Parser, Parser]:
    """The options of every verb, of those that write, and of those that sign. `given`: without defaults,
    which would undo «--x verb»."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if given else value

    shared, to, key = Parser(add_help=False), Parser(add_help=False), Parser(add_help=False)

    def add(parser: argparse.ArgumentParser, name: str, kind: object, metavar: str, value: object, told: str) -> None:
        parser.add_argument(name, type=kind, metavar=metavar, default=default(value), help=told)  # type: ignore[arg-type] # a callable

    add(shared, "--content", Path, "THƯ_MỤC", Path("content"), "thư mục nội dung (mặc định: content)")
    add(shared, "--templates", Path, "THƯ_MỤC", Path("templates"), "thư mục mẫu trang (mặc định: templates)")
    add(shared, "--today", _day, "NGÀY", None, "coi hôm nay là ngày này, ví dụ 2022-05-01")
    add(shared, "--base-url", _web, "ĐỊA_CHỈ", "", "địa chỉ công khai, thay cho base_url trong site.yml")
    add(
        shared,
        "--previous",
        Path,
        "TỆP",
        None,
        "manifest.json của trang đang công khai, để so (mặc định: của bản đã dựng)",
    )
    forms = ("text", "github", "gitlab", "json")
    shared.add_argument(
        "--format",
        choices=forms,
        metavar="DẠNG",
        default=default("text"),
        help=f"cách in lỗi: {', '.join(forms)} (mặc định: text)",
    )
    add(to, "--output", Path, "THƯ_MỤC", Path("output"), "thư mục xuất (mặc định: output)")
    add(to, "--wait", _seconds, "GIÂY", WAIT, _WAITS)
    add(key, "--sign", Path, "TỆP", None, "ký danh sách những gì đã đăng bằng khoá bí mật này (tạo bằng sign-key)")
    return shared, to, key


def _day(text: str) -> date:
    from bulletin.words.dates.typed import parse_date  # the whole grammar of days: only where one is typed

    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise argparse.ArgumentTypeError(f"«{text}» không phải ngày; viết 2022-05-01 hoặc 01/5/2022")
    return day


def _web(text: str) -> str:
    if not text:  # argparse gives the default too
        return text
    from bulletin.check.keys.site_yml import is_base_url  # and pydantic

    if not is_base_url(text):
        raise argparse.ArgumentTypeError(f"«{text}» không phải địa chỉ; viết https://tên-miền/")
    return text


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise argparse.ArgumentTypeError(f"«{text}» không phải số giây; viết một số, ví dụ 60")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"«{text}» không phải số cổng; viết một số từ 0 đến 65535")
    return int(text)
