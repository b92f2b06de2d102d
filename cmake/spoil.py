#!/usr/bin/env python3
"""spoil.py FAULT ORIGINAL SPOILED: copies a source file with a fault planted.

FAULT is a text: the file's path, then the lines to take away, each behind "-", and those to put there, each behind "+".
A "-" after a "+" begins another place. The lines of a place must be in the file just once.
"""

import sys
from pathlib import Path


def places(lines):
    """Pairs of the text to take away and the one to put there."""
    found = []
    for line in lines:
        if line.startswith("-") and (not found or found[-1][1]):
            found.append(([], []))
        if line[:1] in ("-", "+"):
            found[-1][line.startswith("+")].append(line[1:])
    return [("\n".join(old), "\n".join(new)) for old, new in found]


def main():
    fault, original, spoiled = map(Path, sys.argv[1:])
    text = original.read_text(encoding="utf-8")
    planted = places(fault.read_text(encoding="utf-8").splitlines()[1:])
    if not planted:
        sys.exit(f"{fault}: plants nothing")
    for old, new in planted:
        if text.count(old) != 1:
            sys.exit(f"{fault}: {old!r} is {text.count(old)} times in {original}, not once")
        text = text.replace(old, new)
    spoiled.parent.mkdir(parents=True, exist_ok=True)
    spoiled.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
