"""How a printed day looks: in figures, in words, by a name of its own, alone or as the last of a list or a range.

For plain lower-case text. The groups are the business of `day.py` and `no_day.py`:

    list, to      the days before the last of a list («7 và 8/6»); the first of a range («24-28/11»)
    d sep m       day, separator and month in figures, then the year: y («/2025», «/25»), yw («năm 2025»), or cycle,
                  before the name of a lunar year
    dw mw yww     day, month and year in words: «28 tháng 11 năm 2025»
    ram mr        «rằm tháng 7»            mung dm tet mm   «mùng 6 tháng Giêng», «mùng 3 Tết»          eve   «28 Tết»
"""

from __future__ import annotations

import re

from bulletin.words.dates.month_and_weekday_names import CAN_CHI, LUNAR_WORDS, MONTH
from bulletin.words.text.patterns import spaced

D = "[0-9]{1,2}"
_YEAR = "(?:1[0-9]|2[01])[0-9]{2}"
_MONTH = spaced(MONTH)
_LIST = rf"(?:{D}[ ]?(?:,|;|và|&|hoặc)[ ]?(?:(?:và|ngày|mùng|mồng|các[ ]ngày)[ ]){{0,2}}){{1,10}}"
_TO = r"[ ]?(?:-|đến|tới)[ ]?(?:hết[ ])?(?:(?:ngày|mùng|mồng)[ ]){0,2}"
_FIGURES = rf"""
    (?P<d>{D})[ ]{{0,3}}(?P<sep>[/.-])(?:[ ]?(?P=sep))?[ ]{{0,3}}  # «28/», «19//», «28. »
    (?P<m>{D})
    (?:(?:[ ]{{0,2}}[/.-](?:[ ]?(?P=sep))?[ ]{{0,2}}
          (?P<y>{_YEAR}|(?<=(?P=sep))[0-9]{{2}}))                  # two figures only behind the same separator
      |,?[ ]?năm[ ]?(?P<yw>{_YEAR})
      |(?P<cycle>[ ]?/?[ ]?(?=năm[ ]{spaced(CAN_CHI)})))?
    (?![0-9]
      |/(?!{D}\.)[ ]?[0-9a-zđ]                                     # «12/3/UBND» is a number, «30/4/1.5» two days
      |-(?!{D}[/.-][0-9])[ ]?[0-9a-zđ]                             # «595-12-CV» too; «24/11-28/11» is a range
      |[ ]/[ ]?[0-9]
      |\.[0-9]
      |,[0-9])
"""
_WORDS = rf"""
    (?P<dw>{D}),?[ ]{{0,2}}tháng[ ]{{0,2}}
    (?P<mw>{_MONTH})(?:(?=năm)|(?!\w|[/-]{D}(?![0-9])))            # «05tháng 6năm2024»; not «3 tháng 2-3»
    (?:(?:,?[ ]{{0,2}}năm[ ]{{0,2}}|[ ]?[/-]/?[ ]?)(?P<yww>{_YEAR})(?![0-9]))?
"""
_BY_NAME = rf"""
    (?P<ram>rằm)(?:[ ]tháng)?[ ](?P<mr>{_MONTH})(?!\w)
    |(?P<mung>mùng|mồng)[ ](?P<dm>{D}|{_MONTH})
     (?:[ ]tết(?P<tet>)(?![ ]dương)|[ ]tháng[ ](?P<mm>{_MONTH})(?!\w))
    |(?P<eve>2[0-9]|30)[ ]tết(?![ ]dương)(?!\w)
"""
DAY = re.compile(
    rf"""
    (?<![0-9.,])(?<!/(?<![0-9]{{4}}/))(?<![a-zà-ỹđ](?<!y))(?<![a-zđ]-)  # no part of a number, a word or a code
    (?:(?:(?P<list>{_LIST})|(?P<to>{D}){_TO})?
       (?:{_FIGURES}|{_WORDS})
      |{_BY_NAME})
    """,
    re.VERBOSE,
)
# Where a day may begin, found by its first characters; what `DAY` begins with is looked at only there.
SPOT = re.compile(
    r"""
    [0-9]{1,2}
    (?=[ ]{0,3}(?:[/.-][ ]?[/.-]?[ ]{0,3}[0-9]|,?[ ]{0,2}tháng|tết)  # the day, then its month
      |[ ]?(?:[,;&-]|và|hoặc|đến|tới)[ ]?                            # one of several
       (?:(?:và|hết|các|ngày|mùng|mồng)[ ]){0,3}[0-9])
    |rằm|mùng|mồng
    """,
    re.VERBOSE,
)
ONE_DAY = re.compile(rf"(?:{_FIGURES}|{_WORDS})", re.VERBOSE)
# What stands behind a day and tells its calendar or its year.
TAIL = re.compile(
    rf"""
    (?P<open>[ ]?[,(][ ]?|[ ])?
    (?:(?P<lunar>(?:tính[ ])?(?:theo[ ])?{spaced(LUNAR_WORDS)})
      |(?P<solar>(?:theo[ ])?(?:dương[ ]lịch|lịch[ ]dương|dl)(?!\w))
      |(?:năm[ ])?(?P<cycle>{spaced(CAN_CHI)})
      |năm[ ](?P<year>20[0-9]{{2}})(?![0-9]))
    (?P<close>[ ]?\))?
    """,
    re.VERBOSE,
)
