// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/api/audit_client.h"
#include "client/api/calls_client.h"
#include "client/api/catalogue_client.h"
#include "client/api/changes_client.h"
#include "client/api/credentials_client.h"
#include "client/api/jobs_client.h"
#include "client/api/observations_client.h"
#include "client/api/partners_client.h"
#include "client/api/plans_client.h"
#include "client/api/scopes_client.h"
#include "client/api/session_client.h"
#include "client/api/usage_client.h"
#include "client/api/versions_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "models/base/change_feed.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QCoreApplication>

namespace pc::test {

/// All clients above one scripted network and one clock, and a feed that a test can make speak.
struct ModelFixture
{
    ManualClock clock;
    ScriptedTransport transport;
    client::SessionToken token{Secret::copyOf("token-1")};
    client::ApiCaller api{transport, token, clock};
    client::SessionClient sessions{api};
    client::PartnersClient partners{api};
    client::CredentialsClient credentials{api};
    client::AccessClient access{api};
    client::CatalogueClient catalogue{api};
    client::ObservationsClient observations{api};
    client::VersionsClient versions{api};
    client::ScopesClient scopes{api};
    client::PlansClient plans{api};
    client::UsageClient usage{api};
    client::CallsClient calls{api};
    client::AuditClient audit{api};
    client::JobsClient jobs{api};
    client::ChangesClient changes{api};
    models::ChangeFeed feed{changes, clock};

    static void spin()
    {
        for (int i = 0; i < 12; ++i)
            QCoreApplication::processEvents();
    }
    /// The feed says that something changed, and everybody has had time to fetch it.
    void tell(ChangeKind kind, const QString &about = {}, const QString &partnerId = {})
    {
        Q_EMIT feed.changed(changeAbout(kind, about, partnerId));
        clock.advance(std::chrono::seconds(6));
        spin();
    }
    void tellReset()
    {
        Q_EMIT feed.reset();
        clock.advance(std::chrono::milliseconds(1));
        spin();
    }
};

} // namespace pc::test
