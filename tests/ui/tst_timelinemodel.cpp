#include "tests/support/testprogram.h"
#include "tests/support/timelinefixture.h"
#include "ui/timelineaxis.h"
#include "ui/timelinetext.h"
#include "ui/timetext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using Kind = SessionEvent::Kind;

namespace
{

QString cell(const TimelineModel &model, int row, TimelineModel::Column column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private slots:
    void emptyWithoutAHistory()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.lives().isEmpty());
    }

    void hasTheLivesAndThenTheEvents()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setHistory(refusedAtLast(), begin + 7h);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(cell(model, 0, TimelineModel::What), QStringLiteral("Signed in"));
        QCOMPARE(cell(model, 0, TimelineModel::Details), QStringLiteral("good"));
        QCOMPARE(cell(model, 1, TimelineModel::Until), timeText(localTime(begin + 6h)));
        QCOMPARE(cell(model, 1, TimelineModel::Details), QStringLiteral("ended"));
        QCOMPARE(cell(model, 4, TimelineModel::What), QStringLiteral("Renewal refused"));
        QCOMPARE(cell(model, 4, TimelineModel::Details), QStringLiteral("HTTP 401"));
        for (int column = 0; column < TimelineModel::ColumnCount; ++column)
            QVERIFY(
                !model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void s64TellsAnotherSenderFromTheServer()
    {
        SessionEvent event{.at = begin, .kind = Kind::RenewalFailed, .alias = 1};
        event.error = ErrorCode::NotFromApi;
        event.httpStatus = 403;
        QCOMPARE(eventDetails(event, false), QStringLiteral("HTTP 403 from another\u00a0sender"));
        event.error = ErrorCode::Forbidden;
        QCOMPARE(eventDetails(event, false), QStringLiteral("HTTP 403"));
        event.error = ErrorCode::Interrupted; // cut: nobody knows whose it was
        QCOMPARE(eventDetails(event, false), QStringLiteral("Interrupted"));
        event.error = ErrorCode::TimedOut;
        QCOMPARE(eventDetails(event, false), QStringLiteral("TimedOut"));
    }

    void speaksToQaInTokens()
    {
        TimelineModel model;
        model.setHistory(renewedOnce(), begin + 4h);
        model.setTechnical(true);
        QCOMPARE(cell(model, 0, TimelineModel::What), QStringLiteral("Access token #2"));
        QCOMPARE(cell(model, 1, TimelineModel::What), QStringLiteral("Refresh token #2"));
        QCOMPARE(cell(model, 3, TimelineModel::Details), QStringLiteral("token pair #2"));
    }

    void growsByRows()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setHistory(signedIn(), begin);
        const QSignalSpy reset(&model, &TimelineModel::modelReset);
        const QSignalSpy inserted(&model, &TimelineModel::rowsInserted);
        model.setHistory(renewedOnce(), begin + 3h);
        QCOMPARE(inserted.count(), 1);
        model.setHistory({}, begin + 3h);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }

    // A screen reader is told of every cell that changes: nothing counts down in it (T20).
    void isQuietWhileTimeGoesOn()
    {
        TimelineModel model;
        model.setHistory(renewedOnce(), begin + 4h);
        const QSignalSpy changed(&model, &TimelineModel::dataChanged);
        const QSignalSpy moved(&model, &TimelineModel::moved);
        for (int second = 0; second < 60; ++second)
            model.setNow(begin + 4h + second * 1s);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(moved.count(), 60); // the plot goes on
        model.setNow(begin + 14h);
        QVERIFY(changed.count() > 0); // it ended meanwhile
    }

    void aLifeIsAChainOfPieces()
    {
        TimelineModel model;
        model.setHistory(renewedOnce(), begin + 4h);
        QCOMPARE(model.lives().size(), 2);
        const TimelineLife &access = model.lives().first();
        QCOMPARE(access.pieces.size(), 2);
        QCOMPARE(access.pieces.first().to, begin + 3h); // replaced, long before its end
        QCOMPARE(access.expiry(), begin + 483h);
        QVERIFY(!access.ended);
    }

    void aKeptRefreshTokenIsOnePiece()
    {
        SessionHistory history = signedIn();
        PairRecord second = pairAt(begin + 3h);
        second.refreshIssued = begin;
        second.refreshExpiry = begin + 10h;
        history.beginPair(second, begin + 3h, true);
        TimelineModel model;
        model.setHistory(history, begin + 4h);
        QCOMPARE(model.lives().at(0).pieces.size(), 2);
        QCOMPARE(model.lives().at(1).pieces.size(), 1);
    }

    void withoutARefreshTokenThereIsOneLife()
    {
        SessionHistory history;
        PairRecord bare = pairAt(begin);
        bare.refreshIssued.reset();
        bare.refreshExpiry.reset();
        history.beginPair(bare, begin, false);
        TimelineModel model;
        model.setHistory(history, begin + 1h);
        QCOMPARE(model.lives().size(), 1);
        // All of it is shown: there is no shorter life to look at.
        QVERIFY(timelineRange(TimelineZoom::Fit, model).holds(begin + 480h));
    }

    void everyKindHasANameAndASign_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(Kind::ServerRestarted); ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void everyKindHasANameAndASign()
    {
        QFETCH(int, kind);
        const SessionEvent event = eventAt(begin, Kind(kind));
        QVERIFY(!eventName(event).isEmpty());
        QCOMPARE(eventSign(event.kind).size(), 1);
        QVERIFY(eventLine(event, localTime(begin), false).contains(eventName(event)));
    }

    void everyFaultHasItsName()
    {
        QSet<QString> names;
        for (const Kind kind : {Kind::FaultOn, Kind::FaultOff}) {
            for (const auto fault :
                 {SessionEvent::Fault::AccessExpired, SessionEvent::Fault::RefreshExpired}) {
                SessionEvent event = eventAt(begin, kind);
                event.fault = fault;
                names.insert(eventName(event));
            }
            QVERIFY(isFault(kind));
            QVERIFY(!isTrouble(kind));
        }
        SessionEvent revoked = eventAt(begin, Kind::FaultOn);
        revoked.fault = SessionEvent::Fault::SessionsRevoked;
        names.insert(eventName(revoked));
        QCOMPARE(names.size(), 5);
        revoked.alias = 2;
        QCOMPARE(eventDetails(revoked, true), QStringLiteral("token pair #2"));
        revoked.fault = SessionEvent::Fault::RefreshExpired;
        QCOMPARE(eventDetails(revoked, true), QStringLiteral("#2"));
        QCOMPARE(eventDetails(revoked, false), QString());
        QVERIFY(names.contains(QStringLiteral("Access token expired by hand")));
        QVERIFY(names.contains(QStringLiteral("Demo server: sessions revoked")));
        QCOMPARE(eventName(eventAt(begin, Kind::ServerRestarted)),
                 QStringLiteral("Demo server restarted"));
    }

    void detailsSayMore()
    {
        SessionEvent event = eventAt(begin, Kind::Slept);
        event.span = 8h;
        QCOMPARE(eventDetails(event, false), QStringLiteral("after 8 h 0 min of sleep"));
        event = eventAt(begin, Kind::ClockSet);
        event.span = -1h;
        QCOMPARE(eventDetails(event, false), QStringLiteral("1 h 0 min back"));
        event = eventAt(begin, Kind::RenewalFailed);
        event.error = ErrorCode::TimedOut;
        QCOMPARE(eventDetails(event, false), QStringLiteral("TimedOut"));
    }

    void fitShowsTheLifeThatDiesFirst()
    {
        TimelineModel model;
        model.setHistory(signedIn(), begin + 1h);
        const TimelineRange range = timelineRange(TimelineZoom::Fit, model);
        QVERIFY(range.from <= begin);
        QVERIFY(range.holds(begin + 10h));
        QVERIFY(!range.holds(begin + 480h)); // twenty days against ten hours: it runs off
        QVERIFY(range.to - range.from < 12h);
    }

    void fitShowsBothWhereTheyAreAlike()
    {
        SessionHistory history;
        PairRecord pair = pairAt(begin);
        pair.accessExpiry = begin + 20h;
        history.beginPair(pair, begin, false);
        TimelineModel model;
        model.setHistory(history, begin + 1h);
        QVERIFY(timelineRange(TimelineZoom::Fit, model).holds(begin + 20h));
    }

    void fitGoesOnWithTimeAfterTheEnd()
    {
        TimelineModel model;
        model.setHistory(refusedAtLast(), begin + 30h);
        const TimelineRange range = timelineRange(TimelineZoom::Fit, model);
        QVERIFY(range.holds(begin));
        QVERIFY(range.holds(begin + 30h));
        QVERIFY(range.to - range.from < 40h);
    }

    void zoomsRoundNow()
    {
        TimelineModel model;
        model.setHistory(signedIn(), begin + 5h);
        const TimelineRange hour = timelineRange(TimelineZoom::Hour, model);
        QCOMPARE(hour.to - hour.from, Milliseconds(1h));
        QCOMPARE(hour.share(begin + 5h), 0.5);
        const TimelineRange day = timelineRange(TimelineZoom::Day, model);
        QCOMPARE(day.to - day.from, Milliseconds(24h));
    }

    void ticksAreFewAndRound_data()
    {
        QTest::addColumn<qint64>("secondsLong");
        for (const qint64 length :
             {qint64(10), qint64(60), qint64(3600), qint64(40000), qint64(90000), qint64(2000000),
              qint64(700) * 86400, qint64(20) * 366 * 86400})
            QTest::addRow("%lld s", length) << length;
    }
    void ticksAreFewAndRound()
    {
        QFETCH(qint64, secondsLong);
        constexpr int most = 6;
        const TimelineRange range{begin + 7min, begin + 7min + std::chrono::seconds(secondsLong)};
        const auto ticks = timelineTicks(range, most);
        QVERIFY2(ticks.size() >= 1 && ticks.size() <= most,
                 qPrintable(QString::number(ticks.size())));
        QSet<QString> labels;
        for (const TimelineTick &tick : ticks) {
            QVERIFY(range.holds(tick.at));
            labels.insert(tick.label);
        }
        QCOMPARE(labels.size(), ticks.size()); // no two alike
    }

    // The year and the day of the week go, and the marks between them too.
    void daysAreCleanInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *code : {"en", "en_GB", "de", "es", "pt_BR", "ar", "ja", "hi"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void daysAreCleanInEveryLanguage()
    {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        const auto ticks = timelineTicks({begin, begin + 240h}, 5);
        QLocale::setDefault(QLocale::c());
        QVERIFY(!ticks.isEmpty());
        for (const TimelineTick &tick : ticks) {
            QVERIFY2(tick.label.front().isLetterOrNumber(), qPrintable(tick.label));
            QVERIFY2(!QStringLiteral(", /-\u060c").contains(tick.label.back()),
                     qPrintable(tick.label));
        }
    }

    void ticksSurviveADayWithoutMidnight()
    {
        qputenv("TZ", "America/Sao_Paulo"); // summer time began at midnight there
        tzset();
        const WallTime november = fromDateTime(QDateTime(QDate(2018, 11, 3), QTime(12, 0)));
        const auto ticks = timelineTicks({november, november + 72h}, 5);
        qunsetenv("TZ");
        tzset();
        QVERIFY(!ticks.isEmpty() && ticks.size() <= 5);
    }
};

LATCHKEY_TEST(TestTimelineModel, QApplication)
#include "tst_timelinemodel.moc"
