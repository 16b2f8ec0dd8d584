// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/smoke_run.h"

#include "app/console_app.h"
#include "app/environment_window.h"
#include "views/shell/main_window.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QEvent>
#include <QTableView>
#include <QTimer>

#include <cstdio>

namespace pc::app {

SmokeRun::SmokeRun(ConsoleApp &console, QObject *parent) : QObject(parent), m_console(console)
{
    connect(&m_console, &ConsoleApp::environmentOpened, this, &SmokeRun::watch);
    connect(&m_console, &ConsoleApp::failed, this, [this](const QString &why) { end(1, qPrintable(why)); });
    QTimer::singleShot(limitMs, this, [this] { end(1, "the partner list was not painted in time"); });
}

void SmokeRun::watch()
{
    m_table = m_console.environment()->window().findChild<QTableView *>(QStringLiteral("partnerTable"));
    if (!m_table)
        return end(1, "there is no partner list");
    m_table->viewport()->installEventFilter(this);
}

bool SmokeRun::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_table && m_table->model() && m_table->model()->rowCount() > 0)
        QTimer::singleShot(0, this, [this] { end(0, "the partner list is painted"); }); // after this paint
    return QObject::eventFilter(watched, event);
}

void SmokeRun::end(int code, const char *why)
{
    std::fprintf(stderr, "partner-console: %s\n", why);
    QCoreApplication::exit(code);
}

} // namespace pc::app
