// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_view.h"

#include "views/style/painting.h"
#include "views/style/tokens.h"
#include "views/style/type_scale.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/table_text.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace pc::views {

PcTableView::PcTableView(QWidget *parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setItemDelegate(new ItemDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setStretchLastSection(false);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.isValid()) {
            Q_EMIT openRequested(index);
        }
    });
    applyMetrics();
}

void PcTableView::setModel(QAbstractItemModel *newModel)
{
    if (model() != nullptr) {
        disconnect(model(), nullptr, this, nullptr);
    }
    QTableView::setModel(newModel);
    if (newModel != nullptr) {
        connect(newModel, &QAbstractItemModel::modelAboutToBeReset, this, &PcTableView::rememberPlace);
        // Queued: the base class rebuilds its own state on the same signal.
        connect(newModel, &QAbstractItemModel::modelReset, this, &PcTableView::restorePlace,
                Qt::QueuedConnection);
        connect(newModel, &QAbstractItemModel::rowsInserted, this, &PcTableView::ensureCurrent,
                Qt::QueuedConnection);
        connect(newModel, &QAbstractItemModel::columnsInserted, this, &PcTableView::layoutColumns);
    }
    m_hoverRow = -1;
    layoutColumns();
    ensureCurrent();
}

void PcTableView::setDensity(Density density)
{
    m_density = density;
    applyMetrics();
}

void PcTableView::applyMetrics()
{
    int height = space::rowNormal;
    switch (m_density) {
    case Density::Dense:
        height = space::rowDense;
        break;
    case Density::Normal:
        break;
    case Density::Relaxed:
        height = space::rowRelaxed;
        break;
    case Density::Credential:
        height = space::rowCredential;
        break;
    }
    const TypeScale &type = TypeScale::of(this);
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(type.px(height));
    horizontalHeader()->setFixedHeight(type.px(space::header));
    verticalScrollBar()->setSingleStep(type.px(height));
    layoutColumns();
}

void PcTableView::setColumns(const QList<ColumnSpec> &columns)
{
    m_columns = columns;
    layoutColumns();
}

void PcTableView::setColumnHiddenByUser(int column, bool hidden)
{
    m_hiddenByUser.removeAll(column);
    if (hidden) {
        m_hiddenByUser.append(column);
    }
    layoutColumns();
}

bool PcTableView::isFirstVisibleColumn(int column) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical)) {
            return logical == column;
        }
    }
    return false;
}

int PcTableView::leastWidth(const ColumnSpec &spec) const
{
    const TypeScale &type = TypeScale::of(this);
    const QFontMetrics metrics(type.font(TypeRole::Small, QFont::Medium));
    const QString heading = model()->headerData(spec.column, Qt::Horizontal).toString();
    constexpr int edges = 8 + 14 + 2; // before it, the mark of the order, and rounding
    const auto *cells = qobject_cast<const ItemDelegate *>(itemDelegate());
    return std::max({type.px(spec.minimum), metrics.horizontalAdvance(heading) + edges,
                     cells ? cells->neededWidth(this, spec.column) : 0});
}

void PcTableView::layoutColumns()
{
    if (m_layingOut || model() == nullptr || m_columns.isEmpty()) {
        return;
    }
    m_layingOut = true;
    QList<ColumnSpec> wanted; // with the pixels they need
    for (ColumnSpec spec : std::as_const(m_columns)) {
        if (!m_hiddenByUser.contains(spec.column) && spec.column < model()->columnCount()) {
            spec.minimum = leastWidth(spec);
            wanted.append(spec);
        }
    }
    // Room for the scroll bar is always kept, so that columns do not jump when it comes.
    const int room = std::max(0, width() - verticalScrollBar()->sizeHint().width());
    const ColumnLayout layout = layOutColumns(wanted, room);
    m_tight = layout.tight;
    for (int column = 0; column < model()->columnCount(); ++column) {
        setColumnHidden(column, !layout.widths.contains(column));
    }
    for (auto it = layout.widths.constBegin(); it != layout.widths.constEnd(); ++it) {
        horizontalHeader()->resizeSection(it.key(), it.value());
    }
    m_layingOut = false;
    if (layout.squeezed != m_squeezed) {
        m_squeezed = layout.squeezed;
        Q_EMIT squeezedColumnsChanged(m_squeezed);
    }
}

void PcTableView::ensureCurrent()
{
    // Assistive technology needs a valid current index as soon as there are rows.
    if (model() != nullptr && !currentIndex().isValid() && model()->rowCount() > 0) {
        const QSignalBlocker quiet(this);
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    }
}

void PcTableView::setCurrentQuietly(const QModelIndex &index)
{
    const QSignalBlocker quiet(this);
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    setAutoScroll(scrolls);
}

void PcTableView::moveContents(int rows)
{
    if (m_hoverRow >= 0) {
        m_hoverRow = std::max(-1, m_hoverRow + rows);
    }
    QScrollBar *bar = verticalScrollBar();
    const int value = bar->value() + rows * verticalHeader()->defaultSectionSize();
    // Rows that came or went are laid out later, and the bar has the old range: a value lies within both.
    if (rows < 0) {
        bar->setValue(value);
    }
    updateGeometries();
    if (rows > 0) {
        bar->setValue(value);
    }
}

bool PcTableView::selectKey(const QVariant &key)
{
    if (model() == nullptr || m_keyRole < 0 || !key.isValid()) {
        return false;
    }
    const int rows = model()->rowCount();
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(m_keyRole) == key) {
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                         QItemSelectionModel::Rows);
            scrollTo(index);
            return true;
        }
    }
    return false;
}

void PcTableView::startAtTop()
{
    if (model() == nullptr) {
        return;
    }
    // A row that only took the place of one that went was chosen by nobody.
    if (const QModelIndex current = currentIndex();
        !current.isValid() || !selectionModel()->isRowSelected(current.row(), {})) {
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    }
    updateGeometries(); // rows that came are laid out later, and would be shown from where it stood
    scrollToTop();
}

QVariant PcTableView::currentKey() const
{
    return keyOf(currentIndex().row());
}

QVariant PcTableView::keyOf(int row) const
{
    return row >= 0 && m_keyRole >= 0 && model() != nullptr ? model()->index(row, 0).data(m_keyRole)
                                                            : QVariant();
}

QList<int> PcTableView::selectedRowNumbers() const
{
    QList<int> rows;
    if (selectionModel() != nullptr) {
        const QModelIndexList indexes = selectionModel()->selectedRows();
        for (const QModelIndex &index : indexes) {
            rows.append(index.row());
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void PcTableView::rememberPlace()
{
    m_place = TablePlace::of(*this, m_keyRole);
}

void PcTableView::restorePlace()
{
    if (model() == nullptr) {
        return;
    }
    layoutColumns();
    if (m_place.hasRows()) {
        m_place.select(*this);
        updateGeometries();
        verticalScrollBar()->setValue(m_place.offset());
    }
    ensureCurrent();
}

void PcTableView::setBottomRoom(int pixels)
{
    if (m_bottomRoom != pixels) {
        m_bottomRoom = pixels;
        updateGeometries();
    }
}

void PcTableView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_bottomRoom > 0 && model() != nullptr) {
        const int hidden = verticalHeader()->length() + m_bottomRoom - viewport()->height();
        verticalScrollBar()->setRange(0, std::max(0, hidden));
    }
}

QModelIndex PcTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Whole rows are chosen: to the ends of the list, not of the row.
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    if (rows > 0 && (action == MoveHome || action == MoveEnd))
        return model()->index(action == MoveHome ? 0 : rows - 1, std::max(0, currentIndex().column()));
    return QTableView::moveCursor(action, modifiers);
}

void PcTableView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        if (const QList<int> rows = selectedRowNumbers(); !rows.isEmpty()) {
            Q_EMIT copyRequested(rowsAsTsv(*this, rows), rowsAsHtml(*this, rows));
        }
        return;
    }
    if (index.isValid() && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (event->key() == Qt::Key_Space) {
            Q_EMIT peekRequested(index);
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            Q_EMIT openRequested(index);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void PcTableView::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(static_cast<int>(event->position().y())));
    QTableView::mouseMoveEvent(event);
}

bool PcTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        setHoverRow(-1);
    }
    return QTableView::viewportEvent(event);
}

void PcTableView::setHoverRow(int row)
{
    if (row != m_hoverRow) {
        const int before = m_hoverRow;
        m_hoverRow = row;
        updateRow(before);
        updateRow(row);
    }
}

void PcTableView::updateRow(int row)
{
    if (row >= 0 && model() != nullptr && row < model()->rowCount()) {
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void PcTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void PcTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        applyMetrics();
    }
}

void PcTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    if (current.row() != previous.row() || !previous.isValid()) {
        Q_EMIT currentRowChanged(current);
    }
}

void PcTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_menuHook) {
        return;
    }
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    m_menuHook(menu, index);
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->popup(keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void PcTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus()) {
        return;
    }
    // The row that the keys act on, or the whole while there is none.
    QRect ring = viewport()->rect();
    if (const QModelIndex index = currentIndex(); index.isValid()) {
        ring = QRect(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
    }
    QPainter painter(viewport());
    paintFocusRing(&painter, ring, space::radiusSmall, Tokens::of(this).accent);
}

void PcTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void PcTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace pc::views
