#pragma once

#include <QComboBox>
#include <QRadioButton>

namespace latchkey
{

// A drop-down list in the program's own look: framed like a text field, with the same ring. At
// least 32 px high. It leaves the mouse wheel to the page, which is scrolled far more often than a
// setting is meant to change.
class ComboBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ComboBox(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
};

// A radio button to go with CheckBox (button.h).
class RadioButton final : public QRadioButton
{
    Q_OBJECT
public:
    using QRadioButton::QRadioButton;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    // From the leading edge to the text: where what belongs to the choice begins.
    [[nodiscard]] int textIndent() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    [[nodiscard]] QRect circleRect() const;
};

} // namespace latchkey
