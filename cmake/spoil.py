#!/usr/bin/env python3
"""spoil.py FAULT ORIGINAL SPOILED: copies a source file with a fault planted.

FAULT is a text: the file's path, then the lines to take away, each behind "-", and those to put there, each behind "+".
The lines must be in the file just once.
"""

import sys
from pathlib import Path

fault, original, spoiled = map(Path, sys.argv[1:])
lines = fault.read_text(encoding="utf-8").splitlines()[1:]
old = "\n".join(line[1:] for line in lines if line.startswith("-"))
new = "\n".join(line[1:] for line in lines if line.startswith("+"))
text = original.read_text(encoding="utf-8")
if not old or text.count(old) != 1:
    sys.exit(f"{fault}: its lines are {text.count(old) if old else 0} times in {original}, not once")
spoiled.parent.mkdir(parents=True, exist_ok=True)
spoiled.write_text(text.replace(old, new), encoding="utf-8")
