// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/number_input.h"

#include "contract/rules/field_limits.h"
#include "views/widgets/field_words.h"
#include "views/widgets/number_text.h"

#include <cmath>

namespace pc::views {

namespace {

bool asksWhole(const rules::FieldLimit &limit)
{
    return limit.kind == rules::FieldKind::Whole;
}

} // namespace

NumberInput::NumberInput(const QString &name, const rules::FieldLimit &limit, QWidget *parent)
    : LineInput(name, parent), m_range(limit)
{
    setInputMethodHints(asksWhole(limit) ? Qt::ImhDigitsOnly : Qt::ImhFormattedNumbersOnly);
}

std::optional<double> NumberInput::number() const
{
    const NumberText read = readNumber(text(), asksWhole(m_range), QLocale());
    return read.state == NumberText::State::Number ? std::optional(read.value) : std::nullopt;
}

std::optional<qint64> NumberInput::whole() const
{
    const std::optional<double> value = number();
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9e15)
        return std::nullopt;
    return static_cast<qint64>(*value);
}

void NumberInput::showNumber(double number)
{
    if (this->number() != std::optional(number))
        showText(writeNumber(number, QLocale()));
}

QString NumberInput::fault() const
{
    const NumberText read = readNumber(text(), asksWhole(m_range), QLocale());
    switch (read.state) {
    case NumberText::State::Empty:
        return tr("A number is needed.");
    case NumberText::State::NotANumber:
        return tr("This is not a number.");
    case NumberText::State::NotWhole:
        return tr("A whole number is needed.");
    case NumberText::State::Number:
        break;
    }
    const std::optional<rules::FieldFault> fault = rules::faultOf(m_range, read.value);
    return fault ? faultText(&m_range, *fault) : QString();
}

QString NumberInput::unreadText() const
{
    return number() ? QString() : text();
}

} // namespace pc::views
