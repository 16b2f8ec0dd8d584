// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/catalogue_import_command.h"

#include "contract/codec/codecs.h"
#include "contract/rules/field_limits.h"
#include "platform/cli/data_option.h"
#include "platform/cli/description_file.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/local/local_admin.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownText = 600;

struct CatalogueImportOptions
{
    QString file;
    QString data;
    QString account;
    QString api;
    // Of an API that is not there yet; null: not said.
    std::optional<QString> host;
    std::optional<QString> basePath;
    std::optional<QString> audience;
    ScopeRule rule;
    bool notNamed = false;
    bool oneScope = false;
    bool apply = false;
    QString reason;
    QString ticket;
};

Failure failureAt(const QString &what, const LocalFault &fault)
{
    return {u"%1: %2"_s.arg(what, plainText(fault.text, shownText))};
}

QByteArray queryOf(const CatalogueImportOptions &options)
{
    QUrlQuery query;
    query.addQueryItem(u"otherwise"_s, toText(options.rule.otherwise));
    if (!options.rule.prefix.isEmpty())
        query.addQueryItem(u"prefix"_s, options.rule.prefix);
    query.addQueryItem(u"named"_s, options.notNamed ? u"false"_s : u"true"_s);
    query.addQueryItem(u"read_and_write"_s, options.oneScope ? u"false"_s : u"true"_s);
    return query.toString(QUrl::FullyEncoded).toLatin1();
}

/// What was said of an API that is added, of one that is there already: nothing of it is changed here.
tl::expected<void, Failure> checkSame(const Api &api, const CatalogueImportOptions &said)
{
    const std::tuple<const char16_t *, const std::optional<QString> &, const QString &> members[]{
        {u"--host", said.host, api.host},
        {u"--base-path", said.basePath, api.basePath},
        {u"--audience", said.audience, api.audience}};
    for (const auto &[option, wanted, there] : members) {
        if (wanted && *wanted != there)
            return failed(u"the API %1 is there already, with \"%2\" as its %3: change that in the console, "
                          "or leave the option out"_s.arg(plainText(api.name, shownText),
                                                          plainText(there, shownText),
                                                          QString::fromUtf16(option)));
    }
    return {};
}

/// The API of this name or id; made when there is none.
tl::expected<Api, Failure> apiFor(const LocalAdmin &admin, const CatalogueImportOptions &options)
{
    const auto list = admin.read({Op::ApiList});
    if (!list)
        return tl::make_unexpected(failureAt(u"the APIs cannot be listed"_s, list.error()));
    const auto apis = pageFromJson<Api>(*list);
    if (!apis)
        return failed(u"the service gave an answer that this program cannot read"_s);
    const auto found = std::find_if(apis->items.begin(), apis->items.end(), [&options](const Api &each) {
        return each.id == options.api || each.name == options.api;
    });
    if (found != apis->items.end())
        return checkSame(*found, options).map([&found] { return *found; });
    AdminQuestion question{Op::ApiCreate};
    ApiDraft draft;
    draft.name = options.api;
    draft.host = options.host.value_or(QString());
    draft.basePath = options.basePath.value_or(QString());
    draft.audience = options.audience.value_or(QString());
    draft.reason = options.reason.isEmpty() ? u"Its description is imported"_s : options.reason;
    draft.ticket = options.ticket;
    question.body = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    const auto made = admin.read(question);
    if (!made)
        return tl::make_unexpected(failureAt(u"the API %1 cannot be added"_s.arg(options.api), made.error()));
    auto api = fromJson<Api>(*made);
    if (!api)
        return failed(u"the service gave an answer that this program cannot read"_s);
    say(u"Added the API %1 (%2)"_s.arg(plainText(api->name, shownText), api->id));
    return std::move(*api);
}

QString inNumbers(int number, const QString &what)
{
    return u"%1 %2%3"_s.arg(number).arg(what, number == 1 ? QString() : u"s"_s);
}

void tellReview(const RevisionReview &review)
{
    const RevisionCounts &counts = review.revision.counts;
    say(u"%1 %2: OpenAPI %3, %4: %5 new, %6 gone, %7 changed"_s.arg(
        plainText(review.revision.title, shownText), plainText(review.revision.describedVersion, shownText),
        review.revision.openapi, inNumbers(counts.routes, u"route"_s), QString::number(counts.newRoutes),
        QString::number(counts.goneRoutes), QString::number(counts.changedRoutes)));
    say(u"%1, %2 new; %3 no longer needed"_s
            .arg(inNumbers(static_cast<int>(review.scopes.size()), u"scope"_s))
            .arg(counts.newScopes)
            .arg(counts.unusedScopes));
    for (const ScopeNeed &each : review.scopes)
        say(u"  %1 %2%3"_s.arg(each.routes, 6)
                .arg(plainText(each.scope, shownText), each.isNew ? u"  (new)"_s : QString()));
    if (counts.leftOut > 0)
        say(u"Left out: %1"_s.arg(counts.leftOut));
    for (const LeftOutPart &each : review.revision.leftOut)
        say(u"  line %1: %2: %3"_s.arg(QString::number(each.line), plainText(each.what, shownText),
                                       plainText(each.reason, shownText)));
    if (review.brokenPartners == 0) {
        say(u"No partner called in 30 days what would be refused"_s);
        return;
    }
    say(u"It would refuse calls of %1:"_s.arg(inNumbers(review.brokenPartners, u"partner"_s)));
    for (const BrokenPartner &each : review.broken) {
        const QString lacks = each.missingScopes.isEmpty()
                                  ? QString()
                                  : u"; lacks "_s + plainText(each.missingScopes.join(u' '), shownText);
        say(u"  %1 (%2): %3 in 30 days%4"_s.arg(plainText(each.name, shownText), each.partnerId,
                                                inNumbers(static_cast<int>(each.calls30d), u"call"_s),
                                                lacks));
        for (const QString &route : each.routes)
            say(u"      "_s + plainText(route, shownText));
    }
}

tl::expected<void, Failure> applyRevision(const LocalAdmin &admin, const CatalogueImportOptions &options,
                                          const CatalogueRevision &revision)
{
    AdminQuestion look{Op::ApiGet, {{"api_id", revision.apiId}}};
    const auto api = admin.ask(look);
    if (!api)
        return tl::make_unexpected(failureAt(u"the API cannot be read"_s, api.error()));
    AdminQuestion act{Op::RevisionApply, {{"api_id", revision.apiId}, {"revision_id", revision.id}}};
    act.query = "revision_version=" + QByteArray::number(revision.version); // the one that was told
    act.ifMatch = api->etag;
    act.body =
        QJsonDocument(toJson(ActRequest{options.reason, options.ticket})).toJson(QJsonDocument::Compact);
    const auto done = admin.ask(act);
    if (!done)
        return tl::make_unexpected(failureAt(u"it was not applied"_s, done.error()));
    return {};
}

Outcome importCatalogue(const CatalogueImportOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto bytes = readDescriptionFile(options.file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto admin = LocalAdmin::signIn(options.data, options.account);
    if (!admin)
        return tl::make_unexpected(failureAt(u"cannot act as %1"_s.arg(options.account), admin.error()));
    const auto api = apiFor(*admin, options);
    if (!api)
        return tl::make_unexpected(api.error());
    AdminQuestion question{Op::RevisionPropose, {{"api_id", api->id}}, queryOf(options), *bytes};
    const auto proposed = admin->read(question);
    if (!proposed)
        return tl::make_unexpected(failureAt(options.file, proposed.error()));
    const auto revision = fromJson<CatalogueRevision>(*proposed);
    const auto read =
        !revision ? FromService<QJsonObject>(QJsonObject())
                  : admin->read({Op::RevisionGet, {{"api_id", api->id}, {"revision_id", revision->id}}});
    if (!read)
        return tl::make_unexpected(failureAt(u"what it would do cannot be read"_s, read.error()));
    const auto review = fromJson<RevisionReview>(*read);
    if (!revision || !review)
        return failed(u"the service gave an answer that this program cannot read"_s);
    tellReview(*review);
    if (!options.apply) {
        say(u"Proposed as %1; nothing is decided by it yet. Give --apply and --reason, or look at it in the "
            "console"_s.arg(revision->id));
        return ExitCode::Done;
    }
    if (const auto applied = applyRevision(*admin, options, review->revision); !applied)
        return tl::make_unexpected(applied.error());
    say(u"In force since now as %1"_s.arg(revision->id));
    return ExitCode::Done;
}

Taken takeSource(ScopeRule &rule, const QString &value)
{
    rule.otherwise = enumFromText<ScopeSource>(value);
    if (rule.otherwise == ScopeSource::Unknown)
        return tl::make_unexpected(u"is tag, path or one"_s);
    return {};
}

/// A host name has no case, and may be written with the dot of the root (RFC 1034).
Taken takeHost(std::optional<QString> &into, const QString &value)
{
    QString host = value.toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host.isEmpty() || pc::rules::faultOf(pc::rules::limit("ApiDraft", "host"), host))
        return tl::make_unexpected(
            u"wants a host name without scheme and port, such as api.example.net, not \"%1\""_s.arg(
                plainText(value, shownText)));
    into = host;
    return {};
}

/// "/v1/" is "/v1", and "/" what all paths begin with.
Taken takeBasePath(std::optional<QString> &into, const QString &value)
{
    QString path = value;
    while (path.endsWith(u'/'))
        path.chop(1);
    const bool isPath =
        value.startsWith(u'/') && !pc::rules::faultOf(pc::rules::limit("ApiDraft", "base_path"), path);
    if (!isPath)
        return tl::make_unexpected(
            u"wants a path that begins with a slash, such as /v1, without parameters, not \"%1\""_s.arg(
                plainText(value, shownText)));
    into = path;
    return {};
}

Taken takeAudience(std::optional<QString> &into, const QString &value)
{
    QString audience;
    return values::text(audience)(value).map([&into, &audience] { into = audience; });
}

void describeImport(Command &command, CatalogueImportOptions &options)
{
    ScopeRule *rule = &options.rule;
    CatalogueImportOptions *said = &options;
    command.operands = {{u"FILE"_s, values::text(options.file)}};
    command.options = {
        dataOption(options.data),
        {u"--as"_s, u"ACCOUNT"_s, u"the operator whose act it is"_s, values::text(options.account), true},
        {u"--api"_s, u"NAME"_s, u"the API, by its name or id; added when there is none"_s,
         values::text(options.api), true},
        {u"--host"_s, u"HOST"_s, u"of an API that is added: where its gateway serves it (default: any)"_s,
         [said](const QString &value) { return takeHost(said->host, value); }},
        {u"--base-path"_s, u"PATH"_s,
         u"of one that is added: what its paths begin with (default: as described)"_s,
         [said](const QString &value) { return takeBasePath(said->basePath, value); }},
        {u"--audience"_s, u"URI"_s, u"of one that is added: who its tokens are for"_s,
         [said](const QString &value) { return takeAudience(said->audience, value); }},
        {u"--scopes-by"_s, u"SOURCE"_s,
         u"tag, path or one: where the scope of a route comes from that names none (default: tag)"_s,
         [rule](const QString &value) { return takeSource(*rule, value); }},
        {u"--scope-prefix"_s, u"PREFIX"_s, u"before every scope: \"shop.\""_s,
         values::text(options.rule.prefix)},
        {u"--no-named-scopes"_s,
         {},
         u"pass over the scopes that the description names"_s,
         values::isGiven(options.notNamed)},
        {u"--one-scope"_s,
         {},
         u"not one for reading and one for changing"_s,
         values::isGiven(options.oneScope)},
        {u"--apply"_s, {}, u"decide by it from now on"_s, values::isGiven(options.apply)},
        {u"--reason"_s, u"TEXT"_s, u"why; needed to apply it"_s, values::text(options.reason)},
        {u"--ticket"_s, u"TICKET"_s, u"where that is written down"_s, values::text(options.ticket)},
    };
}

} // namespace

Command catalogueImportCommand()
{
    const auto options = std::make_shared<CatalogueImportOptions>();
    Command command;
    command.name = u"import"_s;
    command.summary = u"makes the routes of an API of its description"_s;
    command.text = u"Hands an OpenAPI description (3.0 or 3.1, JSON or YAML, up to 64 MiB) to the running "
                   u"service, as one "
                   "of its operators, and says what it would do: which routes and scopes come and go, and "
                   "whose calls of "
                   "the last 30 days would be refused. Nothing is decided by it before it is applied, here "
                   "with --apply or "
                   "in the console; what was applied can be gone back from there."_s;
    describeImport(command, *options);
    command.check = [options]() -> Taken {
        if (options->apply && options->reason.isEmpty())
            return tl::make_unexpected(u"--apply wants a --reason"_s);
        return {};
    };
    command.run = [options] { return importCatalogue(*options); };
    return command;
}

} // namespace pc::platform
