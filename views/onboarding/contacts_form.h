// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/onboarding/step_form.h"

#include <QDateTime>

#include <optional>

class QCheckBox;

namespace pc::views {

/// One contact of each kind: business, technical, security, data protection.
class ContactsForm final : public StepForm
{
    Q_OBJECT
public:
    explicit ContactsForm(const ViewContext &context, QWidget *parent = nullptr);
    void apply(models::OnboardDraft &draft) const override;

private:
    struct Row
    {
        ContactKind kind = ContactKind::Unknown;
        QLineEdit *name = nullptr;
        QLineEdit *email = nullptr;
        QLineEdit *phone = nullptr;
        QCheckBox *verified = nullptr;
        std::optional<QDateTime> verifiedAt;
    };
    void fill(const models::OnboardDraft &draft) override;
    void addRow(ContactKind kind);
    [[nodiscard]] FormField *fieldOf(const models::DraftProblem &problem) const override;
    [[nodiscard]] static bool isEmpty(const Row &row);

    const ViewContext &m_context;
    QList<Row> m_rows;
    QList<Contact> m_further; ///< second contacts of a kind: kept as they are
};

} // namespace pc::views
