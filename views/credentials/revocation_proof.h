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

private:
    void addPoint(QGridLayout *grid, int row, const PointProof &point) const;

    QWidget *m_table = nullptr;
};

} // namespace pc::views
