#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace latchkey
{

// Who of several processes on one keychain item renews it (scenarios 42 and 43). A file with the
// holder's process number, so that a crashed holder is recognised at once, and a stopped one after
// its age says that no renewal takes this long. Never waits. GUI thread only.
class RenewalLock
{
public:
    // `folder`: of this user alone. Empty, or not to be written to: everybody gets the lock, and
    // two renewals at a time are possible, which the server and the keychain survive.
    RenewalLock(const QString &folder, const QString &key);
    ~RenewalLock(); // releases it

    [[nodiscard]] bool tryTake(); // true too if it is held by this object already
    void release();

private:
    [[nodiscard]] bool isOverdue() const;

    std::unique_ptr<QLockFile> m_file; // null: nobody shares
};

} // namespace latchkey
