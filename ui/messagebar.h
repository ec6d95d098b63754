#pragma once

#include "ui/glyphs.h"
#include "ui/messages.h"

#include <QFrame>

namespace latchkey
{

class Button;
class FlowLayout;

// The inline message of a page: sign, headline, body, actions, and Details on demand. Hidden while
// there is nothing to say; never times out. Everything in it is plain text.
//
// For screen readers it has the role Notification and the message as its name (accessibility.h).
// Orca reads it when it appears, so that each message is hide, set, show (qt-notes 9.1).
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(const Message &message); // announced
    void updateMessage(const Message &message); // the same message with new numbers: silent
    void clear();
    [[nodiscard]] bool hasMessage() const { return m_hasMessage; }
    [[nodiscard]] const Message &message() const { return m_message; }

    void setActionEnabled(MessageAction action, bool enabled);
    void openDetails(const QString &text);

signals:
    void actionTriggered(MessageId id, MessageAction action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setTexts();
    void buildActions();
    void setDetailsShown(bool shown);
    void copyDetails();
    void applyColours();

    Message m_message;
    bool m_hasMessage = false;
    SeverityGlyph *m_glyph;
    QLabel *m_headline;
    QLabel *m_body;
    QWidget *m_actionRow;
    FlowLayout *m_actionLayout;
    QList<Button *> m_buttons;
    Button *m_detailsToggle;
    QLabel *m_details;
    Button *m_copy;
};

} // namespace latchkey
