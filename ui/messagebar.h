#pragma once

#include "ui/glyphs.h"
#include "ui/messages.h"

#include <QFrame>
#include <QVBoxLayout>

namespace latchkey
{

class Button;
class FlowLayout;
class Card;
class WhyCard;
struct WhyWords;

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
    void showMessage(const MessageMaker &make); // made again, in silence, when the language changes
    void updateMessage(const Message &message); // the same message with new numbers: silent
    void updateMessage(const MessageMaker &make);
    void sayAgain(); // announced as if it were new
    void clear();
    [[nodiscard]] bool hasMessage() const { return m_hasMessage; }
    [[nodiscard]] const Message &message() const { return m_message; }

    void setActionEnabled(MessageAction action, bool enabled);
    void openDetails(const QString &text);
    void openDetails(const std::function<QString()> &make); // made again, as the message is
    // Why a session ended, or a certificate, on a card of its own; the second time it is closed.
    void toggleReason(const std::function<WhyWords()> &make);
    // The bar does this by itself; a page that repeats its words elsewhere asks for it first.
    void retranslate();

signals:
    void actionTriggered(MessageId id, MessageAction action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shape();
    void setTexts();
    void buildActions();
    void setDetailsShown(bool shown);
    void copyDetails();
    void closeReason();
    void showReasonOpen(bool open);
    void applyColours();

    Message m_message;
    MessageMaker m_make; // may be empty
    std::function<QString()> m_makeDetails; // may be empty
    bool m_hasMessage = false;
    SeverityGlyph *m_glyph;
    QLabel *m_headline;
    QLabel *m_body;
    QVBoxLayout *m_texts;
    QWidget *m_actionRow;
    FlowLayout *m_actionLayout;
    QList<Button *> m_buttons;
    Button *m_detailsToggle;
    QLabel *m_details;
    Button *m_copy;
    Card *m_reasonGround = nullptr; // made when first asked for
    WhyCard *m_reason = nullptr;
};

} // namespace latchkey
