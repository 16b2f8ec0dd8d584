// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "models/catalogue/version_flows.h"
#include "views/dialogs/flow_dialog.h"

class QCheckBox;

namespace pc::views {

class Label;
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
    [[nodiscard]] bool isTyped() const override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void takeTheirs();

    models::SaveVersionFlow *m_flow;
    VersionForm *m_form;
    ApiVersionDraft m_loaded; ///< as the form had it before anything was typed
};

/// Ends a version now, or removes it; both say first who still calls it. An end that somebody would feel
/// waits for a tick.
class VersionActDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    VersionActDialog(const ViewContext &context, models::VersionActFlow *flow, QWidget *parent);

Q_SIGNALS:
    /// `mayUndo`: nothing but this act lies between the two.
    void acted(const pc::ApiVersion &before, const pc::ApiVersion &after, bool mayUndo);

private:
    void onDone() override;
    bool maySubmit() const override;
    void addTick();
    void showTick();
    void takeTheirs();

    models::VersionActFlow *m_flow;
    Label *m_use;
    QCheckBox *m_although = nullptr; ///< of an end
};

} // namespace pc::views
