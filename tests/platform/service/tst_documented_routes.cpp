// SPDX-License-Identifier: GPL-3.0-or-later
// What exists is told: every route of the real service stands in docs/http.md or in contract/openapi.yaml,
// and what stands there exists.
#include "contract/api/exit_codes.h"
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
        static const QRegularExpression option(u"--[a-z][a-z-]+"_s);
        const QString guide = page(u"docs/operations.md"_s);
        const QList<QStringList> commands = commandsBelow({});
        for (const QStringList &command : commands) {
            QVERIFY2(guide.contains(QString(u"partner-platform "_s + command.first())),
                     qPrintable(command.join(u' ')));
            QVERIFY2(guide.contains(command.last()), qPrintable(command.join(u' ')));
            const QString help = helpOf(command);
            QVERIFY2(help.startsWith(u"Usage: partner-platform "_s + command.join(u' ')),
                     qPrintable(command.join(u' ')));
            for (const QString &line : help.split(u'\n'))
                QVERIFY2(line.size() <= 80, qPrintable(line));
            for (auto it = option.globalMatch(help); it.hasNext();) {
                const QString flag = it.next().captured(0);
                QVERIFY2(flag == u"--help"_s || guide.contains(flag),
                         qPrintable(QString(command.join(u' ') + u' ' + flag)));
            }
        }
        QCOMPARE(commands.size(), 26);
    }

    // The table by which every command ends, in the program's help and in the guide.
    void everyExitCodeIsTold()
    {
        const QString guide = page(u"docs/operations.md"_s);
        const QString help = helpOf({});
        for (const pc::ExitCodeRow &row : pc::exitCodes()) {
            const QString code = QString::number(static_cast<int>(row.code));
            const QString meaning = QString::fromLatin1(row.meaning);
            QVERIFY2(help.contains(u"\n  %1  %2\n"_s.arg(code, meaning)), qPrintable(help));
            QVERIFY2(guide.contains(u"\n  | %1 | %2 |"_s.arg(code, meaning)), qPrintable(meaning));
        }
    }

private:
    /// With those of groups.
    static QList<QStringList> commandsBelow(const QStringList &path)
    {
        static const QRegularExpression command(u"^  ([a-z]+)  "_s, QRegularExpression::MultilineOption);
        QList<QStringList> found;
        const QString help = helpOf(path);
        for (auto each = command.globalMatch(help); each.hasNext();) {
            found.append(path + QStringList{each.next().captured(1)});
            found += commandsBelow(found.last());
        }
        return found;
    }
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
