"""Exact numbers of the tariff calculator: fractions inside, decimal text outside, binary floats nowhere."""

from decimal import Decimal
from fractions import Fraction

DECIMALS_SHOWN = 12
ZERO = Fraction(0)
ONE = Fraction(1)


class Refused(Exception):
    """What was asked has no answer by the written rules; the sentence names the key."""


def number(value, what):
    """An int, a decimal text, or a quotient of two ("29/31")."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        raise Refused(f"{what} is no number: {value!r}")
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        raise Refused(f"{what} is no number: {value!r}") from None


def known(content, keys, where):
    if not isinstance(content, dict):
        raise Refused(f"{where} is no object: {content!r}")
    for key in content:
        if key not in keys:
            raise Refused(f"{where}.{key} is not a key this calculator knows")


def text(value):
    """Without an exponent and without zeros at the end; endless fractions are cut at the twelfth decimal, half up."""
    if isinstance(value, str):
        return value
    scaled = Rounding(ONE, "half_up").of(value * 10**DECIMALS_SHOWN).numerator
    whole, rest = divmod(abs(scaled), 10**DECIMALS_SHOWN)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{DECIMALS_SHOWN}d}".rstrip("0").rstrip(".")


# What is left over (`rest` of `divisor`, both at least zero) takes the next step away from zero when:
UPWARD = {
    "half_up": lambda whole, rest, divisor: 2 * rest >= divisor,
    "half_down": lambda whole, rest, divisor: 2 * rest > divisor,
    "half_even": lambda whole, rest, divisor: 2 * rest > divisor or (2 * rest == divisor and whole % 2 == 1),
    "floor": lambda whole, rest, divisor: False,
    "down": lambda whole, rest, divisor: False,
    "up": lambda whole, rest, divisor: rest > 0,
    "ceiling": lambda whole, rest, divisor: rest > 0,
}


class Rounding:
    """To whole multiples of a step. Negative numbers are the mirror images of positive ones, in every mode."""

    def __init__(self, step, mode):
        if mode not in UPWARD:
            raise Refused(f"{mode!r} is not a way of rounding this calculator knows")
        if step <= 0:
            raise Refused(f"a rounding step must be positive: {step}")
        self.step, self.mode, self.upward = step, mode, UPWARD[mode]

    @classmethod
    def read(cls, pair, what):
        """["0.01", "half_up"], or null for no rounding at all."""
        if pair is None:
            return None
        if not isinstance(pair, list) or len(pair) != 2:
            raise Refused(f"{what} is no [step, mode]: {pair!r}")
        return cls(number(pair[0], what), pair[1])

    def of(self, value):
        steps = value / self.step
        whole, rest = divmod(abs(steps.numerator), steps.denominator)
        if rest and self.upward(whole, rest, steps.denominator):
            whole += 1
        return (-whole if steps < 0 else whole) * self.step


def rounded(value, rounding):
    return value if rounding is None else rounding.of(value)
