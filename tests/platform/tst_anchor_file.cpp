// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/random_source.h"
#include "platform/store/anchor_file.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

constexpr qint64 lines = 6000;
constexpr qint64 named = 12;    ///< whose hash is asked for
constexpr qint64 accepted = 40; ///< with which somebody took the log as it was

AnchorRecord lineOf(qint64 number)
{
    AnchorRecord record;
    record.size = number;
    record.root = QByteArray(32, static_cast<char>('a' + number % 26));
    record.at = QDateTime::fromMSecsSinceEpoch(1700000000000 + number, Qt::UTC);
    record.act = u"partner.edit"_s;
    record.subject = u"prt_%1"_s.arg(number);
    return record;
}

AnchorRecord noteOf(const QString &act, const QString &digest)
{
    AnchorRecord record = lineOf(1);
    record.root.clear(); // as the line before
    record.act = act;
    record.subject = digest + u":crd_"_s + digest;
    return record;
}

/// A file of many lines, as the service writes them.
struct World
{
    QTemporaryDir dir;
    SystemRandom random;
    SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
    QString origin = u"test/audit"_s;
    QString path = AnchorFile::pathIn(dir.path());
    AnchorName twelfth;
    AnchorName last;

    World()
    {
        AnchorFile file(path, origin, key);
        if (!file.open({}))
            qFatal("no file");
        write(file, named);
        twelfth = file.last();
        std::vector<AnchorRecord> notes{noteOf(u"journal.kept"_s, u"forgotten"_s)};
        for (qint64 number = named + 2; number < accepted; ++number)
            notes.push_back(lineOf(number));
        notes.push_back(lineOf(accepted));
        notes.back().act = u"history.accept"_s;
        notes.push_back(noteOf(u"journal.kept"_s, u"open"_s));
        notes.push_back(noteOf(u"journal.kept"_s, u"over"_s));
        notes.push_back(noteOf(u"journal.settled"_s, u"over"_s));
        if (!file.append(notes))
            qFatal("not written");
        write(file, lines);
        last = file.last();
    }
    static void write(AnchorFile &file, qint64 upTo)
    {
        std::vector<AnchorRecord> records;
        for (qint64 number = file.last().number + 1; number <= upTo; ++number)
            records.push_back(lineOf(number));
        if (!file.append(std::move(records)))
            qFatal("not written");
    }
    [[nodiscard]] AnchorReading read(const std::optional<AnchorName> &line = {}) const
    {
        return AnchorFile::read(path, origin, key.verifyKey(), line);
    }
};

} // namespace

class TestAnchorFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// All that anybody asks is there, and nothing else: a log of millions of acts starts like one of a few.
    void aLongFileCostsNoMemory()
    {
        const World world;
        (void)world.read(); // what is made once
        const auto before = static_cast<qint64>(mallinfo2().uordblks);
        const AnchorReading reading = world.read(AnchorName{named, {}});
        const auto kept = static_cast<qint64>(mallinfo2().uordblks) - before;
        QVERIFY2(kept < 64 * 1024, qPrintable(QString::number(kept)));

        QVERIFY2(reading.state == AnchorReading::State::Whole, qPrintable(reading.why));
        QCOMPARE(reading.end.number, lines);
        QCOMPARE(reading.end.hash, world.last.hash);
        QCOMPARE(reading.last->number, lines);
        QCOMPARE(reading.last->size, lines);
        QCOMPARE(reading.named->hash, world.twelfth.hash);
        QCOMPARE(reading.wholeBytes, QFileInfo(world.path).size());
        QCOMPARE(reading.journaled, (journal_notes::Open{{u"open"_s, u"crd_open"_s}}));
        // From the acceptance on, line by line, to the end.
        AnchorLines binding(reading.path, reading.binding);
        QVERIFY(binding.next());
        QCOMPARE(anchor_record::parse(binding.line())->act, u"history.accept"_s);
        qint64 count = accepted;
        while (binding.next())
            ++count;
        QCOMPARE(binding.fault(), QString());
        QCOMPARE(count, lines);
        QCOMPARE(binding.place().hash, reading.end.hash);
        // A line that is not there is not found, and none is found that was not asked for.
        QVERIFY(!world.read(AnchorName{lines + 1, {}}).named);
        QVERIFY(!world.read().named);
    }

    /// One signature is verified; the chain of hashes is what makes it that of every line.
    void aChangeFarFromTheSignatureIsFound()
    {
        const World world;
        QFile file(world.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray all = file.readAll();
        for (const QByteArray &word : {QByteArray(" prt_3 "), QByteArray(" history.accept "),
                                       QByteArray(" journal.settled "), QByteArray(" prt_5999 ")}) {
            const qsizetype at = all.indexOf(word);
            QVERIFY(at > 0);
            QByteArray changed = all;
            changed[at + 1] = 'x';
            QVERIFY(file.seek(0) && file.write(changed) == changed.size() && file.flush());
            const AnchorReading reading = world.read();
            QVERIFY2(reading.state == AnchorReading::State::Damaged, word.constData());
            QVERIFY(reading.last && reading.last->number < lines); // as far as it can be believed
        }
    }
};

QTEST_GUILESS_MAIN(TestAnchorFile)
#include "tst_anchor_file.moc"
