"""Pages, subscriptions and open data of the calendar, of tasks and of campaigns.

Here: days, months, years, anniversaries' days, `/viec-can-lam/`, `/lich/dot/`, `.ics`. Not here: what falls on a day
and what residents must do (`desk/almanac.py`, `desk/tasks.py`); this folder turns those into views.
"""
