// Laid under a program by LD_PRELOAD: disk calls that fail, clocks that jump, and a journal of what was written and
// what was synced. faults.py fills the control page, which both have mapped.
//
// Only files below TORTURE_FAULT_FOLDER are touched, and only the calls that SQLite makes for its files.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct control {
    // An errno each, 0 while all is well.
    volatile int32_t write_error, read_error, sync_error;
    // Fails one call in so many; 0 and 1: every one.
    volatile int32_t one_in;
    volatile int32_t sync_delay_ms;
    volatile int32_t failed;
    // By how much each clock is set off.
    volatile int64_t wall_ms, monotonic_ms;
};

enum { WRITE = 1, TRUNCATE = 2, SYNC_BEGINS = 3, SYNCED = 4, SYNC_FAILED = 5 };

struct record {
    uint32_t kind, path_length;
    uint64_t offset, length;
};

static struct control calm;
static struct control *control = &calm;
static const char *folder;
static size_t folder_length;
static int journal = -1;
static pthread_mutex_t journal_lock = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *page = getenv("TORTURE_FAULT_CONTROL"), *written = getenv("TORTURE_FAULT_JOURNAL");
    folder = getenv("TORTURE_FAULT_FOLDER");
    folder_length = folder ? strlen(folder) : 0;
    int file = page ? NEXT(open)(page, O_RDWR | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (mapped != MAP_FAILED) control = mapped;
        close(file);
    }
    if (written) journal = NEXT(open)(written, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    // What it starts is not tortured.
    unsetenv("LD_PRELOAD");
}

static int is_below(const char *path) {
    return folder_length && strncmp(path, folder, folder_length) == 0;
}

// The path of an open file of the folder, or 0. The memory that connections share is no file on a disk.
static int name(int file, char path[4096]) {
    char link[32] = "/proc/self/fd/", digits[12];
    int count = 0, place = 14;
    if (!folder_length || file < 0) return 0;
    do digits[count++] = (char)('0' + file % 10); while ((file /= 10));
    while (count) link[place++] = digits[--count];
    ssize_t length = readlink(link, path, 4095);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_below(path) && !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static int fails(int32_t error) {
    static uint32_t turn;
    if (!error) return 0;
    if (control->one_in > 1 && __atomic_add_fetch(&turn, 1, __ATOMIC_RELAXED) % (uint32_t)control->one_in) return 0;
    __atomic_add_fetch(&control->failed, 1, __ATOMIC_RELAXED);
    errno = error;
    return 1;
}

static void note(uint32_t kind, const char *path, uint64_t offset, const void *bytes, uint64_t length) {
    struct record record = {kind, (uint32_t)strlen(path), offset, length};
    syscall(SYS_write, journal, &record, sizeof record);
    syscall(SYS_write, journal, path, record.path_length);
    if (bytes) syscall(SYS_write, journal, bytes, length);
}

// A full disk still takes what lies within a file.
static int write_fails(int file, off64_t end) {
    struct stat64 status;
    if (control->write_error == ENOSPC && fstat64(file, &status) == 0 && end <= status.st_size) return 0;
    return fails(control->write_error);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
    char path[4096];
    if (!name(file, path)) return NEXT(pwrite64)(file, bytes, length, offset);
    if (write_fails(file, offset + (off64_t)length)) return -1;
    if (journal < 0) return NEXT(pwrite64)(file, bytes, length, offset);
    pthread_mutex_lock(&journal_lock);
    ssize_t written = NEXT(pwrite64)(file, bytes, length, offset);
    if (written > 0) note(WRITE, path, (uint64_t)offset, bytes, (uint64_t)written);
    pthread_mutex_unlock(&journal_lock);
    return written;
}

ssize_t pread64(int file, void *bytes, size_t length, off64_t offset) {
    char path[4096];
    if (control->read_error && name(file, path) && fails(control->read_error)) return -1;
    return NEXT(pread64)(file, bytes, length, offset);
}

int ftruncate64(int file, off64_t length) {
    char path[4096];
    if (!name(file, path)) return NEXT(ftruncate64)(file, length);
    if (fails(control->write_error == ENOSPC ? 0 : control->write_error)) return -1;
    if (journal < 0) return NEXT(ftruncate64)(file, length);
    pthread_mutex_lock(&journal_lock);
    int result = NEXT(ftruncate64)(file, length);
    if (result == 0) note(TRUNCATE, path, (uint64_t)length, NULL, 0);
    pthread_mutex_unlock(&journal_lock);
    return result;
}

static int sync_with(int (*real)(int), int file) {
    char path[4096];
    if (!name(file, path)) return real(file);
    // A disk that takes its time.
    if (control->sync_delay_ms) poll(NULL, 0, control->sync_delay_ms);
    int fault = fails(control->sync_error);
    if (journal < 0) return fault ? -1 : real(file);
    pthread_mutex_lock(&journal_lock);
    note(SYNC_BEGINS, path, 0, NULL, 0);
    pthread_mutex_unlock(&journal_lock);
    int result = fault ? -1 : real(file);
    pthread_mutex_lock(&journal_lock);
    note(result == 0 ? SYNCED : SYNC_FAILED, path, 0, NULL, 0);
    pthread_mutex_unlock(&journal_lock);
    if (fault) errno = control->sync_error ? control->sync_error : EIO;
    return result;
}

int fsync(int file) { return sync_with(NEXT(fsync), file); }
int fdatasync(int file) { return sync_with(NEXT(fdatasync), file); }

// A disk that became read-only gives no more files to write to.
int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(more, mode_t) : 0;
    va_end(more);
    if (control->write_error == EROFS && (flags & O_ACCMODE) != O_RDONLY && is_below(path) && fails(EROFS)) return -1;
    return NEXT(open64)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open64(path, flags, mode);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
    return pwrite64(file, bytes, length, offset);
}

ssize_t pread(int file, void *bytes, size_t length, off_t offset) {
    return pread64(file, bytes, length, offset);
}

int ftruncate(int file, off_t length) {
    return ftruncate64(file, length);
}

static void move(struct timespec *time, int64_t by_ms) {
    time->tv_sec += by_ms / 1000;
    time->tv_nsec += by_ms % 1000 * 1000000;
    if (time->tv_nsec < 0) {
        time->tv_sec -= 1;
        time->tv_nsec += 1000000000;
    } else if (time->tv_nsec >= 1000000000) {
        time->tv_sec += 1;
        time->tv_nsec -= 1000000000;
    }
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    static __typeof__(clock_gettime) *real;
    if (!real) real = NEXT(clock_gettime);
    int result = real(clock, time);
    if (result) return result;
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) move(time, control->wall_ms);
    // A machine that slept: the clock that goes on meanwhile, and not the one that stands still.
    if (clock == CLOCK_BOOTTIME) move(time, control->monotonic_ms);
    return 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
