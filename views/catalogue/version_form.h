// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace pc::views {

class DateInput;
class FormField;
class LineInput;

/// Path, dates, links and sentence of a version.
class VersionForm final : public QWidget
{
    Q_OBJECT
public:
    /// `basePath`: of its API; `before`: the one that is edited; `now`: of the clock.
    VersionForm(QString basePath, const std::optional<ApiVersion> &before, std::function<QDateTime()> now,
                QWidget *parent = nullptr);

    void setDraft(const ApiVersionDraft &draft);
    /// Without reason and ticket.
    [[nodiscard]] ApiVersionDraft draft() const;
    void setBefore(const ApiVersion &before) { m_before = before; }
    [[nodiscard]] QList<FormField *> fields() const;
    /// Nullptr for a member that has no field here.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;

private:
    [[nodiscard]] QString pathFault() const;
    [[nodiscard]] QString sunsetFault() const;
    void step(int days);

    QString m_basePath;
    std::optional<ApiVersion> m_before;
    std::function<QDateTime()> m_now;
    LineInput *m_path;
    DateInput *m_deprecated;
    DateInput *m_sunset;
    LineInput *m_successor;
    LineInput *m_guide;
    LineInput *m_sentence;
    FormField *m_pathField;
    FormField *m_deprecatedField;
    FormField *m_sunsetField;
    FormField *m_successorField;
    FormField *m_guideField;
    FormField *m_sentenceField;
};

} // namespace pc::views
