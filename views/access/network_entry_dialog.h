// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/networks.h"
#include "views/widgets/dialog_frame.h"

namespace pc::views {

class DateInput;
class FormField;
class LineInput;

/// One line of an allow-list: network, note, and from and until when it is in force. Nothing is sent: the
/// line is staged.
class NetworkEntryDialog final : public DialogFrame
{
    Q_OBJECT
public:
    NetworkEntryDialog(const NetworkEntry &entry, QWidget *parent);

Q_SIGNALS:
    void edited(const pc::NetworkEntry &entry);

private:
    void apply();
    [[nodiscard]] QString networkFault() const;
    [[nodiscard]] QString endFault() const;

    LineInput *m_network;
    LineInput *m_note;
    DateInput *m_from;
    DateInput *m_until;
    QList<FormField *> m_fields;
};

} // namespace pc::views
