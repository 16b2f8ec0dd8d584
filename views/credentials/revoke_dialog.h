// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class RevokeFlow;
}

namespace pc::views {

class Label;
class MessageBanner;
class RevocationProofView;

/// Revokes one credential: what it is, whose calls would fail and where it is accepted before; the receipt
/// after, with the proof as it comes. The result stays on screen until it is closed; a revocation that could
/// not be stored, or is not proven, is shown as such, never as success.
class RevokeDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RevokeDialog(const ViewContext &context, models::RevokeFlow *flow, QWidget *parent);
    ~RevokeDialog() override;

protected:
    void onDone() override;

private:
    void buildUi();
    void showProbe();
    void showReceipt();
    [[nodiscard]] QString probeSentence() const;

    models::RevokeFlow *m_flow;
    Label *m_probe = nullptr;
    MessageBanner *m_unstored = nullptr;
    MessageBanner *m_proofState = nullptr;
    RevocationProofView *m_proof = nullptr;
};

} // namespace pc::views
