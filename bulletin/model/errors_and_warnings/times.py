"""Times to act, what changes or ends what, errata."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

TIMES = {
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
}
