// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scope_form.h"

#include "contract/rules/field_limits.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/words/member_words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ScopeForm::ScopeForm(QWidget *parent)
    : QWidget(parent), m_title(new LineInput(u"scopeTitle"_s, rules::limit("ScopeDraft", "title"))),
      m_sentence(new LineInput(u"scopeSentence"_s, rules::limit("ScopeDraft", "sentence"))),
      m_categories(new LineInput(u"scopeCategories"_s, rules::limit("ScopeDraft", "data_categories"))),
      m_basesBox(new QWidget), m_sensitive(new QCheckBox(tr("Sensitive: reviewed with more care"))),
      m_titleField(new FormField(memberName(u"/title"_s), m_title)),
      m_sentenceField(new FormField(memberName(u"/sentence"_s), m_sentence)),
      m_categoriesField(new FormField(tr("Data categories"), m_categories)),
      m_basesField(new FormField(memberName(u"/lawful_bases"_s), m_basesBox))
{
    m_titleField->setRequired(true);
    m_titleField->setRule(
        [this] { return m_title->value().isEmpty() ? tr("Give the scope a title.") : QString(); });
    m_sentenceField->setHint(tr("What a partner can do with it, in one sentence."));
    m_categoriesField->setHint(
        tr("With commas between them. A grant gives it only where the agreement names all of them."));
    m_basesField->setHint(tr("None chosen: any basis allows it."));
    m_basesBox->setObjectName(u"scopeBases"_s);
    m_sensitive->setObjectName(u"scopeSensitive"_s);
    auto *grid = new QGridLayout(m_basesBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::s);
    for (const LawfulBasis basis :
         {LawfulBasis::Consent, LawfulBasis::Contract, LawfulBasis::LegalObligation,
          LawfulBasis::VitalInterests, LawfulBasis::PublicTask, LawfulBasis::LegitimateInterests}) {
        auto *box = new QCheckBox(models::nameOf(basis));
        box->setObjectName(u"basis_"_s + toText(basis));
        const auto place = static_cast<int>(m_bases.size());
        grid->addWidget(box, place / 2, place % 2);
        if (place == 0)
            m_basesBox->setFocusProxy(box);
        m_bases.append({basis, box});
        connect(box, &QCheckBox::toggled, this, [this] {
            m_basesField->judgeAgain();
            Q_EMIT edited();
        });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    for (FormField *field : fields())
        column->addWidget(field);
    column->addWidget(m_sensitive);
    connect(m_sensitive, &QCheckBox::toggled, this, &ScopeForm::edited);
    for (LineInput *input : {m_title, m_sentence, m_categories})
        connect(input, &QLineEdit::textChanged, this, &ScopeForm::edited);
    setFocusProxy(m_title);
}

void ScopeForm::setDraft(const ScopeDraft &draft)
{
    m_title->setText(draft.title);
    m_sentence->setText(draft.sentence);
    m_categories->showValues(draft.dataCategories);
    m_unknown.clear();
    for (const auto &[basis, box] : std::as_const(m_bases))
        box->setChecked(draft.lawfulBases.contains(basis));
    m_sensitive->setChecked(draft.sensitive);
}

ScopeDraft ScopeForm::draft() const
{
    ScopeDraft draft;
    draft.title = m_title->value();
    draft.sentence = m_sentence->value();
    draft.dataCategories = m_categories->values();
    for (const auto &[basis, box] : m_bases)
        if (box->isChecked())
            draft.lawfulBases.append(basis);
    draft.sensitive = m_sensitive->isChecked();
    return draft;
}

QList<FormField *> ScopeForm::fields() const
{
    return {m_titleField, m_sentenceField, m_categoriesField, m_basesField};
}

FormField *ScopeForm::fieldFor(const QString &pointer) const
{
    if (pointer == "/title"_L1)
        return m_titleField;
    if (pointer == "/sentence"_L1)
        return m_sentenceField;
    if (pointer.startsWith("/data_categories"_L1))
        return m_categoriesField;
    return pointer.startsWith("/lawful_bases"_L1) ? m_basesField : nullptr;
}

} // namespace pc::views
