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
};

/// Field / before / after as a real table (readable cell by cell), with - and + signs besides colour;
/// unchanged rows are dim and can be folded.
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

private:
    void applyMetrics();
    void applyFolding();
    DiffModel *m_model;
    bool m_showUnchanged = true;
};

} // namespace pc::views
