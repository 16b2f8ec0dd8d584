// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/end_choice.h"

#include "contract/rules/observation.h"
#include "views/widgets/date_input.h"
#include "views/widgets/relative_time.h"

namespace pc::views {

using namespace Qt::StringLiterals;

EndChoice::EndChoice(const QString &label, TimeTicker &ticker, QWidget *parent)
    : FormField(label, new DateInput(u"observedUntil"_s, DateInput::Mode::Minute), parent), m_ticker(ticker),
      m_input(static_cast<DateInput *>(editor()))
{
    setRequired(true);
    setHint(tr("At most %n day(s) from now; then refusals are enforced.", nullptr,
               pc::rules::longestObservationDays));
    setRule([this] { return fault(); });
}

void EndChoice::showEnd(const QDateTime &end)
{
    m_input->showMoment(end);
}

QDateTime EndChoice::end() const
{
    return m_input->moment();
}

QString EndChoice::fault() const
{
    if (m_input->isBlank())
        return tr("Say when it ends.");
    const QDateTime end = m_input->moment();
    if (!end.isValid())
        return {}; // the field says so itself
    const QDateTime now = m_ticker.now();
    if (end <= now)
        return tr("It must lie ahead.");
    if (end > now.addDays(pc::rules::longestObservationDays))
        return tr("At most %n day(s) from now.", nullptr, pc::rules::longestObservationDays);
    return {};
}

} // namespace pc::views
