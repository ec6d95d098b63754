#pragma once

#include "app/base/clock.h"
#include "tests/bench/survival/world.h"

#include <functional>

namespace latchkey::survival
{

// What a client is good for at a moment, as the second table counts it.
enum class Phase {
    NotRunning, // no program, or the machine sleeps
    Starting, // the stored session is being read and checked
    Renewable, // signed in, the refresh token lives
    NotRenewable, // signed in, but the refresh token is dead or was refused
    SigningIn, // the person's password is on its way
    AskingForPassword, // nothing usable is left
};

// A program that keeps somebody signed in: ours, or another schedule in a plain one. Survives its
// own end: what it has stored is there at the next start().
class Client
{
public:
    virtual ~Client() = default;

    virtual void start() = 0;
    virtual void stop() = 0; // at once, without a word: whatever is to be done was done before

    // The window is closed, which was prepared for, and the machine stays on: what needs no window
    // may go on, until the next start().
    virtual void close() = 0;
    virtual void renewWhileClosed() = 0; // the system's timer has elapsed meanwhile

    // The machine is about to sleep, or the person quits. Then isReady() is asked until it says
    // yes or patience ends.
    virtual void prepareForGap(GapKind kind, Milliseconds patience) = 0;
    [[nodiscard]] virtual bool isReadyForGap() const = 0;

    virtual void resumed() = 0;
    virtual void reconnected() = 0;
    virtual void used() = 0; // the person is back at the window, and the profile is loaded
    virtual void signIn() = 0; // only in Phase::AskingForPassword

    [[nodiscard]] virtual Phase phase() const = 0;
    std::function<void()> onChange = [] {}; // phase() may be another now
};

} // namespace latchkey::survival
