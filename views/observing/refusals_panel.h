// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observed_tables.h"

#include <QWidget>

class QPushButton;
class QSplitter;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class StateStack;

/// What would be refused, added up above, and the kinds of calls of the chosen sum below, each with what
/// mends it.
class RefusalsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RefusalsPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~RefusalsPanel() override;

    /// `refused`: all calls that the shares are of.
    void setLines(const QList<ObservedLine> &lines, qint64 refused);
    /// What stands there when there are no lines.
    void showNothing(const QString &title, const QString &why);
    void setBy(models::ObservedBy by);
    [[nodiscard]] models::ObservedBy by() const { return m_by; }
    [[nodiscard]] PcTableView *groupTable() const { return m_groupTable; }
    [[nodiscard]] PcTableView *lineTable() const { return m_lineTable; }
    void focusContent();

Q_SIGNALS:
    void mendRequested(const pc::ObservedLine &line);

private:
    void buildUi();
    void wire();
    void showGroups();
    void showLines();
    void showMend();
    [[nodiscard]] const ObservedLine *chosenLine() const;

    const ViewContext &m_context;
    models::ObservedGroupTable m_groups;
    models::ObservedLineTable m_lines;
    QList<ObservedLine> m_all;
    qint64 m_refused = 0;
    models::ObservedBy m_by = models::ObservedBy::Reason;
    StateStack *m_states = nullptr;
    QSplitter *m_splitter = nullptr;
    PcTableView *m_groupTable = nullptr;
    PcTableView *m_lineTable = nullptr;
    Label *m_hint = nullptr;
    QPushButton *m_mend = nullptr;
};

} // namespace pc::views
