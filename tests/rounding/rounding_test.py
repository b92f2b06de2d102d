#!/usr/bin/env python3
"""One rounding line flipped in core/tariffs changes everything that shows an amount: there is one rating, and no copy.

    rounding_test.py --figures PROGRAM --flipped PROGRAM
"""

import argparse
import subprocess
import sys


def figures(program):
    ran = subprocess.run([program], text=True, capture_output=True, check=True)
    return dict(line.split() for line in ran.stdout.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", required=True)
    parser.add_argument("--flipped", required=True)
    options = parser.parse_args()
    true, flipped = figures(options.figures), figures(options.flipped)
    alike = [name for name, value in true.items() if flipped[name] == value]
    print(true, flipped)
    if set(true) != {"golden", "bench", "preview"} or alike:
        sys.exit(f"unchanged by the flip: {', '.join(alike) or 'who was not asked'}")


if __name__ == "__main__":
    main()
