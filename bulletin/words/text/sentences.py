"""Where sentences end in a text that people typed.

Cắt nước ngày 21/11. ¦Đề nghị bà con trữ nước.      a capital stands behind: «Đ», «Ủ», «Ấ» are such, too
TP. Hà Nội; đ/c. Mẫu; lúc 7h. tại sân               none
"""

from __future__ import annotations

import re

# The capital letters of a class of characters. «[A-ZÀ-Ỹ]» holds small letters, «[^a-zà-ỹ]» lacks «Đ» and «Ủ».
CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))))
# The sign with the blanks behind it, or the end of a line.
SENTENCE_END = re.compile(rf"\n|(?<!TP)(?<!Tp)(?<!đ/c)[.!?]\s+(?=[“\"«(]?[{CAPITALS}])")
