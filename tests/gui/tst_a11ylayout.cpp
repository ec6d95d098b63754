#include "tests/gui/a11ysupport.h"
#include "tests/gui/looks.h"
#include "tests/gui/pixels.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/button.h"
#include "ui/displaytext.h"
#include "ui/glyphs.h"
#include "ui/messagebar.h"
#include "ui/whycard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>

using namespace latchkey;
using namespace latchkey::test;

// Large text, small windows, mirrored screens, less motion: checks 14, 15, 21 and 23 of screens.md
// section 9. Run once for each QT_SCALE_FACTOR (CMakeLists.txt).

namespace
{

constexpr QSize commonScreen{1280, 800};
constexpr QSize smallScreen{640, 480};

bool isShownPart(const QWidget *widget)
{
    return widget->isVisible() && !widget->visibleRegion().isEmpty()
        && (qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget));
}

// Where it is in the window, without what is scrolled away.
QRect seen(const QWidget *part, const QWidget *top)
{
    const QRect whole(part->mapTo(top, QPoint()), part->size());
    QRect clip = whole;
    for (const QWidget *p = part->parentWidget(); p && p != top; p = p->parentWidget())
        clip &= QRect(p->mapTo(top, QPoint()), p->size());
    return clip;
}

// Texts and controls that lie on each other, as far as both can be seen.
QStringList overlaps(QWidget *top)
{
    QList<QWidget *> parts;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (isShownPart(widget) && widget->window() == top)
            parts += widget;
    }
    QStringList faults;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (qsizetype j = i + 1; j < parts.size(); ++j) {
            const QRect a = seen(parts[i], top);
            const QRect b = seen(parts[j], top);
            if (a.intersects(b) && !isToggleInField(parts[i], parts[j])
                && !isToggleInField(parts[j], parts[i]) && !parts[i]->isAncestorOf(parts[j])
                && !parts[j]->isAncestorOf(parts[i]))
                faults += label(parts[i]) + QStringLiteral(" and ") + label(parts[j]);
        }
    }
    return faults;
}

QStringList fitFaults(const Staged &staged)
{
    if (openDialog(staged.run) && !staged.top()->findChild<QScrollArea *>())
        return cutOff(staged.top()) + overlaps(staged.top());
    QWidget *scrolled = openDialog(staged.run) ? staged.top() : staged.run.page();
    return layoutFaults(scrolled) + overlaps(staged.top());
}

using Places = QMap<QString, QRect>;

// Every shown part by its path, in the window's coordinates.
Places placesOf(QWidget *top)
{
    Places places;
    int number = 0;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        ++number;
        if (isShownPart(widget) && widget->window() == top)
            places.insert(QStringLiteral("%1 %2").arg(number).arg(widget->objectName()),
                          QRect(widget->mapTo(top, QPoint()), widget->size()));
    }
    return places;
}

// The drawn letters alone, whatever side of the field they stand at.
QImage lettersOf(QWidget *widget)
{
    const int frame = qobject_cast<QLineEdit *>(widget) ? 6 : 0;
    QImage picture = pictureOf(widget, widget->rect().adjusted(frame, frame, -frame, -frame));
    const auto colours = inkAndGround(picture);
    if (!colours)
        return {};
    QRect bounds;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (QColor(picture.pixel(x, y)) != colours->ground)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return picture.copy(bounds);
}

// Parts of two pictures of letters that differ, from 0 to 1: halves of a pixel shift with the side.
double difference(const QImage &a, const QImage &b)
{
    const QImage scaled = b.scaled(a.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(scaled.pixel(x, y)));
    }
    return double(sum) / (255.0 * a.width() * a.height());
}

} // namespace

class TestA11yLayout : public QObject
{
    Q_OBJECT

private slots:
    void theOverlapCheckCatches()
    {
        QWidget bad;
        bad.resize(200, 100);
        auto *one = new QLabel(QStringLiteral("One"), &bad);
        auto *two = new QLabel(QStringLiteral("Two"), &bad);
        one->setGeometry(10, 10, 60, 20);
        two->setGeometry(60, 20, 60, 20);
        bad.show();
        QCOMPARE(overlaps(&bad), QStringList(QStringLiteral("One and Two")));
        two->move(10, 30);
        QCOMPARE(overlaps(&bad), QStringList());
    }

    void fits_data()
    {
        // Sizes are in the program's own pixels: a factor changes no more than their rounding.
        const bool scaled = !qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR");
        QList<Look> looks{{.name = QStringLiteral("100"), .size = commonScreen},
                          {.name = QStringLiteral("200"), .text = 2.0, .size = commonScreen}};
        if (!scaled)
            looks += {.name = QStringLiteral("small"), .size = smallScreen};
        addScreenRows(scaled ? screensOfEachKind() : allScreens(), looks);
    }
    void fits()
    {
        QFETCH(Screen, screen);
        QFETCH(Look, look);
        const Dress dress(look);
        const Staged staged(screen, look.size);
        QVERIFY(staged.run.window.width() <= look.size.width()); // no minimum that is larger
        QVERIFY(staged.run.window.height() <= look.size.height());
        QVERIFY(staged.top()->width() <= commonScreen.width());
        QVERIFY(staged.top()->height() <= commonScreen.height());
        QCOMPARE(fitFaults(staged).join(u'\n'), QString());
    }

    void mirrors_data()
    {
        const bool once = !qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"); // it is enough there
        addScreenRows(once ? QList{screenNamed(QStringLiteral("sign-in"))} : allScreens());
    }
    void mirrors()
    {
        QFETCH(Screen, screen);
        constexpr int slack = 2; // an odd pixel goes to one side
        Places usual;
        int width = 0;
        {
            const Dress usually(plainLook());
            const Staged staged(screen);
            usual = placesOf(staged.top());
            width = staged.top()->width();
        }
        const Dress dress({.name = QStringLiteral("mirrored"), .mirrored = true});
        const Staged staged(screen);
        const Places mirrored = placesOf(staged.top());
        QCOMPARE(mirrored.keys(), usual.keys());
        QStringList faults;
        for (auto it = usual.cbegin(); it != usual.cend(); ++it) {
            const QRect now = mirrored.value(it.key());
            const int left = width - it.value().left() - it.value().width();
            if (std::abs(now.left() - left) > slack || std::abs(now.width() - it->width()) > slack
                || std::abs(now.top() - it->top()) > slack)
                faults += QStringLiteral("%1 is at %2, not at %3")
                              .arg(it.key())
                              .arg(now.left())
                              .arg(left);
        }
        QCOMPARE(faults.join(u'\n'), QString());
    }

    // The direction comes with a language that is chosen while the program runs.
    void mirrorsWhileShown_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char *name : {"sign-in", "V1", "E1", "profile", "settings"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void mirrorsWhileShown()
    {
        QFETCH(QString, screen);
        const Look look{.name = QStringLiteral("mirrored"), .mirrored = true};
        const auto settled = [](const Staged &staged) {
            for (int round = 0; round < 3; ++round)
                QCoreApplication::processEvents();
            return placesOf(staged.top());
        };
        Places fresh;
        {
            const Dress dress(look);
            fresh = settled(Staged(screenNamed(screen)));
        }
        const Dress usual(plainLook());
        const Staged staged(screenNamed(screen));
        const Dress dress(look);
        QCOMPARE(settled(staged), fresh);
    }

    // No frame in between with the rows pulled apart.
    void foldsAtOnce_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QByteArray>("fold");
        QTest::newRow("panel") << QStringLiteral("profile") << QByteArray("sessionButton");
        QTest::newRow("table") << QStringLiteral("profile") << QByteArray("tableButton");
        QTest::newRow("why") << QStringLiteral("X6-why") << QByteArray("whyButton");
        QTest::newRow("details") << QStringLiteral("E1") << QByteArray("detailsButton");
    }
    void foldsAtOnce()
    {
        QFETCH(QString, screen);
        QFETCH(QByteArray, fold);
        const Staged staged(screenNamed(screen));
        for (int times = 0; times < 2; ++times) { // closed, and open again
            click(staged.run, fold.constData());
            QCoreApplication::sendPostedEvents();
            const Places first = placesOf(staged.top());
            for (int round = 0; round < 3; ++round)
                QCoreApplication::processEvents();
            QCOMPARE(placesOf(staged.top()), first);
        }
    }

    // A line under one letter would tear the joined letters of a word apart.
    void joinedLettersStayJoined_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char *name : {"sign-in", "server", "settings", "profile"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void joinedLettersStayJoined()
    {
        QFETCH(QString, screen);
        const auto marked = [&](const Look &look) {
            const Dress dress(look);
            const Staged staged(screenNamed(screen));
            QStringList marks;
            for (QWidget *part : staged.top()->findChildren<QWidget *>()) {
                const QString text = part->property("text").toString();
                const QKeySequence key = QKeySequence::mnemonic(text);
                if (!part->isVisible() || key.isEmpty())
                    continue;
                const QImage before = part->grab().toImage();
                part->setProperty("text", QString(text).remove(u'&'));
                if (part->grab().toImage() != before)
                    marks += label(part);
            }
            return marks;
        };
        QVERIFY(!marked(plainLook()).isEmpty()); // the underline is there to be seen
        QCOMPARE(marked({.name = QStringLiteral("ar"), .language = QStringLiteral("ar")}),
                 QStringList());
    }

    // And the letter works as before.
    void theLetterStillWorks()
    {
        const Dress dress({.name = QStringLiteral("mirrored"), .mirrored = true});
        const Staged staged(screenNamed(QStringLiteral("sign-in-filled")));
        part(staged.run, "emailEdit")->setFocus();
        QTest::keyClick(staged.top(), Qt::Key_P, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), part(staged.run, "passwordEdit"));
    }

    // Its fingerprint, and what is copied of it is the certificate as it came.
    void aCertificateDoesNotMirror()
    {
        const Look arabic{.name = QStringLiteral("ar"), .language = QStringLiteral("ar")};
        const Dress dress(arabic);
        const Staged staged(screenNamed(QStringLiteral("E14-certificate")));
        const QString seen = visibleTexts(staged.run.page()).join(u'|');
        QVERIFY2(seen.contains(QChar(0x2068) + QStringLiteral("A1 B2")), qPrintable(seen));
        QVERIFY2(!seen.contains(QStringLiteral("BEGIN")), qPrintable(seen));
        auto *bar = staged.run.page()->findChild<MessageBar *>();
        QTest::mouseClick(bar->findChild<WhyCard *>()->copyButton(), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        const QString pem = copied.sliced(copied.indexOf(u"-----BEGIN"));
        QVERIFY(!pem.contains(QChar(0x2068)) && !pem.contains(QChar(0x2069)));
    }

    // Addresses, codes and numbers read from left to right in every language.
    void addressesDoNotMirror_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("server") << QStringLiteral("demo") << QByteArray("hostLabel");
        QTest::newRow("e-mail field")
            << QStringLiteral("sign-in-filled") << QByteArray("emailEdit");
        QTest::newRow("e-mail") << QStringLiteral("profile") << QByteArray("emailLabel");
        QTest::newRow("user ID") << QStringLiteral("profile") << QByteArray("userIdLabel");
        QTest::newRow("address field") << QStringLiteral("server") << QByteArray("addressEdit");
    }
    void addressesDoNotMirror()
    {
        QFETCH(QString, screen);
        QFETCH(QByteArray, part);
        const auto shot = [&] {
            const Staged staged(screenNamed(screen));
            QWidget *widget = test::part(staged.run, part.constData());
            widget->clearFocus(); // no cursor among the letters
            return lettersOf(widget);
        };
        const QImage usual = shot();
        const Dress dress({.name = QStringLiteral("mirrored"), .mirrored = true});
        const QImage now = shot();
        QVERIFY(!usual.isNull() && !now.isNull());
        QVERIFY(std::abs(usual.width() - now.width()) <= magnification);
        const double same = difference(usual, now);
        QVERIFY2(same < 0.05, qPrintable(QString::number(same)));
        QVERIFY(difference(usual, now.mirrored(true, false)) > 2 * same); // the measure tells
    }

    void motionStopsWhereItIsNotWanted_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::newRow("signing in") << QStringLiteral("S1-1s");
        QTest::newRow("restoring") << QStringLiteral("restoring");
        QTest::newRow("demo") << QStringLiteral("demo-starting");
    }
    void motionStopsWhereItIsNotWanted()
    {
        QFETCH(QString, screen);
        for (const bool wanted : {true, false}) {
            QApplication::setEffectEnabled(Qt::UI_General, wanted);
            const Staged staged(screenNamed(screen));
            auto *spinner = staged.run.page()->findChild<Spinner *>();
            QVERIFY(spinner->isVisible());
            staged.top()->repaint(); // pass() may leave an update that was asked for in vain
            QCoreApplication::processEvents();
            Frames frames;
            spinner->installEventFilter(&frames);
            const bool moved = QTest::qWaitFor([&] { return frames.count > 1; }, 400);
            QApplication::setEffectEnabled(Qt::UI_General, true);
            QCOMPARE(moved, wanted);
        }
    }

private:
    struct Frames final : QObject {
        int count = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::Paint;
            return false;
        }
    };
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestA11yLayout, QApplication)
#include "tst_a11ylayout.moc"
