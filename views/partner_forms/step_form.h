// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"
#include "views/widgets/form_field.h"
#include "views/words/member_words.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace pc::models {
class CatalogueModel;
}

namespace pc::rules {
struct FieldLimit;
}

namespace pc::views {

struct ViewContext;
class FieldRow;
class Label;
class LineInput;

/// One step of onboarding as a form over a draft; also one section when a partner is edited later. Fields
/// stand for JSON pointers, so that problems, those of the service too, appear under the field they speak of.
class StepForm : public QWidget
{
    Q_OBJECT
public:
    using Problems = std::function<QList<rules::FieldProblem>()>;
    explicit StepForm(QWidget *parent = nullptr);

    /// Fills the fields; emits nothing.
    void setDraft(const models::OnboardDraft &draft);
    /// Writes the fields into `draft`, what stands for no value as it was typed; leaves what this step does
    /// not show.
    void collect(models::OnboardDraft &draft) const;
    /// Where problems come from when a field is left.
    void setProblemSource(Problems problems) { m_problems = std::move(problems); }
    /// Shows the problems at their fields; `focus`: the first wrong field gets it. True when there are none.
    bool showProblems(bool focus);
    /// Shows the problems, and the focus goes to where this one is corrected.
    void showProblem(const rules::FieldProblem &problem);
    /// The field a problem belongs to, nullptr when none does.
    [[nodiscard]] FormField *fieldAt(const rules::FieldProblem &problem) const { return fieldOf(problem); }

Q_SIGNALS:
    void edited();

protected:
    virtual void fill(const models::OnboardDraft &draft) = 0;
    virtual void apply(models::OnboardDraft &draft) const = 0;
    /// Adds a field that stands for `pointer` (its children too: "/scopes" takes "/scopes/3") and is called
    /// as that member is everywhere.
    template <typename... Where>
    FormField *addInput(const QString &pointer, QWidget *input, Where... where)
    {
        return addField(pointer, new FormField(memberName(pointer), input), where...);
    }
    /// A line with its object name and the rule of its field, wired to edited().
    template <typename... Where>
    LineInput *addLine(const QString &pointer, bool required, const rules::FieldLimit &limit, Where... where)
    {
        return addLine(pointer, memberName(pointer), required, limit, where...);
    }
    /// The same with a label of its own.
    FormField *addField(const QString &pointer, FormField *field, QVBoxLayout *into = nullptr);
    LineInput *addLine(const QString &pointer, const QString &label, bool required,
                       const rules::FieldLimit &limit, QVBoxLayout *into = nullptr);
    /// A list in one line; its hint says how a value with a comma is typed.
    LineInput *addListLine(const QString &pointer, const QString &label, bool required,
                           const rules::FieldLimit &limit, QVBoxLayout *into = nullptr);
    /// In a row of fields.
    FormField *addField(const QString &pointer, FormField *field, FieldRow *into, int share = 1);
    LineInput *addLine(const QString &pointer, const QString &label, bool required,
                       const rules::FieldLimit &limit, FieldRow *into, int share = 1);
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;
    /// The field a problem belongs to, nullptr when none does.
    [[nodiscard]] virtual FormField *fieldOf(const rules::FieldProblem &problem) const;
    [[nodiscard]] QVBoxLayout *layoutBox() const { return m_layout; }
    void touch();
    /// The same, by a part of a field that was made after it, so that the field itself does not hear it.
    void touchAt(const QString &pointer);

private:
    FormField *stand(const QString &pointer, FormField *field);
    LineInput *makeLine(const QString &pointer, const QString &label, bool required,
                        const rules::FieldLimit &limit, FormField **field);
    [[nodiscard]] QString errorOf(const FormField *field) const;

    QVBoxLayout *m_layout;
    Label *m_rest; ///< problems without a field of their own
    QList<std::pair<QString, FormField *>> m_fields;
    Problems m_problems;
    bool m_filling = false;
};

/// Makes the form of a step; Review has none.
[[nodiscard]] StepForm *makeStepForm(models::OnboardStep step, const ViewContext &context,
                                     models::CatalogueModel &catalogue);

} // namespace pc::views
