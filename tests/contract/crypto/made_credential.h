// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"

#include <QString>

/// Credentials to be found in texts, and whether a text hides them.
namespace pc::test {

struct Made
{
    QString text;
    QString secret; ///< the part that nobody may see
    QString shown;  ///< what stays
};

[[nodiscard]] inline Made make(RandomSource &random, CredentialTextType type, Realm realm,
                               const QByteArray &brand)
{
    CredentialText parts;
    parts.brand = brand;
    parts.type = type;
    parts.realm = realm;
    parts.id = newCredentialId(random);
    parts.secret = newCredentialSecret(random);
    const auto text = formatCredential(parts);
    if (!text)
        qFatal("no credential");
    const QString whole = QString::fromLatin1(text->view());
    return {whole, whole.right(49), whole.chopped(49)};
}

[[nodiscard]] inline QString escaped(const QString &text, int every)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i)
        out += i % every == 0 ? QString(u'%' + QString::number(text[i].unicode(), 16)) : QString(text[i]);
    return out;
}

[[nodiscard]] inline bool hides(const QString &clean, const QString &secret)
{
    for (qsizetype i = 0; i + 8 <= secret.size(); ++i) { // not even a part of it
        if (clean.contains(secret.mid(i, 8), Qt::CaseInsensitive))
            return false;
    }
    return clean.contains(QStringLiteral("[redacted]"));
}

} // namespace pc::test
