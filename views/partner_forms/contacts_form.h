// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner_forms/step_form.h"

class QCheckBox;

namespace pc::views {

/// One contact of each kind: business, technical, security, data protection.
class ContactsForm final : public StepForm
{
    Q_OBJECT
public:
    explicit ContactsForm(const ViewContext &context, QWidget *parent = nullptr);

private:
    void apply(models::OnboardDraft &draft) const override;
    struct Row
    {
        ContactKind kind = ContactKind::Unknown;
        LineInput *name = nullptr;
        LineInput *email = nullptr;
        LineInput *phone = nullptr;
        QCheckBox *verified = nullptr;
        QWidget *call = nullptr; ///< shown while verified
        LineInput *with = nullptr;
        Label *when = nullptr;
        QDateTime tickedAt = {}; ///< UTC; of this tick or of the platform's verification
        Contact known = {};      ///< as the platform verified it; empty once something of it was edited
        qsizetype place = -1;    ///< among the contacts of the draft; -1: none yet
    };
    /// One contact as the draft gets it.
    struct Entry
    {
        qsizetype place = -1;
        Contact contact = {};
        const Row *row = nullptr; ///< where it is edited; none for a second contact of a kind
    };
    void fill(const models::OnboardDraft &draft) override;
    void addRow(ContactKind kind);
    [[nodiscard]] FormField *fieldOf(const rules::FieldProblem &problem) const override;
    void endVerification(Row &row);
    void showCall(const Row &row) const;
    [[nodiscard]] Contact contactOf(const Row &row) const;
    [[nodiscard]] static bool isEmpty(const Row &row);
    /// All that are filled in, in the order in which they came; new ones last.
    [[nodiscard]] QList<Entry> entries() const;

    const ViewContext &m_context;
    QList<Row> m_rows;
    QList<Entry> m_further; ///< second contacts of a kind: kept as they are
};

} // namespace pc::views
