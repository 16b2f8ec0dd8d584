// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observation_report_model.h"
#include "views/observing/observing_page.h"

class QCheckBox;
class QStackedWidget;
class QToolButton;

namespace pc::views {

class Badge;
class CallersPanel;
class ChartCard;
class Chip;
class ElidedLabel;
class Label;
class RefusalsPanel;
class UnderlineTabs;

/// What enforcement would refuse of one thing that is observed: by reason, partner and route, and who calls
/// without a known credential; each with what mends it.
class ObservationPage final : public Page
{
    Q_OBJECT
public:
    ObservationPage(const ViewContext &context, const ObservingDeps &deps, QWidget *parent = nullptr);
    ~ObservationPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> breadcrumb() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] RefusalsPanel *refusals() const { return m_refusals; }
    [[nodiscard]] CallersPanel *callers() const { return m_callers; }
    void showTab(const QString &tab);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *buildHead();
    void wire();
    void showReport();
    void showTitle();
    [[nodiscard]] bool isOver(const ObservationReport &report) const;
    void showLines();
    void showButtons();
    void showRangeMenu();
    void showPart();
    void offer();
    void mend(const ObservedLine &line);
    void saveCsv();
    [[nodiscard]] std::optional<ObservationSummary> observed() const;
    [[nodiscard]] static QString rangeText(models::ObservationReportModel::Range range);

    const ViewContext &m_context;
    ObservingDeps m_deps;
    models::ObservationReportModel m_report;
    QString m_id;
    QString m_title; ///< that was told
    StateStack *m_states = nullptr;
    ElidedLabel *m_name = nullptr;
    Badge *m_badge = nullptr;
    ElidedLabel *m_facts = nullptr;
    QPushButton *m_extend = nullptr;
    QPushButton *m_enforce = nullptr;
    QPushButton *m_again = nullptr;
    QToolButton *m_export = nullptr;
    Chip *m_range = nullptr;
    QCheckBox *m_onlyRefused = nullptr;
    Label *m_asOf = nullptr;
    Label *m_headline = nullptr;
    Label *m_note = nullptr;
    ChartCard *m_chart = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    QStackedWidget *m_parts = nullptr;
    RefusalsPanel *m_refusals = nullptr;
    CallersPanel *m_callers = nullptr;
};

} // namespace pc::views
