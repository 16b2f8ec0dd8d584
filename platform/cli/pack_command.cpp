// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/pack_command.h"

#include "contract/codec/codecs.h"
#include "contract/pack/lacks.h"
#include "contract/pack/pack_files.h"
#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/local/local_admin.h"

#include <QSaveFile>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownPackText = 300;

struct PackOptions
{
    QString partner;
    QString data;
    QString account;
    QString file; ///< empty: as the pack is called, where the command runs
    Realm realm = Realm::Sandbox;
    pack::Language language = pack::Language::English;
};

/// The id of the partner with this id or short name.
tl::expected<QString, Failure> partnerIdFor(const LocalAdmin &admin, const QString &named)
{
    QUrlQuery query;
    query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(named)));
    query.addQueryItem(u"limit"_s, QString::number(numberParameter("limit").most)); // of what is similar
    const auto list = admin.read({Op::PartnerList, {}, query.toString(QUrl::FullyEncoded).toLatin1()});
    if (!list)
        return failed(
            u"the partners cannot be listed: %1"_s.arg(plainText(list.error().text, shownPackText)));
    const auto partners = pageFromJson<Partner>(*list);
    if (!partners)
        return failed(u"the service gave an answer that this program cannot read"_s);
    const auto found =
        std::find_if(partners->items.begin(), partners->items.end(),
                     [&named](const Partner &each) { return each.id == named || each.slug == named; });
    if (found == partners->items.end())
        return failed(u"there is no partner with the id or short name %1"_s.arg(named));
    return found->id;
}

QString lackLine(const pack::LackOf &lack)
{
    switch (lack.lack) {
    case pack::Lack::Closed:
        return u"the partner may not call in this realm now"_s;
    case pack::Lack::NothingGranted:
        return u"no call is granted in this realm"_s;
    case pack::Lack::NoCredential:
        return u"no credential for this realm yet"_s;
    case pack::Lack::NoClient:
        return u"no OAuth client, only keys"_s;
    case pack::Lack::NoNetwork:
        return u"no network from which calls are let through"_s;
    case pack::Lack::NoDescription:
        return u"there is no OpenAPI description of %1"_s.arg(plainText(lack.api, shownPackText));
    case pack::Lack::OwnAddress:
        break;
    }
    return u"%1 has no host: its address is the platform's own"_s.arg(plainText(lack.api, shownPackText));
}

Outcome writePack(const PackOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto admin = LocalAdmin::signIn(options.data, options.account);
    if (!admin)
        return failed(
            u"cannot act as %1: %2"_s.arg(options.account, plainText(admin.error().text, shownPackText)));
    const auto partner = partnerIdFor(*admin, options.partner);
    if (!partner)
        return tl::make_unexpected(partner.error());
    const auto answer =
        admin->read({Op::PackGet, {{"partner_id", *partner}}, "realm=" + toText(options.realm).toLatin1()});
    if (!answer)
        return failed(u"there is no pack: %1"_s.arg(plainText(answer.error().text, shownPackText)));
    const auto value = fromJson<PartnerPack>(*answer);
    if (!value)
        return failed(u"the service gave an answer that this program cannot read"_s);
    const QString path = options.file.isEmpty() ? pack::packName(*value) + u".zip"_s : options.file;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pack::archiveOf(*value, options.language)) < 0 ||
        !file.commit())
        return failed(u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    say(u"Wrote %1"_s.arg(path));
    const QList<pack::LackOf> lacks = pack::lacksOf(*value);
    for (const pack::LackOf &lack : lacks)
        say(u"  Missing: "_s + lackLine(lack));
    return ExitCode::Done;
}

} // namespace

Command packCommand()
{
    const auto options = std::make_shared<PackOptions>();
    Command command;
    command.name = u"pack"_s;
    command.summary = u"writes what a partner's developer needs"_s;
    command.text =
        u"Asks the running service, as one of its operators, for what a partner may do, and writes one "
        "ZIP file of it: a page to read, OpenAPI descriptions of the granted calls only, error codes, "
        "limits, a calendar, and programs in four languages. No secret is in it."_s;
    command.operands = {{u"PARTNER"_s, values::text(options->partner)}};
    command.options = {
        dataOption(options->data),
        {u"--as"_s, u"ACCOUNT"_s, u"the operator who asks"_s, values::text(options->account), true},
        {u"--realm"_s, u"REALM"_s, u"sandbox or production (default: sandbox)"_s,
         [options](const QString &value) -> Taken {
             if (value != u"sandbox" && value != u"production")
                 return tl::make_unexpected(u"is sandbox or production"_s);
             options->realm = value == u"production" ? Realm::Production : Realm::Sandbox;
             return {};
         }},
        {u"--language"_s, u"LANGUAGE"_s, u"en or de (default: en)"_s,
         [options](const QString &value) -> Taken {
             if (value != u"en" && value != u"de")
                 return tl::make_unexpected(u"is en or de"_s);
             options->language = value == u"de" ? pack::Language::German : pack::Language::English;
             return {};
         }},
        {u"--output"_s, u"FILE"_s, u"where to (default: partner-pack-NAME-REALM.zip here)"_s,
         values::text(options->file)},
    };
    command.run = [options] { return writePack(*options); };
    return command;
}

} // namespace pc::platform
