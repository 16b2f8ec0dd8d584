// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/credential_kind_text.h"

#include "contract/rules/credential_kinds.h"

#include <QSet>
#include <QTest>

using namespace pc;
using namespace pc::models;

/// The two tables of kinds fit together: what a kind does, and how it is shown.
class TestCredentialKindText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsShown()
    {
        QSet<QByteArray> names{kindTexts(CredentialKind::Unknown).name};
        for (const rules::CredentialKindTraits &traits : rules::credentialKinds()) {
            const CredentialKindTexts &row = kindTexts(traits.kind);
            const QByteArray kind = toText(traits.kind).toLatin1();
            QVERIFY2(row.kind == traits.kind, kind);
            names.insert(row.name);
            for (const char *text : {row.icon, row.name, row.idName, row.note})
                QVERIFY2(*text, kind);
            if (traits.imported) { // nothing is chosen, issued or pasted
                for (const char *text : {row.issued, row.choice, row.caution})
                    QVERIFY2(!*text, kind);
                continue;
            }
            for (const char *text : {row.issued, row.choice})
                QVERIFY2(*text, kind);
            QVERIFY2(QByteArray(row.issued).contains("%1"), kind);
            QVERIFY2((*traits.variable != '\0') == traits.secret.has_value(), kind);
            // What goes along with every call can leak with each: that is said before it is issued.
            QVERIFY2((*row.caution != '\0') == (traits.authentication == rules::Authentication::EveryCall),
                     kind);
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(rules::credentialKinds().size()) + 1);
    }

    void theFirstIsRecommended()
    {
        const CredentialKind first = rules::credentialKinds().front().kind;
        QVERIFY(QByteArray(kindTexts(first).choice).contains("recommended"));
    }

    void anUnknownKindHasAName()
    {
        const CredentialKindTexts &row = kindTexts(CredentialKind::Unknown);
        QCOMPARE(row.kind, CredentialKind::Unknown);
        QVERIFY(*row.icon && *row.name && *row.idName && *row.issued);
        QVERIFY(QByteArray(row.issued).contains("%1"));
        QVERIFY(!*row.choice && !*row.note && !*row.caution);
        QCOMPARE(&kindTexts(static_cast<CredentialKind>(99)), &row);
    }
};

QTEST_APPLESS_MAIN(TestCredentialKindText)
#include "tst_credential_kind_text.moc"
