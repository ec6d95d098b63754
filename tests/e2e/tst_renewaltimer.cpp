#include "app/renewaltimer.h"
#include "tests/e2e/mocksystemd.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

using State = RenewalTimerState;

enum class Verb { Look, On, Off };

const QString enabling = u"EnableUnitFiles latchkey-renew.timer false true"_s;
const QString starting = u"StartUnit latchkey-renew.timer replace"_s;
const QString stopping = u"StopUnit latchkey-renew.timer replace"_s;
const QString disabling = u"DisableUnitFiles latchkey-renew.timer false"_s;
const QString looking = u"GetUnitFileState latchkey-renew.timer"_s;
const QString reloading = u"Reload"_s;
const QString denied = u"org.freedesktop.DBus.Error.AccessDenied"_s;

} // namespace

// systemd's manager of a person's units, played on a private bus.
class tst_RenewalTimer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksNothingByItself();
    void looks_data();
    void looks();
    void switches_data();
    void switches();
    void nobodyThere_data();
    void nobodyThere();
    void anErrorIsNoSuccess_data();
    void anErrorIsNoSuccess();
    void whatWasOnStaysOn();
    void noAnswer_data();
    void noAnswer();
    void aLateAnswerIsForNobody();
    void vanishes_data();
    void vanishes();
    void oneAfterTheOther();
    void answersNobodyWhoLeft();
    void isGoneBeforeTheAnswer();

private:
    void ask(RenewalTimer &timer, Verb verb);

    const PrivateBus m_bus;
    FakeClock m_clock;
    QList<State> m_answers;
};

Q_DECLARE_METATYPE(Verb)

void tst_RenewalTimer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_answers.clear();
}

void tst_RenewalTimer::ask(RenewalTimer &timer, Verb verb)
{
    const auto answer = [this](State state) { m_answers.append(state); };
    switch (verb) {
    case Verb::Look:
        return timer.look(this, answer);
    case Verb::On:
        return timer.switchOn(this, answer);
    case Verb::Off:
        return timer.switchOff(this, answer);
    }
}

void tst_RenewalTimer::asksNothingByItself()
{
    MockSystemd systemd(m_bus.address());
    RenewalTimer timer(m_clock, m_bus.address());
    roundTrip(systemd.connection());
    settle();
    QCOMPARE(systemd.calls, QStringList());
    ask(timer, Verb::Look);
    QVERIFY(m_answers.isEmpty() && systemd.calls.isEmpty()); // nothing was waited for
    QTRY_COMPARE(m_answers, QList{State::Off});
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_RenewalTimer::looks_data()
{
    QTest::addColumn<QString>("word"); // empty: the files are not there
    QTest::addColumn<State>("state");
    const auto row = [](const char *word, State state) {
        QTest::newRow(*word ? word : "not installed") << QString::fromLatin1(word) << state;
    };
    row("", State::NotInstalled);
    row("disabled", State::Off);
    row("enabled", State::On);
    row("enabled-runtime", State::On);
    row("linked", State::Off);
    row("static", State::Off);
    row("masked", State::Failed);
    row("masked-runtime", State::Failed);
    row("bad", State::Failed);
    row("of the future", State::Off);
}

void tst_RenewalTimer::looks()
{
    QFETCH(const QString, word);
    MockSystemd systemd(m_bus.address());
    systemd.isInstalled = !word.isEmpty();
    systemd.word = word;
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, Verb::Look);
    QTRY_COMPARE(m_answers.size(), 1);
    QTEST(m_answers.first(), "state");
    QCOMPARE(systemd.calls, QStringList{looking});
}

void tst_RenewalTimer::switches_data()
{
    QTest::addColumn<bool>("installed");
    QTest::addColumn<bool>("running");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<State>("state");
    QTest::addColumn<QStringList>("calls");
    const QStringList on{looking, enabling, reloading, starting};
    const QStringList off{stopping, disabling, reloading};
    QTest::newRow("on") << true << false << Verb::On << State::On << on;
    QTest::newRow("on again") << true << true << Verb::On << State::On << on;
    QTest::newRow("on, not installed")
        << false << false << Verb::On << State::NotInstalled << QStringList{looking};
    QTest::newRow("off") << true << true << Verb::Off << State::Off << off;
    QTest::newRow("off again") << true << false << Verb::Off << State::Off << off;
    QTest::newRow("off, installed no more") << false << true << Verb::Off << State::Off << off;
    QTest::newRow("off, never installed") << false << false << Verb::Off << State::Off << off;
}

void tst_RenewalTimer::switches()
{
    QFETCH(const bool, installed);
    QFETCH(const bool, running);
    QFETCH(const Verb, verb);
    QFETCH(const State, state);
    QFETCH(const QStringList, calls);
    MockSystemd systemd(m_bus.address());
    systemd.isInstalled = installed;
    systemd.isEnabled = systemd.isRunning = running;
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, verb);
    QTRY_COMPARE(m_answers, QList{state});
    QTRY_COMPARE(systemd.calls, calls);
    QCOMPARE(systemd.isEnabled, state == State::On);
    QCOMPARE(systemd.isRunning, state == State::On);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_RenewalTimer::nobodyThere_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Verb>("verb");
    const std::pair<const char *, Verb> verbs[]
        = {{"look", Verb::Look}, {"on", Verb::On}, {"off", Verb::Off}};
    for (const auto &[name, verb] : verbs) {
        QTest::addRow("%s, no manager", name) << m_bus.address() << verb;
        QTest::addRow("%s, no bus", name) << u"unix:path=/nonexistent/bus"_s << verb;
    }
}

void tst_RenewalTimer::nobodyThere()
{
    QFETCH(const QString, address);
    QFETCH(const Verb, verb);
    RenewalTimer timer(m_clock, address);
    ask(timer, verb);
    QVERIFY(m_answers.isEmpty());
    QTRY_COMPARE(m_answers, QList{State::NoUserManager});
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_RenewalTimer::anErrorIsNoSuccess_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("method");
    QTest::addColumn<State>("state");
    QTest::newRow("look") << Verb::Look << u"GetUnitFileState"_s << State::Failed;
    QTest::newRow("not enabled") << Verb::On << u"EnableUnitFiles"_s << State::Failed;
    QTest::newRow("not started") << Verb::On << u"StartUnit"_s << State::Failed;
    QTest::newRow("not stopped") << Verb::Off << u"StopUnit"_s << State::Failed;
    QTest::newRow("not disabled") << Verb::Off << u"DisableUnitFiles"_s << State::Failed;
    // A courtesy, which newer managers ration.
    QTest::newRow("on, not reloaded") << Verb::On << reloading << State::On;
    QTest::newRow("off, not reloaded") << Verb::Off << reloading << State::Off;
}

void tst_RenewalTimer::anErrorIsNoSuccess()
{
    QFETCH(const Verb, verb);
    QFETCH(const QString, method);
    QFETCH(const State, state);
    MockSystemd systemd(m_bus.address());
    systemd.errors.insert(method, denied);
    systemd.isEnabled = systemd.isRunning = verb == Verb::Off;
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, verb);
    QTRY_COMPARE(m_answers, QList{state});
    if (verb == Verb::On && state == State::Failed) {
        QTRY_COMPARE(systemd.calls.last(), reloading);
        QVERIFY(!systemd.isEnabled && !systemd.isRunning); // half of it was taken back
    }
}

// Another profile's, maybe.
void tst_RenewalTimer::whatWasOnStaysOn()
{
    MockSystemd systemd(m_bus.address());
    systemd.errors.insert(u"StartUnit"_s, denied);
    systemd.isEnabled = systemd.isRunning = true;
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, Verb::On);
    QTRY_COMPARE(m_answers, QList{State::Failed});
    roundTrip(systemd.connection());
    settle();
    QCOMPARE(systemd.calls, (QStringList{looking, enabling, reloading, starting}));
    QVERIFY(systemd.isEnabled && systemd.isRunning);
}

void tst_RenewalTimer::noAnswer_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("method");
    QTest::newRow("look") << Verb::Look << u"GetUnitFileState"_s;
    QTest::newRow("on, at the first step") << Verb::On << u"EnableUnitFiles"_s;
    QTest::newRow("on, at the last step") << Verb::On << u"StartUnit"_s;
    QTest::newRow("off") << Verb::Off << u"StopUnit"_s;
}

// One deadline for all steps. What is carried out late is switched off again.
void tst_RenewalTimer::noAnswer()
{
    QFETCH(const Verb, verb);
    QFETCH(const QString, method);
    MockSystemd systemd(m_bus.address());
    systemd.held = {method};
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, verb);
    QTRY_VERIFY(!systemd.calls.filter(method).isEmpty());
    m_clock.advance(9'999ms);
    QVERIFY(m_answers.isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_answers, QList{State::Failed});
    systemd.held.clear();
    systemd.answerLate();
    QTRY_VERIFY(verb != Verb::On || systemd.calls.last() == reloading);
    roundTrip(systemd.connection());
    settle();
    QVERIFY(verb != Verb::On || (!systemd.isEnabled && !systemd.isRunning));
    QCOMPARE(m_answers.size(), 1);
}

void tst_RenewalTimer::aLateAnswerIsForNobody()
{
    MockSystemd systemd(m_bus.address());
    systemd.held = {u"GetUnitFileState"_s};
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, Verb::Look);
    QTRY_COMPARE(systemd.calls.size(), 1);
    m_clock.advance(10s);
    QCOMPARE(m_answers, QList{State::Failed});
    ask(timer, Verb::Look);
    QTRY_COMPARE(systemd.calls.size(), 2);
    systemd.word = u"enabled"_s; // as it is now, for both questions
    systemd.answerLate();
    QTRY_COMPARE(m_answers, (QList{State::Failed, State::On}));
    settle();
    QCOMPARE(m_answers.size(), 2);
}

void tst_RenewalTimer::vanishes_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("method");
    QTest::newRow("look") << Verb::Look << u"GetUnitFileState"_s;
    QTest::newRow("on") << Verb::On << u"StartUnit"_s;
    QTest::newRow("off") << Verb::Off << u"DisableUnitFiles"_s;
}

// It may come back, as it does from being replaced by its next version.
void tst_RenewalTimer::vanishes()
{
    QFETCH(const Verb, verb);
    QFETCH(const QString, method);
    auto systemd = std::make_unique<MockSystemd>(m_bus.address());
    systemd->held = {method};
    RenewalTimer timer(m_clock, m_bus.address());
    ask(timer, verb);
    QTRY_VERIFY(!systemd->calls.filter(method).isEmpty());
    systemd.reset();
    QTRY_COMPARE(m_answers, QList{State::Failed});
    ask(timer, Verb::Look);
    QTRY_COMPARE(m_answers, (QList{State::Failed, State::NoUserManager}));
    systemd = std::make_unique<MockSystemd>(m_bus.address());
    ask(timer, Verb::Look);
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(m_answers.last(), State::Off);
}

void tst_RenewalTimer::oneAfterTheOther()
{
    MockSystemd systemd(m_bus.address());
    RenewalTimer timer(m_clock, m_bus.address());
    for (const Verb verb : {Verb::On, Verb::Look, Verb::Off, Verb::Look})
        ask(timer, verb);
    QTRY_COMPARE(m_answers, (QList{State::On, State::On, State::Off, State::Off}));
    QCOMPARE(systemd.calls,
             (QStringList{looking, enabling, reloading, starting, looking, stopping, disabling,
                          reloading, looking}));
}

void tst_RenewalTimer::answersNobodyWhoLeft()
{
    MockSystemd systemd(m_bus.address());
    RenewalTimer timer(m_clock, m_bus.address());
    auto person = std::make_unique<QObject>();
    timer.switchOn(person.get(), [this](State state) { m_answers.append(state); });
    person.reset();
    ask(timer, Verb::Look);
    QTRY_COMPARE(m_answers, QList{State::On}); // the looker's; what was begun is done
}

void tst_RenewalTimer::isGoneBeforeTheAnswer()
{
    MockSystemd systemd(m_bus.address());
    systemd.held = {u"GetUnitFileState"_s};
    {
        RenewalTimer timer(m_clock, m_bus.address());
        ask(timer, Verb::Look);
        QTRY_COMPARE(systemd.calls.size(), 1);
    }
    systemd.answerLate();
    roundTrip(systemd.connection());
    settle();
    QVERIFY(m_answers.isEmpty());
    QCOMPARE(m_clock.activeTimers(), 0);
}

LATCHKEY_TEST(tst_RenewalTimer, QCoreApplication)
#include "tst_renewaltimer.moc"
