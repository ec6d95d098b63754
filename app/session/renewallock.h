#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace latchkey
{

// Who of several processes on one keychain item renews it (scenarios 42, 43 and 79). A file with
// the holder's process number, so that a crashed holder is recognised at once, and one that is
// alive and stopped after its age says that no step of a renewal takes this long: the holder keeps
// it fresh between its steps. Who takes over from such a one holds a second file, by which the
// first learns of it when it goes on. Never waits. GUI thread only.
class RenewalLock
{
public:
    // `folder`: of this user alone. Empty, or not to be written to: everybody gets the lock, and
    // two renewals at a time are possible, which the server and the keychain survive.
    RenewalLock(const QString &folder, const QString &key);
    RenewalLock(RenewalLock &&other) noexcept;
    ~RenewalLock(); // releases it

    // Do ages of files mean anything? Not when a clock was set or the computer slept a moment ago,
    // and a living holder had no time yet to say that it lives.
    enum class Ages { Count, Lie };
    [[nodiscard]] bool tryTake(Ages ages = Ages::Count); // true too if this object holds it already
    // Between two steps of the holder: says that it lives. False: it is another's by now, and
    // nothing may be sent or stored before tryTake() is true again.
    [[nodiscard]] bool keep();
    void release();

private:
    [[nodiscard]] bool isOurs() const;

    std::unique_ptr<QLockFile> m_file; // null: nobody shares
    std::unique_ptr<QLockFile> m_second; // of whoever took over from a holder that does not move
};

} // namespace latchkey
