"""The rows of `CODES`: every problem that the program can name, in two sentences for clerks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """The two sentences of a problem, with slots, and whether it stops the build."""

    says: str
    do: str
    severity: Severity = "error"


CODES: Mapping[str, Code] = {
    # --- the file itself -------------------------------------------------------------------------------------
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
    # --- front matter: the fence and the YAML ----------------------------------------------------------------
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
    # --- front matter: the keys ------------------------------------------------------------------------------
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
    "url-unreadable": Code(
        "«{value}» không phải địa chỉ dùng được cho «{key}»",
        "base_url, link và url của related viết đủ https://tên-miền/; url của menu, footer bắt đầu bằng một dấu «/», "
        "ví dụ /thong-bao/; security là một thư điện tử hoặc địa chỉ https://; zalo là địa chỉ https://zalo.me/…",
    ),
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
    # --- the calendar ------------------------------------------------------------------------------------------
    "year-outside": Code("«{value}» không phải một năm từ 1968 đến 2100", "chỉ lập được lịch của những năm ấy"),
    "event-when": Code(
        "việc «{value}» {fault}",
        "ghi đúng một cách: «by» (chậm nhất ngày), «on» (trong ngày), «from» và «to» (từ ngày … đến hết ngày …; "
        "bỏ «to» là cho đến khi có thông báo mới), hoặc «every» (lặp lại, có thể kèm from, to, except)",
    ),
    "event-every": Code(
        "không hiểu «{value}» lặp lại vào những ngày nào",
        "viết như «sáng thứ 7 hàng tuần», «ngày 05 hàng tháng», «thứ Sáu của tuần cuối tháng»; hai lịch khác nhau thì "
        "viết thành hai việc; ngày không làm thì ghi ở «except»",
    ),
    "event-except": Code(
        "việc «{value}» {misfit}",
        "«except» ghi những ngày theo «every» thì có việc mà được trừ ra, ví dụ except: [28/11/2026]; xem lại ngày, "
        "tháng, năm",
    ),
    "event-never": Code(
        "việc «{value}» («{every}») không còn ngày nào để làm",
        "xem lại «from», «to» và «except»; việc không còn nữa thì xoá",
    ),
    "event-not-in-text": Code(
        "việc «{value}» ghi ngày {day}, mà trong bài không thấy ngày ấy (bài có ngày {days})",
        "xem lại ngày ấy; nếu lấy từ văn bản khác thì giữ nguyên",
        "warning",
    ),
    "summary-day": Code(
        "khoá «{key}» ghi ngày {day}, mà trong bài không thấy ngày ấy (bài có ngày {days})",
        "xem lại ngày ấy trong khoá và trong bài; nếu lấy từ văn bản khác thì giữ nguyên",
        "warning",
    ),
    "event-past": Code(
        "việc «{value}» đã hết từ ngày {day}, trước cả ngày của thông báo ({signed})",
        "xem lại ngày ấy, nhất là năm; nếu thông báo nói về việc đã qua thì giữ nguyên",
        "warning",
    ),
    "expires-missing": Code(
        "việc có ngày giờ trong thông báo đã qua (ngày cuối {day}, {source}) mà chưa ghi ngày hết hạn",
        "nếu sau ngày ấy thông báo không còn hiệu lực, thêm dòng «{line}»; nếu còn nội dung lâu dài, ghi một ngày xa "
        "hơn; đọc nhầm ngày thì ghi «events» cho đúng",
        "warning",
    ),
    "deadline-doubtful": Code(
        "chưa đưa «{value}» lên trang: {reason}",
        "nếu là việc của người dân, dán vào phần khai báo: {events}; nếu không phải, dán dòng ấy rồi xoá việc thừa",
        "warning",
    ),
    "day-impossible": Code(
        "lịch không có ngày {value}",
        "xem lại ngày ấy; bài đã ký thì ghi ở «errata» cho đúng",
        "warning",
    ),
    "day-weekday": Code(
        "bài viết «{value}», mà {right}",
        "xem lại thứ và ngày; bài đã ký thì ghi ở «errata» cho đúng",
        "warning",
    ),
    "day-lunar": Code(
        "bài viết «{value}», mà {right}",
        "xem lại ngày dương và ngày âm; bài đã ký thì ghi ở «errata» cho đúng",
        "warning",
    ),
    "event-far": Code(
        "việc «{value}» ghi ngày {day}, cách mọi ngày khác của đợt hơn một năm",
        "xem lại ngày ấy, nhất là năm; nếu đúng thì giữ nguyên",
        "warning",
    ),
    "days-many": Code(
        "từ ngày {first} đến hết ngày {last} là {count} ngày, hơn một năm",
        "xem lại hai ngày ấy, nhất là năm; nếu đúng thì giữ nguyên",
        "warning",
    ),
    "change-unlinked": Code(
        "bài nói {told}; chưa rõ là việc của thông báo nào nên trang không đánh dấu ở đâu",
        "nếu là việc của một thông báo trước thì {advice}; nếu việc ấy chưa đăng ở đâu thì giữ nguyên",
        "warning",
    ),
    "relation-backward": Code(
        "{number} ({order}) có sau thông báo này (ký ngày {signed}), nên thông báo này không thể {kind} văn bản ấy",
        "xem lại số và «date»; nếu ghi ngược chiều thì xóa dòng này{nearest}",
    ),
    "relation-ring": Code(
        "quan hệ đi thành vòng: {told}",
        "chỉ văn bản ký sau thay thế hay bãi bỏ văn bản ký trước: {cure}",
    ),
    "relation-unknown": Code(
        "«{kind} {number}»: không thông báo nào của phường mang số, ngày ấy, bài này cũng không dẫn tới",
        "xem lại số và ngày; nếu đúng thì giữ nguyên{nearest}",
        "warning",
    ),
    "erratum-same": Code(
        "mục đính chính ghi chữ sai và chữ đúng như nhau: «{value}»",
        "ghi chữ đúng vào «should», hoặc xoá mục đính chính này",
    ),
    "erratum-unfound": Code(
        "không thấy «{value}» trong bài",
        "chép đúng từng chữ sai như trong bài vào «says»; nếu bài đã được chép lại cho đúng thì xoá mục đính chính này",
    ),
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
    # --- the body ----------------------------------------------------------------------------------------------
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
        "«issuer», «place», «date»",
        "warning",
    ),
    "foot-pasted": Code(
        "từ «{value}» trở xuống là nơi nhận và chữ ký của văn bản giấy: trang tự in từ các khoá",
        "xoá khỏi bài, rồi ghi vào phần khai báo: {keys}",
        "warning",
    ),
    "table-tabs": Code(
        "{count} dòng cách nhau bằng phím Tab có vẻ là bảng chép từ Word hay Excel: trang sẽ dồn lại thành chữ liền",
        "thay bằng các dòng sau (⏎ là xuống dòng): {rows}",
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
    # --- documents that notices cite -------------------------------------------------------------------------------
    "citation-doubtful": Code(
        "«{value}» có vẻ là số, ký hiệu văn bản nhưng chưa chắc, nên không đưa vào danh mục văn bản được dẫn",
        "nếu đúng là văn bản, {advice}; văn bản đã ký viết như vậy thì giữ nguyên",
        "warning",
    ),
    "citation-unfilled": Code(
        "«{value}» chưa có số", "điền số của văn bản; văn bản đã ký để trống thì giữ nguyên", "warning"
    ),
    "citation-range": Code(
        "«{value}» có vẻ chỉ cả một dãy số: các số ở giữa không được đưa vào danh mục văn bản được dẫn",
        "nếu dẫn cả dãy văn bản, kể từng số: «số 10, 11 và 12/…»; văn bản đã ký viết như vậy thì giữ nguyên",
        "warning",
    ),
    "citation-date": Code(
        "không có «{value}» trên lịch",
        "xem lại bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "dispatch-uncited": Code(
        "không thông báo nào dẫn văn bản {number} ngày {date}", "sửa số hoặc ngày, hoặc xoá tệp này{nearest}"
    ),
    "dispatch-twice": Code(
        "văn bản {number} năm {year} đã có ở {other}",
        "gộp vào một tệp; nếu là văn bản của hai cơ quan khác nhau, ghi «issuer» khác nhau ở cả hai tệp",
    ),
    "dispatch-list-only": Code(
        "văn bản nội bộ (list_only: true) mà lại có «{key}»",
        "xoá dòng «{key}»: văn bản nội bộ chỉ nêu số, ngày, cơ quan ban hành; không phải nội bộ thì xoá dòng list_only",
    ),
    "dispatch-issuer": Code(
        "văn bản {number} ở đây ghi của {issuer}, còn ở {other} được dẫn là của {cited}",
        "ghi «issuer» như trong thông báo, hoặc xoá dòng issuer; nếu là văn bản khác thì sửa số hoặc ngày",
    ),
    "dispatch-date": Code(
        "văn bản {number} ở đây ghi ngày {date}, còn ở {other} được dẫn với ngày {cited}",
        "xem bản gốc của văn bản; nếu ngày ở đây sai thì sửa; nếu thông báo đã ký viết sai thì giữ nguyên thông báo",
        "warning",
    ),
    "citation-two-dates": Code(
        "{name} ở đây ghi ngày {date}, còn ở {other} ghi ngày {other_date}",
        "xem bản gốc của các thông báo; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "citation-year-slip": Code(
        "{name} ở đây ghi ngày {date}, còn ở {other} cũng số ấy, cơ quan ấy lại ghi ngày {other_date}: có thể nhầm năm",
        "xem bản gốc của cả hai; chép sai thì sửa; đúng là hai văn bản, hoặc văn bản đã ký viết vậy, thì giữ nguyên",
        "warning",
    ),
    "citation-after-end": Code(
        "{name} ghi ngày {date}, nhưng {issuer} {ended}",
        "xem lại ngày và cơ quan ban hành trên bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "citation-future": Code(
        "{name} ghi ngày {date}, sau cả ngày ký của chính thông báo này ({signed})",
        "xem lại ngày ấy trên bản gốc và khoá «date»; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    "citation-year": Code(
        "{name} có năm {year} trong số mà lại ghi ngày {date}",
        "xem lại số và ngày trên bản gốc; chép sai thì sửa, văn bản đã ký viết sai thì giữ nguyên",
        "warning",
    ),
    # --- what notices commemorate -----------------------------------------------------------------------------------
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
    # --- addresses -----------------------------------------------------------------------------------------------
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
    # --- output and templates ------------------------------------------------------------------------------------
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
