# -*- coding: utf-8 -*-
"""Runs every check of the project, making what it needs first: lint, types, layers, texts, tests.

    python3 packaging/test.py [PYTEST ARGUMENTS]

Owns the order of the checks. Stays readable to older Pythons, so that they get a sentence.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python 3.11 or newer is needed (Python 3.11 以上が必要です); this one is %d.%d: %s"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

import launch

if __name__ == "__main__":
    sys.exit(launch.test(sys.argv[1:]))
