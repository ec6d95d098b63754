#pragma once

#include "app/base/clock.h"
#include "app/session/sessionstate.h"

#include <QWidget>

class QLabel;

namespace latchkey
{

class Button;
class FlowLayout;

// The Session panel's tools for QA (screens.md section 4): a row of buttons, in as many lines as
// they need. Takes values, emits intents; whoever owns it shows it in QA mode alone.
class QaTools final : public QWidget
{
    Q_OBJECT
public:
    explicit QaTools(QWidget *parent = nullptr);

    // What is expired by hand can be restored by the same button; what is dead can be neither.
    void setStatus(const SessionStatus &status, WallTime now);
    // The server is a demo server that takes our orders. Else the button says why it is off.
    void setRevocable(bool revocable);
    void retranslate();
    void shape();

signals:
    void expireRequested(latchkey::TokenKind token, bool expired);
    void revokeRequested();

private:
    FlowLayout *m_layout;
    QLabel *m_label;
    Button *m_access;
    Button *m_refresh;
    Button *m_revoke;
    bool m_accessExpired = false; // by hand
    bool m_refreshExpired = false;
    bool m_revocable = false;
};

} // namespace latchkey
