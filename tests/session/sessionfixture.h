#pragma once

#include "app/session/session.h"
#include "app/store/storedsession.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace latchkey::test
{

inline const QString John = QStringLiteral("john@mail.com");
inline const QString Maria = QStringLiteral("maria@mail.com");

// A Session on a fake clock, network and keychain, and a server that behaves by api.md unless a row
// says otherwise. restart() is the program closed and started again: only the keychain and the
// preferences survive.
class SessionFixture
{
public:
    SessionFixture();
    explicit SessionFixture(WallTime start); // what this computer's clock says then

    void start(); // useServer(), then lets everything that is due happen
    void restart();
    void signIn(bool stay = true); // as John
    void signIn(const QString &who, bool stay = true);
    // As John, ten seconds ago; or so long ago that the access token has two seconds to live.
    void signInAWhileAgo(bool accessDies);
    void quit() { session.reset(); }
    // A session of then is stored, and nothing runs.
    void signInAndQuit(Milliseconds ago = std::chrono::minutes(10));
    void startLocked(); // a session of then is stored, and the keychain was locked since
    void restartWithAWorkingStore();
    void holdARenewal(); // asked for, and not answered
    void signOutInVain(); // John was signed in; his item cannot be deleted
    // Signs out and starts again. Empty if nothing is stored, and nobody is signed in.
    [[nodiscard]] QString whatASignOutLeaves();

    // Somebody sets this computer's clock; the server's goes on as before.
    void setComputersClock(Milliseconds by);

    [[nodiscard]] SessionState state() const { return session->status().state; }
    // In this run: one that ended may be picked up again, and the person saw it end all the same.
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] int loginCount() const { return http.sentCount(QStringLiteral("/auth/login")); }
    [[nodiscard]] int renewalCount() const
    {
        return http.sentCount(QStringLiteral("/auth/refresh-token"));
    }
    // With a token: without one it is only asked for the time.
    [[nodiscard]] int profileCount() const;

    [[nodiscard]] Session::Parts parts();
    // A login's or a renewal's answer, fresh by the server's clock: of `who`, or of whoever last
    // signed in.
    [[nodiscard]] HttpReply pairReply(int status = 201, const QString &who = {});
    [[nodiscard]] HttpReply accessReply(); // a renewal's, without a refresh token
    [[nodiscard]] HttpReply profileReply() const; // with the server's Date, as every answer has
    // The name of the item of John or Maria, and of the one that a version of before stored.
    [[nodiscard]] QString keyOf(const QString &who) const;
    [[nodiscard]] QString oldKey() const;
    // What the keychain's only item holds for this server, decoded.
    [[nodiscard]] StoredSession stored() const;
    [[nodiscard]] StoredSession stored(const QString &who) const;
    // Another process's pair of now, which takes the place of what is stored of them.
    StoredSession anotherStores(const QString &who = John);
    [[nodiscard]] StoredSession newSession(const QString &who = John);

    // Read at start().
    QString lockFolder = {};
    std::function<double()> unitRandom = {};
    // The rows count with a quarter of a life. What the program does by itself is
    // RenewalSettings().usedShare.
    double usedShare = 0.25;

    // When each renewal left, on Clock::sinceBoot().
    QList<Milliseconds> renewalTimes = {};
    // Between two of them; an hour if there are fewer.
    [[nodiscard]] Milliseconds shortestRenewalGap() const;

    // What the server does.
    Milliseconds accessLife = std::chrono::hours(20 * 24);
    Milliseconds refreshLife = std::chrono::hours(10);
    void swapLives(); // access tokens for an hour, refresh tokens for 20 days
    Milliseconds serverOffset{0}; // its clock minus ours
    std::optional<HttpReply> loginAnswer; // instead of a pair
    std::optional<HttpReply> renewalAnswer;
    std::optional<HttpReply> profileAnswer;
    bool keepsRefreshToken = false; // renewals bring an access token alone
    bool holdRenewals = false; // leave them pending in http
    bool holdLogins = false;

    QTemporaryDir folder;
    FakeClock clock;
    FakeHttp http;
    FakeStore store;
    SecretStore *otherStore = nullptr; // the keychain instead, where a test has one of its own
    Preferences preferences;
    ApiClient api;
    std::unique_ptr<Session> session;
    ServerAddress server;
    int serial = 0;

private:
    std::optional<HttpReply> answer(const HttpRequest &request);

    QString m_who = John; // who last signed in
};

} // namespace latchkey::test
