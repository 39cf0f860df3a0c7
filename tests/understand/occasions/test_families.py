"""Families of phrases in which notices name anniversaries, each with siblings and with what only looks like it."""

from __future__ import annotations

import pytest

from bulletin import knowledge
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary

WORDS = vocabulary(knowledge.load(), ())
Stated = tuple[int | None, str, str]

# --- two whole dates with a slash between, or dots inside -------------------------------------------------------------
SLASHED: list[tuple[str, list[Stated]]] = [
    ("Kỷ niệm 30 năm ngày thành lập thôn Mẫu Hạ (07.9.1996/07.9.2026)", [(30, "1996-09-07", "2026-09-07")]),
    ("chào mừng 15 năm thành lập chợ Mẫu (2.10.2011 / 2.10.2026), các hộ", [(15, "2011-10-02", "2026-10-02")]),
    ("kỷ niệm 136 năm Ngày Quốc tế Lao động (01/5/1886/01/5/2022)", [(136, "1886-05-01", "2022-05-01")]),
    ("kỷ niệm 136 năm Ngày Quốc tế Lao động (01/5/1886 / 01/5/2022)", [(136, "1886-05-01", "2022-05-01")]),
    ("75 năm Ngày Thương binh - Liệt sĩ (27-7-1947/27-7-2022)", [(75, "1947-07-27", "2022-07-27")]),
    ("Nhân 60 năm Ngày truyền thống Trường Mẫu 05.9.1966/05.9.2026.", [(60, "1966-09-05", "2026-09-05")]),
    ("Ngày thành lập Hợp tác xã Mẫu (14.3.1981/14.3.2026)", [(None, "1981-03-14", "2026-03-14")]),
    ("20 năm thành lập Đội văn nghệ Mẫu (5.2006/5.2026)", [(20, "2006-05", "2026-05")]),
    ("kỷ niệm 20 năm thành lập Đội kèn Mẫu (22.12.2006 ÷ 22.12.2026)", [(20, "2006-12-22", "2026-12-22")]),
    (
        "Lễ kỷ niệm 50 năm Ngày thành lập Trường THPT Mẫu (20.11.1976/20.11.2026) diễn ra ấm cúng.",
        [(50, "1976-11-20", "2026-11-20")],
    ),
    ("nhân dịp 45 năm thành lập huyện Mẫu Đức ( 02.9.1981 / 02.9.2026 ), huyện", [(45, "1981-09-02", "2026-09-02")]),
    ("96 năm ngày thành lập Đảng Cộng sản Việt Nam (03.02.1930/03.02.2026)", [(96, "1930-02-03", "2026-02-03")]),
    ("Kỷ niệm 136 năm ngày sinh Chủ tịch Hồ Chí Minh (19.5.1890 – 19.5.2026)", [(136, "1890-05-19", "2026-05-19")]),
    ("Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến 19.12.1946/19.12.2026", [(80, "1946-12-19", "2026-12-19")]),
    ("chào mừng 5 năm thành lập phường Mẫu (15-8-2021/15-8-2026).", [(5, "2021-08-15", "2026-08-15")]),
    (
        "Kỷ niệm 25 năm ngày thành lập xã Mẫu Sơn (12.5.2001/ 12.5.2026) và 15 năm đón bằng công nhận xã nông thôn mới",
        [(25, "2001-05-12", "2026-05-12"), (15, "", "")],
    ),
    # What looks like it.
    ("Nhận hồ sơ từ 12.5.2026/15.5.2026 tại bộ phận một cửa.", []),
    ("Năm học 2025/2026, trường Mẫu đón 300 em.", []),
    ("Căn cứ Quyết định số 12.5.2001/QĐ-UBND ngày 12.5.2001", []),
    ("Kế hoạch 5 năm xây chợ (01.3.2021/31.12.2026)", []),
]

# --- a name in quotation marks that begins with a count ---------------------------------------------------------------
QUOTED: list[tuple[str, list[Stated]]] = [
    ("Trưng bày ảnh “50 năm một dải đất Mẫu 1976 - 2026” kéo dài một tuần.", [(50, "1976", "2026")]),
    ('Tọa đàm "20 năm dạy và học ở Trường Tiểu học Mẫu" mở tại hội trường.', [(20, "", "")]),
    ("đêm thơ «30 năm bến sông quê» do Câu lạc bộ Mẫu dựng", [(30, "", "")]),
    ('Triển lãm ảnh "25 năm xã Mẫu vươn lên (2001-2026)" tại nhà văn hóa', [(25, "2001", "2026")]),
    ("Cuộc thi viết “15 năm dưới mái trường Mẫu” nhận bài qua thư.", [(15, "", "")]),
    ('Chương trình nghệ thuật với chủ đề: "45 năm làng nghề Mẫu" có ba phần', [(45, "", "")]),
    ('ra mắt kỷ yếu "60 năm truyền thống Hợp tác xã Mẫu" (1966 - 2026)', [(60, "1966", "2026")]),
    ('Hội diễn "35 năm truyền thống Trường Mẫu" (15/9/1991 - 15/9/2026)', [(35, "1991-09-15", "2026-09-15")]),
    ('Giao lưu "10 năm thành lập Câu lạc bộ Mẫu"', [(10, "", "")]),
    ('Phòng trưng bày "30 năm một mái trường 1996 - 2026" đón khách tham quan.', [(30, "1996", "2026")]),
    ("Chương trình giao lưu nghệ thuật “50 năm khúc hát quê hương” bắt đầu lúc 20 giờ.", [(50, "", "")]),
    ('Cuốn sách ảnh "60 năm Công an xã Mẫu lớn lên cùng dân" vừa ra mắt.', [(60, "", "")]),
    ('Hội thi "20 năm sáng mãi truyền thống bộ đội" thu hút 9 đội.', [(20, "", "")]),
    ("Triển lãm tranh '25 năm phố phường đổi mới' tại đình Mẫu", [(25, "", "")]),
    ('Phim tài liệu "75 năm vững bước dưới cờ Đảng 1951-2026" chiếu tại sân đình', [(75, "1951", "2026")]),
    ('Đêm văn nghệ: "15 năm tiếng hát Hoa Phượng"', [(15, "", "")]),
    ('Lễ hội mang tên "10 năm vùng chè Mẫu" mở ngày 5/6/2026', [(10, "", "")]),
    ('Sổ vàng "40 năm xây dựng và trưởng thành (1986 – 2026)" được trao cho trường.', [(40, "1986", "2026")]),
    ("Tổ dân phố 4 tổ chức kỷ niệm 18 năm thành lập (03.4.2008/03.4.2026).", [(18, "2008-04-03", "2026-04-03")]),
    (
        "Giải bóng đá thiếu nhi chào mừng 15 năm Ngày thành lập phường (1.6.2011/1.6.2026) khai mạc sáng 30.5.",
        [(15, "2011-06-01", "2026-06-01")],
    ),
    ('UBND xã khai mạc triển lãm ảnh "35 năm Mẫu Sơn hôm qua và hôm nay 1991 - 2026".', [(35, "1991", "2026")]),
    ('Liên hoan tiếng hát "20 năm Hội Người cao tuổi phường Mẫu" có 14 đội.', [(20, "", "")]),
    ("Hội thảo khoa học “45 năm Trường Trung cấp Mẫu: chặng đường và triển vọng”", [(45, "", "")]),
    ("Toạ đàm “30 năm đồng hành cùng nông dân”", [(30, "", "")]),
    ('Cuộc thi tìm hiểu "96 năm truyền thống Hội Nông dân Việt Nam"', [(96, "", "")]),
    ('Khai mạc phòng tranh "50 NĂM ĐẤT NƯỚC THỐNG NHẤT 1976 - 2026"', [(50, "1976", "2026")]),
    ('Chương trình "25 năm nghĩa tình biên giới (2001 – 2026)" phát lúc 20 giờ', [(25, "2001", "2026")]),
    ('biểu ngữ "70 năm ngành cấp nước 1956–2026" treo trước cổng', [(70, "1956", "2026")]),
    # What looks like it.
    ('Bà con kể: "40 năm trước chỗ này là ruộng".', []),
    ('Cụ nói "30 năm tôi ở xóm này, chưa thấy lụt to thế"', []),
    ('Hội nghị "10 năm thực hiện Nghị quyết số 33-NQ/TW"', []),
    ('danh hiệu "5 năm liền gia đình văn hóa"', []),
    ('tấm biển "50 năm tuổi Đảng" treo giữa nhà', []),
    ('Chuyên mục "5 năm nữa phường ta ra sao" có bài mới', []),
    ('Giải thưởng cho bài "20 năm sau gặp lại" của học sinh', []),
    ('triển lãm "Sắc màu quê Mẫu" mở cửa 3 năm một lần', []),
]

# --- a day of the registry without its date ---------------------------------------------------------------------------
UNDATED: list[tuple[str, list[Stated]]] = [
    ("Nhân Ngày Nhà giáo Việt Nam, học sinh đến chúc thầy cô.", [(None, "", "")]),
    ("nhân dịp Ngày Quốc tế Phụ nữ, Hội Phụ nữ gói bánh", [(None, "", "")]),
    ("Nhân ngày Thương binh - Liệt sĩ, đoàn viên thắp nến tại nghĩa trang.", [(None, "", "")]),
    ("Phường tặng sách cho thiếu nhi nhân Ngày Sách và Văn hóa đọc Việt Nam.", [(None, "", "")]),
    ("NHÂN DỊP NGÀY BÁO CHÍ CÁCH MẠNG VIỆT NAM", [(None, "", "")]),
    ("Nhân dịp kỷ niệm Ngày thành lập Hội Nông dân Việt Nam, chi hội họp mặt", [(None, "", "")]),
    ("Chào mừng Ngày Gia đình Việt Nam, tổ dân phố tổ chức thi nấu ăn", [(None, "", "")]),
    ("nhân Ngày truyền thống Trường Tiểu học Mẫu, các em thi kéo co", [(None, "", "")]),
    ("Nhân Ngày thành lập Hội Khuyến học Mẫu, hội trao 12 suất quà", [(None, "", "")]),
    ("Nhân Ngày Thầy thuốc Việt Nam và Ngày Quốc tế Phụ nữ, phường thăm trạm", [(None, "", ""), (None, "", "")]),
    ("nhân dịp Quốc khánh, phường treo đèn", [(None, "", "")]),
    ("Nhân Ngày Phụ nữ Việt Nam, hội viên chi hội 3 tặng nhau hoa.", [(None, "", "")]),
    ("Nhân dịp Ngày Gia đình Việt Nam, tổ 5 nấu cơm chung.", [(None, "", "")]),
    ("Nhân Ngày Quốc tế Người cao tuổi, phường mừng thọ 12 cụ.", [(None, "", "")]),
    ("nhân dịp ngày Thương binh - Liệt sĩ, đoàn phường dọn nghĩa trang", [(None, "", "")]),
    ("Nhân Ngày hội Đại đoàn kết toàn dân tộc, khu phố làm cỗ.", [(None, "", "")]),
    ("Nhân Ngày Pháp luật Việt Nam, phường mở phiên tòa giả định.", [(None, "", "")]),
    ("Nhân dịp Ngày Khuyến học Việt Nam, quỹ trao học bổng.", [(None, "", "")]),
    ("Nhân Ngày Môi trường thế giới, học sinh nhặt rác.", [(None, "", "")]),
    ("Nhân ngày Quốc tế Thiếu nhi, trạm khám răng cho 100 cháu", [(None, "", "")]),
    ("Nhân Ngày Thế giới phòng, chống AIDS, phường phát tờ rơi", [(None, "", "")]),
    ("Nhân Ngày Điều dưỡng Việt Nam, trạm tặng hoa.", [(None, "", "")]),
    ("Nhân Ngày Thế giới không thuốc lá, chợ treo biển cấm hút.", [(None, "", "")]),
    ("Nhân dịp Ngày Lương thực thế giới, hội thi nấu ăn", [(None, "", "")]),
    ("Nhân Ngày Sân khấu Việt Nam, đội chèo diễn ba tối.", [(None, "", "")]),
    ("Nhân Ngày vì người nghèo, phường quyên góp", [(None, "", "")]),
    ("Nhân Ngày Nhà giáo Việt Nam\n\nphường tặng hoa", [(None, "", "")]),
    ("- Nhân Ngày Biên phòng toàn dân, đoàn thăm đồn.", [(None, "", "")]),
    ("Sáng nay, nhân Ngày Quốc tế Hạnh phúc, trường mở hội", [(None, "", "")]),
    ("nhân dịp Ngày Chuyển đổi số quốc gia, tổ công nghệ số", [(None, "", "")]),
    ("Nhân Ngày Dân số thế giới, cộng tác viên đi từng ngõ", [(None, "", "")]),
    ("Nhân dịp Ngày Công tác xã hội Việt Nam", [(None, "", "")]),
    ("Nhân Ngày toàn dân phòng cháy và chữa cháy, công an phường diễn tập", [(None, "", "")]),
    ("Nhân dịp Ngày thành lập Đoàn, chi đoàn 5 dọn kênh.", [(None, "", "")]),
    ("nhân Ngày truyền thống học sinh, sinh viên", [(None, "", "")]),
    ("Nhân Ngày Người khuyết tật Việt Nam, Phó Chủ tịch phường trao xe lăn.", [(None, "", "")]),
    ("Nhân dịp Ngày sinh Chủ tịch Hồ Chí Minh, thiếu nhi viếng Lăng", [(None, "", "")]),
    # What looks like it, or has its date.
    ("Nhân Ngày Thầy thuốc Việt Nam 27/2, phường thăm trạm", [(None, "", "--02-27")]),
    ("Nhân Ngày Thầy thuốc Việt Nam (27/2/2026)", [(None, "", "2026-02-27")]),
    ("Nhân ngày nghỉ, bà con quét ngõ.", []),
    ("Nhân dịp Tết Nguyên đán, phường tặng quà hộ nghèo.", []),
    ("nhân dịp Tết Trung thu, các cháu rước đèn", []),
    ("nhân dịp năm mới, nhân dịp đầu xuân, nhân ngày đầu tuần", []),
    ("Công nhân ngày càng đông; bệnh nhân ngày thứ hai được về.", []),
    ("nhân ngày hội việc làm, có 12 công ty tuyển người", []),
    ("Thư viện đọc sách về Ngày Thầy thuốc Việt Nam.", []),
    ("nhân ngày chủ nhật xanh, nhân ngày đại đoàn kết", []),
]

# --- the day of the next line -----------------------------------------------------------------------------------------
NEXT_LINE: list[tuple[str, list[Stated]]] = [
    ("Họp mặt kỷ niệm 60 năm Ngày thành lập Hợp tác xã Mẫu\nNgày 3/6, xã viên cũ gặp nhau.", [(60, "", "")]),
    ("Lễ kỷ niệm 30 năm Ngày truyền thống Trường Mẫu\nSáng 15/11, thầy trò dự lễ.", [(30, "", "")]),
    ("Chào mừng 25 năm Ngày tái lập xã Mẫu\nNgày 12/5/2026, cả xã ra đường làng.", [(25, "", "")]),
    ("Giải cờ kỷ niệm 20 năm Ngày mở bến Mẫu\n18/4 - 12 kỳ thủ đã đăng ký", [(20, "", "")]),
    ("Tin kỷ niệm 40 năm Ngày dựng đình Mẫu\nVào ngày 9/2, các cụ rước kiệu.", [(40, "", "")]),
    ("Hội thi kỷ niệm 10 năm Ngày thành lập phường Mẫu\nChiều ngày 1/8/2026, hội thi bế mạc.", [(10, "", "")]),
    ("Gặp mặt kỷ niệm Ngày thành lập Đội dân phòng Mẫu\nNgày 7/4, ba mươi đội viên dự.", [(None, "", "")]),
    ("Thăm trạm nhân 71 năm Ngày Thầy thuốc Việt Nam\nNgày 27/2, phường tặng hoa.", [(71, "", "")]),
    ("Hội thi bơi kỷ niệm 20 năm Ngày mở bể bơi Mẫu\nNgày 11/7, các em thiếu nhi thi ba cự ly.", [(20, "", "")]),
    ("Trồng cây kỷ niệm 30 năm Ngày lập thôn Mẫu\nNgày 8/2, bà con trồng 100 cây.", [(30, "", "")]),
    ("Văn nghệ chào mừng 10 năm Ngày thành lập Câu lạc bộ Mẫu\nTối 6/8, đội văn nghệ biểu diễn.", [(10, "", "")]),
    ("Họp mặt kỷ niệm 51 năm Ngày Giải phóng miền Nam\nNgày 28/4, các cựu chiến binh gặp nhau.", [(51, "", "")]),
    ("Mít tinh kỷ niệm 96 năm Ngày thành lập Hội Nông dân Việt Nam\nNgày 14/10, hội viên dự mít tinh.", [(96, "", "")]),
    ("KỶ NIỆM 15 NĂM NGÀY THÀNH LẬP CHỢ MẪU\nNgày 3/3/2026, ban quản lý chợ", [(15, "", "")]),
    ("Ra quân kỷ niệm 25 năm Ngày thành lập Đội tình nguyện Mẫu\n\nNgày 9/5, đội nhặt rác bờ hồ.", [(25, "", "")]),
    ("Gặp mặt kỷ niệm 35 năm Ngày mở đường Mẫu\nSáng ngày 6/10, các bác công nhân cũ về dự.", [(35, "", "")]),
    ("Lễ dâng hương kỷ niệm 100 năm Ngày dựng chùa Mẫu\nNgày 15/8/2026, phật tử dâng hương.", [(100, "", "")]),
    ("Dọn vệ sinh chào mừng 20 năm Ngày thành lập tổ dân phố Mẫu\nNgày 1-3, các hộ quét ngõ.", [(20, "", "")]),
    ("Kỷ niệm 50 năm Ngày khánh thành đập Mẫu\nNgày mùng 5 tháng 4, dân làng mở hội.", [(50, "", "")]),
    # A line that goes on: the day is the occasion's.
    ("kỷ niệm 75 năm ngày thương binh liệt sỹ\n27/7", [(75, "", "--07-27")]),
    ("kỷ niệm 50 năm Ngày mở chợ Mẫu\n(5/4/1976 - 5/4/2026)", [(50, "1976-04-05", "2026-04-05")]),
    ("kỷ niệm 50 năm Ngày mở chợ Mẫu\n(05/4/2026)", [(50, "", "2026-04-05")]),
    ("kỷ niệm 50 năm\nNgày mở chợ Mẫu 5/4", [(50, "", "--04-05")]),
]

# --- a count whose «năm» was left out ---------------------------------------------------------------------------------
LOST: list[tuple[str, list[Stated]]] = [
    ("Chào mừng 20 thành lập phường Mẫu, các tổ quét ngõ.", [(20, "", "")]),
    ("kỷ niệm 35 thành lập Trường Mầm non Mẫu", [(35, "", "")]),
    ("KỶ NIỆM 40 THÀNH LẬP HỘI LÀM VƯỜN MẪU", [(40, "", "")]),
    ("nhân dịp 15 tái lập xã Mẫu, đình làng mở hội", [(15, "", "")]),
    ("hướng tới 50 truyền thống Trường Mẫu", [(50, "", "")]),
    ("kỷ niệm 47 giải phóng miền Nam (30/4/1975 - 30/4/2022)", [(47, "1975-04-30", "2022-04-30")]),
    ("chào mừng kỷ niệm 60 Ngày thành lập Hợp tác xã Mẫu", [(60, "", "")]),
    ("chào mừng 30 thành lập xã Mẫu (12/5/1996 - 12/5/2026)", [(30, "1996-05-12", "2026-05-12")]),
    ("Hướng tới kỷ niệm 20 thành lập Câu lạc bộ Mẫu, hội viên tập văn nghệ.", [(20, "", "")]),
    ("nhân dịp kỷ niệm 50 thành lập Hợp tác xã Mẫu", [(50, "", "")]),
    ("chào mừng 15 thành lập phường Hòa Mẫu", [(15, "", "")]),
    ("Giải cầu lông chào mừng kỷ niệm 25 thành lập xã", [(25, "", "")]),
    ("kỷ niệm 96 thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2026)", [(96, "1930-02-03", "2026-02-03")]),
    ("Xã Mẫu Sơn treo cờ chào mừng 30 thành lập xã.", [(30, "", "")]),
    ("liên hoan kỷ niệm 10 thành lập câu lạc bộ dưỡng sinh", [(10, "", "")]),
    ("chào mừng 60 truyền thống ngành cấp nước", [(60, "", "")]),
    ("Trường Mẫu kỷ niệm 45 thành lập trường (5/9/1981 - 5/9/2026)", [(45, "1981-09-05", "2026-09-05")]),
    ("thi đua chào mừng 20 xây dựng và phát triển phường Mẫu", [(20, "", "")]),
    ("chào mừng 81 Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", [(81, "", "")]),
    ("kỷ niệm 72 Giải phóng Thủ đô", [(72, "", "")]),
    ("kỷ niệm 15 khánh thành cầu Mẫu", [(15, "", "")]),
    # What looks like it.
    ("chào mừng 30 thành viên mới của câu lạc bộ", []),
    ("Chào mừng 45 đại biểu về dự họp mặt", []),
    ("kỷ niệm chương cho 12 hội viên", []),
    ("Phường có 30 thành phần dự họp; 12 thành lập tổ tự quản", []),
    ("chào mừng 100 ngày thi đua", []),
    ("Chào mừng 20 thành tích của chi đoàn", []),
]

# --- figures in the name, the day in brackets behind it ---------------------------------------------------------------
NUMBERED: list[tuple[str, list[Stated]]] = [
    ("kỷ niệm 40 năm Ngày thành lập Trường Tiểu học Mẫu 2 (5-9-2026)", [(40, "", "2026-09-05")]),
    ("kỷ niệm 55 năm Ngày truyền thống Đội xe số 12 (07-11-2026).", [(55, "", "2026-11-07")]),
    ("chào mừng 30 năm Ngày thành lập Tổ may 4 (20/8/2026)", [(30, "", "2026-08-20")]),
    ("mít tinh kỷ niệm 70 năm Ngày thành lập Xí nghiệp gạch 3 (2.4.1956)", [(70, "1956-04-02", "")]),
    ("kỷ niệm 25 năm thành lập Trạm bơm số 6 (14-02-2001 - 14-02-2026)", [(25, "2001-02-14", "2026-02-14")]),
    ("kỷ niệm 50 năm Ngày truyền thống Đoàn xe 7 Mẫu (1-6-2026)", [(50, "", "2026-06-01")]),
    ("kỷ niệm 20 năm Ngày thành lập Chợ số 1, số 2 (9-5-2026)", [(20, "", "")]),
    ("kỷ niệm 45 năm Ngày thành lập Nhà máy 19/5 (10-4-2026)", [(45, "", "2026-04-10")]),
    ("kỷ niệm 30 năm Ngày thành lập Trường Mầm non số 4 (15-10-2026)", [(30, "", "2026-10-15")]),
    ("chào mừng 80 năm Ngày truyền thống Trung đoàn 66 (01-8-2026)", [(80, "", "2026-08-01")]),
    ("họp mặt kỷ niệm 50 năm Ngày thành lập Công ty May 10 (8-1-2026), công nhân", [(50, "", "2026-01-08")]),
    ("kỷ niệm 65 năm Ngày truyền thống Bệnh viện 7 (19-5-1961)", [(65, "1961-05-19", "")]),
    ("nhân kỷ niệm 60 năm Ngày thành lập Nhà máy Z1 (12-3-2026)", [(60, "", "2026-03-12")]),
    ("kỷ niệm 20 năm Ngày thành lập Tổ dân phố 12 phường Mẫu (4-4-2026)", [(20, "", "2026-04-04")]),
    ("kỷ niệm 70 năm Ngày thành lập Nông trường 2-9 (6-6-2026)", [(70, "", "2026-06-06")]),
    ("chào mừng 45 năm Ngày thành lập Trường THCS Mẫu 1 (20-11-2026) và khai giảng", [(45, "", "2026-11-20")]),
    ("nhân dịp 10 năm Ngày thành lập Chi hội 5 (2-9-2026)", [(10, "", "2026-09-02")]),
    ("mừng 75 năm Ngày truyền thống Sư đoàn 3 (09-10-2026)!", [(75, "", "2026-10-09")]),
    ("kỷ niệm 50 năm thành lập Cửa hàng mậu dịch số 15 (3-2-2026).", [(50, "", "2026-02-03")]),
    ("kỷ niệm 30 năm Ngày truyền thống Đội thanh niên xung phong 34 (15-7-2026)", [(30, "", "2026-07-15")]),
    ("kỷ niệm 40 năm Ngày thành lập Trạm 110 kV (1-1-2026)", [(40, "", "2026-01-01")]),
    ("kỷ niệm 60 năm Ngày thành lập Trường cấp 2, 3 Mẫu (15-8-2026)", [(60, "", "2026-08-15")]),
    # A figure that is not of the name; a day that is not the occasion's.
    ("kỷ niệm 20 năm thành lập phường Mẫu 12 đội thi đấu từ ngày 5-9-2026", [(20, "", "")]),
    ("Đội số 9 (12-3-2026) trực đêm.", []),
    ("Xưởng in số 9 nhận việc 60 năm nay (12-3-2026)", []),
]

# --- a name that an empty line breaks ---------------------------------------------------------------------------------
BROKEN: list[tuple[str, list[Stated]]] = [
    ("kỷ niệm 136 năm Ngày Quốc tế\n\nLao động (01/5/1886 - 01/5/2022)", [(136, "1886-05-01", "2022-05-01")]),
    ("chào mừng 68 năm Chiến thắng\n\nĐiện Biên Phủ (7/5/1954 – 7/5/2022)", [(68, "1954-05-07", "2022-05-07")]),
    (
        "kỷ niệm 30 năm Ngày truyền thống\n\nTrường Mầm non Mẫu (1/9/1996 - 1/9/2026)",
        [(30, "1996-09-01", "2026-09-01")],
    ),
    (
        "mừng 51 năm Ngày Giải phóng miền Nam,\n\nthống nhất đất nước (30/4/1975 - 30/4/2026)",
        [(51, "1975-04-30", "2026-04-30")],
    ),
    ("Kỷ niệm 40 năm ngày thành lập\n\nHợp tác xã Mẫu (20.8.1986-20.8.2026).", [(40, "1986-08-20", "2026-08-20")]),
    ("kỷ niệm 132 năm Ngày sinh\n\nChủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022)", [(132, "1890-05-19", "2022-05-19")]),
    ("kỷ niệm 25 năm thành lập\n\nthôn Mẫu (9/2001 - 9/2026)", [(25, "2001-09", "2026-09")]),
    ("kỷ niệm 96 năm Ngày thành lập Hội\n\nNông dân Việt Nam (14/10/2026)", [(96, "", "2026-10-14")]),
    (
        "nhân kỷ niệm 77 năm Ngày Cách mạng\n\ntháng Tám thành công (19/8/1945 - 19/8/2022)",
        [(77, "1945-08-19", "2022-08-19")],
    ),
    ("kỷ niệm 72 năm Ngày Giải phóng\n\nThủ đô (10/10/1954 – 10/10/2026)", [(72, "1954-10-10", "2026-10-10")]),
    ("chào mừng 44 năm Ngày Nhà giáo\n\nViệt Nam (20/11/1982 - 20/11/2026).", [(44, "1982-11-20", "2026-11-20")]),
    (
        "kỷ niệm 82 năm Ngày thành lập Quân đội\n\nnhân dân Việt Nam (22/12/1944 - 22/12/2026) và 37 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2026)",
        [(82, "1944-12-22", "2026-12-22"), (37, "1989-12-22", "2026-12-22")],
    ),
    ("kỷ niệm 20 năm ngày thành lập\n\nphường Mẫu (01/01/2006 – 01/01/2026)", [(20, "2006-01-01", "2026-01-01")]),
    ("chào mừng 140 năm Ngày Quốc tế Lao động\n\n(01/5/1886 - 01/5/2026)", [(140, "1886-05-01", "2026-05-01")]),
    ("chào mừng\n\n81 năm Quốc khánh (2/9/1945 – 2/9/2026)", [(81, "1945-09-02", "2026-09-02")]),
    (
        "chào mừng kỷ niệm 136 năm Ngày sinh Chủ tịch\n\nHồ Chí Minh (19/5/1890 - 19/5/2026)!",
        [(136, "1890-05-19", "2026-05-19")],
    ),
    ("kỷ niệm 97 năm Ngày thành lập\n\nCông đoàn Việt Nam (28/7/1929 - 28/7/2026)", [(97, "1929-07-28", "2026-07-28")]),
    (
        "nhiệt liệt chào mừng 101 năm Ngày Báo chí\n\nCách mạng Việt Nam (21/6/1925 – 21/6/2026)",
        [(101, "1925-06-21", "2026-06-21")],
    ),
    ("kỷ niệm 30 năm tái lập\n\ntỉnh Mẫu (01/01/1997 - 01/01/2027)", [(30, "1997-01-01", "2027-01-01")]),
    (
        "treo cờ chào mừng 79 năm Ngày Thương binh -\n\nLiệt sĩ (27/7/1947 - 27/7/2026)",
        [(79, "1947-07-27", "2026-07-27")],
    ),
    (
        "chào mừng 81 năm Ngày Quốc khánh nước Cộng hòa xã hội\n\nchủ nghĩa Việt Nam (2/9/1945 - 2/9/2026) và Tháng thanh niên",
        [(81, "1945-09-02", "2026-09-02")],
    ),
    (
        "mít tinh kỷ niệm 81 năm Cách mạng tháng Tám\n\nvà Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2026)",
        [(81, "1945-09-02", "2026-09-02")],
    ),
    # Two texts, each for itself.
    ("KỶ NIỆM 90 NĂM NGÀY THÀNH LẬP ĐOÀN XE MẪU\n\nĐoàn xe chạy thử (từ 1/2/2026 - 5/2/2026).", [(90, "", "")]),
    ("Kỷ niệm 40 năm Ngày thành lập Trường Mẫu\n\nNgày 5/9 (thứ Bảy), thầy trò dự lễ.", [(40, "", "")]),
    ("Kỷ niệm 40 năm thành lập Trường Mẫu.\n\nHọp tổ (5/9/2026).", [(40, "", "")]),
    (
        "kỷ niệm 20 năm Ngày thành lập phường Mẫu\n\n136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)",
        [(20, "", ""), (136, "1886-05-01", "2022-05-01")],
    ),
]

# --- lists: the day, then its name ------------------------------------------------------------------------------------
LISTED: list[tuple[str, list[Stated]]] = [
    (
        "Ngày 27/2 ngày Thầy thuốc Việt Nam, ngày 08/3 ngày Quốc tế Phụ nữ, ngày 12/3 ngày thành lập đội kèn Mẫu",
        [(None, "", "--02-27"), (None, "", "--03-08"), (None, "", "--03-12")],
    ),
    (
        "ngày 05/6: ngày truyền thống làng chài Mẫu; ngày 21/6: Ngày Báo chí Cách mạng Việt Nam.",
        [(None, "", "--06-05"), (None, "", "--06-21")],
    ),
    (
        "Ngày 11/4/2026 ngày truyền thống trường Mẫu, ngày 17/4 ngày thành lập trạm y tế Mẫu",
        [(None, "", "2026-04-11"), (None, "", "--04-17")],
    ),
    (
        "Ngày 20/11 - Ngày Nhà giáo Việt Nam, ngày 22/11 - ngày truyền thống tổ may Mẫu",
        [(None, "", "--11-20"), (None, "", "--11-22")],
    ),
    (
        "- 02/9 là ngày Quốc khánh\n- 09/9 là ngày thành lập hội chèo Mẫu",
        [(None, "", "--09-02"), (None, "", "--09-09")],
    ),
    (
        "Tháng 3 có: ngày 4/3 ngày truyền thống bến Mẫu, ngày 26/3 ngày thành lập Đoàn TNCS Hồ Chí Minh",
        [(None, "", "--03-04"), (None, "", "--03-26")],
    ),
    (
        "Trong tháng có: ngày 01/12 ngày Thế giới phòng, chống AIDS, ngày 06/12 ngày thành lập Hội Cựu chiến binh Việt Nam, ngày 22/12/2026 ngày thành lập Quân đội nhân dân Việt Nam.",
        [(None, "", "--12-01"), (None, "", "--12-06"), (None, "", "2026-12-22")],
    ),
    (
        "Ngày 05/3 ngày truyền thống thợ mộc Mẫu; ngày 08/3 ngày Quốc tế Phụ nữ; ngày 26/3/2026 ngày thành lập Đoàn",
        [(None, "", "--03-05"), (None, "", "--03-08"), (None, "", "2026-03-26")],
    ),
    (
        "Ngày 18/6 ngày hội gia đình Mẫu, ngày 21/6 ngày báo chí cách mạng Việt Nam, ngày 28/6/2026 ngày gia đình Việt Nam.",
        [(None, "", "--06-18"), (None, "", "--06-21"), (None, "", "2026-06-28")],
    ),
    (
        "ngày 10/9 ngày mở cửa rừng Mẫu, ngày 12/9 ngày truyền thống ngành điện Mẫu",
        [(None, "", "--09-10"), (None, "", "--09-12")],
    ),
    (
        "Ngày 27/7 ngày thương binh liệt sĩ, ngày 28/7 ngày thành lập Công đoàn Việt Nam.",
        [(None, "", "--07-27"), (None, "", "--07-28")],
    ),
    (
        "Ngày 03/3 ngày truyền thống Bộ đội Biên phòng, ngày 08/3 ngày Quốc tế Phụ nữ, ngày 17/3/2026 ngày thành lập hợp tác xã Mẫu.",
        [(None, "", "--03-03"), (None, "", "--03-08"), (None, "", "2026-03-17")],
    ),
    (
        "Các ngày trong tháng: Ngày 02/10 ngày khuyến học Việt Nam, ngày 08/10 ngày truyền thống hội làm vườn Mẫu và ngày 15/10/2026 ngày truyền thống Hội Liên hiệp Thanh niên Việt Nam.",
        [(None, "", "--10-02"), (None, "", "--10-08"), (None, "", "2026-10-15")],
    ),
    (
        "ngày 1/7 ngày bảo hiểm y tế Việt Nam, ngày 6/7 ngày thành lập bưu điện Mẫu, ngày 28/7 ngày thành lập Công đoàn Việt Nam",
        [(None, "", "--07-01"), (None, "", "--07-06"), (None, "", "--07-28")],
    ),
    # What looks like it.
    ("Ngày 09/10 ngày làm việc đầu tiên, ngày 13/10 ngày nghỉ bù.", []),
    ("Ngày 15/4 thành lập đội dân phòng, ngày 20/4 ra mắt", []),
    ("Ngày 09/10, ngày hội việc làm Mẫu mở cửa", []),
    ("Hạn nộp ngày 09/10 ngày 13/10 trả kết quả", []),
    ("đóng phí ngày 10/4, ngày thứ hai họp tổ", []),
    ("Quyết định số 5/QĐ-UBND ngày 14/10/2025 về thành lập Hội Mẫu", []),
]

# --- month and year ---------------------------------------------------------------------------------------------------
MONTHS: list[tuple[str, list[Stated]]] = [
    ("kỷ niệm Chiến thắng Bến Mẫu (3-1968)", [(None, "1968-03", "")]),
    ("Kỷ niệm Khởi nghĩa Mẫu (8/1945), xã dựng bia", [(None, "1945-08", "")]),
    ("kỷ niệm 60 năm Chiến thắng Gò Mẫu (5-1966 - 5-2026)", [(60, "1966-05", "2026-05")]),
    ("kỷ niệm 55 năm Chiến thắng Gò Mẫu (02-1971)", [(55, "1971-02", "")]),
    (
        "kỷ niệm 40 năm Ngày thành lập Trường Mẫu (5/9/1986 - 5/9/2026); 30 năm ra đời tờ tin Mẫu (4/1996 - 4/2026)",
        [(40, "1986-09-05", "2026-09-05"), (30, "1996-04", "2026-04")],
    ),
    (
        "kỷ niệm 50 năm Chiến thắng Đèo Mẫu (3-1976), 45 năm thành lập làng Mẫu (7-1981)",
        [(50, "1976-03", ""), (45, "1981-07", "")],
    ),
    (
        "chào mừng 20 năm thành lập chợ Mẫu (10/2006 - 10/2026), 15 năm khánh thành cầu Mẫu (11/2011 - 11/2026)",
        [(20, "2006-10", "2026-10"), (15, "2011-11", "2026-11")],
    ),
    (
        "kỷ niệm Chiến thắng Đồi Mẫu (11-1965), Chiến thắng Bến Mẫu (3-1968)",
        [(None, "1965-11", ""), (None, "1968-03", "")],
    ),
    ("kỷ niệm Chiến thắng Đồi Mẫu (14/11/1965)", [(None, "1965-11-14", "")]),
    (
        "kỷ niệm 40 năm Ngày thành lập Hội Mẫu (10/1986 - 10/2026), 20 năm ra mắt bản tin phường (3/2006 - 3/2026)",
        [(40, "1986-10", "2026-10"), (20, "2006-03", "2026-03")],
    ),
    (
        "kỷ niệm 80 năm Ngày thành lập đội du kích Mẫu (12/4/1946 - 12/4/2026); 60 năm xây dựng đập Mẫu (6/1966 - 6/2026)",
        [(80, "1946-04-12", "2026-04-12"), (60, "1966-06", "2026-06")],
    ),
    ("kỷ niệm Chiến thắng Dốc Mẫu (12-1972), xã dâng hương", [(None, "1972-12", "")]),
    ("Kỷ niệm trận đánh Cầu Mẫu (4-1975)", [(None, "1975-04", "")]),
    (
        "tưởng niệm, kỷ niệm Ngày Giải phóng huyện Mẫu (3-1975), Chiến thắng Suối Mẫu (9-1968)",
        [(None, "1975-03", ""), (None, "1968-09", "")],
    ),
    (
        "kỷ niệm các sự kiện: Chiến thắng Đồi Mẫu (11-1965); Chiến thắng Bàu Mẫu (12/1964)",
        [(None, "1965-11", ""), (None, "1964-12", "")],
    ),
    (
        "kỷ niệm 50 năm Chiến dịch Mẫu (4/1976 – 4/2026); Chiến thắng Đồi Mẫu (11-1965)",
        [(50, "1976-04", "2026-04"), (None, "1965-11", "")],
    ),
    ("kỷ niệm 60 năm Chiến thắng Núi Mẫu (8/1966 - 8/2026)", [(60, "1966-08", "2026-08")]),
    (
        "kỷ niệm 30 năm Ngày thành lập Hội Mẫu (12/1996 - 12/2026), 10 năm phát hành báo Mẫu (5/2016 - 5/2026) và 5 năm vận hành trạm Mẫu (7/2021 - 7/2026)",
        [(30, "1996-12", "2026-12"), (10, "2016-05", "2026-05"), (5, "2021-07", "2026-07")],
    ),
    (
        "kỷ niệm 50 năm Ngày thống nhất Mẫu (2/7/1976 - 2/7/2026); 40 năm công bố bản đồ Mẫu (3/1986 - 3/2026);",
        [(50, "1976-07-02", "2026-07-02"), (40, "1986-03", "2026-03")],
    ),
    ("Kỷ niệm Phong trào Đồng khởi Mẫu (01-1960)", [(None, "1960-01", "")]),
    (
        "kỷ niệm Chiến thắng Cầu Mẫu (5-1967) và Chiến thắng Ga Mẫu (6-1967)",
        [(None, "1967-05", ""), (None, "1967-06", "")],
    ),
    ("kỷ niệm sự kiện thành lập chi bộ Mẫu (9-1947)", [(None, "1947-09", "")]),
    # What looks like it.
    ("sửa đường thôn Mẫu (11-2025), chợ Mẫu (3-2026)", []),
    ("Dự án 5 năm cải tạo lưới điện (9/2021 - 9/2026)", []),
    ("Đồi Mẫu (11-1965) nay là vườn cây.", []),
    ("trao kỷ niệm chương đợt 1 (11-2025)", []),
    ("Sau Chiến thắng Đồi Mẫu (11-1965), dân làng về ở.", []),
]

# --- one bracket behind two names; days that stand for their feast ----------------------------------------------------
TOGETHER: list[tuple[str, list[Stated]]] = [
    (
        "kỷ niệm Ngày thành lập Quân đội nhân dân Việt Nam và Ngày hội Quốc phòng toàn dân (22/12)",
        [(None, "", "--12-22")],
    ),
    ("Họp tổ dân phố nhân Ngày hội bạn cũ Mẫu (18/11).", [(None, "", "--11-18")]),
    ("nhân dịp Ngày Môi trường thế giới và Ngày hội tái chế Mẫu (05/6/2026)", [(None, "", "2026-06-05")]),
    ("77 năm Cách mạng tháng Tám và Quốc khánh (2/9/1945 - 2/9/2022)", [(77, "1945-09-02", "2022-09-02")]),
    ("kỷ niệm 30 năm thành lập xã và Ngày truyền thống đội Mẫu (12/5/2026)", [(30, "", "2026-05-12")]),
    ("Ngày Quốc tế phòng, chống ma túy và Ngày toàn dân phòng, chống ma túy (26/6)", [(None, "", "--06-26")]),
    ("nhân Ngày truyền thống Trường Mẫu và Ngày hội bạn cũ Mẫu (5/9)", [(None, "", "--09-05")]),
    (
        "47 năm Ngày Giải phóng miền Nam và 136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)",
        [(47, "", ""), (136, "1886-05-01", "2022-05-01")],
    ),
    ("75 năm Cách mạng tháng Tám, Quốc khánh 02/9;", [(75, "", ""), (75, "", "--09-02")]),
]
BARE: list[tuple[str, list[Stated]]] = [
    ("Các tổ quét ngõ chào mừng 19/5.", [(None, "", "--05-19")]),
    ("nhân dịp 27/7, phường thắp hương", [(None, "", "--07-27")]),
    ("thi cắm hoa kỷ niệm 8/3", [(None, "", "--03-08")]),
    ("Giải bóng chào mừng ngày 26/3", [(None, "", "--03-26")]),
    ("chào mừng 30/4 và 1/5", [(None, "", "--04-30"), (None, "", "--05-01")]),
    ("chào mừng 30/4 - 01/5", [(None, "", "--04-30"), (None, "", "--05-01")]),
    ("CHÀO MỪNG 20-11", [(None, "", "--11-20")]),
    (
        "thi đua chào mừng các ngày lễ 30/4, 1/5, 19/5",
        [(None, "", "--04-30"), (None, "", "--05-01"), (None, "", "--05-19")],
    ),
    ("Chào mừng Ngày Thương binh - Liệt sĩ và Ngày truyền thống Đội Mẫu (27/7)", [(None, "", "--07-27")]),
    ("kỷ niệm Ngày Quốc tế Phụ nữ và khởi nghĩa Hai Bà Trưng (8/3)", [(None, "", "--03-08")]),
    (
        "kỷ niệm 82 năm Ngày thành lập Quân đội nhân dân Việt Nam và Ngày hội Quốc phòng toàn dân (22/12)",
        [(82, "", "--12-22")],
    ),
    ("Hội thao kỷ niệm 26-3", [(None, "", "--03-26")]),
    ("Văn nghệ nhân dịp 20/11 tại trường", [(None, "", "--11-20")]),
    ("Chào mừng 22/12, dân quân đấu bóng", [(None, "", "--12-22")]),
    ("lập thành tích chào mừng ngày 2/9", [(None, "", "--09-02")]),
    ("Chào mừng 8-3", [(None, "", "--03-08")]),
    # What looks like it.
    ("chào mừng 17/4, phường", []),
    ("đợt nghỉ lễ 30/4, 1/5; trực 02/9", []),
    ("trao Huy hiệu Đảng đợt 19/5", []),
    ("chào mừng 5/6 tổ về đích sớm", []),
    ("kỷ niệm chương đợt 19/5", []),
    ("Lễ kỷ niệm diễn ra ngày 19/5", []),
]

NONE: list[str] = [
    "Trường nhận 30 thành viên; 25 thành lập nhóm đọc sách.",
    "Họp bàn kỷ niệm: 12 tổ, 30 hộ.",
    "Ngày 3/3, nhân viên y tế đến; ngày 8/3 ngày cuối nhận hồ sơ.",
    "Ngày 5/4 ngày đi làm lại, ngày 6/4 ngày họp dân",
    "Từ năm 2001/2002 đến nay (12.5.2001)",
    'Bài đăng "5 năm thực hiện Chỉ thị 05" trên cổng',
    "Hội trường số 9 (12-3-2026) đã đặt",
    "Nhân ngày hội tòng quân, xã tặng quà",
    "phường tổ chức Ngày hội Đọc sách; nhân dịp này, phường tặng sách",
    "Nhân dịp lễ, chợ nghỉ 2 ngày",
    "Lớp bế mạc ngày 20/11, kỷ niệm khó quên",
    "đón đoàn, chào mừng 12/5 đến dự",
    "Chiến thắng Đồi Mẫu (11-1965) được kể lại trong sách.",
    "chào mừng các đại biểu (12/5/2026)",
    "chào mừng đồng chí Trần Văn Mẫu (5/1960) về nhận công tác",
    'Cô giáo hỏi: "50 năm nữa làng mình thế nào?"',
    "Thuê nhà từ 01.3.2025/01.3.2026.",
    "Nhân ngày họp tổ, tổ trưởng nhắc đóng phí.",
    "Nhân dịp Tết Nguyên đán Bính Ngọ, phường chúc bà con.",
    "Nhân viên ngày nghỉ phép, doanh nhân ngày càng nhiều.",
    "Đội 9 (12-3-2026) họp.",
    "ngày 15/4 ngày thứ tư họp dân",
    "Từ ngày 02/4 ngày nào cũng họp",
    "Chào mừng 10/4 hộ thoát nghèo",
    "kỷ niệm 12 đám cưới",
    "Quyết định thành lập 30 tổ; chào mừng 30 người thành lập tổ",
    "Bảng kê (9/2025 - 9/2026): 12 tháng",
    "Kế hoạch 1 năm (9/2025 - 9/2026) chống lụt",
    "hợp đồng 10 năm thuê ao (9/2016 - 9/2026)",
]

FAMILIES = {
    "slashed": SLASHED, "quoted": QUOTED, "undated": UNDATED, "next-line": NEXT_LINE, "lost": LOST,
    "numbered": NUMBERED, "broken": BROKEN, "listed": LISTED, "months": MONTHS, "together": TOGETHER, "bare": BARE,
    "none": [(body, []) for body in NONE],
}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [pytest.param(*row, id=f"{family}-{i}") for family, rows in FAMILIES.items() for i, row in enumerate(rows, 1)],
)
def test_families(body: str, expected: list[Stated]) -> None:
    prose, _ = understand(body, "thu.md", 10, "", Citing(vocabulary=WORDS))
    assert [(mention.ordinal, mention.origin, mention.observed) for mention in prose.occasions] == expected


ARMY = "Ngày thành lập Quân đội nhân dân Việt Nam và Ngày hội Quốc phòng toàn dân"


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (f"kỷ niệm {ARMY} (22/12)", "quan-doi-nhan-dan"),
        (f"kỷ niệm 82 năm {ARMY} (22/12/1944 - 22/12/2026)", "quan-doi-nhan-dan"),
        (f"kỷ niệm 82 năm {ARMY} (22/12/2026)", "quan-doi-nhan-dan"),
        (f"kỷ niệm {ARMY} (22/12/2026)", "quan-doi-nhan-dan"),
        (f"kỷ niệm 37 năm {ARMY} (22/12/1989 - 22/12/2026)", "quoc-phong-toan-dan"),
    ],
)
def test_two_names_of_one_day_mean_the_row_of_its_year(body: str, row: str) -> None:
    prose, _ = understand(body, "thu.md", 10, "", Citing(vocabulary=WORDS))
    assert [mention.anniversary for mention in prose.occasions] == [row]
