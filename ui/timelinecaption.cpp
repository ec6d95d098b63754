// The words above a bar: the other half of timeline.cpp.
#include "ui/messages.h"
#include "ui/theme.h"
#include "ui/timeline.h"
#include "ui/timetext.h"

#include <QPainter>

namespace latchkey
{

QString Timeline::captionEnd(const TimelineLife &life, bool brief) const
{
    //: {time} is a time such as 19:00
    const QString ended = tr("ended {time}");
    //: {time} is a time such as 23:40
    const QString until = tr("until {time}");
    const QDateTime moment = localTime(life.ended.value_or(life.expiry()));
    const QDateTime now = localTime(m_model.now());
    const QString time = brief ? briefMomentText(moment, now) : momentText(moment, now);
    return fillIn(life.ended ? ended : until, {{QStringLiteral("time"), time}});
}

// One form for all of them: in fewer digits where one would not fit.
bool Timeline::captionsAreBrief() const
{
    const auto &lives = m_model.lives();
    return std::any_of(lives.begin(), lives.end(), [this](const TimelineLife &life) {
        const QString words = life.name + captionEnd(life, false);
        return fontMetrics().horizontalAdvance(words) + grid(this, 1) > plotRect().width();
    });
}

void Timeline::paintCaption(QPainter &painter, int life) const
{
    const Colours colours = coloursOf(this);
    const TimelineLife &shown = m_model.lives().at(life);
    const QRectF bar = barRect(life);
    const QRectF area(bar.left(), bar.top() - line() - CaptionGap, bar.width(), line());
    const double above = life > 0 ? barRect(life - 1).bottom() + 1 : nowRect().bottom();
    const QString end = captionEnd(shown, captionsAreBrief());
    const double room = area.width() - fontMetrics().horizontalAdvance(end) - grid(this, 1);
    const QString name = fontMetrics().elidedText(shown.name, Qt::ElideRight, int(room));
    // No line of the axis through words, and no stump of one between them and the bars: beside
    // joined letters it would read as one more.
    const auto clear = [&](const QString &text, bool left) {
        const double width = fontMetrics().horizontalAdvance(text) + CaptionGap;
        painter.fillRect(
            QRectF(left ? area.left() : area.right() - width, above, width, bar.top() - 1 - above),
            colours.card);
    };
    clear(name, true);
    clear(end, false);
    // The end stands at the end: the axis has one direction in every language.
    painter.setPen(colours.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, name);
    painter.setPen(shown.ended ? colours.error : colours.muted);
    painter.drawText(area, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, end);
}

} // namespace latchkey
