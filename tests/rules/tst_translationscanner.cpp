#include "tests/rules/checks.h"
#include "tests/rules/translationscanner.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace latchkey::rules;

namespace
{

// By language, after the CLDR as Qt Linguist knows it; English has its plural forms only.
const std::map<QString, int> pluralForms{{QStringLiteral("ar"), 6},
                                         {QStringLiteral("de"), 2},
                                         {QStringLiteral("en"), 2},
                                         {QStringLiteral("es"), 2},
                                         {QStringLiteral("pt_BR"), 2}};

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString folder()
{
    return QStringLiteral(LATCHKEY_SOURCE_DIR "/resources/translations");
}

QString nameOf(const QString &language)
{
    return QStringLiteral("/latchkey_%1.ts").arg(language);
}

Catalogue stored(const QString &language)
{
    return readCatalogue(contentOf(folder() + nameOf(language)));
}

Catalogue one(const char *entry)
{
    return readCatalogue(QStringLiteral("<TS language=\"xx\"><context><name>c</name><message>%1"
                                        "</message></context></TS>")
                             .arg(QString::fromUtf8(entry)));
}

} // namespace

class TestTranslationScanner : public QObject
{
    Q_OBJECT

private slots:
    void everyLanguageIsThere()
    {
        QStringList found = QDir(folder()).entryList({QStringLiteral("*.ts")});
        QStringList wanted;
        for (const auto &[language, forms] : pluralForms)
            wanted += nameOf(language).sliced(1);
        found.sort();
        wanted.sort();
        QCOMPARE(found, wanted);
    }

    void everyTextIsTranslated()
    {
        for (const auto &[language, forms] : pluralForms) {
            const Catalogue catalogue = stored(language);
            QCOMPARE(catalogue.language, language);
            QVERIFY(catalogue.entries.size() > 5);
            VERIFY_NONE(badTranslations(catalogue, forms));
        }
    }

    void translatorsKnowWhatPlaceholdersAre()
    {
        VERIFY_NONE(unexplained(stored(QStringLiteral("de"))));
    }

    // As `cmake --build ... --target translations`, but into a copy.
    void theCataloguesAreUpToDate()
    {
        const QTemporaryDir copy;
        for (const auto &[language, forms] : pluralForms)
            QVERIFY(QFile::copy(folder() + nameOf(language), copy.path() + nameOf(language)));
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(QStringLiteral("sh"),
                     {folder() + QStringLiteral("/update.sh"), QStringLiteral(LATCHKEY_LUPDATE),
                      QStringLiteral(LATCHKEY_SOURCE_DIR), copy.path()});
        QVERIFY(update.waitForFinished());
        // It warns where it cannot tell whose text it reads: that text would never be found.
        QCOMPARE(QString::fromUtf8(update.readAll()), QString());
        QCOMPARE(update.exitCode(), 0);
        for (const auto &[language, forms] : pluralForms)
            VERIFY_NONE(outdated(stored(language),
                                 readCatalogue(contentOf(copy.path() + nameOf(language)))));
    }

    void noTextIsGlued() { VERIFY_NONE(gluedTexts(project())); }

    void mnemonicsAreUnique()
    {
        QList<Catalogue> catalogues;
        for (const auto &[language, forms] : pluralForms)
            catalogues += stored(language);
        VERIFY_NONE(mnemonicClashes(project(), catalogues));
    }

    void findsBadTranslations_data()
    {
        QTest::addColumn<Catalogue>("catalogue");
        QTest::addColumn<int>("findings");
        const auto row = [](const char *name, int findings, const char *entry) {
            QTest::newRow(name) << one(entry) << findings;
        };
        row("good", 0, "<source>Go {a}</source><translation>Geh {a}</translation>");
        row("unfinished", 1,
            "<source>Go</source><translation type=\"unfinished\">Geh</translation>");
        row("vanished", 1, "<source>Go</source><translation type=\"vanished\">Geh</translation>");
        row("empty", 1, "<source>Go</source><translation></translation>");
        row("placeholder", 1, "<source>Go {a}</source><translation>Geh {b}</translation>");
        row("mnemonic lost", 1, "<source>&amp;Go</source><translation>Geh</translation>");
        row("mnemonic gained", 1, "<source>Go</source><translation>&amp;Geh</translation>");
        row("no mnemonic", 0, "<source>A &amp;&amp; B</source><translation>B, A</translation>");
        row("ellipsis", 1, "<source>Go...</source><translation>Geh</translation>");
        row("space", 1, "<source>Go</source><translation>Geh </translation>");
        row("plural dodged", 1, "<source>Days</source><translation>Tag(s)</translation>");
        row("forms", 1,
            "<source>Go</source><translation>a</translation><translation>b</translation>");
    }
    void findsBadTranslations()
    {
        QFETCH(Catalogue, catalogue);
        QTEST(int(badTranslations(catalogue, 2).size()), "findings");
    }

    void countsPluralForms()
    {
        const Catalogue counted = readCatalogue(QStringLiteral(
            "<TS language=\"xx\"><context><name>c</name><message numerus=\"yes\"><source>{n} s"
            "</source><translation><numerusform>{n} a</numerusform><numerusform>{n} b"
            "</numerusform></translation></message></context></TS>"));
        VERIFY_NONE(badTranslations(counted, 2));
        QCOMPARE(badTranslations(counted, 6).size(), 1);
        QCOMPARE(unexplained(counted).size(), 1);
    }

    void findsWhatIsUnexplained()
    {
        VERIFY_NONE(unexplained(one("<source>{a}</source><extracomment>{a} is</extracomment>")));
        VERIFY_NONE(unexplained(one("<source>{a}</source><comment>{a} is</comment>")));
        QCOMPARE(unexplained(one("<source>{a}</source><extracomment>a</extracomment>")).size(), 1);
    }

    void findsWhatIsOutdated()
    {
        const Catalogue a = one("<source>a</source>");
        const Catalogue b = one("<source>b</source>");
        VERIFY_NONE(outdated(a, a));
        QCOMPARE(outdated(a, b).size(), 2);
        QCOMPARE(outdated(a, one("<source>a</source><extracomment>n</extracomment>")).size(), 2);
    }

    void findsGlue_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("findings");
        const auto row = [](int findings, const char *code) {
            QTest::newRow(code) << QString::fromUtf8(code) << findings;
        };
        row(1, R"(x = tr("a") + b;)");
        row(1, R"(x = b + tr("a");)");
        row(1, R"(x = b + Foo::tr("a") ;)");
        row(1, R"(x = QCoreApplication::translate("c", "a") + b;)");
        row(1, R"(x = tr("a %1").arg(b);)");
        row(1, "x = tr(\"{n} thing(s)\");");
        row(0, R"(lines += tr("a");)");
        row(0, R"(x = fillIn(tr("a {b}"), {b + c});)");
        row(0, R"(x = ptr(a) + b; // tr("a") + b)");
        row(0, R"(f(tr("a"), b + c);)");
        row(0, R"(x = tr("a") + u'\t' + keys;)"); // a menu's way to show the keys
    }
    void findsGlue()
    {
        QFETCH(QString, code);
        QTEST(int(gluedTexts({{QStringLiteral("ui/a.cpp"), code}}).size()), "findings");
        VERIFY_NONE(gluedTexts({{QStringLiteral("app/demo/a.cpp"), code}}));
    }

    void findsMnemonicClashes()
    {
        const SourceFiles form{{QStringLiteral("ui/a.ui"),
                                QStringLiteral("<ui><class>c</class><string>&amp;Go</string>"
                                               "<string>&amp;Run</string></ui>")}};
        VERIFY_NONE(mnemonicClashes(form, {}));
        VERIFY_NONE(mnemonicClashes(form,
                                    {one("<source>&amp;Go</source><translation>&amp;Geh"
                                         "</translation>")}));
        QCOMPARE(mnemonicClashes(form,
                                 {one("<source>&amp;Go</source><translation>&amp;Rauf"
                                      "</translation>")})
                     .size(),
                 1);
    }
};

LATCHKEY_TEST(TestTranslationScanner, QCoreApplication)
#include "tst_translationscanner.moc"
