// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/gate.h"
#include "views/widgets/card.h"

#include <QList>

namespace pc::models {
class PartnerModel;
}

namespace pc::views {

class IconLabel;
class Label;

/// The conditions before the next stage: passed ones with a check, open ones with why and a link to where
/// they are fixed.
class GatesCard final : public Card
{
    Q_OBJECT
public:
    explicit GatesCard(QWidget *parent = nullptr);
    void setGates(const StageGates &gates);
    /// The model's gates, or why they are not there.
    void showGates(const models::PartnerModel &partner);
    /// Shows the details of open gates as a second line (dialogs and the partner page; the peek pane is too
    /// narrow).
    void setDetailed(bool detailed) { m_detailed = detailed; }

Q_SIGNALS:
    void fixRequested(const QString &fixAt);

private:
    /// Instead of gates.
    void setMessage(const QString &message);
    void clearRows();
    void addRow(const Gate &gate);

    IconLabel *m_icon;
    Label *m_title;
    QList<QWidget *> m_rows;
    std::optional<StageGates> m_shown;
    bool m_detailed = false;
};

} // namespace pc::views
