#pragma once

#include "tests/session/sessionfixture.h"

namespace latchkey::test
{

// Another process on the fixture's keychain item: a session, an API client and preferences of its
// own. The clock, the network, the keychain, the settings file and the folder of locks are the
// fixture's, and so is usedShare. The fixture outlives it.
class OtherProcess
{
public:
    explicit OtherProcess(SessionFixture &world)
        : api(world.http, world.clock)
        , preferences(world.folder.filePath(QStringLiteral("latchkey.ini")))
        , session(Session::Parts{api, world.store, preferences, world.clock, world.folder.path(),
                                 [] { return 0.5; }},
                  QStringLiteral("default"))
    {
        session.setRenewalSettings({.usedShare = world.usedShare, .lead = {}});
        session.useServer(world.server, false);
        settle();
    }

    void signIn(const QString &who, bool stay = true)
    {
        session.signIn({who, Secret(QByteArrayView("changeme"))}, stay);
        settle();
    }

    [[nodiscard]] SessionStatus status() const { return session.status(); }
    [[nodiscard]] SessionState state() const { return session.status().state; }
    [[nodiscard]] int renewals() const { return session.status().renewals; }

    ApiClient api;
    Preferences preferences;
    Session session;
};

} // namespace latchkey::test
