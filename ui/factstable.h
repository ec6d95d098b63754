#pragma once

#include "ui/messages.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;

namespace latchkey
{

class SeverityGlyph;

// One fact: a name and what is known of it.
struct FactRow {
    QString name;
    QString value;
    std::optional<Severity> sign = std::nullopt; // painted before the value, which says it too
    bool leftToRight = false; // a path, a number, an address: whatever the language's direction
};

// Names and values in two columns, where there is room; else each value under its name. All of it
// plain text that wraps and can be marked with the mouse. New rows take the place of old ones
// without a flicker.
class FactsTable final : public QWidget
{
    Q_OBJECT
public:
    explicit FactsTable(QWidget *parent = nullptr);
    void setRows(const QList<FactRow> &rows);
    // So that several tables have one edge. 0: values under their names.
    void setNameWidth(int width);
    [[nodiscard]] int widestName() const; // of the names alone
    void shape(); // spacings again, after the text size changed

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QWidget *widget;
        QBoxLayout *layout;
        QLabel *name;
        SeverityGlyph *sign;
        QLabel *value;
    };
    [[nodiscard]] Line makeLine();
    void paintSigns();
    void arrange(const Line &line);

    QList<FactRow> m_rows;
    QList<Line> m_lines; // one for each row
    int m_nameWidth = 0;
};

} // namespace latchkey
