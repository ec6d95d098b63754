// The front of Latchkey's AppImage (type 2): this program, and right behind it a squashfs. It shows the squashfs as a
// folder and becomes what is called AppRun there. The folder is a FUSE mount; where there is no FUSE, it unpacks to it.
// A helper of its own waits for the program's end, whatever that is, and clears up.
#define _GNU_SOURCE
#include <elf.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <squashfuse/ll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// What tools write into the finished file, found by the sections' names.
#define RESERVED(name) __attribute__((section(name), used)) static volatile const char
RESERVED(".upd_info") update_information[1024] = "";
RESERVED(".sha256_sig") signature[1024] = "";
static const char Self[] = "/proc/self/exe";
static char image[PATH_MAX]; // where the person has this file
static char folder[PATH_MAX]; // where its content is to be found
static size_t payload; // where the squashfs begins

// Named by squashfuse's library, which would take liblzo2 (GPL) for it. Our squashfs is not made with LZO.
int lzo1x_decompress_safe(void) { return -1; }

static void look_at_self(void)
{
    Elf64_Ehdr elf = {0};
    struct squashfs_super_block super;
    struct stat file;
    const int self = open(Self, O_RDONLY | O_CLOEXEC);
    if (self < 0 || readlink(Self, image, sizeof image - 1) < 0 || fstat(self, &file) != 0 || pread(self, &elf, sizeof elf, 0) < 0)
        errx(1, "this file cannot be read (%s): give yourself the permission to.", strerror(errno));
    payload = elf.e_shoff + (size_t)elf.e_shentsize * elf.e_shnum; // the table of sections comes last
    if (pread(self, &super, sizeof super, (off_t)payload) != sizeof super || super.s_magic != SQUASHFS_MAGIC
        || payload + super.bytes_used > (size_t)file.st_size)
        errx(1, "this file is incomplete: please download it again.");
    close(self);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    return (void)status, (void)kind, (void)where, remove(path);
}

static bool unpack_file(sqfs *fs, sqfs_inode *inode, const char *path)
{
    static char buffer[1 << 17];
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    bool ok = file >= 0;
    sqfs_off_t size = 0;
    for (uint64_t at = 0; ok && at < inode->xtra.reg.file_size; at += (uint64_t)size) {
        size = sizeof buffer;
        ok = sqfs_read_range(fs, inode, (sqfs_off_t)at, &size, buffer) == SQFS_OK && size > 0;
        errno = ENOSPC; // where only a part is written
        ok = ok && write(file, buffer, (size_t)size) == size;
    }
    return ok && close(file) == 0;
}

// To the folder, which is there and empty. False: errno says why.
static bool unpack(void)
{
    sqfs fs;
    sqfs_inode inode;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    char path[2 * PATH_MAX], target[PATH_MAX];
    errno = EIO; // what squashfuse does not tell
    bool ok = sqfs_open_image(&fs, Self, payload) == SQFS_OK
        && sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) == SQFS_OK;
    while (ok && sqfs_traverse_next(&walk, &error)) {
        size_t length = sizeof target;
        if (walk.dir_end)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, walk.path);
        errno = EIO;
        ok = sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)) == SQFS_OK;
        if (ok && S_ISLNK(inode.base.mode))
            ok = sqfs_readlink(&fs, &inode, target, &length) == SQFS_OK && symlink(target, path) == 0;
        else
            ok = ok && (S_ISDIR(inode.base.mode) ? mkdir(path, 0755) == 0 : unpack_file(&fs, &inode, path));
    }
    return ok && error == SQFS_OK;
}

// Answers the kernel until the mount is gone and nobody uses what was in it. Another process takes it away, for that one
// may have to wait for an answer.
static void serve(struct fuse_session *session, int program)
{
    struct pollfd waits[] = {{fuse_session_fd(session), POLLIN, 0}, {program, POLLIN, 0}};
    struct fuse_buf request = {0};
    for (int got = 1; got > 0 || got == -EINTR || got == -EAGAIN;) {
        if (poll(waits, 2, -1) < 0)
            continue;
        if (waits[1].revents) {
            waits[1].fd = -1;
            if (fork() == 0) {
                if (umount2(folder, MNT_DETACH) != 0 && fork() == 0)
                    execlp("fusermount3", "fusermount3", "-u", "-z", "--", folder, (char *)NULL);
                wait(NULL);
                _exit(rmdir(folder));
            }
        }
        if (waits[0].revents && (got = fuse_session_receive_buf(session, &request)) > 0)
            fuse_session_process_buf(session, &request);
    }
}

// The helper: nobody's child, deaf to what ends the program, and silent. Tells whether there is a mount.
static void help(int program, int tell, bool may_mount)
{
    static const struct fuse_lowlevel_ops operations = {.lookup = sqfs_ll_op_lookup, .forget = sqfs_ll_op_forget,
        .getattr = sqfs_ll_op_getattr, .readlink = sqfs_ll_op_readlink, .open = sqfs_ll_op_open, .read = sqfs_ll_op_read,
        .release = sqfs_ll_op_release, .opendir = sqfs_ll_op_opendir, .readdir = sqfs_ll_op_readdir,
        .releasedir = sqfs_ll_op_releasedir, .statfs = stfs_ll_op_statfs};
    struct fuse_args options = FUSE_ARGS_INIT(3, ((char *[]){"latchkey", "-o", "ro,fsname=Latchkey,subtype=AppImage"}));
    for (int end = 0, nowhere = open("/dev/null", O_RDWR); end < 3; ++end)
        dup2(nowhere, end);
    setsid();
    signal(SIGINT, SIG_IGN), signal(SIGTERM, SIG_IGN), signal(SIGHUP, SIG_IGN), signal(SIGPIPE, SIG_IGN);
    sqfs_ll *content = sqfs_ll_open(Self, payload);
    struct fuse_session *session = content && may_mount ? fuse_session_new(&options, &operations, sizeof operations, content) : NULL;
    const bool mounted = session && fuse_session_mount(session, folder) == 0;
    if (write(tell, &mounted, 1) == 1 && close(tell) == 0 && mounted)
        serve(session, program);
    while (poll(&(struct pollfd){program, POLLIN, 0}, 1, -1) < 0) { }
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    _exit(0);
}

// Makes the folder and its helper. True: the content is in it; else it is empty.
static bool show_folder(bool may_mount)
{
    const char *where = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    int answer[2] = {-1, -1}, program = (int)syscall(SYS_pidfd_open, getpid(), 0);
    bool mounted = false;
    if (!realpath(where, folder) || !mkdtemp(strncat(folder, "/.mount_latchkeyXXXXXX", sizeof folder - strlen(folder) - 1)))
        errx(1, "no folder can be made in %s (%s): set TMPDIR to a folder of yours.", where, strerror(errno));
    const pid_t child = program < 0 || pipe2(answer, O_CLOEXEC) != 0 ? -1 : fork();
    if (child == 0) {
        if (fork() == 0)
            help(program, answer[1], may_mount);
        _exit(0);
    }
    close(answer[1]);
    if (child < 0 || waitpid(child, NULL, 0) < 0 || read(answer[0], &mounted, 1) != 1)
        errx(rmdir(folder) ? 2 : 1, "no helper can be started (Linux before 5.3?): take --appimage-extract, then squashfs-root/AppRun.");
    close(program), close(answer[0]);
    return mounted;
}

static void do_and_exit(const char *option)
{
    if (!strcmp(option, "offset"))
        printf("%zu\n", payload);
    else if (!strcmp(option, "updateinformation") || !strcmp(option, "signature"))
        printf("%s\n", (const char *)(*option == 'u' ? update_information : signature));
    else if (!strcmp(option, "mount")) {
        if (!show_folder(true))
            errx(1, "no mount without /dev/fuse and fusermount3. The program runs without them.");
        printf("%s\n", folder), fflush(stdout), pause();
    } else if (!strcmp(option, "extract")) {
        if (mkdir(strcpy(folder, "squashfs-root"), 0755) != 0)
            errx(1, "squashfs-root cannot be made here: %s.", strerror(errno));
        if (!unpack())
            errx(1, "unpacking failed (%s). What there is of squashfs-root can go.", strerror(errno));
    } else
        errx(1, "The options are --appimage-extract, -extract-and-run, -mount, -offset, -updateinformation, -signature.");
    exit(0);
}

int main(int count, char **arguments)
{
    const char *option = count > 1 && !strncmp(arguments[1], "--appimage-", 11) ? arguments[1] + 11 : NULL;
    const bool may_mount = !option && !getenv("APPIMAGE_EXTRACT_AND_RUN");
    char start[PATH_MAX + 8], *here = getcwd(NULL, 0);
    look_at_self();
    if (option && strcmp(option, "extract-and-run") != 0)
        do_and_exit(option);
    if (option) // the program does not know it
        memmove(arguments + 1, arguments + 2, (size_t)(count - 1) * sizeof *arguments);
    if (!show_folder(may_mount) && !unpack())
        errx(1, "unpacking to %s failed (%s): set TMPDIR to a folder with more room.", folder, strerror(errno));
    snprintf(start, sizeof start, "%s/AppRun", folder);
    setenv("APPIMAGE", image, 1), setenv("APPDIR", folder, 1), setenv("OWD", here ? here : "/", 1);
    arguments[0] = start;
    execv(start, arguments);
    errx(1, "nothing can start from %s (%s): set TMPDIR to a folder that programs may run from.", folder, strerror(errno));
}
