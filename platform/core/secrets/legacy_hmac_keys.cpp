// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/secrets/legacy_hmac_keys.h"

#include "platform/data_dir/private_file.h"

#include <QDir>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

std::optional<LegacyHmacKeys> LegacyHmacKeys::open(const QString &directory, QString *why)
{
    LegacyHmacKeys keys;
    const QDir dir(directory);
    const QString prefix = u"legacy-hmac-"_s;
    const QStringList names =
        dir.entryList({prefix + u'*'}, QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    for (const QString &file : names) {
        const QString name = file.mid(prefix.size());
        if (!isName(name)) // an editor's copy, say
            continue;
        const std::optional<Secret> key = readPrivateFile(dir.filePath(file), mostBytes, why);
        if (!key)
            return std::nullopt;
        if (key->size() < leastBytes) {
            *why = u"%1 holds fewer than 16 bytes."_s.arg(dir.filePath(file));
            return std::nullopt;
        }
        keys.add(name.toLatin1(), *key);
    }
    return keys;
}

void LegacyHmacKeys::add(const QByteArray &name, const Secret &key)
{
    m_keys[name] = std::make_shared<const HmacKey>(key);
}

const HmacKey *LegacyHmacKeys::find(const QByteArray &name) const
{
    const auto found = m_keys.find(name);
    return found == m_keys.end() ? nullptr : found->second.get();
}

bool LegacyHmacKeys::isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

} // namespace pc::platform
