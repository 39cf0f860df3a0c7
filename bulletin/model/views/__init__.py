"""Views: one frozen value per template, the complete list of what a page shows; and pages, which carry them.

Here: values ready to print. Not here: how they are made (plan) or written (render, templates), or the nouns that
stages before the plan pass on (the modules of `model/`).
"""
