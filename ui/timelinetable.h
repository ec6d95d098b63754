#pragma once

#include <QTableView>

namespace latchkey
{

class TimelineModel;

// The timeline as a table, in the program's look: what a screen reader finds in its place.
class TimelineTable final : public QTableView
{
    Q_OBJECT
public:
    explicit TimelineTable(TimelineModel &model, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Cell;

    void fit();
    void shape();

    Cell *m_cell;
};

} // namespace latchkey
