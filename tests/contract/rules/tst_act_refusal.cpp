// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/secret_life.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::rules;

namespace {

using State = CredentialState;
using Code = ProblemCode;
constexpr State states[]{State::Unknown,   State::Pending, State::Active, State::Rotating,
                         State::Suspended, State::Expired, State::Void,   State::Revoked};

QString codeOf(const std::optional<ProblemCode> &code)
{
    return code ? toText(*code) : QString();
}

} // namespace

class TestActRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The whole table of the life cycle: a column for each state, in their order.
    void credentialActs_data()
    {
        QTest::addColumn<Op>("op");
        QTest::addColumn<QString>("codes"); // first letters, a dot where it applies
        // Unknown, Pending, Active, Rotating, Suspended, Expired, Void, Revoked
        QTest::newRow("rotate") << Op::CredentialRotate << u"nn.tnnnr"_s;
        QTest::newRow("suspend") << Op::CredentialSuspend << u"nn..nnnr"_s;
        QTest::newRow("resume") << Op::CredentialResume << u"ssss.sss"_s;
        QTest::newRow("revoke") << Op::CredentialRevoke << u".......r"_s;
        QTest::newRow("grace") << Op::CredentialGrace << u"ggg.gngr"_s;
        QTest::newRow("acknowledge") << Op::CredentialAck << u".....n.r"_s;
        QTest::newRow("probe") << Op::CredentialProbe << u"........"_s;
    }
    void credentialActs()
    {
        QFETCH(const Op, op);
        QFETCH(const QString, codes);
        for (std::size_t i = 0; i < std::size(states); ++i) {
            const CredentialFacts facts{.state = states[i],
                                        .inGrace = states[i] == State::Rotating,
                                        .rotates = true,
                                        .generation = GenerationState::Pending};
            const QChar letter = codes.at(qsizetype(i));
            const QString expected = letter == u'n'   ? u"not_active"_s
                                     : letter == u'r' ? u"already_revoked"_s
                                     : letter == u's' ? u"not_suspended"_s
                                     : letter == u'g' ? u"not_rotating"_s
                                     : letter == u't' ? u"two_generations_valid"_s
                                                      : QString();
            QCOMPARE(toText(states[i]) + u' ' + codeOf(refusalOf(op, facts)),
                     toText(states[i]) + u' ' + expected);
        }
    }

    void whatDependsOnMoreThanTheState()
    {
        const CredentialFacts rotating{.state = State::Rotating, .inGrace = true, .rotates = true};
        QCOMPARE(refusalOf(Op::CredentialRotate, rotating), Code::TwoGenerationsValid);
        CredentialFacts emergency = rotating;
        emergency.emergency = true;
        QCOMPARE(refusalOf(Op::CredentialRotate, emergency), std::nullopt);
        emergency.state = State::Suspended;
        QCOMPARE(refusalOf(Op::CredentialRotate, emergency), Code::NotActive);
        // A kind that does not rotate: not now either, whatever else holds; a grace can be ended.
        CredentialFacts lasting{.state = State::Active};
        QCOMPARE(refusalOf(Op::CredentialRotate, lasting), Code::NotRotating);
        lasting.emergency = lasting.inGrace = true;
        QCOMPARE(refusalOf(Op::CredentialRotate, lasting), Code::NotRotating);
        QCOMPARE(refusalOf(Op::CredentialGrace, lasting), std::nullopt);
        lasting.state = State::Revoked;
        QCOMPARE(refusalOf(Op::CredentialRotate, lasting), Code::AlreadyRevoked);
        // A grace goes on while the credential is suspended, and can be ended then.
        QCOMPARE(refusalOf(Op::CredentialGrace, {.state = State::Suspended, .inGrace = true}), std::nullopt);
        QCOMPARE(refusalOf(Op::CredentialGrace, {.state = State::Expired, .inGrace = true}), Code::NotActive);

        const auto ack = [](State state, GenerationState generation, bool acknowledged = false) {
            return refusalOf(Op::CredentialAck,
                             {.state = state, .generation = generation, .acknowledged = acknowledged});
        };
        QCOMPARE(ack(State::Suspended, GenerationState::Pending), std::nullopt);
        QCOMPARE(ack(State::Active, GenerationState::Void), Code::NothingPending);
        QCOMPARE(ack(State::Active, GenerationState::Unknown), Code::NothingPending); // there is none
        QCOMPARE(ack(State::Active, GenerationState::Active, true), Code::AlreadyAcknowledged);
        QCOMPARE(ack(State::Revoked, GenerationState::Revoked, true), Code::AlreadyAcknowledged);
    }

    void partnerActs()
    {
        for (const PartnerStatus status : {PartnerStatus::Unknown, PartnerStatus::Active,
                                           PartnerStatus::Frozen, PartnerStatus::Offboarded}) {
            const bool active = status == PartnerStatus::Active;
            const auto inactive = active ? std::nullopt : std::optional(Code::PartnerNotActive);
            QCOMPARE(refusalOf(Op::PartnerFreeze, PartnerFacts{.status = status}), inactive);
            QCOMPARE(refusalOf(Op::PartnerPromote, PartnerFacts{.status = status}), inactive);
            QCOMPARE(refusalOf(Op::PartnerEdit, PartnerFacts{.status = status}), std::nullopt);
            QCOMPARE(refusalOf(Op::PartnerUnfreeze, PartnerFacts{.status = status}),
                     status == PartnerStatus::Frozen ? std::nullopt : std::optional(Code::NotFrozen));
            for (const Stage stage : {Stage::Unknown, Stage::Sandbox, Stage::Limited, Stage::Production}) {
                const bool production = stage == Stage::Limited || stage == Stage::Production;
                const PartnerFacts inSandbox{status, stage, Realm::Sandbox};
                const PartnerFacts inProduction{status, stage, Realm::Production};
                QCOMPARE(holderRefusal(inSandbox), inactive);
                QCOMPARE(holderRefusal(inProduction),
                         !active || production ? inactive : std::optional(Code::StageTooLow));
                QVERIFY(holderRefusal({status, stage, Realm::Unknown})); // nobody can say where that is
                // Who may not hold one gets none.
                for (const Op op : {Op::CredentialIssue, Op::CredentialRotate})
                    for (const PartnerFacts &facts : {inSandbox, inProduction})
                        QCOMPARE(refusalOf(op, facts), holderRefusal(facts));
            }
        }
        Partner partner;
        partner.status = PartnerStatus::Frozen;
        partner.stage = Stage::Limited;
        const PartnerFacts facts = factsOf(partner, Realm::Production);
        QVERIFY(facts.status == partner.status && facts.stage == partner.stage);
        QVERIFY(facts.realm == Realm::Production);
    }

    /// The row of an operation says whose state it is judged by: then some state refuses it, else none does.
    void everyOperationIsJudgedAsItsRowSays()
    {
        for (const Operation &row : operations()) {
            bool byCredential = false;
            for (const State state : states)
                byCredential = byCredential || refusalOf(row.op, CredentialFacts{.state = state});
            bool byPartner = false;
            for (const PartnerStatus status :
                 {PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded})
                byPartner = byPartner || refusalOf(row.op, PartnerFacts{.status = status});
            const JudgedBy expected = byCredential && byPartner ? JudgedBy::CredentialAndHolder
                                      : byCredential            ? JudgedBy::Credential
                                      : byPartner               ? JudgedBy::Partner
                                                                : JudgedBy::Nothing;
            QVERIFY2(row.judgedBy == expected, row.id);
            QVERIFY2(row.write || expected == JudgedBy::Nothing, row.id);
        }
    }

    void kindsThatRotate()
    {
        for (const CredentialKind kind :
             {CredentialKind::Unknown, CredentialKind::ClientSecret, CredentialKind::ApiKey}) {
            Credential credential;
            credential.kind = kind;
            QCOMPARE(factsOf(credential).rotates, traitsOf(kind).rotates);
        }
        QVERIFY(!factsOf(Credential()).rotates);
    }

    void theOlderOfTwoGenerations()
    {
        Credential credential;
        credential.generations.resize(2);
        credential.generations[0].number = 2;
        credential.generations[0].state = GenerationState::Active;
        credential.generations[1].number = 1;
        credential.generations[1].state = GenerationState::Ended;
        credential.generations[1].graceUntil = QDateTime::currentDateTimeUtc();
        QCOMPARE(generationInGrace(credential), nullptr);
        QVERIFY(!factsOf(credential).inGrace);
        credential.generations[1].state = GenerationState::Grace;
        QCOMPARE(generationInGrace(credential)->number, 1);
        // Suspended, both are shown so; only the older one has an end.
        credential.state = State::Suspended;
        credential.generations[0].state = credential.generations[1].state = GenerationState::Suspended;
        QCOMPARE(generationInGrace(credential)->number, 1);
        QVERIFY(factsOf(credential).inGrace && factsOf(credential).state == State::Suspended);
    }

    /// Whatever it is kept as: a grace has an end, and no generation outlives one.
    void generationsAreValidUntilTheirEnd()
    {
        using Part = GenerationState;
        using End = std::optional<int>;
        for (const Part state : {Part::Unknown, Part::Pending, Part::Active, Part::Grace, Part::Suspended,
                                 Part::Ended, Part::Void, Part::Revoked}) {
            const bool kept = state == Part::Active || state == Part::Grace;
            QCOMPARE(isValid(state, End(), 5), state == Part::Active);
            QCOMPARE(isValid(state, End(6), 5), kept);
            QVERIFY(!isValid(state, End(5), 5));
            QVERIFY(!isValid(state, End(4), 5));
        }
    }

    void gates()
    {
        StageGates one{Stage::Limited, {{u"a"_s, {}, true, {}, {}}, {u"b"_s, {}, false, {}, {}}}};
        QVERIFY(!allPassed(one));
        one.gates[1].passed = true;
        QVERIFY(allPassed(one));
        one.next = Stage::Unknown;
        QVERIFY(!allPassed(one));
        QVERIFY(!allPassed(StageGates{})); // nothing beyond production
    }
};

QTEST_APPLESS_MAIN(TestActRefusal)
#include "tst_act_refusal.moc"
