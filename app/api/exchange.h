#pragma once

#include "app/api/httpedge.h"

#include <QList>
#include <QPointer>
#include <QSslError>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace latchkey
{

// One request and its one answer; a part of QnamEdge. Deletes itself after answering, or when
// `context` goes, or with its parent; the answer comes from the event loop, never from inside a
// call. Why an exchange was aborted is remembered here: Qt reports its own time-out, our abort()
// and a cancel all alike (qt-notes 2.1).
class Exchange final : public QObject
{
    Q_OBJECT
public:
    Exchange(QObject *context, HttpEdge::Callback callback, QObject *parent);
    ~Exchange() override;

    // Call one of these, once. `clock` must outlive the exchange.
    void start(QNetworkAccessManager &network, Clock &clock, const HttpRequest &request);
    void fail(TransportFailure failure, const QString &detail);

private:
    void cancel();
    void headersCame();
    void bytesCame();
    void tlsFailed(const QList<QSslError> &errors);
    void replyFinished();
    [[nodiscard]] QString describeError(int status) const;
    void answerLater(HttpReply reply);
    void answer();
    void dropReply();

    HttpEdge::Callback m_callback;
    QPointer<QNetworkReply> m_reply; // owned by the manager until dropReply()
    std::unique_ptr<Timer> m_deadline;
    qint64 m_byteCap = 0;
    QByteArray m_body;
    std::optional<TlsFault> m_tls;
    HttpReply m_answer;
    bool m_done = false; // the answer is fixed; nothing after it counts
};

} // namespace latchkey
