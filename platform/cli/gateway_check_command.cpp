// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_check_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/gateway_name.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/gateway/gateway_prober.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/gateway/gateway_verdicts.h"
#include "platform/local/local_service.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCame = 400;
constexpr std::chrono::milliseconds listLook = 2 * GatewayRegistry::lookEvery;

struct GatewayCheckOptions
{
    QString name;
    QString data;
    QString credential;
    QString probeUrl;
    QString probeCa;
    QString upstreamUrl;
    bool json = false;
};

/// What the service lends, and what it tells; a service that is not there tells nothing.
class CheckDesk
{
public:
    explicit CheckDesk(const QString &data) : m_service(data) {}

    /// Why there is nothing to go on with; empty: there is.
    [[nodiscard]] QString begin(const GatewayCheckStart &start, ProbeKit &kit)
    {
        auto begun = m_service.beginCheck(start);
        if (!begun)
            return begun.error().text;
        m_id = begun->id;
        kit.marker = begun->marker.toLatin1();
        kit.serviceUrl = begun->url;
        kit.serviceCaFile = begun->caFile;
        for (const LentToken &token : begun->tokens) {
            QByteArray text = token.text.toLatin1();
            kit.tokens.emplace(token.name, Secret::takeFrom(text));
        }
        return {};
    }
    [[nodiscard]] QList<CheckSighting> seen() const
    {
        const auto seen = m_id.isEmpty() ? FromService<GatewayCheckSeen>() : m_service.seen(m_id);
        return seen ? seen->items : QList<CheckSighting>();
    }
    [[nodiscard]] bool deny(const QString &token) const { return m_service.deny({m_id, token}).has_value(); }

private:
    LocalService m_service;
    QString m_id;
};

void tellFinding(const GatewayFinding &finding)
{
    const Judgement &judged = finding.judgement;
    QString verdict = toText(judged.verdict);
    verdict.replace(u'_', u' ');
    say(u"%1  %2: %3"_s.arg(verdict, -11)
            .arg(QString::fromUtf16(finding.row->asked), plainText(judged.came, shownCame)));
    if (!judged.mend.isEmpty())
        say(u"             "_s + judged.mend);
}

QJsonObject jsonOf(const GatewayObservations &seen, const QList<GatewayFinding> &findings)
{
    QJsonArray checks;
    for (const GatewayFinding &each : findings) {
        QJsonObject check{{u"id"_s, QString::fromLatin1(each.row->id)},
                          {u"asked"_s, QString::fromUtf16(each.row->asked)},
                          {u"came"_s, plainText(each.judgement.came, shownCame)},
                          {u"verdict"_s, toText(each.judgement.verdict)}};
        if (!each.judgement.mend.isEmpty())
            check.insert(u"mend"_s, each.judgement.mend);
        checks.append(check);
    }
    return {{u"gateway"_s, seen.name},
            {u"at"_s, seen.now.toString(Qt::ISODate)},
            {u"verdict"_s, toText(worstOf(findings))},
            {u"checks"_s, checks}};
}

void tellAll(const QList<GatewayFinding> &findings)
{
    const auto number = [&findings](Verdict verdict) {
        return std::count_if(findings.begin(), findings.end(), [verdict](const GatewayFinding &each) {
            return each.judgement.verdict == verdict;
        });
    };
    for (const GatewayFinding &each : findings)
        tellFinding(each);
    say(u"%1 ok, %2 to look at, %3 failed, %4 not checked"_s.arg(
        QString::number(number(Verdict::Ok)), QString::number(number(Verdict::Warn)),
        QString::number(number(Verdict::Fail)), QString::number(number(Verdict::NotChecked))));
}

ExitCode exitCodeOf(Verdict worst)
{
    switch (worst) {
    case Verdict::Ok:
        return ExitCode::Done;
    case Verdict::Fail:
        return ExitCode::Failed;
    case Verdict::Warn:
    case Verdict::NotChecked:
        break;
    }
    return ExitCode::Warned;
}

Outcome checkGateway(const GatewayCheckOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto rules = GatewayRegistry::read(gatewayRegistryFile(options.data));
    if (!rules)
        return failed(rules.error());
    GatewayObservations seen;
    seen.name = options.name;
    for (const GatewayRule &rule : *rules) {
        if (rule.name == options.name)
            seen.rule = rule;
    }
    ProbeKit kit;
    kit.url = options.probeUrl.isEmpty() && seen.rule ? seen.rule->probeUrl : options.probeUrl;
    kit.caFile = options.probeCa.isEmpty() && seen.rule ? seen.rule->probeCaFile : options.probeCa;
    kit.upstreamUrl = options.upstreamUrl;
    kit.marker = "pcheck"; // of the calls that are made without a token, too
    CheckDesk desk(options.data);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (seen.rule && seen.rule->registeredAt.msecsTo(now) < listLook.count())
        QThread::msleep(
            static_cast<unsigned long>(listLook.count())); // a running service looks at its list that often
    seen.notLent = desk.begin({options.name, options.credential}, kit);
    GatewayProber prober(
        std::move(kit), [&desk] { return desk.seen(); },
        [&desk](const QString &token) { return desk.deny(token); });
    prober.observe(seen);
    const QList<GatewayFinding> findings = judgeGateway(seen);
    if (options.json)
        say(QString::fromUtf8(QJsonDocument(jsonOf(seen, findings)).toJson(QJsonDocument::Indented))
                .trimmed());
    else
        tellAll(findings);
    return exitCodeOf(worstOf(findings));
}

Take plainUrl(QString &into)
{
    return [&into](const QString &value) -> Taken {
        const QUrl url(value, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || !url.userInfo().isEmpty() ||
            (url.scheme() != u"https"_s && url.scheme() != u"http"_s))
            return tl::make_unexpected(u"is not a plain http or https URL"_s);
        into = value;
        return {};
    };
}

Take existingFile(QString &into)
{
    return [&into](const QString &value) -> Taken {
        if (value.isEmpty() || !QFile::exists(value))
            return tl::make_unexpected(u"names a file that does not exist: \"%1\""_s.arg(value));
        into = QDir().absoluteFilePath(value);
        return {};
    };
}

} // namespace

Command gatewayCheckCommand()
{
    const auto options = std::make_shared<GatewayCheckOptions>();
    Command command;
    command.name = u"check"_s;
    command.summary = u"tries an installed gateway, and says what is wrong"_s;
    command.text = u"Calls the probe route through the gateway, rightly and wrongly, and compares what came "
                   u"with what the service saw "
                   "of it. The service, which must run, lends tokens that stand for one of its credentials "
                   "at the probe route and "
                   "nowhere else; they move no counter and leave no call record. Nothing is changed, and the "
                   "API gets no call.\n\n"
                   "What cannot be known is said to be not checked. Ends with 1 when something fails, and "
                   "with 4 when nothing "
                   "fails but something should be looked at, or could not be checked."_s;
    command.operands = {gatewayName(options->name)};
    command.options = {
        dataOption(options->data),
        {u"--probe-url"_s, u"URL"_s,
         u"the probe route through the gateway (default: the one that it is registered with)"_s,
         plainUrl(options->probeUrl)},
        {u"--probe-ca"_s, u"FILE"_s, u"the certificate authority of that URL (default: likewise)"_s,
         existingFile(options->probeCa)},
        {u"--credential"_s, u"CREDENTIAL"_s,
         u"the credential that the tokens stand for (default: any that may call now)"_s,
         values::text(options->credential)},
        {u"--upstream-url"_s, u"URL"_s, u"the API itself: whether this host reaches it around the gateway"_s,
         plainUrl(options->upstreamUrl)},
        {u"--json"_s, {}, u"the findings as one JSON object"_s, values::isGiven(options->json)},
    };
    command.run = [options] { return checkGateway(*options); };
    return command;
}

} // namespace pc::platform
