#ifndef MM_PLAIN_LOOP_H
#define MM_PLAIN_LOOP_H

#include <stdint.h>

struct mm_plain_counts {
  long files;
  long bytes;
  long yaml_events;
  long markdown_nodes;
};

/// The figures of one run: from start to end by the clock, processor time, the most memory held.
struct mm_figures {
  uint64_t nanoseconds;
  uint64_t processor_nanoseconds;
  long peak_kilobytes;
};

/// What the whole program is held against: every .md file below `folder`, one after the other, opened, read, its front
/// matter run through libyaml's events and its body through libcmark. 0, or the negated errno.
int mm_plain_loop(const char *folder, struct mm_plain_counts *counts);

/// The monotonic clock.
uint64_t mm_nanoseconds(void);

/// The processor time of this process, all its threads together.
uint64_t mm_processor_nanoseconds(void);

/// The most memory that this process has held so far, in kB.
long mm_peak_kilobytes(void);

/// Runs a program to its end with its output thrown away or, up to `capacity` bytes, kept in `output` (which is then
/// ended by NUL). `cores`: on so many processors, 0 on all. Returns the exit status, or the negated errno.
int mm_run(char *const arguments[], int cores, char *output, long capacity, struct mm_figures *figures);

#endif
