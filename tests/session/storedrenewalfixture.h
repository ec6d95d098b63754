#pragma once

#include "app/session/storedrenewal.h"
#include "tests/session/sessionfixture.h"

#include <memory>
#include <optional>

namespace latchkey::test
{

// One stored session on the fakes, whose program was closed a while ago, and a process without a
// window that looks at it.
class StoredRenewalFixture : public SessionFixture
{
public:
    using Outcome = StoredRenewal::Outcome;

    explicit StoredRenewalFixture(Milliseconds ago = std::chrono::hours(2),
                                  Milliseconds refresh = std::chrono::hours(10))
    {
        lockFolder = folder.path();
        refreshLife = refresh;
        signInAndQuit(ago);
        key = store.items.begin().key();
    }

    void launch()
    {
        renewal.reset();
        result.reset();
        api2.reset();
        preferences2
            = std::make_unique<Preferences>(folder.filePath(QStringLiteral("latchkey.ini")));
        api2 = std::make_unique<ApiClient>(http, clock);
        api2->setServer(server);
        renewal = std::make_unique<StoredRenewal>(StoredRenewal::Parts{*api2, store, *preferences2,
                                                                       clock, folder.path(),
                                                                       [] { return 0.5; }},
                                                  key);
        renewal->start([this](const StoredRenewal::Result &told) { result = told; });
        settle();
    }
    // launch(), and until it is over.
    void finish()
    {
        const Milliseconds begun = clock.monotonic();
        launch();
        while (!result && clock.monotonic() - begun < 2 * StoredRenewal::limit)
            clock.advance(std::chrono::milliseconds(500));
        took = clock.monotonic() - begun;
    }
    // As a number, for QCOMPARE; -1: not over yet.
    [[nodiscard]] int outcome() const { return result ? int(result->outcome) : -1; }

    // The process's own.
    std::unique_ptr<Preferences> preferences2;
    std::unique_ptr<ApiClient> api2;
    std::unique_ptr<StoredRenewal> renewal;
    std::optional<StoredRenewal::Result> result;
    Milliseconds took{0}; // from finish()
    QString key; // of the item
};

} // namespace latchkey::test
