// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QObject>

class QButtonGroup;
class QWidget;

namespace pc::views {

/// The kinds of credential as radio buttons, the recommended one chosen.
class KindChoice final : public QObject
{
    Q_OBJECT
public:
    enum class Notes { None, BesideEach };

    /// Fills `box`, and belongs to it.
    KindChoice(QWidget *box, Notes notes);

    [[nodiscard]] CredentialKind kind() const;
    /// A kind that is not offered leaves the choice to the recommended one.
    void setKind(CredentialKind kind);

Q_SIGNALS:
    void changed();

private:
    QButtonGroup *m_buttons;
};

} // namespace pc::views
