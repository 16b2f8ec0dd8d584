// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/field_words.h"

#include "contract/rules/secret_life.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;
using rules::FieldFault;
using rules::FieldKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString rangeText(const rules::FieldLimit &limit)
{
    const QLocale locale;
    const QString from = locale.toString(limit.minimum);
    const QString to = locale.toString(limit.maximum);
    return limit.kind == FieldKind::Decimal
               ? Words::tr("More than %1, at most %2.", "number, number").arg(from, to)
               : Words::tr("From %1 to %2.", "number, number").arg(from, to);
}

/// What a value has to look like, or be chosen from, where the field has more to say than that it is wrong.
QString formText(QLatin1StringView member)
{
    if (member == "slug"_L1)
        return Words::tr("Only lower-case letters, digits and single hyphens, such as “acme-payments”.");
    if (member == "country"_L1)
        return Words::tr("Choose a country from the list.");
    if (member == "email"_L1)
        return Words::tr("This is not an e-mail address. It looks like name@company.example.");
    if (member == "phone"_L1)
        return Words::tr("This is not a telephone number. It looks like +49 30 123456.");
    if (member == "time_zone"_L1)
        return Words::tr("This time zone is not known. Choose one from the list, such as Europe/Berlin.");
    if (member == "file_sha256"_L1)
        return Words::tr(
            "A SHA-256 has 64 characters, 0–9 and a–f. Choose the file, and it is computed here.");
    if (member == "host"_L1)
        return Words::tr("Only a host name in lower case, without a port, such as “api.example.net”.");
    if (member == "successor_url"_L1 || member == "guide_url"_L1)
        return Words::tr("The address of a page, such as “https://developer.example.net/v2”.");
    if (member == "base_path"_L1 || member == "path_prefix"_L1)
        return Words::tr("A slash before each part and none at the end, such as “/v1”.");
    if (member == "audience"_L1)
        return Words::tr("A whole address or name with its scheme, such as “https://api.example.net”.");
    if (member == "prefix"_L1)
        return Words::tr("Lower-case letters and digits, and one of . : - _ at the end, such as “shop.”.");
    if (member == "ticket"_L1)
        return Words::tr("No space at either end, and no two side by side, such as “OPS-142”.");
    return member == "plan_id"_L1 ? Words::tr("Choose one of the plans.") : QString();
}

/// Without the field's own figures.
QString plainText(FieldFault fault)
{
    switch (fault) {
    case FieldFault::Required:
    case FieldFault::MissingContact:
        return Words::tr("This is needed.");
    case FieldFault::TooShort:
        return Words::tr("This is too short.");
    case FieldFault::TooLong:
        return Words::tr("This is too long. Shorten it.");
    case FieldFault::TooMany:
        return Words::tr("These are too many.");
    case FieldFault::Repeated:
        return Words::tr("This stands here twice. Take one away.");
    case FieldFault::OutOfRange:
        return Words::tr("This is out of range.");
    case FieldFault::NotText:
        return Words::tr("Nobody could read this: it has only characters that are not seen, or none at all.");
    case FieldFault::BadCharacters:
        return Words::tr(
            "There is a character here that is not allowed: one that is not seen (a zero-width or "
            "other space, say), a line break, a control character or an open direction mark. "
            "Type it anew.");
    case FieldFault::BadFormat:
    case FieldFault::Unread:
        return Words::tr("This does not have the form that is needed.");
    case FieldFault::UnknownValue:
        return Words::tr("There is no such value. Choose another one.");
    case FieldFault::UnknownMember:
    case FieldFault::Malformed:
        return Words::tr(
            "The platform does not understand this field: the console and the platform may be of different "
            "versions.");
    case FieldFault::Taken:
        return Words::tr("This is taken. Choose another one.");
    case FieldFault::Wildcard:
        return Words::tr("There is no wildcard. List the values one by one.");
    case FieldFault::NotGranted:
        return Words::tr("The partner does not hold this scope any more. Close and open this again.");
    case FieldFault::LawfulBasis:
        return Words::tr("The lawful basis does not allow it.");
    case FieldFault::ScopesNotCovered:
        return Words::tr("This does not allow every scope that the partner holds. Take those away first, or "
                         "keep what was agreed on.");
    case FieldFault::DataCategory:
        return Words::tr("The agreement does not name the data behind it.");
    case FieldFault::InThePast:
        return Words::tr("This lies in the past. Choose a later time.");
    case FieldFault::TooFarAhead:
        return Words::tr("A credential lives for %n year(s) at most. Choose an earlier day.", nullptr,
                         rules::maxLifeYears);
    case FieldFault::NotYet:
        return Words::tr("This day is still to come. Correct it.");
    case FieldFault::BeforeStart:
        return Words::tr("The end lies before the start. Choose a later end.");
    case FieldFault::Ended:
        return Words::tr("The agreement has ended. Record the one that is valid now.");
    case FieldFault::Unknown:
        break;
    }
    return Words::tr("The platform does not accept this value.");
}

/// With what the problem is about; empty where the sentence does not name it.
QString detailedText(FieldFault fault, const QString &detail)
{
    switch (fault) {
    case FieldFault::UnknownValue:
        return Words::tr("The platform does not know the scope %1. Take it away.").arg(detail);
    case FieldFault::LawfulBasis:
        return Words::tr("The lawful basis does not allow %1. Take the scope away, or correct the basis.")
            .arg(detail);
    case FieldFault::DataCategory:
        return Words::tr("The agreement does not name the data behind %1. Take the scope away, or have the "
                         "agreement name it.")
            .arg(detail);
    case FieldFault::Unread:
        return Words::tr("“%1” is no value of this field. Correct it.").arg(detail);
    default:
        return {};
    }
}

/// With the field's own figures and form; empty where the plain sentence says it all.
QString limitText(const rules::FieldLimit &limit, FieldFault fault)
{
    switch (fault) {
    case FieldFault::Required:
        return limit.list ? Words::tr("At least one is needed.") : QString();
    case FieldFault::TooShort:
        return Words::tr("At least %n character(s) are needed.", nullptr, static_cast<int>(limit.minimum));
    case FieldFault::TooLong:
        return Words::tr("At most %n character(s). Shorten it.", nullptr, static_cast<int>(limit.maximum));
    case FieldFault::TooMany:
        return Words::tr("At most %n value(s).", nullptr, limit.maximumItems);
    case FieldFault::OutOfRange:
        return limit.kind == FieldKind::Whole || limit.kind == FieldKind::Decimal ? rangeText(limit)
                                                                                  : QString();
    case FieldFault::BadFormat:
    case FieldFault::UnknownValue:
        return formText(QLatin1StringView(limit.member));
    case FieldFault::Taken:
        return QLatin1StringView(limit.member) == "slug"_L1
                   ? Words::tr("Another partner has this slug. Choose another one.")
                   : QString();
    default:
        return {};
    }
}

} // namespace

QString faultText(const rules::FieldLimit *limit, FieldFault fault, const QString &detail)
{
    QString text = detail.isEmpty() ? QString() : detailedText(fault, detail);
    if (text.isEmpty() && limit)
        text = limitText(*limit, fault);
    return text.isEmpty() ? plainText(fault) : text;
}

QString textFaultText(const rules::FieldLimit &limit, const QString &value)
{
    const std::optional<FieldFault> fault = rules::faultOf(limit, value);
    if (!fault)
        return {};
    return *fault == FieldFault::TooLong ? tooLongText(limit, value) : faultText(&limit, *fault);
}

QString listFaultText(const rules::FieldLimit &limit, const QStringList &values)
{
    if (values.size() > limit.maximumItems)
        return faultText(&limit, FieldFault::TooMany);
    for (const QString &value : values)
        if (const QString text = textFaultText(limit, value); !text.isEmpty())
            return Words::tr("%1: %2", "one of several values, what is wrong with it")
                .arg(value.left(24), text);
    return {};
}

QString tooLongText(const rules::FieldLimit &limit, const QString &value)
{
    const qsizetype excess = rules::codePoints(value) - limit.maximum;
    return excess <= 0 ? QString()
                       : Words::tr("%n character(s) too many: at most %1.", nullptr, static_cast<int>(excess))
                             .arg(QLocale().toString(limit.maximum));
}

} // namespace pc::views
