// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/diff_table.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/diff_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace pc::views {

namespace {

class DiffDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PainterScope scope(painter);
        const Tokens &t = Tokens::of(option.widget);
        const TypeScale &type = TypeScale::of(option.widget);
        const auto change = static_cast<DiffRow::Change>(index.data(DiffModel::ChangeRole).toInt());
        const QString text = index.data(Qt::DisplayRole).toString();
        const bool removed = index.column() == DiffModel::Before &&
                             (change == DiffRow::Change::Changed || change == DiffRow::Change::Removed);
        const bool added = index.column() == DiffModel::After &&
                           (change == DiffRow::Change::Changed || change == DiffRow::Change::Added);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        painter->setClipRect(option.rect);
        painter->fillRect(option.rect, removed ? t.diffDel : added ? t.diffAdd : t.surface);
        paintHairline(painter, option.rect, Qt::BottomEdge, t.rowLine);
        const QRect box = option.rect.adjusted(0, 0, 0, -1);
        const auto visual = [&](int left, int width) {
            return QStyle::visualRect(option.direction, box,
                                      QRect(box.left() + left, box.top(), width, box.height()));
        };
        const QFont font = type.font(TypeRole::MonoSmall);
        painter->setFont(font);
        painter->setPen(change == DiffRow::Change::Same ? t.text3 : t.text);
        int x = leadWidth;
        if (index.column() != DiffModel::Field) {
            if (removed || added) {
                const PainterScope sign(painter);
                painter->setPen(removed ? t.bad.fg : t.ok.fg);
                painter->drawText(visual(x, 12), Qt::AlignCenter,
                                  removed ? QStringLiteral("\u2212") : QStringLiteral("+"));
            }
            x += signWidth;
        }
        const QRect room = visual(x, box.width() - x - edge).adjusted(0, space::xs, 0, -space::xs);
        const Qt::Alignment align =
            QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
        painter->drawText(room, static_cast<int>(align) | wrapped, text);
        if (focused) {
            paintFocusRing(painter, option.rect.adjusted(1, 1, -1, -2), 2, t.accent);
        }
    }

    /// As high as the wrapped text of the cell at its column's width (both value columns for kept items).
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *table = qobject_cast<const DiffTable *>(option.widget);
        if (table == nullptr) {
            return {};
        }
        int width = table->columnWidth(index.column());
        if (table->columnSpan(index.row(), index.column()) > 1) {
            width += table->columnWidth(index.column() + 1);
        }
        const int room = width - leadWidth - (index.column() != DiffModel::Field ? signWidth : 0) - edge;
        const TypeScale &type = TypeScale::of(table);
        const QRect text = QFontMetrics(type.font(TypeRole::MonoSmall))
                               .boundingRect(QRect(0, 0, std::max(room, 20), 100000), Qt::AlignLeft | wrapped,
                                             index.data(Qt::DisplayRole).toString());
        return {width, std::max(type.px(space::rowDense), text.height() + 2 * space::xs + 1)};
    }

private:
    static constexpr int leadWidth = 12;
    static constexpr int signWidth = 16;
    static constexpr int edge = 6;
    /// At words where there are any, else anywhere: a scope is one long word.
    static constexpr int wrapped = Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::TextForceLeftToRight;
};

} // namespace

void DiffModel::setRows(const QList<DiffRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_unfolded.clear();
    endResetModel();
}

void DiffModel::toggleKept(int row)
{
    if (!m_unfolded.remove(row)) {
        m_unfolded.insert(row);
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DiffRow &row = m_rows.at(index.row());
    const bool folded = row.kept > 0 && !m_unfolded.contains(index.row());
    const QString value = index.column() == Field    ? row.field
                          : folded                   ? tr("%n unchanged", nullptr, row.kept)
                          : index.column() == Before ? row.before
                                                     : row.after;
    switch (role) {
    case Qt::DisplayRole:
        return value;
    case Qt::ToolTipRole:
        return (row.kept > 0 && index.column() != Field ? row.before : value).toHtmlEscaped();
    case ChangeRole:
        return static_cast<int>(row.change);
    case Qt::AccessibleTextRole:
        if (index.column() != Field) {
            return value;
        }
        switch (row.change) {
        case DiffRow::Change::Same:
            return row.kept > 0 ? tr("%1, %n unchanged: %2", nullptr, row.kept).arg(row.field, row.after)
                                : tr("%1 unchanged, %2").arg(row.field, row.after);
        case DiffRow::Change::Changed:
            return tr("%1 changed from %2 to %3").arg(row.field, row.before, row.after);
        case DiffRow::Change::Added:
            return tr("%1 added, %2").arg(row.field, row.after);
        case DiffRow::Change::Removed:
            return tr("%1 removed, was %2").arg(row.field, row.before);
        }
        return {};
    default:
        return {};
    }
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Field ? tr("Field") : section == Before ? tr("Before") : tr("After");
}

DiffTable::DiffTable(QWidget *parent) : QTableView(parent), m_model(new DiffModel(this))
{
    setObjectName(QStringLiteral("diffTable"));
    setAccessibleName(tr("Changes"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setItemDelegate(new DiffDelegate(this));
    setModel(m_model);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setWordWrap(true);
    connect(this, &QTableView::clicked, this, &DiffTable::toggleKept);
    applyMetrics();
}

void DiffTable::setRows(const QList<DiffRow> &rows)
{
    if (rows == m_model->rows())
        return; // told again: what is unfolded stays so
    m_model->setRows(rows);
    clearSpans();
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row).kept > 0) {
            setSpan(row, DiffModel::Before, 1, 2);
        }
    }
    // Of what is new there is no before, of what is gone no after: the room is for what is there.
    const auto all = [&rows](DiffRow::Change change) {
        return !rows.isEmpty() && std::all_of(rows.cbegin(), rows.cend(),
                                              [change](const DiffRow &row) { return row.change == change; });
    };
    setColumnHidden(DiffModel::Before, all(DiffRow::Change::Added));
    setColumnHidden(DiffModel::After, all(DiffRow::Change::Removed));
    applyFolding();
    if (!rows.isEmpty()) {
        setCurrentIndex(m_model->index(0, 0));
    }
}

void DiffTable::setShowUnchanged(bool show)
{
    m_showUnchanged = show;
    applyFolding();
}

void DiffTable::applyFolding()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        setRowHidden(row, !m_showUnchanged && m_model->rows().at(row).change == DiffRow::Change::Same);
    }
    fitRows();
}

void DiffTable::fitRows()
{
    resizeRowsToContents();
    updateGeometry();
}

void DiffTable::toggleKept(const QModelIndex &index)
{
    if (index.isValid() && m_model->rows().at(index.row()).kept > 0) {
        m_model->toggleKept(index.row());
        fitRows();
    }
}

void DiffTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitRows();
}

void DiffTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        const QModelIndex index = currentIndex();
        if (index.isValid() && m_model->rows().at(index.row()).kept > 0) {
            toggleKept(index);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

int DiffTable::changeCount() const
{
    return static_cast<int>(
        std::count_if(m_model->rows().cbegin(), m_model->rows().cend(),
                      [](const DiffRow &row) { return row.change != DiffRow::Change::Same; }));
}

QSize DiffTable::sizeHint() const
{
    return {360, horizontalHeader()->height() + verticalHeader()->length() + 2};
}

void DiffTable::applyMetrics()
{
    const TypeScale &type = TypeScale::of(this);
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(type.px(space::rowDense));
    horizontalHeader()->setFixedHeight(type.px(30));
}

void DiffTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        applyMetrics();
    }
}

} // namespace pc::views
