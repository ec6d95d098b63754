#include "tests/gui/a11ysupport.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/activation.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/passwordedit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

using namespace latchkey;
using namespace latchkey::test;

// What a screen reader is told of every control on every screen: checks 1 to 4 and 13 of screens.md
// section 9. Each check is first seen to catch what it is for.

class TestA11yNames : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { activateAccessibility(); }

    void theChecksCatch()
    {
        QWidget bad;
        auto *row = new QHBoxLayout(&bad);
        auto *nameless = new QPushButton(&bad);
        auto *twin = new QPushButton(QStringLiteral("Twin"), &bad);
        auto *field = new QLineEdit(&bad);
        field->setAccessibleName(QStringLiteral("Twin"));
        nameless->setFixedSize(23, 40);
        twin->setMinimumSize(60, 24);
        field->setMinimumSize(60, 24);
        for (QWidget *widget : QList<QWidget *>{nameless, twin, field})
            row->addWidget(widget);
        bad.show();
        QCOMPARE(namelessTargets(&bad).size(), 1);
        QVERIFY(namelessTargets(&bad).first().startsWith(QStringLiteral("no name")));
        QCOMPARE(doubtfulNames(&bad),
                 QStringList({QStringLiteral("name twice: Twin"),
                              QStringLiteral("no label is this field's: "
                                             "Twin")}));
        QCOMPARE(smallTargets(&bad).size(), 1);

        nameless->setAccessibleName(QStringLiteral("latchkey::Button"));
        QCOMPARE(namelessTargets(&bad).size(), 1);
        nameless->setAccessibleName(QStringLiteral("S&ave"));
        QCOMPARE(namelessTargets(&bad).size(), 1);

        nameless->setAccessibleName(QStringLiteral("Save"));
        nameless->setFixedSize(24, 24);
        field->setAccessibleName(QStringLiteral("Field"));
        auto *buddy = new QLabel(QStringLiteral("&Field"), &bad);
        buddy->setBuddy(field);
        QCOMPARE(namelessTargets(&bad) + doubtfulNames(&bad) + smallTargets(&bad), QStringList());
    }

    void everyScreen_data() { addScreenRows(allScreens()); }
    void everyScreen()
    {
        QFETCH(Screen, screen);
        const Staged staged(screen);
        QWidget *top = staged.top();
        QCOMPARE(namelessTargets(top).join(u'\n'), QString());
        QCOMPARE(doubtfulNames(top).join(u'\n'), QString());
        QCOMPARE(smallTargets(top).join(u'\n'), QString());
    }

    // By these names screen readers and tests find the controls: a contract.
    void theContractNames_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("sign-in") << QStringLiteral("sign-in")
                                 << QStringList{QStringLiteral("Email address"),
                                                QStringLiteral("Password"),
                                                QStringLiteral("Show password"),
                                                QStringLiteral("Stay signed in on this computer"),
                                                QStringLiteral("Sign in"),
                                                QStringLiteral("Server"),
                                                QStringLiteral("Try the built-in demo server")};
        QTest::newRow("busy") << QStringLiteral("S1-1s") << QStringList{QStringLiteral("Cancel")};
        QTest::newRow("profile") << QStringLiteral(
            "profile") << QStringList{QStringLiteral("Refresh"), QStringLiteral("Sign out")};
    }
    void theContractNames()
    {
        QFETCH(QString, screen);
        QFETCH(QStringList, names);
        const Staged staged(screenNamed(screen));
        for (const QString &name : names)
            QVERIFY2(named(staged.run.page(), name), qPrintable(name));
    }

    void thePasswordFieldSaysSo()
    {
        const Staged staged(screenNamed(QStringLiteral("sign-in-filled")));
        auto *edit = staged.run.page()->findChild<PasswordEdit *>();
        auto *interface = QAccessible::queryAccessibleInterface(edit);
        for (const bool revealed : {false, true}) {
            edit->setRevealed(revealed);
            // Together they are AT-SPI's PASSWORD_TEXT.
            QCOMPARE(interface->role(), QAccessible::EditableText);
            QVERIFY(interface->state().passwordEdit);
            const QString shown = interface->text(QAccessible::Value);
            QCOMPARE(shown, QString(edit->text().size(), QChar(0x2022)));
            QCOMPARE(interface->textInterface()->text(0, -1), shown);
        }
    }

    void theToggleTellsItsState()
    {
        const Staged staged(screenNamed(QStringLiteral("sign-in-filled")));
        QWidget *toggle = part(staged.run, "showPasswordButton");
        auto *interface = QAccessible::queryAccessibleInterface(toggle);
        const QString name = interface->text(QAccessible::Name);
        part(staged.run, "passwordEdit")->setFocus();
        QTest::keyClick(part(staged.run, "passwordEdit"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), toggle);
        QVERIFY(interface->state().checkable);
        for (const bool checked : {true, false}) {
            QTest::keyClick(toggle, Qt::Key_Space);
            QCOMPARE(bool(interface->state().checked), checked);
            QCOMPARE(interface->text(QAccessible::Name), name);
        }
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestA11yNames, QApplication)
#include "tst_a11ynames.moc"
