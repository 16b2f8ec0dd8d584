// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/step_form.h"

#include "contract/rules/list_line.h"
#include "views/partner_forms/access_form.h"
#include "views/partner_forms/agreement_form.h"
#include "views/partner_forms/basis_form.h"
#include "views/partner_forms/contacts_form.h"
#include "views/partner_forms/organisation_form.h"
#include "views/partner_forms/sandbox_form.h"
#include "views/style/space.h"
#include "views/widgets/field_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/words/draft_words.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::OnboardStep;

StepForm::StepForm(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::m);
    m_rest = new Label({}, TypeRole::Small, Tone::Bad);
    m_rest->setWordWrap(true);
    m_rest->hide();
    m_layout->addWidget(m_rest);
}

void StepForm::setDraft(const models::OnboardDraft &draft)
{
    m_filling = true;
    fill(draft);
    for (const auto &[pointer, field] : std::as_const(m_fields))
        if (const QString text = draft.unread.value(pointer); !text.isEmpty() && field->input())
            field->input()->setUnreadText(text);
    m_filling = false;
}

void StepForm::collect(models::OnboardDraft &draft) const
{
    apply(draft);
    for (const auto &[pointer, field] : m_fields) {
        const QString text = field->input() ? field->input()->unreadText() : QString();
        if (text.isEmpty() || !field->isVisibleTo(this) || !field->isEnabledTo(this))
            draft.unread.remove(pointer);
        else
            draft.unread.insert(pointer, text);
    }
}

void StepForm::touch()
{
    if (m_filling)
        return;
    Q_EMIT edited();
    // Live while wrong, for composite fields too.
    for (const auto &entry : std::as_const(m_fields))
        entry.second->formEdited();
}

void StepForm::touchAt(const QString &pointer)
{
    if (!m_filling)
        fieldFor(pointer)->judgeAgain();
    touch();
}

FormField *StepForm::stand(const QString &pointer, FormField *field)
{
    m_fields.append({pointer, field});
    field->setRule([this, field] { return errorOf(field); });
    return field;
}

FormField *StepForm::addField(const QString &pointer, FormField *field, QVBoxLayout *into)
{
    (into ? into : m_layout)->addWidget(stand(pointer, field));
    return field;
}

FormField *StepForm::addField(const QString &pointer, FormField *field, FieldRow *into, int share)
{
    into->addField(stand(pointer, field), share);
    return field;
}

LineInput *StepForm::makeLine(const QString &pointer, const QString &label, bool required,
                              const rules::FieldLimit &limit, FormField **field)
{
    auto *line = new LineInput(pointer.mid(1).replace(u'/', u'_'), limit);
    *field = new FormField(label, line);
    (*field)->setRequired(required);
    connect(line, &QLineEdit::textChanged, this, &StepForm::touch);
    return line;
}

LineInput *StepForm::addLine(const QString &pointer, const QString &label, bool required,
                             const rules::FieldLimit &limit, QVBoxLayout *into)
{
    FormField *field = nullptr;
    LineInput *line = makeLine(pointer, label, required, limit, &field);
    addField(pointer, field, into);
    return line;
}

LineInput *StepForm::addLine(const QString &pointer, const QString &label, bool required,
                             const rules::FieldLimit &limit, FieldRow *into, int share)
{
    FormField *field = nullptr;
    LineInput *line = makeLine(pointer, label, required, limit, &field);
    addField(pointer, field, into, share);
    return line;
}

LineInput *StepForm::addListLine(const QString &pointer, const QString &label, bool required,
                                 const rules::FieldLimit &limit, QVBoxLayout *into)
{
    LineInput *line = addLine(pointer, label, required, limit, into);
    fieldFor(pointer)->setHint(
        tr("A name with a comma stands in quotation marks: %1.").arg(rules::listItem(tr("Meyer, Hans"))));
    return line;
}

FormField *StepForm::fieldFor(const QString &pointer) const
{
    for (const auto &[own, field] : m_fields)
        if (pointer == own || pointer.startsWith(own + u'/'))
            return field;
    return nullptr;
}

FormField *StepForm::fieldOf(const rules::FieldProblem &problem) const
{
    return fieldFor(problem.pointer);
}

QString StepForm::errorOf(const FormField *field) const
{
    if (!m_problems)
        return {};
    for (const rules::FieldProblem &problem : m_problems())
        if (fieldOf(problem) == field)
            return problemText(problem);
    return {};
}

bool StepForm::showProblems(bool focus)
{
    QStringList rest;
    const QList<rules::FieldProblem> problems = m_problems ? m_problems() : QList<rules::FieldProblem>();
    for (const rules::FieldProblem &problem : problems)
        if (!fieldOf(problem))
            rest.append(problemText(problem));
    m_rest->setText(rest.join(u'\n'));
    m_rest->setVisible(!rest.isEmpty());
    QList<FormField *> fields;
    for (const auto &entry : std::as_const(m_fields))
        fields.append(entry.second);
    if (focus)
        return FormField::validateAll(fields) && rest.isEmpty();
    bool fine = rest.isEmpty();
    for (FormField *field : std::as_const(fields))
        fine = field->validate() && fine;
    return fine;
}

void StepForm::showProblem(const rules::FieldProblem &problem)
{
    FormField *field = fieldOf(problem);
    showProblems(field == nullptr);
    if (field)
        field->showItself();
}

StepForm *makeStepForm(OnboardStep step, const ViewContext &context, models::CatalogueModel &catalogue)
{
    switch (step) {
    case OnboardStep::Organisation:
        return new OrganisationForm(context);
    case OnboardStep::Contacts:
        return new ContactsForm(context);
    case OnboardStep::Agreement:
        return new AgreementForm(context);
    case OnboardStep::LawfulBasis:
        return new BasisForm(catalogue);
    case OnboardStep::Access:
        return new AccessForm(catalogue);
    case OnboardStep::Sandbox:
        return new SandboxForm;
    case OnboardStep::Review:
        break;
    }
    return nullptr;
}

} // namespace pc::views
