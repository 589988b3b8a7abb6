#define _GNU_SOURCE
#include "CPlainLoop.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#endif

static uint64_t read_clock(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t mm_nanoseconds(void) { return read_clock(CLOCK_MONOTONIC); }

uint64_t mm_processor_nanoseconds(void) { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }

static uint64_t nanoseconds(struct timeval time) {
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_usec * 1000u;
}

static long kilobytes(const struct rusage *usage) {
#ifdef __APPLE__
  return usage->ru_maxrss / 1024;
#else
  return usage->ru_maxrss;
#endif
}

long mm_peak_kilobytes(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return kilobytes(&usage);
}

static void keep_to(int cores) {
#ifdef __linux__
  cpu_set_t all, some;
  if (cores <= 0 || sched_getaffinity(0, sizeof all, &all) < 0) return;
  CPU_ZERO(&some);
  for (int core = 0; core < CPU_SETSIZE && cores > 0; core++) {
    if (!CPU_ISSET(core, &all)) continue;
    CPU_SET(core, &some);
    cores--;
  }
  sched_setaffinity(0, sizeof some, &some);
#else
  (void)cores;
#endif
}

static void become(char *const arguments[], int cores, int output) {
  keep_to(cores);
  if (output < 0) output = open("/dev/null", O_WRONLY);
  dup2(output, 1);
  execv(arguments[0], arguments);
  _exit(127);
}

int mm_run(char *const arguments[], int cores, char *output, long capacity, struct mm_figures *figures) {
  int ends[2] = {-1, -1};
  if (output && pipe(ends) < 0) return -errno;
  uint64_t start = mm_nanoseconds();
  // vfork: a copy of a large process's tables would be part of what is measured.
  pid_t child = vfork();
  if (child < 0) return -errno;
  if (child == 0) become(arguments, cores, ends[1]);
  if (output) {
    close(ends[1]);
    long length = 0;
    ssize_t count = 1;
    while (count > 0 && length < capacity - 1) {
      count = read(ends[0], output + length, (size_t)(capacity - 1 - length));
      if (count > 0) length += count;
    }
    output[length] = 0;
    close(ends[0]);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return -errno;
  figures->nanoseconds = mm_nanoseconds() - start;
  figures->processor_nanoseconds = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime);
  figures->peak_kilobytes = kilobytes(&usage);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
