#!/usr/bin/env python3
"""`python build.py` builds content/ into output/; `python build.py --help` prints the other verbs."""

import sys

from bulletin.cli import main

if __name__ == "__main__":
    sys.exit(main())
