// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/checkpoint.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/hashing.h"

#include <QTimeZone>

#include <algorithm>
#include <optional>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNote = 2048;
constexpr char emDash[] = "\xe2\x80\x94 ";

std::optional<QByteArray> bodyText(const CheckpointBody &body)
{
    if (!isCheckpointOrigin(body.origin) || body.root.size() != sha256Size || !body.at.isValid())
        return std::nullopt;
    return QByteArray(body.origin.toUtf8() + '\n' + QByteArray::number(body.size) + '\n' +
                      body.root.toBase64() + "\ntime " +
                      body.at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + '\n');
}

} // namespace

bool isCheckpointOrigin(const QString &origin)
{
    return !origin.isEmpty() && origin.size() <= 200 &&
           std::all_of(origin.begin(), origin.end(),
                       [](QChar c) { return c.isPrint() && !c.isSpace() && !c.isSurrogate() && c != u'+'; });
}

QByteArray checkpointKeyId(const QString &origin, const VerifyKey &key)
{
    return sha256({origin.toUtf8(), "\n\x01", key.raw()}).first(4);
}

CryptoResult<QByteArray> signCheckpoint(const CheckpointBody &body, const SigningKey &key)
{
    if (key.verifyKey().algorithm() != SignatureAlgorithm::Ed25519)
        return unsupported("checkpoints are signed with Ed25519");
    const auto text = bodyText(body);
    if (!text)
        return malformed("a checkpoint needs an origin, a root of 32 bytes and a time");
    const QByteArray signature = checkpointKeyId(body.origin, key.verifyKey()) + key.sign(*text);
    return QByteArray(*text + '\n' + emDash + body.origin.toUtf8() + ' ' + signature.toBase64() + '\n');
}

CryptoResult<CheckpointBody> verifyCheckpoint(QByteArrayView note, const QString &origin,
                                              const VerifyKey &key)
{
    if (key.algorithm() != SignatureAlgorithm::Ed25519)
        return unsupported("checkpoints are signed with Ed25519");
    if (note.size() > maxNote)
        return malformed("a checkpoint is too long");
    const QList<QByteArray> lines = note.toByteArray().split('\n');
    // Four lines, an empty one, the signature, and what follows its newline: nothing.
    if (lines.size() != 7 || !lines[4].isEmpty() || !lines[6].isEmpty() || !lines[3].startsWith("time "))
        return malformed("not a checkpoint");

    CheckpointBody body;
    body.origin = QString::fromUtf8(lines[0]);
    bool isNumber = false;
    body.size = lines[1].toULongLong(&isNumber);
    body.root = fromBase64(lines[2]).value_or(QByteArray());
    body.at = QDateTime::fromString(QString::fromLatin1(lines[3].sliced(5)), Qt::ISODateWithMs).toUTC();
    const auto text = bodyText(body);
    // One spelling only: what was read must be what would be written.
    if (!isNumber || !text || *text != note.first(qMin(text->size(), note.size())))
        return malformed("not a checkpoint");

    const QByteArray prefix = emDash + lines[0] + ' ';
    const auto signature = fromBase64(lines[5].mid(prefix.size()));
    if (!lines[5].startsWith(prefix) || !signature || signature->size() != 4 + 64)
        return malformed("a checkpoint without a signature");
    if (body.origin != origin)
        return rejected("the checkpoint is of another log");
    if (signature->first(4) != checkpointKeyId(origin, key) || !key.verify(*text, signature->sliced(4)))
        return rejected("the checkpoint's signature does not hold");
    return body;
}

} // namespace pc
