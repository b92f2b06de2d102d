// Something to compile: the target exists for its precompiled headers.
