#pragma once

#include "app/session/history.h"

#include <QAbstractTableModel>

#include <optional>

namespace latchkey
{

// One of the two lives, as a row of the plot: what has been used up by this token and by those
// before it, and what is left of it.
struct TimelineLife {
    struct Piece { // a token that served; the last one is the newest
        WallTime from;
        WallTime to; // its end, in the future too
    };
    QString name;
    QList<Piece> pieces; // one after the other, oldest first; never empty
    std::optional<WallTime> ended; // dead since then; none: it lives

    [[nodiscard]] WallTime expiry() const { return pieces.last().to; }
    bool operator==(const TimelineLife &other) const;
};

// The session's two lives and its events, as a table: what the plot paints, for whoever reads it
// (screens.md section 4). The lives come first, then the events, oldest first. Nothing in it counts
// down, so that a screen reader is left in peace: only what happens changes a cell.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, From, Until, Details, ColumnCount };
    enum Role { BriefRole = Qt::UserRole }; // the same text in less room

    using QAbstractTableModel::QAbstractTableModel;

    // Of the session that lives, or lived last.
    void setHistory(const SessionHistory &history, WallTime now);
    void setTechnical(bool technical); // token names and aliases, for QA
    void setNow(WallTime now);
    void retranslate();

    [[nodiscard]] const QList<TimelineLife> &lives() const { return m_lives; }
    [[nodiscard]] const QList<SessionEvent> &marks() const { return m_history.events(); }
    [[nodiscard]] WallTime now() const { return m_now; }
    [[nodiscard]] bool isTechnical() const { return m_technical; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    void moved(); // the time went on, or the lives or marks changed

private:
    using Row = QStringList; // by Column, then the tooltip, then From and Until in brief

    void update();
    void replaceRows(const QList<Row> &rows);
    [[nodiscard]] QList<Row> rows() const;

    SessionHistory m_history;
    WallTime m_now;
    QList<TimelineLife> m_lives;
    QList<Row> m_rows;
    bool m_technical = false;
};

} // namespace latchkey
