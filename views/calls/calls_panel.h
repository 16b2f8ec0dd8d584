// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "models/time/time_preset.h"
#include "models/time/time_span.h"
#include "views/shell/page.h"

#include <QWidget>

class QPushButton;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace pc::models {
struct CallModels;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class CallFilterChips;
class CallNotes;
class CallSearch;
class ExportStrip;
class PcTableView;
class SavedViewsButton;
class StateStack;
class TimeChip;
class TimeControls;
class TimeScrollBar;
class TimeStrip;
class TimelineLink;
class WhyPane;

/// Single calls in time: strip, search line and chips, table, and why the current one ended as it did. The
/// page of all calls, and the Calls tab of one partner.
class CallsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `partnerId` fixes the partner; empty shows all.
    CallsPanel(const ViewContext &context, models::CallModels &models, const QString &partnerId,
               QWidget *parent = nullptr);
    ~CallsPanel() override;

    /// Another partner is shown by the page around it, by whose clocks times may be read.
    void setPartner(const QString &partnerId, const QString &timeZone);
    /// A filter in its text form; wrong parts of it are left out.
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const;
    /// Shows this call where it stands, and why it ended so.
    void openCall(const QString &callId);
    /// What one does with the whole list; for the head of the page around it.
    [[nodiscard]] QWidget *actions() const { return m_actions; }
    void refresh();
    void focusContent();
    void focusSearch();
    /// Closes the pane; false when it is closed.
    bool closeLayer();
    /// "42 of 61,204 calls"; empty while nothing is known.
    [[nodiscard]] QString answerText() const;
    [[nodiscard]] StatusText statusText() const;
    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    [[nodiscard]] PcTableView *table() const { return m_table; }

Q_SIGNALS:
    void statusChanged();
    void queryChanged(const QString &query);

private:
    void buildUi();
    void makeTable();
    [[nodiscard]] QWidget *makeFilterRow();
    [[nodiscard]] QWidget *makeList();
    void makeActions();
    void wire();
    void wireTime();
    void wireTable();
    [[nodiscard]] models::TimeFrame frame() const;
    [[nodiscard]] models::TimeSpan span() const;
    void setFilter(CallFilter filter, models::TimePreset preset = models::TimePreset::None);
    void ask(const std::optional<QDateTime> &at = {});
    void showAround(const models::TimeSpan &range);
    void showFilter();
    void showState();
    void showNothing();
    void showMarks();
    void showExplained();
    void showRow(const QModelIndex &index);
    void setPaneOpen(bool open);
    void setOrder(RowOrder order);
    void filterCell(bool isExcluded);
    void exportCalls();

    const ViewContext &m_context;
    models::CallModels &m_models;
    QString m_partnerId;
    CallFilter m_filter;
    models::TimePreset m_preset = models::TimePreset::All;
    RowOrder m_order = RowOrder::NewestFirst;
    QString m_wanted; ///< a call that is to be shown where it stands, once it is known when it was
    TimeStrip *m_strip = nullptr;
    TimeChip *m_time = nullptr;
    CallSearch *m_search = nullptr;
    CallFilterChips *m_chips = nullptr;
    QToolButton *m_orderButton = nullptr;
    QToolButton *m_live = nullptr;
    QToolButton *m_columns = nullptr;
    QWidget *m_actions = nullptr;
    SavedViewsButton *m_views = nullptr;
    QPushButton *m_export = nullptr;
    ExportStrip *m_exporting = nullptr;
    CallNotes *m_notes = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    TimeScrollBar *m_bar = nullptr;
    TimelineLink *m_link = nullptr;
    TimeControls *m_controls = nullptr;
    WhyPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace pc::views
