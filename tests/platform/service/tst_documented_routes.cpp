// SPDX-License-Identifier: GPL-3.0-or-later
// What exists is told: every route of the real service stands in docs/http.md or in contract/openapi.yaml,
// and what stands there exists.
#include "contract/api/operations.h"
#include "platform/service/service.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

QString page(const QString &name)
{
    QFile file(QStringLiteral(PC_SOURCE_DIR) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// "GET /path" for every `METHOD /path` in code marks.
QSet<QString> told(const QString &text)
{
    static const QRegularExpression mark(u"`((?:GET|POST|PUT|PATCH|DELETE|ANY) /[^` ]*)`"_s);
    QSet<QString> found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

} // namespace

class TestDocumentedRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto data = DataDirectory::open(m_dir.filePath(u"data"_s));
        QVERIFY(data);
        m_data = std::make_unique<DataDirectory>(std::move(*data));
        ServeOptions options;
        options.dataDirectory = m_data->path();
        options.gatewaySocket = m_dir.filePath(u"gateway"_s);
        auto started = Service::start(options, *m_data, m_log);
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_service = std::move(*started);
    }
    void cleanupTestCase() { m_service.reset(); }

    void everyRouteIsTold()
    {
        QSet<QString> known = told(page(u"docs/http.md"_s));
        for (const pc::Operation &operation : pc::operations())
            known.insert(QString::fromLatin1(operation.method) + u" /admin/v1"_s +
                         QString::fromLatin1(operation.path));
        QSet<QString> served;
        for (const QString &route : m_service->routes())
            served.insert(route);
        QVERIFY(served.size() > 40);
        const QStringList untold = (served - known).values();
        QVERIFY2(untold.isEmpty(), qPrintable(untold.join(u", "_s)));
        const QStringList absent = (known - served).values();
        QVERIFY2(absent.isEmpty(), qPrintable(absent.join(u", "_s)));
    }

    void healthAddressesAreInTheGuides()
    {
        for (const QString &name : {u"README.md"_s, u"docs/operations.md"_s}) {
            for (const QString &address : {u"/livez"_s, u"/readyz"_s})
                QVERIFY2(page(name).contains(address), qPrintable(QString(name + address)));
        }
        QVERIFY(page(u"contract/openapi.yaml"_s).contains(u"/readyz"_s));
    }

    // Every command of the program, and every option that its help knows.
    void everyOptionIsInTheGuide()
    {
        static const QRegularExpression command(u"^  ([a-z]+) "_s, QRegularExpression::MultilineOption);
        static const QRegularExpression option(u"--[a-z][a-z-]+"_s);
        const QString guide = page(u"docs/operations.md"_s);
        int commands = 0;
        for (auto each = command.globalMatch(helpOf({})); each.hasNext();) {
            const QString name = each.next().captured(1);
            ++commands;
            QVERIFY2(guide.contains(QString(u"partner-platform "_s + name)), qPrintable(name));
            const QString help = helpOf({name});
            QVERIFY2(help.contains(u"Usage:"_s), qPrintable(name));
            for (auto it = option.globalMatch(help); it.hasNext();) {
                const QString flag = it.next().captured(0);
                QVERIFY2(flag == u"--help"_s || guide.contains(flag),
                         qPrintable(QString(name + u' ' + flag)));
            }
        }
        QVERIFY(commands >= 5);
    }

private:
    static QString helpOf(const QStringList &command)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(PC_BINARY_DIR "/bin/partner-platform"),
                      command + QStringList{u"--help"_s});
        return program.waitForFinished(10'000) ? QString::fromUtf8(program.readAll()) : QString();
    }

    QTemporaryDir m_dir;
    Log m_log{[](const QByteArray &) {}};
    std::unique_ptr<DataDirectory> m_data;
    std::unique_ptr<Service> m_service;
};

QTEST_GUILESS_MAIN(TestDocumentedRoutes)
#include "tst_documented_routes.moc"
