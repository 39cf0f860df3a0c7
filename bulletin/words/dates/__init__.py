"""One grammar of time: days, hours, weekdays, spans and rules as notices say them, and days as the site prints them.

Here: pure rules over plain text and their values. Not here: what a time is for, who must act, or what is a feast.
"""
