"""The words that make a time one to act: who asks, what is offered or closed, and what is to come. Plain lower case."""

from __future__ import annotations

import re

# Somebody is asked to do something, or to come.
ASKED = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|kính mời|trân trọng mời|mời|phải|cần(?! thơ)|nhớ|hãy|xin(?! phép)|nhắc|có mặt|"
    r"đăng ký|đăng kí|ghi tên|nộp|đóng (?:phí|tiền|quỹ|học)|"
    r"gửi|trả lại|trả phiếu|đến (?:nhận|dự|tiêm|khám|làm|lấy|họp|bổ sung|tham|xem|nơi|để|trạm)|tới (?:dự|nhận|xem|"
    r"lấy|chung)|đưa (?:con|trẻ|cháu|các)|dắt|mang|tham gia|tham dự|tham quan|"
    r"dự (?:họp|lễ|thi|tuyển|hội)|cùng dự|nhận (?:quà|kết quả|tiền|thẻ|giấy)|hoàn thành|hoàn tất|kê khai|khai báo|"
    r"khai lại|khai|tháo|tháo dỡ|di dời|treo|bàn giao|"
    r"chấp hành|bỏ phiếu|đi bầu|bầu|mua|góp ý|ý kiến|phản ánh|khiếu nại|thắc mắc|chuẩn bị|dự trữ|dọn|"
    r"thực hiện xong|làm xong|xong|vào (?:xem|thăm|cửa)|"
    r"ai (?:muốn|thích|có)|không (?:bật|đốt|đỗ|để|thả|ra|vứt|đổ|mang|chạy|lấn|tụ)|mỗi (?:nhà|hộ|tổ)|nhà nào|xem|"
    r"hạn|đổi|bổ sung|thanh toán|kích hoạt|cập nhật|báo cho|liên hệ|hẹn)(?!\w)"
)
INVITED = re.compile(
    r"(?<!\w)(?:(?:kính |trân trọng )?mời|đề nghị|yêu cầu|xin|nhớ|có mặt|đến (?:dự|nhận|họp|tiêm|bổ sung)|"
    r"tới (?:dự|chung)|cùng dự|phải|cần(?! thơ))(?!\w)"
)
# What a ward, a school, a company does for people or closes to them.
SERVICE = re.compile(
    r"(?<!\w)(?:tạm (?:ngừng|ngưng|dừng|đóng|nghỉ)|ngừng|ngưng|cắt|cúp|mất (?:điện|nước)|có điện|cấm|hạn chế|"
    r"đóng (?:cửa|cổng|đường|cầu)|phong tỏa|phong toả|tiêm|khám|phun|"
    r"cấp (?:phát|thẻ|căn cước|nước|điện|giấy|đổi|lại)|chi trả|chi tiền|phát|trao|tặng|thu(?! hút)|bán|"
    r"tiếp (?:công dân|dân|nhận|xúc|khách)|gặp|đối thoại|"
    r"lấy (?:ý kiến|mẫu|phiếu)|niêm yết|công khai|mở (?:cửa|lớp|hội|màn|bán|sân|sáng|đăng)|mở(?= (?:ngày|từ))|"
    r"khai (?:mạc|hội|trương|giảng)|bế (?:mạc|giảng)|tựu trường|tổ chức|diễn ra|chuyển (?:về|sang|trụ|địa|đến|tới)|"
    r"dời|dọn (?:sang|về)|họp|thi (?:tuyển|công|đấu)|hội thi|tuyển sinh|tuyển|nghỉ|hội chợ|lễ|hội (?:làng|trại|"
    r"thao|chợ|hoa|xuân|báo|diễn|nghị)|đón|chiếu|biểu diễn|trưng bày|triển lãm|"
    r"xét nghiệm|đấu giá|ra quân|tổng vệ sinh|vệ sinh|làm việc|giao (?:nhận|quân|dịch|lưu)|trao lệnh|thi công|đào|"
    r"sửa chữa|bảo trì|phân luồng|phân làn|bầu cử|bỏ phiếu|"
    r"học|kiểm tra|lớp|buổi|phiên|tập huấn|diễn tập|xe|trực|(?:nhận|trả|nhận và trả) (?:đơn|hồ sơ|giấy)|"
    r"giải (?:quyết|đấu|chạy|bóng)|đêm|lễ hội|liên hoan|ngày hội|quay|cho (?:mượn|thuê)|"
    r"xả|đóng điện|súc rửa|bổ sung|hiến máu|làm (?:lễ|căn cước|thẻ|thủ tục)|tọa đàm|uống|hướng dẫn|bốc thăm|"
    r"công bố|dán|"
    r"thông xe|giỗ|rước|tế|dâng hương|múa|tập)(?!\w)"
)
# It is to come, or what follows is its list.
AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|theo kế hoạch|(?<!du )lịch(?! sử)|như sau|cụ thể|(?<!trong )thời gian(?! qua| vừa|"
    r" trước| tới)|thông báo(?! số)|vận động|đồng loạt|"
    r"cho (?:đến|tới) khi|tới lúc|đến khi|sắp)(?!\w)"
)
SURELY_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|kính mời|mời|đề nghị|yêu cầu|dự kiến|có mặt|cấm|tạm (?:ngừng|ngưng|dừng)|thời gian|xin|nhớ|phải|"
    r"mang theo|mỗi (?:hộ|nhà|tổ))(?!\w)|đồng loạt vào"
)
# Of a sentence that opens with its day only these say that it is no report: «Ngày 06/8, trụ sở … sẽ chuyển về …».
OPENING_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|kính mời|mời|đề nghị|dự kiến|có mặt|cấm|cắt điện|mất (?:điện|nước)|tạm (?:ngừng|ngưng|"
    r"dừng) (?:cấp|cung|thu|tiếp|lưu)|xin|nhớ|mỗi (?:hộ|nhà|tổ)|bà con|phụ huynh)(?!\w)"
    r"|(?:thí sinh|học sinh|các hộ|hộ dân|người dân|công dân|nhân dân|cử tri|khách hàng)(?: [^.,;]{0,30})? (?:đến|"
    r"có mặt|nộp|tập trung|làm thủ tục|nhận|đi|bầu|đăng ký)(?!\w)"
)
CLOSED = re.compile(
    r"(?<!\w)(?:cấm|tạm (?:ngừng|ngưng|dừng|đóng|nghỉ)|ngừng|ngưng|cúp|cắt|mất (?:điện|nước)|đóng (?:cửa|cổng|"
    r"đường|cầu)|phong t[ỏo][aả]|hạn chế|phân luồng|không (?:đón|nhận|ra|được|cho|còn|thu|đi)|"
    r"dừng|nghỉ(?! hưu))(?!\w)"
)
MOVED_OFFICE = re.compile(
    r"(?<!\w)(?:chuyển|dời|dọn|làm việc tại|trụ sở|nhận (?:và trả )?hồ sơ|tiếp nhận|thi công|đào|sửa|mở cửa|"
    r"mở|hoạt động|thu gom|phục vụ|áp dụng giờ|giờ (?:làm việc|mở cửa|thu gom|đổ rác))(?!\w)"
)
LABEL = re.compile(
    r"(?:^|[\n;¦(.:–-] ?|[0-9a-zđ]{1,2}[.)/] ?|[-+•*▪➢✓👉⏰✅📅🕖🕗🕒] ?)[^.;\n]{0,30}?(?:thời gian|thời hạn|thời điểm|"
    r"lịch|ngày giờ|ngày (?:tiêm|thi|khám|họp|tổ chức|chi trả|phát|nhận|khai giảng|tựu trường|khai mạc|làm|cắt|thu|"
    r"giao dịch|bầu cử|hội|đấu giá|bắt đầu|kết thúc|phun|lấy|trả|nộp|đăng ký|mở|học)|đợt [0-9ivx]{1,3}|lần [0-9]|"
    r"buổi|giờ|khi nào|bắt đầu|khai mạc|bế mạc|đăng ký|tổ chức)"
    r"(?! (?:ký|đăng(?! ký)|cập nhật|xuất bản|phát hành|gửi))[^.;\n]{0,60}: ?(?:từ |khai mạc |bắt đầu |trong |vào |"
    r"dự kiến |lúc )*$"
)
