// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/expiring.h"

#include <QtTest>

using namespace pc;
using namespace pc::rules;

class TestExpiring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Warned of is what somebody can see to: each state in which an end can be moved by a rotation.
    void whatCanBeRotated()
    {
        using State = CredentialState;
        for (const State state : {State::Unknown, State::Pending, State::Active, State::Rotating,
                                  State::Suspended, State::Expired, State::Void, State::Revoked}) {
            Credential credential;
            credential.kind = CredentialKind::ClientSecret;
            credential.state = state;
            CredentialFacts facts = factsOf(credential);
            facts.emergency = true;
            const bool rotates = !refusalOf(Op::CredentialRotate, facts);
            QVERIFY2(canExpire(state) == rotates, qPrintable(toText(state)));
            QVERIFY2(std::count(expiringStates.begin(), expiringStates.end(), state) == (rotates ? 1 : 0),
                     qPrintable(toText(state)));
        }
    }

    void withinDays()
    {
        const QDateTime now({2026, 3, 2}, {12, 0}, Qt::UTC);
        Credential credential;
        credential.state = CredentialState::Active;
        const auto expiring = [&](const QDateTime &end, int days = expiringSoonDays) {
            credential.expiresAt = end;
            return isExpiring(credential, now, days);
        };
        QVERIFY(!expiring({}));
        QVERIFY(!expiring(now));
        QVERIFY(expiring(now.addMSecs(1)));
        QVERIFY(expiring(now.addDays(14)));
        QVERIFY(!expiring(now.addDays(14).addMSecs(1)));
        QVERIFY(expiring(now.addDays(3), 3));
        QVERIFY(!expiring(now.addDays(4), 3));
        QVERIFY(!expiring(now.addSecs(1), 0));
        credential.state = CredentialState::Suspended;
        QVERIFY(!expiring(now.addDays(1)));
    }
};

QTEST_APPLESS_MAIN(TestExpiring)
#include "tst_expiring.moc"
