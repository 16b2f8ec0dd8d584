// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "models/access/grant_impact.h"
#include "models/partners/partner_flows.h"
#include "views/dialogs/flow_dialog.h"
#include "views/widgets/diff_table.h"

namespace pc::models {
class CatalogueModel;
class GrantEditor;
} // namespace pc::models

namespace pc::views {

/// Field changes as rows of a DiffTable.
[[nodiscard]] QList<DiffRow> diffRows(const QList<FieldChange> &changes,
                                      const models::CatalogueModel &catalogue);

/// The scope that a JSON pointer into a grant names ("/scopes/3"); empty when it names none of these.
[[nodiscard]] QString scopeAt(const QString &pointer, const QStringList &scopes);

/// Staged edits as a diff, what they would refuse of today's use, then reason and ticket, then Save. When
/// somebody else changed the grant meanwhile, it closes with stale().
class ReviewGrantDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over, which must save `editor`'s edits. `stillPass`: stillPassText() of the partner.
    ReviewGrantDialog(const ViewContext &context, const models::GrantEditor &editor,
                      const models::GrantFacts &facts, const QString &stillPass, const QString &partnerName,
                      models::SaveGrantFlow *flow, QWidget *parent);

Q_SIGNALS:
    void saved(const pc::Versioned<pc::Grant> &grant);
    /// The platform did not accept single values: they are typed where this was opened from.
    void refused(const QList<pc::FieldError> &errors);
    /// With the grant as it is now; its etag is empty when the service did not send it.
    void stale(const pc::Versioned<pc::Grant> &current);

private:
    void onDone() override;
    void addScopeImpact(const models::GrantEditor &editor, const models::GrantFacts &facts,
                        const QString &stillPass);
    [[nodiscard]] QString actTitle() const override;
    [[nodiscard]] QString nameFor(const QString &pointer) const override;
    void addLimitImpact(const models::GrantEditor &editor, const models::GrantFacts &facts);
    void addWarning(const QString &objectName, Icon which, const QString &text);

    models::SaveGrantFlow *m_flow;
    QString m_partnerName; ///< as in a sentence
    QStringList m_scopes;  ///< as they are sent
};

/// What somebody else changed while edits were staged here: put mine on top, or drop mine.
class MergeGrantDialog final : public DialogFrame
{
    Q_OBJECT
public:
    MergeGrantDialog(const models::GrantEditor &editor, QWidget *parent);

Q_SIGNALS:
    void reapplyRequested();
    void discardRequested();
};

} // namespace pc::views
