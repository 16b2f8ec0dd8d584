// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/verify_evidence.h"

#include "contract/codec/codecs.h"
#include "contract/codec/time_text.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/verify/evidence_check.h"

#include <QFile>
#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keySize = 32;
constexpr qint64 longestEvidenceLine = 16 * 1024 * 1024; ///< events and gaps have some thousand bytes
constexpr qsizetype shownName = 200;
constexpr qsizetype shownFilter = 2000;

QByteArray keyInPem(const QByteArray &pem)
{
    // SubjectPublicKeyInfo of an Ed25519 key has one form (RFC 8410): this, and the key.
    static const QByteArray before = QByteArray::fromHex("302a300506032b6570032100");
    const qsizetype begin = pem.indexOf("-----BEGIN PUBLIC KEY-----");
    const qsizetype end = pem.indexOf("-----END PUBLIC KEY-----");
    if (begin < 0 || end < begin)
        return {};
    const qsizetype text = pem.indexOf('\n', begin);
    const QByteArray der = QByteArray::fromBase64(pem.mid(text, end - text));
    return der.startsWith(before) ? der.mid(before.size()) : QByteArray();
}

QString eventCount(qint64 number)
{
    return u"%1 event%2"_s.arg(number).arg(number == 1 ? QString() : u"s"_s);
}

QString filterText(const AuditFilter &filter)
{
    const QString text = QString::fromUtf8(QJsonDocument(toJson(filter)).toJson(QJsonDocument::Compact));
    return plainText(text, shownFilter);
}

void tellCalls(const EvidenceVerdict &verdict)
{
    for (auto node = verdict.calls.begin(); node != verdict.calls.end(); ++node) {
        QStringList spans;
        for (const EvidenceVerdict::Calls &calls : node.value())
            spans.append(u"%1\u2013%2"_s.arg(calls.first).arg(calls.last));
        say(u"Calls %1 of node %2 are covered by digests in these events. Their records are not in the file: "
            "whether they are still kept, only the platform can say."_s.arg(
                spans.join(u", "_s), plainText(node.key(), shownName)));
    }
}

void tellChecked(const EvidenceVerdict &verdict)
{
    const EvidenceManifest &manifest = verdict.manifest;
    const Checkpoint &checkpoint = manifest.checkpoint;
    say(u"The evidence holds: %1 of the log %2, made at %3 by %4."_s.arg(
        eventCount(verdict.events), plainText(checkpoint.origin, shownName), timeToText(manifest.madeAt),
        plainText(manifest.madeBy, shownName)));
    if (manifest.filter == AuditFilter())
        say(u"Filter: none."_s);
    else
        say(u"Filter: %1. Each event is one of it."_s.arg(filterText(manifest.filter)));
    if (verdict.events > 0)
        say(u"Times: from %1 to %2."_s.arg(timeToText(verdict.first), timeToText(verdict.last)));
    say(u"Inclusion: with %1 of what is left out, the events make up the log of %2 that the checkpoint of %3 "
        "was signed for."_s.arg(
            u"%1 hash%2"_s.arg(verdict.hashes).arg(verdict.hashes == 1 ? QString() : u"es"_s),
            eventCount(checkpoint.size), timeToText(checkpoint.at)));
    QStringList ranges;
    for (const EvidenceRange &range : manifest.ranges)
        ranges.append(u"%1\u2013%2"_s.arg(range.begin).arg(range.end - 1));
    if (manifest.proves == EvidenceProof::Range)
        say(ranges.isEmpty()
                ? u"Completeness: the log has no event of that time."_s
                : u"Completeness: of the events %1 none is left out."_s.arg(ranges.join(u", "_s)));
    else
        say(u"Completeness: not proven. That the log has no other event of the filter, the platform says "
            u"with "
            "its signature at the end."_s);
    const QString key = QString::fromLatin1(verdict.publicKey.toHex());
    say(verdict.isKeyGiven ? u"Key: the one that was given, %1."_s.arg(key)
                           : u"Key: the file's own, %1. Compare it with the one that you know of this "
                             u"platform, or give that "
                             "with --public-key."_s.arg(key));
    tellCalls(verdict);
}

void tellFault(const EvidenceVerdict &verdict)
{
    say(verdict.line > 0 ? u"The evidence does not hold. Line %1: %2."_s.arg(verdict.line).arg(verdict.why)
                         : u"The evidence does not hold: %1."_s.arg(verdict.why));
}

} // namespace

std::optional<VerifyKey> publicKeyFrom(const QString &text)
{
    QByteArray raw;
    if (QFile file(text); file.exists()) {
        constexpr qint64 longest = 4096;
        if (file.open(QIODevice::ReadOnly))
            raw = keyInPem(file.read(longest));
    } else if (text.size() == 2 * keySize) {
        raw = QByteArray::fromHex(text.toLatin1());
    } else {
        raw = QByteArray::fromBase64(text.toLatin1().replace('-', '+').replace('_', '/'));
    }
    const auto key = VerifyKey::fromRaw(SignatureAlgorithm::Ed25519, raw);
    return key ? std::optional(*key) : std::nullopt;
}

Outcome verifyEvidence(const QString &path, const std::optional<VerifyKey> &known)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    EvidenceCheck check(known);
    bool isWhole = true; // the last line has its end
    while (isWhole && !file.atEnd()) {
        QByteArray line = file.readLine(longestEvidenceLine);
        isWhole = line.endsWith('\n');
        if (isWhole)
            line.chop(1);
        if (!isWhole || !check.take(line))
            break;
    }
    if (file.error() != QFileDevice::NoError)
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const EvidenceVerdict verdict = check.finish(isWhole);
    if (verdict.ok)
        tellChecked(verdict);
    else
        tellFault(verdict);
    return verdict.ok ? ExitCode::Done : ExitCode::Failed;
}

} // namespace pc::platform
