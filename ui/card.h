#pragma once

#include <QFrame>

class QLayout;

namespace latchkey
{

// A quiet rounded ground for what belongs together: a group of facts, a section of settings. Put a
// layout in it; its margins are the card's. Decoration: it has no name and takes no focus.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    // For a single row: little more than the row's own height.
    void setCompact(bool compact);
    // Gives the layout the card's margins again, after the text size changed.
    void shape();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool m_compact = false;
};

// Gives a layout margins whose left one is the leading side, and keeps them so when the direction
// changes with the language: a layout by itself does not mirror its margins. The layout must be in
// a widget already.
void setLeadingMargins(QLayout *layout, const QMargins &margins);

} // namespace latchkey
