// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QModelIndex>
#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>

namespace pc::views {

class PcTableView;

/// What a table needs of a list in time, of which its model holds a part.
struct TimelineSource
{
    std::function<void(int first, int last)> rowsSeen; ///< -1: none; told whenever they may have changed
    std::function<QDateTime(int row)> timeOf;          ///< UTC
    std::function<bool()> isAtStart;                   ///< the first row of the model is that of the list
    std::function<bool()> isAtEnd;
    std::function<void()> showStart; ///< answered by showPlace()
    std::function<void()> showEnd;
};

/// Lets a table over a part of a list in time be scrolled without end in both directions: rows that come or
/// go above what is seen do not move it, and a current row and a selection that were let go come back with
/// their rows, unless another row was chosen meanwhile. Home and End go to the ends of the list, not of the
/// part. The table has a key role.
class TimelineScroller final : public QObject
{
    Q_OBJECT
public:
    /// The table has its model, and owns this.
    TimelineScroller(PcTableView &table, TimelineSource source);

    /// Brings a row to the top, as far as there are rows below it, once the table knows it. `isChosen`: it
    /// was looked for, and becomes the current row; then it only has to be seen.
    void showPlace(int row, bool isChosen);
    /// Of the first row that is seen, and of the last; invalid without rows.
    [[nodiscard]] const QDateTime &firstSeen() const { return m_firstSeen; }
    [[nodiscard]] const QDateTime &lastSeen() const { return m_lastSeen; }

Q_SIGNALS:
    /// What is seen lies between these instants, in the list's order.
    void seenChanged(const QDateTime &first, const QDateTime &last);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void onRowsInserted(int first, int last);
    void beforeRowsRemoved(int first, int last);
    void onRowsRemoved(int first, int last);
    /// Keeps the keys of what is current and selected there.
    void park(int first, int last);
    /// Makes rows current and selected again that were.
    void bringBack(int first, int last);
    void forgetParked();
    void settlePlace();
    void report();
    [[nodiscard]] QString keyOf(int row) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] bool goesToEnd(const class QKeyEvent &event);

    PcTableView &m_table;
    TimelineSource m_source;
    QDateTime m_firstSeen;
    QDateTime m_lastSeen;
    QString m_parkedCurrent; ///< keys of rows that are not there
    QSet<QString> m_parkedSelection;
    QPersistentModelIndex m_place; ///< to be brought to the top
    int m_topRow = -1;             ///< before rows go
    bool m_isPlaceChosen = false;
    bool m_isOwnChange = false; ///< of current row and selection, not by a person
    bool m_goesToEnd = false;   ///< Home or End waits for its place
};

} // namespace pc::views
