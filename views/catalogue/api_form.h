// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace pc::views {

class FormField;
class LineInput;

/// Name, host, base path and audience of an API. What it may not share with another one is said at its field,
/// with whom.
class ApiForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ApiForm(QWidget *parent = nullptr);

    /// The APIs that there are. `id`: of the one that is edited; empty for a new one.
    void setOthers(const QList<Api> &apis, const QString &id);
    void setDraft(const ApiDraft &draft);
    /// Without reason and ticket.
    [[nodiscard]] ApiDraft draft() const;
    [[nodiscard]] QList<FormField *> fields() const;
    /// Nullptr for a member that has no field here.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;
    /// A name to begin with, while none was typed.
    void suggestName(const QString &name);
    [[nodiscard]] const QString &suggestedName() const { return m_suggested; }

private:
    [[nodiscard]] QString clashText(const QString &pointer) const;

    QList<Api> m_apis;
    QString m_id;
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
