// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/codec/codecs.h"
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/evidence_statement.h"
#include "contract/crypto/hashing.h"
#include "contract/rules/audit_match.h"
#include "platform/admin/audit/evidence_writer.h"
#include "platform/cli/verify_evidence.h"
#include "platform/verify/evidence_check.h"
#include "tests/platform/cli/redirected.h"
#include "tests/platform/store_fixture.h"

#include <rapidcheck.h>

#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

const QDateTime noon({2026, 3, 1}, {12, 0}, Qt::UTC);

/// A log with its events; the clock was set back behind the 40th.
struct Log : StoreFixture
{
    SystemRandom random;
    AuditSigner signer{SigningKey::generate(SignatureAlgorithm::Ed25519, random), u"test/audit"_s};
    QList<AuditEvent> events;

    explicit Log(int size)
    {
        for (int i = 0; i < size; ++i) {
            AuditEvent event = pc::test::sampleEvent(i);
            event.at = noon.addSecs(i - (i < 40 ? 0 : 20));
            event.actor = u"ops-%1"_s.arg(i % 3);
            event.action = i % 5 == 0 ? u"credential.issue"_s : u"partner.edit"_s;
            event.targetId = u"prt_%1"_s.arg(i % 7);
            event.targetName = u"Name \"%1\"\n\\ ü \U0001F600"_s.arg(i);
            event.partnerId = event.targetId;
            event.reason = i % 10 == 0 ? u"Yearly review"_s : QString();
            if (i % 50 == 9) {
                event.action = u"calls.sealed"_s;
                event.targetId = u"%1-%2"_s.arg(i * 10 + 1).arg(i * 10 + 500);
                event.changes = {{u"calls"_s, {}, u"500"_s}, {u"node"_s, {}, u"nod_a"_s}};
            }
            events.append(audit_log::append(tx, event));
        }
        tx.dropStatements();
    }
    [[nodiscard]] EvidenceManifest manifestOf(const AuditFilter &filter)
    {
        EvidenceManifest manifest =
            EvidenceWriter::manifestOf(tx, filter, signer.value(signer.make(tx, noon)), {});
        manifest.madeAt = noon;
        manifest.madeBy = u"sec-1"_s;
        return manifest;
    }
    [[nodiscard]] QByteArray fileOf(const EvidenceManifest &manifest,
                                    const audit_log::TimeIsOver &isOver = {})
    {
        EvidenceWriter writer(signer, manifest);
        QByteArray file;
        while (!writer.isOver())
            file += writer.next(tx, isOver);
        tx.dropStatements();
        return file;
    }
    [[nodiscard]] QByteArray fileOf(const AuditFilter &filter = {}) { return fileOf(manifestOf(filter)); }
};

EvidenceVerdict verdictOf(const QByteArray &file, const std::optional<VerifyKey> &known = {})
{
    EvidenceCheck check(known);
    bool isWhole = file.endsWith('\n');
    QList<QByteArray> lines = file.split('\n');
    const QByteArray rest = lines.takeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        if (!check.take(line))
            break;
    }
    return check.finish(isWhole && rest.isEmpty());
}

QList<QByteArray> linesOf(const QByteArray &file)
{
    return file.chopped(1).split('\n');
}

QByteArray joined(const QList<QByteArray> &lines)
{
    return lines.join('\n') + '\n';
}

QJsonObject jsonOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A line with a member of its only object changed.
QByteArray with(const QByteArray &line, const QString &member, const QJsonValue &value)
{
    QJsonObject object = jsonOf(line);
    const QString kind = object.keys().first();
    QJsonObject inner = object.value(kind).toObject();
    inner.insert(member, value);
    object.insert(kind, inner);
    return lineOf(object);
}

/// The lines with an end by that key: what somebody could make who has it.
QByteArray signedAnew(QList<QByteArray> lines, const SigningKey &key, qint64 events)
{
    lines.removeLast();
    const QByteArray digest = sha256({QByteArrayView(joined(lines))});
    EvidenceLine end;
    end.end = EvidenceEnd{events, digest, key.sign(evidenceStatement(u"test/audit"_s, events, digest))};
    lines.append(lineOf(toJson(end)));
    return joined(lines);
}

AuditFilter filterOf(const QString &actor, const QString &text = {})
{
    AuditFilter filter;
    filter.actor = actor;
    filter.text = text;
    return filter;
}

/// What the reader says that was written from docs/evidence.md.
QString independent(const QByteArray &file, const QByteArray &key = {})
{
    QTemporaryFile stored;
    if (!stored.open() || stored.write(file) != file.size() || !stored.flush())
        return u"not stored"_s;
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
                 QStringList{QStringLiteral(PC_SOURCE_DIR "/tests/platform/verify/check_evidence.py"),
                             stored.fileName()} +
                     (key.isEmpty() ? QStringList() : QStringList{QString::fromLatin1(key.toHex())}));
    if (!python.waitForFinished(20'000))
        return u"did not end"_s;
    const QString said = QString::fromUtf8(python.readAllStandardOutput()).trimmed();
    return python.exitCode() == (said.startsWith(u"holds"_s) ? 0 : 1)
               ? said
               : QString(said + QString::fromUtf8(python.readAllStandardError()));
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyWhatIsFiltered_data()
    {
        QTest::addColumn<AuditFilter>("filter");
        QTest::addColumn<bool>("isRange");
        QTest::newRow("everything") << AuditFilter() << true;
        QTest::newRow("an operator") << filterOf(u"ops-1"_s) << false;
        QTest::newRow("words") << filterOf({}, u"yearl"_s) << false;
        QTest::newRow("nothing") << filterOf(u"nobody"_s) << false;
        AuditFilter span;
        span.from = noon.addSecs(25); // lived through twice
        span.to = noon.addSecs(35);
        QTest::newRow("a time") << span << true;
        span.notAction = u"credential.*"_s;
        span.partnerId = u"prt_3"_s;
        QTest::newRow("a partner within a time") << span << false;
        AuditFilter never;
        never.from = noon.addYears(1);
        QTest::newRow("no time of the log") << never << true;
    }

    void exactlyWhatIsFiltered()
    {
        QFETCH(AuditFilter, filter);
        QFETCH(bool, isRange);
        Log log(300);
        const QByteArray file = log.fileOf(filter);
        const EvidenceVerdict verdict = verdictOf(file, log.signer.verifyKey());
        QVERIFY2(verdict.ok, qPrintable(u"line %1: %2"_s.arg(verdict.line).arg(verdict.why)));
        QCOMPARE(verdict.manifest.filter, filter);
        QCOMPARE(verdict.manifest.proves, isRange ? EvidenceProof::Range : EvidenceProof::Events);
        QStringList wanted;
        for (const AuditEvent &event : std::as_const(log.events)) {
            if (pc::rules::answers(filter, event))
                wanted.append(QString::fromUtf8(audit_log::canonicalRange(log.tx, event.index, 1).first()));
        }
        log.tx.dropStatements();
        QStringList found;
        for (const QByteArray &line : linesOf(file)) {
            if (const QJsonObject object = jsonOf(line); object.contains(u"event"_s))
                found.append(object.value(u"event"_s).toString());
        }
        QCOMPARE(found, wanted);
        QCOMPARE(verdict.events, wanted.size());
        QCOMPARE(verdict.manifest.events, qint64{wanted.size()});
        QCOMPARE(independent(file, log.signer.verifyKey().raw()),
                 u"holds %1 %2 %3"_s.arg(wanted.size())
                     .arg(verdict.hashes)
                     .arg(isRange ? u"range"_s : u"events"_s));
    }

    /// Logs of any size, with what is left out anywhere, in pieces of any length.
    void anyLogHolds()
    {
        QVERIFY(rc::check("evidence of any log holds", [] {
            Log log(*rc::gen::inRange(0, 70));
            AuditFilter filter = filterOf(*rc::gen::element(QString(), u"ops-0"_s, u"ops-2"_s));
            if (*rc::gen::arbitrary<bool>())
                filter.from = noon.addSecs(*rc::gen::inRange(-1, 70));
            if (*rc::gen::arbitrary<bool>())
                filter.to = noon.addSecs(*rc::gen::inRange(-1, 70));
            const EvidenceVerdict verdict = verdictOf(log.fileOf(filter), log.signer.verifyKey());
            RC_ASSERT(verdict.ok);
            RC_ASSERT(verdict.events ==
                      std::count_if(log.events.begin(), log.events.end(), [&filter](const AuditEvent &event) {
                          return pc::rules::answers(filter, event);
                      }));
        }));
    }

    void manyPieces()
    {
        Log log(1300);
        const QByteArray whole = log.fileOf();
        QVERIFY(verdictOf(whole).ok);
        QCOMPARE(verdictOf(whole).hashes, 0);
        QCOMPARE(log.fileOf(log.manifestOf({}), [] { return true; }), whole);
        const EvidenceManifest before = log.manifestOf({});
        log.events.append(audit_log::append(log.tx, pc::test::sampleEvent(7))); // while it is written
        QCOMPARE(log.fileOf(before), whole);
        // Sparse: the hashes of what is between.
        AuditFilter one = filterOf(u"ops-1"_s);
        one.targetId = u"prt_3"_s;
        const EvidenceVerdict verdict = verdictOf(log.fileOf(one));
        QVERIFY(verdict.ok);
        QVERIFY2(verdict.events > 50 && verdict.hashes < 6 * verdict.events,
                 qPrintable(QString::number(verdict.hashes)));
    }

    /// No bit, no line, no order, no end can be changed.
    void everyTamperingIsFound_data()
    {
        QTest::addColumn<AuditFilter>("filter");
        QTest::newRow("a range") << AuditFilter();
        QTest::newRow("an operator") << filterOf(u"ops-1"_s);
    }

    void everyTamperingIsFound()
    {
        QFETCH(AuditFilter, filter);
        Log log(12);
        const QByteArray file = log.fileOf(filter);
        const VerifyKey key = log.signer.verifyKey();
        QVERIFY(verdictOf(file, key).ok);
        int tried = 0;
        const auto found = [&](const QByteArray &changed, const QString &how) {
            if (changed == file)
                return;
            QVERIFY2(!verdictOf(changed, key).ok, qPrintable(how));
            if (++tried % 200 == 0) { // it takes a process, and openssl two more
                const QString said = independent(changed, key.raw());
                QVERIFY2(said.startsWith(u"does not hold"_s), qPrintable(how + u": "_s + said));
            }
        };
        for (qsizetype i = 0; i < file.size(); i += i % 5 + 1) {
            QByteArray changed = file;
            changed[i] = static_cast<char>(changed.at(i) ^ (1 << (i % 7)));
            found(changed, u"byte %1"_s.arg(i));
        }
        const QList<QByteArray> lines = linesOf(file);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString where = u" line %1"_s.arg(i + 1);
            QList<QByteArray> changed = lines;
            changed.removeAt(i);
            found(joined(changed), u"without"_s + where);
            changed = lines;
            changed.insert(i, lines.at(i));
            found(joined(changed), u"doubled"_s + where);
            changed = lines;
            changed.insert(i, QByteArray("{}"));
            found(joined(changed), u"added before"_s + where);
            changed.replace(i, QByteArray());
            found(joined(changed), u"empty before"_s + where);
            for (qsizetype j = 0; j < i; ++j) {
                changed = lines;
                changed.swapItemsAt(i, j);
                found(joined(changed), u"exchanged with %1"_s.arg(j) + where);
            }
            found(joined(lines.mid(0, i)), u"cut before"_s + where);
            found(joined(lines.mid(0, i)) + lines.at(i).chopped(1), u"cut within"_s + where);
        }
        found(file.chopped(1), u"without the last line feed"_s);
        found(file + "\n", u"with a line feed more"_s);
        found({}, u"empty"_s);
        // A line of another file of the same log.
        QList<QByteArray> changed = lines;
        changed.insert(lines.size() - 1, linesOf(log.fileOf(filterOf(u"ops-2"_s))).at(1));
        found(joined(changed), u"a line of another file"_s);
    }

    /// Each member of the manifest and of the end, with everything else as it was, and with the digest of the
    /// lines made anew as anybody can.
    void everyStatementIsFound()
    {
        Log log(60);
        const VerifyKey key = log.signer.verifyKey();
        const QList<QByteArray> lines = linesOf(log.fileOf(filterOf(u"ops-1"_s)));
        const QJsonObject manifest = jsonOf(lines.first()).value(u"manifest"_s).toObject();
        const QJsonObject checkpoint = manifest.value(u"checkpoint"_s).toObject();
        const auto changedCheckpoint = [&checkpoint](const QString &member, const QJsonValue &value) {
            QJsonObject changed = checkpoint;
            changed.insert(member, value);
            return changed;
        };
        SystemRandom dice;
        const SigningKey other = SigningKey::generate(SignatureAlgorithm::Ed25519, dice);
        const QString otherKey = QString::fromLatin1(toBase64Url(other.verifyKey().raw()));
        const QList<std::pair<QString, QJsonValue>> changes{
            {u"format"_s, 2},
            {u"made_at"_s, u"2026-03-01T12:00:01.000Z"_s},
            {u"made_by"_s, u"sec-2"_s},
            {u"filter"_s, QJsonObject()},
            {u"filter"_s, QJsonObject{{u"actor"_s, u"ops-2"_s}}},
            {u"filter"_s, QJsonObject{{u"not_actor"_s, u"ops-2"_s}}},
            {u"filter"_s, QJsonObject{{u"actor"_s, u"ops-1"_s}, {u"to"_s, u"2027-01-01T00:00:00.000Z"_s}}},
            {u"ranges"_s, QJsonArray()},
            {u"ranges"_s, QJsonArray{QJsonObject{{u"begin"_s, 0}, {u"end"_s, 59}}}},
            {u"proves"_s, u"range"_s},
            {u"proves"_s, u"something"_s},
            {u"events"_s, 19},
            {u"checkpoint"_s, changedCheckpoint(u"origin"_s, u"other/audit"_s)},
            {u"checkpoint"_s, changedCheckpoint(u"size"_s, 59)},
            {u"checkpoint"_s, changedCheckpoint(u"root"_s, otherKey)},
            {u"checkpoint"_s, changedCheckpoint(u"at"_s, u"2026-03-01T12:00:01.000Z"_s)},
            {u"checkpoint"_s, changedCheckpoint(u"note"_s, QString())},
            {u"checkpoint"_s, changedCheckpoint(u"public_key"_s, otherKey)},
        };
        for (const auto &[member, value] : changes) {
            QList<QByteArray> changed = lines;
            changed.first() = with(lines.first(), member, value);
            QVERIFY(changed != lines);
            for (const QByteArray &file : {joined(changed), signedAnew(changed, other, 20)}) {
                QVERIFY2(!verdictOf(file, key).ok, qPrintable(member));
                QVERIFY2(!verdictOf(file).ok, qPrintable(member)); // with its own key, too
            }
            QVERIFY(independent(signedAnew(changed, other, 20), key.raw()).startsWith(u"does not hold"_s));
        }
        for (const auto &[member, value] :
             QList<std::pair<QString, QJsonValue>>{{u"events"_s, 19}, {u"sha256"_s, otherKey}}) {
            QList<QByteArray> changed = lines;
            changed.last() = with(lines.last(), member, value);
            QVERIFY(!verdictOf(joined(changed), key).ok);
        }
    }

    /// Who has another key makes whatever file he likes, and it is his: only a key from outside tells.
    void anotherKey()
    {
        Log log(20);
        Log forged(20);
        const QByteArray file = forged.fileOf();
        QVERIFY(verdictOf(file).ok);
        QVERIFY(!verdictOf(file).isKeyGiven);
        QCOMPARE(verdictOf(file).publicKey, forged.signer.verifyKey().raw());
        const EvidenceVerdict verdict = verdictOf(file, log.signer.verifyKey());
        QVERIFY(!verdict.ok && verdict.isKeyGiven);
        QCOMPARE(verdict.why, u"it was not made with the key that was given"_s);
        QVERIFY(independent(file, log.signer.verifyKey().raw()).startsWith(u"does not hold: another key"_s));
    }

    /// Even the platform itself cannot sign what the file does not show: each rule by itself, with a good
    /// end.
    void whatTheLinesMustShow()
    {
        Log log(60);
        const SigningKey &key = log.signer.key();
        const auto whyOf = [&](const QList<QByteArray> &lines, qint64 events) {
            const QByteArray file = signedAnew(lines, key, events);
            const QString said = independent(file);
            return verdictOf(file).why + (said.startsWith(u"does not hold"_s) ? QString() : u" / "_s + said);
        };
        const QList<QByteArray> whole = linesOf(log.fileOf());
        QCOMPARE(whyOf(whole, 60), u" / holds 60 0 range"_s);
        // An event of a range, as its hash instead.
        QList<QByteArray> changed = whole;
        EvidenceLine gap;
        const QByteArray canonical = jsonOf(whole.at(31)).value(u"event"_s).toString().toUtf8();
        gap.gap = EvidenceGap{30, 31, {merkle::leafHash(canonical)}};
        changed.replace(31, lineOf(toJson(gap)));
        changed.first() = with(whole.first(), u"events"_s, 59);
        QCOMPARE(whyOf(changed, 59), u"events from 30 on are left out, and it says that none is"_s);

        const QList<QByteArray> part = linesOf(log.fileOf(filterOf(u"ops-1"_s)));
        changed = part;
        changed.first() = with(part.first(), u"filter"_s, QJsonObject{{u"actor"_s, u"ops-2"_s}});
        QCOMPARE(whyOf(changed, 20), u"event 1 is not one of the filter of the manifest"_s);
        changed.first() =
            with(part.first(), u"ranges"_s, QJsonArray{QJsonObject{{u"begin"_s, 10}, {u"end"_s, 60}}});
        QCOMPARE(whyOf(changed, 20), u"event 1 is outside of the ranges of the manifest"_s);
        changed.first() =
            with(part.first(), u"ranges"_s, QJsonArray{QJsonObject{{u"begin"_s, 0}, {u"end"_s, 61}}});
        QCOMPARE(whyOf(changed, 20), u"its ranges are none of that log"_s);
        changed.first() = with(part.first(), u"proves"_s, u"range"_s);
        QCOMPARE(whyOf(changed, 20), u"it says to prove what it cannot"_s);
        changed.first() = with(part.first(), u"events"_s, 21);
        QCOMPARE(whyOf(changed, 20), u"there are not as many events as it says"_s);
        changed = part;
        QCOMPARE(whyOf(changed, 21), u"there are not as many events as it says"_s);
        changed.removeAt(2);
        QCOMPARE(whyOf(changed, 19), u"two gaps follow each other"_s);
        changed = part;
        changed.removeAt(1);
        QCOMPARE(whyOf(changed, 20),
                 u"event 1 stands where 0 would follow: something was left out, doubled or moved"_s);
        changed = part;
        changed[1] = with(part.at(1), u"end"_s, 3);
        QCOMPARE(whyOf(changed, 20), u"the gap does not have the hashes that cover it"_s);
        changed[1] = with(part.at(1), u"begin"_s, 1);
        QCOMPARE(whyOf(changed, 20), u"the gap does not stand where it says"_s);
        changed = part;
        changed.removeAt(part.size() - 2);
        QCOMPARE(whyOf(changed, 20), u"what stands before the end is not the whole log of the checkpoint"_s);
        // An event whose bytes say the same in another way.
        changed = part;
        changed[2] = lineOf({{u"event"_s, QString(jsonOf(part.at(2)).value(u"event"_s).toString() + u' ')}});
        QCOMPARE(whyOf(changed, 20),
                 u"events and hashes do not make up the log that the checkpoint was signed for"_s);
        changed = part;
        changed[2] = lineOf({{u"event"_s, u"{}"_s}});
        QCOMPARE(whyOf(changed, 20), u"the event cannot be read"_s);
        // The platform signs neither what it did not make nor what goes on.
        QCOMPARE(verdictOf(joined(part) + part.last() + '\n').why, u"something follows the end"_s);
        SystemRandom dice;
        const SigningKey other = SigningKey::generate(SignatureAlgorithm::Ed25519, dice);
        QCOMPARE(verdictOf(signedAnew(part, other, 20)).why,
                 u"the end has no valid signature: the platform did not make this file so"_s);
        const EvidenceVerdict cut = verdictOf(joined(part.mid(0, part.size() - 1)));
        QCOMPARE(cut.why, u"the file is cut: it has no end"_s);
        QCOMPARE(cut.line, 0);
        QCOMPARE(verdictOf("x\n").why, u"the line is none of an evidence file"_s);
        QCOMPARE(verdictOf(joined(part.mid(1))).why, u"it does not begin with a manifest"_s);
    }

    void whatTheCommandSays()
    {
        Log log(120);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"evidence"_s);
        const auto said = [&](const QByteArray &bytes, const QString &key, ExitCode expected) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                return u"not written"_s;
            file.close();
            pc::test::Redirected out(stdout, dir.filePath(u"out"_s));
            const pc::platform::Outcome outcome =
                verifyEvidence(path, key.isEmpty() ? std::nullopt : publicKeyFrom(key));
            const QString text = out.text();
            return outcome && *outcome == expected ? text : QString(u"another end: "_s + text);
        };
        const QByteArray raw = log.signer.verifyKey().raw();
        const QString key = QString::fromLatin1(raw.toHex());
        QCOMPARE(
            said(log.fileOf(), key, ExitCode::Done),
            u"The evidence holds: 120 events of the log test/audit, made at 2026-03-01T12:00:00.000Z by "
            "sec-1.\nFilter: none.\nTimes: from 2026-03-01T12:00:00.000Z to "
            "2026-03-01T12:01:39.000Z.\nInclusion: with 0 hashes of what is left out, the events make up "
            "the log of 120 events that the checkpoint of 2026-03-01T12:00:00.000Z was signed "
            "for.\nCompleteness: of the events 0\u2013119 none is left out.\nKey: the one that was given, %1."
            "\nCalls 91\u2013590, 591\u20131090, 1091\u20131590 of node nod_a are covered by digests in "
            "these "
            "events. Their records are not in the file: whether they are still kept, only the platform "
            "can say.\n"_s.arg(key)
                .replace(u"91\u2013590, 591\u20131090, 1091\u20131590"_s, u"91\u20131590"_s));
        const QString some = said(log.fileOf(filterOf(u"ops-1"_s)), {}, ExitCode::Done);
        QVERIFY2(some.contains(u"Filter: {\"actor\":\"ops-1\"}. Each event is one of it.\n"_s),
                 qPrintable(some));
        QVERIFY2(some.contains(u"Completeness: not proven."_s), qPrintable(some));
        QVERIFY2(some.contains(u"Key: the file's own, %1. Compare it"_s.arg(key)), qPrintable(some));
        QCOMPARE(said(log.fileOf().chopped(2), key, ExitCode::Failed),
                 u"The evidence does not hold: the file is cut: it has no end.\n"_s);
        QByteArray changed = log.fileOf();
        changed.replace("\"made_by\":\"sec-1\"", "\"made_by\":\"sec-2\"");
        QCOMPARE(
            said(changed, key, ExitCode::Failed),
            u"The evidence does not hold. Line 122: the lines are not those that the end was made for.\n"_s);
        QVERIFY(!verifyEvidence(dir.filePath(u"none"_s), {}));
    }

    void keysAsTheyAreGiven()
    {
        SystemRandom random;
        const SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
        const QByteArray raw = key.verifyKey().raw();
        const QTemporaryDir dir;
        QFile pem(dir.filePath(u"key.pem"_s));
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write("-----BEGIN PUBLIC KEY-----\n" +
                  QByteArray(QByteArray::fromHex("302a300506032b6570032100") + raw).toBase64() +
                  "\n-----END PUBLIC KEY-----\n");
        pem.close();
        for (const QString &text : {QString::fromLatin1(raw.toHex()), QString::fromLatin1(raw.toBase64()),
                                    QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding |
                                                                     QByteArray::OmitTrailingEquals)),
                                    pem.fileName()}) {
            const auto read = publicKeyFrom(text);
            QVERIFY2(read && read->raw() == raw, qPrintable(text));
        }
        for (const QString &text : {u"abc"_s, QString::fromLatin1(raw.toHex()).chopped(2), dir.path()})
            QVERIFY2(!publicKeyFrom(text), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
