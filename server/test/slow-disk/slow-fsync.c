/*
 * A disk that takes its time, for a database started with LD_PRELOAD: while the file SLOW_FSYNC_SWITCH names is there,
 * every fsync and fdatasync waits SLOW_FSYNC_MS before it does what it is for, and writes to SLOW_FSYNC_JOURNAL when it
 * began, when it was done (nanoseconds of the monotonic clock) and for which file. Without the switch it does nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static long long now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void note(int fd, long long began) {
  char link[64], file[512], line[640];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, file, sizeof file - 1);
  file[length < 0 ? 0 : length] = 0;
  int journal = open(getenv("SLOW_FSYNC_JOURNAL"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (journal < 0) return;
  int size = snprintf(line, sizeof line, "%lld %lld %s\n", began, now_ns(), file);
  if (write(journal, line, size) != size) abort();
  close(journal);
}

static int slowly(int (*real)(int), int fd) {
  if (access(getenv("SLOW_FSYNC_SWITCH"), F_OK) != 0) return real(fd);
  long long began = now_ns();
  usleep((useconds_t)atoi(getenv("SLOW_FSYNC_MS")) * 1000);
  int result = real(fd);
  note(fd, began);
  return result;
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return slowly(real, fd);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  return slowly(real, fd);
}
