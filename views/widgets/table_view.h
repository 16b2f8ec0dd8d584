// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/space.h"
#include "views/widgets/table_columns.h"
#include "views/widgets/table_place.h"

#include <QList>
#include <QTableView>
#include <functional>

class QMenu;

namespace pc::views {

/// The console's table: fixed rows, per-pixel scroll, no grid, hair lines, hover row, accent bar on the
/// current row, columns that give way by priority instead of scrolling sideways. Keeps current row, selection
/// and offset over a model reset when a key role is set. Space peeks, Enter opens, Ctrl+C copies rows as TSV
/// and HTML.
class PcTableView : public QTableView
{
    Q_OBJECT
public:
    explicit PcTableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setDensity(Density density);
    void setColumns(const QList<ColumnSpec> &columns);
    /// Column that people hid themselves; it stays hidden at any width.
    void setColumnHiddenByUser(int column, bool hidden);
    [[nodiscard]] bool isColumnHiddenByUser(int column) const { return m_hiddenByUser.contains(column); }
    [[nodiscard]] int squeezedColumns() const { return m_squeezed; }
    /// False when the columns that never hide have less than their minimum.
    [[nodiscard]] bool hasRoom() const { return !m_tight; }

    /// Role of column 0 that identifies a row, for keeping place over resets.
    void setKeyRole(int role) { m_keyRole = role; }
    /// Selects and shows the row with this key; false when it is not loaded.
    bool selectKey(const QVariant &key);
    [[nodiscard]] QVariant currentKey() const;
    [[nodiscard]] QVariant keyOf(int row) const;
    /// Other rows than before: the first is the current one, unless a row that was chosen is still there, and
    /// the view stands at the top.
    void startAtTop();
    /// So many rows came above what is seen, or went there (less than none): what is seen stays where it is.
    /// With none the table takes in what it would otherwise lay out later.
    void moveContents(int rows);
    /// Another current row that nobody chose: it is neither told nor scrolled to.
    void setCurrentQuietly(const QModelIndex &index);
    /// Called to fill the context menu of a cell before it opens (asynchronously, with popup()).
    using MenuHook = std::function<void(QMenu *menu, const QModelIndex &index)>;
    void setContextMenuHook(MenuHook hook) { m_menuHook = std::move(hook); }

    [[nodiscard]] bool isFirstVisibleColumn(int column) const;
    [[nodiscard]] int hoverRow() const { return m_hoverRow; }
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    /// Keeps this much free below the last row (a toast covers it).
    void setBottomRoom(int pixels);

Q_SIGNALS:
    void openRequested(const QModelIndex &index);
    void peekRequested(const QModelIndex &index);
    void currentRowChanged(const QModelIndex &index);
    /// Rows were copied with Ctrl+C; whoever owns the clipboard puts both flavours on it.
    void copyRequested(const QString &tsv, const QString &html);
    void squeezedColumnsChanged(int count);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyMetrics();
    void layoutColumns();
    /// Below this a column cuts what it says; in pixels.
    [[nodiscard]] int leastWidth(const ColumnSpec &spec) const;
    void setHoverRow(int row);
    void updateRow(int row);
    void ensureCurrent();
    void rememberPlace();
    void restorePlace();

    Density m_density = Density::Normal;
    QList<ColumnSpec> m_columns;
    QList<int> m_hiddenByUser;
    MenuHook m_menuHook;
    int m_keyRole = -1;
    int m_hoverRow = -1;
    int m_squeezed = 0;
    int m_bottomRoom = 0;
    bool m_layingOut = false;
    bool m_tight = false;
    TablePlace m_place;
};

} // namespace pc::views
