#pragma once

#include "app/base/secret.h"

#include <QIODevice>

namespace latchkey
{

// A request body that can be read once, and may be empty. QNetworkAccessManager sends a request
// again by itself, up to four times (qt-notes 12), when the server drops the connection before its
// first header byte: a rotated refresh token would count as stolen, and a login as three tries
// (qt-notes 2.3). It cannot do that with a sequential device that refuses reset(). Lets go of its
// secret when the last byte has been read.
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(const Secret &body, QObject *parent = nullptr); // opened for reading

    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Secret m_body;
    qsizetype m_read = 0;
};

} // namespace latchkey
