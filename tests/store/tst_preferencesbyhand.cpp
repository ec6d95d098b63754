#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

// What persons and their editors write into a settings file, and what is left of one that was cut.
class PreferencesByHandTest : public QObject
{
    Q_OBJECT

private slots:
    void isRead_data();
    void isRead();
    void cutAnywhere_data();
    void cutAnywhere();
    void cutFromBefore();
};

namespace
{

const QByteArray lastKey("\nend=");

// As much of everything as an account has.
QByteArray typicalFile()
{
    PreferenceValues values;
    values.server = QStringLiteral("https://api.example.com/v1");
    values.email = QStringLiteral("j\u00f6hn@mail.com");
    values.settings = {.proxy = {true, QStringLiteral("proxy.example.com"), 3128},
                       .language = QStringLiteral("pt_BR"),
                       .appearance = Appearance::Dark,
                       .textPercent = 150,
                       .staySignedIn = false,
                       .renewWhileClosed = true,
                       .qaMode = true};
    values.windowGeometry = QRect(-10, 20, 480, 640);
    values.windowMaximised = true;
    const QString key = QStringLiteral("session/default/https://api.example.com/v1#7");
    values.pendingDeletes = {{key, PendingDelete::Means::This, WallTime(Milliseconds(17))}, {key}};
    values.renewals = {{key, {QStringLiteral("1790000000"), QStringLiteral("1790000001")}}};
    values.storedSessions = {{key, values.server, values.email}, {key + u'1', values.server, {}}};
    values.renewAtPercent = 25;
    values.automaticRenewal = false;
    values.idleSignOutMinutes = 30;
    values.lastColourScheme = LastColourScheme::Dark;
    return encodePreferences(values);
}

} // namespace

void PreferencesByHandTest::isRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("line"); // as we spell it
    const QByteArray share("renewAtPercent=25\n");
    const auto row = [](const char *name, const QByteArray &content, const QByteArray &line) {
        QTest::newRow(name) << content << line;
    };
    row("one line", share, share);
    row("no line end", "renewAtPercent=25", share);
    row("no version", "[General]\nrenewAtPercent=25\n", share);
    row("no section", "version=1\nrenewAtPercent=25\n", share);
    row("byte order mark", "\xef\xbb\xbf[General]\r\nrenewAtPercent=25\r\n", share);
    row("byte order mark before a key", "\xef\xbb\xbfrenewAtPercent=25\n", share);
    row("Windows line ends", "[General]\r\nversion=1\r\nrenewAtPercent=25\r\n", share);
    row("blanks", "  renewAtPercent\t=  25 \n", share);
    row("comments", "# renew late\n  ; or so\nrenewAtPercent=25\n#idleSignOutMinutes=x\n", share);
    row("section in small letters", "[ general ]\nrenewAtPercent=25\n", share);
    row("quotes", "renewAtPercent=\"25\"\n", share);
    row("apostrophes", "renewAtPercent = '25'\n", share);
    row("version in quotes", "version = \"1\"\nrenewAtPercent=25\n", share);
    row("twice the same", "renewAtPercent=25\nrenewAtPercent = 25\n", share);
    row("another section", "[window]\nx=1\nnonsense\n[General]\nrenewAtPercent=25\n", share);
    row("another section after it", "[General]\nrenewAtPercent=25\n[window]\nx=1\n", share);
    row("another section with our key",
        "[General]\nrenewAtPercent=25\n[window]\nrenewAtPercent=30\n", share);
    row("unknown keys", "renewAtPercent=25\nother=\"@Variant(\\0\\0\\0\\x7f)\nother=2\n", share);
    row("quoted proxy", "proxy=\"proxy.example.com:3128\"\n", "proxy=proxy.example.com:3128\n");
    row("like an object", "email=@Variant(\\0\\x7f)\n", "email=@Variant(%5C0%5Cx7f)\n");
    row("not ASCII", "email=j\xc3\xb6hn@mail.com\n", "email=j%C3%B6hn@mail.com\n");
    row("small hexadecimal letters", "email=j%c3%b6hn@mail.com\n", "email=j%C3%B6hn@mail.com\n");
    row("encoded needlessly", "email=%6aohn%40mail.com\n", "email=john@mail.com\n");
    row("quoted text", "email=\" john#1 ; x@mail.com\"\n", "email=%20john%231 ; x@mail.com\n");
    row("marks within a text", "email=o'n\"eil@mail.com\n", "email=o'n%22eil@mail.com\n");
    row("backslash", "email=a\\b@mail.com\n", "email=a%5Cb@mail.com\n");
    row("server with a port", "server = https://a.example:8443/v1\n",
        "server=https://a.example:8443/v1\n");
    row("session by hand", "storedSessions=k#1, https://a.example, j\xc3\xb6@x\n",
        "storedSessions=k%231, https://a.example, j%C3%B6@x\n");
}

void PreferencesByHandTest::isRead()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, line);
    PreferenceValues values;
    QCOMPARE(decodePreferences(content, &values), FileVerdict::Good);
    const QByteArray ours = encodePreferences(values);
    QVERIFY2(ours.contains('\n' + line), ours.constData());
}

void PreferencesByHandTest::cutAnywhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isWhole"); // no value is lost
    const QByteArray whole = typicalFile();
    const qsizetype first = whole.indexOf("begin=");
    const qsizetype last = whole.indexOf(lastKey) + lastKey.size();
    for (qsizetype at = 0; at <= whole.size(); ++at) {
        QTest::addRow("its first %d bytes", int(at)) << whole.left(at) << (at >= last);
        QTest::addRow("without its first %d bytes", int(at)) << whole.mid(at) << (at <= first);
        QTest::addRow("zeroes behind its first %d bytes", int(at))
            << whole.left(at) + QByteArray(whole.size() - at, '\0') << (at == whole.size());
    }
}

// Never silently the usual settings, or some of them.
void PreferencesByHandTest::cutAnywhere()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isWhole);
    PreferenceValues values;
    QList<BadSetting> bad;
    const FileVerdict verdict = decodePreferences(content, &values, &bad);
    if (!isWhole) {
        QCOMPARE(verdict, FileVerdict::Damaged);
        return;
    }
    QVERIFY(isUsable(verdict));
    QCOMPARE(encodePreferences(values), typicalFile());
    // A piece of the heading or the version, at most.
    QVERIFY2(bad.isEmpty() || namesOf(bad) == QStringLiteral("line 1"), qPrintable(namesOf(bad)));
}

// One that says nothing of its end, from a Latchkey of before or a person: the lines before the cut
// hold, and all of the rest is missing or named, but for what is left of a value.
void PreferencesByHandTest::cutFromBefore()
{
    const QByteArray whole = typicalFile().replace("begin=true\n", "").replace("end=true\n", "");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const QByteArray content = whole.left(at);
        const qsizetype lineStart = content.lastIndexOf('\n') + 1;
        PreferenceValues values;
        PreferenceValues before;
        const FileVerdict verdict = decodePreferences(content, &values);
        const QByteArray cutKey = content.mid(lineStart).split('=').first() + '=';
        if (!isUsable(decodePreferences(whole.left(lineStart), &before)))
            continue;
        QVERIFY(isUsable(verdict));
        const auto withoutCut = [&cutKey](const PreferenceValues &all) {
            QByteArrayList lines = encodePreferences(all).split('\n');
            lines.removeIf([&cutKey](const QByteArray &line) { return line.startsWith(cutKey); });
            return lines;
        };
        QCOMPARE(withoutCut(values), withoutCut(before));
    }
}

LATCHKEY_TEST(PreferencesByHandTest, QCoreApplication)
#include "tst_preferencesbyhand.moc"
