#include "app/base/secret.h"
#include "tests/support/testprogram.h"

#include <QDataStream>
#include <QDebug>
#include <QTest>
#include <QVariant>

#include <ostream>
#include <type_traits>

using namespace latchkey;

namespace
{

// What must not compile (security.md M6): logged, compared in variable time, kept in a QVariant, or
// turned into text without saying so.
template <typename T>
concept Streamed = requires(QDebug debug, T value)
{
    debug << value;
};
template <typename T>
concept StreamedOut = requires(std::ostream &stream, T value)
{
    stream << value;
};
template <typename T>
concept Serialised = requires(QDataStream &stream, T value)
{
    stream << value;
};
template <typename T>
concept Compared = requires(T a, T b)
{
    a == b;
};
template <typename T>
concept ComparedUnequal = requires(T a, T b)
{
    a != b;
};
template <typename T>
concept Ordered = requires(T a, T b)
{
    a < b;
};
template <typename T>
concept Hashed = requires(T value)
{
    qHash(value);
};

static_assert(
    Streamed<
        QByteArray> && Serialised<QByteArray> && Compared<QByteArray> && ComparedUnequal<QByteArray> && Ordered<QByteArray> && Hashed<QByteArray> && StreamedOut<const char *>); // the concepts themselves tell yes from no
static_assert(!Streamed<Secret>);
static_assert(!StreamedOut<Secret>);
static_assert(!Serialised<Secret>);
static_assert(!Compared<Secret>);
static_assert(!ComparedUnequal<Secret>);
static_assert(!Ordered<Secret>);
static_assert(!Hashed<Secret>);
static_assert(!std::is_convertible_v<Secret, QVariant>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QByteArrayView>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);
static_assert(!std::is_convertible_v<QString, Secret>);

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT
private slots:
    void keepsBytes();
    void keepsTextAsUtf8();
    void emptyIsEmpty();
    void copiesShareOneBuffer();
    void viewLivesAsLongAsAnyCopy();
    void sameAs_data();
    void sameAs();
    void wipeEmpties();
    void wipeLeavesOtherCopiesAlone();
    void cannotHideInAVariant();
};

void TestSecret::keepsBytes()
{
    const QByteArray bytes("a\0b\xff", 4);
    const Secret secret{QByteArrayView(bytes)};
    QVERIFY(!secret.isEmpty());
    QCOMPARE(secret.size(), 4);
    QCOMPARE(secret.reveal().toByteArray(), bytes);
}

void TestSecret::keepsTextAsUtf8()
{
    const Secret secret(QString::fromUtf8("p\xc3\xa4ss\xf0\x9f\x94\x91"));
    QCOMPARE(secret.reveal().toByteArray(), "p\xc3\xa4ss\xf0\x9f\x94\x91");
}

void TestSecret::emptyIsEmpty()
{
    for (const Secret &secret : {Secret(), Secret(QByteArrayView("")), Secret(QStringView())}) {
        QVERIFY(secret.isEmpty());
        QCOMPARE(secret.size(), 0);
        QVERIFY(secret.reveal().isEmpty());
    }
}

void TestSecret::copiesShareOneBuffer()
{
    const Secret first(QByteArrayView("needle"));
    const Secret second = first;
    QCOMPARE(static_cast<const void *>(second.reveal().data()),
             static_cast<const void *>(first.reveal().data()));
}

void TestSecret::viewLivesAsLongAsAnyCopy()
{
    Secret first(QByteArrayView("needle"));
    const Secret second = first;
    const QByteArrayView view = first.reveal();
    first = Secret();
    QCOMPARE(view.toByteArray(), "needle");
    QVERIFY(first.isEmpty());
}

void TestSecret::sameAs_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("first differs") << QByteArray("xbc") << QByteArray("abc") << false;
    QTest::newRow("last differs") << QByteArray("abx") << QByteArray("abc") << false;
    QTest::newRow("prefix") << QByteArray("ab") << QByteArray("abc") << false;
    QTest::newRow("both empty") << QByteArray() << QByteArray() << true;
    QTest::newRow("one empty") << QByteArray() << QByteArray("a") << false;
    QTest::newRow("high bit") << QByteArray("\x7f") << QByteArray("\xff") << false;
    QTest::newRow("after NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
}

void TestSecret::sameAs()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, same);
    const Secret first{QByteArrayView(a)};
    const Secret second{QByteArrayView(b)};
    QCOMPARE(first.sameAs(second), same);
    QCOMPARE(second.sameAs(first), same);
}

void TestSecret::wipeEmpties()
{
    QByteArray bytes("needle");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QString text(QStringLiteral("needle"));
    wipe(text);
    QVERIFY(text.isEmpty());
    QByteArray none;
    wipe(none);
    QVERIFY(none.isEmpty());
}

void TestSecret::wipeLeavesOtherCopiesAlone()
{
    QByteArray bytes("needle");
    const QByteArray shared = bytes;
    wipe(bytes);
    QCOMPARE(shared, "needle");
    QString text(QStringLiteral("needle"));
    const QString sharedText = text;
    wipe(text);
    QCOMPARE(sharedText, QStringLiteral("needle"));
}

// fromValue() compiles for every type that can be copied; but nothing comes out of it as text.
void TestSecret::cannotHideInAVariant()
{
    const QVariant variant = QVariant::fromValue(Secret(QByteArrayView("needle")));
    QVERIFY(!variant.canConvert<QString>());
    QVERIFY(variant.toString().isEmpty());
    QString logged;
    QDebug(&logged) << variant;
    QVERIFY(!logged.contains(u"needle"));
}

LATCHKEY_TEST(TestSecret, QCoreApplication)
#include "tst_secret.moc"
