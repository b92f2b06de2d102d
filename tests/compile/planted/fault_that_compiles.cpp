// Planted: the fault is none.

int wide(short narrow) {
#ifdef METERHALL_FAULT
    return narrow + 1;
#else
    return narrow;
#endif
}
