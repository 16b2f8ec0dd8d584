// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTableView>

namespace pc::views {

class DiffModel;

/// One line of a before/after comparison.
struct DiffRow
{
    enum class Change { Same, Changed, Added, Removed };
    QString field;
    QString before;
    QString after;
    Change change = Change::Same;
    int kept =
        0; ///< of a list that changed: this row stands for so many items that stayed, folded into a count
    bool operator==(const DiffRow &) const = default;
};

/// Field / before / after as a real table (readable cell by cell), with - and + signs besides colour; long
/// values wrap. Unchanged rows are dim and can be folded; the items of a list that stayed are one row that
/// says how many, and unfolds by a click or Enter.
class DiffTable final : public QTableView
{
    Q_OBJECT
public:
    explicit DiffTable(QWidget *parent = nullptr);
    void setRows(const QList<DiffRow> &rows);
    void setShowUnchanged(bool show);
    [[nodiscard]] int changeCount() const;
    /// Height that shows every visible row.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyMetrics();
    void applyFolding();
    void fitRows();
    void toggleKept(const QModelIndex &index);
    DiffModel *m_model;
    bool m_showUnchanged = true;
};

} // namespace pc::views
