// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/told_problems.h"
#include "tests/models/onboarding/good_draft.h"

#include <QTest>

#include <algorithm>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// The rules of a draft at their edges: today, nothing typed, more than there may be.
class TestOnboardRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges_data()
    {
        using F = rules::FieldFault;
        QTest::addColumn<std::function<void(OnboardDraft &)>>("edit");
        QTest::addColumn<QString>("pointer"); // empty: no problem
        QTest::addColumn<rules::FieldFault>("fault");
        const auto row = [](const char *name, std::function<void(OnboardDraft &)> edit,
                            const QString &pointer = {}, F fault = F::Required) {
            QTest::newRow(name) << std::move(edit) << pointer << fault;
        };
        const QString until = u"/agreement/valid_until"_s;
        const QString signedOn = u"/agreement/signed_on"_s;
        const QDate today(2026, 3, 2);
        row("signed today", [today](OnboardDraft &d) { d.partner.agreement->signedOn = today; });
        row("ends today", [today](OnboardDraft &d) { d.partner.agreement->validUntil = today; });
        row(
            "signed on its last day",
            [today](OnboardDraft &d) {
                d.partner.agreement->signedOn = today;
                d.partner.agreement->validUntil = today;
            },
            until, F::BeforeStart);
        row(
            "no last day", [](OnboardDraft &d) { d.partner.agreement->validUntil = {}; }, until);
        row(
            "not signed", [](OnboardDraft &d) { d.partner.agreement->signedOn = {}; }, signedOn);
        row(
            "nobody signed", [](OnboardDraft &d) { d.partner.agreement->signatories.clear(); },
            u"/agreement/signatories"_s);
        row("no agreement yet", [](OnboardDraft &d) { d.partner.agreement.reset(); });
        row(
            "no purpose", [](OnboardDraft &d) { d.partner.purpose = u" "_s; }, u"/purpose"_s);
        row(
            "no data", [](OnboardDraft &d) { d.partner.dataCategories.clear(); }, u"/data_categories"_s);
        row(
            "no zone", [](OnboardDraft &d) { d.partner.timeZone.clear(); }, u"/time_zone"_s);
        row(
            "no such country", [](OnboardDraft &d) { d.partner.country = u"QQ"_s; }, u"/country"_s,
            F::UnknownValue);
        row(
            "no scope", [](OnboardDraft &d) { d.partner.scopes.clear(); }, u"/scopes"_s);
        row("no credential, no name", [](OnboardDraft &d) { d.sandbox = {false, {}}; });
        row(
            "no number typed",
            [](OnboardDraft &d) {
                d.unread = {{u"/retention_days"_s, u"many"_s}};
            },
            u"/retention_days"_s, F::Unread);
        row(
            "a day that is none",
            [](OnboardDraft &d) {
                d.partner.agreement->signedOn = {};
                d.unread = {{u"/agreement/signed_on"_s, u"31.2."_s}};
            },
            signedOn, F::Unread);
        row(
            "long registration", [](OnboardDraft &d) { d.partner.registration = QString(5000, u'x'); },
            u"/registration"_s, F::TooLong);
    }
    void edges()
    {
        QFETCH(const std::function<void(OnboardDraft &)>, edit);
        QFETCH(const QString, pointer);
        QFETCH(const rules::FieldFault, fault);
        OnboardDraft draft = goodDraft();
        edit(draft);
        const QList<rules::FieldProblem> problems =
            validateDraft(draft, {sampleScopes(), samplePlans(), QDate(2026, 3, 2)});
        QCOMPARE(problems.size(), pointer.isEmpty() ? 0 : 1);
        if (problems.isEmpty())
            return;
        QCOMPARE(problems.first().pointer, pointer);
        QCOMPARE(problems.first().fault, fault);
        QCOMPARE(problems.first().detail.isEmpty(), fault != rules::FieldFault::Unread);
    }

    /// What the service said holds until that is edited, and nothing else mends it.
    void whatWasToldHolds_data()
    {
        using F = rules::FieldFault;
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<rules::FieldFault>("fault");
        QTest::addColumn<std::function<void(OnboardDraft &)>>("edit");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *name, const QString &pointer, F fault,
                            std::function<void(OnboardDraft &)> edit, bool holds) {
            QTest::newRow(name) << pointer << fault << std::move(edit) << holds;
        };
        const auto plan = [](OnboardDraft &d) { d.partner.planId = u"pln_large"_s; };
        const auto signedOn = [](OnboardDraft &d) { d.partner.agreement->signedOn = QDate(2025, 1, 1); };
        const auto email = [](OnboardDraft &d) { d.partner.contacts[1].email = u"b@acme.example"_s; };
        row("owner, plan edited", u"/owner"_s, F::UnknownValue, plan, true);
        row("plan, plan edited", u"/plan_id"_s, F::UnknownValue, plan, false);
        row("name taken, plan edited", u"/name"_s, F::Taken, plan, true);
        row(
            "name taken, slug edited", u"/name"_s, F::Taken,
            [](OnboardDraft &d) { d.partner.slug = u"acme-2"_s; }, false);
        row(
            "slug too long, name edited", u"/slug"_s, F::TooLong,
            [](OnboardDraft &d) { d.partner.name = u"Acme 2"_s; }, true);
        row("an address, another's edited", u"/contacts/0/email"_s, F::BadFormat, email, true);
        row("an address, edited", u"/contacts/1/email"_s, F::BadFormat, email, false);
        row("the number of a contact that is edited", u"/contacts/1/phone"_s, F::Required, email, false);
        row("the number of another contact", u"/contacts/0/phone"_s, F::Required, email, true);
        row("a hash, day edited", u"/agreement/file_sha256"_s, F::BadFormat, signedOn, true);
        row("an end, beginning edited", u"/agreement/valid_until"_s, F::BeforeStart, signedOn, false);
        row(
            "a scope, basis edited", u"/scopes/0"_s, F::LawfulBasis,
            [](OnboardDraft &d) { d.partner.lawfulBasis = LawfulBasis::LegitimateInterests; }, false);
        row(
            "a basis, scopes edited", u"/lawful_basis"_s, F::ScopesNotCovered,
            [](OnboardDraft &d) { d.partner.scopes.clear(); }, false);
        row(
            "days, typed anew", u"/retention_days"_s, F::OutOfRange,
            [](OnboardDraft &d) {
                d.unread = {{u"/retention_days"_s, u"many"_s}};
            },
            false);
        row("of no field", u"/colour"_s, F::UnknownMember, plan, false);
    }
    void whatWasToldHolds()
    {
        QFETCH(const QString, pointer);
        QFETCH(const rules::FieldFault, fault);
        QFETCH(const std::function<void(OnboardDraft &)>, edit);
        QFETCH(const bool, holds);
        OnboardDraft draft = goodDraft();
        const QList<rules::FieldProblem> told{{pointer, fault}};
        edit(draft);
        QCOMPARE(stillTold(told, goodDraft(), draft), holds ? told : QList<rules::FieldProblem>());
    }

    void problemsStandInTheOrderOfTheSteps()
    {
        const QList<rules::FieldProblem> problems =
            validateDraft({}, {sampleScopes(), samplePlans(), QDate(2026, 3, 2)});
        for (qsizetype i = 1; i < problems.size(); ++i)
            QVERIFY(stepOf(problems.at(i - 1).pointer) <= stepOf(problems.at(i).pointer));
        const auto missing =
            std::count_if(problems.begin(), problems.end(), [](const rules::FieldProblem &problem) {
                return problem.fault == rules::FieldFault::MissingContact;
            });
        QCOMPARE(missing, 4); // each kind is named
        QCOMPARE(stepOf(u"/plan_id"_s), OnboardStep::Access);
        QCOMPARE(stepOf(u"/purpose"_s), OnboardStep::LawfulBasis);
        QCOMPARE(stepOf(u"/data_categories/0"_s), OnboardStep::LawfulBasis);
    }
};

QTEST_GUILESS_MAIN(TestOnboardRules)
#include "tst_onboard_rules.moc"
