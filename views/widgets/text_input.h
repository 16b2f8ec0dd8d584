// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/field_input.h"

#include <QPlainTextEdit>

namespace pc::rules {
struct FieldLimit;
}

namespace pc::views {

/// Several lines of text as they were typed or pasted; Tab leaves. The rule of its field is a message, never
/// a cut.
class TextInput final : public QPlainTextEdit, public FieldInput
{
    Q_OBJECT
public:
    /// `limit`: a row of rules::fieldLimits(); `height` in pixels at 100 %.
    TextInput(const QString &name, const rules::FieldLimit &limit, int height, QWidget *parent = nullptr);

    /// The text as the API takes it.
    [[nodiscard]] QString value() const;

    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString faultWhileTyping() const override;
    void setUnreadText(const QString &text) override { setPlainText(text); }

private:
    const rules::FieldLimit &m_limit;
};

} // namespace pc::views
