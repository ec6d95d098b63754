#pragma once

#include <QString>

namespace latchkey::test
{

// Whatever was logged while it lived; one at a time.
class LogCatcher
{
public:
    LogCatcher()
    {
        s_text = &m_text;
        m_before = qInstallMessageHandler(&note);
    }
    ~LogCatcher()
    {
        qInstallMessageHandler(m_before);
        s_text = nullptr;
    }
    LogCatcher(const LogCatcher &) = delete;
    LogCatcher &operator=(const LogCatcher &) = delete;
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    static void note(QtMsgType, const QMessageLogContext &, const QString &message)
    {
        *s_text += message + u'\n';
    }
    static inline QString *s_text = nullptr;
    QString m_text;
    QtMessageHandler m_before = nullptr;
};

} // namespace latchkey::test
