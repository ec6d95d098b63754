#pragma once

#include "ui/timelineaxis.h"

#include <QRectF>
#include <QWidget>

namespace latchkey
{

// The plot: both lives of the session on one axis of time, which runs left to right in every
// language. What is used up is solid, what is left is dotted, what ended is hatched and crossed:
// pattern and words carry the meaning as well as colour (screens.md section 4). The Left and Right
// keys, Home and End, step through the events, and so does a click.
//
// The table (TimelineModel in a view) is the same for those who read: the plot itself only has a
// name, and the chosen event as its description. `model` must outlive it.
class Timeline final : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(TimelineModel &model, QWidget *parent = nullptr);

    void setZoom(TimelineZoom zoom);
    [[nodiscard]] TimelineZoom zoom() const { return m_zoom; }
    [[nodiscard]] int chosenMark() const { return m_chosen; } // in model.marks(); -1: none
    void chooseMark(int mark);
    void retranslate();

    // Where things are painted, in the widget's coordinates.
    [[nodiscard]] QRectF barRect(int life) const; // the whole track of a life
    [[nodiscard]] double xOf(WallTime moment) const;
    struct Spot { // one mark, or several that are too close to each other
        QRectF place;
        int first;
        int count;
    };
    [[nodiscard]] QList<Spot> spots() const; // of the marks in range, left to right

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void markChosen(int mark);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QList<std::pair<QRectF, QString>>
    labelsOf(const QList<TimelineTick> &ticks) const;
    void paintTicks(QPainter &painter) const;
    void paintLife(QPainter &painter, int life) const;
    void paintCaption(QPainter &painter, int life) const;
    void paintNow(QPainter &painter) const;
    void paintSpots(QPainter &painter) const;
    static constexpr double CaptionGap = 4.0; // between a bar and the words above it
    [[nodiscard]] QString captionEnd(const TimelineLife &life, bool brief) const;
    [[nodiscard]] bool captionsAreBrief() const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QRectF nowRect() const;
    [[nodiscard]] QFont boldFont() const;
    [[nodiscard]] double line() const; // the height of a line of text
    [[nodiscard]] double spotSize() const;
    [[nodiscard]] const Spot *spotAt(const QList<Spot> &spots, QPointF position) const;
    [[nodiscard]] QString spotText(const Spot &spot) const;

    TimelineModel &m_model;
    TimelineZoom m_zoom = TimelineZoom::Fit;
    int m_chosen = -1;
};

} // namespace latchkey
