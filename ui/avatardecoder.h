#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>

#include <chrono>
#include <functional>

namespace latchkey
{

// Caps for a picture from an untrusted host (security.md G2, G3).
inline constexpr int maxAvatarSide = 4096; // pixels
inline constexpr qint64 maxAvatarMemory = 32 * 1024 * 1024; // bytes, decoded
inline constexpr int avatarSide = 256; // what is kept: enough for 72 px at scale 3
inline constexpr std::chrono::seconds avatarDeadline{2};

// Null if the bytes are no picture we accept: JPEG, PNG or GIF by their first bytes, nothing else
// (no plugin but these three is ever asked, SVG least of all), within the caps, the first frame
// only. Pure, for any thread.
[[nodiscard]] QImage decodeAvatar(const QByteArray &bytes);

// The same on a worker thread: answers exactly once to `context`, never from inside the call,
// with a null image after avatarDeadline; silent once `context` is gone. GUI thread only.
void decodeAvatar(const QByteArray &bytes, QObject *context, std::function<void(QImage)> callback);

} // namespace latchkey
