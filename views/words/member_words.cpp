// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/member_words.h"

#include "views/words/draft_words.h"
#include "views/words/error_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace pc::views {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MemberWords)
};

/// The longer pointer first where one is the beginning of another.
constexpr std::array names{
    std::pair(u"/limit_override/limits/daily_quota", QT_TRANSLATE_NOOP("MemberWords", "Daily quota")),
    std::pair(u"/limit_override/limits/rate", QT_TRANSLATE_NOOP("MemberWords", "Rate")),
    std::pair(u"/limit_override/limits/burst", QT_TRANSLATE_NOOP("MemberWords", "Burst")),
    std::pair(u"/limit_override/from", QT_TRANSLATE_NOOP("MemberWords", "Start of the deviation")),
    std::pair(u"/limit_override/until", QT_TRANSLATE_NOOP("MemberWords", "End of the deviation")),
    std::pair(u"/limit_override/reason", QT_TRANSLATE_NOOP("MemberWords", "Why the partner deviates")),
    std::pair(u"/limit_override", QT_TRANSLATE_NOOP("MemberWords", "Deviation from the plan")),
    std::pair(u"/plan_id", QT_TRANSLATE_NOOP("MemberWords", "Plan")),
    std::pair(u"/resources", QT_TRANSLATE_NOOP("MemberWords", "Resources")),
    std::pair(u"/scopes", QT_TRANSLATE_NOOP("MemberWords", "Scopes")),
    std::pair(u"/name", QT_TRANSLATE_NOOP("MemberWords", "Name")),
    std::pair(u"/kind", QT_TRANSLATE_NOOP("MemberWords", "Kind")),
    std::pair(u"/realm", QT_TRANSLATE_NOOP("MemberWords", "Realm")),
    std::pair(u"/owner", QT_TRANSLATE_NOOP("MemberWords", "Owner")),
    std::pair(u"/expires_at", QT_TRANSLATE_NOOP("MemberWords", "Expiry")),
    std::pair(u"/grace_seconds", QT_TRANSLATE_NOOP("MemberWords", "Grace")),
    std::pair(u"/until", QT_TRANSLATE_NOOP("MemberWords", "End of the grace")),
    std::pair(u"/reason", QT_TRANSLATE_NOOP("MemberWords", "Reason")),
    std::pair(u"/ticket", QT_TRANSLATE_NOOP("MemberWords", "Ticket")),
};

} // namespace

QString memberName(const QString &pointer)
{
    for (const auto &[own, name] : names) {
        const QStringView wanted(own);
        if (pointer == wanted || (pointer.startsWith(wanted) && pointer.at(wanted.size()) == u'/'))
            return Text::tr(name);
    }
    return fieldName({pointer, rules::FieldFault::Unknown});
}

QString memberErrorText(const FieldError &error, const QString &name)
{
    const QString text = fieldErrorText(error);
    return name.isEmpty() ? text : Text::tr("%1: %2", "a field, what is wrong with it").arg(name, text);
}

QString withLines(const QString &text, const QString &lines)
{
    return lines.isEmpty() ? text : text + u'\n' + lines;
}

QString memberErrorsText(const client::ApiError &error)
{
    QStringList lines;
    if (error.problem)
        for (const FieldError &each : error.problem->errors)
            lines.append(memberErrorText(each, memberName(each.pointer)));
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace pc::views
