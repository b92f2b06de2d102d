// Planted: the fault is refused because a name is misspelt, not because of what the case is about.

int value() {
#ifdef METERHALL_FAULT
    return misspelt();
#else
    return 1;
#endif
}
