#include "app/desktopsettings.h"
#include "tests/e2e/mockportal.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString look = QStringLiteral("org.freedesktop.appearance");
const QString scheme = QStringLiteral("color-scheme");
const QString contrast = QStringLiteral("contrast");
const QString lessMotion = QStringLiteral("reduced-motion");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString animations = QStringLiteral("enable-animations");

} // namespace

// A portal on a private bus says what the person asked of the desktop.
class tst_DesktopSettings : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksOnceAfterStart();
    void schemes_data();
    void schemes();
    void contrasts_data();
    void contrasts();
    void motion_data();
    void motion();
    void follows();
    void oddAnswers();
    void nobodyThere();
    void settlesMotionByTheStyle();

private:
    const PrivateBus m_bus;
};

void tst_DesktopSettings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    qRegisterMetaType<DesktopScheme>();
}

void tst_DesktopSettings::asksOnceAfterStart()
{
    MockPortal portal(m_bus.address());
    DesktopSettings settings(m_bus.address());
    roundTrip(portal.connection());
    QVERIFY(portal.asked.isEmpty());
    settings.start();
    settings.start();
    QVERIFY(portal.asked.isEmpty()); // nothing was waited for
    QTRY_COMPARE(portal.asked.size(), 4);
    roundTrip(portal.connection());
    QCOMPARE(portal.asked.size(), 4);
}

void tst_DesktopSettings::schemes_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<DesktopScheme>("scheme");
    QTest::newRow("none") << QVariant(0U) << DesktopScheme::NoWish;
    QTest::newRow("dark") << QVariant(1U) << DesktopScheme::Dark;
    QTest::newRow("light") << QVariant(2U) << DesktopScheme::Light;
    QTest::newRow("of the future") << QVariant(7U) << DesktopScheme::NoWish;
    QTest::newRow("a text") << QVariant(QStringLiteral("dark")) << DesktopScheme::NoWish;
}

void tst_DesktopSettings::schemes()
{
    QFETCH(QVariant, value);
    MockPortal portal(m_bus.address());
    portal.settings.insert(look + u' ' + scheme, value);
    DesktopSettings settings(m_bus.address());
    QSignalSpy told(&settings, &DesktopSettings::schemeChanged);
    settings.start();
    QTRY_COMPARE(told.size(), 1);
    QTEST(told.constFirst().constFirst().value<DesktopScheme>(), "scheme");
}

void tst_DesktopSettings::contrasts_data()
{
    QTest::addColumn<uint>("value");
    QTest::addColumn<bool>("high");
    QTest::newRow("usual") << 0U << false;
    QTest::newRow("high") << 1U << true;
    QTest::newRow("of the future") << 2U << false;
}

void tst_DesktopSettings::contrasts()
{
    QFETCH(uint, value);
    MockPortal portal(m_bus.address());
    portal.settings.insert(look + u' ' + contrast, value);
    DesktopSettings settings(m_bus.address());
    QSignalSpy told(&settings, &DesktopSettings::contrastChanged);
    settings.start();
    QTRY_COMPARE(told.size(), 1);
    QTEST(told.constFirst().constFirst().toBool(), "high");
}

void tst_DesktopSettings::motion_data()
{
    QTest::addColumn<QVariant>("gnomes");
    QTest::addColumn<QVariant>("everybodys");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("GNOME: on") << QVariant(true) << QVariant() << true;
    QTest::newRow("GNOME: off") << QVariant(false) << QVariant() << false;
    QTest::newRow("new portal: usual") << QVariant() << QVariant(0U) << true;
    QTest::newRow("new portal: less") << QVariant() << QVariant(1U) << false;
    QTest::newRow("one of two asks for less") << QVariant(true) << QVariant(1U) << false;
    QTest::newRow("the other does") << QVariant(false) << QVariant(0U) << false;
}

void tst_DesktopSettings::motion()
{
    QFETCH(QVariant, gnomes);
    QFETCH(QVariant, everybodys);
    QFETCH(bool, wanted);
    MockPortal portal(m_bus.address());
    if (gnomes.isValid())
        portal.settings.insert(gnome + u' ' + animations, gnomes);
    if (everybodys.isValid())
        portal.settings.insert(look + u' ' + lessMotion, everybodys);
    DesktopSettings settings(m_bus.address());
    QSignalSpy told(&settings, &DesktopSettings::motionChanged);
    settings.start();
    QTRY_VERIFY(!told.isEmpty() && told.constLast().constFirst().toBool() == wanted);
}

void tst_DesktopSettings::follows()
{
    MockPortal portal(m_bus.address());
    DesktopSettings settings(m_bus.address());
    QSignalSpy schemes(&settings, &DesktopSettings::schemeChanged);
    QSignalSpy contrasts(&settings, &DesktopSettings::contrastChanged);
    QSignalSpy motions(&settings, &DesktopSettings::motionChanged);
    settings.start();
    QTRY_COMPARE(portal.asked.size(), 4);
    portal.change(look, scheme, 1U);
    portal.change(look, scheme, 1U); // no news
    portal.change(look, contrast, 1U);
    portal.change(gnome, animations, false);
    portal.change(gnome, QStringLiteral("font-name"), QStringLiteral("Cantarell 11"));
    portal.change(QStringLiteral("org.example"), scheme, 2U);
    portal.change(look, scheme, 2U);
    portal.change(gnome, animations, true);
    QTRY_COMPARE(motions.size(), 2);
    QCOMPARE(motions.constFirst().constFirst().toBool(), false);
    QCOMPARE(motions.constLast().constFirst().toBool(), true);
    QCOMPARE(schemes.size(), 2);
    QCOMPARE(schemes.constLast().constFirst().value<DesktopScheme>(), DesktopScheme::Light);
    QCOMPARE(contrasts.size(), 1);
}

void tst_DesktopSettings::oddAnswers()
{
    MockPortal portal(m_bus.address());
    portal.settings.insert(gnome + u' ' + animations, QStringLiteral("false")); // not as agreed
    portal.settings.insert(look + u' ' + lessMotion, QStringList{QStringLiteral("1")});
    DesktopSettings settings(m_bus.address());
    QSignalSpy told(&settings, &DesktopSettings::motionChanged);
    settings.start();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().constFirst().toBool(), true);
}

void tst_DesktopSettings::nobodyThere()
{
    DesktopSettings settings(m_bus.address()); // a bus without a portal
    DesktopSettings nowhere(QStringLiteral("unix:path=/nonexistent/bus"));
    QSignalSpy told(&settings, &DesktopSettings::schemeChanged);
    settings.start();
    nowhere.start();
    MockPortal portal(m_bus.address()); // one that comes later is heard all the same
    roundTrip(portal.connection());
    portal.change(look, scheme, 1U);
    QTRY_COMPARE(told.size(), 1);
}

void tst_DesktopSettings::settlesMotionByTheStyle()
{
    QApplication::setEffectEnabled(Qt::UI_General, false);
    DesktopSettings::settleMotion();
    QVERIFY(QApplication::isEffectEnabled(Qt::UI_General)); // Fusion moves
}

LATCHKEY_TEST(tst_DesktopSettings, QApplication)
#include "tst_desktopsettings.moc"
