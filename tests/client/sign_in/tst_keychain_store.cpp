// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sign_in/keychain_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace Qt::StringLiterals;

/// A real keyring: libsecret's own, in a file, as its tests use it (SECRET_FILE_TEST_PATH). Each step begins
/// with a store that knows nothing yet, as each has its own way to find out that there is a keyring.
class TestKeychainStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("SECRET_BACKEND", "file");
        qputenv("SECRET_FILE_TEST_PATH", m_dir.filePath(u"default.keyring"_s).toLocal8Bit());
        qputenv("SECRET_FILE_TEST_PASSWORD", "of-this-test-only");
    }

    void whatIsWrittenIsReadByAnother()
    {
        QCOMPARE(write("first"), u"ok"_s);
        QCOMPARE(read(), u"first"_s);
        QCOMPARE(write("second"), u"ok"_s);
        QCOMPARE(read(), u"second"_s);
        QCOMPARE(read(u"another"_s), u"not found"_s);
    }

    void whatIsRemovedIsGone()
    {
        QCOMPARE(write("first"), u"ok"_s);
        QCOMPARE(remove(), u"ok"_s);
        QCOMPARE(read(), u"not found"_s);
        QCOMPARE(remove(), u"ok"_s); // it is not there: that is what was wanted
    }

    void whoIsGoneIsNotCalled()
    {
        KeychainStore store(u"partner-console-test"_s);
        QSignalSpy kinds(&store, &SecretStore::kindChanged);
        auto context = std::make_unique<QObject>();
        const auto called = [](const auto &) { QFAIL("gone"); };
        store.write(u"token"_s, Secret::copyOf("kept"), context.get(), called);
        store.read(u"token"_s, context.get(), called);
        store.remove(u"other"_s, context.get(), called);
        context.reset();
        QTRY_COMPARE(store.kind(), SecretStoreKind::Keyring);
        QTRY_VERIFY(store.children().isEmpty()); // every job has ended
        QCOMPARE(kinds.count(), 1);
        QCOMPARE(read(), u"kept"_s);
    }

private:
    static void known(const KeychainStore &store) { QCOMPARE(store.kind(), SecretStoreKind::Keyring); }

    QString write(QByteArrayView text)
    {
        KeychainStore store(u"partner-console-test"_s);
        QString said;
        store.write(u"token"_s, Secret::copyOf(text), this,
                    [&](const SecretStoreResult<void> &result) { said = result ? u"ok"_s : u"error"_s; });
        (void)QTest::qWaitFor([&] { return !said.isEmpty(); });
        known(store);
        return said;
    }
    QString read(const QString &name = u"token"_s)
    {
        KeychainStore store(u"partner-console-test"_s);
        QString said;
        store.read(name, this, [&](const SecretStoreResult<Secret> &result) {
            said = result                                               ? QString::fromLatin1(result->view())
                   : result.error().fault == SecretStoreFault::NotFound ? u"not found"_s
                                                                        : u"error"_s;
        });
        (void)QTest::qWaitFor([&] { return !said.isEmpty(); });
        known(store);
        return said;
    }
    QString remove()
    {
        KeychainStore store(u"partner-console-test"_s);
        QString said;
        store.remove(u"token"_s, this,
                     [&](const SecretStoreResult<void> &result) { said = result ? u"ok"_s : u"error"_s; });
        (void)QTest::qWaitFor([&] { return !said.isEmpty(); });
        known(store);
        return said;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychain_store.moc"
