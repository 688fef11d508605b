# -*- coding: utf-8 -*-
"""Opens the program, making what it needs first: nothing but Python 3.11 or newer is required.

    python3 packaging/run.py [FILE]                the app, on an example when FILE is left out
    python3 packaging/run.py --export DIR [FILE]   print every sheet into DIR instead

Owns the first word with the person. Stays readable to older Pythons, so that they get a sentence.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python 3.11 or newer is needed (Python 3.11 以上が必要です); this one is %d.%d: %s"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

import launch

if __name__ == "__main__":
    sys.exit(launch.run(sys.argv[1:]))
