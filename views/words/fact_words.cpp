// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/fact_words.h"

#include "contract/rules/explained_facts.h"
#include "models/text/enum_names.h"
#include "views/words/call_words.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(FactWords)
};

/// How a value is written.
enum class Form {
    Text,
    Name,
    Number,
    Bytes,
    Time,
    Yes, ///< the name alone says it
    Realm,
    Kind,
    State,
    Status,
    Stage,
    LastFour
};

struct FactRow
{
    QString name;
    Form form;
    const char *label;
};

const FactRow *factRow(const QString &name)
{
    static const FactRow rows[]{
        {facts::gateway, Form::Name, QT_TRANSLATE_NOOP("FactWords", "Gateway")},
        {facts::realm, Form::Realm, QT_TRANSLATE_NOOP("FactWords", "Realm")},
        {facts::credential, Form::Name, QT_TRANSLATE_NOOP("FactWords", "Credential")},
        {facts::kind, Form::Kind, QT_TRANSLATE_NOOP("FactWords", "Kind")},
        {facts::lastFour, Form::LastFour, QT_TRANSLATE_NOOP("FactWords", "Last four")},
        {facts::generation, Form::Number, QT_TRANSLATE_NOOP("FactWords", "Generation")},
        {facts::state, Form::State, QT_TRANSLATE_NOOP("FactWords", "State")},
        {facts::expiresAt, Form::Time, QT_TRANSLATE_NOOP("FactWords", "Expires")},
        {facts::graceUntil, Form::Time, QT_TRANSLATE_NOOP("FactWords", "Grace until")},
        {facts::partner, Form::Name, QT_TRANSLATE_NOOP("FactWords", "Partner")},
        {facts::status, Form::Status, QT_TRANSLATE_NOOP("FactWords", "Status")},
        {facts::stage, Form::Stage, QT_TRANSLATE_NOOP("FactWords", "Stage")},
        {facts::stages, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Open to")},
        {facts::source, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Source")},
        {facts::network, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Network")},
        {facts::networks, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Networks")},
        {facts::host, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Host")},
        {facts::api, Form::Name, QT_TRANSLATE_NOOP("FactWords", "API")},
        {facts::route, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Route")},
        {facts::version, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Version")},
        {facts::sunsetAt, Form::Time, QT_TRANSLATE_NOOP("FactWords", "Ended")},
        {facts::audience, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Audience")},
        {facts::scope, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Scope")},
        {facts::scopes, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Granted")},
        {facts::tokenScopes, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Of the token")},
        {facts::resource, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Resource")},
        {facts::resources, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Resources")},
        {facts::length, Form::Bytes, QT_TRANSLATE_NOOP("FactWords", "Length")},
        {facts::mostLength, Form::Bytes, QT_TRANSLATE_NOOP("FactWords", "At most")},
        {facts::contentType, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Type of the body")},
        {facts::contentTypes, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Types taken")},
        {facts::rate, Form::Number, QT_TRANSLATE_NOOP("FactWords", "Calls a second")},
        {facts::burst, Form::Number, QT_TRANSLATE_NOOP("FactWords", "At once")},
        {facts::remaining, Form::Number, QT_TRANSLATE_NOOP("FactWords", "Left at once")},
        {facts::quota, Form::Number, QT_TRANSLATE_NOOP("FactWords", "Calls a day")},
        {facts::quotaUsed, Form::Number, QT_TRANSLATE_NOOP("FactWords", "Used that day")},
        {facts::freeAt, Form::Time, QT_TRANSLATE_NOOP("FactWords", "Free again")},
        {facts::credentialScopes, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Of the credential")},
        {facts::plan, Form::Name, QT_TRANSLATE_NOOP("FactWords", "Plan")},
        {facts::ownLimits, Form::Yes, QT_TRANSLATE_NOOP("FactWords", "Limits of its own")},
        {facts::waiverUntil, Form::Time, QT_TRANSLATE_NOOP("FactWords", "From anywhere until")},
        {facts::byTime, Form::Yes, QT_TRANSLATE_NOOP("FactWords", "The time came that was set")},
        {facts::beforeEvent, Form::Yes, QT_TRANSLATE_NOOP("FactWords", "In force before it was written")},
        {facts::notRecorded, Form::Text, QT_TRANSLATE_NOOP("FactWords", "Not recorded")},
    };
    const auto *found = std::find_if(std::begin(rows), std::end(rows),
                                     [&name](const FactRow &row) { return row.name == name; });
    return found == std::end(rows) ? nullptr : found;
}

QString numberText(const QString &value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok)
        return value;
    const auto whole = static_cast<qint64>(number);
    return static_cast<double>(whole) == number ? QLocale().toString(whole)
                                                : QLocale().toString(number, 'f', 2);
}

/// Whether a fact says by itself what it is, when it stands beside others: a number does not.
bool needsName(Form form)
{
    return form == Form::Number || form == Form::Bytes || form == Form::Time;
}

} // namespace

QString factName(const QString &name)
{
    const FactRow *row = factRow(name);
    return row == nullptr ? name : FactWords::tr(row->label);
}

QString factValue(const ExplainedFact &fact, const QTimeZone &zone)
{
    const FactRow *row = factRow(fact.name);
    switch (row == nullptr ? Form::Text : row->form) {
    case Form::Name:
        return inSentence(fact.value);
    case Form::Number:
        return numberText(fact.value);
    case Form::Bytes: {
        bool ok = false;
        const qint64 bytes = fact.value.toLongLong(&ok);
        return ok ? QLocale().formattedDataSize(bytes) : fact.value;
    }
    case Form::Time: {
        const QDateTime at = QDateTime::fromString(fact.value, Qt::ISODateWithMs);
        return at.isValid() ? callMinute(at, zone) : fact.value;
    }
    case Form::Realm:
        return models::nameOf(enumFromText<Realm>(fact.value));
    case Form::Kind:
        return models::nameOf(enumFromText<CredentialKind>(fact.value));
    case Form::State:
        return models::nameOf(enumFromText<CredentialState>(fact.value));
    case Form::Status:
        return models::nameOf(enumFromText<PartnerStatus>(fact.value));
    case Form::Stage:
        return models::nameOf(enumFromText<Stage>(fact.value));
    case Form::LastFour:
        return u"…"_s + fact.value;
    case Form::Yes:
        return factName(fact.name);
    case Form::Text:
        break;
    }
    return fact.value;
}

QString factsLine(const ExplainedCheck &check, const QTimeZone &zone)
{
    QStringList parts;
    for (const ExplainedFact &fact : check.facts) {
        const FactRow *row = factRow(fact.name);
        const QString value = factValue(fact, zone);
        parts.append(row != nullptr && needsName(row->form)
                         ? FactWords::tr("%1: %2").arg(factName(fact.name), value)
                         : value);
    }
    return parts.join(u" · "_s);
}

} // namespace pc::views
