// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/effect_preview.h"
#include "models/catalogue/scope_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::views {

class MessageBanner;
class ScopeForm;

/// Edits what is said of a scope, and says beforehand whose grants would not fit any more. When somebody else
/// was first, theirs is shown and what was not touched here becomes theirs.
class ScopeDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    ScopeDialog(const ViewContext &context, models::SaveScopeFlow *flow, QWidget *parent);

Q_SIGNALS:
    void saved(const pc::ScopeEffect &effect);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] bool isTyped() const override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void takeTheirs();
    void showEffect();

    models::SaveScopeFlow *m_flow;
    models::ScopePreview m_preview;
    ScopeForm *m_form;
    MessageBanner *m_effect;
    ScopeDraft m_loaded; ///< as the form had it before anything was typed
};

/// Takes a scope out that nobody holds and no route needs.
class RemoveScopeDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RemoveScopeDialog(const ViewContext &context, models::RemoveScopeFlow *flow, QWidget *parent);

Q_SIGNALS:
    void removed(const pc::Scope &scope);

private:
    void onDone() override;
    void takeTheirs();

    models::RemoveScopeFlow *m_flow;
};

} // namespace pc::views
