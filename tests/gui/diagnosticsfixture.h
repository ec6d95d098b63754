#pragma once

#include "tests/gui/windowfixture.h"
#include "ui/diagnosticsdialog.h"

#include <QClipboard>
#include <QSignalSpy>

namespace latchkey::test
{

inline DiagnosticsFacts someFacts()
{
    DiagnosticsFacts facts;
    facts.takenAt = WallTime(std::chrono::seconds(1'795'453'555));
    facts.version = QStringLiteral("0.1.0");
    facts.commit = QStringLiteral("bd400ae6f1c2");
    facts.qtRun = QStringLiteral("6.4.2");
    facts.qtBuilt = QStringLiteral("6.4.2");
    facts.system = QStringLiteral("Debian GNU/Linux 12 (bookworm), x86_64");
    facts.display = QStringLiteral("xcb");
    facts.tls = QStringLiteral("openssl, OpenSSL 3.0.15 3 Sep 2024");
    facts.settings = QStringLiteral("/config/latchkey/default.ini");
    facts.storeName = QStringLiteral("GNOME Keyring");
    facts.store = StoreCondition::Ready;
    facts.server = QStringLiteral("https://api.example.com/api/v1");
    return facts;
}

inline Reachability goodWay()
{
    Reachability way;
    int took = 12;
    for (CheckResult *step : {&way.dns, &way.tcp, &way.tls, &way.http}) {
        step->outcome = CheckResult::Outcome::Good;
        step->took = Milliseconds(took++);
    }
    way.clockSkew = Milliseconds(400);
    way.finished = true;
    return way;
}

// The dialog as it is open, with those facts.
struct Shown {
    DiagnosticsDialog dialog;
    QSignalSpy asked{&dialog, &DiagnosticsDialog::checksRequested};
    QSignalSpy closed{&dialog, &DiagnosticsDialog::closed};
    Shown()
    {
        dialog.open();
        dialog.activateWindow();
        (void)QTest::qWaitForWindowActive(&dialog);
        dialog.setFacts(someFacts());
    }
    void press(const char *name) const
    {
        QTest::mouseClick(named(&dialog, QString::fromLatin1(name)), Qt::LeftButton);
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto texts = visibleTexts(&dialog);
        return std::any_of(texts.begin(), texts.end(), [&text](QString shown) {
            return shown.remove(QChar(0x2068)).remove(QChar(0x2069)).contains(text);
        });
    }
    [[nodiscard]] bool says(const char *text) const { return says(QString::fromLatin1(text)); }
};

inline QString fromClipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace latchkey::test
