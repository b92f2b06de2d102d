#!/usr/bin/env python3
"""The judge itself: it agrees with the program, and does not agree with one that knows another price.

    judge_program_test.py --cli PATH
"""

import argparse
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZE = ["--seed", "20261121", "--tariffs", "60", "--cases", "1500", "--traces", "5"]

# Stands in for the program: rates by files in which every price that ends in 7 ends in 8.
LIAR = r"""#!/usr/bin/env python3
import pathlib, re, subprocess, sys
if sys.argv[1] == "golden":
    for file in (pathlib.Path(sys.argv[2]) / "tariffs").glob("*.json"):
        file.write_text(re.sub(r'(\d\.\d*)7"', r'\g<1>8"', file.read_text()))
sys.exit(subprocess.run([{cli!r}, *sys.argv[1:]]).returncode)
"""


BILLED = ["--seed", "20261122", "--tariffs", "12", "--cases", "60", "--through-run"]


def judged(cli, size=None):
    return subprocess.run([sys.executable, "-B", HERE / "judge_program.py", "--cli", cli, *(size or SIZE)], text=True,
                          capture_output=True, check=False)


class JudgeProgramTest(unittest.TestCase):
    def test_the_program_agrees_with_the_other_calculator(self):
        ran = judged(CLI)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertIn("0 failed", ran.stdout)

    def test_a_whole_house_agrees(self):
        ran = judged(CLI, BILLED)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertIn("0 failed", ran.stdout)

    def test_another_price_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            liar = Path(folder) / "liar"
            liar.write_text(LIAR.format(cli=str(CLI)))
            os.chmod(liar, 0o755)
            ran = judged(liar)
        self.assertEqual(ran.returncode, 1, ran.stdout + ran.stderr)
        self.assertIn("another total", ran.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True, type=Path)
    CLI = parser.parse_args().cli.resolve()
    unittest.main(argv=sys.argv[:1])
