#pragma once

namespace latchkey
{

// What becomes of sessions while no window is open: the state of the timer that runs
// `latchkey --renew`, one for all profiles of this person.
enum class RenewalTimerState {
    Unknown, // nobody has been asked yet
    Off, // it could run
    On,
    NoAutomaticRenewal, // the profile renews nothing by itself, with or without a window
    NoUserManager, // nobody here runs timers for a person: no systemd, or no session bus
    NotInstalled, // the program runs from a folder, without the files that systemd would need
    Failed, // refused, masked, or no answer in time; it may be worth another try
};

} // namespace latchkey
