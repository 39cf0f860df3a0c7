"""A package, so that its conftest is not taken for the one above, from which tests import by name."""
