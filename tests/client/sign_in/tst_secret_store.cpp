// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sign_in/keychain_store.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace Qt::StringLiterals;

/// Operator tokens between sessions: in the keyring, or in memory only and said so; never in a file.
class TestSecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        // No session bus: this process has no keyring, as on a server or over ssh.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QVERIFY(m_home.isValid());
        qputenv("HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toLocal8Bit());
    }

    void memoryKeepsReplacesAndForgets()
    {
        MemorySecretStore store;
        QCOMPARE(store.kind(), SecretStoreKind::MemoryOnly);
        keepsReplacesAndForgets(store);
    }

    void withoutAKeyringItIsMemoryAndSaysSo()
    {
        KeychainStore store(u"partner-console-test"_s);
        QCOMPARE(store.kind(), SecretStoreKind::Undecided);
        QSignalSpy kinds(&store, &SecretStore::kindChanged);
        keepsReplacesAndForgets(store);
        QCOMPARE(store.kind(), SecretStoreKind::MemoryOnly);
        QCOMPARE(kinds.count(), 1);
    }

    /// The trap of QtKeychain's fallback: nothing of the secret may be in any file.
    void nothingIsWrittenToAnyFile()
    {
        KeychainStore store(u"partner-console-test"_s);
        bool done = false;
        store.write(u"token"_s, Secret::copyOf("needle-in-a-file"), this,
                    [&](const SecretStoreResult<void> &result) { done = result.has_value(); });
        QTRY_VERIFY(done);
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("needle-in-a-file"), qPrintable(file.fileName()));
        }
    }

    void nobodyIsCalledWhoIsGone()
    {
        MemorySecretStore store;
        auto context = std::make_unique<QObject>();
        store.read(u"x"_s, context.get(), [](const SecretStoreResult<Secret> &) { QFAIL("gone"); });
        context.reset();
        QCoreApplication::processEvents();
    }

    /// The same without a keyring: nobody is called who is gone, and what was to be kept is kept for this
    /// run.
    void whatWasWrittenIsKeptThoughTheWriterIsGone()
    {
        KeychainStore store(u"partner-console-test"_s);
        auto context = std::make_unique<QObject>();
        const auto called = [](const auto &) { QFAIL("gone"); };
        store.write(u"token"_s, Secret::copyOf("kept"), context.get(), called);
        store.read(u"token"_s, context.get(), called);
        store.remove(u"other"_s, context.get(), called);
        context.reset();
        QTRY_COMPARE(store.kind(), SecretStoreKind::MemoryOnly);
        QTRY_VERIFY(jobs(store) == 0);
        QCOMPARE(read(store), u"kept"_s);
    }

    void oneNameIsNotAnother()
    {
        MemorySecretStore store;
        write(store, "first");
        bool found = true;
        store.read(u"other"_s, this, [&](const SecretStoreResult<Secret> &result) { found = bool(result); });
        QTRY_VERIFY(!found);
        QCOMPARE(read(store), u"first"_s);
    }

private:
    /// Those of QtKeychain that run; the store's own memory is its child, too.
    static qsizetype jobs(const SecretStore &store)
    {
        qsizetype count = 0;
        for (const QObject *child : store.children())
            count += child->inherits("QKeychain::Job") ? 1 : 0;
        return count;
    }
    void keepsReplacesAndForgets(SecretStore &store)
    {
        QCOMPARE(read(store), u"-"_s);
        write(store, "first");
        write(store, "second");
        QCOMPARE(read(store), u"second"_s);
        bool removed = false;
        store.remove(u"token"_s, this, [&](const SecretStoreResult<void> &r) { removed = r.has_value(); });
        QTRY_VERIFY(removed);
        QCOMPARE(read(store), u"-"_s);
        removed = false;
        store.remove(u"token"_s, this, [&](const SecretStoreResult<void> &r) { removed = r.has_value(); });
        QTRY_VERIFY(removed);
    }
    void write(SecretStore &store, QByteArrayView text)
    {
        bool done = false;
        store.write(u"token"_s, Secret::copyOf(text), this,
                    [&](const SecretStoreResult<void> &result) { done = result.has_value(); });
        QVERIFY(!done);
        QTRY_VERIFY(done);
    }
    QString read(SecretStore &store)
    {
        QString text;
        store.read(u"token"_s, this, [&](SecretStoreResult<Secret> result) {
            if (result)
                text = QString::fromLatin1(result->view().toByteArray());
            else
                text = result.error().fault == SecretStoreFault::NotFound ? u"-"_s : u"error"_s;
        });
        (void)QTest::qWaitFor([&] { return !text.isEmpty(); });
        return text;
    }

    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
