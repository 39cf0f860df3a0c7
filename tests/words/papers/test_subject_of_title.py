"""Under which letter a title is filed: behind the formula that it begins with, of which no sign is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.papers.subject_of_title import subject_start
from tests.properties import examples


@pytest.mark.parametrize(
    ("type_", "title"),
    [
        ("Thông báo", "Về việc |cắt điện"),
        ("Thông báo", "V/v: |cắt điện"),
        ("Công văn", "V/v |cắt điện"),
        ("Thông báo", "VỀ VIỆC |CẮT ĐIỆN"),
        ("Thông báo", "Thông báo về việc |thu hồi đất"),
        ("Thông báo", "Thông báo V/v |họp tổ"),
        ("Thông báo", "THÔNG BÁO – Về việc |“Ngày chủ nhật xanh”"),
        ("Thông báo", "Thông báo của UBND phường Mẫu về |lịch cắt điện"),
        ("Tin cho người dân", "Thông báo |tuyển sinh"),
        ("Tin cho người dân", "Thông báo: |Cắt điện"),
        ("Kế hoạch", "Kế hoạch số 12/KH-UBND ngày 3/4/2022 về việc |ra quân"),
        ("Giấy mời", "Giấy mời: |Phiên giao dịch việc làm"),
        ("Tin cho người dân", "Về  |quản lý chợ"),
        # No formula, or nothing behind it.
        ("Kế hoạch", "|Kế hoạch ra quân"),
        ("Thông báo", "|Kế hoạch: ra quân"),
        ("Thông báo", "|Thông báo"),
        ("Thông báo", "|Thông báo số 5"),
        ("Thông báo", "|Thông báo của UBND phường"),
        ("Thông báo", "|Thông báo kết luận của Chủ tịch về đê"),
        ("Tin cho người dân", "|Về nguồn"),
        ("Tin cho người dân", "|Vệ sinh môi trường"),
        ("Tin cho người dân", "|Về việc:"),
        ("Tin cho người dân", "|"),
    ],
)
def test_where_a_subject_begins(type_: str, title: str) -> None:
    assert subject_start(title.replace("|", ""), type_) == title.index("|")


@examples(30)
@given(st.text(alphabet="Thông báo vềiệc/:số –", max_size=400), st.sampled_from(["Thông báo", "", "(("]))
def test_a_subject_is_never_empty(title: str, type_: str) -> None:
    start = subject_start(title, type_)
    assert start == 0 or any(c.isalnum() for c in title[start:])
