#pragma once

#include <QWidget>

namespace latchkey
{

// The program's icon, painted: sharp at every text size, and there with the first picture, where
// reading a file would cost time. Decoration: no name of its own.
class BrandMark final : public QWidget
{
    Q_OBJECT
public:
    explicit BrandMark(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace latchkey
