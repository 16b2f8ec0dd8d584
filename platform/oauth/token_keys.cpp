// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/token_keys.h"

#include "platform/data_dir/private_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct KeyFile
{
    int number = 0;
    QString path;
    QDateTime since;
};

const QString &filePrefix()
{
    static const QString prefix = u"token-key-"_s;
    return prefix;
}

/// Newest first.
std::vector<KeyFile> keyFiles(const QDir &dir)
{
    std::vector<KeyFile> files;
    const QFileInfoList infos =
        dir.entryInfoList({filePrefix() + u"*.pem"_s}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo &info : infos) {
        bool isNumber = false;
        const int number = info.completeBaseName().mid(filePrefix().size()).toInt(&isNumber);
        if (isNumber)
            files.push_back({number, info.filePath(), info.lastModified()});
    }
    std::sort(files.begin(), files.end(),
              [](const KeyFile &a, const KeyFile &b) { return a.number > b.number; });
    return files;
}

} // namespace

std::optional<TokenKeys> TokenKeys::open(const QString &directory, const QDateTime &now, RandomSource &random,
                                         QString *why)
{
    const QDir dir(directory);
    std::vector<KeyFile> files = keyFiles(dir);
    if (files.empty() || files.front().since.daysTo(now) >= rotateAfterDays) {
        const int number = files.empty() ? 1 : files.front().number + 1;
        const QString path = dir.filePath(filePrefix() + QString::number(number) + u".pem"_s);
        const SigningKey fresh = SigningKey::generate(SignatureAlgorithm::Es256, random);
        if (!writeNewPrivateFile(path, fresh.toPem().view(), why))
            return std::nullopt;
        files.insert(files.begin(), {number, path, now});
    }

    TokenKeys keys;
    for (std::size_t i = 0; i < files.size(); ++i) {
        // A key that was replaced long enough ago has no living token.
        if (i > 0 && files[i - 1].since.secsTo(now) > keepOldSeconds) {
            QFile::remove(files[i].path);
            continue;
        }
        const std::optional<Secret> pem = readPrivateFile(files[i].path, 16 * 1024, why);
        if (!pem)
            return std::nullopt;
        CryptoResult<SigningKey> key = SigningKey::fromPem(*pem);
        if (!key || key->verifyKey().algorithm() != SignatureAlgorithm::Es256) {
            *why = u"%1 is not a P-256 private key."_s.arg(files[i].path);
            return std::nullopt;
        }
        keys.m_keys.push_back(std::move(*key));
    }
    return keys;
}

QList<VerifyKey> TokenKeys::published() const
{
    QList<VerifyKey> list;
    for (const SigningKey &key : m_keys)
        list.append(key.verifyKey());
    return list;
}

std::optional<VerifyKey> TokenKeys::find(const QString &keyId) const
{
    for (const SigningKey &key : m_keys) {
        if (key.verifyKey().thumbprint() == keyId)
            return key.verifyKey();
    }
    return std::nullopt;
}

} // namespace pc::platform
