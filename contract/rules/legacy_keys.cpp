// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/legacy_keys.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/hashing.h"
#include "contract/rules/secret_life.h"
#include "contract/rules/used_headers.h"

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestSize = 32;
constexpr qsizetype longestHash = 128; // of any scheme as a text
constexpr qsizetype bcryptSize = 60;
constexpr qsizetype longestName = 64;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Of either alphabet, padded or not: one spelling for the strict reader.
std::optional<QByteArray> fromAnyBase64(QByteArray text)
{
    text.replace('+', '-').replace('/', '_');
    while (text.endsWith('='))
        text.chop(1);
    return fromBase64Url(text);
}

std::optional<QByteArray> digestOf(const QByteArray &text)
{
    if (text.size() == 2 * digestSize && std::all_of(text.begin(), text.end(), isHex))
        return QByteArray::fromHex(text);
    if (text.size() != 43 && text.size() != 44)
        return std::nullopt;
    auto bytes = fromAnyBase64(text);
    return bytes && bytes->size() == digestSize ? bytes : std::nullopt;
}

tl::expected<QByteArray, FieldFault> bcryptOf(const QByteArray &text)
{
    const auto isOfIts = [](char c) { return isAlphanumeric(c) || c == '.' || c == '/'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isOne = text.size() == bcryptSize && text.startsWith("$2") &&
                       (text[2] == 'a' || text[2] == 'b' || text[2] == 'y') && text[3] == '$' &&
                       isDigit(text[4]) && isDigit(text[5]) && text[6] == '$' &&
                       std::all_of(text.begin() + 7, text.end(), isOfIts);
    if (!isOne)
        return tl::make_unexpected(FieldFault::BadFormat);
    const int cost = (text[4] - '0') * 10 + (text[5] - '0');
    if (cost < 4 || cost > maxBcryptCost)
        return tl::make_unexpected(FieldFault::OutOfRange);
    return text;
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestName && isAlphanumeric(text.front()) &&
           isAlphanumeric(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return isAlphanumeric(c) || c == '-'; });
}

} // namespace

std::optional<FieldFault> deadlineFault(const QDateTime &deadline, const QDateTime &now)
{
    return expiryFault(deadline, now, now.addDays(maxLegacyDays).addSecs(clockToleranceSeconds));
}

tl::expected<QByteArray, FieldFault> hashOf(KeyScheme scheme, const QString &text)
{
    if (text.isEmpty() || text.size() > longestHash)
        return tl::make_unexpected(text.isEmpty() ? FieldFault::Required : FieldFault::BadFormat);
    const QByteArray bytes = text.toLatin1();
    if (scheme == KeyScheme::Bcrypt)
        return bcryptOf(bytes);
    const auto digest = digestOf(bytes);
    if (!digest)
        return tl::make_unexpected(FieldFault::BadFormat);
    if (scheme == KeyScheme::Sha256 && *digest == sha256({}))
        return tl::make_unexpected(FieldFault::TooShort);
    return *digest;
}

bool isKeyPrefix(const QString &text)
{
    return text.size() >= leastPrefix && text.size() <= mostPrefix &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 128 && (isAlphanumeric(c.toLatin1()) || u"-._~+/="_s.contains(c));
           });
}

QString KeyHeader::text() const
{
    return scheme.isEmpty() ? QString::fromLatin1(name)
                            : QString::fromLatin1(name) + u": "_s + QString::fromLatin1(scheme);
}

QByteArray KeyHeader::key() const
{
    return scheme.isEmpty() ? name.toLower() : name.toLower() + ' ' + scheme.toLower();
}

bool isForeignClientId(const QString &text)
{
    return text.size() >= leastClientId && text.size() <= mostClientId &&
           !text.startsWith(u"crd_"_s, Qt::CaseInsensitive) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

std::optional<KeyHeader> readKeyHeader(const QString &text)
{
    const QByteArray bytes = text.toLatin1(); // what is none of it becomes '?'
    const qsizetype colon = bytes.indexOf(':');
    KeyHeader header{bytes.first(colon < 0 ? bytes.size() : colon).trimmed(),
                     colon < 0 ? QByteArray() : bytes.sliced(colon + 1).trimmed()};
    const bool isAuthorization = header.name.toLower() == "authorization";
    if (!isToken(header.name) || isAuthorization != (colon >= 0))
        return std::nullopt;
    if (isAuthorization) {
        header.name = "Authorization";
        if (!isToken(header.scheme) || header.scheme.toLower() == "basic")
            return std::nullopt;
    }
    return header;
}

std::optional<KeyHeader> keyHeaderOf(const QString &text)
{
    std::optional<KeyHeader> header = readKeyHeader(text);
    return header && !isUsedHeader(header->name.toLower()) ? header : std::nullopt;
}

} // namespace pc::rules
