#pragma once

#include "ui/icons.h"
#include "ui/messages.h"

#include <QBasicTimer>
#include <QLabel>

namespace latchkey
{

// A severity's sign inside `area`: its shape tells as much as its colour.
void paintSeverity(QPainter &painter, Severity severity, const QRectF &area, const QColor &ink);

// A severity's sign, painted: its shape tells as much as its colour. Decoration: no name of its
// own.
class SeverityGlyph final : public QWidget
{
    Q_OBJECT
public:
    explicit SeverityGlyph(QWidget *parent = nullptr);
    void setSeverity(Severity severity, const QColor &ink);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity = Severity::Info;
    QColor m_ink;
};

// An icon of icons.h beside a text, muted. Decoration: the text says it all.
class IconSign final : public QWidget
{
    Q_OBJECT
public:
    explicit IconSign(QWidget *parent = nullptr);
    void setIcon(Icon icon);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon = Icon::None;
};

// A thin line between groups.
class Rule final : public QWidget
{
    Q_OBJECT
public:
    explicit Rule(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// Turns while it is visible; stands still where the system asks for less motion.
class Spinner final : public QWidget
{
    Q_OBJECT
public:
    explicit Spinner(QWidget *parent = nullptr);
    void setSteps(double steps); // its side on the spacing grid; 2 unless told
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void turnIfWanted();

    QBasicTimer m_timer;
    double m_side = 2;
    int m_step = 0;
};

// One line of plain text that ends in an ellipsis where room is short; the whole text is in the
// tooltip and the accessible name. With word wrap it takes more lines instead.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setPlainText(const QString &text, const QString &tip = {});
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// The page's heading: takes the focus after a change of page, but is no stop of the Tab key.
class Heading final : public ElidedLabel
{
    Q_OBJECT
public:
    explicit Heading(QWidget *parent = nullptr);
};

// Puts a label's text at the leading edge of the layout. By itself QLabel goes by the direction of
// the text, which for an address or a number is not the page's. Keeps it so when the direction
// changes with the language.
void alignLeading(QLabel *label);

// Sets a tooltip that is never taken for rich text (security.md U1).
void setPlainToolTip(QWidget *widget, const QString &text);

} // namespace latchkey
