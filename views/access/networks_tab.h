// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/networks_editor.h"
#include "models/access/networks_model.h"
#include "models/access/save_networks_flow.h"
#include "models/access/sources_model.h"
#include "models/partners/partner_model.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

#include <QPointer>

class QPushButton;

namespace pc {
struct ObservationSummary;
}
namespace pc::models {
class ObservationListModel;
}

namespace pc::views {

class Label;
class MessageBanner;
class NetworkPanel;
class SourcesPanel;
class StateStack;
class Toast;

/// From where a partner may call: allow-lists and the waiver, staged here, reviewed as a diff and then saved
/// at once, beside the sources that it calls from.
class NetworksTab final : public PartnerTab
{
    Q_OBJECT
public:
    /// `observations`: what is observed; it may be missing in tests.
    NetworksTab(const ViewContext &context, models::PartnerModel &partner,
                models::ObservationListModel *observations = nullptr, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    [[nodiscard]] bool isDirty() const override { return m_editor.isDirty(); }
    void discard() override { m_editor.discard(); }
    bool undo() override { return m_editor.undo(); }
    [[nodiscard]] bool canUndo() const override { return m_editor.canUndo(); }
    [[nodiscard]] StatusText statusText() const override;
    bool focusContent() override;
    [[nodiscard]] models::NetworksEditor &editor() { return m_editor; }
    /// Opens the diff; does nothing without edits, or where a line cannot be saved.
    void review();

private:
    void buildUi();
    [[nodiscard]] QWidget *buildBar();
    void wire();
    void showRules();
    void showObserved();
    [[nodiscard]] QList<ObservationSummary> observed() const;
    void showEdits();
    void showMerge();
    void onSaved(const Versioned<NetworkRules> &rules);
    void discardEdits();
    [[nodiscard]] QString partnerName() const;

    const ViewContext &m_context;
    models::PartnerModel &m_partner;
    models::ObservationListModel *m_observations;
    models::NetworksModel m_networks;
    models::SourcesModel m_sources;
    models::NetworksEditor m_editor;
    NetworkPanel *m_lists;
    SourcesPanel *m_seen;
    StateStack *m_states;
    MessageBanner *m_locked;
    MessageBanner *m_stale;
    QWidget *m_bar;
    Label *m_barText;
    QPushButton *m_review;
    QPointer<Toast> m_discarded;
};

} // namespace pc::views
