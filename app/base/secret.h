#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace latchkey
{

// A password or a token. It has no operator==, no stream operator and no QVariant conversion, so it
// cannot be logged, compared in variable time or stored by accident (security.md M6).
// Copies share one buffer; the buffer is overwritten when the last copy goes.
// Thread-safe to copy and destroy; the bytes never change after construction.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    explicit Secret(QStringView text); // kept as UTF-8

    bool operator==(const Secret &) const = delete;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] qsizetype size() const;

    // The bytes themselves, valid while any copy of this Secret lives. Copy them only into a
    // request to the API's own origin or into the keychain, and wipe() what you copied.
    [[nodiscard]] QByteArrayView reveal() const;

    // Same bytes? Takes the same time wherever the first difference is.
    [[nodiscard]] bool sameAs(const Secret &other) const;

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

// Overwrites a buffer that held a secret, then empties it. Detaches first if it is shared.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace latchkey
