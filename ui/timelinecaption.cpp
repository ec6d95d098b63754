// The words above a bar: the other half of timeline.cpp.
#include "ui/messages.h"
#include "ui/theme.h"
#include "ui/timeline.h"
#include "ui/timetext.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace latchkey
{

QString Timeline::captionEnd(const TimelineLife &life, bool brief) const
{
    //: {time} is a time such as 19:00
    const QString ended = tr("ended {time}");
    //: {time} is a time such as 23:40
    const QString until = tr("until {time}");
    const QDateTime moment = localTime(life.ended.value_or(life.expiry()));
    const QString time = brief ? QLocale().toString(moment, QLocale::ShortFormat)
                               : momentText(moment, localTime(m_model.now()));
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
    const auto leading
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter;
    const auto trailing
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing) | Qt::AlignVCenter;
    const QString end = captionEnd(shown, captionsAreBrief());
    const double room = area.width() - fontMetrics().horizontalAdvance(end) - grid(this, 1);
    const QString name = fontMetrics().elidedText(shown.name, Qt::ElideRight, int(room));
    const auto clear = [&](const QString &text, bool left) { // no line of the axis through words
        const double width = fontMetrics().horizontalAdvance(text) + CaptionGap;
        painter.fillRect(
            QRectF(left ? area.left() : area.right() - width, area.top(), width, area.height()),
            colours.card);
    };
    clear(name, layoutDirection() == Qt::LeftToRight);
    clear(end, layoutDirection() == Qt::RightToLeft);
    painter.setPen(colours.text);
    painter.drawText(area, int(leading | Qt::AlignAbsolute), name);
    painter.setPen(shown.ended ? colours.error : colours.muted);
    painter.drawText(area, int(trailing | Qt::AlignAbsolute), end);
}

} // namespace latchkey
