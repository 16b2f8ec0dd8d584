// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that are kept: by name, those asked last, and in a file that nobody else reads.
#include "models/session/saved_views.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc::models;

class TestSavedViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsAreKept()
    {
        {
            SavedViews views(path());
            QSignalSpy changed(&views, &SavedViews::changed);
            QCOMPARE(views.save({u"audit"_s, u"  Zeta   view "_s, u"actor:ops-2"_s}), QString());
            QCOMPARE(views.save({u"audit"_s, u"alpha"_s, u"action:grant.*"_s}), QString());
            QCOMPARE(views.save({u"calls"_s, u"alpha"_s, u"reason:missing_scope"_s}), QString());
            QCOMPARE(changed.size(), 3);
        }
        const SavedViews again(path());
        const QList<SavedView> audit{{u"audit"_s, u"alpha"_s, u"action:grant.*"_s},
                                     {u"audit"_s, u"Zeta view"_s, u"actor:ops-2"_s}};
        QCOMPARE(again.of(u"audit"_s), audit);
        QCOMPARE(again.of(u"calls"_s).size(), 1);
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void oneNameIsOneView()
    {
        SavedViews views;
        views.save({u"audit"_s, u"mine"_s, u"actor:ops-1"_s});
        views.save({u"audit"_s, u"mine"_s, u"actor:ops-2"_s});
        QCOMPARE(views.of(u"audit"_s).size(), 1);
        QCOMPARE(views.of(u"audit"_s).constFirst().query, u"actor:ops-2"_s);
        views.remove(u"audit"_s, u"mine"_s);
        QVERIFY(views.of(u"audit"_s).isEmpty());
    }

    void theLastQuestionsComeFirst()
    {
        SavedViews views(path());
        for (int i = 0; i < SavedViews::mostRecent + 5; ++i)
            views.remember(u"audit"_s, u"ticket:%1"_s.arg(i));
        views.remember(u"audit"_s, u"ticket:10"_s);
        views.remember(u"audit"_s, u"  "_s);
        const QStringList recent = views.recent(u"audit"_s);
        QCOMPARE(recent.size(), SavedViews::mostRecent);
        QCOMPARE(recent.constFirst(), u"ticket:10"_s);
        QCOMPARE(recent.count(u"ticket:10"_s), 1);
        QCOMPARE(SavedViews(path()).recent(u"audit"_s), recent);
    }

    void noKeyIsWritten()
    {
        const QString secret = u"pco_"_s + QString(43, u'q');
        SavedViews views(path());
        views.remember(u"audit"_s, u"text "_s + secret);
        views.save({u"audit"_s, u"key"_s, secret});
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!bytes.contains(secret.toLatin1()));
    }

    void whatCannotBeReadIsPutAside()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\": 99}");
        file.close();
        SavedViews views(path());
        QVERIFY(views.of(u"audit"_s).isEmpty());
        QVERIFY(QFile::exists(path() + u".unreadable"_s));
    }

    void whatCannotBeWrittenIsSaid()
    {
        SavedViews views(u"/dev/null/views.json"_s);
        QVERIFY(!views.save({u"audit"_s, u"mine"_s, u"actor:ops-1"_s}).isEmpty());
        QCOMPARE(views.of(u"audit"_s).size(), 1); // it holds for this window
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(u"views.json"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
