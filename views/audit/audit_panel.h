// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "models/time/time_frame.h"
#include "models/time/time_preset.h"
#include "models/time/time_span.h"
#include "views/shell/page.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace pc::models {
struct AuditModels;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class EventPane;
class ExportStrip;
class Label;
class MessageBanner;
class PcTableView;
class SavedViewsButton;
class StateStack;
class TimeChip;
class TimeControls;
class TimeScrollBar;
class TimeStrip;
class TimelineLink;

/// The audit trail in time: strip, time chip and query line, table and event pane. The whole audit page, and
/// the Audit tab of one partner.
class AuditPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `partnerId` fixes the partner; empty shows all and lets people filter.
    AuditPanel(const ViewContext &context, models::AuditModels &models, const QString &partnerId,
               QWidget *parent = nullptr);

    /// The query line's text; runs it.
    void setQueryLine(const QString &line);
    [[nodiscard]] QString queryLine() const;
    /// Another partner is shown by the page around it.
    void setPartner(const QString &partnerId);
    /// Shows this event where it stands, whatever was asked before.
    void openEvent(const QString &eventId);
    /// What one does with the whole list; for the head of the page around it.
    [[nodiscard]] QWidget *actions() const { return m_actions; }
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
    void makeTable();
    void makeActions();
    [[nodiscard]] QWidget *makeFilterRow();
    [[nodiscard]] QWidget *makeList();
    void wire();
    void wireTime();
    void wireTable();
    void runQuery();
    void setSpan(const models::TimeSpan &span, models::TimePreset preset);
    void showAround(const models::TimeSpan &range);
    void tellFaults(const struct AuditQueryText &parsed);
    void setOrder(RowOrder order);
    void showState();
    void showRow(const QModelIndex &index);
    void showWanted();
    void setPaneOpen(bool open);
    void addFilter(const QString &field, const QString &value, bool isExcluded);
    void filterCell(bool isExcluded);
    void fillMenu(class QMenu *menu, const QModelIndex &index);
    void exportEvents();
    [[nodiscard]] AuditQuery baseQuery() const;

    const ViewContext &m_context;
    models::AuditModels &m_models;
    QString m_partnerId;
    models::TimeSpan m_span;
    models::TimePreset m_preset = models::TimePreset::All;
    AuditQuery m_asked;
    RowOrder m_order = RowOrder::NewestFirst;
    QString m_wanted; ///< an event that is to be shown where it stands, once it is known when it was
    TimeStrip *m_strip = nullptr;
    TimeChip *m_time = nullptr;
    QLineEdit *m_query = nullptr;
    Label *m_queryMessage = nullptr;
    QToolButton *m_orderButton = nullptr;
    QToolButton *m_columns = nullptr;
    QWidget *m_actions = nullptr;
    SavedViewsButton *m_views = nullptr;
    QPushButton *m_export = nullptr;
    ExportStrip *m_exporting = nullptr;
    MessageBanner *m_searched = nullptr;
    MessageBanner *m_held = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    TimeScrollBar *m_bar = nullptr;
    TimelineLink *m_link = nullptr;
    TimeControls *m_controls = nullptr;
    EventPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
    QTimer m_typing;
    bool m_missing = false; ///< the line has a field without a value and asks nothing
};

} // namespace pc::views
