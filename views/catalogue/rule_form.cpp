// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/rule_form.h"

#include "contract/rules/field_limits.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/widgets/wrapping_row.h"
#include "views/words/member_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

RuleForm::RuleForm(QWidget *parent)
    : QWidget(parent), m_source(new QComboBox),
      m_prefix(new LineInput(u"rulePrefix"_s, rules::limit("ScopeRule", "prefix"))),
      m_prefixField(new FormField(memberName(u"/prefix"_s), m_prefix)),
      m_named(new QCheckBox(tr("Take the scopes that the description names"))),
      m_readAndWrite(new QCheckBox(tr("One for reading, one for changing")))
{
    setObjectName(u"ruleForm"_s);
    m_source->setObjectName(u"ruleSource"_s);
    m_source->setAccessibleName(tr("Scope of a route that names none"));
    for (const ScopeSource source : {ScopeSource::Tag, ScopeSource::Path, ScopeSource::One})
        m_source->addItem(models::nameOf(source), int(source));
    m_named->setObjectName(u"ruleNamed"_s);
    m_readAndWrite->setObjectName(u"ruleReadAndWrite"_s);
    m_prefix->setPlaceholderText(u"shop."_s);
    m_prefixField->setHint(tr("Ends with a dot, colon, hyphen or underscore. Empty for none."));
    auto *fields = new FieldRow;
    fields->addField(new FormField(tr("Scope of a route that names none"), m_source), 1);
    fields->addField(m_prefixField, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(fields);
    auto *choices = new WrappingRow;
    choices->addWidget(m_named);
    choices->addWidget(m_readAndWrite);
    column->addWidget(choices);
    m_typing.setSingleShot(true);
    m_typing.setInterval(400);
    connect(&m_typing, &QTimer::timeout, this, &RuleForm::tell);
    connect(m_prefix, &QLineEdit::textEdited, this, [this] {
        m_typing.start();
        Q_EMIT edited();
    });
    connect(m_prefix, &QLineEdit::editingFinished, this, [this] {
        if (m_typing.isActive())
            tell();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, &RuleForm::tell);
    connect(m_named, &QCheckBox::toggled, this, &RuleForm::tell);
    connect(m_readAndWrite, &QCheckBox::toggled, this, &RuleForm::tell);
}

void RuleForm::showRule(const ScopeRule &rule)
{
    if (m_typing.isActive() || !isSendable())
        return;
    const QSignalBlocker source(m_source);
    const QSignalBlocker named(m_named);
    const QSignalBlocker both(m_readAndWrite);
    m_source->setCurrentIndex(std::max(0, m_source->findData(int(rule.otherwise))));
    m_prefix->showText(rule.prefix);
    m_named->setChecked(rule.named);
    m_readAndWrite->setChecked(rule.readAndWrite);
}

ScopeRule RuleForm::rule() const
{
    ScopeRule rule;
    rule.otherwise = static_cast<ScopeSource>(m_source->currentData().toInt());
    rule.prefix = m_prefix->value();
    rule.named = m_named->isChecked();
    rule.readAndWrite = m_readAndWrite->isChecked();
    return rule;
}

bool RuleForm::isSendable() const
{
    return m_prefix->fault().isEmpty();
}

void RuleForm::showFault(const QString &text)
{
    if (isSendable() && text != m_prefixField->error())
        m_prefixField->setError(text);
}

void RuleForm::tell()
{
    m_typing.stop();
    if (isSendable())
        Q_EMIT ruleChanged(rule());
    else
        (void)m_prefixField->validate();
    Q_EMIT edited();
}

} // namespace pc::views
