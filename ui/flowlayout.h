#pragma once

#include <QLayout>
#include <QList>

namespace latchkey
{

// Puts widgets in lines, as words in a paragraph, in the layout's direction. For buttons, which
// cannot wrap themselves when the text is large or the window small.
class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent);
    ~FlowLayout() override;

    // While all stand in one line: the last one at its far end.
    void setLastApart(bool apart);
    // Each line stands at the trailing end: a dialog's buttons.
    void setTrailing(bool trailing);
    void insertWidget(qsizetype index, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] int slackFrom(qsizetype first, const QRect &area) const;
    int place(const QRect &rect, bool really) const; // returns the height it takes

    QList<QLayoutItem *> m_items;
    bool m_lastApart = false;
    bool m_trailing = false;
};

} // namespace latchkey
