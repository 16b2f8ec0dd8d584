// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/text_input.h"

#include "contract/rules/field_limits.h"
#include "views/widgets/field_words.h"

namespace pc::views {

TextInput::TextInput(const QString &name, const rules::FieldLimit &limit, int height, QWidget *parent)
    : QPlainTextEdit(parent), m_limit(limit)
{
    setObjectName(name);
    setTabChangesFocus(true);
    setFixedHeight(height);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString TextInput::value() const
{
    return rules::valueOf(m_limit, toPlainText());
}

QString TextInput::fault() const
{
    return value().isEmpty() ? QString() : textFaultText(m_limit, value());
}

QString TextInput::faultWhileTyping() const
{
    return tooLongText(m_limit, value());
}

} // namespace pc::views
