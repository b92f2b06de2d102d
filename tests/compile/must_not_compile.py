#!/usr/bin/env python3
"""must_not_compile.py EXPECTED FILE -- COMPILER OPTIONS...

Compiles FILE twice. Without METERHALL_FAULT it must pass; with it the compiler must fail and say EXPECTED (a regular
expression). Exit 0 when both hold, 1 otherwise.
"""

import re
import subprocess
import sys


def compile_case(command, file, *options):
    return subprocess.run([*command, *options, file], capture_output=True, text=True, check=False)


def judge(expected, file, command):
    """The sentence that says what is wrong, or nothing."""
    control = compile_case(command, file)
    if control.returncode != 0:
        return f"does not compile without its fault:\n{control.stderr}"
    fault = compile_case(command, file, "-DMETERHALL_FAULT")
    if fault.returncode == 0:
        return "its fault compiles"
    if not re.search(expected, fault.stderr):
        return f"its fault is refused, but not because of '{expected}':\n{fault.stderr}"
    return None


def main(arguments):
    split = arguments.index("--")
    expected, file = arguments[:split]
    wrong = judge(expected, file, arguments[split + 1 :])
    if wrong:
        print(f"{file}: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
