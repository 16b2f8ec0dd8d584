// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace pc::views {

class Clipboard;
class Label;

/// "Copied. Clipboard clears in 21 s", with a bar and Clear now. When its dialog closes, leaveTo() hands the
/// rest over; a countdown that just dies clears at once. So the clipboard is emptied in any case.
class ClipboardCountdown final : public QWidget
{
    Q_OBJECT
public:
    ClipboardCountdown(Clipboard &clipboard, int seconds, QWidget *parent = nullptr);
    ~ClipboardCountdown() override;

    /// A secret was just copied: the count begins anew.
    void start();
    void clearNow();
    /// While it runs: `owner` clears instead, after what is left but at most after this many seconds.
    void leaveTo(QObject *owner, int atMostSeconds);
    [[nodiscard]] int secondsLeft() const { return m_left; }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void cleared();

private:
    void tick();
    void show(const QString &text);

    Clipboard &m_clipboard;
    int m_seconds;
    int m_left = 0;
    QTimer m_timer;
    QProgressBar *m_bar;
    Label *m_text;
    QPushButton *m_clear;
};

/// Empties the clipboard of our secret after `seconds`, at the latest when `owner` dies; does nothing when it
/// is not ours any more.
void clearClipboardLater(Clipboard &clipboard, int seconds, QObject *owner);

} // namespace pc::views
