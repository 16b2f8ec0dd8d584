// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class ApiListModel;
}

namespace pc::views {

class ApiForm;
class LineInput;

/// Adds an API, or edits one. When somebody else was first, what was typed stands on top of theirs and can be
/// saved again.
class ApiDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over. `apis`: those that there are.
    ApiDialog(const ViewContext &context, const models::ApiListModel &apis, models::SaveApiFlow *flow,
              QWidget *parent);

Q_SIGNALS:
    void saved(const pc::Versioned<pc::Api> &api);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] bool isTyped() const override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void takeTheirs();

    models::SaveApiFlow *m_flow;
    ApiForm *m_form;
    ApiDraft m_loaded; ///< as the form had it before anything was typed
};

/// Takes an API out, with all its routes.
class RemoveApiDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RemoveApiDialog(const ViewContext &context, models::RemoveApiFlow *flow, QWidget *parent);

Q_SIGNALS:
    void removed(const pc::Api &api);

private:
    bool prepare() override;
    void onDone() override;
    bool maySubmit() const override;
    void takeTheirs();
    [[nodiscard]] static QString question(const Api &api);

    models::RemoveApiFlow *m_flow;
    LineInput *m_typed = nullptr;
    FormField *m_typedField = nullptr;
};

/// Withdraws a proposal, or lets a former revision go.
class RemoveRevisionDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RemoveRevisionDialog(const ViewContext &context, models::RemoveRevisionFlow *flow, QWidget *parent);

Q_SIGNALS:
    void removed(const pc::CatalogueRevision &revision);

private:
    void onDone() override;

    models::RemoveRevisionFlow *m_flow;
};

} // namespace pc::views
