"""The words that pages of cited documents share."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.dispatch import Guess

HEADING = "Văn bản được dẫn chiếu"
NO_ISSUER, NO_TYPE = "Chưa rõ cơ quan ban hành", "Chưa rõ tên loại"
GUESSES: Mapping[Guess, str] = {
    "type": "tên loại suy đoán",
    "date": "ngày suy đoán",
    "issuer": "cơ quan suy đoán",
    "period": "năm suy đoán",
}
