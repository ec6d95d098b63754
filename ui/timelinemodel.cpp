#include "ui/timelinemodel.h"

#include "ui/timelinetext.h"
#include "ui/timetext.h"

#include <algorithm>

namespace latchkey
{

namespace
{

TimelineLife accessLife(const QList<PairRecord> &pairs, WallTime now, bool technical)
{
    TimelineLife life;
    for (const PairRecord &pair : pairs) {
        if (!life.pieces.isEmpty()) // the one before it served until this one came
            life.pieces.last().to
                = std::clamp(pair.accessIssued, life.pieces.last().from, life.pieces.last().to);
        life.pieces.append({pair.accessIssued, pair.accessExpiry});
    }
    const PairRecord &newest = pairs.last();
    const WallTime end = std::min(newest.accessExpiry, newest.left.value_or(newest.accessExpiry));
    if (end <= now)
        life.ended = end;
    life.name = accessName(newest.alias, technical);
    return life;
}

std::optional<TimelineLife> refreshLife(const QList<PairRecord> &pairs, WallTime now,
                                        bool technical)
{
    const PairRecord &newest = pairs.last();
    if (!newest.refreshExpiry)
        return std::nullopt;
    TimelineLife life;
    int alias = 0;
    for (const PairRecord &pair : pairs) {
        if (!pair.refreshExpiry || pair.refreshAlias == alias)
            continue;
        if (!life.pieces.isEmpty())
            life.pieces.last().to
                = std::clamp(*pair.refreshIssued, life.pieces.last().from, life.pieces.last().to);
        life.pieces.append({*pair.refreshIssued, *pair.refreshExpiry});
        alias = pair.refreshAlias;
    }
    WallTime end = std::min(*newest.refreshExpiry, newest.left.value_or(*newest.refreshExpiry));
    end = std::min(end, newest.refreshRefused.value_or(end));
    if (end <= now)
        life.ended = end;
    life.name = refreshName(newest.refreshAlias, technical);
    return life;
}

} // namespace

bool TimelineLife::operator==(const TimelineLife &other) const
{
    const auto same
        = [](const Piece &a, const Piece &b) { return a.from == b.from && a.to == b.to; };
    return name == other.name && ended == other.ended
        && std::equal(pieces.cbegin(), pieces.cend(), other.pieces.cbegin(), other.pieces.cend(),
                      same);
}

void TimelineModel::setHistory(const SessionHistory &history, WallTime now)
{
    m_history = history.ofLastSession();
    m_now = now;
    update();
}

void TimelineModel::setTechnical(bool technical)
{
    m_technical = technical;
    update();
}

void TimelineModel::setNow(WallTime now)
{
    m_now = now;
    update();
}

void TimelineModel::retranslate()
{
    update();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TimelineModel::update()
{
    m_lives.clear();
    if (!m_history.pairs().isEmpty()) {
        m_lives.append(accessLife(m_history.pairs(), m_now, m_technical));
        if (const auto refresh = refreshLife(m_history.pairs(), m_now, m_technical))
            m_lives.append(*refresh);
    }
    replaceRows(rows());
    emit moved();
}

QList<TimelineModel::Row> TimelineModel::rows() const
{
    const QDateTime now = localTime(m_now);
    QList<Row> rows;
    for (const TimelineLife &life : m_lives) {
        const QDateTime from = localTime(life.pieces.last().from);
        const QDateTime until = localTime(life.ended.value_or(life.expiry()));
        rows.append({life.name, momentText(from, now), momentText(until, now),
                     life.ended ? tr("ended") : tr("good"), isoText(until),
                     briefMomentText(from, now), briefMomentText(until, now)});
    }
    for (const SessionEvent &event : m_history.events()) {
        const QDateTime at = localTime(event.at);
        rows.append({eventName(event), momentText(at, now), QString(),
                     eventDetails(event, m_technical), isoText(at), briefMomentText(at, now),
                     QString()});
    }
    return rows;
}

// What stays in its place is left alone: a view keeps its selection, a screen reader its peace.
void TimelineModel::replaceRows(const QList<Row> &rows)
{
    const auto common = std::min(rows.size(), m_rows.size());
    for (qsizetype row = 0; row < common; ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
    if (rows.size() > common) {
        beginInsertRows({}, int(common), int(rows.size()) - 1);
        m_rows.append(rows.sliced(common));
        endInsertRows();
    } else if (m_rows.size() > common) {
        beginRemoveRows({}, int(common), int(m_rows.size()) - 1);
        m_rows.remove(common, m_rows.size() - common);
        endRemoveRows();
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.at(index.column());
    if (role == Qt::ToolTipRole && index.column() != Details)
        return row.at(ColumnCount);
    if (role == BriefRole) {
        const bool time = index.column() == From || index.column() == Until;
        return row.at(index.column() + (time ? ColumnCount : 0));
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What", "column");
    case From:
        return tr("Time", "column");
    case Until:
        return tr("Until", "column");
    case Details:
        return tr("Details", "column");
    default:
        return {};
    }
}

} // namespace latchkey
