#include "app/base/secret.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace latchkey
{

namespace
{

// A volatile pointer keeps the compiler from dropping writes to memory that is about to be freed.
void overwrite(void *data, std::size_t size)
{
    auto *byte = static_cast<volatile unsigned char *>(data);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

} // namespace

struct Secret::Buffer {
    explicit Buffer(QByteArrayView view)
        : bytes(view.begin(), view.end())
    {
    }
    ~Buffer() { overwrite(bytes.data(), bytes.size()); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    std::vector<char> bytes;
};

Secret::Secret(QByteArrayView bytes)
    : m_buffer(bytes.isEmpty() ? nullptr : std::make_shared<const Buffer>(bytes))
{
}

Secret::Secret(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    if (!utf8.isEmpty())
        m_buffer = std::make_shared<const Buffer>(utf8);
    wipe(utf8);
}

bool Secret::isEmpty() const
{
    return m_buffer == nullptr;
}

qsizetype Secret::size() const
{
    return m_buffer ? static_cast<qsizetype>(m_buffer->bytes.size()) : 0;
}

QByteArrayView Secret::reveal() const
{
    return m_buffer ? QByteArrayView(m_buffer->bytes.data(), size()) : QByteArrayView();
}

bool Secret::sameAs(const Secret &other) const
{
    const auto a = reveal();
    const auto b = other.reveal();
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty())
        overwrite(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace latchkey
