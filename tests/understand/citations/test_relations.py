"""What a notice does with what it cites: the cue decides, and words that deny it or give it to another."""

from __future__ import annotations

import pytest

from bulletin.understand.prose import understand
from tests.understand.citations.test_cases import NOWHERE

CUES = {
    "căn cứ": ["Căn cứ", "Chiếu theo", "Xét đề nghị của Phòng Nội vụ tại", "Theo đề nghị của Sở Nội vụ tại"],
    "thực hiện": [
        "Thực hiện",
        "Thi hành",
        "Triển khai",
        "Triển khai thực hiện",
        "Theo tinh thần",
    ],
    "tiếp tục thực hiện": ["Tiếp tục thực hiện", "Tiếp tục triển khai", "Khôi phục việc thực hiện"],
    "dừng thực hiện": ["Dừng thực hiện", "Ngừng thực hiện", "Đình chỉ thi hành", "Chấm dứt việc thực hiện", "Dừng"],
    "tạm dừng thực hiện": ["Tạm dừng thực hiện", "Tạm ngừng triển khai", "Tạm thời dừng áp dụng", "Hoãn thực hiện"],
    "tiếp theo": ["Tiếp theo"],
    "thay thế": [
        "Thay thế",
        "Thay thế toàn bộ",
        "Thay thế toàn bộ nội dung",
        "có hiệu lực từ ngày ký và thay thế",
        "Thông báo này thay thế",
    ],
    "bãi bỏ": ["Bãi bỏ", "Hủy bỏ", "Huỷ bỏ", "Thu hồi", "Chấm dứt hiệu lực"],
    "sửa đổi": ["Sửa đổi", "Sửa đổi, bổ sung một số điều của", "Điều chỉnh"],
    "bổ sung": ["Bổ sung"],
    "đính chính": ["Đính chính"],
    "ban hành kèm theo": ["ban hành kèm theo", "Kèm theo", "Phụ lục kèm theo"],
    "trả lời": ["Phúc đáp", "Trả lời"],
}
PAIRS = [(cue, kind) for kind, cues in CUES.items() for cue in cues]
ACTS = ["thay thế", "bãi bỏ", "sửa đổi", "đính chính", "tạm dừng thực hiện"]
ONE, OTHER = "Quyết định số 12/QĐ-UBND ngày 05/4/2022", "Quyết định số 13/QĐ-UBND"


def relations(text: str) -> list[str]:
    return [m.relation for m in understand(text, "x.md", 1, "", NOWHERE)[0].mentions]


@pytest.mark.parametrize(("cue", "kind"), PAIRS, ids=[cue for cue, _ in PAIRS])
def test_a_cue_in_any_case_holds_for_the_list_after_it_and_ends_with_the_sentence(cue: str, kind: str) -> None:
    for said in (cue, cue.lower(), cue.upper(), f"**{cue}**"):
        assert relations(f"{said} {ONE}") == [kind]
    assert relations(f"{cue} {ONE}; {OTHER}") == [kind, kind]
    assert relations(f"{cue} {ONE}. Các chi bộ xem {OTHER}") == [kind, ""]
    assert relations(f"{cue} việc chung.\n\nXem {ONE}") == [""]
    assert relations(f"Xem {ONE}. {cue}") == [""]


@pytest.mark.parametrize("denial", ["không", "chưa", "đề nghị", "kiến nghị", "dự thảo", "sẽ", "không phải"])
@pytest.mark.parametrize("cue", ACTS)
def test_what_is_denied_or_planned_is_no_relation(cue: str, denial: str) -> None:
    assert relations(f"Thông báo này {denial} {cue} {ONE}") == [""]
    assert relations(f"{denial} {cue} {ONE} và thực hiện {OTHER}") == ["", "thực hiện"]


@pytest.mark.parametrize("cue", ACTS)
def test_when_another_document_acts_the_notice_does_not(cue: str) -> None:
    assert relations(f"{ONE} {cue} {OTHER}") == ["", ""]
    assert relations(f"{ONE} được {cue} theo {OTHER}") == ["", ""]


def test_the_nearest_cue_counts() -> None:
    assert relations(f"Căn cứ {ONE}; bãi bỏ {OTHER}") == ["căn cứ", "bãi bỏ"]
    assert relations(f"Bãi bỏ {ONE}, thay thế {OTHER}") == ["bãi bỏ", "thay thế"]


def test_a_cue_is_whole_words() -> None:
    assert relations(f"căn cứu {ONE}") == relations(f"Lúng túng trong thi hànhh {ONE}") == [""]


@pytest.mark.parametrize(
    "said",
    [
        "Thu hồi đất theo",
        "Điều chỉnh thời gian họp theo",
        "Bãi bỏ thủ tục hành chính theo",
        "Thay thế cán bộ nghỉ hưu theo",
        "Điều chỉnh bảng giá đất quy định tại",
        "Đề nghị UBND quận sửa đổi, bổ sung",
        "Chưa có văn bản thay thế",
    ],
)
def test_acting_on_something_else_is_no_relation_to_the_document(said: str) -> None:
    (found,) = relations(f"{said} {ONE}")
    assert found not in ACTS


@pytest.mark.parametrize("said", ["Sửa đổi và bổ sung", "Điều chỉnh, bổ sung"])
def test_to_amend_and_to_add_is_to_amend(said: str) -> None:
    assert relations(f"{said} {ONE}") == ["sửa đổi"]


@pytest.mark.parametrize(("said", "kind"), [("Tiếp theo", "tiếp theo"), ("Không được thay thế", "")])
def test_cue_and_denial_that_were_read_once(said: str, kind: str) -> None:
    assert relations(f"{said} Công văn số 9-CV/QU ngày 05/4/2022") == [kind]


# Of a part of a document; in none of them is the document itself replaced, repealed or stopped.
ENDS = ["Thay thế", "Bãi bỏ", "Hủy bỏ", "Thông báo này thay thế", "UBND phường tạm dừng thực hiện", "Thay", "Hủy"]
PARTS = [
    "thời hạn nộp hồ sơ nêu tại",
    "điểm b khoản 2 mục I",
    "Điều 3",
    "Phụ lục kèm theo",
    "danh sách ban hành kèm theo",
    "biểu mẫu số 02 của",
    "cụm từ «tổ dân phố» tại",
    "nội dung về thu phí trong",
    "khoản 1, khoản 2 Điều 4",
    "một phần",
    "các quy định về giờ giấc ghi trong",
    "thời gian thực hiện",
    "địa điểm quy định tại khoản 3",
    "bà Phó ban nêu trong",
]


@pytest.mark.parametrize("act", ENDS)
def test_a_part_that_is_replaced_repealed_or_stopped_amends_the_document(act: str) -> None:
    for part in PARTS:
        assert relations(f"{act} {part} {ONE}: hộ dân nộp trước ngày 15/12/2022.") == ["sửa đổi"], part
        assert relations(f"Căn cứ tình hình thực tế, {act.lower()} {part} {ONE}.") == ["sửa đổi"], part


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (f"Bãi bỏ {ONE} (phần thời hạn nộp hồ sơ).", ["sửa đổi"]),
        (f"Thay thế {ONE} đối với nội dung thu phí.", ["sửa đổi"]),
        (f"Bãi bỏ {ONE}; điểm b khoản 2 {OTHER}.", ["bãi bỏ", "sửa đổi"]),
        (f"Bãi bỏ {ONE} và khoản 2 {OTHER}.", ["bãi bỏ", "sửa đổi"]),
        (f"Thay thế {ONE} về thời gian thu gom rác.", ["thay thế"]),
        (f"Gia hạn thời gian nêu tại {ONE}.", ["sửa đổi"]),
        (f"Lùi lịch tiêm ghi trong {ONE} sang tuần sau.", ["sửa đổi"]),
        (f"Bãi bỏ việc tạm dừng thực hiện {ONE}.", ["tiếp tục thực hiện"]),
        (f"Kết thúc việc tạm dừng thực hiện {ONE}.", ["tiếp tục thực hiện"]),
        (f"Tiếp tục tạm dừng thực hiện {ONE}.", ["tạm dừng thực hiện"]),
        (f"Thông báo này bổ sung, không thay thế {ONE}.", ["bổ sung"]),
        (f"UBND phường quyết định bãi bỏ {ONE}.", ["bãi bỏ"]),
        (f"Có hiệu lực kể từ khi ký và thay thế {ONE}.", ["thay thế"]),
    ],
)
def test_what_part_and_what_whole(said: str, kinds: list[str]) -> None:
    assert relations(said) == kinds


@pytest.mark.parametrize(
    "said",
    [
        "Thông báo này không nhằm {}",
        "Thông báo này không có giá trị {}",
        "Chưa có quyết định nào {}",
        "Không sửa đổi, bổ sung hay {}",
        "Nếu {}",
        "Nếu trời mưa to thì UBND phường {}",
        "Trong trường hợp {}",
        "Cho đến khi có văn bản {}",
        "Sau khi {}",
        "UBND phường có thể {}",
        "UBND phường đang rà soát để {}",
        "Nghị định mới của Chính phủ {}",
        "Không phải {}",
        "Thay vì {}",
        "Có ý kiến cho rằng nên {}",
        "Tin đồn {}",
        "Các hộ đề nghị phường {}",
        "Phường từ chối {}",
        "Ông A yêu cầu {}",
        "Nghiêm cấm tự ý {}",
        "Có phải phường {}",
        "Có người loan tin phường {}",
    ],
)
def test_what_is_denied_conditional_or_done_by_another_is_no_relation(said: str) -> None:
    for act in ("thay thế", "bãi bỏ", "tạm dừng thực hiện", "dừng thực hiện"):
        assert relations(f"{said.format(act)} {ONE} thì báo cáo.") == [""], act


def test_what_is_called_untrue_is_no_relation() -> None:
    assert relations(f"Việc chia sẻ rằng phường bãi bỏ {ONE} là không đúng.") == [""]


@pytest.mark.parametrize("said", ["Tạm dừng họp chợ theo", "Dừng đỗ xe theo", "Hủy thẻ cũ theo", "Đổi thẻ theo"])
def test_to_stop_something_else_is_not_to_stop_the_document(said: str) -> None:
    assert relations(f"{said} {ONE}") == [""]


@pytest.mark.parametrize("behind", ["? Không phải vậy.", ". Đây là tin giả.", "; điều đó không đúng.", " là không có."])
def test_what_is_asked_or_called_untrue_right_behind_is_no_relation(behind: str) -> None:
    assert relations(f"Phường bãi bỏ {ONE}{behind}") == [""]


def test_when_the_time_of_a_stop_is_over_nothing_is_stopped() -> None:
    assert relations(f"Hết thời gian tạm dừng thực hiện {ONE}, bà con đăng ký lại.") == [""]


def test_a_list_goes_on_over_numbers_alone() -> None:
    said = "Thay thế các Thông báo số 41/TB-UBND ngày 10/9/2025, số 42/TB-UBND ngày 11/9/2025 và số 43/TB-UBND ngày 12/9/2025."
    assert relations(said) == ["thay thế"] * 3
