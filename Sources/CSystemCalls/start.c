#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

static int closed_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0;
#else
  // POSIX_SPAWN_CLOEXEC_DEFAULT keeps them from the child.
  return pipe(ends) < 0 ? -errno : 0;
#endif
}

enum { most_streams = 4 };

// Our end of a stream writes or reads, theirs the other way: standard input and the fourth stream go to them.
static int is_theirs_to_read(int stream) { return stream == 0 || stream == 3; }

static void close_ends(int pipes[most_streams][2]) {
  for (int stream = 0; stream < most_streams; stream++) {
    for (int end = 0; end < 2; end++) {
      if (pipes[stream][end] >= 0) close(pipes[stream][end]);
    }
  }
}

static int spawn(const char *path, char *const arguments[], char *const environment[], const char *folder,
                 int pipes[most_streams][2], int count) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // In this order: the fourth may take a number that one of the first three had until then.
  for (int stream = 0; stream < count; stream++) {
    posix_spawn_file_actions_adddup2(&actions, pipes[stream][is_theirs_to_read(stream) ? 0 : 1], stream);
  }
#if defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
  // Whatever else is open here, by whomever, is none of the child's business.
  posix_spawn_file_actions_addclosefrom_np(&actions, count);
#endif
#endif
  if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setpgroup(&attributes, 0);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  posix_spawnattr_setflags(&attributes, flags);
  pid_t process = 0;
  int failure = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure ? -failure : process;
}

int mm_start(const char *path, char *const arguments[], char *const environment[], const char *folder, int count,
             int streams[]) {
  int pipes[most_streams][2] = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
  if (count > most_streams) return -EINVAL;
  for (int stream = 0; stream < count; stream++) {
    int failure = closed_pipe(pipes[stream]);
    if (failure) {
      close_ends(pipes);
      return failure;
    }
  }
#ifdef F_SETPIPE_SZ
  // Room for much of what it says before it has to wait for us; the usual room is as good where this is refused.
  fcntl(pipes[1][0], F_SETPIPE_SZ, 1 << 20);
#endif
  int process = spawn(path, arguments, environment, folder, pipes, count);
  if (process < 0) {
    close_ends(pipes);
    return process;
  }
  for (int stream = 0; stream < count; stream++) {
    int ours = is_theirs_to_read(stream) ? 1 : 0;
    streams[stream] = pipes[stream][ours];
    close(pipes[stream][1 - ours]);
    fcntl(streams[stream], F_SETFL, fcntl(streams[stream], F_GETFL) | O_NONBLOCK);
  }
  return process;
}
