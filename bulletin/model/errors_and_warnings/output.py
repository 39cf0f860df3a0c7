"""Addresses, links, the finished files, `output/` and the templates."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

OUTPUT = {
    "address-collision": Code(
        "hai nguồn cùng ra địa chỉ {url}: {first} và {second}",
        "đổi số, tên tệp hoặc alias của một bên; hai cơ quan trùng số thì ghi thêm khoá «address» ở một bên",
    ),
    "finished-sign": Code(
        "tệp «{path}» sắp đăng có ký hiệu máy «{sign}» mà người đọc không được thấy",
        "đây là lỗi của chương trình: tạm bỏ phần vừa thêm (chú thích cuối trang, liên kết, dẫn chiếu) rồi báo người "
        "phụ trách kỹ thuật, kèm tệp này",
    ),
    "address-unsafe": Code(
        "địa chỉ {url} không làm thành tên tệp trên mọi máy được",
        "đặt tên ngắn hơn, chỉ có chữ, số và dấu gạch nối, không trùng tên máy dành riêng (con, nul …)",
    ),
    "link-broken": Code(
        "liên kết «{value}» không dẫn tới trang hay tệp nào đang công khai",
        "sửa địa chỉ; nếu trang hoặc tệp ấy chưa đăng thì đăng trước",
    ),
    "link-later": Code(
        "liên kết «{value}» dẫn tới trang ngày {opens} mới đăng, sau ngày đăng thông báo này ({own})",
        "cho trang ấy đăng trước, hoặc bỏ liên kết",
    ),
    "anchor-broken": Code(
        "liên kết «{value}» trỏ tới mục không có trên trang ấy", "mở trang đích, chép lại địa chỉ của mục"
    ),
    "output-refused": Code("không dựng vào «{path}»: {why}", "chọn một thư mục riêng, ví dụ output/"),
    "output-busy": Code(
        "một lượt dựng khác đang ghi vào «{path}»; đã chờ {seconds} giây mà chưa xong",
        "chờ lượt ấy xong rồi chạy lại; không có lượt nào thì tắt chương trình còn treo, hoặc khởi động lại máy",
    ),
    "output-unwritable": Code("không ghi được vào «{path}»: {why}", "{cure}; {state}"),
    "output-list-damaged": Code(
        "danh sách các tệp do chương trình tạo ({path}) {why}, nên đã được lập lại",
        "nếu vừa gỡ bài nào, xem trang của bài ấy còn trong thư mục xuất không, còn thì xoá; nếu bị nhắc lần nữa, xem "
        "có ai sửa hay có chương trình nào ghi vào thư mục xuất",
        "warning",
    ),
    "output-list-lost": Code(
        "danh sách các tệp do chương trình tạo ({path}) {why}, nên không biết hết tệp nào của chương trình",
        "gõ «make site» để lập lại danh sách, rồi chạy lại lệnh này",
    ),
    "output-edited": Code(
        "«{name}» trong thư mục xuất đã bị sửa bằng tay sau lần dựng trước; bản sửa ấy bị thay bằng trang dựng lại",
        "muốn đổi trang này thì sửa {source} rồi dựng lại; đừng sửa trong thư mục xuất",
        "warning",
    ),
    "output-remains": Code(
        "«{name}» phải rút khỏi trang mà vẫn còn trong thư mục xuất, ai có địa chỉ vẫn mở được: {why}", "{cure}"
    ),
    "output-stranger": Code(
        "«{name}» trong thư mục xuất không phải do chương trình tạo ra, nên được để nguyên",
        "nếu không cần, hãy tự xoá",
        "warning",
    ),
    "output-in-the-way": Code(
        "«{name}» trong thư mục xuất không phải do chương trình tạo ra mà nằm đúng chỗ cần ghi",
        "chuyển tệp đó đi nơi khác rồi dựng lại",
    ),
    "template-error": Code("mẫu trang bị lỗi khi dựng {url}: {detail}", "sửa mẫu trang trong templates/"),
}
