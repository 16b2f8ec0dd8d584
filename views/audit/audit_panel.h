// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "views/audit/audit_deps.h"
#include "views/shell/page.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSplitter;

namespace pc::views {

struct ViewContext;
class EventPane;
class Label;
class MessageBanner;
class PcTableView;
class StateStack;

/// Query line, table and event pane: the whole audit page, and the Audit tab of one partner.
class AuditPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `partnerId` fixes the partner; empty shows all and lets people filter.
    AuditPanel(const ViewContext &context, const AuditDeps &deps, const QString &partnerId,
               QWidget *parent = nullptr);

    /// The query line's text; runs it.
    void setQueryLine(const QString &line);
    [[nodiscard]] QString queryLine() const;
    /// Another partner is shown by the page around it.
    void setPartner(const QString &partnerId);
    void focusFilter();
    void refresh();
    /// The focus goes to the rows, as soon as there are some.
    void focusContent();
    /// Closes the pane; false when it is closed.
    bool closeLayer();
    [[nodiscard]] StatusText statusText() const;
    /// How many events answer the line; empty while nothing does.
    [[nodiscard]] QString answerCount() const;
    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    [[nodiscard]] PcTableView *table() const { return m_table; }

Q_SIGNALS:
    void statusChanged();
    void queryLineChanged(const QString &line);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *makeFilterRow();
    void wire();
    void runQuery();
    void showState();
    void showRow(const QModelIndex &index);
    void setPaneOpen(bool open);
    void addFilter(const QString &field, const QString &value);
    void fillMenu(class QMenu *menu, const QModelIndex &index);
    [[nodiscard]] AuditQuery baseQuery() const;

    const ViewContext &m_context;
    AuditDeps m_deps;
    QString m_partnerId;
    QLineEdit *m_query = nullptr;
    Label *m_queryMessage = nullptr;
    QComboBox *m_range = nullptr;
    MessageBanner *m_held = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    EventPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
    QTimer m_typing;
    bool m_missing = false; ///< the line has a field without a value and asks nothing
};

} // namespace pc::views
