#include "tests/support/activation.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/messagebar.h"
#include "ui/passwordedit.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>

using namespace latchkey;

namespace
{

const QString password = QStringLiteral("Tr0ub4dor&3");

// Every text that reached the bus, one entry an event. A plain function is all the API takes.
QStringList heard;
QList<int> types;

void listen(QAccessibleEvent *event)
{
    types += event->type();
    switch (event->type()) {
    case QAccessible::TextInserted:
        heard += static_cast<QAccessibleTextInsertEvent *>(event)->textInserted();
        break;
    case QAccessible::TextRemoved:
        heard += static_cast<QAccessibleTextRemoveEvent *>(event)->textRemoved();
        break;
    case QAccessible::TextUpdated:
        heard += static_cast<QAccessibleTextUpdateEvent *>(event)->textInserted();
        heard += static_cast<QAccessibleTextUpdateEvent *>(event)->textRemoved();
        break;
    case QAccessible::ValueChanged:
        heard += static_cast<QAccessibleValueChangeEvent *>(event)->value().toString();
        break;
    default:
        break;
    }
    if (auto *interface = QAccessible::queryAccessibleInterface(event->object())) {
        heard += interface->text(QAccessible::Value);
        if (auto *text = interface->textInterface())
            heard += text->text(0, text->characterCount());
    }
}

bool onlyBullets()
{
    for (const QString &text : std::as_const(heard)) {
        // Ours is U+2022; a field's own mask is what the style has, a disc or an asterisk.
        for (const QChar c : text) {
            if (c != QChar(0x2022) && c != QChar(0x25CF) && c != u'*')
                return false;
        }
    }
    return true;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        test::activateAccessibility();
        m_before = QAccessible::installUpdateHandler(listen); // beneath ours
    }
    void cleanupTestCase() { QAccessible::installUpdateHandler(m_before); }
    void init()
    {
        heard.clear();
        types.clear();
    }

    // Proves that the listener hears what there is to hear, or the tests below mean nothing.
    void withoutIt_theListenerHearsEachLetter()
    {
        QLineEdit edit;
        edit.setEchoMode(QLineEdit::Password);
        edit.show();
        QTest::keyClicks(&edit, password);
        QVERIFY(heard.join(QString()).contains(u'T'));
        QVERIFY(!onlyBullets());
    }

    void typing_data()
    {
        QTest::addColumn<bool>("ours");
        QTest::addColumn<bool>("revealed");
        QTest::newRow("our field") << true << false;
        QTest::newRow("our field, revealed") << true << true;
        QTest::newRow("any password field") << false << false;
    }
    void typing()
    {
        QFETCH(bool, ours);
        QFETCH(bool, revealed);
        const Accessibility accessibility;
        PasswordEdit password1;
        QLineEdit plain;
        plain.setEchoMode(QLineEdit::Password);
        QLineEdit &edit = ours ? password1 : plain;
        edit.show();
        edit.setFocus();
        if (revealed)
            password1.setRevealed(true);
        heard.clear();
        QTest::keyClicks(&edit, password);
        QVERIFY(!heard.isEmpty());
        QVERIFY(types.contains(int(QAccessible::TextInserted)));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QGuiApplication::clipboard()->setText(password);
        edit.paste();
        edit.selectAll();
        edit.insert(QStringLiteral("replaced"));
        edit.setText(password);
        edit.setText({});
        edit.setText(password);
        edit.clear();
        QVERIFY2(onlyBullets(), qPrintable(heard.join(u'|')));
        QVERIFY(types.contains(int(QAccessible::TextRemoved))
                || types.contains(int(QAccessible::TextUpdated)));
    }

    void revealing()
    {
        const Accessibility accessibility;
        PasswordEdit edit;
        edit.show();
        edit.setText(password);
        heard.clear();
        edit.setRevealed(true);
        auto *interface = QAccessible::queryAccessibleInterface(&edit);
        QCOMPARE(interface->text(QAccessible::Value), QString(password.size(), QChar(0x2022)));
        QCOMPARE(interface->textInterface()->text(0, 3), QString(3, QChar(0x2022)));
        QVERIFY(interface->state().passwordEdit);
        edit.setRevealed(false);
        edit.setRevealed(true);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(onlyBullets());
        QVERIFY(interface->state().passwordEdit);
    }

    void textCanBePutInByAssistiveTools()
    {
        const Accessibility accessibility;
        PasswordEdit edit;
        edit.setAccessibleName(QStringLiteral("Password"));
        auto *interface = QAccessible::queryAccessibleInterface(&edit);
        QCOMPARE(interface->role(), QAccessible::EditableText);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Password"));
        interface->editableTextInterface()->insertText(0, QStringLiteral("abc"));
        interface->editableTextInterface()->insertText(1, QStringLiteral("X"));
        QCOMPARE(edit.text(), QStringLiteral("aXbc"));
        interface->editableTextInterface()->deleteText(0, 2);
        QCOMPARE(edit.text(), QStringLiteral("bc"));
        interface->setText(QAccessible::Value, QStringLiteral("new"));
        QCOMPARE(edit.text(), QStringLiteral("new"));
        edit.setReadOnly(true);
        interface->editableTextInterface()->insertText(0, QStringLiteral("no"));
        QCOMPARE(edit.text(), QStringLiteral("new"));
    }

    void otherFieldsSpeakAsEver()
    {
        const Accessibility accessibility;
        QLineEdit edit;
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("ana"));
        QVERIFY(heard.contains(QStringLiteral("a")));
        QVERIFY(heard.contains(QStringLiteral("ana")));
    }

    void theBarIsANotification()
    {
        const Accessibility accessibility;
        MessageBar bar;
        bar.showMessage(makeMessage(MessageId::E9));
        auto *interface = QAccessible::queryAccessibleInterface(&bar);
        QCOMPARE(interface->role(), QAccessible::Notification);
        QCOMPARE(interface->text(QAccessible::Name), makeMessage(MessageId::E9).text());
    }

    void canBeTakenAway()
    {
        {
            const Accessibility accessibility;
        }
        QVERIFY(QAccessible::installUpdateHandler(listen) == &listen);
        QLineEdit edit;
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QVERIFY(heard.contains(QStringLiteral("x")));
    }

private:
    QAccessible::UpdateHandler m_before = nullptr;
};

LATCHKEY_TEST(TestAccessibility, QApplication)
#include "tst_accessibility.moc"
