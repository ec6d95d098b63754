#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace latchkey::test
{

// A disk of our own that can be full: a tmpfs that this process alone and its children see. Where
// mounting is not allowed (a container without CAP_SYS_ADMIN), no file may grow instead, wherever
// it is, which is what a full disk does to a write.
class SmallDisk
{
public:
    // Before any thread, in main(): takes this process into a mount namespace of its own. False:
    // only the limit on the size of files is left.
    [[nodiscard]] static bool mayMount();

    explicit SmallDisk(bool mayMount); // empty, of mode 0700
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] QString path() const { return m_folder.path(); }
    // So many pages of 4 KiB are left; the limit, if that it must be, is the same number of bytes.
    [[nodiscard]] bool fill(int freePages);
    [[nodiscard]] bool useUpInodes(); // no new file, but room in the old ones
    void empty(); // what fill() and useUpInodes() have put there

    // Goes before a program that shall meet the full disk. This process meets it by itself.
    [[nodiscard]] QStringList wrapper() const;

private:
    void limit(int pages);

    const bool m_mayMount;
    QTemporaryDir m_folder;
    int m_limitPages = -1; // none
};

} // namespace latchkey::test
