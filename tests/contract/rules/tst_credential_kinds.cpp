// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/credential_kinds.h"

#include <QSet>
#include <QTest>

using namespace pc;
using namespace pc::rules;

/// One row per kind: what is missing in it is missing everywhere.
class TestCredentialKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasOneRow()
    {
        QSet<CredentialKind> seen;
        for (const CredentialKindTraits &row : credentialKinds()) {
            QVERIFY(row.kind != CredentialKind::Unknown);
            QVERIFY(!seen.contains(row.kind));
            seen.insert(row.kind);
            QCOMPARE(&traitsOf(row.kind), &row);
        }
        for (int i = 1; toText(static_cast<CredentialKind>(i)) != toText(CredentialKind::Unknown); ++i)
            QVERIFY2(seen.remove(static_cast<CredentialKind>(i)),
                     qPrintable(toText(static_cast<CredentialKind>(i))));
        QVERIFY(seen.isEmpty());
    }

    void everyRowIsWhole()
    {
        QSet<int> forms;
        for (const CredentialKindTraits &row : credentialKinds()) {
            const QByteArray kind = toText(row.kind).toLatin1();
            // An imported client id is a name, by which nobody is known alone.
            QCOMPARE(row.authentication == Authentication::None, row.kind == CredentialKind::LegacyClientId);
            if (row.secret) { // told apart by what stands in front of it
                QVERIFY2(*row.secret != CredentialTextType::OneTimeLink, kind);
                QVERIFY2(!forms.contains(static_cast<int>(*row.secret)), kind);
                forms.insert(static_cast<int>(*row.secret));
            }
            if (row.imported) // nothing is made for it, and nothing follows in it
                QVERIFY2(!row.secret && !row.rotates, kind);
        }
    }

    void theFirstIsRecommended()
    {
        QCOMPARE(credentialKinds().front().authentication, Authentication::TokenRequest);
        QVERIFY(!credentialKinds().front().imported);
    }

    void ofAnUnknownKindNothingIsKnown()
    {
        const CredentialKindTraits &row = traitsOf(CredentialKind::Unknown);
        QCOMPARE(row.kind, CredentialKind::Unknown);
        QVERIFY(!row.secret);
        QVERIFY(!row.rotates);
        QCOMPARE(row.authentication, Authentication::None);
        QCOMPARE(&traitsOf(static_cast<CredentialKind>(99)), &row);
    }
};

QTEST_APPLESS_MAIN(TestCredentialKinds)
#include "tst_credential_kinds.moc"
