"""What a notice does with a document it cites, read from the words before the citation.

One row a relation: the cues, from the grammar's section 5. «không thay thế», «nếu thay thế», «đề nghị thay thế», «dự
thảo sửa đổi» are not relations; and when another document stands before the cue, it is that one which amends, not the
notice.
What is done to a part of a document (`parts.py`) is done to the document as an amendment only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bulletin.understand.citations.parts import is_part, is_part_behind, is_whole

_DO = "triển khai thực hiện|tổ chức thực hiện|thực hiện|thi hành|triển khai|áp dụng"
_STOP = rf"(?:dừng|ngừng|ngưng|đình chỉ|hoãn)(?: (?:việc )?(?:{_DO}))?|(?:thôi|chấm dứt) (?:việc )?(?:{_DO})"
# Kind → cues. Kinds are those of the front matter's `relations`, and two that only part of a document can have done to
# it: `hủy` of the whole is to repeal it, `gia hạn` of the whole to amend it.
_CUES = {
    "tiếp tục thực hiện": rf"(?:tiếp tục|khôi phục|nối lại) (?:việc )?(?:{_DO})|(?:{_DO}) trở lại",
    "căn cứ": r"căn cứ|chiếu theo|xét đề nghị|xét tờ trình|xét báo cáo|theo đề nghị",
    "thực hiện": r"thực hiện|thi hành|triển khai|theo tinh thần|thực thi|quán triệt",
    "thay thế": r"thay thế|thay cho|thay(?! đổi)",
    "bãi bỏ": r"bãi bỏ|hủy bỏ|huỷ bỏ|thu hồi|chấm dứt hiệu lực|hết hiệu lực|hủy|huỷ|bỏ",
    "tạm dừng thực hiện": rf"tạm (?:thời )?(?:{_STOP})|hoãn(?: (?:việc )?(?:{_DO}))?",
    "dừng thực hiện": _STOP,
    "sửa đổi": r"sửa đổi,? bổ sung|sửa đổi và bổ sung|điều chỉnh,? bổ sung|sửa đổi|điều chỉnh|thay đổi|gia hạn|"
    r"kéo dài|rút ngắn|lùi|dời|đổi",
    "bổ sung": r"bổ sung",
    "đính chính": r"đính chính|nay sửa lại là",
    "ban hành kèm theo": r"ban hành kèm theo|kèm theo",
    "tiếp theo": r"tiếp theo|tiếp nối",
    "trả lời": r"phúc đáp|trả lời",
}
_KIND_OF = {f"k{i}": kind for i, kind in enumerate(_CUES)}
# Nothing before the words, so that the search skips by first letters.
_CUE = re.compile(
    "(?:" + "|".join(f"(?P<k{i}>{cues})" for i, cues in enumerate(_CUES.values())).replace(" ", " {1,3}") + r")(?!\w)"
)
_NOT_WORDS = (
    "không", "chưa", "chẳng", "đừng", "chớ", "đã", "bị", "đề", "kiến", "xem", "nghiên", "dự", "sẽ", "nếu", "việc",
    "nên", "tin", "thể", "thay vì", "đang", "mưu", "soát", "văn bản", "luật", "nghị", "thông tư", "chỉ thị", "quyết",
    "quy", "cần", "phải", "muốn", "từ chối", "cấm", "khiếu", "yêu cầu", "đòi", "phản đối", "sao", "lý do", "loan",
    "tung", "đồn",
)  # fmt: skip
_NOT = re.compile(
    r"(?:(?:không|chưa|chẳng|đừng)(?: (?:còn|được|phải|có|bị|cần|văn bản|quyết định|thông báo|kế hoạch)){0,3}|đã|bị|"
    r"(?:đề nghị|đề xuất|kiến nghị|xem xét|nghiên cứu)(?: [^ .;:,]{1,12}){0,5}|dự thảo|dự kiến|sẽ|nếu|"
    r"(?:^|[.;!?] )việc) {0,2}(?:việc |phải |bị |cần )?$"
)
# Of what ends or changes a document more is asked: «không có giá trị thay thế», «có thể bãi bỏ», «đang rà soát».
_WORD = r" (?!(?:nay|và|nên|mà|thì|này|vì|do|nhưng) )[^ .;:,]{1,12}"
_NOT_DONE = re.compile(
    rf"(?:(?<!\w)(?:không|chưa|chẳng|đừng|chớ)(?:{_WORD}){{0,5}}|(?<!\w)(?:có thể|cần|phải|muốn)|"
    r"(?<!\w)(?:nên|thay vì|(?:tin đồn|tin giả|thông tin)(?: về)?)|"
    rf"(?:tham mưu|rà soát|lấy ý kiến|xin ý kiến|(?<!\w)đang|dự định)(?:{_WORD}){{0,5}}|"
    # What others want, ask, forbid or spread.
    rf"(?<!\w)(?:từ chối|cấm|khiếu nại|yêu cầu|đòi|phản đối|có phải|vì sao|tại sao|lý do|loan tin|tung tin|đồn)"
    rf"(?:{_WORD}){{0,5}}|"
    # Another document: «Nghị định mới thay thế …». This one says «này».
    r"(?:văn bản|luật|nghị định|nghị quyết|thông tư|chỉ thị|"
    r"(?:quyết định|quy định|quy chế)(?= (?:mới|khác|trên|đó|ấy|của) ))"
    r"(?: (?:mới|khác|trên|đó|ấy|nào|riêng))?(?: của [^ .;:,]{1,12}(?: (?!này )[^ .;:,]{1,12}){0,5})?"
    r") {0,2}(?:việc |phải |bị |cần )?$"
)
_IF_WORDS = ("nếu", "trường hợp", "khi", "giả sử", "chừng nào")
_IF = re.compile(
    r"(?<!\w)(?:nếu|trường hợp|giả sử|chừng nào|(?<!từ )khi|đến khi|tới khi)(?!\w)[^.;!?]*$"
)  # «kể từ khi ký và thay thế …» is none
_DONE_TO = re.compile(r" (?:theo|bởi|bằng)\b")
# «Bãi bỏ việc tạm dừng thực hiện …»: it goes on.
_UNDONE = re.compile(r"(?:bãi bỏ|hủy bỏ|huỷ bỏ|dỡ bỏ|chấm dứt|kết thúc|gỡ bỏ|hủy|huỷ) (?:việc |thời gian |lệnh )?$")
# Between cues of one list: what denies the first denies all; and «bổ sung, không thay thế».
_ALIKE = re.compile(r" ?(?:,|;|hoặc|hay|và|,? cũng không|/) ?(?:hoặc |hay |và )?(?:là |để )?$")
_BUT_NOT = re.compile(r" ?,? ?(?:và |mà |chứ |nhưng )?không (?:phải |nhằm |để |là ){0,2}$")
# «Tin đồn … là sai»
_UNTRUE = re.compile(
    r"[^.!?]{0,200}?(?:\?|(?:\. )?(?:(?:(?:đây|đó|điều đó|thông tin (?:này|đó|trên)) )?(?:là|đều|hoàn toàn)|"
    r"(?:điều|tin|thông tin|chuyện) (?:đó|này|ấy|trên)) "
    r"(?:sai|tin giả|bịa đặt|không (?:đúng|chính xác|có(?: thật)?)|thất thiệt)(?!\w))"
)
# «Hết thời gian tạm dừng thực hiện …»: nothing is done to it now.
_PAST = re.compile(r"(?<!\w)(?:hết|sau|qua|trong) (?:thời gian|thời hạn|đợt|giai đoạn) $")
_ANNOUNCED = re.compile(r"(?:thông báo|xin|nay|phường|xã|ubnd) $")
# Signs and words after which a clause begins; and those that go on with a list.
_CLAUSE = re.compile(r"(?:[;:,–-]|và|đồng thời|hoặc|này) {0,3}$")
_LISTED = re.compile(r"(?:[,:]|và|hoặc|cùng) {0,3}(?:các |những |theo )?(?:số:? {0,2})?$")
_LAST_OF_GAP = re.compile(r"(?:[,;]|(?<!\w)(?:và|hoặc|cùng)(?!\w))(?!.*(?:[,;]|(?<!\w)(?:và|hoặc|cùng)(?!\w)))")
# «thu hồi đất theo Quyết định số …» acts on the land. Of a part only the first two tell that.
_BY_IT = re.compile(r" (?:theo|căn cứ|thực hiện|quy định tại) ")
_IN_ACCORD = re.compile(r"(?<!kèm) (?:theo|căn cứ) ")
_ENDS = frozenset(("thay thế", "bãi bỏ"))
_STOPS = frozenset(("dừng thực hiện", "tạm dừng thực hiện"))
# These act on a document, and may be done to it.
_ACTS = frozenset((*_ENDS, *_STOPS, "sửa đổi", "bổ sung", "đính chính"))
# Such verbs are said of anything: of a document only where they govern it.
_COMMON = frozenset(
    ("hủy", "huỷ", "thay đổi", "gia hạn", "kéo dài", "rút ngắn", "lùi", "dời", "đổi", "hoãn", "dừng", "ngừng", "ngưng")
)

# Farther from its verb no document is its object.
_FARTHEST = 1000

Cue = tuple[int, int, str]


def cues(lower: str) -> list[Cue]:
    """(begin, end, kind) of every cue in a text in lower case, in order; kind "" where the cue is denied or passive."""
    found: list[Cue] = []
    for m in _CUE.finditer(lower):
        if lower[m.start() - 1 : m.start()].isalnum():
            continue
        kind = _KIND_OF[m.lastgroup or ""]
        acts = kind in _ACTS or kind == "tiếp tục thực hiện"
        denied = _is_denied(lower, m.start(), acts=acts)
        gap = lower[found[-1][1] : m.start()] if found and m.start() - found[-1][1] < 30 else "x"
        if denied and found and found[-1][2] in _ACTS and _BUT_NOT.match(gap):
            continue  # «bổ sung, không thay thế»: it is added to
        if kind in _STOPS and _UNDONE.search(lower, max(0, m.start() - 24), m.start()):
            kind = "tiếp tục thực hiện"
            found.pop()
        elif (
            denied
            or (kind in _STOPS and _PAST.search(lower, max(0, m.start() - 24), m.start()))
            or (kind in _ACTS and _DONE_TO.match(lower, m.end()))
        ):
            kind = ""
        elif acts and found and not found[-1][2] and _ALIKE.match(gap):
            kind = ""  # «không sửa đổi, thay thế hoặc bãi bỏ»
        # «Xét Tờ trình số»: the type's name is part of the cue, not of what lies between.
        end = m.end() - 8 if m[0] in ("xét tờ trình", "xét báo cáo") else m.end()
        found.append((m.start(), end, kind))
    return found


def _is_denied(lower: str, at: int, *, acts: bool) -> bool:
    before = lower[max(0, at - 60) : at]
    if any(word in before for word in _NOT_WORDS) and (_NOT.search(before) or (acts and _NOT_DONE.search(before))):
        return True
    if not acts:
        return False
    sentence = lower[max(0, at - 150) : at]
    return any(word in sentence for word in _IF_WORDS) and _IF.search(sentence) is not None


def relations(text: str, found: list[Cue], spans: Sequence[tuple[int, int, int]]) -> list[str]:
    """The relation to each citation of `text`: (begin of its sentence, begin, end) in `spans`, in order.

    «Căn cứ A hướng dẫn thi hành B; C»: the notice rests on A and on C; B is only what A is about.
    """
    lower = text.lower()
    kinds: list[str] = []
    governing = ""
    begins = [cue[0] for cue in found]
    for i, (sentence, at, stop) in enumerate(spans):
        first = i == 0 or spans[i - 1][0] != sentence
        low = sentence if first else spans[i - 1][2]
        near = found[bisect_left(begins, low) : bisect_left(begins, at)]
        here: list[Cue] = []
        governs: list[Cue] = []
        for cue in near:
            if cue[1] > at:
                continue
            done, firmly = _done(lower, cue, at)
            if done is not None:
                here.append((*cue[:2], done))
                if firmly:
                    governs.append(here[-1])
        leading = [cue for cue in here if (first and cue[0] == _skip(text, low)) or _CLAUSE.search(text, low, cue[0])]
        here = [c for c in here if c[2] != "tiếp theo" or c in leading or _ANNOUNCED.search(lower, low, c[0])]
        strong = sorted({*leading, *governs})
        if first:
            # One that begins a clause or has the citation as its object, else one right before it, else the last.
            close = [cue for cue in here if len(text[cue[1] : at].split()) <= 2]
            chosen = next(iter((strong or close or here)[::-1]), None)
            governing = chosen[2] if chosen else ""
        elif leading:
            governing = strong[-1][2]
        elif not (";" in text[low:at] or _LISTED.search(text, low, at)):
            kinds.append(_of_next_part(lower[low:at]) if governing in _ACTS else "")
            continue
        elif governing in _ENDS | _STOPS and (part := _of_next_part(lower[low:at])):
            kinds.append(part)
            continue
        if governing in _ACTS and _UNTRUE.match(lower, stop):
            governing = ""
        behind = governing in _ENDS | _STOPS and is_part_behind(lower, stop)
        kinds.append("sửa đổi" if behind else governing)
    return kinds


def _done(lower: str, cue: Cue, at: int) -> tuple[str | None, bool]:
    """What a cue says is done to the citation at `at`, None when it acts on something else; and whether the citation is
    surely its object."""
    begin, end, kind = cue
    if kind not in _ACTS:
        return kind, False
    if at - end > _FARTHEST:
        return None, False
    between = lower[end:at]
    if is_whole(between):
        return kind, True
    if is_part(between):
        if _IN_ACCORD.search(between):
            return None, False
        return "sửa đổi" if kind in _ENDS | _STOPS else kind, True
    if kind in _ENDS | _STOPS or lower[begin:end] in _COMMON or _BY_IT.search(between):
        return None, False
    return kind, False


def _of_next_part(gap: str) -> str:
    """«… và khoản 2 Thông báo số …»: what governs the first of a list does so to a part of the next."""
    last = _LAST_OF_GAP.search(gap)
    return "sửa đổi" if last and not is_whole(gap[last.end() :]) and is_part(gap[last.end() :]) else ""


def _skip(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at
