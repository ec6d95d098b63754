#include "ui/avatardecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace latchkey
{

namespace
{

// Told by the first bytes, never by a name, a header or a plugin's guess.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return QByteArrayLiteral("jpeg");
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return QByteArrayLiteral("png");
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return QByteArrayLiteral("gif");
    return {};
}

qint64 memoryNeeded(const QSize &size, QImage::Format format)
{
    constexpr int widestPixel = 64; // bits; what a reader that does not tell may need
    const int bits = format == QImage::Format_Invalid
        ? widestPixel
        : std::max(32, int(QImage::toPixelFormat(format).bitsPerPixel()));
    return qint64(size.width()) * size.height() * bits / 8;
}

// One answer, to whoever of the worker and the deadline comes first.
struct Answer {
    QPointer<QObject> context;
    std::function<void(QImage)> callback;

    void give(const QImage &image)
    {
        const auto call = std::exchange(callback, nullptr);
        if (call && context)
            call(image);
    }
};

} // namespace

QImage decodeAvatar(const QByteArray &bytes)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return {};
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size(); // from the header: nothing is decoded yet
    if (size.isEmpty() || size.width() > maxAvatarSide || size.height() > maxAvatarSide
        || memoryNeeded(size, reader.imageFormat()) > maxAvatarMemory)
        return {};
    reader.setAutoTransform(true);
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return {};
    return image
        .scaled(avatarSide, avatarSide, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

void decodeAvatar(const QByteArray &bytes, QObject *context, std::function<void(QImage)> callback)
{
    const auto answer = std::make_shared<Answer>(Answer{context, std::move(callback)});
    // The worker answers through an object of this thread that outlives the context; whichever
    // thread lets go of it last, it is deleted on this one.
    const std::shared_ptr<QObject> relay(new QObject, [](QObject *last) { last->deleteLater(); });
    QTimer::singleShot(avatarDeadline, context, [answer] { answer->give({}); });
    QThreadPool::globalInstance()->start([bytes, answer, relay] {
        const QImage image = decodeAvatar(bytes);
        const auto deliver = [answer, image] { answer->give(image); };
        QMetaObject::invokeMethod(relay.get(), deliver, Qt::QueuedConnection);
    });
}

} // namespace latchkey
