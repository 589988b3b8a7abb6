#ifndef MM_SYSTEM_CALLS_H
#define MM_SYSTEM_CALLS_H

/// Swaps two files of one folder in one step. 0, or the negated errno.
int mm_exchange(int directory, const char *one, const char *other);

#endif
