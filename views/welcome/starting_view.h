// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/local/local_platform.h"

#include <QWidget>

class QPushButton;
class QProgressBar;
class QVBoxLayout;

namespace pc::views {

class IconLabel;
class Label;

/// Starting a platform with its steps by name: done, under way (with a bar), to come. Cancel leaves nothing
/// behind.
class StartingView final : public QWidget
{
    Q_OBJECT
public:
    explicit StartingView(QWidget *parent = nullptr);

    void start(bool seeding);
    void setProgress(const client::SeedProgress &progress);
    void setBusy(const QString &what);

Q_SIGNALS:
    void cancelRequested();

private:
    struct Step
    {
        QString id;
        IconLabel *icon = nullptr;
        Label *text = nullptr;
        Label *count = nullptr;
    };
    Step &step(const QString &id, const QString &title);
    void clearSteps();
    /// Words of a step of `partner-platform seed`; its own English title when unknown.
    [[nodiscard]] static QString stepText(const client::SeedProgress &progress);

    Label *m_title;
    Label *m_note;
    QVBoxLayout *m_steps;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QList<Step> m_list;
};

} // namespace pc::views
