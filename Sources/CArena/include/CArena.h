#ifndef MM_ARENA_H
#define MM_ARENA_H

#include <stddef.h>

/// Memory for one document's parse: taken in order, never freed one by one, given back whole by `mm_arena_reset`.
/// One arena a thread.
void *mm_arena_calloc(size_t count, size_t size);
void *mm_arena_realloc(void *pointer, size_t size);
void mm_arena_free(void *pointer);

/// Forgets everything that this thread took from its arena.
void mm_arena_reset(void);

#endif
