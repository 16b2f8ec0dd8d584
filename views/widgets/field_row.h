// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QBoxLayout;

namespace pc::views {

class FormField;

/// Form fields side by side, by shares of the width; one below the other where a field would be narrower than
/// what is typed into it. In reading order either way.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldRow(QWidget *parent = nullptr);

    void addField(FormField *field, int share = 1);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int neededWidth(const FormField *field) const;
    void arrange();

    QBoxLayout *m_row;
    QList<std::pair<FormField *, int>> m_fields;
};

} // namespace pc::views
