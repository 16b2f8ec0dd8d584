// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace pc::views {

class Toast;
class ToastHost;

/// Says of an act that goes on without its dialog or page that it is under way, for as long as that is so.
/// What became of it is said by others.
class WaitingToast final : public QObject
{
    Q_OBJECT
public:
    /// `title`: the act ("Freeze Dunmere Energy"); `isWaiting`: asked at every look().
    WaitingToast(ToastHost &toasts, QString title, std::function<bool()> isWaiting, QObject *parent);
    ~WaitingToast() override;

    /// Says it, or takes it back. Connect it before whatever says what became of the act.
    void look();

private:
    ToastHost &m_toasts;
    QString m_title;
    std::function<bool()> m_isWaiting;
    QPointer<Toast> m_said;
};

} // namespace pc::views
