// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"
#include "contract/types/partner.h"
#include "models/onboarding/onboard_draft.h"

#include <QtTest>

#include <functional>
#include <optional>

namespace pc::test {

using namespace Qt::StringLiterals;

/// The lists of texts that a person fills, from the table of all fields.
struct ListField
{
    models::OnboardStep step;
    QString input; ///< its line; the categories are boxes
    std::function<QStringList &(PartnerDraft &)> in;
};

inline std::optional<ListField> listField(const rules::FieldLimit &row)
{
    const QByteArray member(row.member);
    if (member == "signatories")
        return ListField{models::OnboardStep::Agreement, u"agreement_signatories"_s,
                         [](PartnerDraft &d) -> QStringList & { return d.agreement->signatories; }};
    if (member == "tags")
        return ListField{models::OnboardStep::Organisation, u"tags"_s,
                         [](PartnerDraft &d) -> QStringList & { return d.tags; }};
    if (member == "data_categories")
        return ListField{models::OnboardStep::LawfulBasis, {}, [](PartnerDraft &d) -> QStringList & {
                             return d.dataCategories;
                         }};
    return {};
}

/// All of them, with every list that the contract allows and one line may get wrong.
inline void eachList(const std::function<void(const ListField &, const QStringList &)> &visit)
{
    const QList<QStringList> lists{{u"Head of partnerships"_s, u"Bluefen Foods, board"_s},
                                   {u"Meyer, Hans"_s},
                                   {u"Acme,Inc."_s, u"Acme"_s, u"Inc."_s},
                                   {u"ألف\u060C باء"_s, u"東京、大阪"_s},
                                   {u"\"Bob\" Smith"_s, u"5\" screens"_s, u"\""_s},
                                   {u"\"Meyer\", Hans"_s, u"\"\""_s},
                                   {u"z"_s, u"A"_s, u"m"_s, u"a"_s},
                                   {u"A && B; C/D"_s, u"'x', y"_s}};
    for (const rules::FieldLimit &row : rules::fieldLimits()) {
        const QByteArray schema(row.schema);
        if (!row.list || row.kind != rules::FieldKind::Text ||
            (schema != "PartnerDraft" && schema != "Agreement"))
            continue;
        const std::optional<ListField> field = listField(row);
        QVERIFY2(field, row.member); // a new list: its form is walked here, too
        for (const QStringList &list : lists) {
            for (const QString &value : list)
                QVERIFY2(!rules::faultOf(row, value), qPrintable(value));
            visit(*field, list);
        }
    }
}

} // namespace pc::test
