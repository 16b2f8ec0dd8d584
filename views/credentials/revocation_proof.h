// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QWidget>

class QGridLayout;

namespace pc::views {

/// The proof of a revocation as a table: one line per decision point, accepted before and refused after, with
/// decision ids and times, and what that shows. Fills in as the answers come.
class RevocationProofView final : public QWidget
{
    Q_OBJECT
public:
    explicit RevocationProofView(const RevocationProof &proof, QWidget *parent = nullptr);

    void setProof(const RevocationProof &proof);
    /// Everything shown, as lines of text; empty without a decision point.
    [[nodiscard]] QString asText() const;
    /// For the clipboard: what was revoked, of whom, when, by whom and why, and what each decision point
    /// said, as lines that stand for themselves in a ticket. Never empty.
    [[nodiscard]] static QString receiptText(const RevocationReceipt &receipt);

private:
    void addPoint(QGridLayout *grid, int row, const PointProof &point) const;
    [[nodiscard]] QString probeText(const std::optional<Probe> &probe) const;
    [[nodiscard]] static QString outcomeText(ProofOutcome outcome);
    [[nodiscard]] static QString probeLine(const std::optional<Probe> &probe);

    RevocationProof m_proof;
    QWidget *m_table = nullptr;
};

} // namespace pc::views
