#include "app/store/profiles.h"
#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

PreferenceValues profileThat(bool wants, bool hasSession, bool renews = true)
{
    PreferenceValues values;
    values.settings.renewWhileClosed = wants;
    values.automaticRenewal = renews;
    if (hasSession)
        values.storedSessions = {{u"session/p"_s, u"https://a.example"_s, u"john@mail.com"_s}};
    return values;
}

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

private slots:
    void namesTheSettingsFiles();
    void anyProfileWantsIt_data();
    void anyProfileWantsIt();
    void looksOnly();
};

void ProfilesTest::namesTheSettingsFiles()
{
    const QTemporaryDir folder;
    const QStringList profiles{u"a.b-c_1.ini"_s, u"default.ini"_s, u"work.ini"_s};
    const QStringList others{u"default.ini.lock"_s, u"default.ini.bad"_s, u".hidden.ini"_s,
                             u"notes.txt"_s};
    for (const QString &name : profiles + others)
        writeFile(folder.filePath(name), "version=1\n");
    QVERIFY(QDir(folder.path()).mkdir(u"folder.ini"_s));
    QStringList wanted;
    for (const QString &name : profiles)
        wanted.append(folder.filePath(name));
    QCOMPARE(profileFiles(folder.path()), wanted);
    QCOMPARE(profileFiles(folder.filePath(u"nowhere"_s)), QStringList());
}

using Files = QMap<QString, QByteArray>;

void ProfilesTest::anyProfileWantsIt_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<bool>("wanted");
    const auto row = [](const char *name, const QList<QByteArray> &contents, bool wanted) {
        Files files;
        for (const QByteArray &content : contents)
            files.insert(u"p%1.ini"_s.arg(files.size()), content);
        QTest::newRow(name) << files << wanted;
    };
    const QByteArray wanting = encodePreferences(profileThat(true, true));
    const QByteArray idle = encodePreferences(profileThat(true, false));
    const QByteArray unwanted = encodePreferences(profileThat(false, true));
    row("no profile", {}, false);
    row("usual settings", {encodePreferences({})}, false);
    row("wanted", {wanting}, true);
    row("wanted, nobody signed in", {idle}, false);
    row("signed in, not wanted", {unwanted}, false);
    row("wanted here, signed in there", {idle, unwanted}, false);
    row("automatic renewal is off", {encodePreferences(profileThat(true, true, false))}, false);
    row("the second of two", {unwanted, wanting}, true);
    row("both", {wanting, wanting}, true);
    row("beside a damaged one", {"renewWhileClosed=maybe\n", wanting}, true);
    row("with a bad value", {wanting + "textPercent=huge\n"}, true);
    row("cut", {wanting.chopped(10)}, false);
    row("of a newer version", {QByteArray(wanting).replace("version=1", "version=2")}, false);
}

void ProfilesTest::anyProfileWantsIt()
{
    QFETCH(const Files, files);
    QFETCH(const bool, wanted);
    const QTemporaryDir folder;
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        writeFile(folder.filePath(file.key()), file.value());
    QCOMPARE(anyProfileRenewsWhileClosed(folder.path()), wanted);
}

// Another profile's damaged file is that profile's to set aside.
void ProfilesTest::looksOnly()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"bad.ini"_s), "damage");
    const auto names = [&] { return QDir(folder.path()).entryList(QDir::Files); };
    QVERIFY(!anyProfileRenewsWhileClosed(folder.path()));
    QCOMPARE(names(), QStringList{u"bad.ini"_s});
    QCOMPARE(contentOf(folder.filePath(u"bad.ini"_s)), "damage");
}

LATCHKEY_TEST(ProfilesTest, QCoreApplication)
#include "tst_profiles.moc"
