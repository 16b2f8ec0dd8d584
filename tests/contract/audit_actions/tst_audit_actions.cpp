// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/audit_actions/audit_action.h"

#include <QSet>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

class TestAuditActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreTheActionsNames()
    {
        QSet<QString> texts;
        QSet<QString> sentences;
        for (const AuditActionRow &row : auditActions()) {
            const QString text = toText(row.action);
            QCOMPARE(text.count(u'.'), 1); // "subject.verb": a filter takes "subject.*"
            QCOMPARE(auditActionOf(text), row.action);
            QCOMPARE(&auditAction(row.action), &row);
            QVERIFY(!toText(row.subject).isEmpty());
            texts.insert(text);
            sentences.insert(QString::fromLatin1(row.sentence));
        }
        QCOMPARE(texts.size(), qsizetype(auditActions().size()));
        QCOMPARE(sentences.size(), qsizetype(auditActions().size()));
        QVERIFY(!sentences.contains(QString()));
    }

    void anActionOfANewerServiceIsUnknown()
    {
        for (const QString &text : {u"future.act"_s, u"credential"_s, u"Credential.revoke"_s, QString()})
            QCOMPARE(auditActionOf(text), AuditAction::Unknown);
    }

    void whatTakesOrGivesAllIsOfHighImpact()
    {
        const auto of = [](Impact impact) {
            QStringList actions;
            for (const AuditActionRow &row : auditActions())
                if (row.impact == impact)
                    actions.append(toText(row.action));
            return actions;
        };
        QCOMPARE(of(Impact::Gives),
                 (QStringList{u"partner.promote"_s, u"observation.begin"_s, u"observation.extend"_s}));
        QCOMPARE(of(Impact::Takes),
                 (QStringList{u"partner.freeze"_s, u"credential.revoke"_s, u"version.end"_s}));
    }

    void whoIsNoOperatorIsNamed()
    {
        for (const ActorKind kind : {ActorKind::Client, ActorKind::Host, ActorKind::Platform})
            QCOMPARE(actorKindOf(toText(kind)), kind);
        QCOMPARE(actorKindOf(u"security"_s), ActorKind::Operator); // a role
        QCOMPARE(actorKindOf({}), ActorKind::Operator);
    }
};

QTEST_GUILESS_MAIN(TestAuditActions)
#include "tst_audit_actions.moc"
