#ifndef MM_SYSTEM_CALLS_H
#define MM_SYSTEM_CALLS_H

// System calls that Swift's Glibc and Darwin do not have, or that the two systems spell differently.
// Each returns 0 or more, or the negated errno.

/// Swaps two names of one folder in one step.
int mm_exchange(int directory, const char *one, const char *other);

/// Renames a file of one folder, unless the new name is taken (-EEXIST).
int mm_rename_new(int directory, const char *from, const char *to);

/// Opens a file for reading by a path below `directory` of which no part is a symbolic link; never waits for a FIFO.
/// -ENOSYS where the system cannot promise that.
int mm_open_without_links(int directory, const char *path);

/// Copies the extended attributes and access lists of one open file to another.
int mm_copy_attributes(int from, int to);

/// Returns when the file's or folder's content is on the disk.
int mm_sync(int descriptor);

/// Starts a program with pipes for its streams, in a process group of its own. `streams` are our ends, which do not wait:
/// its input, its output, its errors, and, where `count` is 4 and not 3, a second input, its descriptor 3. Nothing else that
/// is open here is open there. It runs in `folder`, or where this program runs if that is NULL. The process's id, or the
/// negated errno.
int mm_start(const char *path, char *const arguments[], char *const environment[], const char *folder, int count,
             int streams[]);

/// From now on SIGINT, SIGTERM and SIGHUP are noted and do not end this program. Calls nest.
void mm_catch_interrupts(void);

/// Whether one came since; noted until the last `mm_release_interrupts`.
int mm_was_interrupted(void);

/// The signals do again what they did before.
void mm_release_interrupts(void);

#endif
