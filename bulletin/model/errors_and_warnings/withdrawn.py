"""Notices that are called back, and what still speaks of them. Nothing here stops a build."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

WITHDRAWN = {
    "withdrawn-undated": Code(
        "thông báo đã thu hồi mà chưa ghi ngày thu hồi; trang vẫn gỡ, chỉ ghi «Đã thu hồi»",
        "thêm dòng «withdrawn: {{on: 03/5/2022, reason: đăng nhầm}}», thay ngày và lý do",
        "warning",
    ),
    "withdrawn-nowhere": Code(
        "thông báo đã thu hồi và đã gỡ, nhưng không biết nó từng ở địa chỉ nào, nên địa chỉ ấy báo không có trang",
        "ghi đúng «date» và «number» như lúc đã đăng, để người mở liên kết cũ thấy «Đã thu hồi»",
        "warning",
    ),
    "withdrawn-unread": Code(
        "phần khai báo của thông báo đã thu hồi có chỗ máy không đọc được; thông báo vẫn gỡ",
        "không cần vội: xem lại dấu hai chấm, dấu nháy, dấu ngoặc của từng dòng khai báo",
        "warning",
    ),
    "withdrawn-reason": Code(
        "lý do thu hồi nhắc lại một tên hoặc số của chính bài ấy, nên trang không in lý do ấy",
        "viết lý do không có tên người, số, địa chỉ, ví dụ «đăng nhầm», «có dữ liệu cá nhân»",
        "warning",
    ),
    "withdrawn-named": Code(
        "{what} nhắc tới {other}, nay đã thu hồi",
        "xem lại chỗ này: còn nói điều đã thu hồi thì sửa hoặc bỏ; văn bản đã ký thì giữ nguyên",
        "warning",
    ),
    "withdrawn-file": Code(
        "«{name}» là tệp đính kèm của thông báo đã thu hồi mà vẫn đăng vì thông báo này cũng đính kèm",
        "tệp ấy có điều phải thu hồi thì bỏ khỏi «attachments» ở đây",
        "warning",
    ),
    "changed-silently": Code(
        "thông báo đã đăng nay nói khác lần đăng trước mà không ghi là đã sửa",
        "thêm «{lines}», thay «…» bằng điều đã sửa; chỉ sửa lỗi gõ thì thôi",
        "warning",
    ),
    "address-dies": Code(
        "địa chỉ {url} đã công khai nay sẽ không mở được",
        "thêm dòng «{line}», đã có «aliases» thì thêm vào đó, để người giữ liên kết cũ vẫn tới được",
        "warning",
    ),
    "published-gone": Code(
        "bài đã công khai ở {url} nay không còn; người mở liên kết cũ chỉ thấy «Không tìm thấy trang»",
        "gỡ vì đăng nhầm thì ghi «publish: withdrawn» (lệnh withdraw) để mọi nơi đã nhận đều được báo; xóa nhầm thì "
        "lấy lại tệp; đúng ý thì thôi",
        "warning",
    ),
    "link-withdrawn": Code(
        "liên kết «{value}» dẫn tới thông báo hoặc tệp đã thu hồi",
        "bỏ liên kết; người bấm vào chỉ thấy «Đã thu hồi» hoặc «Không tìm thấy trang»",
        "warning",
    ),
}
