// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/merkle.h"
#include "contract/crypto/random_source.h"
#include "platform/store/history/anchor_file.h"
#include "tests/support/full_disk.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

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
struct Fixture
{
    QTemporaryDir dir;
    SystemRandom random;
    SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
    QString origin = u"test/audit"_s;
    QString path = AnchorFile::pathIn(dir.path());
    AnchorName twelfth;
    AnchorName last;

    Fixture()
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

/// The same, with nothing in it.
struct Empty
{
    QTemporaryDir dir;
    SystemRandom random;
    SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
    QString path = AnchorFile::pathIn(dir.path());

    [[nodiscard]] AnchorFile file() const { return AnchorFile(path, u"test/audit"_s, key); }
    [[nodiscard]] AnchorReading read() const
    {
        return AnchorFile::read(path, u"test/audit"_s, key.verifyKey());
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    [[nodiscard]] QList<AnchorRecord> records() const
    {
        QList<AnchorRecord> list;
        AnchorLines all(path);
        while (all.next())
            list.append(anchor_record::parse(all.line()).value_or(AnchorRecord()));
        return all.fault().isEmpty() ? list : QList<AnchorRecord>();
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
        const Fixture fixture;
        (void)fixture.read(); // what is made once
        const auto before = static_cast<qint64>(mallinfo2().uordblks);
        const AnchorReading reading = fixture.read(AnchorName{named, {}});
        const auto kept = static_cast<qint64>(mallinfo2().uordblks) - before;
        QVERIFY2(kept < 64 * 1024, qPrintable(QString::number(kept)));

        QVERIFY2(reading.state == AnchorReading::State::Whole, qPrintable(reading.why));
        QCOMPARE(reading.end.number, lines);
        QCOMPARE(reading.end.hash, fixture.last.hash);
        QCOMPARE(reading.last->number, lines);
        QCOMPARE(reading.last->size, lines);
        QCOMPARE(reading.named->hash, fixture.twelfth.hash);
        QCOMPARE(reading.wholeBytes, QFileInfo(fixture.path).size());
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
        QVERIFY(!fixture.read(AnchorName{lines + 1, {}}).named);
        QVERIFY(!fixture.read().named);
    }

    /// One signature is verified; the chain of hashes is what makes it that of every line.
    void aChangeFarFromTheSignatureIsFound()
    {
        const Fixture fixture;
        QFile file(fixture.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray all = file.readAll();
        for (const QByteArray &word : {QByteArray(" prt_3 "), QByteArray(" history.accept "),
                                       QByteArray(" journal.settled "), QByteArray(" prt_5999 ")}) {
            const qsizetype at = all.indexOf(word);
            QVERIFY(at > 0);
            QByteArray changed = all;
            changed[at + 1] = 'x';
            QVERIFY(file.seek(0) && file.write(changed) == changed.size() && file.flush());
            const AnchorReading reading = fixture.read();
            QVERIFY2(reading.state == AnchorReading::State::Damaged, word.constData());
            QVERIFY(reading.last && reading.last->number < lines); // as far as it can be believed
        }
    }

    void aLineSaysWhatItWasGiven()
    {
        const SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, m_random);
        AnchorRecord record = lineOf(7);
        record.number = 3;
        record.previous = QByteArray(32, 'p');
        const QByteArray line = anchor_record::line(record, u"here"_s, key).chopped(1);
        QCOMPARE(anchor_record::parse(line), record);
        QVERIFY(anchor_record::isSigned(line, u"here"_s, key.verifyKey()));
        QVERIFY(!anchor_record::isSigned(line, u"there"_s, key.verifyKey()));
        QVERIFY(!anchor_record::isSigned("line", u"here"_s, key.verifyKey()));
        const auto glance = anchor_record::glanceAt(line);
        QCOMPARE(glance->number, 3);
        QCOMPARE(glance->act, "partner.edit");
        QCOMPARE(glance->subject, "prt_7");
        QCOMPARE(glance->previous, line.split(' ').at(7));
        QVERIFY(!anchor_record::glanceAt(QByteArray(line + " more")));
        QVERIFY(!anchor_record::glanceAt(line.first(line.lastIndexOf(' '))));
        QVERIFY(!anchor_record::glanceAt(""));
    }

    /// What is no letter, digit or mark of a word becomes '_', what is too long is cut, and nothing is '-'.
    void wordsAreClean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        const QString all = u"azAZ09.:_-"_s;
        QTest::newRow("allowed") << all << all;
        QTest::newRow("beside the allowed") << u"`{@[/;,^ ä~"_s << QString(11, u'_');
        QTest::newRow("nothing") << QString() << u"-"_s;
        QTest::newRow("as long as may be") << QString(120, u'w') << QString(120, u'w');
        QTest::newRow("longer") << QString(121, u'w') << QString(120, u'w');
    }
    void wordsAreClean()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, m_random);
        AnchorRecord record = lineOf(1);
        record.number = 1;
        record.previous = anchor_record::noPrevious();
        record.act = text;
        record.subject = text;
        const auto parsed = anchor_record::parse(anchor_record::line(record, u"o"_s, key).chopped(1));
        QVERIFY(parsed);
        QCOMPARE(parsed->act, word);
        QCOMPARE(parsed->subject, word);
    }

    void whatIsNoLineIsNone_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, int field, const QByteArray &value) {
            QTest::newRow(name) << field << value;
        };
        row("version", 0, "v2");
        for (const int field : {1, 2, 4}) {
            for (const char *value : {"", "-1", "+1", "01", "x", "1.0"})
                QTest::addRow("number %d: %s", field, value) << field << QByteArray(value);
        }
        row("no line before the first", 1, "0");
        for (const int field : {3, 7}) {
            for (const QByteArray &value :
                 {QByteArray(42, 'A'), QByteArray(44, 'A'), QByteArray(), QByteArray("!!")})
                QTest::addRow("hash %d: %s", field, value.constData()) << field << value;
        }
        for (const int field : {5, 6}) {
            for (const QByteArray &value :
                 {QByteArray(), QByteArray("a/b"), QByteArray(121, 'w'), QByteArray("a\xe4")})
                QTest::addRow("word %d: %s", field, value.constData()) << field << value;
        }
        row("another field", 8, "sig more");
        row("too long", 8, QByteArray(anchor_record::longestLine, 's'));
    }
    void whatIsNoLineIsNone()
    {
        QFETCH(int, field);
        QFETCH(QByteArray, value);
        QList<QByteArray> parts{"v1", "1", "0", QByteArray(43, 'A'), "0", "a", "-", QByteArray(43, 'A'),
                                "sig"};
        QVERIFY(anchor_record::parse(parts.join(' ')));
        parts[field] = value;
        QVERIFY(!anchor_record::parse(parts.join(' ')));
    }

    void aLineMayBeThisLong()
    {
        QList<QByteArray> parts{
            "v1", "1", "0", QByteArray(43, 'A'), "0", QByteArray(120, 'a'), "-", QByteArray(43, 'A'), {}};
        parts.last() = QByteArray(anchor_record::longestLine - parts.join(' ').size(), 's');
        QVERIFY(anchor_record::parse(parts.join(' ')));
        parts.last() += 's';
        QVERIFY(!anchor_record::parse(parts.join(' ')));
    }

    /// The first lines, a note that repeats the size before it, and an end that is gone on from.
    void linesFollowEachOther()
    {
        Empty empty;
        QCOMPARE(empty.read().state, AnchorReading::State::Missing);
        QCOMPARE(AnchorFile::pathIn(u"/d"_s), u"/d/audit-anchor"_s);
        {
            AnchorFile file = empty.file();
            QVERIFY(!file.append({lineOf(1)})); // not open
            QVERIFY(file.open(empty.read()));
            QCOMPARE(file.last().number, 0);
            QVERIFY(file.append(
                {noteOf(u"journal.kept"_s, u"d"_s), lineOf(5), noteOf(u"journal.settled"_s, u"d"_s)}));
            QVERIFY(file.append({noteOf(u"journal.kept"_s, u"e"_s)}));
            QCOMPARE(file.last().number, 4);
        }
        QCOMPARE(QFile::permissions(empty.path) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const QList<AnchorRecord> first = empty.records();
        QCOMPARE(first.size(), 4);
        QCOMPARE(first.at(0).previous, anchor_record::noPrevious());
        QCOMPARE(first.at(0).size, 0);
        QCOMPARE(first.at(0).root, merkle::emptyRoot());
        QCOMPARE(first.at(2).size, 5);
        QCOMPARE(first.at(2).root, lineOf(5).root);
        QCOMPARE(first.at(3).size, 5);
        // Opened anew behind a torn end, which is cut off, and twice.
        const qint64 whole = QFileInfo(empty.path).size();
        QFile torn(empty.path);
        QVERIFY(torn.open(QIODevice::Append));
        torn.write("v1 5 torn");
        torn.close();
        AnchorFile file = empty.file();
        QVERIFY(file.open(empty.read()));
        QCOMPARE(QFileInfo(empty.path).size(), whole);
        QVERIFY(file.open(empty.read()));
        QCOMPARE(file.last().number, 4);
        QVERIFY(file.append({noteOf(u"journal.kept"_s, u"f"_s)}));
        QCOMPARE(empty.records().size(), 5);
        QCOMPARE(empty.records().at(4).size, 5);
        QCOMPARE(empty.records().at(4).root, lineOf(5).root);
        QCOMPARE(empty.read().state, AnchorReading::State::Whole);
        QCOMPARE(empty.read().end.number, 5);
        QCOMPARE(empty.read().end.hash, file.last().hash);
    }

    void aFileThatIsNotTheOneIsNoticed_data()
    {
        using Act = std::function<void(const QString &)>;
        QTest::addColumn<Act>("act");
        QTest::newRow("removed") << Act([](const QString &path) { QVERIFY(QFile::remove(path)); });
        QTest::newRow("moved") << Act(
            [](const QString &path) { QVERIFY(QFile::rename(path, path + u".1"_s)); });
        QTest::newRow("replaced by its copy") << Act([](const QString &path) {
            QVERIFY(QFile::copy(path, path + u".1"_s) && QFile::remove(path) &&
                    QFile::rename(path + u".1"_s, path));
        });
        QTest::newRow("cut") << Act(
            [](const QString &path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() - 1)); });
        QTest::newRow("grown") << Act(
            [](const QString &path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() + 1)); });
    }
    void aFileThatIsNotTheOneIsNoticed()
    {
        QFETCH(std::function<void(const QString &)>, act);
        Empty empty;
        AnchorFile file = empty.file();
        QVERIFY(file.open({}));
        QVERIFY(file.append({lineOf(1)}));
        act(empty.path);
        QVERIFY(!file.append({lineOf(2)}));
        QCOMPARE(file.last().number, 1);
    }

    /// Nothing is left of lines that could not be written, and the next ones follow those before.
    void whatFailedLeavesNothing()
    {
        Empty empty;
        AnchorFile file = empty.file();
        QVERIFY(file.open({}));
        QVERIFY(file.append({lineOf(1)}));
        const QByteArray before = empty.bytes();
        {
            const pc::test::FullDisk full;
            QVERIFY(!file.append({lineOf(2), lineOf(3)}));
        }
        QCOMPARE(empty.bytes(), before);
        QCOMPARE(file.last().number, 1);
        QVERIFY(file.append({lineOf(2)}));
        QCOMPARE(empty.records().size(), 2);
        QCOMPARE(empty.read().state, AnchorReading::State::Whole);
    }

    void aRefusedFileIsKeptAside()
    {
        Empty empty;
        AnchorFile file = empty.file();
        QVERIFY(file.beginAnew(QDateTime::fromMSecsSinceEpoch(1, Qt::UTC))); // nothing to be kept
        QVERIFY(file.append({lineOf(9)}));
        const QByteArray before = empty.bytes();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        QVERIFY(file.beginAnew(now));
        QCOMPARE(file.last().number, 0);
        QCOMPARE(empty.bytes(), QByteArray());
        QFile aside(empty.path + u".refused-1700000000123"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), before);
        QVERIFY(file.append({noteOf(u"journal.kept"_s, u"d"_s)}));
        QCOMPARE(empty.records().at(0).size, 0); // of the new beginning
        QVERIFY(!file.beginAnew(now));           // that name is taken: what is there stays
        QCOMPARE(empty.records().size(), 1);
        QFile::remove(empty.path);
        QVERIFY(QDir().mkdir(empty.path));
        AnchorFile none = empty.file();
        QVERIFY(!none.open({}));
    }

private:
    SystemRandom m_random;
};

QTEST_GUILESS_MAIN(TestAnchorFile)
#include "tst_anchor_file.moc"
