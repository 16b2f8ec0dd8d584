// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/imports/import_words.h"

#include "contract/rules/field_fault.h"
#include "contract/rules/legacy_keys.h"
#include "views/widgets/field_words.h"
#include "views/words/error_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ImportFormat;
using models::ImportKind;
using rules::FieldFault;

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

/// Where the general words would leave somebody alone; else empty.
QString particular(const QString &column, FieldFault fault)
{
    if (column == "hash"_L1 && fault == FieldFault::BadFormat)
        return ImportText::tr(
            "It is no hash of this scheme. A key itself must never stand here: if one does, "
            "treat it as leaked.");
    if (column == "hash"_L1 && fault == FieldFault::OutOfRange)
        return ImportText::tr("A bcrypt cost above %1 is not taken.").arg(rules::maxBcryptCost);
    if (column == "hash"_L1 && fault == FieldFault::TooShort)
        return ImportText::tr("It is the hash of an empty text. A key has %1 to %2 bytes.")
            .arg(QString::number(rules::shortestLegacyKey), QString::number(rules::longestLegacyKey));
    if (column == "header"_L1 && fault == FieldFault::BadFormat)
        return ImportText::tr("A header of its own such as X-Partner-Key, or Authorization with its scheme. "
                              "Letters, digits and hyphens only: gateways let no other name through.");
    if (column == "expires_at"_L1 && fault == FieldFault::OutOfRange)
        return ImportText::tr("A day that is still to come, at most %n day(s) ahead.", nullptr,
                              rules::maxLegacyDays);
    if (column == "expires_at"_L1 && fault == FieldFault::BadFormat)
        return ImportText::tr("A day such as 2026-12-31 or 31.12.2026, or a time with its offset.");
    if (column == "scopes"_L1 && fault == FieldFault::NotGranted)
        return ImportText::tr("The partner does not hold one of these scopes.");
    if (column == "scopes"_L1 && fault == FieldFault::UnknownValue)
        return ImportText::tr("The catalogue does not have one of these scopes.");
    if (column == "plan"_L1 && fault == FieldFault::UnknownValue)
        return ImportText::tr("There is no such plan.");
    if (column == "country"_L1 && (fault == FieldFault::BadFormat || fault == FieldFault::UnknownValue))
        return ImportText::tr("A country is two capital letters, such as DE.");
    if (column == "time_zone"_L1 && (fault == FieldFault::BadFormat || fault == FieldFault::UnknownValue))
        return ImportText::tr("A name of the time zone database, such as Europe/Berlin.");
    if (column == "client_id"_L1 && fault == FieldFault::BadFormat)
        return ImportText::tr(
                   "%1 to %2 visible characters without a space, and none that looks like an ID of "
                   "this platform.")
            .arg(QString::number(rules::leastClientId), QString::number(rules::mostClientId));
    const bool isRate = column.endsWith("_rate"_L1);
    const bool isLimit = isRate || column.endsWith("_burst"_L1) || column.endsWith("_daily_quota"_L1);
    if (isRate && fault == FieldFault::BadFormat)
        return ImportText::tr("A number such as 2.5: decimals stand behind a point, whatever the language.");
    if (isLimit && fault == FieldFault::BadFormat)
        return ImportText::tr("A whole number.");
    if (isLimit && fault == FieldFault::Required)
        return ImportText::tr("A new plan needs all rates and bursts.");
    if (fault == FieldFault::Repeated)
        return ImportText::tr("An earlier row has it.");
    if (column == "partner"_L1 && fault == FieldFault::UnknownValue)
        return ImportText::tr("No partner has this short name.");
    if (column == "owner"_L1 && fault == FieldFault::UnknownValue)
        return ImportText::tr("There is no such operator.");
    if (column == "hmac_key"_L1 && fault == FieldFault::UnknownValue)
        return ImportText::tr("The platform's host has no key of this name.");
    if (column == "realm"_L1 && fault == FieldFault::UnknownValue) // or there is none at all
        return ImportText::tr("It is “sandbox” or “production”.");
    if (column == "realm"_L1 && fault == FieldFault::NotGranted)
        return ImportText::tr("The partner's stage or state does not allow it.");
    return {};
}

/// The field that a column is of, where only files of partners have it; null for others: the figures of a
/// name, say, depend on whose it is.
const rules::FieldLimit *limitOf(const QString &column)
{
    if (column == "name"_L1 || column == "owner"_L1 || column == "scopes"_L1)
        return nullptr;
    if (column.startsWith("contact_"_L1))
        return rules::limitAt("Contact", u'/' + column.section(u'_', -1));
    return rules::limitAt("PartnerDraft", u'/' + column);
}

QString errorText(const FieldError &error)
{
    const QString column = error.pointer.mid(1);
    const FieldFault fault = rules::fieldFaultOf(error.code);
    const QString words = particular(column, fault);
    return ImportText::tr("%1: %2", "column of a file, what is wrong")
        .arg(column, words.isEmpty() ? faultText(limitOf(column), fault) : words);
}

QString changeText(const FieldChange &change)
{
    const auto shown = [](const QString &value) { return value.isEmpty() ? u"–"_s : value; };
    return ImportText::tr("%1: %2 → %3", "field, before, after")
        .arg(change.field, shown(change.before), shown(change.after));
}

} // namespace

QString importKindText(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Plans:
        return ImportText::tr("Plans and their limits");
    case ImportKind::Partners:
        break;
    case ImportKind::ClientIds:
        return ImportText::tr("Client IDs of another system");
    case ImportKind::Keys:
        return ImportText::tr("Keys of another system, by their hashes");
    }
    return ImportText::tr("Partners and their contacts");
}

QString importKindNote(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Plans:
        return ImportText::tr("A plan is known by its name. An empty cell changes nothing, and no plan is "
                              "removed. New limits hold for all partners of the plan at once.");
    case ImportKind::Partners:
        break;
    case ImportKind::ClientIds:
        return ImportText::tr(
            "Until its deadline the token endpoint takes the secrets of a partner under its "
            "old client ID as well, so that its software changes the secret alone.");
    case ImportKind::Keys:
        return ImportText::tr("Only hashes: a key in clear is refused, and should be treated as leaked. The "
                              "keys go on working until their deadline; one of less than %1 or more than %2 "
                              "bytes never works, and its hash does not show that.")
            .arg(QString::number(rules::shortestLegacyKey), QString::number(rules::longestLegacyKey));
    }
    return ImportText::tr(
        "A partner is known by its short name, or by what the other system calls it. An empty "
        "cell changes nothing, and scopes of a partner that is there stay as they are.");
}

QString importFormatText(const models::ImportFile &file)
{
    const auto marked = [&file](const QString &format) {
        return file.marked ? ImportText::tr("%1, with a byte order mark", "format of a file").arg(format)
                           : format;
    };
    switch (file.format) {
    case ImportFormat::Json:
        return marked(u"JSON"_s);
    case ImportFormat::Semicolon:
        return marked(ImportText::tr("CSV with semicolons"));
    case ImportFormat::Tab:
        return marked(ImportText::tr("CSV with tabs"));
    case ImportFormat::Comma:
        break;
    }
    return marked(ImportText::tr("CSV with commas"));
}

QString importLimitsText(ImportKind kind)
{
    return ImportText::tr("CSV or JSON, up to %1 and %n row(s)", nullptr, rules::mostImportRows)
        .arg(QLocale().formattedDataSize(models::largestImport(kind)));
}

QString importRefusalText(ImportKind kind, const models::FileRefusal &refusal)
{
    switch (refusal.fault) {
    case models::FileFault::Empty:
        return ImportText::tr("The file is empty.");
    case models::FileFault::TooLarge:
        return ImportText::tr("The file has %1; the platform takes up to %2.")
            .arg(QLocale().formattedDataSize(refusal.size),
                 QLocale().formattedDataSize(models::largestImport(kind)));
    case models::FileFault::Unreadable:
        break;
    }
    return refusal.detail.isEmpty() ? ImportText::tr("This is not a file that can be read.")
                                    : ImportText::tr("The file cannot be read: %1").arg(refusal.detail);
}

QString importFaultText(const client::ApiError &error)
{
    if (error.kind == client::ErrorKind::OutcomeUnknown)
        return ImportText::tr("The platform did not answer. Nothing was changed; try again.");
    if (error.code() == ProblemCode::ImportRefused && error.problem && !error.problem->detail.isEmpty())
        return ImportText::tr("This is no such table. In the platform's words: %1",
                              "which line, and what of it")
            .arg(error.problem->detail);
    return errorLine(error, ImportText::tr("The platform did not take the file."));
}

QString importDescriptionText()
{
    return ImportText::tr("This file describes an API: import it in the catalogue.");
}

QString importRowText(const ImportRow &row)
{
    QStringList parts;
    for (const FieldError &each : row.errors)
        parts.append(errorText(each));
    for (const FieldChange &each : row.changes)
        parts.append(changeText(each));
    if (row.changes.isEmpty() && !row.changed.isEmpty())
        parts.append(ImportText::tr("Changes %1", "columns").arg(row.changed.join(u", "_s)));
    if (!row.leftAlone.isEmpty())
        parts.append(ImportText::tr("Stays as it is: %1", "columns").arg(row.leftAlone.join(u", "_s)));
    if (!row.sameName.isEmpty())
        parts.append(ImportText::tr("Has the same name: %1", "short names of other partners")
                         .arg(row.sameName.join(u", "_s)));
    if (parts.isEmpty() && row.outcome == ImportOutcome::Create)
        return ImportText::tr("It is added");
    if (parts.isEmpty() && row.outcome == ImportOutcome::Unchanged)
        return ImportText::tr("It stays as it is");
    return parts.join(u" · "_s);
}

QString importCountsText(const ImportReport &report)
{
    QStringList parts;
    if (report.created > 0)
        parts.append(ImportText::tr("%Ln new", "rows", report.created));
    if (report.updated > 0)
        parts.append(ImportText::tr("%Ln changed", "rows", report.updated));
    if (report.unchanged > 0)
        parts.append(ImportText::tr("%Ln unchanged", "rows", report.unchanged));
    if (report.refused > 0)
        parts.append(ImportText::tr("%Ln refused", "rows", report.refused));
    return parts.isEmpty() ? ImportText::tr("No rows") : parts.join(u", "_s);
}

OutcomeLook outcomeLook(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return {Icon::Plus, Tone::Ok};
    case ImportOutcome::Update:
        return {Icon::Edit, Tone::Accent};
    case ImportOutcome::Refused:
        return {Icon::CircleX, Tone::Bad};
    case ImportOutcome::Unchanged:
        return {Icon::Check, Tone::Muted};
    case ImportOutcome::Unknown:
        break;
    }
    return {Icon::Help, Tone::Muted};
}

} // namespace pc::views
