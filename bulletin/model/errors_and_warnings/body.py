"""The text of a notice."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

BODY = {
    "body-empty": Code("tệp chưa có nội dung", "viết nội dung sau dòng «---» thứ hai"),
    "body-link-scheme": Code(
        "liên kết «{value}» không được phép",
        "viết đủ https://tên-miền/…, mailto:tên@tên-miền, tel:số máy, hoặc địa chỉ trong trang này bắt đầu bằng «/»",
    ),
    "body-image": Code(
        "ảnh «{value}» không nằm trong content/files/",
        "chép ảnh vào content/files/ và viết ![mô tả](/files/ten-anh.jpg)",
    ),
    "body-html": Code(
        "thẻ HTML «{value}» không được dùng trong thông báo", "xoá thẻ; nếu để vậy, người đọc sẽ thấy cả thẻ", "warning"
    ),
    "body-comment-open": Code(
        "chú thích «<!--» không có chỗ kết thúc", "thêm «-->» vào sau lời chú thích; phần từ đó trở đi không được đăng"
    ),
    "body-left-out": Code(
        "{what} «{label}» không có chỗ nào trong bài dẫn tới, nên không được đăng",
        "{advice}; nếu chỉ là ghi chú cho người soạn thì để vậy, hoặc viết <!-- ghi chú -->",
        "warning",
    ),
    "front-comment": Code(
        "lời chú thích «<!--» trong giá trị của khoá sẽ hiện công khai",
        "chuyển lời ấy xuống một dòng riêng bắt đầu bằng dấu #, hoặc xoá",
    ),
    "body-unread": Code("«{value}» không được hiểu là {kind}, sẽ hiện nguyên như đã gõ", "{advice}", "warning"),
    "body-too-deep": Code("nội dung lồng nhau quá nhiều cấp", "bớt cấp của danh sách hoặc của phần trích dẫn"),
    "body-too-long": Code(
        "{what}", "thêm dòng trống giữa các ý; bảng hay danh sách rất dài thì đính kèm thành tệp (attachments)"
    ),
    "body-removed": Code("một phần không hợp lệ đã bị bỏ khỏi trang: {value}", "xem lại liên kết hoặc ảnh ở chỗ đó"),
    "body-broken-sentence": Code(
        "câu có vẻ bị ngắt giữa chừng (do ngắt trang?)", "nếu đúng là một câu, xoá các dòng trống để nối lại", "warning"
    ),
    "body-breaks-off": Code(
        "nội dung kết thúc mà không có dấu kết câu",
        "nếu bản gốc thiếu đoạn cuối, ghi rõ như vậy; nếu không, chép nốt phần thiếu",
        "warning",
    ),
    "letterhead-number": Code(
        "phần đầu văn bản trong bài ghi số {value}, còn khoá «number» ghi {number}",
        "xem bản đã ký; số trong bài đúng thì sửa «number»; rồi xoá phần đầu ấy khỏi bài: trang tự in từ các khoá",
        "warning",
    ),
    "letterhead-date": Code(
        "phần đầu văn bản trong bài ghi ngày {value}, còn khoá «date» ghi {date}",
        "xem bản đã ký; ngày trong bài đúng thì sửa «date»; rồi xoá phần đầu ấy khỏi bài: trang tự in từ các khoá",
        "warning",
    ),
    "head-pasted": Code(
        "{where} là phần đầu của văn bản giấy (tên cơ quan, quốc hiệu, số, ngày): trang đã tự in từ các khoá",
        "xoá khỏi bài, cả dòng tên loại và trích yếu lặp lại dưới đó; số, cơ quan, nơi và ngày thì ghi ở «number», "
        "«issuer», «place», «date»; hoặc nhập thẳng từ tệp Word bằng «build.py import TỆP», máy tự tách",
        "warning",
    ),
    "foot-pasted": Code(
        "từ «{value}» trở xuống là nơi nhận và chữ ký của văn bản giấy: trang tự in từ các khoá",
        "nhập thẳng từ tệp Word bằng «build.py import TỆP»; hoặc xoá khỏi bài, rồi ghi vào phần khai báo: {keys}",
        "warning",
    ),
    "table-tabs": Code(
        "{count} dòng cách nhau bằng phím Tab có vẻ là bảng chép từ Word hay Excel: trang sẽ dồn lại thành chữ liền",
        "nhập thẳng từ tệp Word bằng «build.py import TỆP», hoặc thay bằng các dòng sau (⏎ là xuống dòng): {rows}",
        "warning",
    ),
    "picture-undescribed": Code(
        "ảnh «{value}» không có lời mô tả: người nghe máy đọc, người tìm kiếm không biết ảnh nói gì",
        "ghi trong ngoặc vuông điều ảnh cho biết, ví dụ ![Sơ đồ đoạn đường cấm xe](/files/so-do.png)",
        "warning",
    ),
    "pictures-only": Code(
        "nội dung thông báo chỉ nằm trong ảnh: không tìm, không nghe đọc, không phóng to chữ được",
        "gõ lại nội dung bằng chữ (ít nhất việc gì, ai, ở đâu, ngày giờ, hạn chót), ảnh để kèm theo",
        "warning",
    ),
}
