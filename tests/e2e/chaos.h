#pragma once

#include "app/demo/faultproxy.h"
#include "app/store/storedsession.h"
#include "tests/e2e/countingedge.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"

#include <random>

namespace latchkey::test
{

// LATCHKEY_CHAOS_SEED, or a fixed one. It decides the faults, the actions and the moments of the
// kills; the network's thread and the program's own jitter it cannot.
[[nodiscard]] quint32 chaosSeed();

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] int below(int limit) // the same on every platform, unlike std's distributions
    {
        return static_cast<int>((quint64{m_engine()} * static_cast<quint64>(limit)) >> 32);
    }
    [[nodiscard]] Milliseconds upTo(Milliseconds most)
    {
        return Milliseconds(below(static_cast<int>(most.count()) + 1));
    }

private:
    std::mt19937 m_engine;
};

// The files under these folders that hold one of the secrets as it is; `seen` counts all files.
[[nodiscard]] QStringList filesHolding(const QStringList &folders, const QList<QByteArray> &secrets,
                                       int *seen);

// Does the server still take what a client has, and has a right to? Asked past the proxy.
struct Honour {
    bool access = false;
    bool refresh = false;
    [[nodiscard]] bool any() const { return access || refresh; }
};

// The composed program behind a FaultProxy, on one clock that program, proxy and server share, with
// a keychain that outlives it. No wait is for time: the clock is turned as soon as nothing but time
// would help, and not before (stillness.h).
class Chaos
{
public:
    Chaos(quint32 seed, const ProgramFixture::Lives &lives);
    ~Chaos();

    void spoil(double share); // the share of exchanges that a fault strikes, from now on
    // No fault strikes any more, and the connections that one has made deaf are gone.
    void spareAll();
    void open();
    // Gone in the middle of whatever it does, as by a SIGKILL: nothing of it runs any more.
    void kill();
    // Lets `steps` things happen, of the network's or the clock's.
    void run(int steps);
    // Until the program waits for no answer. False: it hung, in real time or on the clock.
    [[nodiscard]] bool calm();
    // Moves the clock, then calm(). What is due on the way is done at its moment, and gets all that
    // the network has to say before time goes on.
    [[nodiscard]] bool pass(Milliseconds time);
    [[nodiscard]] bool passToNextRenewal();
    [[nodiscard]] bool passUntil(const std::function<bool()> &condition, Milliseconds most);

    [[nodiscard]] SessionState state() const { return fixture.state(); }
    // The session in the keychain; none is none.
    [[nodiscard]] std::optional<StoredSession> stored(bool ofMaria = false) const;
    // What the keychain held when it last held one, seen after each thing that happened.
    [[nodiscard]] const std::optional<StoredSession> &lastStored() const { return m_lastStored; }
    void forgetStored() { m_lastStored.reset(); }
    // False in both if there is no answer. A server that rotates is judged by what it issued last,
    // since asking would spend the token.
    [[nodiscard]] Honour honours(const StoredSession &session);

    // What everybody is doing, for whoever has to find out why it hangs.
    [[nodiscard]] QString describe() const;
    // How often a request was lost without a word, so that only its deadline could end it.
    [[nodiscard]] int silences() const { return m_silences; }

    Dice dice;
    FakeStore store;
    ProgramFixture fixture;
    CountingEdge edge;
    demo::FaultProxy proxy;

private:
    void closePanel();
    // The server first: it never lags behind the program, and while they talk it is hardly ahead.
    void turn(Milliseconds by);
    // How far the clock may be turned at once: to what is due next, or, while that waits for an
    // answer, a little.
    [[nodiscard]] Milliseconds stepOf(Milliseconds time) const;
    // Until nothing but time brings anybody on. False: that never came.
    [[nodiscard]] bool rest();
    void listen(); // to the proxy, for describe()
    void pump();
    void look();
    void note(const QString &event);
    [[nodiscard]] bool isCalm();
    [[nodiscard]] Honour serverHonours(const StoredSession &session);
    [[nodiscard]] bool isOver(const StoredSession &session, const Secret &token) const;

    const bool m_rotates;
    CountingEdge m_directEdge;
    std::optional<StoredSession> m_lastStored;
    QStringList m_recently; // at the proxy
    int m_silences = 0;
    QObject m_ears;
};

} // namespace latchkey::test
