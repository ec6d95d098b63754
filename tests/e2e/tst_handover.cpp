#include "tests/e2e/chaos.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The composed program and two people, on a real network that can be slow.
class tst_Handover : public QObject
{
    Q_OBJECT
private slots:
    void s39AnswerToThePersonBefore_data();
    void s39AnswerToThePersonBefore();
    void s59AfterAnExpiry();
};

namespace
{

demo::FaultPlan late(Milliseconds by)
{
    return [by](const demo::Exchange &) {
        demo::Fault fault;
        fault.kind = demo::Fault::Kind::Latency;
        fault.wait = by;
        return fault;
    };
}

bool signInAs(Chaos &chaos, const QString &email, const QString &password)
{
    return chaos.fixture.submit(email, password);
}

bool signInMaria(Chaos &chaos)
{
    return signInAs(chaos, QStringLiteral("maria@mail.com"), QStringLiteral("12345"));
}

bool openAsJohn(Chaos &chaos)
{
    chaos.open();
    return chaos.calm()
        && signInAs(chaos, QStringLiteral("john@mail.com"), QStringLiteral("changeme"))
        && chaos.calm() && chaos.fixture.shows(QStringLiteral("Jhon"));
}

} // namespace

void tst_Handover::s39AnswerToThePersonBefore_data()
{
    QTest::addColumn<bool>("rotates");
    QTest::newRow("39: reference server") << false;
    QTest::newRow("39: rotating server") << true;
}

// John's new pair is with the proxy when he leaves, and comes when Maria is here.
void tst_Handover::s39AnswerToThePersonBefore()
{
    QFETCH(bool, rotates);
    Chaos chaos(1, {20 * 24h, 10h, rotates});
    QVERIFY(openAsJohn(chaos));
    const int renewals = chaos.fixture.server->counts().refresh;
    QSignalSpy answered(&chaos.proxy, &demo::FaultProxy::replyRead);
    chaos.proxy.setPlan(late(10s));
    chaos.fixture.program->session().renewNow();
    QTRY_VERIFY(chaos.proxy.isStuck());
    QCOMPARE(answered.size(), 1);
    QCOMPARE(chaos.fixture.server->counts().refresh, renewals + 1);

    chaos.proxy.setPlan({});
    chaos.fixture.program->session().signOut();
    QVERIFY(chaos.calm());
    QVERIFY(signInMaria(chaos));
    QVERIFY(chaos.calm());
    const auto hers = chaos.stored(true);
    QVERIFY(hers && hers->email == QStringLiteral("maria@mail.com"));
    QVERIFY(chaos.pass(1min)); // long past the answer's time
    QCOMPARE(chaos.state(), SessionState::SignedIn);
    QVERIFY(chaos.fixture.shows(QStringLiteral("Maria")));
    QVERIFY(!chaos.fixture.shows(QStringLiteral("Jhon")));
    QVERIFY(chaos.stored(true)->tokens.access.sameAs(hers->tokens.access));
    const Honour honour = chaos.honours(*hers);
    QVERIFY(honour.access && honour.refresh);
}

void tst_Handover::s59AfterAnExpiry()
{
    Chaos chaos(1, {});
    QVERIFY(openAsJohn(chaos));
    chaos.kill();
    chaos.fixture.moveClock(21 * 24h);
    chaos.open();
    QVERIFY(chaos.calm());
    QCOMPARE(chaos.state(), SessionState::Ended);
    QVERIFY(!chaos.fixture.shows(QStringLiteral("Jhon")));

    chaos.proxy.setPlan([n = 0](const demo::Exchange &exchange) mutable { // her profile is slow
        return n++ == 0 ? demo::Fault() : late(10s)(exchange);
    });
    QVERIFY(signInMaria(chaos));
    QTRY_COMPARE(chaos.state(), SessionState::SignedIn);
    QTRY_VERIFY(chaos.proxy.isStuck());
    QVERIFY(!chaos.fixture.shows(QStringLiteral("Jhon")));
    QVERIFY(!chaos.fixture.shows(QStringLiteral("john@mail.com")));
    QVERIFY(chaos.pass(1min));
    QVERIFY(chaos.fixture.shows(QStringLiteral("Maria")));
    QVERIFY(!chaos.fixture.shows(QStringLiteral("Jhon")));
    QCOMPARE(chaos.stored(true)->email, QStringLiteral("maria@mail.com"));
}

LATCHKEY_TEST(tst_Handover, QApplication)
#include "tst_handover.moc"
