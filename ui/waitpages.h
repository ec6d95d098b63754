#pragma once

#include "app/base/clock.h"
#include "ui/columnarea.h"
#include "ui/messages.h"

#include <QVBoxLayout>
#include <QWidget>

#include <memory>

namespace latchkey
{

class Announcer;
class BrandMark;
class Button;
class Heading;
class MessageBar;
class SeverityGlyph;
class Spinner;

// Start-up, while a stored session is looked for and checked (screens.md section 2): blank for the
// first 200 ms, so that a quick start shows nothing twice; never a form.
class RestoringPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RestoringPage(Clock &clock, QWidget *parent = nullptr);
    void setServer(const QString &host);
    void start(); // the page is shown now
    void stop();
    // Why it takes so long, told below the text once that tells of the server; none: nothing known.
    void setTrouble(const MessageMaker &trouble);

signals:
    void signInInstead();
    void actionTriggered(latchkey::MessageId id, latchkey::MessageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void shape();
    void tick();
    void showTrouble();

    std::unique_ptr<Timer> m_timer;
    QString m_host;
    MessageMaker m_trouble;
    bool m_slow = false; // the next tick tells of the server
    bool m_tellsServer = false;
    QVBoxLayout *m_column = nullptr; // these five: null until build()
    BrandMark *m_mark = nullptr;
    Spinner *m_spinner = nullptr;
    QLabel *m_text = nullptr;
    Button *m_signIn = nullptr;
    MessageBar *m_bar = nullptr; // null until there was a trouble
};

// The stored session cannot be read yet: the password store is locked, asks, is silent or refuses
// (K1, K3, K6 to K9). Calm, and without a time limit: the session is not lost. `clock` must outlive
// it.
class KeychainPage final : public QWidget
{
    Q_OBJECT
public:
    explicit KeychainPage(Clock &clock, QWidget *parent = nullptr);
    // With the password store's name; said anew only if something changed. The focus leaves a
    // button that is gone, or means something else from now on.
    void showWaiting(MessageId id, const QString &keychainName);
    void focusHeading();

signals:
    void tryAgain(); // or to unlock it
    void signInWithoutIt();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void shape();
    [[nodiscard]] Message message() const;

    Announcer *m_announcer;
    MessageId m_id = MessageId::K1;
    QString m_keychainName;
    QVBoxLayout *m_column;
    QSpacerItem *m_gap;
    BrandMark *m_mark;
    SeverityGlyph *m_glyph;
    Spinner *m_spinner;
    Heading *m_headline;
    QLabel *m_body;
    Button *m_tryAgain;
    Button *m_without;
};

} // namespace latchkey
