// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_merge.h"

#include <QtTest>

using namespace pc;
using namespace pc::models;
using namespace Qt::StringLiterals;

namespace {

PartnerDraft base()
{
    PartnerDraft draft;
    draft.name = u"Quarry Tools"_s;
    draft.slug = u"quarry"_s;
    draft.legalName = u"Quarry Tools Ltd"_s;
    draft.country = u"GB"_s;
    draft.owner = u"ops-1"_s;
    draft.planId = u"pln_standard"_s;
    draft.timeZone = u"Etc/UTC"_s;
    draft.lawfulBasis = LawfulBasis::Contract;
    draft.retentionDays = 30;
    draft.contacts = {{ContactKind::Security, u"Desk"_s, u"desk@partner.example"_s, u"+49 30 1"_s}};
    draft.agreement = Agreement{u"3.1"_s, QString(64, u'a'), {u"Board, Ltd"_s}, {2025, 1, 2}, {2027, 1, 2}};
    draft.tags = {u"a"_s};
    return draft;
}

} // namespace

/// Two people edit one partner: what each changed is kept.
class TestPartnerMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneChangedIsTaken()
    {
        PartnerDraft mine = base();
        mine.notes = u"Mine"_s;
        mine.agreement->version = u"3.2"_s;
        PartnerDraft theirs = base();
        theirs.owner = u"ops-2"_s;
        theirs.agreement->signatories = {u"Meyer, Hans"_s, u"Legal"_s};
        theirs.tags.clear();
        const auto merge = mergePartner(base(), mine, theirs);
        QVERIFY(merge);
        QVERIFY(merge->theirs.isEmpty());
        PartnerDraft wanted = theirs;
        wanted.notes = u"Mine"_s;
        wanted.agreement->version = u"3.2"_s;
        QVERIFY(merge->draft == wanted);
    }

    void whereBothWroteMineStandsAndTheirsIsSaid()
    {
        PartnerDraft mine = base();
        mine.name = u"Mine"_s;
        mine.retentionDays = 60;
        mine.tags = {u"b"_s};
        mine.notes = u"Same"_s;
        mine.contacts[0].name = u"First shift"_s;
        PartnerDraft theirs = base();
        theirs.name = u"Theirs"_s;
        theirs.retentionDays = 90;
        theirs.tags = {u"Gold, EU"_s, u"c"_s};
        theirs.notes = u"Same"_s;
        theirs.contacts[0].name = u"Night shift"_s;
        const auto merge = mergePartner(base(), mine, theirs);
        QVERIFY(merge);
        QVERIFY(merge->draft == mine);
        const QMap<QString, QString> said{{u"/name"_s, u"Theirs"_s},
                                          {u"/retention_days"_s, u"90"_s},
                                          {u"/tags"_s, u"\"Gold, EU\", c"_s},
                                          {u"/contacts"_s, u"Night shift"_s}};
        QCOMPARE(merge->theirs, said);
    }

    void anAgreementThatCameOrWent()
    {
        PartnerDraft without = base();
        without.agreement.reset();
        PartnerDraft renamed = base();
        renamed.name = u"Mine"_s;
        auto merge = mergePartner(base(), renamed, without);
        QVERIFY(merge && merge->theirs.isEmpty());
        QVERIFY(!merge->draft.agreement);
        QCOMPARE(merge->draft.name, u"Mine"_s);
        PartnerDraft renamedWithout = without;
        renamedWithout.name = u"Mine"_s;
        merge = mergePartner(without, renamedWithout, base());
        QVERIFY(merge && merge->draft.agreement == base().agreement);
        // One changed it, the other took it away.
        PartnerDraft changed = base();
        changed.agreement->version = u"3.2"_s;
        merge = mergePartner(base(), changed, without);
        QVERIFY(merge && merge->draft.agreement == changed.agreement);
        QCOMPARE(merge->theirs.keys(), QStringList{u"/agreement"_s});
        merge = mergePartner(base(), without, changed);
        QVERIFY(merge && !merge->draft.agreement);
        QCOMPARE(merge->theirs.keys(), QStringList{u"/agreement"_s});
    }

    void nothingChangedIsTheirs()
    {
        PartnerDraft theirs = base();
        theirs.slug = u"other"_s;
        const auto merge = mergePartner(base(), base(), theirs);
        QVERIFY(merge && merge->draft == theirs && merge->theirs.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPartnerMerge)
#include "tst_partner_merge.moc"
