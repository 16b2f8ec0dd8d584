// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "models/catalogue/version_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::views {

class VersionForm;

/// Adds a version of an API, or edits one. When somebody else was first, what was typed stands on top of
/// theirs and can be saved again.
class VersionDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    VersionDialog(const ViewContext &context, models::SaveVersionFlow *flow, const Api &api, QWidget *parent);

Q_SIGNALS:
    void saved(const pc::ApiVersion &version);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void takeTheirs();

    models::SaveVersionFlow *m_flow;
    VersionForm *m_form;
};

/// Ends a version now, or removes it; both say first who still calls it.
class VersionActDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    VersionActDialog(const ViewContext &context, models::VersionActFlow *flow, QWidget *parent);

Q_SIGNALS:
    void acted(const pc::ApiVersion &version);

private:
    void onDone() override;
    void takeTheirs();

    models::VersionActFlow *m_flow;
};

} // namespace pc::views
