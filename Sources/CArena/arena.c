#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// cmark asks for a hundred thousand small nodes and we drop them all at once: a third of the reading time was malloc
// and free. Blocks are kept in chunks; each carries its size in a header so that realloc can grow the last one.

enum { CHUNK_BYTES = 256 * 1024, HEADER_BYTES = 16 };

typedef struct chunk {
  struct chunk *next;
  size_t capacity;
  size_t used;
  size_t padding;  // keeps what follows on a 16-byte boundary
} chunk;

static _Thread_local chunk *first;
static _Thread_local chunk *current;

static size_t rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static unsigned char *start(chunk *c) { return (unsigned char *)(c + 1); }

static chunk *chunk_holding(size_t need) {
  chunk *c = current;
  while (c && c->capacity - c->used < need) {
    c = c->next;
    if (c) c->used = 0;
  }
  if (c) return current = c;
  size_t capacity = need > CHUNK_BYTES ? need : CHUNK_BYTES;
  c = malloc(sizeof(chunk) + capacity);
  if (!c) abort();  // cmark has no way to hear of it either
  c->capacity = capacity;
  c->used = 0;
  c->next = NULL;
  if (current) {
    c->next = current->next;
    current->next = c;
  } else {
    first = c;
  }
  return current = c;
}

void *mm_arena_calloc(size_t count, size_t size) {
  size_t bytes = rounded(count * size);
  chunk *c = chunk_holding(bytes + HEADER_BYTES);
  unsigned char *header = start(c) + c->used;
  c->used += bytes + HEADER_BYTES;
  *(size_t *)(void *)header = bytes;
  return memset(header + HEADER_BYTES, 0, bytes);
}

void *mm_arena_realloc(void *pointer, size_t size) {
  if (!pointer) return mm_arena_calloc(1, size);
  size_t *header = (size_t *)(void *)((unsigned char *)pointer - HEADER_BYTES);
  size_t bytes = rounded(size);
  if (bytes <= *header) return pointer;
  unsigned char *end = (unsigned char *)pointer + *header;
  if (current && end == start(current) + current->used && current->capacity - current->used >= bytes - *header) {
    current->used += bytes - *header;
    *header = bytes;
    return pointer;
  }
  void *grown = mm_arena_calloc(1, size);
  return memcpy(grown, pointer, *header);
}

void mm_arena_free(void *pointer) { (void)pointer; }

void mm_arena_reset(void) {
  current = first;
  if (current) current->used = 0;
}
