#pragma once

#include "ui/appearance.h"

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

class QDBusVariant;

namespace latchkey
{

// What the person asked of the desktop as a whole and Qt does not pass on by itself everywhere:
// less motion, light or dark, more contrast. Read once after start(), then followed. Where nobody
// can be asked, no signal ever comes. GUI thread only.
class DesktopSettings final : public QObject
{
    Q_OBJECT
public:
    // An empty `busAddress` is the session's bus.
    explicit DesktopSettings(const QString &busAddress = {}, QObject *parent = nullptr);
    ~DesktopSettings() override;

    // Before anything moves: what Qt knows of the desktop's wish without asking.
    static void settleMotion();
    void start(); // never blocks

signals:
    // Each when it is first known, and when it changes.
    void motionChanged(bool wanted);
    void schemeChanged(latchkey::DesktopScheme scheme);
    void contrastChanged(bool high);

private slots:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
