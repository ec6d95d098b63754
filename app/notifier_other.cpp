// Windows and macOS show a program's notifications by its tray icon, which stands there only as
// long as there is one to show.
#include "app/notifier.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace latchkey
{

struct Notifier::Private {
    QSystemTrayIcon *tray = nullptr; // null until it is needed; the notifier's child
};

Notifier::Notifier(const Setup &)
    : d(std::make_unique<Private>())
{
}

Notifier::~Notifier() = default;

bool Notifier::runsSandboxed()
{
    return false;
}

void Notifier::show(const News &news)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!d->tray) {
        d->tray = new QSystemTrayIcon(this);
        d->tray->setToolTip(QApplication::applicationDisplayName());
        connect(d->tray, &QSystemTrayIcon::messageClicked, this, &Notifier::activated);
        connect(d->tray, &QSystemTrayIcon::activated, this, &Notifier::activated);
    }
    d->tray->setIcon(QApplication::windowIcon());
    d->tray->show();
    d->tray->showMessage(news.title, news.body, QApplication::windowIcon());
}

void Notifier::withdraw()
{
    if (d->tray)
        d->tray->hide();
}

void Notifier::onActionInvoked(uint, const QString &) { }

void Notifier::onActivationToken(uint, const QString &) { }

void Notifier::onClosed(uint, uint) { }

void Notifier::onPortalAction(const QString &, const QString &, const QVariantList &) { }

} // namespace latchkey
