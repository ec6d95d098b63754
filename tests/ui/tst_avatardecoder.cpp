#include "tests/support/testprogram.h"
#include "ui/avatardecoder.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>
#include <QtEndian>

using namespace latchkey;

namespace
{

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

// Just the header, with a size of its own: what a bomb looks like before it goes off.
QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray bytes = encoded({8, 8}, "PNG");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    quint32 crc = 0xFFFFFFFFU;
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(bytes.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    qToBigEndian(~crc, bytes.data() + 29);
    return bytes;
}

QByteArray gif(quint16 width, quint16 height)
{
    // One red pixel, repeated by nobody: logical screen and frame claim the size.
    QByteArray bytes("GIF89a");
    const auto le16 = [&](quint16 v) { bytes += char(v & 0xFF), bytes += char(v >> 8); };
    le16(width), le16(height);
    bytes += QByteArray::fromHex("800000ff0000000000"); // flags, two colours
    bytes += ',';
    le16(0), le16(0), le16(width), le16(height);
    bytes += QByteArray::fromHex("0002024401003b");
    return bytes;
}

} // namespace

class TestAvatarDecoder : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << encoded({40, 30}, "PNG");
        QTest::newRow("jpeg") << encoded({40, 30}, "JPEG");
        QTest::newRow("gif") << gif(1, 1);
        QTest::newRow("largest side") << encoded({4096, 16}, "PNG");
    }
    void accepts()
    {
        QFETCH(QByteArray, bytes);
        const QImage image = decodeAvatar(bytes);
        QVERIFY(!image.isNull());
        QVERIFY(std::min(image.width(), image.height()) == avatarSide);
        QVERIFY(image.pixelColor(image.width() / 2, image.height() / 2).red() > 250);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray svg("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                             "<rect width='9' height='9' fill='red'/></svg>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("svg") << svg;
        QTest::newRow("svg with declaration") << "<?xml version='1.0'?>" + svg;
        QTest::newRow("svg behind a png's first bytes") << "\x89PNG\r\n\x1A\n" + svg;
        QTest::newRow("bmp") << encoded({8, 8}, "BMP");
        QTest::newRow("ppm") << encoded({8, 8}, "PPM");
        QTest::newRow("xpm") << encoded({8, 8}, "XPM");
        QTest::newRow("html") << QByteArray("<html>GIF89a</html>");
        QTest::newRow("one pixel too wide") << encoded({4097, 1}, "PNG");
        QTest::newRow("one pixel too high") << encoded({1, 4097}, "JPEG");
        QTest::newRow("over the memory cap") << encoded({4096, 2049}, "PNG");
        QTest::newRow("claims 2 GB") << pngClaiming(30000, 30000);
        QTest::newRow("claims 4096 x 4096") << pngClaiming(4096, 4096);
        QTest::newRow("claims nothing") << pngClaiming(0, 8);
        QTest::newRow("gif claiming 65535") << gif(65535, 65535);
        QTest::newRow("png cut") << encoded({64, 64}, "PNG").left(60);
        QTest::newRow("only magic") << QByteArray("\xFF\xD8\xFF");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(decodeAvatar(bytes).isNull());
    }

    void aHugeFrameCostsNothing()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(decodeAvatar(pngClaiming(4096, 4096)).isNull());
        QVERIFY(timer.elapsed() < 200);
    }

    void answersLaterAndOnce()
    {
        QObject context;
        int answers = 0;
        QImage got;
        decodeAvatar(encoded({40, 30}, "PNG"), &context, [&](const QImage &image) {
            ++answers;
            got = image;
        });
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 1);
        QVERIFY(!got.isNull());

        decodeAvatar("no picture", &context, [&](const QImage &image) {
            ++answers;
            got = image;
        });
        QTRY_COMPARE(answers, 2);
        QVERIFY(got.isNull());
    }

    void isSilentWithoutItsContext()
    {
        auto context = std::make_unique<QObject>();
        bool answered = false;
        decodeAvatar(encoded({40, 30}, "PNG"), context.get(),
                     [&](const QImage &) { answered = true; });
        context.reset();
        // A second one behind it in the queue proves that the first had its turn.
        QObject other;
        bool second = false;
        decodeAvatar(encoded({400, 300}, "PNG"), &other, [&](const QImage &) { second = true; });
        QTRY_VERIFY(second);
        QVERIFY(!answered);
    }
};

LATCHKEY_TEST(TestAvatarDecoder, QApplication)
#include "tst_avatardecoder.moc"
