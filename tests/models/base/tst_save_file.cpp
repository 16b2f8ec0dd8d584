// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/base/save_file.h"
#include "models/onboarding/onboard_flow.h"
#include "models/session/profiles.h"
#include "tests/models/model_fixture.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A file stands on the disk as a whole, or somebody hears why not and the one before is untouched.
class TestSaveFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void writesAndMakesTheFolder()
    {
        const QString path = m_dir->filePath(u"a/b/file"_s);
        QVERIFY(saveFile(path, "one").isEmpty());
        QVERIFY(saveFile(path, "two").isEmpty());
        QCOMPARE(contents(path), "two"_ba);
    }

    /// What the console keeps for itself is nobody else's, also where it was before.
    void privateFilesAreOnlyOurs()
    {
        const QString path = m_dir->filePath(u"own"_s);
        const auto others = [&path] {
            return QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                               QFile::WriteOther | QFile::ExeOwner);
        };
        QVERIFY(saveFile(path, "one").isEmpty());
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
        QVERIFY(savePrivateFile(path, "two").isEmpty());
        QCOMPARE(contents(path), "two"_ba);
        QCOMPARE(others(), QFile::Permissions());
    }

    void failuresAreSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("small: fails at the commit") << QByteArray("two");
        QTest::newRow("large: fails while writing") << QByteArray(1024 * 1024, 'x');
    }
    void failuresAreSaid()
    {
        QFETCH(QByteArray, bytes);
        const QString path = m_dir->filePath(u"file"_s);
        QVERIFY(saveFile(path, "one").isEmpty());
        {
            const FullDisk full;
            QVERIFY(!saveFile(path, bytes).isEmpty());
            QCOMPARE(saveFile(m_dir->filePath(u"new"_s), bytes),
                     qt_error_string(EFBIG)); // in the system's words
        }
        QCOMPARE(contents(path), "one"_ba);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"file"_s}); // nothing half
        QVERIFY(saveFile(path, bytes).isEmpty());
        QCOMPARE(contents(path), bytes);
    }

    void aFolderInTheWayIsSaid()
    {
        QVERIFY(QDir().mkpath(m_dir->filePath(u"file"_s)));
        QVERIFY(!saveFile(m_dir->filePath(u"file"_s), "x").isEmpty());
        QVERIFY(saveFile(m_dir->filePath(u"in"_s), "x").isEmpty());
        QVERIFY(!saveFile(m_dir->filePath(u"in/a/file"_s), "x").isEmpty()); // a file where a folder should be
    }

    void profilesSayIt()
    {
        Profiles profiles(m_dir->filePath(u"profiles.json"_s));
        QVERIFY(profiles.saveError().isEmpty());
        Profile profile;
        profile.kind = ProfileKind::Remote;
        profile.name = u"Staging"_s;
        {
            const FullDisk full;
            profile = profiles.add(profile);
            QVERIFY(!profiles.saveError().isEmpty());
            QCOMPARE(profiles.all().size(), 1); // it holds for this run
        }
        profiles.update(profile);
        QVERIFY(profiles.saveError().isEmpty());
        QCOMPARE(Profiles(m_dir->filePath(u"profiles.json"_s)).all().size(), 1);
    }

    void theDraftSaysIt()
    {
        ModelFixture fixture;
        fixture.transport.problem("GET", u"/scopes"_s, 500, u"internal"_s).always();
        fixture.transport.problem("GET", u"/plans"_s, 500, u"internal"_s).always();
        fixture.transport.problem("GET", u"/routes"_s, 500, u"internal"_s).always();
        CatalogueModel catalogue(fixture.access, fixture.feed);
        const QString path = m_dir->filePath(u"drafts/draft.json"_s);
        OnboardFlow flow(fixture.partners, fixture.feed, catalogue, fixture.clock, path);
        QVERIFY(flow.saveNow()); // nothing was typed: nothing to lose
        QVERIFY(!QFile::exists(path));
        OnboardDraft draft;
        draft.partner.name = u"Cardinal"_s;
        {
            const FullDisk full;
            flow.setDraft(draft);
            QVERIFY(!flow.saveNow());
            QVERIFY(!flow.saveError().isEmpty());
            QVERIFY(!flow.savedAt().isValid());
            QVERIFY(!flow.saveNow()); // and again, until there is room
            draft.partner.name = u"Cardinal Payroll"_s;
            flow.setDraft(draft);
            fixture.clock.advance(1s); // by itself
            QVERIFY(!flow.saveError().isEmpty());
        }
        QVERIFY(flow.saveNow());
        QVERIFY(flow.saveError().isEmpty());
        QVERIFY(contents(path).contains("Cardinal Payroll"));
    }

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_save_file.moc"
