#pragma once

#include "app/renewcommand.h"
#include "app/store/storedsession.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"

#include <QTemporaryDir>

namespace latchkey::test
{

// Profiles with stored sessions, as programs left them, and `latchkey --renew` on all of it.
class RenewWorld
{
public:
    static inline const QString api = QStringLiteral("https://api.example.com/v1");

    RenewWorld()
    {
        http.setResponder([this](const HttpRequest &request) -> std::optional<HttpReply> {
            if (!request.url.path().endsWith(u"/auth/refresh-token"))
                return apiError(401);
            ++renewals;
            if (holds)
                return std::nullopt;
            return jsonReply(201, tokenBody(clock.wall(), days20, hours10, ++serial));
        });
    }

    [[nodiscard]] QString file(const QString &profile) const
    {
        return folder.filePath(profile + QStringLiteral(".ini"));
    }
    void want(const QString &profile, bool wanted = true) const
    {
        Preferences preferences(file(profile));
        Settings settings = preferences.settings();
        settings.renewWhileClosed = wanted;
        preferences.setSettings(settings);
    }
    // Whoever is added last has signed in last.
    void add(const QString &profile, const QString &who, Milliseconds ago = std::chrono::hours(2),
             const QString &server = api)
    {
        const ServerAddress address = *ServerAddress::parse(server);
        const QString key = accountKey(profile, address, who);
        Preferences(file(profile)).noteStored({key, server, who});
        const WallTime then = clock.wall() - ago;
        const int number = ++serial;
        store.items.insert(key,
                           encodeSession({address,
                                          who,
                                          {Secret(jwt(then, days20, number)),
                                           Secret(jwt(then, hours10, number + 1000))},
                                          then}));
    }
    void lose(const QString &profile, const QString &who)
    {
        store.items.remove(accountKey(profile, *ServerAddress::parse(api), who));
    }
    void spoil(const QString &profile, const QString &who)
    {
        store.items.insert(accountKey(profile, *ServerAddress::parse(api), who),
                           Secret(QByteArrayView("{")));
    }

    void launch(const QString &profile)
    {
        command = std::make_unique<RenewCommand>(RenewCommand::Parts{
            http,
            store,
            clock,
            folder.path(),
            [this](const QString &one) { return running.contains(one); },
            [this](const QString &line) { lines.append(line); },
            [] { return 0.5; },
        });
        QObject::connect(command.get(), &RenewCommand::finished, command.get(),
                         [this](int told) { status = told; });
        command->run(profile);
        settle();
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeHttp http;
    FakeStore store;
    QStringList running;
    QStringList lines;
    std::optional<int> status;
    int serial = 0;
    int renewals = 0;
    bool holds = false;
    std::unique_ptr<RenewCommand> command;

private:
    static constexpr Milliseconds days20 = std::chrono::hours(480);
    static constexpr Milliseconds hours10 = std::chrono::hours(10);
};

} // namespace latchkey::test
