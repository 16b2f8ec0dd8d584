// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/flow_dialog.h"

namespace pc {
struct Credential;
}

namespace pc::models {
class SuspendFlow;
}

namespace pc::views {

/// Suspends a credential or lets it work again: reversible, so one dialog that states the effect, no typing.
class SuspendDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    SuspendDialog(const ViewContext &context, models::SuspendFlow *flow, QWidget *parent);
    ~SuspendDialog() override;

protected:
    void onDone() override;

private:
    void addFacts(const Credential &credential);

    models::SuspendFlow *m_flow;
};

} // namespace pc::views
