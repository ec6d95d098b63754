#include "app/api/oneshotbody.h"

#include <algorithm>

namespace latchkey
{

OneShotBody::OneShotBody(const Secret &body, QObject *parent)
    : QIODevice(parent)
    , m_body(body)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered); // no second copy in QIODevice's own buffer
}

bool OneShotBody::atEnd() const
{
    return m_read >= m_body.size();
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const QByteArrayView rest = m_body.reveal().sliced(m_read);
    const qsizetype count = std::min<qsizetype>(rest.size(), maxSize);
    std::copy_n(rest.begin(), count, data);
    m_read += count;
    if (m_read == m_body.size()) {
        m_body = Secret();
        m_read = 0;
    }
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace latchkey
