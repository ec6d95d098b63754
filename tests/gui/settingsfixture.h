#pragma once

#include "tests/gui/guisupport.h"
#include "ui/messages.h"
#include "ui/settingsdialog.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace latchkey::test
{

using namespace Qt::Literals::StringLiterals;

inline const QString factory = u"https://factory.example.com/api"_s;

// The settings, open and in front.
struct Page {
    SettingsDialog dialog{factory};
    QSignalSpy changed{&dialog, &SettingsDialog::settingsChanged};
    QSignalSpy chosen{&dialog, &SettingsDialog::serverChosen};
    QSignalSpy tested{&dialog, &SettingsDialog::testRequested};

    explicit Page(const Settings &settings = {})
    {
        dialog.setSettings(settings);
        dialog.setServer(*ServerAddress::parse(u"https://api.example.com/api/v1"_s));
        dialog.open();
        dialog.activateWindow();
        (void)QTest::qWaitForWindowActive(&dialog);
    }
    [[nodiscard]] Settings last() const { return changed.last().first().value<Settings>(); }
    [[nodiscard]] QWidget *widget(const QString &name) const { return named(&dialog, name); }
    [[nodiscard]] QLineEdit *edit(const QString &name) const
    {
        return qobject_cast<QLineEdit *>(widget(name));
    }
    void type(const QString &name, const QString &text) const
    {
        edit(name)->setFocus();
        edit(name)->selectAll();
        QTest::keyClicks(edit(name), text);
    }
    [[nodiscard]] QString texts() const { return visibleTexts(&dialog).join(u'\n'); }
};

inline QString descriptionOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

} // namespace latchkey::test
