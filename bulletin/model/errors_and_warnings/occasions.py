"""What notices commemorate: sums, origins, years, days."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

OCCASIONS = {
    "occasion-count": Code(
        "«{value}»: {sum}, bài ghi {ordinal}",
        "xem lại số năm và hai mốc ngày trên bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "occasion-origin": Code(
        "«{value}» tính từ {day}, còn danh mục ngày kỷ niệm ghi {name} tính từ {known}",
        "xem lại bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "occasion-year": Code(
        "«{value}» có năm {year} không thể đúng ({beside})",
        "xem lại bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "occasion-day": Code(
        "«{value}»: không có ngày {day} trên lịch",
        "xem lại bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "occasion-ceremony": Code(
        "«{value}»: {ordinal} năm không phải năm tròn, mà bài nói tổ chức lễ kỷ niệm hoặc mít tinh",
        "theo Nghị định {decree}, lễ kỷ niệm dành cho năm tròn (tận cùng là 0); hỏi lại cấp trên về hình thức tổ chức",
        "warning",
    ),
}
