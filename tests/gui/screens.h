#pragma once

#include "tests/gui/windowfixture.h"

#include <QList>

#include <functional>

namespace latchkey::test
{

// One page or dialog in one state, reached by driving the real window over fakes at the HTTP and
// keychain edges. The registry of them is what the gallery shows and what the rendered, wording and
// accessibility checks walk.
//
// To add a screen, append a row to the list of its file (signinscreens, errorscreens,
// profilescreens, keychainscreens, dialogscreens); a new list is named in allScreens(). Drive by
// objectName (screenparts.h), never by a visible or accessible name: rows run in every language.
// Every check takes the new row up by itself; one that cannot hold for it has a flag below.
struct Screen {
    QString name; // unique, fit for a file name; starts with the message's id if it shows one
    std::function<void(World &)> prepare; // earlier runs, what the edges will say
    std::function<void(Run &)> show; // what the person does
    bool roomy = true; // fits the usual window without a scroll bar
};

[[nodiscard]] QList<Screen> allScreens();
[[nodiscard]] Screen screenNamed(const QString &name); // aborts if there is none

// The lists that allScreens() puts together.
[[nodiscard]] QList<Screen> signInScreens();
[[nodiscard]] QList<Screen> errorScreens();
[[nodiscard]] QList<Screen> profileScreens();
[[nodiscard]] QList<Screen> keychainScreens();
[[nodiscard]] QList<Screen> dialogScreens();

// A screen brought up, at a fixed moment; world, program and window are gone with it. Put the look
// (looks.h) on before.
class Staged
{
public:
    explicit Staged(const Screen &screen, const QSize &size = {});

    // What the person looks at: the dialog if one is open, else the window.
    [[nodiscard]] QWidget *top() const;

    World world;
    Run run;
};

// What of it is cut off or cannot be reached by scrolling.
[[nodiscard]] QStringList reachFaults(const Staged &staged);

} // namespace latchkey::test
