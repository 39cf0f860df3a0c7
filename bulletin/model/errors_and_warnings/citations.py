"""Documents that notices cite."""

from __future__ import annotations

from bulletin.model.errors_and_warnings.row import Code

CITATIONS = {
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
}
