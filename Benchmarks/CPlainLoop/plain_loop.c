#define _GNU_SOURCE
#include "CPlainLoop.h"

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static void count_yaml(const unsigned char *text, size_t length, struct mm_plain_counts *counts) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) abort();
  yaml_parser_set_input_string(&parser, text, length);
  yaml_event_t event;
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) break;
    done = event.type == YAML_STREAM_END_EVENT;
    counts->yaml_events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void count_markdown(const char *text, size_t length, struct mm_plain_counts *counts) {
  cmark_node *root = cmark_parse_document(text, length, CMARK_OPT_DEFAULT);
  for (cmark_node *block = cmark_node_first_child(root); block; block = cmark_node_next(block)) counts->markdown_nodes++;
  cmark_node_free(root);
}

static void count_file(char *text, size_t length, struct mm_plain_counts *counts) {
  counts->files++;
  counts->bytes += (long)length;
  size_t body = 0;
  if (length > 4 && memcmp(text, "---\n", 4) == 0) {
    char *end = memmem(text + 3, length - 3, "\n---\n", 5);
    if (end) {
      body = (size_t)(end - text) + 5;
      count_yaml((unsigned char *)text + 4, body - 8, counts);
    }
  }
  count_markdown(text + body, length - body, counts);
}

static int read_file(int folder, const char *name, struct mm_plain_counts *counts) {
  int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return -errno;
  struct stat status;
  if (fstat(file, &status) < 0) return -errno;
  char *text = malloc((size_t)status.st_size + 1);
  if (!text) abort();
  ssize_t length = read(file, text, (size_t)status.st_size);
  if (length < 0) return -errno;
  close(file);
  count_file(text, (size_t)length, counts);
  free(text);
  return 0;
}

static int read_folder(int folder, struct mm_plain_counts *counts) {
  DIR *entries = fdopendir(folder);
  if (!entries) return -errno;
  int result = 0;
  for (struct dirent *entry; result == 0 && (entry = readdir(entries));) {
    size_t length = strlen(entry->d_name);
    if (entry->d_name[0] == '.') continue;
    if (entry->d_type == DT_DIR) {
      int inner = openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      result = inner < 0 ? -errno : read_folder(inner, counts);
    } else if (length > 3 && strcmp(entry->d_name + length - 3, ".md") == 0) {
      result = read_file(folder, entry->d_name, counts);
    }
  }
  closedir(entries);
  return result;
}

int mm_plain_loop(const char *folder, struct mm_plain_counts *counts) {
  memset(counts, 0, sizeof *counts);
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return file < 0 ? -errno : read_folder(file, counts);
}
