#pragma once

#include <QImage>
#include <QWidget>

namespace latchkey
{

// A round picture of a person, or initials on a quiet ground. Decoration for screen readers: the
// name stands beside it as text.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget *parent = nullptr);
    void setInitials(const QString &initials);
    void setImage(const QImage &image); // null: back to the initials
    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    QString m_initials;
};

} // namespace latchkey
