// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/field_input.h"

#include <QWidget>

class QButtonGroup;

namespace pc::views {

class NumberInput;

/// How long the old secret stays valid: now, 15 min, 1 h, 6 h, 24 h, or any number of hours up to 7 days.
class GraceChoice final : public QWidget, public FieldInput
{
    Q_OBJECT
public:
    /// `withNow`: offers to end it at once.
    explicit GraceChoice(bool withNow, QWidget *parent = nullptr);

    static constexpr qint64 unknown = -1; ///< the hours typed are no number of hours that may be
    /// 0 to 604800, or unknown.
    [[nodiscard]] qint64 seconds() const;
    [[nodiscard]] QString fault() const override;
    void setUnreadText(const QString &text) override;

Q_SIGNALS:
    void changed(qint64 seconds);

private:
    QButtonGroup *m_group;
    NumberInput *m_hours;
};

} // namespace pc::views
