// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/begin_dialog.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/field_limits.h"
#include "models/catalogue/api_list_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/observing/end_choice.h"
#include "views/seams/context.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/words/observation_words.h"

#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 14;
constexpr int mostOffered = 1000; // partners; the others are typed by their id

QDateTime usualEnd(const QDateTime &now)
{
    const QDateTime later = now.addDays(usualDays);
    return QDateTime(later.date(), QTime(later.time().hour(), 0), Qt::UTC);
}

} // namespace

BeginObservationDialog::BeginObservationDialog(const ViewContext &context, models::ApiListModel &apis,
                                               models::BeginObservationFlow *flow, const QString &name,
                                               QWidget *parent)
    : FlowDialog(context, flow, Op::ObservationBegin, tr("Observe instead of enforcing"), Icon::Eye, 600,
                 tr("Nothing is observed: refusals are enforced as before."), parent),
      m_flow(flow), m_apis(apis), m_kind(new QComboBox), m_targets(new QStackedWidget),
      m_api(new ChoiceInput(u"observedApi"_s)), m_partner(new ChoiceInput(u"observedPartner"_s)),
      m_gateway(new LineInput(u"observedGateway"_s, pc::rules::limit("ObservationDraft", "target"))),
      m_prefix(new LineInput(u"observedPrefix"_s, pc::rules::limit("ObservationDraft", "path_prefix")))
{
    setObjectName(u"beginObservationDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    m_means = new MessageBanner(Severity::Warn);
    m_means->setObjectName(u"observedMeans"_s);
    m_means->keepRoom();
    body()->addWidget(m_means);

    const ObservationDraft draft = flow->draft();
    m_kind->setObjectName(u"observedKind"_s);
    m_kind->setAccessibleName(tr("What is observed"));
    for (const ObservationKind each :
         {ObservationKind::Api, ObservationKind::Routes, ObservationKind::Partner, ObservationKind::Gateway})
        m_kind->addItem(models::nameOf(each), int(each));
    if (const int at = m_kind->findData(int(draft.kind)); at >= 0)
        m_kind->setCurrentIndex(at);
    body()->addWidget(new FormField(tr("What is observed"), m_kind));
    m_api->setUnknownText(tr("There is no such API."));
    m_apiField = new FormField(tr("API"), m_api);
    m_partner->setUnknownText(tr("There is no such partner."));
    m_partner->setClosed(false);
    m_partnerField = new FormField(tr("Partner"), m_partner);
    m_gatewayField = new FormField(tr("Name of the gateway"), m_gateway);
    m_gateway->setToolTip(tr("As it is registered; everything that it asks about is observed."));
    m_prefixField = new FormField(tr("Below this path"), m_prefix);
    m_prefix->setPlaceholderText(u"/v1/orders"_s);
    m_prefix->setToolTip(tr("Itself and everything below, with the base path: /v1/orders"));
    m_prefixField->setRule([this] { return prefixFault(); });
    m_end = new EndChoice(tr("Ends by itself on (UTC)"), context.ticker);
    for (FormField *each : {m_apiField, m_partnerField, m_gatewayField})
        each->setRule([this, each] {
            return each == targetField() && target().isEmpty() ? tr("Say what is observed.") : QString();
        });
    for (FormField *each : {m_apiField, m_prefixField, m_partnerField, m_gatewayField}) {
        each->setRequired(true);
    }
    for (FormField *each : {m_apiField, m_partnerField, m_gatewayField})
        m_targets->addWidget(each); // in one place, so that choosing moves nothing
    body()->addWidget(m_targets);
    body()->addWidget(m_prefixField);
    body()->addWidget(m_end);
    m_end->showEnd(draft.until.isValid() ? draft.until : usualEnd(context.ticker.now()));
    m_prefix->showText(draft.pathPrefix);
    if (draft.kind == ObservationKind::Gateway)
        m_gateway->showText(draft.target);
    addReasonFields(draft.target,
                    {tr("Partners move over to the platform"), tr("New rules are tried first")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Go on enforcing"));
    addSubmit(tr("Observe"), ButtonKind::Danger, Icon::Eye, tr("Beginning…"));

    connect(m_kind, &QComboBox::currentIndexChanged, this, &BeginObservationDialog::showKind);
    connect(&apis, &models::PagedModel::stateChanged, this, &BeginObservationDialog::showApis);
    apis.ensureLoaded();
    showApis();
    if (!draft.target.isEmpty())
        m_api->showValue(draft.target);
    askPartners(draft, name);
    showKind();
}

ObservationKind BeginObservationDialog::kind() const
{
    return static_cast<ObservationKind>(m_kind->currentData().toInt());
}

void BeginObservationDialog::showApis()
{
    QList<ChoiceInput::Choice> choices;
    for (const Api &each : m_apis.apis())
        choices.append({each.id, each.name, {models::ApiListModel::addressText(each)}});
    m_api->setChoices(choices);
    m_api->setClosed(m_apis.isAnswer());
    if (m_api->value().isEmpty() && choices.size() == 1)
        m_api->showValue(choices.constFirst().value);
}

void BeginObservationDialog::askPartners(const ObservationDraft &draft, const QString &name)
{
    const bool chosen = draft.kind == ObservationKind::Partner && !draft.target.isEmpty();
    if (chosen) {
        m_partner->setChoices({{draft.target, name.isEmpty() ? draft.target : name}});
        m_partner->showValue(draft.target);
    }
    PartnerQuery query;
    query.limit = mostOffered;
    m_partners = context().connection.partners().list(
        query, this, [this](const client::Result<pc::Page<Partner>> &result) {
            if (!result)
                return; // an id can be typed all the same
            const QString before = m_partner->value();
            QList<ChoiceInput::Choice> choices;
            for (const Partner &each : result->items)
                choices.append({each.id, each.name, {each.slug}});
            m_partner->setChoices(choices);
            m_partner->setClosed(result->nextCursor.isEmpty());
            if (!before.isEmpty())
                m_partner->showValue(before);
        });
}

void BeginObservationDialog::showKind()
{
    const ObservationKind shown = kind();
    m_means->setMessage(Severity::Warn, observedMeans(shown));
    m_means->setIcon(Icon::Warning);
    m_targets->setCurrentWidget(targetField());
    m_prefixField->setEnabled(shown == ObservationKind::Routes); // and stays where it is
    m_prefixField->setRequired(shown == ObservationKind::Routes);
}

FormField *BeginObservationDialog::targetField() const
{
    switch (kind()) {
    case ObservationKind::Partner:
        return m_partnerField;
    case ObservationKind::Gateway:
        return m_gatewayField;
    default:
        return m_apiField;
    }
}

QString BeginObservationDialog::target() const
{
    switch (kind()) {
    case ObservationKind::Partner:
        return m_partner->value().trimmed();
    case ObservationKind::Gateway:
        return m_gateway->value();
    default:
        return m_api->value().trimmed();
    }
}

QString BeginObservationDialog::prefixFault() const
{
    if (kind() != ObservationKind::Routes)
        return {};
    const QString prefix = m_prefix->value();
    if (prefix.isEmpty())
        return tr("Say below which path.");
    const Api *api = m_apis.api(m_api->value());
    if (!prefix.startsWith(u'/') || prefix.contains(u'{') ||
        (api && !pc::rules::isBelow(api->basePath, prefix)))
        return api && !api->basePath.isEmpty() ? tr("A path without parameters, below %1.").arg(api->basePath)
                                               : tr("A path without parameters, with a slash in front.");
    return {};
}

bool BeginObservationDialog::prepare()
{
    QList<FormField *> fields{targetField()};
    if (kind() == ObservationKind::Routes)
        fields.append(m_prefixField);
    fields.append(m_end);
    if (!FormField::validateAll(fields))
        return false;
    ObservationDraft draft;
    draft.kind = kind();
    draft.target = target();
    if (draft.kind == ObservationKind::Routes)
        draft.pathPrefix = m_prefix->value();
    draft.until = m_end->end();
    m_flow->setDraft(draft);
    return true;
}

FormField *BeginObservationDialog::fieldFor(const QString &pointer) const
{
    if (pointer == u"/target")
        return targetField();
    if (pointer == u"/path_prefix")
        return kind() == ObservationKind::Routes ? m_prefixField : targetField();
    if (pointer == u"/until")
        return m_end;
    return FlowDialog::fieldFor(pointer);
}

void BeginObservationDialog::onDone()
{
    Q_EMIT begun(*m_flow->result());
    accept();
}

} // namespace pc::views
