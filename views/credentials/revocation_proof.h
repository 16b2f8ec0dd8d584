// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QWidget>

namespace pc::views {

/// The proof of a revocation as a table: one line per decision point, accepted before and refused after, with
/// decision ids and times.
class RevocationProofView final : public QWidget
{
    Q_OBJECT
public:
    explicit RevocationProofView(const RevocationReceipt &receipt, QWidget *parent = nullptr);

    /// For the clipboard: everything shown, as lines of text.
    [[nodiscard]] QString asText() const;

private:
    [[nodiscard]] QString probeText(const Probe &probe) const;
    RevocationReceipt m_receipt;
};

} // namespace pc::views
