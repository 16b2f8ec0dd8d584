// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/clipboard_countdown.h"

#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace pc::views {

ClipboardCountdown::ClipboardCountdown(Clipboard &clipboard, int seconds, QWidget *parent)
    : QWidget(parent), m_clipboard(clipboard), m_seconds(seconds)
{
    setObjectName(QStringLiteral("clipboardCountdown"));
    m_bar = new QProgressBar;
    m_bar->setRange(0, seconds);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Time until the clipboard is emptied"));
    m_text = new Label({}, TypeRole::Small, Tone::Muted);
    m_clear = makeButton(QStringLiteral("clearClipboardButton"), tr("Clear now"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_clear);
    m_timer.setInterval(1000);
    m_timer.setTimerType(Qt::PreciseTimer); // a second is a second: a coarse one may be 5 % early
    connect(&m_timer, &QTimer::timeout, this, &ClipboardCountdown::tick);
    connect(m_clear, &QPushButton::clicked, this, &ClipboardCountdown::clearNow);
    hide();
}

ClipboardCountdown::~ClipboardCountdown()
{
    if (isRunning())
        m_clipboard.clearSecret(); // nobody took over
}

void ClipboardCountdown::leaveTo(QObject *owner, int atMostSeconds)
{
    if (!isRunning())
        return;
    m_timer.stop();
    clearClipboardLater(m_clipboard, std::min(m_left, atMostSeconds), owner);
}

void ClipboardCountdown::start()
{
    m_left = m_seconds;
    m_timer.start();
    show(tr("Copied. Clipboard clears in %n s", nullptr, m_left));
}

void ClipboardCountdown::tick()
{
    --m_left;
    if (!m_clipboard.holdsOurSecret()) {
        // Somebody copied something else: theirs stays, and the count has no purpose any more.
        m_timer.stop();
        m_left = 0;
        show(tr("The clipboard holds something else now"));
        m_clear->hide();
        Q_EMIT cleared();
        return;
    }
    if (m_left <= 0) {
        clearNow();
        return;
    }
    show(tr("Copied. Clipboard clears in %n s", nullptr, m_left));
}

void ClipboardCountdown::clearNow()
{
    m_timer.stop();
    m_left = 0;
    m_clipboard.clearSecret();
    show(tr("Clipboard cleared"));
    m_clear->hide();
    Q_EMIT cleared();
}

void ClipboardCountdown::show(const QString &text)
{
    m_clear->setVisible(m_left > 0);
    m_bar->setVisible(m_left > 0);
    m_bar->setValue(m_left);
    m_text->setText(text);
    QWidget::show();
}

namespace {

/// Clears when it goes: after its time, or with its owner. The clipboard seam outlives the window.
class LateClearing final : public QObject
{
public:
    LateClearing(Clipboard &clipboard, QObject *owner) : QObject(owner), m_clipboard(clipboard) {}
    ~LateClearing() override { m_clipboard.clearSecret(); }
    Q_DISABLE_COPY_MOVE(LateClearing)

private:
    Clipboard &m_clipboard;
};

} // namespace

void clearClipboardLater(Clipboard &clipboard, int seconds, QObject *owner)
{
    auto *clearing = new LateClearing(clipboard, owner);
    QTimer::singleShot(seconds * 1000, clearing, &QObject::deleteLater);
}

} // namespace pc::views
