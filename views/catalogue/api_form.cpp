// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/api_form.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/field_limits.h"
#include "views/style/space.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/words/member_words.h"
#include "views/words/names.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ApiForm::ApiForm(QWidget *parent)
    : QWidget(parent), m_name(new LineInput(u"apiName"_s, rules::limit("ApiDraft", "name"))),
      m_host(new LineInput(u"apiHost"_s, rules::limit("ApiDraft", "host"))),
      m_basePath(new LineInput(u"apiBasePath"_s, rules::limit("ApiDraft", "base_path"))),
      m_audience(new LineInput(u"apiAudience"_s, rules::limit("ApiDraft", "audience"))),
      m_nameField(new FormField(memberName(u"/name"_s), m_name)),
      m_hostField(new FormField(memberName(u"/host"_s), m_host)),
      m_basePathField(new FormField(memberName(u"/base_path"_s), m_basePath)),
      m_audienceField(new FormField(memberName(u"/audience"_s), m_audience))
{
    m_nameField->setRequired(true);
    m_nameField->setRule(
        [this] { return m_name->value().isEmpty() ? tr("Give the API a name.") : clashText(u"/name"_s); });
    m_host->setPlaceholderText(u"api.example.net"_s);
    m_hostField->setHint(tr("By which the gateway tells its calls apart. Empty: any that no other API has."));
    m_basePath->setPlaceholderText(u"/v1"_s);
    m_basePathField->setHint(tr("All its paths begin with it. APIs of one host need different ones, and none "
                                "within another."));
    m_basePathField->setRule([this] { return clashText(u"/base_path"_s); });
    m_audience->setPlaceholderText(u"https://api.example.net"_s);
    m_audienceField->setHint(tr("A token for one API is refused at every other, so each has its own. Empty: "
                                "that of the platform, which one API can have."));
    m_audienceField->setRule([this] { return clashText(u"/audience"_s); });
    connect(m_host, &QLineEdit::textChanged, m_basePathField, &FormField::formEdited); // on which host
    auto *address = new FieldRow;
    address->addField(m_hostField, 3);
    address->addField(m_basePathField, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_nameField);
    column->addWidget(address);
    column->addWidget(m_audienceField);
    setFocusProxy(m_name);
}

void ApiForm::setOthers(const QList<Api> &apis, const QString &id)
{
    m_apis = apis;
    m_id = id;
}

QString ApiForm::clashText(const QString &pointer) const
{
    for (const rules::ApiClash &each : rules::apiClashes(draft(), m_id, m_apis)) {
        if (each.pointer != pointer)
            continue;
        const QString other = inSentence(each.other);
        if (pointer == "/name"_L1)
            return tr("Another API has this name. Choose another one.");
        if (pointer == "/base_path"_L1)
            return tr("“%1” has paths there on the same host. Choose another base path or host.").arg(other);
        return m_audience->value().isEmpty()
                   ? tr("“%1” has the platform's audience already. Give this API its own.").arg(other)
                   : tr("Tokens for “%1” would be accepted here. Choose another audience.").arg(other);
    }
    return {};
}

void ApiForm::setDraft(const ApiDraft &draft)
{
    m_name->setText(draft.name);
    m_host->setText(draft.host);
    m_basePath->setText(draft.basePath);
    m_audience->setText(draft.audience);
}

ApiDraft ApiForm::draft() const
{
    ApiDraft draft;
    draft.name = m_name->value();
    draft.host = m_host->value();
    draft.basePath = m_basePath->value();
    draft.audience = m_audience->value();
    return draft;
}

QList<FormField *> ApiForm::fields() const
{
    return {m_nameField, m_hostField, m_basePathField, m_audienceField};
}

FormField *ApiForm::fieldFor(const QString &pointer) const
{
    if (pointer == "/name"_L1)
        return m_nameField;
    if (pointer == "/host"_L1)
        return m_hostField;
    if (pointer == "/base_path"_L1)
        return m_basePathField;
    return pointer == "/audience"_L1 ? m_audienceField : nullptr;
}

void ApiForm::suggestName(const QString &name)
{
    if (!m_name->text().isEmpty() && m_name->text() != m_suggested)
        return;
    m_suggested = name;
    m_name->setText(name);
}

} // namespace pc::views
