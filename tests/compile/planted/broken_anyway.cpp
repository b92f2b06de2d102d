// Planted: the case itself is broken, so its refusal says nothing.

int value() {
    return std::string("not a number");
}
