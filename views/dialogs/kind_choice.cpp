// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/kind_choice.h"

#include "contract/rules/credential_kinds.h"
#include "models/text/credential_kind_text.h"
#include "views/style/space.h"
#include "views/widgets/label.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CredentialKindTexts;
using models::kindText;

KindChoice::KindChoice(QWidget *box, Notes notes) : QObject(box), m_buttons(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    for (const rules::CredentialKindTraits &traits : rules::credentialKinds()) {
        if (traits.imported) // nobody issues one
            continue;
        auto *button = new QRadioButton(kindText(traits.kind, &CredentialKindTexts::choice));
        button->setObjectName(u"kind:"_s + toText(traits.kind));
        m_buttons->addButton(button, static_cast<int>(traits.kind));
        column->addWidget(button);
        if (notes == Notes::None)
            continue;
        auto *note =
            new Label(kindText(traits.kind, &CredentialKindTexts::note), TypeRole::Small, Tone::Muted);
        note->setWordWrap(true);
        note->setIndent(26);
        column->addWidget(note);
    }
    setKind(CredentialKind::Unknown);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
}

CredentialKind KindChoice::kind() const
{
    return static_cast<CredentialKind>(m_buttons->checkedId());
}

void KindChoice::setKind(CredentialKind kind)
{
    QAbstractButton *button = m_buttons->button(static_cast<int>(kind));
    (button ? button : m_buttons->button(static_cast<int>(rules::credentialKinds().front().kind)))
        ->setChecked(true);
}

} // namespace pc::views
