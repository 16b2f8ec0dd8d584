// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/profiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc::models;
using namespace Qt::StringLiterals;

/// The saved environments: what stands in the file, in which order, and what happens to a file that cannot be
/// read.
class TestProfiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(u"config/profiles.json"_s);
    }

    void survivesARoundTrip()
    {
        Profile saved;
        {
            Profiles profiles(m_file);
            QSignalSpy changed(&profiles, &Profiles::changed);
            saved = profiles.add(remote(u"Staging"_s));
            QVERIFY(!saved.id.isEmpty());
            QCOMPARE(changed.count(), 1);
            saved.name = u"Staging 2"_s;
            saved.account = u"ops-1"_s;
            saved.lastUsedAt = QDateTime({2026, 3, 2}, {10, 0, 0, 250}, Qt::UTC);
            profiles.update(saved);
            QCOMPARE(changed.count(), 2);
        }
        const Profiles again(m_file);
        QCOMPARE(again.all(), QList<Profile>{saved});
        QVERIFY(again.keptCopy().isEmpty());
        QCOMPARE(again.find(saved.id), std::optional(saved));
        QVERIFY(!again.find(u"other"_s));
    }

    /// Not even when it was typed into the address: the file has these keys, and no more.
    void nothingSecretIsSaved()
    {
        Profiles profiles(m_file);
        Profile profile = remote(u"Staging"_s);
        profile.url = QUrl(u"https://user:hunter2@platform.example:8443"_s);
        profile = profiles.add(profile);
        const QJsonObject stored = root().value(u"profiles"_s).toArray().first().toObject();
        QStringList keys = stored.keys();
        QCOMPARE(keys, (QStringList{u"account"_s, u"ca_file"_s, u"id"_s, u"kind"_s, u"name"_s, u"url"_s}));
        QCOMPARE(stored.value(u"url"_s).toString(), u"https://platform.example:8443"_s);
        QCOMPARE(profile.secretName(), u"operator-token/"_s + profile.id); // where the token stands
    }

    /// The one on this machine has no address to keep.
    void theLocalOneHasNoAddress()
    {
        Profiles profiles(m_file);
        Profile local = remote(u"a"_s);
        local.kind = ProfileKind::Local;
        profiles.add(local);
        const QJsonObject stored = root().value(u"profiles"_s).toArray().first().toObject();
        QCOMPARE(stored.value(u"kind"_s).toString(), u"local"_s);
        QVERIFY(!stored.contains(u"url"_s) && !stored.contains(u"ca_file"_s));
    }

    void theLastUsedComesFirst()
    {
        const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);
        Profiles profiles(m_file);
        const QString first = profiles.add(remote(u"a"_s)).id;
        const QString second = profiles.add(remote(u"b"_s)).id;
        const QString third = profiles.add(remote(u"c"_s)).id;
        profiles.markUsed(second, noon);
        profiles.markUsed(third, noon.addSecs(60).toOffsetFromUtc(3600));
        profiles.markUsed(u"unknown"_s, noon.addDays(1));
        QCOMPARE(ids(profiles), (QStringList{third, second, first}));
        QCOMPARE(ids(Profiles(m_file)), (QStringList{third, second, first}));
        profiles.remove(third);
        QCOMPARE(ids(Profiles(m_file)), (QStringList{second, first}));
        Profiles others(m_file + u"2"_s); // never used: as they came
        const QStringList came{others.add(remote(u"d"_s)).id, others.add(remote(u"e"_s)).id};
        QCOMPARE(ids(others), came);
        // Whoever wrote them in another order.
        QJsonObject reversed = root();
        QJsonArray list = reversed.value(u"profiles"_s).toArray();
        list.append(list.takeAt(0));
        reversed.insert(u"profiles"_s, list);
        write(QJsonDocument(reversed).toJson());
        QCOMPARE(ids(Profiles(m_file)), (QStringList{second, first}));
    }

    void aDamagedFileIsKeptAsACopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("readable");
        const QByteArray good = R"({"id":"p1","kind":"remote","name":"Staging","url":"https://a.example"})";
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("garbage") << QByteArray("\x7f"
                                               "ELF")
                                 << 0;
        QTest::newRow("cut") << QByteArray(R"({"version":1,"profiles":[{"id":"p1")") << 0;
        QTest::newRow("list") << QByteArray("[]") << 0;
        QTest::newRow("no list") << QByteArray(R"({"version":1,"profiles":{}})") << 0;
        QTest::newRow("no id") << QByteArray(R"({"version":1,"profiles":[{"kind":"local"},)" + good + "]}")
                               << 1;
        QTest::newRow("unknown kind")
            << QByteArray(R"({"version":1,"profiles":[)" + good + R"(,{"id":"p2","kind":"moon"}]})") << 1;
        QTest::newRow("a later version") << QByteArray(R"({"version":2,"profiles":[)" + good + "]}") << 1;
    }
    void aDamagedFileIsKeptAsACopy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, readable);
        write(bytes);
        Profiles profiles(m_file);
        QCOMPARE(profiles.all().size(), readable);
        QVERIFY(!profiles.keptCopy().isEmpty());
        profiles.add(remote(u"new"_s)); // writes over the file, not over the copy
        QFile copy(profiles.keptCopy());
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), bytes);
        QCOMPARE(Profiles(m_file).all().size(), readable + 1);
    }

    void aRemovedProfileIsGone()
    {
        const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);
        Profile remote = TestProfiles::remote(u"Staging"_s);
        remote.url = QUrl(u"https://user:hunter2@platform.example"_s);
        {
            Profiles profiles(m_file);
            QVERIFY(profiles.all().isEmpty());
            remote = profiles.add(remote);
            Profile local;
            local.kind = ProfileKind::Local;
            local = profiles.add(local);
            profiles.markUsed(local.id, noon);
            QCOMPARE(profiles.all().first().id, local.id);
            QVERIFY(profiles.saveError().isEmpty());
        }
        QFile raw(m_file);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QVERIFY(!raw.readAll().contains("hunter2"));
        Profiles again(m_file);
        QCOMPARE(again.all().size(), 2);
        QCOMPARE(again.find(remote.id)->url, QUrl(u"https://platform.example"_s));
        QCOMPARE(again.all().first().lastUsedAt, noon);
        again.remove(remote.id);
        QVERIFY(!again.find(remote.id));
    }

    void noFileIsNoDamage()
    {
        const Profiles profiles(m_file);
        QVERIFY(profiles.all().isEmpty());
        QVERIFY(profiles.keptCopy().isEmpty());
        QVERIFY(profiles.saveError().isEmpty());
    }

    void aChangeThatCannotBeSavedStillHolds()
    {
        QVERIFY(QDir().mkpath(m_file)); // a folder stands where the file should
        Profiles profiles(m_file);
        const Profile added = profiles.add(remote(u"Staging"_s));
        QVERIFY(!profiles.saveError().isEmpty());
        QVERIFY(profiles.find(added.id));
        QVERIFY(QDir().rmdir(m_file));
        profiles.markUsed(added.id, QDateTime({2026, 3, 2}, {12, 0}, Qt::UTC));
        QVERIFY(profiles.saveError().isEmpty());
        QCOMPARE(Profiles(m_file).all().size(), 1);
    }

private:
    static Profile remote(const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.url = QUrl(u"https://platform.example:8443"_s);
        profile.caFile = u"/etc/ssl/private-ca.pem"_s;
        return profile;
    }
    static QStringList ids(const Profiles &profiles)
    {
        QStringList list;
        for (const Profile &profile : profiles.all())
            list.append(profile.id);
        return list;
    }
    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(m_file).path());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QJsonObject root() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
