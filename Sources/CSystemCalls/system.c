#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <errno.h>
#include <stdio.h>

int mm_exchange(int directory, const char *one, const char *other) {
#ifdef __APPLE__
  int result = renameatx_np(directory, one, directory, other, RENAME_SWAP);
#else
  int result = renameat2(directory, one, directory, other, RENAME_EXCHANGE);
#endif
  return result == 0 ? 0 : -errno;
}
