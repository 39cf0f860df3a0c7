"""What a notice does with a document it cites, read from the words before the citation.

One row a relation: the cues, from the grammar's section 5. «không thay thế», «nếu thay thế», «đề nghị thay thế», «dự
thảo sửa đổi» are not relations; and when another document stands before the cue, it is that one which amends, not the
notice.
What is done to a part of a document (`parts.py`) is done to the document as an amendment only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bulletin.understand.citations.parts import is_part, is_part_behind, is_whole
from bulletin.words.text.patterns import verbose

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
_NOT = verbose(r"""
    (?:
        (?:không|chưa|chẳng|đừng)(?: (?:còn|được|phải|có|bị|cần|văn bản|quyết định|thông báo|kế hoạch)){0,3}
        |đã|bị  # done before, or by others
        |(?:đề nghị|đề xuất|kiến nghị|xem xét|nghiên cứu)(?: [^ .;:,]{1,12}){0,5}  # only asked for
        |dự thảo|dự kiến|sẽ|nếu
        |(?:^|[.;!?] )việc  # «Việc thay thế … do Sở Nội vụ quyết định»
    )
    [ ]{0,2}(?:việc |phải |bị |cần )?$
""")
# Of what ends or changes a document more is asked: «không có giá trị thay thế», «có thể bãi bỏ», «đang rà soát».
_WORD = r" (?!(?:nay|và|nên|mà|thì|này|vì|do|nhưng) )[^ .;:,]{1,12}"
_NOT_DONE = verbose(rf"""
    (?:
        (?<!\w)(?:không|chưa|chẳng|đừng|chớ)(?:{_WORD}){{0,5}}
        |(?<!\w)(?:có thể|cần|phải|muốn)
        |(?<!\w)(?:nên|thay vì|(?:tin đồn|tin giả|thông tin)(?: về)?)
        |(?:tham mưu|rà soát|lấy ý kiến|xin ý kiến|(?<!\w)đang|dự định)(?:{_WORD}){{0,5}}
        # What others want, ask, forbid or spread.
        |(?<!\w)(?:từ chối|cấm|khiếu nại|yêu cầu|đòi|phản đối|có phải|vì sao|tại sao|lý do|loan tin|tung tin|đồn)
            (?:{_WORD}){{0,5}}
        # Another document: «Nghị định mới thay thế …». This one says «này».
        |(?:
            văn bản|luật|nghị định|nghị quyết|thông tư|chỉ thị
            |(?:quyết định|quy định|quy chế)(?= (?:mới|khác|trên|đó|ấy|của) )
        )
            (?: (?:mới|khác|trên|đó|ấy|nào|riêng))?(?: của [^ .;:,]{{1,12}}(?: (?!này )[^ .;:,]{{1,12}}){{0,5}})?
    )
    [ ]{{0,2}}(?:việc |phải |bị |cần )?$
""")
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
_UNTRUE = verbose(r"""
    [^.!?]{0,200}?
    (?:
        \?
        |(?:\. )?(?:
            (?:(?:đây|đó|điều đó|thông tin (?:này|đó|trên)) )?(?:là|đều|hoàn toàn)
            |(?:điều|tin|thông tin|chuyện) (?:đó|này|ấy|trên)
        )[ ]
        (?:sai|tin giả|bịa đặt|không (?:đúng|chính xác|có(?: thật)?)|thất thiệt)(?!\w)
    )
""")
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
_ENDS_OR_STOPS = _ENDS | _STOPS
_RIGHT_BEFORE = 2  # words between a cue and its object
# These act on a document, and may be done to it.
_ACTS = frozenset((*_ENDS, *_STOPS, "sửa đổi", "bổ sung", "đính chính"))
# Such verbs are said of anything: of a document only where they govern it.
_COMMON = frozenset(
    ("hủy", "huỷ", "thay đổi", "gia hạn", "kéo dài", "rút ngắn", "lùi", "dời", "đổi", "hoãn", "dừng", "ngừng", "ngưng")
)

# Farther from its verb no document is its object.
_FARTHEST = 1000
_RESUMED, _NEXT = "tiếp tục thực hiện", "tiếp theo"
# «Xét Tờ trình số»: the type's name is part of the cue, not of what lies between.
_CUES_WITH_A_TYPE, _LENGTH_OF_ITS_NAME = ("xét tờ trình", "xét báo cáo"), len("tờ trình")
# How far before a cue the words may stand that undo, deny or lift it; between two cues of one list.
_UNDONE_ROOM, _DENIED_ROOM, _IF_ROOM, _GAP_AT_MOST = 24, 60, 150, 30


class Cue(NamedTuple):
    """Words at lower[begin:end] that say what is done to a document; `kind` "" where that is denied or passive."""

    begin: int
    end: int
    kind: str


def cues(lower: str) -> list[Cue]:
    """Every cue in a text in lower case, in order.

    «căn cứ a; không thay thế b» gives (0, 6, "căn cứ") and (16, 24, "").
    """
    text_cues: list[Cue] = []
    for match in _CUE.finditer(lower):
        begin = match.start()
        if lower[begin - 1 : begin].isalnum():
            continue
        previous = text_cues[-1] if text_cues else None
        kind = _KIND_OF[match.lastgroup or ""]
        if kind in _STOPS and (undone := _UNDONE.search(lower, max(0, begin - _UNDONE_ROOM), begin)):
            if previous and previous.end > undone.start():
                text_cues.pop()
            text_cues.append(Cue(begin, match.end(), _RESUMED))
        elif cue := _cue(lower, match, kind, previous):
            text_cues.append(cue)
    return text_cues


def _cue(lower: str, match: re.Match[str], kind: str, previous: Cue | None) -> Cue | None:
    """The cue of a `match`, by the words around it; None where it takes nothing from the `previous` one: «bổ sung,
    **không thay thế**»."""
    begin = match.start()
    gap = lower[previous.end : begin] if previous and begin - previous.end < _GAP_AT_MOST else "x"
    denied = _is_denied(lower, begin, acts=_acts(kind))
    if denied and previous and previous.kind in _ACTS and _BUT_NOT.match(gap):
        return None
    if denied or _is_of_the_past(lower, match, kind) or _is_denied_with(previous, gap, kind):
        kind = ""
    return Cue(begin, match.end() - (_LENGTH_OF_ITS_NAME if match[0] in _CUES_WITH_A_TYPE else 0), kind)


def _is_denied_with(previous: Cue | None, gap: str, kind: str) -> bool:
    """«không sửa đổi, **thay thế** hoặc **bãi bỏ**»: what denies the first of a list denies all."""
    return _acts(kind) and previous is not None and not previous.kind and _ALIKE.match(gap) is not None


def _acts(kind: str) -> bool:
    return kind in _ACTS or kind == _RESUMED


def _is_of_the_past(lower: str, cue: re.Match[str], kind: str) -> bool:
    """«Hết thời gian tạm dừng thực hiện …»; «được thay thế theo Quyết định …»: another does it."""
    if kind in _STOPS and _PAST.search(lower, max(0, cue.start() - _UNDONE_ROOM), cue.start()):
        return True
    return kind in _ACTS and _DONE_TO.match(lower, cue.end()) is not None


def _is_denied(lower: str, at: int, *, acts: bool) -> bool:
    """Whether the words before a cue at `at` deny it, or make it a wish or a condition; `acts`: it ends or changes."""
    before = lower[max(0, at - _DENIED_ROOM) : at]
    if any(word in before for word in _NOT_WORDS) and (_NOT.search(before) or (acts and _NOT_DONE.search(before))):
        return True
    if not acts:
        return False
    sentence = lower[max(0, at - _IF_ROOM) : at]
    return any(word in sentence for word in _IF_WORDS) and _IF.search(sentence) is not None


class _Acting(NamedTuple):
    """The cues that act on one citation: all, those that begin a clause, and those with any firm ground."""

    here: list[Cue]
    leading: list[Cue]
    strong: list[Cue]


def relations(text: str, text_cues: Sequence[Cue], spans: Sequence[tuple[int, int, int]]) -> list[str]:
    """The relation to each citation of `text`: (begin of its sentence, begin, end) in `spans`, in order.

    «Căn cứ A hướng dẫn thi hành B; C»: the notice rests on A and on C; B is only what A is about.
    """
    lower = text.lower()
    kinds: list[str] = []
    governing = ""
    begins = [cue.begin for cue in text_cues]
    for i, (sentence, at, stop) in enumerate(spans):
        before = spans[i - 1] if i else None
        first = before is None or before[0] != sentence
        low = sentence if before is None or first else before[2]
        near = text_cues[bisect_left(begins, low) : bisect_left(begins, at)]
        acting = _acting(text, lower, near, (low, at), first=first)
        if first:
            governing = _governing(text, acting, at)
        elif acting.leading:
            governing = acting.strong[-1].kind
        else:
            part = _of_next_part(lower[low:at]) if governing in _ACTS else ""
            if not _goes_on(text, low, at) or (part and governing in _ENDS_OR_STOPS):
                kinds.append(part)
                continue
        if governing in _ACTS and _UNTRUE.match(lower, stop):
            governing = ""
        kinds.append(_with_part_behind(governing, lower, stop))
    return kinds


def _goes_on(text: str, low: int, at: int) -> bool:
    """Whether a list goes on between two citations, text[low:at]: «A; B», «A và B»."""
    return ";" in text[low:at] or _LISTED.search(text, low, at) is not None


def _with_part_behind(governing: str, lower: str, stop: int) -> str:
    """«Bãi bỏ Thông báo số …, phần thời hạn nộp hồ sơ» amends it only."""
    return "sửa đổi" if governing in _ENDS_OR_STOPS and is_part_behind(lower, stop) else governing


def _acting(text: str, lower: str, near: Iterable[Cue], gap: tuple[int, int], *, first: bool) -> _Acting:
    """Which of the cues `near` act on the citation at the end of `gap`, the first of its sentence or not."""
    low, at = gap
    here: list[Cue] = []
    governs: list[Cue] = []
    for cue in near:
        if cue.end > at:
            continue
        kind, firmly = _done(lower, cue, at)
        if kind is not None:
            here.append(cue._replace(kind=kind))
            if firmly:
                governs.append(here[-1])
    leading = [cue for cue in here if (first and cue.begin == _skip(text, low)) or _CLAUSE.search(text, low, cue.begin)]
    here = [cue for cue in here if cue.kind != _NEXT or cue in leading or _ANNOUNCED.search(lower, low, cue.begin)]
    return _Acting(here, leading, sorted({*leading, *governs}))


def _governing(text: str, acting: _Acting, at: int) -> str:
    """The kind of what governs the first citation of a sentence: of a cue that begins a clause or has the citation as
    its object, else of one right before it, else of the last; "" without any."""
    close = [cue for cue in acting.here if len(text[cue.end : at].split()) <= _RIGHT_BEFORE]
    chosen = acting.strong or close or acting.here
    return chosen[-1].kind if chosen else ""


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
        return "sửa đổi" if kind in _ENDS_OR_STOPS else kind, True
    if kind in _ENDS_OR_STOPS or lower[begin:end] in _COMMON or _BY_IT.search(between):
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
