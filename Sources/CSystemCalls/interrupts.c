#include "CSystemCalls.h"

#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t interrupted;
static int depth;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const int watched[] = {SIGINT, SIGTERM, SIGHUP};
static struct sigaction before[3];

static void note(int signal) {
  (void)signal;
  interrupted = 1;
}

static void catch_all(void) {
  interrupted = 0;
  for (int index = 0; index < 3; index++) {
    // Without SA_RESTART, so that a wait ends at once.
    struct sigaction action = {.sa_handler = note};
    sigemptyset(&action.sa_mask);
    sigaction(watched[index], &action, &before[index]);
    // Who ignores a signal (nohup) goes on ignoring it.
    if (before[index].sa_handler == SIG_IGN) sigaction(watched[index], &before[index], 0);
  }
}

void mm_catch_interrupts(void) {
  pthread_mutex_lock(&one_at_a_time);
  if (depth++ == 0) catch_all();
  pthread_mutex_unlock(&one_at_a_time);
}

int mm_was_interrupted(void) { return interrupted; }

void mm_release_interrupts(void) {
  pthread_mutex_lock(&one_at_a_time);
  if (depth > 0 && --depth == 0) {
    for (int index = 0; index < 3; index++) sigaction(watched[index], &before[index], 0);
  }
  pthread_mutex_unlock(&one_at_a_time);
}
