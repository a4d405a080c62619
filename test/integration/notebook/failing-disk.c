/* Makes system calls fail as FAULT says: an LD_PRELOAD library for tests. On *.jsonl files:
   FAULT=sync:N      the Nth fsync or fdatasync fails with EIO       FAULT=sync:N-   it and all later ones
   FAULT=write:N     the Nth write fails with EIO                    FAULT=write:N-  it and all later ones
   FAULT=short       every write takes 100 bytes at most
   On copies of evidence that have no name yet:
   FAULT=flip:N      the Nth write changes its last byte and says nothing */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static ssize_t name_of(int fd, char *name, size_t room) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, room - 1);
  name[length < 0 ? 0 : length] = 0;
  return length;
}

static int is_feed(int fd) {
  char name[4096];
  ssize_t length = name_of(fd, name, sizeof name);
  return length > 6 && strcmp(name + length - 6, ".jsonl") == 0;
}

static int is_unnamed_copy(int fd) {
  char name[4096];
  return name_of(fd, name, sizeof name) > 0 && strstr(name, "/.incoming-") != NULL;
}

static int fails(const char *kind, int *count) {
  const char *fault = getenv("FAULT");
  size_t length = strlen(kind);
  if (fault == NULL || strncmp(fault, kind, length) != 0 || fault[length] != ':') return 0;
  char *end;
  long from = strtol(fault + length + 1, &end, 10);
  *count += 1;
  return *end == '-' ? *count >= from : *count == from;
}

static int syncs, writes, flips;

#define SYNC(name)                                                   \
  int name(int fd) {                                                 \
    static int (*real)(int);                                         \
    if (real == NULL) real = dlsym(RTLD_NEXT, #name);                \
    if (is_feed(fd) && fails("sync", &syncs)) { errno = EIO; return -1; } \
    return real(fd);                                                 \
  }
SYNC(fsync)
SYNC(fdatasync)

static int is_short(void) {
  const char *fault = getenv("FAULT");
  return fault != NULL && strcmp(fault, "short") == 0;
}

#define WRITE(name, offset_type)                                                  \
  ssize_t name(int fd, const void *data, size_t size, offset_type offset) {       \
    static ssize_t (*real)(int, const void *, size_t, offset_type);               \
    if (real == NULL) real = dlsym(RTLD_NEXT, #name);                             \
    if (is_feed(fd)) {                                                            \
      if (fails("write", &writes)) { errno = EIO; return -1; }                    \
      if (is_short() && size > 100) size = 100;                                   \
    }                                                                             \
    if (size > 0 && is_unnamed_copy(fd) && fails("flip", &flips)) {               \
      char *changed = malloc(size);                                               \
      memcpy(changed, data, size);                                                \
      changed[size - 1] ^= 1;                                                     \
      ssize_t written = real(fd, changed, size, offset);                          \
      free(changed);                                                              \
      return written;                                                             \
    }                                                                             \
    return real(fd, data, size, offset);                                          \
  }
WRITE(pwrite, off_t)
WRITE(pwrite64, off64_t)
