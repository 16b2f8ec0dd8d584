// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/issue_dialog.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/secret_life.h"
#include "models/access/catalogue_model.h"
#include "models/credentials/issuing_flow.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/text/credential_kind_text.h"
#include "models/text/enum_names.h"
#include "views/dialogs/kind_choice.h"
#include "views/dialogs/owner_input.h"
#include "views/dialogs/reason_fields.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/relative_time.h"
#include "views/words/member_words.h"
#include "views/words/names.h"
#include "views/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultDays = 90;

} // namespace

IssueDialog::IssueDialog(const ViewContext &context, models::IssueFlow *flow, models::PartnerModel &partner,
                         models::CatalogueModel &catalogue, QWidget *parent)
    : SecretFlowDialog(context, flow, Op::CredentialIssue, tr("Issue credential"), Icon::Plus,
                       tr("The credential was not issued."), parent),
      m_flow(flow), m_partner(partner), m_catalogue(catalogue)
{
    setObjectName(u"issueDialog"_s);
    buildUi();
    showRealm();
}

IssueDialog::~IssueDialog() = default;

QString IssueDialog::actTitle() const
{
    return tr("Credential “%1” of %2", "credential, partner")
        .arg(inSentence(m_flow->request().name), inSentence(m_partnerName));
}

void IssueDialog::buildUi()
{
    const Partner &partner = m_partner.partner()->value;
    m_partnerName = partner.name;
    addText(tr("For %1. The platform makes the secret; it is shown once, here, and kept nowhere.")
                .arg(inSentence(partner.name)));
    QVBoxLayout *form = addForm();

    m_name = new LineInput(u"credentialName"_s, rules::limit("IssueRequest", "name"));
    m_name->setPlaceholderText(tr("for example erp-sync"));
    m_nameField = new FormField(memberName(u"/name"_s), m_name);
    m_nameField->setRequired(true);
    m_nameField->setHint(tr("What it is used for, so that people recognise it later."));
    form->addWidget(m_nameField);
    form->addWidget(makeKinds());

    m_realm = new QComboBox;
    m_realm->setObjectName(u"credentialRealm"_s);
    m_realm->addItem(models::nameOf(Realm::Sandbox), int(Realm::Sandbox));
    if (!rules::refusalOf(Op::CredentialIssue, rules::factsOf(partner, Realm::Production)))
        m_realm->addItem(models::nameOf(Realm::Production), int(Realm::Production));
    m_realmField = new FormField(memberName(u"/realm"_s), m_realm);
    if (m_realm->count() == 1)
        m_realmField->setHint(tr("Production needs the limited stage at least: promote the partner first."));
    else
        m_realmField->setHint(tr("A sandbox credential never works in production, and the reverse."));
    connect(m_realm, &QComboBox::currentIndexChanged, this, [this] { showRealm(); });

    m_expires = new DateInput(u"credentialExpires"_s, DateInput::Mode::Day);
    const QDateTime now = context().ticker.now().toUTC();
    const QDate today = now.date();
    m_expires->setSensible(today.addDays(1), rules::longestLife(now).date());
    m_expires->showDay(today.addDays(defaultDays));
    m_expiresField = new FormField(tr("Expires (end of the day before, UTC)"), m_expires);
    m_expiresField->setHint(tr("At most %n year(s) ahead.", nullptr, rules::maxLifeYears));
    m_expiresField->setRequired(true);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(space::m);
    pair->addWidget(m_realmField, 1, Qt::AlignTop); // their hints may have unequal lines
    pair->addWidget(m_expiresField, 1, Qt::AlignTop);
    form->addLayout(pair);
    form->addWidget(makeScopes());

    m_owner = makeOwnerInput(u"credentialOwner"_s, context().connection);
    if (const auto &session = context().connection.session())
        m_owner->showValue(session->account);
    m_ownerField = new FormField(memberName(u"/owner"_s), m_owner);
    m_ownerField->setRequired(true);
    form->addWidget(m_ownerField);
    addReasonFields(form, m_flow->partnerId(),
                    {tr("New integration"), tr("Replaces another credential"), tr("Test")});
    const std::pair<FormField *, QString> judged[]{{m_nameField, u"/name"_s},
                                                   {m_scopesField, u"/scopes"_s},
                                                   {m_expiresField, u"/expires_at"_s},
                                                   {m_ownerField, u"/owner"_s}};
    for (const auto &[field, pointer] : judged)
        field->setRule([this, pointer = pointer] { return faultOf(pointer); });
    addButtons(tr("Issue credential"), Icon::None);
    if (const auto before = typedBefore<IssueRequest>())
        showRequest(*before);
    m_name->setFocus();
}

QWidget *IssueDialog::makeKinds()
{
    auto *box = new QWidget;
    m_kind = new KindChoice(box, KindChoice::Notes::None);
    m_caution = new Label({}, TypeRole::Small, Tone::Warn);
    m_caution->setWordWrap(true);
    for (const rules::CredentialKindTraits &traits : rules::credentialKinds())
        if (*models::kindTexts(traits.kind).caution)
            m_caution->setText(
                models::kindText(traits.kind, &models::CredentialKindTexts::caution)); // for its room
    m_caution->hide();
    keepRoomWhileHidden(m_caution);
    connect(m_kind, &KindChoice::changed, this, &IssueDialog::showCaution);
    box->layout()->addWidget(m_caution);
    m_kindField = new FormField(memberName(u"/kind"_s), box);
    return m_kindField;
}

void IssueDialog::showCaution()
{
    const bool any = *models::kindTexts(m_kind->kind()).caution;
    if (any)
        m_caution->setText(models::kindText(m_kind->kind(), &models::CredentialKindTexts::caution));
    m_caution->setVisible(any);
}

QWidget *IssueDialog::makeScopes()
{
    m_scopeBox = new QWidget;
    auto *grid = new QGridLayout(m_scopeBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    const QStringList granted = m_partner.grant() ? m_partner.grant()->value.scopes : QStringList();
    int i = 0;
    for (const QString &name : granted) {
        auto *box = new QCheckBox(name);
        box->setObjectName(u"scope:"_s + name);
        if (const Scope *scope = m_catalogue.scope(name))
            box->setToolTip(scope->sentence);
        m_scopes.insert(name, box);
        grid->addWidget(box, i / 2, i % 2);
        ++i;
    }
    m_scopesField = new FormField(memberName(u"/scopes"_s), m_scopeBox);
    m_scopesField->setRequired(true);
    m_scopesField->setHint(
        granted.isEmpty()
            ? tr("This partner holds no scopes yet. Grant some under Access & quotas first.")
            : tr("Only what it needs: a credential can be narrower than the partner, never wider."));
    return m_scopesField;
}

void IssueDialog::showRealm()
{
    const bool production = m_realm->currentData().toInt() == int(Realm::Production);
    const Realm realm = production ? Realm::Production : Realm::Sandbox;
    setEnvironment(models::nameOf(realm), realmSeverity(realm));
    requireReason({.realm = realm});
}

IssueRequest IssueDialog::request() const
{
    IssueRequest request;
    request.name = m_name->value();
    request.kind = m_kind->kind();
    request.realm = static_cast<Realm>(m_realm->currentData().toInt());
    for (auto it = m_scopes.begin(); it != m_scopes.end(); ++it) {
        if (it.value()->isChecked())
            request.scopes.append(it.key());
    }
    request.scopes.sort();
    request.expiresAt = m_expires->moment();
    request.owner = m_owner->value();
    request.reason = reasonFields()->reason();
    request.ticket = reasonFields()->ticket();
    return request;
}

void IssueDialog::showRequest(const IssueRequest &request)
{
    m_name->setText(request.name);
    m_kind->setKind(request.kind);
    m_realm->setCurrentIndex(std::max(0, m_realm->findData(int(request.realm))));
    for (auto it = m_scopes.begin(); it != m_scopes.end(); ++it)
        it.value()->setChecked(request.scopes.contains(it.key()));
    m_expires->showMoment(request.expiresAt);
    m_owner->showValue(request.owner);
    reasonFields()->showTyped({request.reason, request.ticket});
}

QString IssueDialog::faultOf(const QString &pointer) const
{
    const QStringList granted = m_partner.grant() ? m_partner.grant()->value.scopes : QStringList();
    for (const rules::FieldProblem &problem :
         models::validateIssue(request(), granted, context().ticker.now())) {
        if (problem.pointer != pointer && !problem.pointer.startsWith(pointer + u'/'))
            continue;
        if (pointer == "/scopes"_L1 && problem.fault == rules::FieldFault::Required)
            return tr("Choose at least one scope.");
        return faultText(rules::limitAt("IssueRequest", problem.pointer), problem.fault, problem.detail);
    }
    return {};
}

FormField *IssueDialog::fieldFor(const QString &pointer) const
{
    if (pointer == u"/name")
        return m_nameField;
    if (pointer == u"/owner")
        return m_ownerField;
    if (pointer == u"/kind")
        return m_kindField;
    if (pointer == u"/realm")
        return m_realmField;
    if (pointer == u"/expires_at")
        return m_expiresField;
    return pointer.startsWith(u"/scopes"_s) ? m_scopesField : SecretFlowDialog::fieldFor(pointer);
}

void IssueDialog::submit()
{
    const QList<FormField *> fields{m_nameField,    m_kindField,   m_realmField,
                                    m_expiresField, m_scopesField, m_ownerField};
    if (!FormField::validateAll(fields + reasonFields()->fields()))
        return;
    m_flow->setRequest(request());
    m_flow->submit();
}

void IssueDialog::showSubmit()
{
    submitButton()->setText(tr("Issue credential"));
}

} // namespace pc::views
