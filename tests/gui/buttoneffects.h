#pragma once

#include "tests/gui/screens.h"

namespace latchkey::test
{

// What the edges have seen: a button that works shows here.
struct Traffic {
    int logins;
    int profiles;
    int renewals;
    int reads;
    int writes;
    int mayAsk; // reads and writes at which the password store might ask the person

    explicit Traffic(const World &world);
};

// Did the button of the message `id`, clicked on this screen, do what it says?
[[nodiscard]] bool worked(const QString &button, const QString &id, Staged &staged,
                          const Traffic &before);

} // namespace latchkey::test
