// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/partner_import.h"

#include "contract/rules/body_check.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/fold.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/partners/partner_writing.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/field_check.h"
#include "platform/domain/partner_rules.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>
#include <array>

namespace pc::platform::imports {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

using PartnerCells = QHash<QString, QString>;

constexpr std::array contactKinds{ContactKind::Business, ContactKind::Technical, ContactKind::Security,
                                  ContactKind::DataProtection};

struct TextColumn
{
    const char16_t *name;
    QString PartnerDraft::*member;
};
constexpr TextColumn textColumns[]{{u"slug", &PartnerDraft::slug},
                                   {u"name", &PartnerDraft::name},
                                   {u"legal_name", &PartnerDraft::legalName},
                                   {u"country", &PartnerDraft::country},
                                   {u"registration", &PartnerDraft::registration},
                                   {u"owner", &PartnerDraft::owner},
                                   {u"time_zone", &PartnerDraft::timeZone},
                                   {u"purpose", &PartnerDraft::purpose},
                                   {u"notes", &PartnerDraft::notes}};
constexpr TextColumn planColumn{u"plan", &PartnerDraft::planId};

QString contactColumn(ContactKind kind, QStringView member)
{
    return u"contact_%1_%2"_s.arg(toText(kind), member);
}

PartnerDraft draftOf(const Partner &partner)
{
    PartnerDraft draft;
    draft.name = partner.name;
    draft.slug = partner.slug;
    draft.legalName = partner.legalName;
    draft.country = partner.country;
    draft.registration = partner.registration;
    draft.owner = partner.owner;
    draft.planId = partner.planId;
    draft.timeZone = partner.timeZone;
    draft.lawfulBasis = partner.lawfulBasis;
    draft.dataCategories = partner.dataCategories;
    draft.purpose = partner.purpose;
    draft.retentionDays = partner.retentionDays;
    draft.contacts = partner.contacts;
    draft.agreement = partner.agreement;
    draft.tags = partner.tags;
    draft.notes = partner.notes;
    return draft;
}

/// The first contact of a kind becomes what the file says of it; there is one when there was none.
void takeContact(PartnerDraft &draft, const PartnerCells &cells, ContactKind kind)
{
    const std::pair<QString, QString Contact::*> members[]{{contactColumn(kind, u"name"), &Contact::name},
                                                           {contactColumn(kind, u"email"), &Contact::email},
                                                           {contactColumn(kind, u"phone"), &Contact::phone}};
    const bool any = std::any_of(std::begin(members), std::end(members),
                                 [&cells](const auto &each) { return cells.contains(each.first); });
    if (!any)
        return;
    auto found = std::find_if(draft.contacts.begin(), draft.contacts.end(),
                              [kind](const Contact &each) { return each.kind == kind; });
    if (found == draft.contacts.end()) {
        draft.contacts.append(Contact{.kind = kind, .name = {}, .email = {}, .phone = {}});
        found = draft.contacts.end() - 1;
    }
    for (const auto &[column, member] : members) {
        if (cells.contains(column))
            (*found).*member = cells.value(column);
    }
}

/// What a row says laid over `draft`; what it does not say stays. Errors are of what is no value at all.
QList<FieldError> takeRow(PartnerDraft &draft, const PartnerCells &cells, const QList<Plan> &plans)
{
    FieldCheck check;
    for (const TextColumn &each : textColumns) {
        const QString column = QString::fromUtf16(each.name);
        if (cells.contains(column))
            draft.*each.member = cells.value(column);
    }
    if (cells.contains(u"plan"_s)) {
        const QString plan = cells.value(u"plan"_s);
        const auto found = std::find_if(plans.begin(), plans.end(), [&plan](const Plan &each) {
            return each.id == plan || each.name.compare(plan, Qt::CaseInsensitive) == 0;
        });
        if (found == plans.end())
            check.fail(u"/plan"_s, FieldFault::UnknownValue, u"There is no such plan."_s);
        else
            draft.*planColumn.member = found->id;
    }
    if (cells.contains(u"lawful_basis"_s)) {
        draft.lawfulBasis = enumFromText<LawfulBasis>(cells.value(u"lawful_basis"_s));
        if (draft.lawfulBasis == LawfulBasis::Unknown)
            check.fail(u"/lawful_basis"_s, FieldFault::UnknownValue, u"No such lawful basis."_s);
    }
    if (cells.contains(u"retention_days"_s)) {
        bool isNumber = false;
        draft.retentionDays = cells.value(u"retention_days"_s).toInt(&isNumber);
        if (!isNumber)
            check.fail(u"/retention_days"_s, FieldFault::BadFormat, u"A whole number of days."_s);
    }
    if (cells.contains(u"data_categories"_s))
        draft.dataCategories = listIn(cells.value(u"data_categories"_s));
    if (cells.contains(u"tags"_s))
        draft.tags = listIn(cells.value(u"tags"_s));
    for (const ContactKind kind : contactKinds)
        takeContact(draft, cells, kind);
    return check.errors();
}

/// The column of a field of the draft.
QString columnAt(const QString &pointer, const PartnerDraft &draft)
{
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    if (parts.value(0) == u"contacts" && parts.size() >= 3) {
        const qsizetype at = parts.at(1).toInt();
        if (at < draft.contacts.size())
            return u'/' + contactColumn(draft.contacts.at(at).kind, parts.at(2));
    }
    return u'/' + (parts.value(0) == u"plan_id" ? u"plan"_s : parts.value(0));
}

/// Faults by the columns of the file: of one the first, however many entries of a list are wrong.
void addFaults(QList<FieldError> &faults, const QList<FieldError> &found)
{
    const auto isOf = [](const QString &column) {
        return [&column](const FieldError &each) { return each.pointer == column; };
    };
    for (const FieldError &each : found) {
        if (std::none_of(faults.begin(), faults.end(), isOf(each.pointer)))
            faults.append(each);
    }
}

/// All that is wrong with a row, in one go: what was `found` so far, what the draft says by itself, and what
/// the store says of it.
QList<FieldError> faultsOf(Tx &tx, PartnerDraft &draft, const std::optional<Partner> &before,
                           QList<FieldError> found)
{
    const QJsonObject body = pc::rules::settledBody("PartnerDraft", toJson(draft));
    FieldCheck check;
    check.fields("PartnerDraft", body);
    if (const auto settled = fromJson<PartnerDraft>(body))
        draft = *settled;
    const auto byColumn = [&draft](QList<FieldError> errors) {
        for (FieldError &each : errors)
            each.pointer = columnAt(each.pointer, draft);
        return errors;
    };
    addFaults(found, byColumn(domain::checkDraft(draft, check.errors())));
    addFaults(found, byColumn(before ? partner_writing::checkEdit(tx, draft, *before)
                                     : partner_writing::checkNew(tx, draft)));
    return found;
}

/// The columns of a change of the partner.
QStringList columnsOf(const QList<FieldChange> &changes)
{
    QStringList columns;
    for (const FieldChange &each : changes) {
        const QString name = each.field.section(u'.', 0, 0);
        columns.append(name == u"plan_id" ? u"plan"_s : name);
    }
    columns.removeDuplicates();
    return columns;
}

ImportRow refusedRow(ImportRow row, const QList<FieldError> &errors)
{
    row.outcome = ImportOutcome::Refused;
    row.errors = errors;
    return row;
}

/// What the other system calls the partner of a row.
struct Reference
{
    QString text;   ///< empty: the row names none
    QString holder; ///< whose it is already

    [[nodiscard]] bool isNew() const { return !text.isEmpty() && holder.isEmpty(); }
};

/// Told as a change of the partner, and kept.
WriteOutcome withReference(Tx &tx, WriteOutcome outcome, const Reference &reference, const Partner &partner)
{
    if (!reference.isNew())
        return outcome;
    if (outcome.events.isEmpty())
        outcome.events.append({eventAbout(AuditAction::PartnerEdit, partner.id, partner.name, partner.id),
                               ChangeKind::Partner});
    AuditEvent &event = outcome.events.first().event;
    event.changes.append({u"external_ref"_s, {}, reference.text});
    partner_rows::addReference(tx, reference.text, event.targetId);
    return outcome;
}

/// Columns of a partner that is there which say something else, and are not followed.
QStringList leftAlone(Tx &tx, const Partner &partner, const PartnerCells &cells)
{
    if (!cells.contains(u"scopes"_s))
        return {};
    const Grant grant = catalogue_rows::grant(tx, partner.id).value_or(Grant{});
    QStringList said = scopesIn(cells.value(u"scopes"_s));
    QStringList held = grant.scopes; // what a partner may do is changed in its grant
    said.sort();
    held.sort();
    return said == held ? QStringList() : QStringList{u"scopes"_s};
}

class PartnerPlanner
{
public:
    PartnerPlanner(const WriteCall &call, Tx &tx) : m_call(call), m_tx(tx), m_plans(catalogue_rows::plans(tx))
    {
        const QHash<QString, QString> names = partner_rows::names(tx);
        for (auto each = names.cbegin(); each != names.cend(); ++each)
            m_idsOfNames[pc::rules::fold(each.value())].append(each.key());
    }

    void judge(ImportPlan &plan, const ImportTable::Row &from);

private:
    /// What says which partner a row is of, beside the rows before it.
    [[nodiscard]] QList<FieldError> takeIdentity(const PartnerCells &cells);
    void planRow(ImportPlan &plan, const ImportTable::Row &from, QList<FieldError> found);
    /// Short names of others, there or in an earlier row, that are called the same.
    [[nodiscard]] QStringList namesakes(const PartnerDraft &draft, const std::optional<Partner> &before);

    const WriteCall &m_call;
    Tx &m_tx;
    const QList<Plan> m_plans;
    QSet<QString> m_slugs; ///< of earlier rows
    QSet<QString> m_references;
    QHash<QString, QStringList> m_idsOfNames;   ///< of partners that are there, by their folded names
    QHash<QString, QStringList> m_slugsOfNames; ///< of those that earlier rows make, likewise
};

QStringList PartnerPlanner::namesakes(const PartnerDraft &draft, const std::optional<Partner> &before)
{
    constexpr qsizetype most = 5;
    const QString name = pc::rules::fold(draft.name);
    if (before && pc::rules::fold(before->name) == name)
        return {};
    QStringList found = m_slugsOfNames.value(name).mid(0, most);
    const QStringList ids = m_idsOfNames.value(name).mid(0, most);
    for (const QString &id : ids) {
        if (const auto other = partner_rows::find(m_tx, id, m_call.now); other && found.size() < most)
            found.append(other->slug);
    }
    m_slugsOfNames[name].append(draft.slug);
    found.sort();
    return found;
}

void PartnerPlanner::planRow(ImportPlan &plan, const ImportTable::Row &from, QList<FieldError> found)
{
    ImportRow row;
    row.line = from.line;
    row.subject = from.cells.value(u"slug"_s);
    Reference reference{from.cells.value(u"external_ref"_s), {}};
    if (!reference.text.isEmpty())
        reference.holder = partner_rows::idOfReference(m_tx, reference.text);
    const QString bySlug = partner_rows::idOf(m_tx, row.subject);
    if (!reference.holder.isEmpty() && !bySlug.isEmpty() && reference.holder != bySlug)
        addFaults(found, {pc::rules::fieldError(u"/external_ref"_s, FieldFault::Taken,
                                                u"It is another partner's."_s)});
    const QString id = bySlug.isEmpty() ? reference.holder : bySlug;
    const auto before = id.isEmpty() ? std::nullopt : partner_rows::find(m_tx, id, m_call.now);
    PartnerDraft draft = before ? draftOf(*before) : PartnerDraft{};
    if (!before)
        draft.scopes = scopesIn(from.cells.value(u"scopes"_s));
    addFaults(found, takeRow(draft, from.cells, m_plans));
    found = faultsOf(m_tx, draft, before, found);
    if (!found.isEmpty())
        return plan.add(refusedRow(std::move(row), found));
    row.subject = draft.slug;
    row.sameName = namesakes(draft, before);
    if (!before) {
        row.outcome = ImportOutcome::Create;
        return plan.add(std::move(row), [&call = m_call, draft, reference](Tx &write) {
            return withReference(write, partner_writing::create(call, write, draft), reference, {});
        });
    }
    row.targetId = before->id;
    row.leftAlone = leftAlone(m_tx, *before, from.cells);
    const QList<FieldChange> changes = partner_writing::changesOf(m_call, draft, *before);
    row.changed = columnsOf(changes);
    row.changes = shownChanges(changes);
    if (reference.isNew()) {
        row.changed.append(u"external_ref"_s);
        row.changes.append({u"external_ref"_s, {}, pc::rules::beginningOf(reference.text, 200)});
    }
    row.outcome = row.changed.isEmpty() ? ImportOutcome::Unchanged : ImportOutcome::Update;
    if (row.changed.isEmpty())
        return plan.add(std::move(row));
    plan.add(std::move(row), [&call = m_call, draft, reference, partner = *before](Tx &write) {
        return withReference(write, partner_writing::edit(call, write, partner, draft), reference, partner);
    });
}

QList<FieldError> PartnerPlanner::takeIdentity(const PartnerCells &cells)
{
    const QString slug = cells.value(u"slug"_s);
    const QString reference = cells.value(u"external_ref"_s);
    FieldCheck check;
    if (!slug.isEmpty() && m_slugs.contains(slug))
        check.fail(u"/slug"_s, FieldFault::Repeated, u"An earlier row has this short name."_s);
    if (!reference.isEmpty() && m_references.contains(reference))
        check.fail(u"/external_ref"_s, FieldFault::Repeated, u"An earlier row has this reference."_s);
    if (const auto fault = pc::rules::faultOf(pc::rules::limit("ActRequest", "ticket"), reference))
        check.fail(u"/external_ref"_s, *fault, u"One line of 80 characters at most."_s);
    m_slugs.insert(slug);
    m_references.insert(reference);
    return check.errors();
}

void PartnerPlanner::judge(ImportPlan &plan, const ImportTable::Row &from)
{
    const QList<FieldError> found = takeIdentity(from.cells);
    if (from.cells.contains(u"slug"_s) || from.cells.contains(u"external_ref"_s))
        return planRow(plan, from, found);
    ImportRow row; // of nobody: what else it lacks depends on who is meant
    row.line = from.line;
    plan.add(
        refusedRow(std::move(row), {pc::rules::fieldError(u"/slug"_s, FieldFault::Required,
                                                          u"A partner is known by its short name, or by its "
                                                          "reference."_s)}));
}

} // namespace

QStringList partnerColumns()
{
    QStringList columns;
    for (const TextColumn &each : textColumns)
        columns.append(QString::fromUtf16(each.name));
    columns += {u"external_ref"_s,   u"plan"_s, u"lawful_basis"_s, u"data_categories"_s,
                u"retention_days"_s, u"tags"_s, u"scopes"_s};
    for (const ContactKind kind : contactKinds) {
        for (const QStringView member : {u"name", u"email", u"phone"})
            columns.append(contactColumn(kind, member));
    }
    return columns;
}

ImportPlan planPartners(const WriteCall &call, const ImportTable &table, Tx &tx)
{
    ImportPlan plan;
    PartnerPlanner planner(call, tx);
    for (const ImportTable::Row &each : table.rows)
        planner.judge(plan, each);
    return plan;
}

} // namespace pc::platform::imports
