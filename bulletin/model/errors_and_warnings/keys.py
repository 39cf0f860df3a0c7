"""The keys of front matter and of site.yml."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

KEYS = {
    "key-unknown": Code("không có khoá «{key}»", "{near}"),
    "key-missing": Code("thiếu khoá bắt buộc «{key}»{inside}", "thêm dòng «{key}: …»"),
    "key-empty": Code("khoá «{key}» để trống", "ghi giá trị cho «{key}»"),
    "accept-refused": Code(
        "«{value}» là lỗi, không phải lời nhắc, nên không giữ nguyên được", "sửa lỗi ấy, rồi xoá mục này của «accept»"
    ),
    "accept-unknown": Code("không có lời nhắc nào mang mã «{value}»", "{near}", "warning"),
    "accept-unused": Code(
        "mục «{code}»{about} của «accept» không còn ứng với lời nhắc nào",
        "xoá mục ấy; nếu bài vừa sửa thì xem lại chữ ở «about»",
        "warning",
    ),
    "value-not-text": Code(
        "«{key}» phải là một dòng chữ",
        "viết «{key}: …» trên một dòng; nếu giá trị bắt đầu bằng ngoặc, đặt cả giá trị trong dấu nháy kép",
    ),
    "lines-many": Code("«{key}» có {count} dòng, nhiều hơn {most}", "ghi như trên văn bản đã ký, gộp các dòng lại"),
    "value-not-list": Code(
        "«{key}» phải là một danh sách", "viết mỗi mục một dòng, bắt đầu bằng «- », hoặc «{key}: [a, b]»"
    ),
    "value-not-keys": Code(
        "«{key}» phải gồm các dòng con «khoá: giá trị»", "thụt vào hai dấu cách và viết các khoá con"
    ),
    "choice-unknown": Code("«{value}» không phải giá trị của «{key}»", "chọn một trong: {choices}"),
    "date-unreadable": Code("«{value}» không phải ngày", "viết 28/4/2022 hoặc 2022-04-28"),
    "date-impossible": Code(
        "không có ngày {value} trên lịch",
        "xem lại ngày, tháng, năm (ngày viết trước tháng)",
    ),
    "date-outside": Code("năm của ngày «{value}» nằm ngoài 1900–2199", "xem lại năm, viết đủ bốn chữ số"),
    "date-order": Code("{later} ({late_value}) lại trước {earlier} ({early_value})", "xem lại hai ngày này"),
    "number-unreadable": Code(
        "không đọc được số, ký hiệu «{value}»",
        "viết như trên văn bản, không kèm chữ «Số», ví dụ 75-TB/ĐU, 12/KH-UBND, 01/2024/QĐ-UBND",
    ),
    "number-of-other": Code(
        "số {number} mang ký hiệu {code}, không thể là của {issuer}{unsaid}",
        "nếu số đúng thì ghi «issuer: {owner}» vào phần khai báo; nếu cơ quan đúng thì sửa «number» theo bản đã ký",
    ),
    "number-duplicate": Code(
        "số {number} năm {year} của {issuer} đã có ở {other}",
        "xem lại số, ngày hoặc cơ quan; nếu số bắt đầu lại từ 1 giữa năm (sáp nhập, nhiệm kỳ mới), ghi ngày ấy vào "
        "«renumbered» của site.yml, ví dụ «renumbered: [15/8/2025]»",
    ),
    "number-again": Code(
        "số {number} của {issuer} trong cùng năm đã có ở {other}; đăng cả hai, vì số có thể đã bắt đầu lại ({why})",
        "nếu đúng, ghi ngày bắt đầu lại vào «renumbered» của site.yml; nếu không, xem lại số, ngày",
        severity="warning",
    ),
    "type-disagrees": Code(
        "tên loại «{value}» không khớp với số {number} (ký hiệu {code} là {expected})",
        "sửa tên loại hoặc sửa số, ký hiệu",
    ),
    "type-ambiguous": Code(
        "ký hiệu {code} trong số {number} có thể là {expected}", "thêm dòng «type: …» để nói rõ tên loại"
    ),
    "type-unknown": Code("không suy được tên loại từ số {number}", "thêm dòng «type: …» để nói rõ tên loại"),
    "issuer-code": Code(
        "«{value}» không phải ký hiệu của cơ quan",
        "viết như trong số, ký hiệu của văn bản, ví dụ QU hoặc BCĐ35, không có dấu cách và dấu «/»",
    ),
    "field-unknown": Code("lĩnh vực «{value}» chưa có trong content/site.yml", "{near}"),
    "field-twice": Code("hai lĩnh vực «{first}» và «{second}» viết không dấu thì như nhau", "bỏ một, hoặc đổi tên"),
    "name-unusable": Code(
        "«{value}» không làm thành địa chỉ được",
        "viết tên có chữ cái hoặc số, ngắn hơn 100 chữ, không trùng tên máy dành riêng (con, nul …)",
    ),
    "alias-unusable": Code(
        "địa chỉ «{value}» không dùng được",
        "bắt đầu bằng «/», chỉ dùng chữ không dấu, số, dấu gạch nối; phải là địa chỉ của một trang, ví dụ "
        "/thong-bao-cu/ hoặc /tin/default.aspx, không phải của tệp .pdf, .png …",
    ),
    "office-missing": Code(
        "chân trang và trang Liên hệ chưa có: {lacking}",
        "ghi các khoá ấy ở «office» của site.yml, mỗi khoá một dòng thụt vào hai dấu cách; điều nào chưa được phép "
        "ghi thì thêm «accept: [office-missing]»",
        "warning",
    ),
    "url-unreadable": Code(
        "«{value}» không phải địa chỉ dùng được cho «{key}»",
        "base_url, link và url của related viết đủ https://tên-miền/; url của menu, footer bắt đầu bằng một dấu «/», "
        "ví dụ /thong-bao/; mail là một thư điện tử; security là một thư điện tử hoặc địa chỉ https://; zalo là địa chỉ https://zalo.me/…",
    ),
}
