// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class GraceFlow;
}

namespace pc::views {

class FormField;
class GraceChoice;
class Label;
class MessageBanner;

/// Moves the end of a grace, or ends it now, which is a revocation of the old secret and looks like one.
class GraceDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    GraceDialog(const ViewContext &context, models::GraceFlow *flow, bool endNow, QWidget *parent);
    ~GraceDialog() override;

protected:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;

private:
    void showFacts();

    models::GraceFlow *m_flow;
    bool m_endNow;
    GraceChoice *m_choice = nullptr;
    FormField *m_choiceField = nullptr;
    MessageBanner *m_affected = nullptr;
    Label *m_facts = nullptr;
};

} // namespace pc::views
