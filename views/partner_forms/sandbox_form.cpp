// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/sandbox_form.h"

#include "contract/rules/field_limits.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

SandboxForm::SandboxForm(QWidget *parent) : StepForm(parent)
{
    m_issue = new QCheckBox(tr("Issue a sandbox credential as soon as the partner exists"));
    m_issue->setObjectName(u"sandboxIssue"_s);
    layoutBox()->addWidget(m_issue);
    m_fields = new QWidget; // off, not hidden, without the tick: nothing moves
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::m);
    m_name = addLine(u"/sandbox/credential_name"_s, tr("Name of the credential"), true,
                     rules::limit("IssueRequest", "name"), column);
    m_name->setPlaceholderText(u"sandbox-ci"_s);
    auto *kinds = new QWidget;
    auto *list = new QVBoxLayout(kinds);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(space::xs);
    m_client = new QRadioButton(tr("OAuth client (recommended)"));
    m_client->setObjectName(u"kindClient"_s);
    m_key = new QRadioButton(tr("API key"));
    m_key->setObjectName(u"kindKey"_s);
    const auto note = [list](const QString &text) {
        auto *label = new Label(text, TypeRole::Small, Tone::Muted);
        label->setWordWrap(true);
        label->setIndent(26);
        list->addWidget(label);
    };
    list->addWidget(m_client);
    note(tr("The secret is sent only to the token endpoint; calls carry tokens that live for minutes."));
    list->addWidget(m_key);
    note(tr("The key itself travels with every call and stays valid until it is rotated. Only for systems "
            "that cannot do "
            "OAuth."));
    addField(u"/sandbox/kind"_s, new FormField(tr("Kind"), kinds), column);
    new HeightKeeper(m_fields); // what room is left lies below
    layoutBox()->addWidget(m_fields);
    layoutBox()->addStretch();
    connect(m_issue, &QCheckBox::toggled, this, [this] {
        showFields();
        touch();
    });
    connect(m_client, &QRadioButton::toggled, this, &SandboxForm::touch);
    showFields();
}

void SandboxForm::showFields()
{
    m_fields->setEnabled(m_issue->isChecked());
}

void SandboxForm::fill(const models::OnboardDraft &draft)
{
    m_issue->setChecked(draft.sandbox.issueCredential);
    m_name->setText(draft.sandbox.credentialName);
    m_client->setChecked(draft.sandbox.kind != CredentialKind::ApiKey);
    m_key->setChecked(draft.sandbox.kind == CredentialKind::ApiKey);
    showFields();
}

void SandboxForm::apply(models::OnboardDraft &draft) const
{
    draft.sandbox.issueCredential = m_issue->isChecked();
    draft.sandbox.credentialName = m_name->value();
    draft.sandbox.kind = m_key->isChecked() ? CredentialKind::ApiKey : CredentialKind::ClientSecret;
}

} // namespace pc::views
