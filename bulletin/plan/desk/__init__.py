"""What the planners look at: facts of the whole archive that several kinds of page need, each worked out once.

Here: who is shown, what is in force, who cites what, tasks, the almanac, marks. Not here: a page or its view;
nothing in this folder knows the others of `plan/`.
"""
