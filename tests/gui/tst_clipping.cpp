#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"
#include "tests/gui/textfaults.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/displaytext.h"

using namespace latchkey;
using namespace latchkey::test;

// Nothing is cut off, elided or covered, and all can be reached: every screen at 100 % and 200 %
// text, in a small window and in a large one, in the language that LATCHKEY_TEST_LANGUAGE names.
// One ctest entry per language. Under the pseudo-locale also: nothing stands there untranslated.

namespace
{

constexpr QSize smallWindow{640, 480};
constexpr QSize largeWindow{1280, 800};

QString language()
{
    return qEnvironmentVariable("LATCHKEY_TEST_LANGUAGE", QStringLiteral("en"));
}

// What servers, keychains and people say, and what is the same in every language.
QStringList knownData(const QString &screen)
{
    QStringList data{
        addressText(QStringLiteral("https://api.example.com/api/v1")),
        QStringLiteral("https://api.example.com/api/v1"),
        QStringLiteral("api.example.com"),
        QStringLiteral("other.example.net"),
        QStringLiteral("portal.example.net"),
        QStringLiteral("elsewhere.example.net"),
        QStringLiteral("john@mail.com"),
        QStringLiteral("maria@mail.com"),
        QStringLiteral("changeme"),
        QStringLiteral("Test Keyring"),
        QStringLiteral("Latchkey"),
        QStringLiteral("Jhon"),
        QStringLiteral("customer"),
        QStringLiteral("admin"),
        QStringLiteral("127.0.0.1"),
        QStringLiteral("HTTP"),
        QStringLiteral("https://"),
        QStringLiteral("http://"),
        QStringLiteral("Ctrl+Shift+L"),
        QStringLiteral("F5"),
        QStringLiteral("F6"),
        QStringLiteral(" AM"),
        QStringLiteral(" PM"),
        QStringLiteral("\u202fAM"), // with Qt 6.8
        QStringLiteral("\u202fPM"),
    };
    for (int month = 1; month <= 12; ++month)
        data += QLocale::c().monthName(month);
    for (int month = 1; month <= 12; ++month)
        data += QLocale::c().monthName(month, QLocale::ShortFormat);
    // Before the program's name, which is a part of it.
    if (screen == u"settings-damaged" || screen == u"settings-bad-values") {
        data.prepend(QStringLiteral("/config/latchkey/default.ini"));
        data.prepend(QStringLiteral("/config/latchkey/default.ini.bad"));
        data += {QStringLiteral("renewAtPercent"), QStringLiteral("pendingDeletes"),
                 QStringLiteral(", and ")}; // the last one is QLocale's
    }
    if (screen.startsWith(u"settings")) {
        for (const Language::Choice &choice : Language::choices())
            data += choice.name;
    }
    return data;
}

// Shows what a server or the system said, letter by letter.
bool isRaw(const QString &screen)
{
    return screen.contains(u"hostile") || screen.contains(u"details")
        || screen.contains(u"certificate") || screen.contains(u"why")
        || screen.startsWith(u"diagnostics") || screen == u"demo-failed" || screen == u"E4";
}

} // namespace

class TestClipping : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCut_data()
    {
        QTest::addColumn<Screen>("screen");
        QTest::addColumn<double>("text");
        for (const Screen &screen : allScreens()) {
            for (const double text : {1.0, 2.0})
                QTest::addRow("%s/%d", qPrintable(screen.name), qRound(text * 100))
                    << screen << text;
        }
    }
    void nothingIsCut()
    {
        QFETCH(Screen, screen);
        QFETCH(double, text);
        const Dress dress({.text = text, .language = language()});
        Staged staged(screen, smallWindow);
        const bool hostile = screen.name.contains(u"hostile");
        for (const QSize &size : {smallWindow, largeWindow}) {
            staged.run.window.resize(size);
            QWidget *top = staged.top();
            if (openDialog(staged.run))
                top->resize(top->size().boundedTo(size));
            QCoreApplication::processEvents();
            QVERIFY2(top->width() <= size.width() && top->height() <= size.height(),
                     qPrintable(screen.name));
            QCOMPARE(cutTexts(top, size == largeWindow && !hostile).join(u'|'), QString());
            QCOMPARE(overlaps(top).join(u'|'), QString());
            QCOMPARE(reachFaults(staged).join(u'|'), QString());
        }
        if (language() == pseudoLocale && !isRaw(screen.name))
            QCOMPARE(untranslated(staged.top(), knownData(screen.name)).join(u'|'), QString());
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestClipping, QApplication)
#include "tst_clipping.moc"
