"""Pages, lists, feeds and open data of notices; what is sent on and what is printed of one.

Here: the notice, the front page, lists, previews, short addresses and their codes. Not here: whether a
notice is shown or over (`desk/`), or times of other topics (`calendar/`).
"""
