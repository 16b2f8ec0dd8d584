// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace pc::app {

class ConsoleApp;

/// `--smoke`: opens the sample, waits until the partner list has rows and was painted, and ends the program:
/// 0, or 1 after a failure or the time limit.
class SmokeRun final : public QObject
{
    Q_OBJECT
public:
    explicit SmokeRun(ConsoleApp &console, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch();
    void end(int code, const char *why);

    ConsoleApp &m_console;
    QTableView *m_table = nullptr;
    static constexpr int limitMs = 240'000;
};

} // namespace pc::app
