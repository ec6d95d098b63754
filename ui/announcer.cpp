#include "ui/announcer.h"

#include <QEvent>

#include <utility>

namespace latchkey
{

Announcer::Announcer(Clock &clock, QWidget *page)
    : QWidget(page)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { sayNow(); }))
{
    setObjectName(QStringLiteral("announcer"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(1, 1); // what has no size is not told of either
    hide();
}

void Announcer::say(const QString &text)
{
    m_waiting = text;
    if (text.isEmpty()) {
        m_timer->stop();
        hide();
        return;
    }
    if (m_timer->isActive())
        return;
    const Milliseconds early = m_next - m_clock.monotonic();
    if (m_next > Milliseconds(0) && early > Milliseconds(0))
        m_timer->start(early);
    else
        sayNow();
}

// What was said in another language is over.
void Announcer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_waiting.clear();
        hide();
    }
}

// Orca reads a notification when it appears, and only then (qt-notes 9.1). It stays for a while,
// so that a slower reader still finds it.
void Announcer::sayNow()
{
    hide();
    if (m_waiting.isEmpty())
        return;
    setAccessibleName(std::exchange(m_waiting, QString()));
    show();
    m_next = m_clock.monotonic() + spacing;
    m_timer->start(spacing);
}

} // namespace latchkey
