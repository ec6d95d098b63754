#pragma once

#include <QLabel>
#include <QScrollArea>

class QDialog;

namespace latchkey
{

// A page's scroll area whose content is one centred column of a readable width. It stands a little
// above the middle when there is room, and scrolls when there is not; whatever takes the focus is
// scrolled into view. In a wide window the column lies on a sheet, so that it does not float.
class ColumnArea final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ColumnArea(QWidget *parent = nullptr);
    void setColumnScale(double scale); // of columnWidth()
    // Gives the column its size and place at once, where the next event would be too late.
    void arrange();
    // Wholly, or its beginning where it is taller than the area.
    void bringIntoView(const QWidget *part);
    // The same for what has just appeared; but the focus stays in view.
    void reveal(const QWidget *part);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool hasSheet() const;
    void paintSheet();
    void watchParts();
    [[nodiscard]] int barWidth() const; // 0 where the bar lies over the content
    struct Sides {
        int margin;
        int column; // wider than the room for it: the area scrolls
    };
    [[nodiscard]] Sides sidesIn(int room) const;

    double m_scale = 1.0;
};

// Makes a dialog, rows of widgets with layouts of their own, as wide as a form's column, and as
// tall as its wrapped lines then are. Never smaller than it is now. A layout alone does not: it
// asks for the height of unwrapped lines.
void fitDialog(QDialog *dialog, const QScrollArea *content);

// The line below a field: a hint or an error, with a sign where it is not just quiet. Its room is
// kept when it is empty, so that the form does not jump.
class HintLine final : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Quiet, Success, Warning, Error };
    explicit HintLine(QWidget *parent = nullptr);
    void setHint(const QString &text, Tone tone);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTone();
    [[nodiscard]] int signSide() const;
    void reserveLine();

    QColor m_ink;
    Tone m_tone = Tone::Quiet;
};

} // namespace latchkey
