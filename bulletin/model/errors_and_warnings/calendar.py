"""Campaigns, a ward's own anniversaries and days off."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

CALENDAR = {
    "year-outside": Code("«{value}» không phải một năm từ 1968 đến 2100", "chỉ lập được lịch của những năm ấy"),
    "yearly-unreadable": Code(
        "«{value}» không phải một ngày trong năm",
        "viết 7/5 (dương lịch), 5/5 âm lịch, mùng 10 tháng Giêng, rằm tháng 7 hoặc ngày cuối năm âm lịch",
    ),
    "anniversary-id": Code(
        "mã «{value}» không dùng được", "viết bằng chữ thường không dấu, số, dấu gạch nối, ví dụ thanh-lap-phuong"
    ),
    "anniversary-twice": Code(
        "ngày kỷ niệm «{value}» đã có {other}", "nếu đúng là ngày ấy thì xoá mục này; nếu không thì đặt mã và tên khác"
    ),
    "anniversary-origin": Code(
        "ngày gốc {origin} không phải ngày {on}", "sửa «on» hoặc «origin»; chỉ biết năm thì ghi một mình năm"
    ),
    "anniversary-unknown": Code("không có ngày kỷ niệm nào mang mã «{value}»", "{near}"),
    "anniversary-day": Code("{name} không rơi vào ngày {date}", "{right}"),
    "day-off-basis": Code(
        "ngày nghỉ {date} ghi là chính thức mà không nêu căn cứ",
        "ghi «basis: …» là văn bản cho nghỉ, hoặc đổi «status» thành dự kiến hay chờ xác nhận",
    ),
    "day-off-twice": Code("ngày nghỉ {date} đã có ở {other}", "giữ lại một mục, xoá mục kia"),
    "calendar-mixed": Code(
        "tệp vừa có ngày riêng của phường («{own}») vừa có khoá của đợt tuyên truyền («{key}»)",
        "tách thành hai tệp trong content/calendar/",
    ),
    "campaign-twice": Code("hai đợt tuyên truyền cùng ra địa chỉ {url}: {first} và {second}", "đổi tên một tệp"),
    "basis-hidden": Code(
        "đợt này công khai mà căn cứ vào thông báo {number} chưa công khai ({other})",
        "đăng thông báo ấy trước, hoặc bỏ «basis» để trang ghi «chờ thông báo»",
    ),
    "basis-unknown": Code(
        "không thông báo nào của phường mang số {number}, cũng không thông báo nào dẫn văn bản ấy",
        "xem lại số và ngày; nếu đúng thì giữ nguyên{nearest}",
        "warning",
    ),
    "form-unknown": Code("không có hình thức tuyên truyền «{value}»", "{near}"),
    "campaign-far": Code(
        "{name} ({date}) cách mọi khoảng ngày của đợt hơn 45 ngày",
        "xem lại các ngày ấy, hoặc chuyển ngày kỷ niệm này sang đợt khác",
        "warning",
    ),
    "campaign-ceremony": Code(
        "{name} năm {year}: {ordinal} năm không phải năm tròn, mà đợt này nói «{value}»",
        "theo {decree}, lễ kỷ niệm dành cho năm tròn (tận cùng là 0); hỏi lại cấp trên về hình thức tổ chức",
        "warning",
    ),
}
