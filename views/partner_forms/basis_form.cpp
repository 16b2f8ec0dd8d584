// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/basis_form.h"

#include "contract/rules/field_limits.h"
#include "models/access/catalogue_model.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/number_input.h"
#include "views/widgets/text_input.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

#include <limits>

namespace pc::views {

using namespace Qt::StringLiterals;

BasisForm::BasisForm(models::CatalogueModel &catalogue, QWidget *parent)
    : StepForm(parent), m_catalogue(catalogue)
{
    m_basis = new QComboBox;
    m_basis->setObjectName(u"lawful_basis"_s);
    m_basis->addItem(tr("Choose…"), static_cast<int>(LawfulBasis::Unknown));
    for (const LawfulBasis basis :
         {LawfulBasis::Consent, LawfulBasis::Contract, LawfulBasis::LegalObligation,
          LawfulBasis::VitalInterests, LawfulBasis::PublicTask, LawfulBasis::LegitimateInterests})
        m_basis->addItem(models::nameOf(basis), static_cast<int>(basis));
    addInput(u"/lawful_basis"_s, m_basis)->setRequired(true);
    m_box = new QWidget;
    m_box->setObjectName(u"data_categories"_s);
    m_grid = new QGridLayout(m_box);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(space::s);
    addInput(u"/data_categories"_s, m_box)->setRequired(true);
    m_days = new NumberInput(u"retention_days"_s, rules::limit("PartnerDraft", "retention_days"));
    m_days->setMaximumWidth(180);
    addInput(u"/retention_days"_s, m_days);
    m_purpose = new TextInput(u"purpose"_s, rules::limit("PartnerDraft", "purpose"), 84);
    addInput(u"/purpose"_s, m_purpose)->setRequired(true);
    layoutBox()->addStretch();
    connect(m_basis, &QComboBox::currentIndexChanged, this, &BasisForm::touch);
    connect(m_days, &QLineEdit::textChanged, this, &BasisForm::touch);
    connect(m_purpose, &TextInput::textChanged, this, &BasisForm::touch);
    connect(&m_catalogue, &models::CatalogueModel::changed, this, [this] {
        QStringList chosen;
        for (const QCheckBox *box : std::as_const(m_categories))
            if (box->isChecked())
                chosen.append(box->property("category").toString());
        showCategories(chosen);
    });
}

void BasisForm::showCategories(const QStringList &chosen)
{
    QStringList all = chosen;
    for (const Scope &scope : m_catalogue.scopes())
        all.append(scope.dataCategories);
    all.removeDuplicates();
    all.sort(Qt::CaseInsensitive);
    QStringList shown;
    for (const QCheckBox *box : std::as_const(m_categories))
        shown.append(box->property("category").toString());
    if (all == shown) { // the boxes stay: somebody may be at one
        for (QCheckBox *box : std::as_const(m_categories))
            box->setChecked(chosen.contains(box->property("category").toString()));
        return;
    }
    qDeleteAll(m_categories);
    m_categories.clear();
    for (const QString &category : std::as_const(all)) {
        auto *box = new QCheckBox(QString(category).replace(u'&', u"&&"_s));
        box->setProperty("category", category);
        box->setChecked(chosen.contains(category));
        const auto index = static_cast<int>(m_categories.size());
        m_grid->addWidget(box, index / 2, index % 2);
        m_categories.append(box);
        if (index == 0)
            m_box->setFocusProxy(box);
        connect(box, &QCheckBox::toggled, this, [this] { touchAt(u"/data_categories"_s); });
    }
}

void BasisForm::fill(const models::OnboardDraft &draft)
{
    m_basis->setCurrentIndex(m_basis->findData(static_cast<int>(draft.partner.lawfulBasis)));
    m_known = draft.partner.dataCategories;
    showCategories(m_known);
    m_days->showNumber(draft.partner.retentionDays);
    m_purpose->setPlainText(draft.partner.purpose);
}

void BasisForm::apply(models::OnboardDraft &draft) const
{
    draft.partner.lawfulBasis = static_cast<LawfulBasis>(m_basis->currentData().toInt());
    // Those that were there keep their order: nobody touched it.
    QStringList chosen;
    for (const QCheckBox *box : m_categories)
        if (box->isChecked())
            chosen.append(box->property("category").toString());
    QStringList &categories = draft.partner.dataCategories;
    categories.clear();
    for (const QString &category : m_known)
        if (chosen.contains(category))
            categories.append(category);
    for (const QString &category : std::as_const(chosen))
        if (!m_known.contains(category))
            categories.append(category);
    // What is no count of days, or more than any, is out of range as 0 is.
    const qint64 days = m_days->whole().value_or(0);
    draft.partner.retentionDays = days > std::numeric_limits<int>::max() ? 0 : static_cast<int>(days);
    draft.partner.purpose = m_purpose->value();
}

} // namespace pc::views
