#include "tests/gui/guisupport.h"
#include "tests/support/testprogram.h"
#include "ui/messages.h"
#include "ui/serverdialog.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

QPushButton *button(const QWidget &root, const char *name)
{
    return qobject_cast<QPushButton *>(named(&root, QString::fromLatin1(name)));
}

struct Servers {
    ServerDialog dialog;
    QLineEdit *edit;
    QSignalSpy tested{&dialog, &ServerDialog::testRequested};
    QSignalSpy chosen{&dialog, &ServerDialog::serverChosen};
    Servers()
    {
        dialog.setServer(*ServerAddress::parse(QStringLiteral("https://api.example.com/api/v1")));
        dialog.open();
        edit = qobject_cast<QLineEdit *>(named(&dialog, QStringLiteral("Server address")));
    }
    void type(const QString &text) const
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
};

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void everythingHasAName()
    {
        const Servers servers;
        QCOMPARE(nameFaults(&servers.dialog), QStringList());
        QCOMPARE(servers.edit->text(), QStringLiteral("https://api.example.com/api/v1"));
        QVERIFY(visibleTexts(&servers.dialog)
                    .contains(QStringLiteral("This is the server api.example.com.")));
    }

    void growsWithALongAnswer()
    {
        Servers servers;
        QTest::mouseClick(button(servers.dialog, "Test connection"), Qt::LeftButton);
        Error error;
        error.code = ErrorCode::Tls;
        error.tls = TlsFault{TlsFault::Kind::WrongHost,
                             {},
                             QStringLiteral("something-else.a-rather-long-name.example.org"),
                             {}};
        servers.dialog.resize(300, servers.dialog.height());
        servers.dialog.showTestResult(error, QDateTime::currentDateTime());
        QVERIFY(servers.dialog.height()
                >= servers.dialog.layout()->heightForWidth(servers.dialog.width()));
    }

    void refusesBadAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("wanted");
        const auto row = [](const char *address, MessageId id) {
            QTest::newRow(address) << QString::fromLatin1(address) << int(id);
        };
        row("api.example.com", MessageId::V5);
        row("ftp://x", MessageId::V5);
        row("https://u:p@x", MessageId::V5);
        row("https://x/?q", MessageId::V5);
        row("http://api.example.com", MessageId::V6);
    }
    void refusesBadAddresses()
    {
        QFETCH(QString, address);
        QFETCH(int, wanted);
        Servers servers;
        servers.type(address);
        for (const char *name : {"Test connection", "Use this server"}) {
            QTest::mouseClick(button(servers.dialog, name), Qt::LeftButton);
            QVERIFY(visibleTexts(&servers.dialog).contains(messageTemplate(MessageId(wanted))));
        }
        QVERIFY(servers.dialog.isVisible());
        QCOMPARE(servers.tested.count() + servers.chosen.count(), 0);
    }

    void showsWhoALookAlikeReallyIs()
    {
        const Servers servers;
        servers.edit->setText(QString());
        servers.edit->insert(QStringLiteral("https://\u0430pi.example.com"));
        emit servers.edit->textEdited(servers.edit->text());
        QVERIFY(visibleTexts(&servers.dialog).join(u' ').contains(QStringLiteral("xn--")));
    }

    void testsTheConnection()
    {
        Servers servers;
        QTest::mouseClick(button(servers.dialog, "Test connection"), Qt::LeftButton);
        QCOMPARE(servers.tested.count(), 1);
        QVERIFY(visibleTexts(&servers.dialog)
                    .contains(QStringLiteral("Contacting api.example.com...")));
        servers.dialog.showTestResult({}, {});
        QVERIFY(visibleTexts(&servers.dialog)
                    .contains(QStringLiteral("api.example.com answered, and you can sign in "
                                             "there.")));
        Error error;
        error.code = ErrorCode::HostNotFound;
        QTest::mouseClick(button(servers.dialog, "Test connection"), Qt::LeftButton);
        servers.dialog.showTestResult(error, QDateTime::currentDateTime());
        QVERIFY(visibleTexts(&servers.dialog)
                    .join(u' ')
                    .contains(QStringLiteral("Can't find api.example.com.")));
        QCOMPARE(servers.chosen.count(), 0);
    }

    void isChosenWithEnter()
    {
        Servers servers;
        servers.type(QStringLiteral("http://127.0.0.1:8080"));
        QTest::keyClick(servers.edit, Qt::Key_Return);
        QCOMPARE(servers.chosen.count(), 1);
        QCOMPARE(servers.tested.count(), 0);
        QCOMPARE(servers.chosen.first().first().value<ServerAddress>().host(),
                 QStringLiteral("127.0.0.1:8080"));
        QVERIFY(!servers.dialog.isVisible());
    }
};

LATCHKEY_TEST(TestDialogs, QApplication)
#include "tst_dialogs.moc"
