// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

#include <QList>
#include <QWidget>

class QCheckBox;

namespace pc::views {

class FormField;
class LineInput;
class TextInput;

/// What people say of a scope.
class ScopeForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ScopeForm(QWidget *parent = nullptr);

    void setDraft(const ScopeDraft &draft);
    /// Without reason and ticket.
    [[nodiscard]] ScopeDraft draft() const;
    [[nodiscard]] QList<FormField *> fields() const;
    /// Nullptr for a member that has no field here.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;

Q_SIGNALS:
    void edited();

private:
    LineInput *m_title;
    LineInput *m_sentence;
    LineInput *m_categories;
    QWidget *m_basesBox;
    QList<std::pair<LawfulBasis, QCheckBox *>> m_bases;
    QCheckBox *m_sensitive;
    FormField *m_titleField;
    FormField *m_sentenceField;
    FormField *m_categoriesField;
    FormField *m_basesField;
    QList<LawfulBasis> m_unknown; ///< of a newer service: they stay
};

} // namespace pc::views
