// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace pc::views {

class Label;

/// How far a file has left, what is waited for, and a button that stops it. Hidden until it is shown.
class UploadRow final : public QWidget
{
    Q_OBJECT
public:
    /// `name`: what assistive technology calls the bar.
    explicit UploadRow(const QString &name, QWidget *parent = nullptr);

    /// Bytes.
    void showSent(qint64 sent, qint64 total);
    /// All of it has left, or nothing is counted.
    void showWaiting(const QString &what);
    void setStoppable(bool stoppable);

Q_SIGNALS:
    void stopRequested();

private:
    QProgressBar *m_bar;
    Label *m_text;
    QPushButton *m_stop;
};

} // namespace pc::views
