/* A layer between a program and its files, laid in with LD_PRELOAD: it writes down what is done to the files of one
 * folder, in order, and makes the calls fail that it is told to.
 *
 * What is written down is a run of records: kind, length of the name, offset, length of the data, name, data.
 * Only one thread at a time may touch the folder. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPEN = 1, READ = 2, WRITE = 4, SYNC = 8, CUT = 16, UNLINK = 32, MAP = 64 };

static char folder[4096];
static size_t folder_length;
static int trace = -1;
static int fail_at, fail_error, fail_times, fail_kinds;
static int counted, fired;

void faults_watch(const char *path) {
    strncpy(folder, path, sizeof folder - 1);
    folder_length = strlen(folder);
}

void faults_trace(const char *path) {
    trace = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

void faults_arm(int at, int error, int times, int kinds) {
    counted = fired = 0;
    fail_at = at, fail_error = error, fail_times = times, fail_kinds = kinds;
}

int faults_fired(void) { return fired; }

int faults_counted(void) { return counted; }

static int watched_path(const char *path) {
    return folder_length && path && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

static int watched(int fd, char *name, size_t size) {
    char link[64];
    if (!folder_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, name, size - 1);
    if (length < 0) return 0;
    name[length] = 0;
    return watched_path(name);
}

static void note(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    if (trace < 0) return;
    const char *name = path + folder_length + (path[folder_length] == '/');
    struct { uint64_t kind, name, offset, length; } head = {(uint64_t)kind, strlen(name), offset, length};
    syscall(SYS_write, trace, &head, sizeof head);
    syscall(SYS_write, trace, name, head.name);
    if (data) syscall(SYS_write, trace, data, length);
}

static int fails(int kind) {
    if (!(fail_kinds & kind) || !fail_at) return 0;
    counted++;
    if (counted < fail_at || counted >= fail_at + fail_times) return 0;
    fired++;
    errno = fail_error;
    return 1;
}

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int opened(const char *path, int flags, mode_t mode, const char *by) {
    int ours = watched_path(path);
    if (ours && fails(OPEN)) return -1;
    int made = ours && flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    int fd = ((int (*)(const char *, int, ...))real(by))(path, flags, mode);
    if (fd >= 0 && made) note('c', path, 0, NULL, 0);
    if (fd >= 0 && ours && !made && flags & O_TRUNC) note('t', path, 0, NULL, 0);
    return fd;
}

static mode_t mode_of(int flags, va_list rest) { return flags & O_CREAT ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return opened(path, flags, mode, "open");
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return opened(path, flags, mode, "open64");
}

static ssize_t written(int fd, const void *data, size_t length, off64_t offset, const char *by) {
    char name[4096];
    int ours = watched(fd, name, sizeof name);
    if (ours && fails(WRITE)) {
        /* The second of two failing writes is a short one: the disk took the half of it. */
        if (fired % 2 == 0 && length > 1) {
            ssize_t half = ((ssize_t (*)(int, const void *, size_t, off64_t))real("pwrite64"))(fd, data, length / 2, offset);
            if (half > 0) note('w', name, (uint64_t)offset, data, (uint64_t)half);
            return half;
        }
        return -1;
    }
    ssize_t done = ((ssize_t (*)(int, const void *, size_t, off64_t))real(by))(fd, data, length, offset);
    if (ours && done > 0) note('w', name, (uint64_t)offset, data, (uint64_t)done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return written(fd, data, length, offset, "pwrite"); }

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    return written(fd, data, length, offset, "pwrite64");
}

ssize_t write(int fd, const void *data, size_t length) {
    char name[4096];
    if (watched(fd, name, sizeof name)) {
        if (fails(WRITE)) return -1;
        off_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
        ssize_t done = syscall(SYS_write, fd, data, length);
        if (done > 0) note('w', name, (uint64_t)at, data, (uint64_t)done);
        return done;
    }
    return ((ssize_t (*)(int, const void *, size_t))real("write"))(fd, data, length);
}

ssize_t pread(int fd, void *data, size_t length, off_t offset) {
    char name[4096];
    if (watched(fd, name, sizeof name) && fails(READ)) return -1;
    return ((ssize_t (*)(int, void *, size_t, off_t))real("pread"))(fd, data, length, offset);
}

ssize_t pread64(int fd, void *data, size_t length, off64_t offset) {
    char name[4096];
    if (watched(fd, name, sizeof name) && fails(READ)) return -1;
    return ((ssize_t (*)(int, void *, size_t, off64_t))real("pread64"))(fd, data, length, offset);
}

static int synced(int fd, const char *by) {
    char name[4096];
    int ours = watched(fd, name, sizeof name);
    if (ours && fails(SYNC)) return -1;
    int done = ((int (*)(int))real(by))(fd);
    if (ours && !done) note('s', name, 0, NULL, 0);
    return done;
}

int fsync(int fd) { return synced(fd, "fsync"); }

int fdatasync(int fd) { return synced(fd, "fdatasync"); }

static int shortened(int fd, off64_t length, const char *by) {
    char name[4096];
    int ours = watched(fd, name, sizeof name);
    if (ours && fails(CUT)) return -1;
    int done = ((int (*)(int, off64_t))real(by))(fd, length);
    if (ours && !done) note('t', name, (uint64_t)length, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return shortened(fd, length, "ftruncate"); }

int ftruncate64(int fd, off64_t length) { return shortened(fd, length, "ftruncate64"); }

int unlink(const char *path) {
    int ours = watched_path(path);
    if (ours && fails(UNLINK)) return -1;
    int done = ((int (*)(const char *))real("unlink"))(path);
    if (ours && !done) note('u', path, 0, NULL, 0);
    return done;
}

static void *mapped(void *at, size_t length, int protection, int flags, int fd, off64_t offset, const char *by) {
    char name[4096];
    if (fd >= 0 && watched(fd, name, sizeof name) && fails(MAP)) return (void *)-1;
    return ((void *(*)(void *, size_t, int, int, int, off64_t))real(by))(at, length, protection, flags, fd, offset);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mapped(at, length, protection, flags, fd, offset, "mmap");
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
    return mapped(at, length, protection, flags, fd, offset, "mmap64");
}
