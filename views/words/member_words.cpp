// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/member_words.h"

#include "views/words/error_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct MemberText
{
    Q_DECLARE_TR_FUNCTIONS(MemberWords)
};

/// The one table of what the members of requests are called; "*" is any place of a list.
constexpr std::array names{
    std::pair(u"/name", QT_TRANSLATE_NOOP("MemberWords", "Name")),
    std::pair(u"/slug", QT_TRANSLATE_NOOP("MemberWords", "Slug")),
    std::pair(u"/legal_name", QT_TRANSLATE_NOOP("MemberWords", "Legal name")),
    std::pair(u"/country", QT_TRANSLATE_NOOP("MemberWords", "Country")),
    std::pair(u"/registration", QT_TRANSLATE_NOOP("MemberWords", "Register number")),
    std::pair(u"/owner", QT_TRANSLATE_NOOP("MemberWords", "Owner")),
    std::pair(u"/time_zone", QT_TRANSLATE_NOOP("MemberWords", "Time zone")),
    std::pair(u"/tags", QT_TRANSLATE_NOOP("MemberWords", "Tags")),
    std::pair(u"/notes", QT_TRANSLATE_NOOP("MemberWords", "Notes")),
    std::pair(u"/contacts/*/name", QT_TRANSLATE_NOOP("MemberWords", "Name or team")),
    std::pair(u"/contacts/*/email", QT_TRANSLATE_NOOP("MemberWords", "E-mail")),
    std::pair(u"/contacts/*/phone", QT_TRANSLATE_NOOP("MemberWords", "Phone for call-back")),
    std::pair(u"/contacts/*/verified_with", QT_TRANSLATE_NOOP("MemberWords", "Whom you spoke to")),
    std::pair(u"/agreement/version", QT_TRANSLATE_NOOP("MemberWords", "Version")),
    std::pair(u"/agreement/file_sha256", QT_TRANSLATE_NOOP("MemberWords", "SHA-256 of the signed file")),
    std::pair(u"/agreement/signatories", QT_TRANSLATE_NOOP("MemberWords", "Signed by")),
    std::pair(u"/agreement/signed_on", QT_TRANSLATE_NOOP("MemberWords", "Signed on")),
    std::pair(u"/agreement/valid_until", QT_TRANSLATE_NOOP("MemberWords", "Valid until")),
    std::pair(u"/lawful_basis", QT_TRANSLATE_NOOP("MemberWords", "Lawful basis")),
    std::pair(u"/data_categories", QT_TRANSLATE_NOOP("MemberWords", "Data categories shared")),
    std::pair(u"/retention_days", QT_TRANSLATE_NOOP("MemberWords", "Retention at the partner (days)")),
    std::pair(u"/purpose", QT_TRANSLATE_NOOP("MemberWords", "Purpose")),
    std::pair(u"/plan_id", QT_TRANSLATE_NOOP("MemberWords", "Plan")),
    std::pair(u"/scopes", QT_TRANSLATE_NOOP("MemberWords", "Scopes")),
    std::pair(u"/resources", QT_TRANSLATE_NOOP("MemberWords", "Resources")),
    std::pair(u"/limit_override", QT_TRANSLATE_NOOP("MemberWords", "Deviation from the plan")),
    std::pair(u"/limit_override/limits/daily_quota", QT_TRANSLATE_NOOP("MemberWords", "Daily quota (calls)")),
    std::pair(u"/limit_override/limits/rate", QT_TRANSLATE_NOOP("MemberWords", "Rate (calls per second)")),
    std::pair(u"/limit_override/limits/burst", QT_TRANSLATE_NOOP("MemberWords", "Burst (calls)")),
    std::pair(u"/limit_override/from", QT_TRANSLATE_NOOP("MemberWords", "Start of the deviation")),
    std::pair(u"/limit_override/until", QT_TRANSLATE_NOOP("MemberWords", "End of the deviation")),
    std::pair(u"/limit_override/reason", QT_TRANSLATE_NOOP("MemberWords", "Why the partner deviates")),
    std::pair(u"/title", QT_TRANSLATE_NOOP("MemberWords", "Title")),
    std::pair(u"/sentence", QT_TRANSLATE_NOOP("MemberWords", "What it gives")),
    std::pair(u"/lawful_bases", QT_TRANSLATE_NOOP("MemberWords", "Lawful bases that allow it")),
    std::pair(u"/description", QT_TRANSLATE_NOOP("MemberWords", "Description")),
    std::pair(u"/sandbox/rate", QT_TRANSLATE_NOOP("MemberWords", "Rate in the sandbox")),
    std::pair(u"/sandbox/burst", QT_TRANSLATE_NOOP("MemberWords", "Burst in the sandbox")),
    std::pair(u"/sandbox/daily_quota", QT_TRANSLATE_NOOP("MemberWords", "Daily quota in the sandbox")),
    std::pair(u"/limited/rate", QT_TRANSLATE_NOOP("MemberWords", "Rate in limited production")),
    std::pair(u"/limited/burst", QT_TRANSLATE_NOOP("MemberWords", "Burst in limited production")),
    std::pair(u"/limited/daily_quota", QT_TRANSLATE_NOOP("MemberWords", "Daily quota in limited production")),
    std::pair(u"/production/rate", QT_TRANSLATE_NOOP("MemberWords", "Rate in production")),
    std::pair(u"/production/burst", QT_TRANSLATE_NOOP("MemberWords", "Burst in production")),
    std::pair(u"/production/daily_quota", QT_TRANSLATE_NOOP("MemberWords", "Daily quota in production")),
    std::pair(u"/production", QT_TRANSLATE_NOOP("MemberWords", "Networks of production")),
    std::pair(u"/production/*/network", QT_TRANSLATE_NOOP("MemberWords", "Network")),
    std::pair(u"/production/*/note", QT_TRANSLATE_NOOP("MemberWords", "Note")),
    std::pair(u"/production/*/until", QT_TRANSLATE_NOOP("MemberWords", "End of the line")),
    std::pair(u"/sandbox", QT_TRANSLATE_NOOP("MemberWords", "Networks of the sandbox")),
    std::pair(u"/sandbox/*/network", QT_TRANSLATE_NOOP("MemberWords", "Network")),
    std::pair(u"/sandbox/*/note", QT_TRANSLATE_NOOP("MemberWords", "Note")),
    std::pair(u"/sandbox/*/until", QT_TRANSLATE_NOOP("MemberWords", "End of the line")),
    std::pair(u"/credentials", QT_TRANSLATE_NOOP("MemberWords", "Networks of credentials")),
    std::pair(u"/waiver/until", QT_TRANSLATE_NOOP("MemberWords", "End of the waiver (UTC)")),
    std::pair(u"/waiver/reason", QT_TRANSLATE_NOOP("MemberWords", "Why the list is waived")),
    std::pair(u"/sandbox/credential_name", QT_TRANSLATE_NOOP("MemberWords", "Name of the credential")),
    std::pair(u"/sandbox/kind", QT_TRANSLATE_NOOP("MemberWords", "Kind")),
    std::pair(u"/kind", QT_TRANSLATE_NOOP("MemberWords", "Kind")),
    std::pair(u"/realm", QT_TRANSLATE_NOOP("MemberWords", "Realm")),
    std::pair(u"/expires_at", QT_TRANSLATE_NOOP("MemberWords", "Expiry")),
    std::pair(u"/grace_seconds", QT_TRANSLATE_NOOP("MemberWords", "Grace")),
    std::pair(u"/until", QT_TRANSLATE_NOOP("MemberWords", "End of the grace")),
    std::pair(u"/host", QT_TRANSLATE_NOOP("MemberWords", "Host")),
    std::pair(u"/base_path", QT_TRANSLATE_NOOP("MemberWords", "Base path")),
    std::pair(u"/audience", QT_TRANSLATE_NOOP("MemberWords", "Audience of its tokens")),
    std::pair(u"/prefix", QT_TRANSLATE_NOOP("MemberWords", "Prefix of its scopes")),
    std::pair(u"/path_prefix", QT_TRANSLATE_NOOP("MemberWords", "Path")),
    std::pair(u"/deprecated_at", QT_TRANSLATE_NOOP("MemberWords", "Deprecated from (UTC)")),
    std::pair(u"/sunset_at", QT_TRANSLATE_NOOP("MemberWords", "Ends (UTC)")),
    std::pair(u"/successor_url", QT_TRANSLATE_NOOP("MemberWords", "What follows it")),
    std::pair(u"/guide_url", QT_TRANSLATE_NOOP("MemberWords", "How to change over")),
    std::pair(u"/reason", QT_TRANSLATE_NOOP("MemberWords", "Reason")),
    std::pair(u"/ticket", QT_TRANSLATE_NOOP("MemberWords", "Ticket")),
};

/// "/contacts/2/name": "/contacts/*/name".
QString placeless(const QString &pointer)
{
    QStringList parts = pointer.split(u'/');
    for (QString &part : parts) {
        bool isNumber = false;
        (void)part.toUInt(&isNumber);
        if (isNumber)
            part = u"*"_s;
    }
    return parts.join(u'/');
}

} // namespace

QString memberName(const QString &pointer)
{
    for (QString at = placeless(pointer); !at.isEmpty(); at.truncate(at.lastIndexOf(u'/')))
        for (const auto &[own, name] : names)
            if (at == QStringView(own))
                return MemberText::tr(name);
    return {};
}

QString memberErrorText(const FieldError &error, const QString &name, const char *body)
{
    const QString text = fieldErrorText(error, body);
    return name.isEmpty() ? text : MemberText::tr("%1: %2", "a field, what is wrong with it").arg(name, text);
}

QString withLines(const QString &text, const QString &lines)
{
    return lines.isEmpty() ? text : text + u'\n' + lines;
}

QString memberErrorsText(const client::ApiError &error, const char *body)
{
    QStringList lines;
    if (error.problem)
        for (const FieldError &each : error.problem->errors)
            lines.append(memberErrorText(each, memberName(each.pointer), body));
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace pc::views
