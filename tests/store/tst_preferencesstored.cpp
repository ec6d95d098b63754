#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const StoredSessionEntry Johns{u"session/default/https://a.example#1"_s, u"https://a.example"_s,
                               u"john@mail.com"_s};
const StoredSessionEntry Marias{u"session/default/https://a.example#2"_s, u"https://a.example"_s,
                                u"maria@mail.com"_s};
const StoredSessionEntry Annas{u"session/default/https://b.example#1"_s, u"https://b.example"_s,
                               u"anna@mail.com"_s};

using List = QList<StoredSessionEntry>;

StoredSessionEntry numbered(qsizetype number)
{
    return {u"k#"_s + QString::number(number), u"https://a.example"_s, {}};
}

} // namespace

// The list of the sessions that the keychain may hold (scenario 90).
class PreferencesStoredTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void s90ComesBack();
    void s90IsWrittenSo();
    void s90TheSeventeenthDropsTheLast();
    void s90TheSeventeenthOfTwoProcesses();
    void s90TheSeventeenthSparesWhoIsRenewed();
    void s90TheSeventeenthIsOneDelete();
    void s90NoEmailIsKept();
    void s90NoEmailIsKeptForTheOther();
    void s90TwoProcesses_data();
    void s90TwoProcesses();
    void s90TakenOutByTheOtherAndNotedAgain();
    void s90NotedAgainIsNotWrittenAgain();
    void s90DamagedLine_data();
    void s90DamagedLine();
    void s90WhatIsTooMuchIsNotSaved_data();
    void s90WhatIsTooMuchIsNotSaved();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"latchkey.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PreferencesStoredTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void PreferencesStoredTest::s90ComesBack()
{
    Preferences preferences(path());
    preferences.noteStored(Johns);
    preferences.noteStored(Annas);
    preferences.noteStored(Marias);
    QCOMPARE(Preferences(path()).storedSessions(), List({Marias, Annas, Johns}));
    preferences.noteStored(Johns);
    QCOMPARE(Preferences(path()).storedSessions(), List({Johns, Marias, Annas}));
    QCOMPARE(preferences.takeStored(Marias.key), std::optional(Marias));
    QCOMPARE(preferences.takeStored(Marias.key), std::nullopt);
    QCOMPARE(Preferences(path()).storedSessions(), List({Johns, Annas}));
    const StoredSessionEntry renamed{Johns.key, Johns.server, u"John@Mail.com"_s};
    preferences.noteStored(renamed);
    QCOMPARE(Preferences(path()).storedSessions(), List({renamed, Annas}));
}

void PreferencesStoredTest::s90IsWrittenSo()
{
    Preferences preferences(path());
    preferences.noteStored(Johns);
    preferences.noteStored({Annas.key, Annas.server, {}});
    QVERIFY2(contentOf(path()).contains(
                 "storedSessions=session/default/https://b.example%231, https://b.example, -, "
                 "session/default/https://a.example%231, https://a.example, john@mail.com\n"),
             contentOf(path()).constData());
    (void)preferences.takeStored(Johns.key);
    (void)preferences.takeStored(Annas.key);
    QVERIFY(!contentOf(path()).contains("storedSessions"));
}

void PreferencesStoredTest::s90TheSeventeenthDropsTheLast()
{
    Preferences preferences(path());
    for (qsizetype i = 0; i <= mostStoredSessions; ++i)
        preferences.noteStored(numbered(i));
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.storedSessions().size(), mostStoredSessions);
    QCOMPARE(next.storedSessions().first(), numbered(mostStoredSessions));
    QCOMPARE(next.storedSessions().last(), numbered(1));
    QCOMPARE(next.pendingDeletes(), QList<PendingDelete>{{numbered(0).key}});
}

// Each had room for one.
void PreferencesStoredTest::s90TheSeventeenthOfTwoProcesses()
{
    Preferences one(path());
    for (qsizetype i = 1; i < mostStoredSessions; ++i)
        one.noteStored(numbered(i));
    Preferences other(path());
    other.noteStored(Johns);
    one.followStoredSessions();
    one.noteStored(Marias);
    other.noteStored(Annas);
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.storedSessions().size(), mostStoredSessions);
    QCOMPARE(next.storedSessions().mid(0, 3), List({Annas, Marias, Johns}));
    QCOMPARE(next.pendingDeletes(), QList<PendingDelete>({{numbered(1).key}, {numbered(2).key}}));
}

// Whoever comes last here has come first in the file: the session lives in the other process.
void PreferencesStoredTest::s90TheSeventeenthSparesWhoIsRenewed()
{
    Preferences one(path());
    for (qsizetype i = 0; i < mostStoredSessions; ++i)
        one.noteStored(numbered(i));
    Preferences other(path());
    other.noteStored(numbered(0));
    one.noteStored(Annas);
    const Preferences next(path());
    QCOMPARE(next.storedSessions().size(), mostStoredSessions);
    QCOMPARE(next.storedSessions().mid(0, 2), List({Annas, numbered(0)}));
    const QList<PendingDelete> expected{{numbered(1).key}};
    QCOMPARE(next.pendingDeletes(), expected);
    QCOMPARE(one.pendingDeletes(), expected);
    QVERIFY(!one.storedSessions().contains(numbered(1)));
}

// Neither twice, nor more of them than the file may hold.
void PreferencesStoredTest::s90TheSeventeenthIsOneDelete()
{
    QList<PendingDelete> pending;
    for (qsizetype i = 1; i < mostPendingDeletes; ++i)
        pending.append({QString::number(i)});
    pending.prepend({numbered(0).key});
    Preferences preferences(path());
    preferences.setPendingDeletes(pending);
    for (qsizetype i = 0; i <= mostStoredSessions; ++i)
        preferences.noteStored(numbered(i));
    QCOMPARE(Preferences(path()).pendingDeletes(), pending);
    preferences.noteStored(Annas);
    pending.append({numbered(1).key});
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.pendingDeletes(), pending.mid(1));
}

void PreferencesStoredTest::s90NoEmailIsKept()
{
    Preferences preferences(path());
    preferences.noteStored(Johns);
    Settings settings = preferences.settings();
    settings.rememberEmail = false;
    preferences.setSettings(settings);
    preferences.noteStored(Marias);
    QVERIFY2(!contentOf(path()).contains("mail.com"), contentOf(path()).constData());
    const Preferences next(path());
    QCOMPARE(next.storedSessions(),
             List({{Marias.key, Marias.server, {}}, {Johns.key, Johns.server, {}}}));
}

void PreferencesStoredTest::s90NoEmailIsKeptForTheOther()
{
    Preferences one(path());
    Preferences other(path());
    Settings settings = other.settings();
    settings.rememberEmail = false;
    other.setSettings(settings);
    QVERIFY(one.noteStored(Johns));
    QVERIFY2(!contentOf(path()).contains("mail.com"), contentOf(path()).constData());
}

void PreferencesStoredTest::s90TwoProcesses_data()
{
    using Act = std::function<void(Preferences &)>;
    QTest::addColumn<Act>("act"); // of one, which has read [Maria, John]
    QTest::addColumn<Act>("others");
    QTest::addColumn<List>("expected");
    const auto note = [](const StoredSessionEntry &entry) -> Act {
        return [entry](Preferences &p) { p.noteStored(entry); };
    };
    const auto take = [](const StoredSessionEntry &entry) -> Act {
        return [entry](Preferences &p) { (void)p.takeStored(entry.key); };
    };
    const Act geometry = [](Preferences &p) { p.setWindowGeometry(QRect(1, 2, 300, 400)); };
    const auto row = [](const char *name, const Act &others, const Act &act, const List &expected) {
        QTest::newRow(name) << act << others << expected;
    };
    row("90: the other signs John out", take(Johns), geometry, {Marias});
    row("90: the other signs Maria out", take(Marias), geometry, {Johns});
    row("90: each signs one out", take(Marias), take(Johns), {});
    row("90: both sign John out", take(Johns), take(Johns), {Marias});
    row("90: the other signs Anna in", note(Annas), geometry, {Annas, Marias, Johns});
    row("90: the other signs Anna in, John is signed out", note(Annas), take(Johns),
        {Annas, Marias});
    row("90: the other signs Anna in, John signs in", note(Annas), note(Johns),
        {Johns, Annas, Marias});
    row("90: the other signs John out, Anna signs in", take(Johns), note(Annas), {Annas, Marias});
    row("90: the other signs John out, John signs in", take(Johns), note(Johns), {Johns, Marias});
    row("90: the other signs John in", note(Johns), geometry, {Johns, Marias});
}

void PreferencesStoredTest::s90TwoProcesses()
{
    using Act = std::function<void(Preferences &)>;
    QFETCH(const Act, act);
    QFETCH(const Act, others);
    QFETCH(const List, expected);
    {
        Preferences before(path());
        before.noteStored(Johns);
        before.noteStored(Marias);
    }
    Preferences one(path());
    Preferences other(path());
    others(other);
    act(one);
    QCOMPARE(Preferences(path()).storedSessions(), expected);
}

// Signed out there, and stored again here: what the keychain holds is in the list.
void PreferencesStoredTest::s90TakenOutByTheOtherAndNotedAgain()
{
    Preferences one(path());
    one.noteStored(Johns);
    Preferences other(path());
    (void)other.takeStored(Johns.key);
    QVERIFY(Preferences(path()).storedSessions().isEmpty());
    one.noteStored(Johns);
    QCOMPARE(Preferences(path()).storedSessions(), List{Johns});
}

void PreferencesStoredTest::s90NotedAgainIsNotWrittenAgain()
{
    Preferences one(path());
    one.noteStored(Johns);
    Preferences other(path());
    other.noteStored(Marias);
    const QByteArray comment("; not written again for nothing\n");
    writeFile(path(), contentOf(path()) + comment);
    one.noteStored(Johns); // a renewal's, which changes nobody's place
    QVERIFY(contentOf(path()).endsWith(comment));
}

void PreferencesStoredTest::s90DamagedLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kept"); // those that can be read, before the damage and behind it
    const auto row = [](const char *name, const QByteArray &value, int kept = 0) {
        QTest::newRow(name) << "storedSessions=" + value + '\n' << kept;
    };
    row("90: empty", "");
    row("90: no server", "k");
    row("90: no e-mail", "k, https://a.example");
    row("90: one more", "k, https://a.example, -, k", 1);
    row("90: an empty key", ", https://a.example, -");
    row("90: an empty e-mail", "k, https://a.example, , l, https://a.example, -", 1);
    row("90: not UTF-8", "k, https://a.example, -, %FF, https://a.example, -", 1);
    row("90: cut in a letter", "k, https://a.example, -, l, https://a.example, j%C3%B", 1);
    row("90: seventeen", QByteArray("k, s, -, ").repeated(16) + "k, s, -", 16);
    row("90: a key without end", QByteArray(2049, 'k') + ", s, -");
}

// Who is not read has to sign in again; the others do not.
void PreferencesStoredTest::s90DamagedLine()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, kept);
    const QByteArray content = "[General]\nversion=1\n" + line;
    writeFile(path(), content);
    const Preferences preferences(path());
    QVERIFY(preferences.problem()
            == (SettingsProblem{
                SettingsProblem::Kind::BadValues, path(), {}, {{u"storedSessions"_s}}}));
    QCOMPARE(preferences.storedSessions().size(), kept);
    QCOMPARE(contentOf(path() + u".bad"_s), content);
}

void PreferencesStoredTest::s90WhatIsTooMuchIsNotSaved_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("kept");
    QTest::newRow("90: a long key") << QString(2048, u'k') << u"j@x"_s << true;
    QTest::newRow("90: a key without end") << QString(2049, u'k') << u"j@x"_s << false;
    QTest::newRow("90: an e-mail without end") << u"k#x"_s << QString(2049, u'm') << false;
    QTest::newRow("90: long in the file") << QString(2048, u'\u6f22') << u"j@x"_s << false;
}

// It would be damage at the next start.
void PreferencesStoredTest::s90WhatIsTooMuchIsNotSaved()
{
    QFETCH(const QString, key);
    QFETCH(const QString, email);
    QFETCH(const bool, kept);
    Preferences preferences(path());
    preferences.setEmail(u"a@b"_s);
    preferences.noteStored(Johns);
    preferences.noteStored({key, u"https://a.example"_s, email});
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.email(), u"a@b"_s);
    QVERIFY(next.storedSessions().contains(Johns));
    QCOMPARE(next.storedSessions().size(), kept ? 2 : 1);
}

LATCHKEY_TEST(PreferencesStoredTest, QCoreApplication)
#include "tst_preferencesstored.moc"
