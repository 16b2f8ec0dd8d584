// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/anchor_record.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/merkle.h"

#include <algorithm>
#include <array>

namespace pc::platform::anchor_record {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 120;
constexpr qsizetype fields = 9;

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '_' || c == ':' || c == '-';
}

QByteArray word(const QString &text)
{
    QByteArray clean = text.left(longestWord).toLatin1();
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return !isWordCharacter(c); }, '_');
    return clean.isEmpty() ? QByteArray("-") : clean;
}

bool isWord(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestWord &&
           std::all_of(text.begin(), text.end(), isWordCharacter);
}

/// A number as it is written: no sign, no leading zero.
std::optional<qint64> number(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 0 && QByteArray::number(value) == text ? std::optional(value) : std::nullopt;
}

QByteArray signedBytes(const QString &origin, QByteArrayView body)
{
    QByteArray bytes = "partner-platform anchor v1\n" + origin.toUtf8() + '\n';
    bytes.append(body);
    return bytes;
}

} // namespace

QByteArray line(const AnchorRecord &record, const QString &origin, const SigningKey &key)
{
    const QByteArray body = "v1 " + QByteArray::number(record.number) + ' ' +
                            QByteArray::number(record.size) + ' ' + toBase64Url(record.root) + ' ' +
                            QByteArray::number(record.at.toMSecsSinceEpoch()) + ' ' + word(record.act) + ' ' +
                            word(record.subject) + ' ' + toBase64Url(record.previous);
    return body + ' ' + toBase64Url(key.sign(signedBytes(origin, body))) + '\n';
}

std::optional<AnchorRecord> parse(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (line.size() > longestLine || parts.size() != fields || parts.at(0) != "v1")
        return {};
    const auto index = number(parts.at(1));
    const auto size = number(parts.at(2));
    const auto root = fromBase64Url(parts.at(3));
    const auto at = number(parts.at(4));
    const auto previous = fromBase64Url(parts.at(7));
    if (!index || *index < 1 || !size || !root || root->size() != merkle::hashSize || !at ||
        !isWord(parts.at(5)) || !isWord(parts.at(6)) || !previous || previous->size() != merkle::hashSize)
        return {};
    return AnchorRecord{*index,
                        *size,
                        *root,
                        QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC),
                        QString::fromLatin1(parts.at(5)),
                        QString::fromLatin1(parts.at(6)),
                        *previous};
}

std::optional<Glance> glanceAt(QByteArrayView line)
{
    std::array<QByteArrayView, fields> parts;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const qsizetype space = line.indexOf(' ');
        if (space < 0)
            return {};
        parts[i] = line.first(space);
        line = line.sliced(space + 1);
    }
    if (line.contains(' '))
        return {};
    const auto index = number(parts[1].toByteArray());
    return index ? std::optional(Glance{*index, parts[5], parts[6], parts[7]}) : std::nullopt;
}

bool isSigned(const QByteArray &line, const QString &origin, const VerifyKey &key)
{
    const qsizetype space = line.lastIndexOf(' ');
    if (space < 0)
        return false;
    const auto signature = fromBase64Url(QByteArrayView(line).sliced(space + 1));
    return signature && key.verify(signedBytes(origin, QByteArrayView(line).first(space)), *signature);
}

QByteArray hashOf(const QByteArray &line)
{
    return sha256({QByteArrayView(line)});
}

QByteArray noPrevious()
{
    return QByteArray(merkle::hashSize, '\0');
}

} // namespace pc::platform::anchor_record
