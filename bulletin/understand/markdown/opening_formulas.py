"""What offices begin a text with before they tell anything: its legal basis, its purpose, the paper they received, and
that they announce. A lead leaves these out.

    Căn cứ Luật Đất đai; Nghị định số 1/2025/NĐ-CP;                           all of it
    Thực hiện Công văn số 5/UBND-YT về việc tiêm, ¦Trạm Y tế mời trẻ tới tiêm.     up to who acts
    UBND phường nhận được Thông báo số 9/TB-ĐL về việc cắt điện. ¦Các hộ …     its sentence
    UBND phường thông báo để Nhân dân được biết: ¦Tổ 1 mất điện …              up to the colon
    Để bảo đảm an toàn, ¦UBND phường cấm xe trên đường Mẫu.                    up to who acts

    Theo dõi tin bão trên đài.                  no paper: it stays
    UBND phường thông báo lịch tiêm như sau:    it says of what: it stays
    Để được hỗ trợ, bà con gọi 1022.            no office acts: it stays
"""

from __future__ import annotations

import re

from bulletin.words.text.patterns import verbose
from bulletin.words.text.sentences import SENTENCE_END

_BULLET = re.compile(r"[-+–•*]\s+")
_TYPES = (
    "công văn|kế hoạch|quyết định|nghị quyết|thông báo|chỉ thị|công điện|nghị định|thông tư|luật|bộ luật|hướng dẫn|"
    "văn bản|kết luận|chương trình|đề án|quy định|quy chế|pháp lệnh|giấy mời|tờ trình|báo cáo|phương án|điện"
)
_BASIS = verbose(
    rf"""
    # By its own word: «Căn cứ …», «Xét đề nghị …».
    (?:căn cứ|chiếu theo|trên cơ sở|xét (?:đề nghị|tờ trình|báo cáo)|theo đề nghị)(?!\w)
    |
    # By what is done to a paper: «Thực hiện nội dung chỉ đạo của UBND thành phố tại Công văn …».
    (?:
        (?:tiếp tục |nhằm |để )?(?:triển khai thực hiện|thực hiện|triển khai|thi hành)
        |theo|tiếp theo|phúc đáp|trả lời
    )
    [ ](?:(?:nội dung|tinh thần|sự|ý kiến|chỉ đạo|của|tại|các|những) ){{0,4}}
    (?:(?:thành ủy|tỉnh ủy|quận ủy|đảng ủy|ubnd|ủy ban nhân dân)[^,;.]{{0,40}} tại )?  # whose paper it is
    (?:{_TYPES})(?!\w)
    """,
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"(?:để|nhằm|với mục đích|được sự (?:đồng ý|nhất trí|chấp thuận))(?!\w)", re.IGNORECASE)
# An office, by the word that its name begins with.
_OFFICE = (
    r"(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Đảng ủy|Đảng uỷ|Ban |Chủ tịch|Công an|Trạm|Trung tâm|Phòng|Văn phòng|Trường"
    r"|Mặt trận|Đoàn|Hội |Liên đoàn|Thường trực|Chi bộ|Tổ |Phường|phường|Xã|xã|Đặc khu|Bộ |Sở[ ]|Công ty|Điện lực)"
)
# Who acts, after the documents: «…, UBND phường thông báo …»; or nobody named: «…, đề nghị các hộ …».
_ACTOR = re.compile(rf"[,;]\s+(?=(?:nay,? )?(?:{_OFFICE}|đề nghị|nay ))")
# What it does: a clause without it only tells more of the documents.
_DEED = verbose(r"""
    (?<!\w)
    (?:
        thông báo|đề nghị|tổ chức|yêu cầu|mời|ban hành|công bố|công khai|niêm yết|triển khai|thực hiện|báo
        |hướng dẫn|tiến hành|tạm|cấm|lấy ý kiến|xây dựng|quyết định|điều chỉnh|phát động|tuyển|khuyến cáo|cảnh báo
        |giới thiệu
    )
""")
_NEAR = 120
_RECEIVED = re.compile(
    rf"{_OFFICE}[^.:;,]{{0,60}}? (?:đã |vừa |có )?nhận được (?:nội dung |đề nghị tại |các )?(?:{_TYPES})(?!\w)",
    re.IGNORECASE,
)
# After it nothing is told but to whom, and that it follows.
_ANNOUNCED = verbose(
    rf"""
    (?:{_OFFICE}[^.:;!?]{{0,90}}?[ ])?
    (?:(?:nay|xin|trân[ ]trọng|kính)[ ])*
    (?:thông[ ]báo|báo|công[ ]bố|điện)
    (?P<rest>
        (?:
            ,?[ ](?:
                công[ ]khai|rộng[ ]rãi|chung|đến|tới|cho|để|toàn|thể|bộ|các|mọi|quý|và|nhân[ ]dân|bà[ ]con|người[ ]dân
                |cán[ ]bộ|đảng[ ]viên|tổ[ ]dân[ ]phố|tổ[ ]dân|hộ|dân|gia[ ]đình|cơ[ ]quan|đơn[ ]vị|tổ[ ]chức|cá[ ]nhân
                |doanh[ ]nghiệp|phụ[ ]huynh|học[ ]sinh|đồng[ ]chí|trên|địa[ ]bàn|phường|xã|thôn|tổ|được|cùng|biết|rõ
                |nắm|phối[ ]hợp|thực[ ]hiện|triển[ ]khai|tham[ ]gia|cụ[ ]thể|như[ ]sau|với|nội[ ]dung|những|một[ ]số|sau
                |là
            )(?!\w)
        ){{0,30}}
    )
    [ ]?(?:(?P<colon>:)|[.!](?=\s|$)|$)
    """,
    re.IGNORECASE,
)
# Without a colon this, too, says that the notice follows.
_NOTHING_MORE = re.compile(r"biết|như sau|nội dung sau")
_MOST = 6  # formulas in a row


def telling(line: str) -> str:
    """`line` less the formulas that it begins with; "" where it is nothing else."""
    text = line
    for _ in range(_MOST):
        bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
        rest = _after(bare)
        if rest is None:
            return text
        text = rest[:1].upper() + rest[1:]
        if not text:
            break
    return text


def _after(text: str) -> str | None:
    """What stands behind the formula that `text` begins with; None where it begins with none."""
    if (m := _ANNOUNCED.match(text)) and (m["colon"] or not m["rest"] or _NOTHING_MORE.search(m["rest"])):
        return text[m.end() :].lstrip()
    sentence = SENTENCE_END.search(text)
    stop = sentence.start() if sentence else len(text)
    if _BASIS.match(text) or _RECEIVED.match(text):
        behind = text[sentence.end() :] if sentence else ""
        return _from_actor(text, stop) or behind
    return _from_actor(text, stop) if _PURPOSE.match(text) else None


def _from_actor(text: str, stop: int) -> str | None:
    """From who acts in the sentence text[:stop], if anybody does."""
    for actor in _ACTOR.finditer(text, 0, stop):
        clause = text[actor.end() : min(stop, actor.end() + _NEAR)]
        if _DEED.search(clause.partition(";")[0]):
            return text[actor.end() :]
    return None
