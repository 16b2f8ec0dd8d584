// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/welcome/starting_view.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/centred_row.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

StartingView::StartingView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"startingView"_s);
    m_title = new Label({}, TypeRole::Section);
    m_note = new Label({}, TypeRole::Body, Tone::Muted);
    m_note->setWordWrap(true);
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(space::s);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel = makeButton(u"cancelStartButton"_s, tr("Cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &StartingView::cancelRequested);

    auto *column = new QVBoxLayout;
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addLayout(m_steps);
    column->addWidget(m_bar);
    column->addWidget(m_cancel, 0, Qt::AlignLeading);
    auto *holder = new QWidget;
    holder->setFixedWidth(460);
    holder->setLayout(column);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch();
    outer->addLayout(centredRow(holder));
    outer->addStretch();
}

void StartingView::clearSteps()
{
    for (const Step &step : std::as_const(m_list)) {
        delete step.icon->parentWidget();
    }
    m_list.clear();
}

void StartingView::start(bool seeding)
{
    clearSteps();
    m_title->setText(seeding ? tr("Preparing sample data") : tr("Starting the platform of this workstation"));
    m_note->setText(
        seeding ? tr("24 partners with 90 days of traffic, and an audit trail long enough that searching it "
                     "feels real. It stays on this workstation.")
                : QString());
    m_note->setVisible(seeding);
    m_bar->setRange(0, 0);
    m_bar->show();
}

void StartingView::setBusy(const QString &what)
{
    clearSteps();
    m_title->setText(what);
    m_note->hide();
    m_bar->setRange(0, 0);
}

QString StartingView::stepText(const client::SeedProgress &progress)
{
    if (progress.step == u"partners")
        return tr("Partners");
    if (progress.step == u"usage")
        return tr("Usage of 90 days");
    if (progress.step == u"audit")
        return tr("Audit trail");
    if (progress.step == u"checkpoint")
        return tr("Signed checkpoint");
    return progress.step; // one of a later version
}

StartingView::Step &StartingView::step(const QString &id, const QString &title)
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [&id](const Step &step) { return step.id == id; });
    if (found != m_list.end())
        return *found;
    for (const Step &before : std::as_const(m_list))
        before.icon->setIcon(Icon::Check, Tone::Ok);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    Step step{id, new IconLabel(Icon::Clock, Tone::Muted, 16), new Label(title),
              new Label({}, TypeRole::Small, Tone::Muted)};
    line->addWidget(step.icon);
    line->addWidget(step.text);
    line->addStretch();
    line->addWidget(step.count);
    m_steps->addWidget(row);
    m_list.append(step);
    return m_list.last();
}

void StartingView::setProgress(const client::SeedProgress &progress)
{
    Step &current = step(progress.step, stepText(progress));
    const QLocale locale;
    const bool done = progress.total > 0 && progress.done >= progress.total;
    current.icon->setIcon(done ? Icon::Check : Icon::Clock, done ? Tone::Ok : Tone::Muted);
    current.count->setText(
        progress.total > 0
            ? tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total))
            : QString());
    if (progress.total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(progress.done * 1000 / progress.total));
    }
}

} // namespace pc::views
