"""Files that are handed out."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

ATTACHMENTS = {
    "attachment-path": Code(
        "đường dẫn tệp đính kèm «{value}» không dùng được",
        "chép tệp vào content/files/ và viết từ chữ files/, ví dụ files/2022/mau-don.pdf; không có «..», «\\»",
    ),
    "attachment-active": Code(
        "tệp «{value}» là loại tệp trình duyệt chạy được như một trang của phường",
        "đổi sang PDF, DOCX, XLSX hoặc ảnh PNG, JPG, sửa tên ở chỗ dùng tệp, rồi xoá tệp này",
    ),
    "attachment-kind": Code(
        "tệp «{value}» ({kind}) không thuộc những loại được đăng: PDF, DOC, DOCX, XLS, XLSX, PPT, PPTX, ODT, ODS, ODP, "
        "RTF, CSV, TXT, ZIP, RAR, 7Z, JPG, PNG, GIF, WebP, MP3, M4A, MP4",
        "{advice}",
    ),
    "attachment-disguised": Code(
        "tệp «{value}» mang đuôi {kind} mà bên trong là {found}",
        "đừng đăng tệp này; mở tệp gốc, lưu lại đúng loại (ví dụ Save As → PDF) rồi chép đè",
    ),
    "attachment-content": Code(
        "tệp «{value}» mang đuôi {kind} mà {inside}",
        "mở thử tệp; mở được thì lưu lại đúng loại, không mở được thì chép lại tệp gốc",
        "warning",
    ),
    "attachment-empty": Code(
        "tệp «{value}» trống, không có gì bên trong", "chép lại tệp gốc vào content/files/", "warning"
    ),
    "attachment-large": Code(
        "tệp «{value}» nặng {size}: điện thoại yếu, mạng chậm khó tải",
        "{advice}",
        "warning",
    ),
    "attachment-traces": Code(
        "tệp «{value}» còn mang theo: {traces}; ai tải về cũng xem được",
        "nếu không định công bố thì xoá rồi chép lại tệp: {advice}",
        "warning",
    ),
    "path-unsafe": Code(
        "tên tệp «{value}» không làm thành địa chỉ được",
        "đặt tên tệp bằng chữ không dấu, số, dấu gạch nối, không trùng tên máy dành riêng (con, aux, nul, com1 …)",
    ),
    "name-long": Code("tên tệp dài {count} chữ, quá dài để làm địa chỉ", "đặt tên tệp không quá {most} chữ"),
    "attachment-missing": Code(
        "không thấy tệp đính kèm «{value}»",
        "chép tệp vào content/files/ và ghi đường dẫn từ đó, ví dụ files/2022/mau-don.pdf",
    ),
    "file-unused": Code(
        "tệp «{name}» không được thông báo hay trang nào dùng đến, nên không được đăng",
        "khai ở «attachments» của thông báo cần nó, ở «file» của văn bản được dẫn, hoặc xoá tệp",
        "warning",
    ),
}
