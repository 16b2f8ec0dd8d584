// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/imports/imports_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "tests/support/scripted_transport.h"
#include "views/seams/import_places.h"

#include <QFile>
#include <QJsonDocument>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::TransportResult;

namespace {

const QDateTime theDay({2025, 11, 21}, {10, 24}, Qt::UTC);

LegacyKeyState imported(const QString &id, CredentialKind kind, const QString &name, const QString &partner,
                        int days)
{
    LegacyKeyState key;
    key.credentialId = id;
    key.kind = kind;
    key.name = name;
    key.partnerId = u"prt_"_s + partner.left(4).toLower();
    key.partnerName = partner;
    key.realm = Realm::Production;
    key.state = days > 0 ? CredentialState::Active : CredentialState::Expired;
    key.importedAt = theDay.addDays(-60);
    key.deadline = theDay.addDays(days);
    if (kind == CredentialKind::LegacyKey) {
        key.scheme = KeyScheme::Sha256;
        key.header = u"X-Partner-Key"_s;
    } else {
        key.clientId = name;
    }
    return key;
}

} // namespace

LegacyKeyReport ImportsFixture::someKeys()
{
    LegacyKeyState soon =
        imported(u"crd_1"_s, CredentialKind::LegacyKey, u"warehouse"_s, u"Cardinal Payroll"_s, 12);
    soon.lastUsedAt = theDay.addSecs(-7200);
    soon.calls30d = 41250;
    LegacyKeyState id =
        imported(u"crd_2"_s, CredentialKind::LegacyClientId, u"bluefin-backend"_s, u"Bluefin Freight"_s, 80);
    id.successorId = u"crd_9dK2xVq7Lm3NtC5u"_s;
    id.contact = u"tech@bluefin.example"_s;
    LegacyKeyState slow =
        imported(u"crd_3"_s, CredentialKind::LegacyKey, u"scanner"_s, u"Bluefin Freight"_s, 120);
    slow.scheme = KeyScheme::Bcrypt;
    const LegacyKeyState over =
        imported(u"crd_4"_s, CredentialKind::LegacyKey, u"old"_s, u"Cardinal Payroll"_s, -3);
    LegacyKeyReport report;
    report.left = 3;
    report.clientIds = 1;
    report.neverUsed = 2;
    report.waiting = 1;
    report.withoutSuccessor = 2;
    report.over = 1;
    report.keys = {soon, id, slow, over};
    return report;
}

ImportReport ImportsFixture::someRows()
{
    ImportReport report;
    report.created = report.updated = report.unchanged = report.refused = 1;
    report.rows = {{2, u"hafen-kontor"_s, ImportOutcome::Create, {}, {}, {}, {}, {}},
                   {3,
                    u"nordlicht"_s,
                    ImportOutcome::Update,
                    u"prt_1"_s,
                    {u"name"_s},
                    {{u"name"_s, u"Nordlicht"_s, u"Nordlicht Logistik"_s}},
                    {u"scopes"_s},
                    {}},
                   {4, u"acme"_s, ImportOutcome::Unchanged, u"prt_2"_s, {}, {}, {}, {}},
                   {5,
                    u"south"_s,
                    ImportOutcome::Refused,
                    {},
                    {},
                    {},
                    {},
                    {{u"/owner"_s, u"unknown_value"_s, u"There is no such operator."_s}}}};
    return report;
}

ImportsFixture::ImportsFixture(Role role, const LegacyKeyReport &report) : campaign(report)
{
    pages.commands.addGroup(u"partner"_s, u"Partner"_s);
    pages.commands.addGroup(u"credential"_s, u"Credential"_s);
    pages.service->session.roles = {role};
    pages.service->session.permissions = permissionsOf({role});
    pages.connection->keeper().start();
    pages.service->first = [this](const SampleService::Asked &one) { return answer(one); };
    acts = new views::ImportActs(pages.context, &pages.window);
    settle();
}

ImportsFixture::~ImportsFixture()
{
    delete page;
    while (QWidget *child = pages.window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    delete acts;
}

void ImportsFixture::openPage()
{
    page = new views::LegacyPage(pages.context);
    page->open(views::places::importedKeysPage());
    pages.show(page);
    settle();
}

views::TableImportDialog *ImportsFixture::openDialog(models::ImportKind kind)
{
    if (!pages.window.isVisible())
        pages.show(new QWidget);
    pages.commands.run(views::ImportActs::idOf(kind));
    settle();
    const QList<views::TableImportDialog *> all = pages.window.findChildren<views::TableImportDialog *>();
    return all.isEmpty() ? nullptr : all.last();
}

QString ImportsFixture::file(const QString &name, const QByteArray &bytes)
{
    QFile file(m_dir.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

std::optional<TransportResult> ImportsFixture::answer(const SampleService::Asked &one)
{
    if (first)
        if (auto own = first(one))
            return own;
    if (one.path == "/legacy-keys"_L1)
        return ScriptedTransport::response(200, QJsonDocument(toJson(campaign)).toJson());
    if (!one.path.startsWith("/imports/"_L1))
        return {};
    const bool applies = one.query.contains({u"apply"_s, u"true"_s});
    asked.append(one.path.mid(9) + (applies ? u" apply"_s : QString()));
    ImportReport report = rows;
    report.applied = applies && report.refused == 0;
    return ScriptedTransport::response(200, QJsonDocument(toJson(report)).toJson());
}

} // namespace pc::test
