#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __APPLE__
#include <copyfile.h>
#else
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#endif

static int answer(long result) { return result < 0 ? -errno : (int)result; }

int mm_exchange(int directory, const char *one, const char *other) {
#ifdef __APPLE__
  return answer(renameatx_np(directory, one, directory, other, RENAME_SWAP));
#else
  return answer(renameat2(directory, one, directory, other, RENAME_EXCHANGE));
#endif
}

int mm_rename_new(int directory, const char *from, const char *to) {
#ifdef __APPLE__
  return answer(renameatx_np(directory, from, directory, to, RENAME_EXCL));
#else
  return answer(renameat2(directory, from, directory, to, RENAME_NOREPLACE));
#endif
}

int mm_open_without_links(int directory, const char *path) {
#if defined(__APPLE__) && defined(O_NOFOLLOW_ANY)
  return answer(openat(directory, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW_ANY));
#elif defined(__linux__)
  struct open_how how = {
      .flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
  };
  return answer(syscall(SYS_openat2, directory, path, &how, sizeof how));
#else
  return -ENOSYS;
#endif
}

#ifdef __APPLE__

int mm_copy_attributes(int from, int to) { return answer(fcopyfile(from, to, NULL, COPYFILE_XATTR | COPYFILE_ACL)); }

#else

static int copy_attribute(int from, int to, const char *name) {
  ssize_t size = fgetxattr(from, name, NULL, 0);
  if (size < 0) return -errno;
  void *value = malloc(size > 0 ? (size_t)size : 1);
  if (!value) return -ENOMEM;
  int result = 0;
  size = fgetxattr(from, name, value, (size_t)size);
  if (size < 0 || fsetxattr(to, name, value, (size_t)size, 0) < 0) result = -errno;
  free(value);
  return result;
}

int mm_copy_attributes(int from, int to) {
  ssize_t size = flistxattr(from, NULL, 0);
  if (size < 0) return errno == ENOTSUP ? 0 : -errno;
  if (size == 0) return 0;
  char *names = malloc((size_t)size);
  if (!names) return -ENOMEM;
  int result = 0;
  size = flistxattr(from, names, (size_t)size);
  if (size < 0) result = -errno;
  for (char *name = names; result == 0 && name < names + size; name += strlen(name) + 1) {
    // The kernel gives each file its own label; it is the folder's business, not the note's.
    if (strcmp(name, "security.selinux") != 0) result = copy_attribute(from, to, name);
  }
  free(names);
  return result;
}

#endif

int mm_sync(int descriptor) {
#ifdef __APPLE__
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
#endif
  return answer(fsync(descriptor));
}
