#!/usr/bin/env python3
"""Judges derivations: evaluates a trace again from its leaves, with fractions, sharing nothing with the program.

    trace_judge.py FILE|-             what `meterhall-cli rate` or `trace` printed: a bare trace, {"total","trace"}, or
                                      {"bills": [{"total","trace"} …]}
    trace_judge.py --mutate FILE|-    also changes every leaf, one after another, and says what comes of it

Prints `holds TOTAL` or `does not hold: WHY` for each derivation. A derivation holds when every recorded value is what
its operation gives of its arguments, no margin of a `given` is negative, and the root is the total.

With --mutate a leaf (the same kind, source and value is the same leaf wherever it stands) is moved up and down, by
little and by much. `total`: some change moves the root. `margin`: none does, but some makes a margin negative, so the
derivation would be another one. `inner`: only other values move. `nothing`: the leaf explains nothing, and the judge
prints it and exits 1.

Exit: 0 all right, 1 something does not hold, 2 the call or its input is wrong.

Rounding in a trace is the one of numbers: floor goes down also below zero (in tariff files the words are mirrored).
"""

import argparse
import json
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

KINDS = {"reading", "bound", "price", "factor", "date", "people", "policy", "arrears"}
MODES = ("half_up", "half_down", "half_even", "up", "down", "floor", "ceiling")
DEEPEST = 64
MOVES = [Fraction(move) for move in (1, -1, 1000000, -1000000)]


class NotATrace(Exception):
    """The input has another shape; the sentence says where."""


class DoesNotHold(Exception):
    """A value is not what its operation gives."""


def exact(text, place):
    try:
        if not isinstance(text, str) or "/" in text or "e" in text.lower():
            raise ValueError
        return Fraction(text)
    except ValueError:
        raise NotATrace(f"{place}: {text!r} is no decimal") from None


def rounded(value, step, mode):
    """`value` to a whole multiple of `step`."""
    steps = value / step
    low = steps.numerator // steps.denominator  # towards minus infinity, also below zero
    rest = steps - low
    if not rest:
        return value
    if mode == "floor":
        up = False
    elif mode == "ceiling":
        up = True
    elif mode in ("up", "down"):
        up = (mode == "up") == (steps > 0)
    elif rest != Fraction(1, 2):
        up = rest > Fraction(1, 2)
    elif mode == "half_even":
        up = low % 2 == 1
    else:
        up = (mode == "half_up") == (steps > 0)
    return (low + up) * step


def two(apply):
    return lambda arguments: apply(*arguments) if len(arguments) == 2 else None


def quotient(dividend, divisor):
    return dividend / divisor if divisor else None


OPERATIONS = {
    "add": two(lambda a, b: a + b),
    "subtract": two(lambda a, b: a - b),
    "multiply": two(lambda a, b: a * b),
    "divide": two(quotient),
    "sum": lambda arguments: sum(arguments, Fraction(0)),
    "round": lambda arguments: arguments[0] if len(arguments) == 1 else None,
    "given": lambda arguments: arguments[0] if arguments else None,
}


class Node:
    """A leaf or an operation, checked for its shape."""

    def __init__(self, content, place="root", depth=1):
        if depth > DEEPEST:
            raise NotATrace(f"{place}: more than {DEEPEST} levels")
        if not isinstance(content, dict) or "value" not in content:
            raise NotATrace(f"{place}: neither a leaf nor a node")
        self.place, self.operation = place, content.get("op")
        self.recorded = exact(content["value"], place)
        self.rounding, self.arguments, self.leaf = None, [], None
        (self.read_node if "op" in content else self.read_leaf)(content, depth)

    def read_leaf(self, content, _):
        if set(content) != {"kind", "value", "source"} or content["kind"] not in KINDS:
            raise NotATrace(f"{self.place}: a leaf is a kind, a value and a source")
        self.leaf = (content["kind"], content["source"], content["value"])

    def read_node(self, content, depth):
        if not set(content) <= {"op", "args", "value", "rounding"} or self.operation not in OPERATIONS:
            raise NotATrace(f"{self.place}: {self.operation!r} is not an operation of a trace")
        if "rounding" in content:
            step, mode = exact(content["rounding"]["step"], self.place), content["rounding"]["mode"]
            if step <= 0 or mode not in MODES:
                raise NotATrace(f"{self.place}: no such rounding")
            self.rounding = (step, mode)
        elif self.operation in ("round", "divide"):
            raise NotATrace(f"{self.place}: {self.operation} needs a rounding")
        self.arguments = [Node(argument, f"{self.place}.{i}", depth + 1) for i, argument in enumerate(content["args"])]

    def walk(self):
        yield self
        for argument in self.arguments:
            yield from argument.walk()

    def evaluate(self, leaf_value, margins, values):
        """The value from the leaves alone; every node's goes to `values`, every margin of a `given` to `margins`."""
        if self.leaf:
            value = leaf_value(self)
        else:
            arguments = [argument.evaluate(leaf_value, margins, values) for argument in self.arguments]
            value = None if None in arguments else OPERATIONS[self.operation](arguments)
            if self.operation == "given":
                margins += [(self, margin) for margin in arguments[1:]]
            if value is not None and self.rounding:
                value = rounded(value, *self.rounding)
        values.append((self, value))
        return value


def evaluated(root, leaf_value=lambda node: node.recorded):
    margins, values = [], []
    total = root.evaluate(leaf_value, margins, values)
    return total, values, margins


def shown(value):
    return "nothing" if value is None else str(float(value)) if value.denominator > 1 else str(value)


def judge(root, total=None):
    """Raises DoesNotHold with the first place that is wrong."""
    _, values, margins = evaluated(root)
    for node, value in values:
        if value != node.recorded:
            recorded = shown(node.recorded)
            raise DoesNotHold(f"{node.place} ({node.operation}): {recorded} is recorded, it is {shown(value)}")
    for node, margin in margins:
        if margin < 0:
            raise DoesNotHold(f"{node.place}: a margin is {shown(margin)}")
    if total is not None and exact(total, "total") != root.recorded:
        raise DoesNotHold(f"the root is {shown(root.recorded)}, the total {total}")
    return root.recorded


def last_place(text):
    return Fraction(1, 10 ** len(text.partition(".")[2]))


def outcome(root, leaf):
    """What becomes of the derivation when this leaf is another number: total, margin, inner or nothing."""
    before, old_values, _ = evaluated(root)
    old = [value for _, value in old_values]
    found = set()
    for move in [*MOVES, last_place(leaf[2]), -last_place(leaf[2])]:
        total, values, margins = evaluated(root, lambda node: node.recorded + (move if node.leaf == leaf else 0))
        if total != before:
            return "total"
        if any(margin is None or margin < 0 for _, margin in margins):
            found.add("margin")
        if any(value != was for (node, value), was in zip(values, old) if not node.leaf):
            found.add("inner")
    return next((word for word in ("margin", "inner") if word in found), "nothing")


def mutate(root):
    """{leaf: outcome} for every leaf."""
    return {leaf: outcome(root, leaf) for leaf in {node.leaf: None for node in root.walk() if node.leaf}}


def traces_in(content):
    if not isinstance(content, dict):
        raise NotATrace("this is no JSON object")
    for one in content.get("bills", [content]):
        yield (Node(one["trace"]), one.get("total")) if "trace" in one else (Node(one), None)


def judge_all(content, mutating):
    exit_code, judged = 0, 0
    for root, total in traces_in(content):
        judged += 1
        try:
            judge(root, total)
            print(f"holds {total if total is not None else shown(root.recorded)}")
        except DoesNotHold as why:
            exit_code = 1
            print(f"does not hold: {why}")
        if mutating:
            outcomes = mutate(root)
            for leaf in (leaf for leaf, word in outcomes.items() if word != "total"):
                print(f"{outcomes[leaf]}: {leaf[0]} {leaf[2]} ({leaf[1]})")
            counts = Counter(outcomes.values())
            print(", ".join(f"{counts[word]} {word}" for word in ("total", "margin", "inner", "nothing")))
            exit_code = 1 if counts["nothing"] else exit_code
    if not judged:
        raise NotATrace("there is no derivation")
    return exit_code


def main():
    parser = argparse.ArgumentParser(description="Evaluates traces again from their leaves.")
    parser.add_argument("file")
    parser.add_argument("--mutate", action="store_true")
    options = parser.parse_args()
    try:
        text = sys.stdin.read() if options.file == "-" else Path(options.file).read_text(encoding="utf-8")
        return judge_all(json.loads(text), options.mutate)
    except (NotATrace, OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
