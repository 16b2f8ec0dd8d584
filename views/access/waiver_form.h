// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace pc {
struct FieldError;
}
namespace pc::models {
class NetworksEditor;
}

namespace pc::views {

class DateInput;
class FormField;
class LineInput;

/// Until when production may do without a list, and why. Every key goes into the editor as it was typed; an
/// end that cannot be read is staged as an invalid time, and refused by validate().
class WaiverForm final : public QWidget
{
    Q_OBJECT
public:
    explicit WaiverForm(models::NetworksEditor &editor, QWidget *parent = nullptr);

    /// Shows what is staged.
    void showEdit();
    /// Shows errors at wrong fields; true when all are fine.
    bool validate();
    void setReadOnlyReason(const QString &why);
    void showErrors(const QList<FieldError> &errors);

private:
    void push();
    [[nodiscard]] QString endFault() const;

    models::NetworksEditor &m_editor;
    bool m_showing = false;
    QCheckBox *m_waive;
    QWidget *m_fields;
    DateInput *m_until;
    LineInput *m_reason;
    FormField *m_untilField;
    FormField *m_reasonField;
};

} // namespace pc::views
