"""Bank accounts of persons, and what opens an account: passwords, codes that are sent for a login.

An account of a body that asks for money (the Front, a fund, the treasury, a company) is meant to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.people import people
from bulletin.understand.sensitive.sentences import Said, finding, words_in
from bulletin.words.text.patterns import verbose

_ACCOUNT = verbose(
    r"""
    (?<!\w)(?:stk|số tk|số tài khoản|tài khoản(?: ngân hàng| cá nhân| số)?|tk(?: số)?|momo|ví điện tử
    |chuyển khoản(?: vào| qua| đến| tới)?(?: số)?)(?: là)?
    (?P<between>[^\n¦;]{0,45}?)(?<![\w.,/-])(?P<number>\d(?:[ .-]?\d){5,18})(?![\w/])(?![.,]\d)
    """
)
_AT_A_BANK = re.compile(
    r"""
    \d(?<![\w.,/-].)(?:[ .-]?\d){5,18}\s?[–(:,-]?\s?(?:ngân[ ]hàng[ ])?
    (?:vietcombank|agribank|bidv|vietinbank|techcombank|mb[ ]?bank|sacombank|tpbank|vpbank|acb|vcb)(?!\w)
    """,
    re.VERBOSE,
)
_NOT_OF_A_BANK = re.compile(
    r"vneid|định danh|dịch vụ công|^\s?kế toán|zalo|facebook|email|căn cước|điện thoại|mã số|hạch toán|mật khẩu|đồng"
    r"|ngày"
)
_BODY = verbose(
    r"""
    (?<!\w)(?:quỹ|mttq|mặt trận|kho bạc|ủng hộ|ubnd|ủy ban|ban vận động|hội (?!viên)|chữ thập đỏ|công ty|đơn vị
    |điện lực|bhxh
    |bảo hiểm xã hội|cơ quan|nộp phạt|tạm giữ|trung tâm|ban quản|chi cục|cục thuế|thuế|nhà trường|trường (?:tiểu|th
    |mầm)|đặt trước
    |tiền đặt cọc|ngân sách|cứu trợ|hợp tác xã|htx|đảng ủy|công đoàn|đoàn thanh niên|bệnh viện)(?!\w)
    """
)
_AROUND = 220
_OWNER = 50  # characters between an account and the name of whose it is
_SECRET = verbose(
    r"""
    (?<!\w)(?:
    (?:mật khẩu|password|passcode|pass|mk)
        (?:(?: [^\W\d_]{1,12}){0,6}?(?: là|\s?[:=])\s?|\s(?=[^\s,;]*[a-z@#$!_]))
        (?P<password>(?=[^\s,;]*\d)(?!\d{1,2}[./-]\d{1,2}[./-])[a-z0-9@#$!%&*_.+-]{4,30})
    |(?:mã otp|otp|mã pin|mã xác thực|mã kích hoạt)(?: [^\W\d_]{1,12}){0,6}?\s?[:=]?\s?(?P<code>\d{4,8})(?![\w/])
    )
    """
)
_OPEN_TO_ALL = re.compile(r"wifi|wi-fi|ví dụ|khách")


def accounts(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Accounts that are of no body, and what opens one."""
    bank, secret = kinds["bank_account"], kinds["credential"]
    for m in _ACCOUNT.finditer(said.low) if words_in(bank, said) else ():
        span = m.span("number")
        if not _NOT_OF_A_BANK.search(m["between"]) and not _is_of_body(said, m.start(), span[1]):
            yield finding(bank, said, span)
    for m in _AT_A_BANK.finditer(said.low) if words_in(bank, said) else ():
        figures = re.match(r"[\d .-]*\d", m[0])
        if figures and not _is_of_body(said, m.start(), m.start() + figures.end()):
            yield finding(bank, said, (m.start(), m.start() + figures.end()))
    for m in _SECRET.finditer(said.low) if words_in(secret, said) else ():
        before = said.low[max(0, m.start() - 40) : m.start()]
        if not _OPEN_TO_ALL.search(before + m[0]):
            yield finding(secret, said, m.span())


def _is_of_body(said: Said, start: int, stop: int) -> bool:
    """Whether what stands around an account says that a body has it; in its own sentence a person counts for more."""
    sentence = said.around(start)
    owner = next((p for p in people(sentence.text, sentence.low) if p.start + sentence.start >= stop), None)
    if owner and not _BODY.search(said.low, stop, owner.start + sentence.start):
        return owner.start + sentence.start - stop > _OWNER and _BODY.search(sentence.low) is not None
    if _BODY.search(sentence.low):
        return not re.search(r"tài khoản cá nhân|chủ tài khoản:? (?:ông|bà|anh|chị)", sentence.low)
    if people(sentence.text, sentence.low):
        return False
    return _BODY.search(said.low, max(0, start - _AROUND), stop + _AROUND) is not None
