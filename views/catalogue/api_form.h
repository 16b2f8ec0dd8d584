// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace pc::views {

class FormField;
class LineInput;

/// Name, host, base path and audience of an API.
class ApiForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ApiForm(QWidget *parent = nullptr);

    void setDraft(const ApiDraft &draft);
    /// Without reason and ticket.
    [[nodiscard]] ApiDraft draft() const;
    [[nodiscard]] QList<FormField *> fields() const;
    /// Nullptr for a member that has no field here.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;
    /// A name to begin with, while none was typed.
    void suggestName(const QString &name);

private:
    LineInput *m_name;
    LineInput *m_host;
    LineInput *m_basePath;
    LineInput *m_audience;
    FormField *m_nameField;
    FormField *m_hostField;
    FormField *m_basePathField;
    FormField *m_audienceField;
    QString m_suggested;
};

} // namespace pc::views
