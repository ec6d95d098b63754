#pragma once

#include "app/demo/routes.h"
#include "app/demo/tokenservice.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace latchkey::demo
{

// The demo API server: api.md on 127.0.0.1, served by threads of its own. Every method may be
// called from any thread, but start() and stop() only from one at a time. The destructor stops it.
class DemoServer
{
public:
    struct Options {
        quint16 port = 0; // 0: a free one
        TokenService::Options tokens;
        // For tests. Called on a serving thread, after the request was counted and before it is
        // acted on. May throw (the answer is a 500) or wait (the answer does too; so does stop()).
        std::function<void(Endpoint)> onRequest;
    };

    // How many requests arrived at each endpoint since the object was made.
    struct Counts {
        int login = 0;
        int profile = 0;
        int refresh = 0;
        int avatar = 0;
        int unknown = 0; // answered 404
        int refused = 0; // answered 403

        bool operator==(const Counts &) const = default;
    };

    DemoServer();
    explicit DemoServer(Options options);
    ~DemoServer();

    // Listens and serves when it returns true. False: the port is taken. A restart after stop()
    // comes back on the same port, with the same keys, accounts and counts: the server was only
    // away.
    [[nodiscard]] bool start();
    // Returns when every connection is cut and every thread has ended: at once on POSIX, unless
    // onRequest waits. A request in the middle of its handling is acted on, but its answer is lost.
    void stop();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] quint16 port() const; // 0 before the first start()
    [[nodiscard]] QString url() const; // "http://127.0.0.1:PORT/api/v1"

    [[nodiscard]] QList<Account> accounts() const;
    [[nodiscard]] Counts counts() const;
    // Every token issued so far, oldest first; needs Options::tokens.remember.
    [[nodiscard]] QList<QByteArray> issuedTokens() const;
    // Every token issued so far is refused from now on.
    void revokeAll();
    // Its tokens stay well signed: the profile answers 400 EntityNotFoundError, refresh 401
    // Invalid.
    void deleteAccount(int id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey::demo
