// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class RevokeFlow;
}

namespace pc::views {

class FactTiles;
class MessageBanner;

/// Revokes one credential: what it is and who would be cut before, and the proof after. The result stays on
/// screen until it is closed; a revocation that could not be stored, or is not proven, is shown as such,
/// never as success.
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
    void showFacts();

    models::RevokeFlow *m_flow;
    FactTiles *m_tiles = nullptr;
    MessageBanner *m_cut = nullptr;
};

} // namespace pc::views
