"""The files of `content/`, and the YAML at their heads."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

FILES = {
    "file-not-utf8": Code(
        "tệp không phải UTF-8 (byte thứ {byte})",
        "mở bằng trình soạn thảo, chọn «Save as / Lưu với mã UTF-8», rồi lưu lại",
    ),
    "file-control-character": Code("có ký tự điều khiển ẩn {character}{around} (thường do dán từ Word)", "{advice}"),
    "text-broken": Code("chữ bị hỏng ({kind}): «{value}»", "{advice}"),
    "text-doubtful": Code(
        "có chữ lạ, có thể bị hỏng ({kind}): «{value}»",
        "nếu đúng là hỏng thì {advice}; nếu không thì giữ nguyên",
        "warning",
    ),
    "text-styled": Code(
        "«{value}» có ký hiệu giống chữ mà không phải chữ (kiểu bài Facebook): máy đọc màn hình bỏ qua, ngày giờ viết "
        "vậy không được hiểu",
        "thay cả dòng bằng «{right}»; muốn chữ đậm thì đặt trong **…**",
        "warning",
    ),
    "file-link": Code(
        "«{name}» là liên kết (symlink) không dùng được: nó trỏ tới thư mục, ra ngoài content/ hoặc không tới đâu",
        "chép tệp thật vào content/, đừng dùng liên kết",
    ),
    "file-unreadable": Code("không đọc được «{name}»: {why}", "{cure}"),
    "file-names-collide": Code(
        "hai tên chỉ khác nhau ở chữ hoa, chữ thường hoặc cách ghép dấu: «{first}» và «{second}»",
        "đổi một trong hai tên",
    ),
    "file-unknown": Code(
        "«{name}» không được dùng: thông báo và trang là tệp .md, văn bản được dẫn là tệp .yml trong "
        "content/dispatches/, lịch là tệp .yml trong content/calendar/, tệp đính kèm để trong content/files/",
        "chuyển tệp vào đúng thư mục; tệp có đuôi .md.txt thì đổi thành .md",
        "warning",
    ),
    "file-ending": Code("tệp lịch «{name}» có đuôi khác .yml nên không được đọc", "đổi đuôi tệp thành .yml"),
    "ward-missing": Code("không có tệp content/site.yml", "tạo tệp ấy theo mẫu trong docs/huong-dan-bien-tap.md"),
    "content-missing": Code("không thấy thư mục nội dung «{path}»", "chạy lệnh ở thư mục gốc của dự án"),
    "templates-missing": Code(
        "không thấy thư mục mẫu trang «{path}»", "chạy lệnh ở thư mục gốc của dự án, hoặc ghi --templates"
    ),
    "front-missing": Code(
        "tệp không bắt đầu bằng phần khai báo giữa hai dòng «---»",
        "thêm dòng «---», các khoá (title, date, publish …), rồi một dòng «---» nữa ở đầu tệp",
    ),
    "front-unclosed": Code(
        "phần khai báo mở bằng «---» mà không có dòng «---» đóng lại", "thêm một dòng «---» ngay sau khoá cuối cùng"
    ),
    "front-fence": Code("hàng rào «{line}» phải có đúng ba dấu gạch", "viết đúng «---» trên một dòng riêng"),
    "front-not-keys": Code(
        "phần khai báo phải gồm các dòng «khoá: giá trị»",
        "viết mỗi khoá một dòng, sau dấu hai chấm có một dấu cách thường, ví dụ «publish: draft»",
    ),
    "front-duplicate-key": Code("khoá «{key}» viết hai lần (lần đầu ở dòng {first})", "giữ lại một dòng, xoá dòng kia"),
    "front-tab": Code("có phím Tab trong phần khai báo", "thay Tab bằng dấu cách"),
    "front-colon": Code(
        "giá trị có dấu hai chấm nhưng không nằm trong dấu nháy",
        'đặt cả giá trị trong dấu nháy kép, ví dụ title: "Kết luận: giao ban" hoặc - "Khẩu hiệu: Chào mừng"',
    ),
    "front-quotes": Code(
        "dấu nháy không khớp, hoặc là dấu nháy cong “ ” của Word",
        "mở và đóng bằng dấu nháy thẳng; giá trị có dấu nháy kép bên trong thì đặt cả giá trị trong dấu nháy đơn '…'",
    ),
    "front-hash": Code(
        "phần «{value}» đứng sau dấu cách nên bị hiểu là lời ghi chú và sẽ mất",
        "đặt cả giá trị trong dấu nháy kép; lời ghi chú thì viết «# » có dấu cách sau",
    ),
    "front-yaml": Code(
        "phần khai báo viết sai cú pháp ({detail})",
        "{advice}",
    ),
    "front-alias": Code(
        "dấu «&», «*» hoặc «!» đầu giá trị được hiểu là ký hiệu đặc biệt của YAML nên không được dùng",
        "đặt cả giá trị trong dấu nháy kép",
    ),
    "front-too-deep": Code("phần khai báo lồng nhau quá sâu", "viết lại cho phẳng, theo mẫu của lệnh «new»"),
}
