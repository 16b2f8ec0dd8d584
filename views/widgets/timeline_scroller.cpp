// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timeline_scroller.h"

#include "views/widgets/table_view.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace pc::views {

TimelineScroller::TimelineScroller(PcTableView &table, TimelineSource source)
    : QObject(&table), m_table(table), m_source(std::move(source))
{
    wire();
    report();
}

void TimelineScroller::wire()
{
    const QAbstractItemModel *model = m_table.model();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beforeRowsRemoved(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        forgetParked(); // the table keeps what is in both by its keys
        report();
    });
    connect(m_table.verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineScroller::report);
    const QItemSelectionModel *selection = m_table.selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isOwnChange)
            forgetParked();
    });
    connect(selection, &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &, const QModelIndex &previous) {
                if (!m_isOwnChange && previous.isValid()) // else the table makes the first row current
                    forgetParked();
            });
    m_table.installEventFilter(this);
    m_table.viewport()->installEventFilter(this);
}

int TimelineScroller::rowHeight() const
{
    return m_table.verticalHeader()->defaultSectionSize();
}

QString TimelineScroller::keyOf(int row) const
{
    return m_table.keyOf(row).toString();
}

void TimelineScroller::onRowsInserted(int first, int last)
{
    const int count = last - first + 1;
    const bool isAbove = m_firstSeen.isValid() && first <= m_table.verticalScrollBar()->value() / rowHeight();
    m_table.moveContents(isAbove ? count : 0);
    bringBack(first, last);
    report();
}

void TimelineScroller::beforeRowsRemoved(int first, int last)
{
    m_topRow = m_table.verticalScrollBar()->value() / rowHeight();
    m_isOwnChange = true; // until they are gone
    park(first, last);
}

void TimelineScroller::onRowsRemoved(int first, int last)
{
    m_isOwnChange = false;
    m_table.moveContents(-std::clamp(m_topRow - first, 0, last - first + 1));
    report();
}

void TimelineScroller::park(int first, int last)
{
    const int rows = m_table.model()->rowCount();
    if (first == 0 && last == rows - 1)
        return forgetParked(); // they are of another list
    const QModelIndex current = m_table.currentIndex();
    if (current.isValid() && current.row() >= first && current.row() <= last) {
        if (m_parkedCurrent.isEmpty()) // else this one only stands for the one that was chosen
            m_parkedCurrent = keyOf(current.row());
        // Where the reader is, so that the keys go on from there; not told, as nobody chose it.
        int row = m_topRow;
        if (row >= first && row <= last)
            row = last + 1 < rows ? last + 1 : first - 1;
        m_table.setCurrentQuietly(current.sibling(row, current.column()));
    }
    for (const int row : m_table.selectedRowNumbers()) {
        if (row >= first && row <= last)
            m_parkedSelection.insert(keyOf(row));
    }
}

void TimelineScroller::bringBack(int first, int last)
{
    if (m_parkedCurrent.isEmpty() && m_parkedSelection.isEmpty())
        return;
    const QScopedValueRollback own(m_isOwnChange, true);
    for (int row = first; row <= last; ++row) {
        const QString key = keyOf(row);
        const QModelIndex index = m_table.model()->index(row, std::max(0, m_table.currentIndex().column()));
        if (m_parkedSelection.remove(key))
            m_table.selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        if (key == m_parkedCurrent) {
            m_parkedCurrent.clear();
            m_table.setCurrentQuietly(index);
        }
    }
}

void TimelineScroller::forgetParked()
{
    m_parkedCurrent.clear();
    m_parkedSelection.clear();
}

void TimelineScroller::showPlace(int row, bool isChosen)
{
    const bool isSettling = m_place.isValid();
    m_place = m_table.model()->index(row, 0);
    m_isPlaceChosen = isChosen;
    // After a reset the table first comes back to where it was.
    if (!isSettling)
        QMetaObject::invokeMethod(this, &TimelineScroller::settlePlace, Qt::QueuedConnection);
}

void TimelineScroller::settlePlace()
{
    const QModelIndex place = std::exchange(m_place, {});
    const bool isAtEnd = std::exchange(m_goesToEnd, false);
    if (!place.isValid())
        return;
    m_table.moveContents(0);
    const QModelIndex current = m_table.currentIndex();
    const QModelIndex index = place.siblingAtColumn(std::max(0, current.column()));
    QItemSelectionModel *selection = m_table.selectionModel();
    if (m_isPlaceChosen || isAtEnd) {
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        // The keys go on from what is seen, unless a row was chosen.
        if (!current.isValid() || !selection->isRowSelected(current.row(), {}))
            selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table.scrollTo(index, QAbstractItemView::PositionAtTop);
    }
    report();
}

void TimelineScroller::report()
{
    const QAbstractItemModel *model = m_table.model();
    const int rows = model->rowCount();
    const int height = rowHeight();
    const int value = m_table.verticalScrollBar()->value();
    const int first = rows > 0 ? std::min(value / height, rows - 1) : -1;
    const int shown = std::max(1, m_table.viewport()->height());
    const int last = rows > 0 ? std::min((value + shown - 1) / height, rows - 1) : -1;
    m_source.rowsSeen(first, last);
    const QDateTime firstTime = first >= 0 ? m_source.timeOf(first) : QDateTime();
    const QDateTime lastTime = last >= 0 ? m_source.timeOf(last) : QDateTime();
    if (firstTime == m_firstSeen && lastTime == m_lastSeen)
        return;
    m_firstSeen = firstTime;
    m_lastSeen = lastTime;
    Q_EMIT seenChanged(m_firstSeen, m_lastSeen);
}

bool TimelineScroller::goesToEnd(const QKeyEvent &event)
{
    const bool isPlain = (event.modifiers() & ~(Qt::KeypadModifier | Qt::ControlModifier)) == 0;
    const bool isHome = event.key() == Qt::Key_Home;
    if (!isPlain || (!isHome && event.key() != Qt::Key_End))
        return false;
    if (isHome ? m_source.isAtStart() : m_source.isAtEnd())
        return false; // the table's own end is that of the list
    m_goesToEnd = true;
    if (isHome)
        m_source.showStart();
    else
        m_source.showEnd();
    return true;
}

bool TimelineScroller::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == &m_table)
        return goesToEnd(*static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::Resize && watched == m_table.viewport())
        report();
    return QObject::eventFilter(watched, event);
}

} // namespace pc::views
