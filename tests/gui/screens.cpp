#include "tests/gui/screens.h"

#include "tests/gui/screenparts.h"

#include <QScrollArea>

namespace latchkey::test
{

namespace
{

// 23 November 2026, 14:02 UTC: the world's people and certificates are made for that day.
constexpr WallTime theMoment{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours(14)
                             + std::chrono::minutes(2)};

World &prepared(World &world, const Screen &screen)
{
    world.clock.jumpWall(theMoment - world.clock.wall());
    screen.prepare(world);
    return world;
}

} // namespace

QList<Screen> allScreens()
{
    return signInScreens() + errorScreens() + profileScreens() + keychainScreens()
        + dialogScreens();
}

Screen screenNamed(const QString &name)
{
    for (const Screen &screen : allScreens()) {
        if (screen.name == name)
            return screen;
    }
    qFatal("no screen %s", qPrintable(name));
}

Staged::Staged(const Screen &screen, const QSize &size)
    : run(prepared(world, screen))
{
    if (size.isValid())
        run.window.resize(size);
    run.start();
    screen.show(run);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents(); // a layout may ask for another one
    QCoreApplication::sendPostedEvents();
}

QWidget *Staged::top() const
{
    QDialog *dialog = openDialog(run);
    return dialog ? static_cast<QWidget *>(dialog) : const_cast<MainWindow *>(&run.window);
}

QStringList reachFaults(const Staged &staged)
{
    QWidget *top = staged.top();
    if (!openDialog(staged.run))
        return layoutFaults(staged.run.page());
    return top->findChild<QScrollArea *>() ? layoutFaults(top) : cutOff(top);
}

} // namespace latchkey::test
