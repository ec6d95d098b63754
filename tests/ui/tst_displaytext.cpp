#include "tests/support/testprogram.h"
#include "ui/displaytext.h"

#include <QTest>
#include <QTextLayout>

using namespace latchkey;

class TestDisplayText : public QObject
{
    Q_OBJECT

private slots:
    void tames_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &given, const QString &wanted) {
            QTest::newRow(name) << given << wanted;
        };
        row("plain", QStringLiteral(u"Ana Jovanova"), QStringLiteral(u"Ana Jovanova"));
        row("empty", {}, {});
        row("html", QStringLiteral(u"<img src=x> & <b>"), QStringLiteral(u"<img src=x> & <b>"));
        row("line breaks", QStringLiteral(u"a\r\nb\tc\u2028d\u0085e"),
            QStringLiteral(u"a b c d e"));
        row("nul and escape", QStringLiteral("a") + QChar(0) + QStringLiteral(u"\x1b[31mb"),
            QStringLiteral(u"a[31mb"));
        row("override", QStringLiteral(u"user\u202Egpj.exe"), QStringLiteral(u"usergpj.exe"));
        row("isolates", QStringLiteral(u"\u2066\u2067\u2068x\u2069"), QStringLiteral(u"x"));
        row("zero width", QStringLiteral(u"pa\u200By\u2060pal\uFEFF"), QStringLiteral(u"paypal"));
        row("soft hyphen", QStringLiteral(u"a\u00ADb"), QStringLiteral(u"ab"));
        row("joiners stay", QStringLiteral(u"\u0646\u200C\u0647"),
            QStringLiteral(u"\u0646\u200C\u0647"));
        row("emoji stay", QStringLiteral(u"\U0001F469\u200D\U0001F4BB"),
            QStringLiteral(u"\U0001F469\u200D\U0001F4BB"));
        row("fillers", QStringLiteral(u"a\u3164\u3164b"), QStringLiteral(u"a\uFFFDb"));
        row("private use", QStringLiteral(u"a\uE000b"), QStringLiteral(u"a\uFFFDb"));
        row("lone surrogate", QStringLiteral("a") + QChar(0xD800) + u'b',
            QStringLiteral(u"a\uFFFDb"));
        row("tags", QStringLiteral(u"a\U000E0041b"), QStringLiteral(u"ab"));
        row("zalgo", QStringLiteral(u"e\u0301\u0301\u0301\u0301\u0301\u0301"),
            QStringLiteral(u"e\u0301\u0301\u0301"));
        row("mark first", QStringLiteral(u"\u0301a"), QStringLiteral(u"a"));
        row("arabic", QStringLiteral(u"\u0645\u0631\u062D\u0628\u0627"),
            QStringLiteral(u"\u0645\u0631\u062D\u0628\u0627"));
        row("trims", QStringLiteral(u"  a   b  "), QStringLiteral(u"a b"));
    }
    void tames()
    {
        QFETCH(QString, given);
        QFETCH(QString, wanted);
        const QString shown = displayText(given);
        QCOMPARE(shown, wanted);
        QCOMPARE(displayText(shown), shown);
    }

    void addressesKeepSchemeAndHostTogether()
    {
        const QString address = QStringLiteral("https://api.example.com/v1");
        const QString shown = addressText(address);
        QCOMPARE(QString(shown).remove(QChar(0x2060)), address);
        QTextLayout layout(QStringLiteral("Default: ") + shown);
        layout.beginLayout();
        layout.createLine().setNumColumns(18); // "Default: https://a"
        const QTextLine second = layout.createLine();
        layout.endLayout();
        QVERIFY(shown.startsWith(QStringLiteral("https:")));
        QVERIFY2(layout.text().mid(second.textStart()).startsWith(u"https"),
                 qPrintable(layout.text().mid(second.textStart())));
    }

    void isBounded()
    {
        const QString shown = displayText(QString(100000, u'x'));
        QCOMPARE(shown.size(), maxDisplayLength);
        QVERIFY(shown.endsWith(QChar(0x2026)));
        QCOMPARE(displayText(shown), shown);
        QCOMPARE(displayText(QStringLiteral(u"abcdef"), 4), QStringLiteral(u"abc\u2026"));
        // Never half of a pair.
        QCOMPARE(displayText(QStringLiteral(u"a\U0001F469\U0001F469"), 3),
                 QStringLiteral(u"a\u2026"));
    }

    void isolatesWhatNeedsIt()
    {
        QCOMPARE(embedded(QStringLiteral(u"api.example.com")), QStringLiteral(u"api.example.com"));
        QCOMPARE(embedded(QStringLiteral(u"\u05D0b")), QStringLiteral(u"\u2068\u05D0b\u2069"));
        QCOMPARE(embedded(QStringLiteral(u"\u2069\u05D0\u2068")),
                 QStringLiteral(u"\u2068\u05D0\u2069"));
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("two") << QStringLiteral(u"Ana Jovanova") << QStringLiteral(u"AJ");
        QTest::newRow("three") << QStringLiteral(u"ana maria jovanova") << QStringLiteral(u"AJ");
        QTest::newRow("one") << QStringLiteral(u"jhon") << QStringLiteral(u"J");
        QTest::newRow("none") << QStringLiteral(u" ") << QStringLiteral(u"?");
        QTest::newRow("signs") << QStringLiteral(u"<b> {x}") << QStringLiteral(u"?");
        QTest::newRow("cyrillic") << QStringLiteral(u"\u0430\u043D\u0430")
                                  << QStringLiteral(u"\u0410");
    }
    void initials()
    {
        QFETCH(QString, name);
        QTEST(initialsOf(name), "wanted");
    }
};

LATCHKEY_TEST(TestDisplayText, QApplication)
#include "tst_displaytext.moc"
