"""Tests import each other by whole names (`from tests.plan.citing import entry`), so two folders may hold one file name."""
