// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/zone_choice.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace pc::views {

/// "Times in": one button per zone that is offered, side by side. One stop for Tab; the arrows go between
/// them.
class ZoneButtons final : public QWidget
{
    Q_OBJECT
public:
    explicit ZoneButtons(QWidget *parent = nullptr);

    /// Keeps what is chosen where it is still offered.
    void setZones(const models::TimeZones &zones);
    void setKind(models::ZoneKind kind);
    [[nodiscard]] models::ZoneKind kind() const { return m_kind; }
    [[nodiscard]] bool isButton(const QWidget *widget) const;

Q_SIGNALS:
    void kindChosen(pc::models::ZoneKind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeButtons(const models::TimeZones &zones);

    models::ZoneKind m_kind = models::ZoneKind::Utc;
    QButtonGroup *m_group = nullptr;
};

} // namespace pc::views
