// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/sandbox_form.h"

#include "contract/rules/field_limits.h"
#include "views/dialogs/kind_choice.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/line_input.h"

#include <QCheckBox>
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
    m_name = addLine(u"/sandbox/credential_name"_s, true, rules::limit("IssueRequest", "name"), column);
    m_name->setPlaceholderText(u"sandbox-ci"_s);
    auto *kinds = new QWidget;
    m_kind = new KindChoice(kinds, KindChoice::Notes::BesideEach);
    addInput(u"/sandbox/kind"_s, kinds, column);
    new HeightKeeper(m_fields); // what room is left lies below
    layoutBox()->addWidget(m_fields);
    layoutBox()->addStretch();
    connect(m_issue, &QCheckBox::toggled, this, [this] {
        showFields();
        touch();
    });
    connect(m_kind, &KindChoice::changed, this, &SandboxForm::touch);
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
    m_kind->setKind(draft.sandbox.kind);
    showFields();
}

void SandboxForm::apply(models::OnboardDraft &draft) const
{
    draft.sandbox.issueCredential = m_issue->isChecked();
    draft.sandbox.credentialName = m_name->value();
    draft.sandbox.kind = m_kind->kind();
}

} // namespace pc::views
