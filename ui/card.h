#pragma once

#include <QFrame>

namespace latchkey
{

// A quiet rounded ground for what belongs together: a group of facts, a section of settings. Put a
// layout in it; its margins are the card's. Decoration: it has no name and takes no focus.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    // Gives the layout the card's margins again, after the text size changed.
    void shape();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace latchkey
