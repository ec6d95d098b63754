#pragma once

#include "app/api/apiclient.h"
#include "app/session/storedrenewal.h"
#include "app/store/preferences.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace latchkey
{

// `latchkey --renew`: renews what is due of the stored sessions of every profile that wants it, one
// after the other, while their windows are closed. What a running program holds is left to it. A
// line a session, without secrets, in English as all that is printed; an e-mail stands in it only
// if it is remembered. Deletes nothing, and leaves settings with damage as they are: that is for
// the program, which can tell the person. GUI thread only.
class RenewCommand final : public QObject
{
    Q_OBJECT
public:
    // The exit status is the worst of all lines, in this order.
    enum Status {
        Fine = 0, // renewed, or not due
        NothingStored = 3, // where the list of stored sessions, or a profile's wish, expects it
        CouldNot = 1, // the line says why
    };
    struct Parts { // all must outlive it
        HttpEdge &http;
        SecretStore &store;
        Clock &clock;
        QString settingsFolder; // <profile>.ini each, and the locks
        std::function<bool(const QString &profile)> isRunning; // may block for a second
        std::function<void(const QString &line)> print;
        std::function<double()> unitRandom = {}; // see Session::Parts
    };
    explicit RenewCommand(const Parts &parts);
    ~RenewCommand() override;

    // The last moment at which another session is begun: all ends within five minutes.
    static constexpr Milliseconds lastBegin = std::chrono::minutes(5) - StoredRenewal::limit;

    // `profile`: that one alone, if it wants it; empty: every one. Once.
    void run(const QString &profile);
    // The system wants the end: finished() follows at once, or when what has been sent is stored.
    void stop();

signals:
    void finished(int status); // from the event loop

private:
    void goOn();
    void open(const QString &profile);
    void begin(const StoredSessionEntry &entry);
    void ended(const StoredSessionEntry &entry, const StoredRenewal::Result &result);
    [[nodiscard]] bool isHeld(const StoredSessionEntry &entry) const;
    void tell(const StoredSessionEntry &entry, const QString &what, Status status);
    void tell(const QString &who, const QString &what, Status status);

    Parts m_parts;
    QStringList m_profiles; // still to be seen to
    bool m_isOneProfile = false;
    QString m_profile;
    std::unique_ptr<Preferences> m_preferences; // of m_profile
    QList<StoredSessionEntry> m_entries; // of it, still to be seen to
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<StoredRenewal> m_renewal;
    Milliseconds m_begun{0}; // monotonic
    bool m_isStopped = false;
    bool m_wasAnyWanted = false;
    Status m_worst = Fine;
};

// The profiles that have settings in this folder, by name.
[[nodiscard]] QStringList profilesIn(const QString &settingsFolder);

// Does it want its sessions kept alive while its window is closed?
[[nodiscard]] bool wantsRenewalWhileClosed(const Preferences &preferences);

} // namespace latchkey
