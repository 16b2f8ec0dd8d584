// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "models/partners/partner_model.h"
#include "tests/models/model_fixture.h"

#include <QJsonDocument>
#include <QTest>

namespace pc::test {

/// For a test of staged edits: an editor that has loaded one partner whose grant the test may change. The
/// test inherits it beside QObject, and its init() and cleanup() call open() and close().
class GrantFixture
{
protected:
    void open()
    {
        using namespace Qt::StringLiterals;
        m_fixture = std::make_unique<ModelFixture>();
        m_fixture->transport.reply("GET", u"/scopes"_s, pageOf(sampleScopes())).always();
        m_fixture->transport.reply("GET", u"/plans"_s, pageOf(samplePlans())).always();
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>())).always();
        m_fixture->transport.reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner())).always();
        m_fixture->transport.reply("GET", u"/partners/prt_0001/gates"_s, toJson(StageGates{})).always();
        m_grant = sampleGrant();
        m_fixture->transport
            .on("GET", u"/partners/prt_0001/grant"_s,
                [this](const SentRequest &) {
                    return ScriptedTransport::response(200, QJsonDocument(toJson(m_grant)).toJson());
                })
            .always();
        m_catalogue = std::make_unique<models::CatalogueModel>(m_fixture->access, m_fixture->feed);
        m_partner =
            std::make_unique<models::PartnerModel>(m_fixture->partners, m_fixture->access, m_fixture->feed);
        m_editor = std::make_unique<models::GrantEditor>(*m_partner, *m_catalogue, m_fixture->clock);
        QVERIFY(!m_editor->isReady());
        m_catalogue->ensureLoaded();
        m_partner->setPartnerId(u"prt_0001"_s);
        QTRY_VERIFY(m_editor->isReady() && m_catalogue->hasValue() && m_partner->hasValue());
    }
    void close()
    {
        m_editor.reset();
        m_partner.reset();
        m_catalogue.reset();
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    Grant m_grant;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<models::CatalogueModel> m_catalogue;
    std::unique_ptr<models::PartnerModel> m_partner;
    std::unique_ptr<models::GrantEditor> m_editor;
};

} // namespace pc::test
