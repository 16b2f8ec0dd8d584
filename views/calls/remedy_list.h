// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "views/shell/location.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace pc::views {

/// What would let such a call pass, the smallest first; each leads to the place where it is done.
class RemedyList final : public QWidget
{
    Q_OBJECT
public:
    explicit RemedyList(QWidget *parent = nullptr);
    void setExplanation(const CallExplanation &explanation, const QTimeZone &zone);

Q_SIGNALS:
    void placeRequested(const pc::views::Location &place);

private:
    QVBoxLayout *m_column;
    std::optional<QList<Remedy>> m_shown;
    QString m_callId;
};

} // namespace pc::views
