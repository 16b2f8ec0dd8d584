// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

#include <QList>
#include <QWidget>

#include <array>

namespace pc::views {

class FormField;
class LineInput;
class NumberInput;

/// Name, description and the limits of each stage.
class PlanForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanForm(QWidget *parent = nullptr);

    void setDraft(const PlanDraft &draft);
    /// Without reason and ticket. What is no number is 0, which no limit may be but a quota.
    [[nodiscard]] PlanDraft draft() const;
    /// Every number stands for one.
    [[nodiscard]] bool isReadable() const;
    [[nodiscard]] QList<FormField *> fields() const;
    /// Nullptr for a member that has no field here.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QString member; ///< "sandbox"
        Limits PlanDraft::*limits = nullptr;
        NumberInput *rate = nullptr;
        NumberInput *burst = nullptr;
        NumberInput *quota = nullptr;
    };
    [[nodiscard]] QWidget *makeRow(Row &row, const QString &title);

    LineInput *m_name;
    LineInput *m_description;
    std::array<Row, 3> m_rows;
    QList<std::pair<QString, FormField *>> m_fields; ///< by the JSON pointer of their member
};

} // namespace pc::views
