#include "ui/timeline.h"

#include "ui/button.h"
#include "ui/messages.h"
#include "ui/timelinepaint.h"
#include "ui/timelinetext.h"
#include "ui/timetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace latchkey
{

namespace
{

constexpr int moreTicks = 4; // than labels have room, where the tag of now is in their way
constexpr double thinnest = 2.0; // a piece of a bar that is only a moment long
constexpr double pieceGap = 2.0; // between a token and the one that replaced it
constexpr double smallestTarget = 24.0;
constexpr int usualWidth = 40; // in grid steps
constexpr int leastWidth = 16;
constexpr double nowWidth = 2.0;

QString plainTip(const QString &text)
{
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<qt>") + escaped + QStringLiteral("</qt>");
}

} // namespace

Timeline::Timeline(TimelineModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&model, &TimelineModel::moved, this, [this] {
        if (m_chosen >= m_model.marks().size())
            chooseMark(-1);
        update();
    });
    retranslate();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Session timeline"));
    chooseMark(m_chosen);
    update();
}

void Timeline::setZoom(TimelineZoom zoom)
{
    m_zoom = zoom;
    update();
}

void Timeline::chooseMark(int mark)
{
    const bool changed = mark != m_chosen;
    m_chosen = mark;
    const QString text = mark < 0
        ? tr("Left and Right step through the events. Ctrl+T shows them "
             "as a table.")
        : eventLine(m_model.marks().at(mark), localTime(m_model.now()), m_model.isTechnical());
    if (text != accessibleDescription())
        setAccessibleDescription(text);
    update();
    if (changed)
        emit markChosen(mark);
}

double Timeline::line() const
{
    return fontMetrics().height();
}

double Timeline::spotSize() const
{
    return std::max(smallestTarget, line() * 1.3);
}

QRectF Timeline::plotRect() const
{
    return QRectF(rect()).adjusted(ringSpace + 2, ringSpace, -ringSpace - 2, -ringSpace);
}

QRectF Timeline::barRect(int life) const
{
    const double height = std::max(14.0, std::round(line()));
    const double caption = line() + CaptionGap;
    const double first = plotRect().top() + line() + grid(this, 1) + caption;
    const double row = height + grid(this, 1) + caption;
    return {plotRect().left(), first + life * row, plotRect().width(), height};
}

double Timeline::xOf(WallTime moment) const
{
    return plotRect().left() + timelineRange(m_zoom, m_model).share(moment) * plotRect().width();
}

QSize Timeline::sizeHint() const
{
    const double bottom = barRect(1).bottom() + grid(this, 1) + spotSize() + ringSpace;
    return {grid(this, usualWidth), int(std::ceil(bottom))};
}

QSize Timeline::minimumSizeHint() const
{
    return {grid(this, leastWidth), sizeHint().height()};
}

QList<Timeline::Spot> Timeline::spots() const
{
    const TimelineRange range = timelineRange(m_zoom, m_model);
    const QList<SessionEvent> &marks = m_model.marks();
    const double size = spotSize();
    const double top = plotRect().bottom() - size;
    QList<Spot> spots;
    for (int mark = 0; mark < marks.size(); ++mark) {
        if (!range.holds(marks.at(mark).at))
            continue;
        const double middle = std::clamp(xOf(marks.at(mark).at), plotRect().left() + size / 2,
                                         plotRect().right() - size / 2);
        // After a sleep or a set clock the list need not be in the order of time: compare both
        // ways.
        if (!spots.isEmpty() && std::abs(spots.last().place.center().x() - middle) < size)
            ++spots.last().count;
        else
            spots.append({QRectF(middle - size / 2, top, size, size), mark, 1});
    }
    return spots;
}

const Timeline::Spot *Timeline::spotAt(const QList<Spot> &spots, QPointF position) const
{
    const auto found = std::find_if(spots.cbegin(), spots.cend(), [position](const Spot &spot) {
        return spot.place.contains(position);
    });
    return found == spots.cend() ? nullptr : &*found;
}

QString Timeline::spotText(const Spot &spot) const
{
    QStringList lines;
    for (int mark = spot.first; mark < spot.first + spot.count; ++mark)
        lines
            += eventLine(m_model.marks().at(mark), localTime(m_model.now()), m_model.isTechnical());
    return lines.join(u'\n');
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto all = spots();
        // Never taken for rich text: the words are ours, the rule is for all (security.md U1).
        if (const Spot *spot = spotAt(all, help->pos()))
            QToolTip::showText(help->globalPos(), plainTip(spotText(*spot)), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QWidget::event(event);
}

// The axis of time is never mirrored, so neither are its keys.
void Timeline::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_model.marks().size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return chooseMark(m_chosen < 0 ? last : std::max(m_chosen - 1, 0));
    case Qt::Key_Right:
        return chooseMark(std::min(m_chosen + 1, last));
    case Qt::Key_Home:
        return chooseMark(0);
    case Qt::Key_End:
        return chooseMark(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const auto all = spots();
    const Spot *spot = spotAt(all, event->position());
    if (!spot)
        return QWidget::mousePressEvent(event);
    const bool inside = m_chosen >= spot->first && m_chosen < spot->first + spot->count - 1;
    chooseMark(inside ? m_chosen + 1 : spot->first); // the next one of those in one place
}

void Timeline::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours.card); // the table stands behind it
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    paintTicks(painter);
    paintNow(painter);
    for (int life = 0; life < m_model.lives().size(); ++life) {
        paintCaption(painter, life);
        paintLife(painter, life);
    }
    paintSpots(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

// Of the ticks whose labels fit side by side: none is cut at an edge, and none touches the tag of
// now.
QList<std::pair<QRectF, QString>> Timeline::labelsOf(const QList<TimelineTick> &ticks) const
{
    const QRectF plot = plotRect();
    const QRectF now = nowRect().adjusted(-grid(this), 0, grid(this), 0);
    QList<std::pair<QRectF, QString>> labels;
    for (const TimelineTick &tick : ticks) {
        const double width = fontMetrics().horizontalAdvance(tick.label) + 2;
        const double right = plot.right() - width;
        const double left = std::max(plot.left(), std::min(xOf(tick.at) - width / 2, right));
        const QRectF place(left, plot.top(), width, line());
        if (!place.intersects(now) && (labels.isEmpty() || !place.intersects(labels.last().first)))
            labels.append({place, tick.label});
    }
    return labels;
}

void Timeline::paintTicks(QPainter &painter) const
{
    const Colours colours = coloursOf(this);
    const TimelineRange range = timelineRange(m_zoom, m_model);
    const QRectF plot = plotRect();
    const double widest = fontMetrics().horizontalAdvance(QStringLiteral("00 Mmmm 00"));
    const double bottom = plot.bottom() - spotSize() / 2;
    const int usual = int(plot.width() / widest);
    QList<TimelineTick> ticks = timelineTicks(range, usual);
    auto labels = labelsOf(ticks);
    for (int most = usual + 1; labels.isEmpty() && most <= usual + moreTicks; ++most) {
        ticks = timelineTicks(range, most);
        labels = labelsOf(ticks);
    }
    painter.setPen(QPen(colours.line, 1));
    for (const TimelineTick &tick : std::as_const(ticks)) {
        const double x = xOf(tick.at);
        painter.drawLine(QPointF(x, plot.top() + line() + 2), QPointF(x, bottom));
    }
    painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom));
    painter.setPen(colours.muted);
    for (const auto &[place, text] : std::as_const(labels))
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
}

void Timeline::paintLife(QPainter &painter, int life) const
{
    const Colours colours = coloursOf(this);
    const TimelineLife &shown = m_model.lives().at(life);
    const QRectF bar = barRect(life);
    const WallTime now = m_model.now();
    const WallTime end = shown.ended.value_or(shown.expiry());
    // Far beyond the edge: a pattern is not drawn for days that nobody sees.
    const auto edge
        = [&](WallTime moment) { return std::clamp(xOf(moment), bar.left() - 8, bar.right() + 8); };
    const auto part = [&](WallTime from, WallTime to) {
        const double left = edge(from);
        return QRectF(left, bar.top(), std::max(edge(to) - left, thinnest), bar.height());
    };
    QRectF track = part(shown.pieces.first().from, std::max(end, now));
    const bool goesOn = track.right() > bar.right();
    if (goesOn)
        track.setRight(bar.right());
    const QPainterPath shape = trackShape(track, goesOn);
    painter.save();
    painter.setClipRect(bar.adjusted(-1, -1, 1, 1));
    paintUsed(painter, shape, part(shown.pieces.first().from, std::min(now, end)), colours);
    for (qsizetype i = 1; i < shown.pieces.size(); ++i) {
        const double seam = std::round(edge(shown.pieces.at(i).from));
        painter.fillRect(QRectF(seam - pieceGap / 2, bar.top(), pieceGap, bar.height()),
                         colours.card);
    }
    if (end > now)
        paintLeft(painter, shape, part(now, end), colours);
    else
        paintEnded(painter, shape, part(end, now), colours);
    painter.restore();
    const double middle = std::round(xOf(now));
    if (middle > bar.left() && middle < bar.right()) // over the bars again
        painter.fillRect(QRectF(middle - nowWidth / 2, bar.top(), nowWidth, bar.height()),
                         colours.text);
}

QFont Timeline::boldFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

// The tag at the upper end of the line.
QRectF Timeline::nowRect() const
{
    const QRectF plot = plotRect();
    const double half
        = QFontMetricsF(boldFont()).horizontalAdvance(tr("now")) / 2 + grid(this, 0.75);
    const double middle
        = std::clamp(std::round(xOf(m_model.now())), plot.left() + half, plot.right() - half);
    return {middle - half, plot.top() - 1, 2 * half, line() + 2};
}

void Timeline::paintNow(QPainter &painter) const
{
    const Colours colours = coloursOf(this);
    const double x = std::round(xOf(m_model.now()));
    const QRectF tag = nowRect();
    painter.setPen(QPen(colours.text, nowWidth));
    painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, plotRect().bottom() - spotSize() / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.text);
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter.setFont(boldFont());
    painter.setPen(colours.card);
    painter.drawText(tag, Qt::AlignCenter | Qt::TextDontClip, tr("now"));
    painter.setFont(font());
}

void Timeline::paintSpots(QPainter &painter) const
{
    const Colours colours = coloursOf(this);
    const QList<SessionEvent> &marks = m_model.marks();
    painter.setFont(boldFont());
    for (const Spot &spot : spots()) {
        MarkLook look;
        const auto first = marks.cbegin() + spot.first;
        look.sign = spot.count > 1 ? QLocale().toString(spot.count) : eventSign(first->kind);
        const auto anyOf = [&](auto is) {
            return std::any_of(first, first + spot.count,
                               [is](const SessionEvent &event) { return is(event.kind); });
        };
        look.trouble = anyOf(isTrouble);
        look.fault = anyOf(isFault);
        look.on = anyOf([](auto kind) { return kind == SessionEvent::Kind::FaultOn; });
        look.chosen = m_chosen >= spot.first && m_chosen < spot.first + spot.count;
        if (look.chosen) {
            painter.setPen(QPen(colours.muted, 1, Qt::DashLine));
            painter.drawLine(QPointF(xOf(marks.at(m_chosen).at), barRect(0).top()),
                             QPointF(spot.place.center().x(), spot.place.top()));
        }
        paintMark(painter, spot.place, look, colours);
    }
    painter.setFont(font());
}

} // namespace latchkey
