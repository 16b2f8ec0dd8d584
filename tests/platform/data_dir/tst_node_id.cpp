// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/node_id.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

class TestNodeId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsMadeOnce()
    {
        QTemporaryDir dir;
        QTemporaryDir other;
        const auto made = nodeId(dir.path(), m_random);
        QVERIFY(made);
        static const QRegularExpression shape(u"\\Anod_[0-9A-Za-z]{12}\\z"_s);
        QVERIFY2(shape.match(*made).hasMatch(), qPrintable(*made));
        QCOMPARE(nodeId(dir.path(), m_random).value(), *made);
        QVERIFY(nodeId(other.path(), m_random).value() != *made);
        QCOMPARE(QFile::permissions(dir.filePath(u"node-id"_s)) & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
    }

    /// Another id in its place would make this directory another node, unseen.
    void whatIsNoIdIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("nod_abc");
        QTest::newRow("long") << QByteArray("nod_0123456789abc");
        QTest::newRow("another prefix") << QByteArray("prt_0123456789ab");
        QTest::newRow("other characters") << QByteArray("nod_0123456789a-");
    }
    void whatIsNoIdIsRefused()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir dir;
        QFile file(dir.filePath(u"node-id"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto refused = nodeId(dir.path(), m_random);
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(u"node-id"_s), qPrintable(refused.error()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void aDirectoryThatCannotBeWrittenSaysSo()
    {
        QTemporaryDir dir;
        const auto refused = nodeId(dir.filePath(u"nowhere"_s), m_random);
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(u"node-id"_s), qPrintable(refused.error()));
    }

private:
    SystemRandom m_random;
};

QTEST_GUILESS_MAIN(TestNodeId)
#include "tst_node_id.moc"
