"""What may not be public as it stands."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

_PASTE = "được phép đăng thì dán vào phần khai báo «cleared: [{{words: {words}, why: vì sao được đăng}}]»"

_DO = "{cure} ({basis}); " + _PASTE

SENSITIVE = {
    "sensitive-block": Code("«{text}»{file}: {name} không được đăng như vậy{more}, vì {why}", _DO),
    "sensitive-warn": Code("«{text}»{file}: có vẻ là {name}{more}; {why}", _DO, "warning"),
    "sensitive-ask": Code("«{text}»{file}: có vẻ thuộc {name}{more}; {why}", _DO, "warning"),
    "cleared-unused": Code(
        "«{value}» ở «cleared» không còn ứng với chữ nào cần xét",
        "xoá mục ấy; nếu bài vừa sửa thì xét lại chữ mới, được đăng mới ghi vào «cleared»",
        "warning",
    ),
}
