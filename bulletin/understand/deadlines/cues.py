"""The words that make a time one to act: who asks, what is offered or closed, and what is to come. Plain lower case."""

from __future__ import annotations

import re

from bulletin.words.text.patterns import whole_words

# Somebody is asked to do something, or to come.
ASKED = whole_words(
    "đề nghị|yêu cầu|kính mời|trân trọng mời|mời|phải|cần(?! thơ)|nhớ|hãy|xin(?! phép)|nhắc",  # who asks
    "có mặt|đăng ký|đăng kí|ghi tên|nộp",  # to come, to sign up, to hand in
    "đóng (?:phí|tiền|quỹ|học)|gửi|trả lại|trả phiếu",  # to pay and to send
    # to go somewhere for something; «đến năm 2030» is none
    "đến (?:nhận|dự|tiêm|khám|làm|lấy|họp|bổ sung|tham|xem|nơi|để|trạm)|tới (?:dự|nhận|xem|lấy|chung)",
    "đưa (?:con|trẻ|cháu|các)|dắt|mang",
    "tham gia|tham dự|tham quan|dự (?:họp|lễ|thi|tuyển|hội)|cùng dự|nhận (?:quà|kết quả|tiền|thẻ|giấy)",  # to take part
    "hoàn thành|hoàn tất|kê khai|khai báo|khai lại|khai",  # to finish, to declare
    "tháo|tháo dỡ|di dời|treo|bàn giao",  # work of a household
    # to vote, to buy, to say what one thinks
    "chấp hành|bỏ phiếu|đi bầu|bầu|mua|góp ý|ý kiến|phản ánh|khiếu nại|thắc mắc|chuẩn bị|dự trữ|dọn",
    "thực hiện xong|làm xong|xong|vào (?:xem|thăm|cửa)",  # to be done by then
    # who wants to, what nobody may: «không đốt rác», «mỗi hộ một người»
    "ai (?:muốn|thích|có)|không (?:bật|đốt|đỗ|để|thả|ra|vứt|đổ|mang|chạy|lấn|tụ)|mỗi (?:nhà|hộ|tổ)",
    "nhà nào|xem",
    "hạn|đổi|bổ sung|thanh toán|kích hoạt|cập nhật|báo cho|liên hệ|hẹn",  # to have put right, to be reached
)
INVITED = whole_words(
    "(?:kính |trân trọng )?mời|đề nghị|yêu cầu|xin|nhớ",  # who asks
    "có mặt|đến (?:dự|nhận|họp|tiêm|bổ sung)|tới (?:dự|chung)|cùng dự|phải|cần(?! thơ)",  # to come
)
# What a ward, a school, a company does for people or closes to them.
SERVICE = whole_words(
    # closed or cut off
    "tạm (?:ngừng|ngưng|dừng|đóng|nghỉ)|ngừng|ngưng|cắt|cúp|mất (?:điện|nước)|có điện|cấm|hạn chế",
    "đóng (?:cửa|cổng|đường|cầu)|phong tỏa|phong toả",
    "tiêm|khám|phun",  # care for health
    # given, paid out, taken in, sold
    "cấp (?:phát|thẻ|căn cước|nước|điện|giấy|đổi|lại)|chi trả|chi tiền|phát|trao|tặng|thu(?! hút)|bán",
    # received and heard: «tiếp công dân», «lấy ý kiến»
    "tiếp (?:công dân|dân|nhận|xúc|khách)|gặp|đối thoại|lấy (?:ý kiến|mẫu|phiếu)",
    "niêm yết|công khai|mở (?:cửa|lớp|hội|màn|bán|sân|sáng|đăng)|mở(?= (?:ngày|từ))",  # posted, opened
    "khai (?:mạc|hội|trương|giảng)|bế (?:mạc|giảng)|tựu trường|tổ chức|diễn ra",  # begun, ended, held
    "chuyển (?:về|sang|trụ|địa|đến|tới)|dời|dọn (?:sang|về)",  # moved
    "họp|thi (?:tuyển|công|đấu)|hội thi|tuyển sinh|tuyển",  # met, examined, chosen
    # feasts and shows
    "nghỉ|hội chợ|lễ|hội (?:làng|trại|thao|chợ|hoa|xuân|báo|diễn|nghị)|đón|chiếu|biểu diễn|trưng bày",
    "triển lãm",
    "xét nghiệm|đấu giá|ra quân|tổng vệ sinh|vệ sinh",  # tests, auctions, cleaning
    "làm việc|giao (?:nhận|quân|dịch|lưu)|trao lệnh",  # offices and soldiers: «giao nhận quân»
    "thi công|đào|sửa chữa|bảo trì|phân luồng|phân làn",  # works on roads
    "bầu cử|bỏ phiếu|học|kiểm tra|lớp|buổi|phiên|tập huấn|diễn tập|xe|trực",  # votes, lessons, sittings, drills
    "(?:nhận|trả|nhận và trả) (?:đơn|hồ sơ|giấy)",  # papers taken in
    "giải (?:quyết|đấu|chạy|bóng)|đêm|lễ hội|liên hoan|ngày hội|quay|cho (?:mượn|thuê)",  # matches, nights, fairs
    "xả|đóng điện|súc rửa|bổ sung|hiến máu",  # water, current, blood
    "làm (?:lễ|căn cước|thẻ|thủ tục)|tọa đàm|uống|hướng dẫn|bốc thăm",  # papers made, talks held
    "công bố|dán|thông xe|giỗ|rước|tế|dâng hương|múa|tập",  # results, roads, old customs
)
# It is to come, or what follows is its list.
AHEAD = whole_words(
    "sẽ|dự kiến|theo kế hoạch|(?<!du )lịch(?! sử)",  # it is to come
    # a list follows
    "như sau|cụ thể|(?<!trong )thời gian(?! qua| vừa| trước| tới)|thông báo(?! số)|vận động|đồng loạt",
    "cho (?:đến|tới) khi|tới lúc|đến khi|sắp",  # until then
)
SURELY_AHEAD = re.compile(
    r"""
      # who asks or closes
      (?<!\w) (?:
          sẽ | kính[ ]mời | mời | đề[ ]nghị | yêu[ ]cầu | dự[ ]kiến | có[ ]mặt | cấm
        | tạm[ ](?:ngừng|ngưng|dừng) | thời[ ]gian | xin | nhớ | phải | mang[ ]theo
        | mỗi[ ](?:hộ|nhà|tổ)
      ) (?!\w)
    | đồng[ ]loạt[ ]vào
    """,
    re.VERBOSE,
)
CLOSED = whole_words(
    "cấm|tạm (?:ngừng|ngưng|dừng|đóng|nghỉ)|ngừng|ngưng|cúp|cắt|mất (?:điện|nước)",
    "đóng (?:cửa|cổng|đường|cầu)|phong t[ỏo][aả]|hạn chế|phân luồng",
    "không (?:đón|nhận|ra|được|cho|còn|thu|đi)|dừng|nghỉ(?! hưu)",
)
MOVED_OFFICE = whole_words(
    "chuyển|dời|dọn|làm việc tại|trụ sở",  # where it goes to
    "nhận (?:và trả )?hồ sơ|tiếp nhận",  # what it takes in from then on
    "thi công|đào|sửa",  # works begin
    "mở cửa|mở|hoạt động|thu gom|phục vụ",  # opened, served
    "áp dụng giờ|giờ (?:làm việc|mở cửa|thu gom|đổ rác)",  # other hours
)
LABEL = re.compile(
    r"""
    # where a label begins: a line, a mark of a list, «1.», «a)»
    (?:^|[\n;¦(.:–-][ ]?|[0-9a-zđ]{1,2}[.)/][ ]?|[-+•*▪➢✓👉⏰✅📅🕖🕗🕒][ ]?) [^.;\n]{0,30}?
    (?:
        thời[ ]gian | thời[ ]hạn | thời[ ]điểm | lịch | ngày[ ]giờ  # a time
        # «ngày khám:», «đợt 2:», «buổi sáng:»
      | ngày[ ] (?:
            tiêm | thi | khám | họp | tổ[ ]chức | chi[ ]trả | phát | nhận | khai[ ]giảng
          | tựu[ ]trường | khai[ ]mạc | làm | cắt | thu | giao[ ]dịch | bầu[ ]cử | hội | đấu[ ]giá
          | bắt[ ]đầu | kết[ ]thúc | phun | lấy | trả | nộp | đăng[ ]ký | mở | học
        )
      | đợt[ ][0-9ivx]{1,3} | lần[ ][0-9]
        # a part of the day, a beginning or an end
      | buổi | giờ | khi[ ]nào | bắt[ ]đầu | khai[ ]mạc | bế[ ]mạc | đăng[ ]ký | tổ[ ]chức
    )
    (?![ ](?:ký|đăng(?![ ]ký)|cập[ ]nhật|xuất[ ]bản|phát[ ]hành|gửi))  # not «ngày ký:», «thời gian đăng:»
    # its colon, and nothing else before the time
    [^.;\n]{0,60}:[ ]? (?:từ[ ]|khai[ ]mạc[ ]|bắt[ ]đầu[ ]|trong[ ]|vào[ ]|dự[ ]kiến[ ]|lúc[ ])* $
    """,
    re.VERBOSE,
)
