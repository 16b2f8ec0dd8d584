// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/form_field.h"

#include <QDateTime>

namespace pc::views {

class DateInput;
class TimeTicker;

/// Until when something is observed: a moment ahead, as far as the rule lets it be.
class EndChoice final : public FormField
{
    Q_OBJECT
public:
    EndChoice(const QString &label, TimeTicker &ticker, QWidget *parent = nullptr);

    void showEnd(const QDateTime &end);
    /// Invalid when what is typed is no moment.
    [[nodiscard]] QDateTime end() const;

private:
    [[nodiscard]] QString fault() const;

    TimeTicker &m_ticker;
    DateInput *m_input;
};

} // namespace pc::views
