"""What a text says is commemorated: «136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)».

Here: the grammar of such phrases and which anniversary a name means. Not here: the rows of anniversaries
(`knowledge/`), or whether a sum is right (`check/occasion_sums.py`).
"""
