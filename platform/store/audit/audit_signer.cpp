// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_signer.h"

#include "contract/crypto/checkpoint.h"
#include "platform/data_dir/private_file.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"

#include <QFile>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestKeyFile = 4096;
/// Behind the key; readers of PEM pass over it.
constexpr QByteArrayView anchorMark = "# anchored\n";

QString keyFile(const QString &directory)
{
    return directory + u"/audit-key.pem"_s;
}

} // namespace

tl::expected<AuditSigner, QString> AuditSigner::open(const QString &directory, const QString &origin,
                                                     RandomSource &random)
{
    const QString path = keyFile(directory);
    QString why;
    if (!QFile::exists(path)) {
        SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
        if (!writeNewPrivateFile(path, key.toPem().view(), &why))
            return tl::make_unexpected(why);
        return AuditSigner(std::move(key), origin);
    }
    const auto pem = readPrivateFile(path, longestKeyFile, &why);
    if (!pem)
        return tl::make_unexpected(why);
    auto key = SigningKey::fromPem(*pem);
    if (!key || key->verifyKey().algorithm() != SignatureAlgorithm::Ed25519)
        return tl::make_unexpected(u"%1 is not an Ed25519 key"_s.arg(path));
    AuditSigner signer(std::move(*key), origin);
    signer.m_remembersAnchor = pem->view().contains(anchorMark);
    return signer;
}

tl::expected<void, QString> AuditSigner::rememberAnchor(const QString &directory)
{
    QString why;
    const auto pem = readPrivateFile(keyFile(directory), longestKeyFile, &why);
    if (!pem)
        return tl::make_unexpected(why);
    if (pem->view().contains(anchorMark))
        return {};
    Secret marked(pem->size() + anchorMark.size());
    std::copy(pem->view().begin(), pem->view().end(), marked.data());
    std::copy(anchorMark.begin(), anchorMark.end(), marked.data() + pem->size());
    if (!replacePrivateFile(keyFile(directory), marked.view(), &why))
        return tl::make_unexpected(why);
    return {};
}

QString AuditSigner::originOf(Tx &tx, RandomSource &random)
{
    QString origin = meta_rows::value(tx, u"audit_origin"_s);
    if (origin.isEmpty()) {
        const Secret id = randomBase62(random, 12);
        origin = u"partner-platform/audit/"_s + QString::fromLatin1(id.view());
        meta_rows::put(tx, u"audit_origin"_s, origin);
    }
    return origin;
}

CheckpointRow AuditSigner::make(Tx &tx, const QDateTime &now) const
{
    const merkle::Frontier frontier = audit_log::frontier(tx);
    const auto size = static_cast<qint64>(frontier.size());
    if (const auto latest = checkpoint_rows::latest(tx); latest && latest->size == size)
        return *latest;
    const auto note = signCheckpoint({m_origin, frontier.size(), frontier.root(), now}, m_key);
    if (!note)
        throw SqlFailure({StoreError::Kind::Other, u"the checkpoint could not be signed"_s});
    const CheckpointRow row{size, frontier.root(), now, *note};
    checkpoint_rows::put(tx, row);
    tx.logGrew({size, row.root, now, u"checkpoint"_s, {}});
    return row;
}

Checkpoint AuditSigner::value(const CheckpointRow &row) const
{
    return {m_origin, row.size, row.root, row.at, row.note, m_key.verifyKey().raw()};
}

} // namespace pc::platform
