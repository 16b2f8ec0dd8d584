// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/import_file.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allImportKinds{ImportKind::Plans, ImportKind::Partners, ImportKind::ClientIds,
                                    ImportKind::Keys};
const QByteArray utf8Mark = "\xEF\xBB\xBF";

} // namespace

std::span<const ImportKind> importKinds()
{
    return allImportKinds;
}

Op opOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Plans:
        return Op::ImportPlans;
    case ImportKind::Partners:
        break;
    case ImportKind::ClientIds:
        return Op::ImportClientIds;
    case ImportKind::Keys:
        return Op::ImportKeys;
    }
    return Op::ImportPartners;
}

QString idOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Plans:
        return u"plans"_s;
    case ImportKind::Partners:
        break;
    case ImportKind::ClientIds:
        return u"client-ids"_s;
    case ImportKind::Keys:
        return u"keys"_s;
    }
    return u"partners"_s;
}

ImportFormat formatOf(const QByteArray &bytes)
{
    const qsizetype from = bytes.startsWith(utf8Mark) ? utf8Mark.size() : 0;
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    bool quoted = false;
    bool blank = true;
    for (qsizetype i = from; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (blank && c == '{')
            return ImportFormat::Json;
        blank = blank && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (!blank && (c == '\n' || c == '\r'))
            break;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
    }
    if (tabs > std::max(commas, semicolons))
        return ImportFormat::Tab;
    return semicolons > commas ? ImportFormat::Semicolon : ImportFormat::Comma;
}

bool isDescription(const QByteArray &bytes)
{
    // As JSON before anything is nested, as YAML at the beginning of one of the first lines.
    static const QRegularExpression first(
        u"\\A\\s*\\{[^{\\[]*\"(openapi|swagger)\"\\s*:|^[\"']?(openapi|swagger)[\"']?\\s*:\\s*[\"']?[0-9]"_s,
        QRegularExpression::MultilineOption);
    constexpr qsizetype enough = 4096;
    return first.match(QString::fromUtf8(bytes.first(std::min(enough, bytes.size())))).hasMatch();
}

qint64 largestImport(ImportKind kind)
{
    return qint64(operation(opOf(kind)).bodyLimit) * 1024;
}

tl::expected<ImportFile, FileRefusal> readImportFile(ImportKind kind, const QString &path)
{
    auto file = readWholeFile(path, largestImport(kind));
    if (!file)
        return tl::make_unexpected(file.error());
    ImportFile read;
    read.path = path;
    read.name = file->name;
    read.format = formatOf(file->bytes);
    read.marked = file->bytes.startsWith(utf8Mark);
    read.bytes = std::move(file->bytes);
    return read;
}

QByteArray sampleFile(ImportKind kind, const QDate &deadline)
{
    const QByteArray day = deadline.toString(Qt::ISODate).toLatin1();
    switch (kind) {
    case ImportKind::Plans:
        return utf8Mark +
               "name;description;sandbox_rate;sandbox_burst;sandbox_daily_quota;limited_rate;limited_burst;"
               "limited_daily_quota;production_rate;production_burst;production_daily_quota\r\n"
               "Example;For most partners;5;10;10000;10;20;50000;50;100;1000000\r\n";
    case ImportKind::ClientIds:
        return utf8Mark +
               "partner;client_id;name;realm;owner;expires_at\r\n"
               "example-trading;example-backend;Backend;sbx;anna;" +
               day + "\r\n";
    case ImportKind::Keys: // of no key that anybody has
        return utf8Mark +
               "partner;name;scheme;hash;prefix;hmac_key;header;scopes;realm;owner;expires_at\r\n"
               "example-trading;Warehouse;sha256;"
               "0000000000000000000000000000000000000000000000000000000000000000;;;X-Partner-Key;orders:read;"
               "sbx;anna;" +
               day + "\r\n";
    case ImportKind::Partners:
        break;
    }
    return utf8Mark +
           "slug;name;legal_name;country;registration;owner;plan;time_zone;lawful_basis;purpose;retention_"
           "days;"
           "data_categories;tags;external_ref;contact_technical_name;contact_technical_email;"
           "contact_security_name;contact_security_email;contact_security_phone\r\n"
           "example-trading;Example Trading;Example Trading Ltd;DE;HRB "
           "1;anna;Standard;Europe/Berlin;contract;"
           "Exchange of orders.;365;orders|products;retail;K-1001;Tom Example;tom@example.com;Sam Example;"
           "security@example.com;'+49 30 12345\r\n";
}

} // namespace pc::models
