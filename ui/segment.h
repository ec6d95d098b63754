#pragma once

#include <QRadioButton>

namespace latchkey
{

// One choice of a few that stand in a row, such as a zoom: a radio button in the look of a small
// tab. At least 24 px high. Its accessible name should say what is chosen: "Zoom to 1 hour".
class Segment final : public QRadioButton
{
    Q_OBJECT
public:
    explicit Segment(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;
};

} // namespace latchkey
