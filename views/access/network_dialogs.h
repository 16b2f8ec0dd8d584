// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/networks_editor.h"
#include "models/access/save_networks_flow.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class NetworksModel;
}

namespace pc::views {

/// Whom staged lists refuse.
struct NetworkImpact
{
    std::optional<QList<SourceSeen>> refused; ///< that may call now; nothing when it is not known
    QString stillPass;                        ///< stillFromAnywhereText()
};

/// Staged edits of allow-lists as a diff, which of the sources of 30 days they would refuse, then reason and
/// ticket, then Save. When somebody else changed the lists meanwhile, it closes with stale().
class ReviewNetworksDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over, which must save `editor`'s edits.
    ReviewNetworksDialog(const ViewContext &context, const models::NetworksEditor &editor,
                         const models::NetworksModel &networks, const NetworkImpact &impact,
                         const QString &partnerName, models::SaveNetworksFlow *flow, QWidget *parent);

Q_SIGNALS:
    void saved(const pc::Versioned<pc::NetworkRules> &rules);
    /// The platform did not accept single values: they are typed where this was opened from.
    void refusedFields(const QList<pc::FieldError> &errors);
    /// With the rules as they are now; their etag is empty when the service did not send them.
    void stale(const pc::Versioned<pc::NetworkRules> &current);

private:
    void onDone() override;
    [[nodiscard]] QString actTitle() const override;
    [[nodiscard]] QString nameFor(const QString &pointer) const override;
    void addImpact(const NetworkImpact &impact);

    models::SaveNetworksFlow *m_flow;
    QString m_partnerName; ///< as in a sentence
    NetworkRulesEdit m_sent;
};

/// What somebody else changed while edits were staged here: put mine on top, or drop mine.
class MergeNetworksDialog final : public DialogFrame
{
    Q_OBJECT
public:
    MergeNetworksDialog(const models::NetworksEditor &editor, const models::NetworksModel &networks,
                        QWidget *parent);

Q_SIGNALS:
    void reapplyRequested();
    void discardRequested();
};

} // namespace pc::views
