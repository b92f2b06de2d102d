#!/usr/bin/env python3
"""tidy_units.py BUILD ROTATION < changed files, the last change first

Prints "TARGET FILE" for every unit that clang-tidy has to look at: units with a changed file in the order of the files,
and then of the rest the tenth whose turn it is. A unit is a folder (its unity file) or a test file. TARGET is what makes the unit's generated files, or
"-" when it has none.
"""

import json
import re
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SKIPPED = re.compile(r"mocs_compilation|/tests/compile/|/cmake/pch\.cpp$|_pch\.dir/|/kills/sabotaged/|/qrc_\w+\.cpp$|/spoiled_")
TENTHS = 10


class Unit:
    def __init__(self, entry):
        self.file = Path(entry["file"])
        self.target_folder, self.target = re.search(r"-o (\S*)CMakeFiles/(\S+?)\.dir/", entry["command"]).groups()
        self.sources = [self.file]
        if "Unity" in self.file.parts:
            text = self.file.read_text(encoding="utf-8")
            self.sources = [Path(name) for name in re.findall(r'^#include "(.*\.cpp)"', text, re.MULTILINE)]
        self.folders = {source.parent for source in self.sources}

    def concerns(self, changed):
        return changed in self.sources or (changed.suffix == ".h" and changed.parent in self.folders)

    def is_due(self, rotation):
        name = "\n".join(str(source.relative_to(ROOT)) for source in self.sources[:1])
        return zlib.crc32(name.encode()) % TENTHS == rotation % TENTHS

    def generator(self, build):
        info = build / self.target_folder / "CMakeFiles" / f"{self.target}_autogen.dir" / "AutogenInfo.json"
        return f"{self.target}_autogen" if info.exists() else "-"


def main():
    build, rotation = Path(sys.argv[1]), int(sys.argv[2])
    changed = [ROOT / line.strip() for line in sys.stdin if line.strip()]
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    units = [Unit(entry) for entry in entries if not SKIPPED.search(entry["file"])]
    ranked = []
    for unit in units:
        concerning = (rank for rank, file in enumerate(changed) if unit.concerns(file))
        rank = next(concerning, len(changed) if unit.is_due(rotation) else None)
        if rank is not None:
            ranked.append((rank, unit.generator(build), unit.file))
    for _, generator, file in sorted(ranked):
        print(generator, file)


if __name__ == "__main__":
    main()
