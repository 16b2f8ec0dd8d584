// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/file_drop.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/widgets/buttons.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// The one local file of what is dragged; empty when it is not one.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

FileDrop::FileDrop(QWidget *parent)
    : QFrame(parent), m_icon(new IconLabel(Icon::File)), m_name(new ElidedLabel({}, TypeRole::Body)),
      m_note(new Label({}, TypeRole::Small, Tone::Muted)),
      m_choose(makeButton(u"chooseFileButton"_s, tr("Choose a file…"), Icon::Folder))
{
    setObjectName(u"fileDrop"_s);
    setAcceptDrops(true);
    m_name->setObjectName(u"fileName"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    m_note->setObjectName(u"fileNote"_s);
    m_note->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::m, space::m);
    row->setSpacing(space::m);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    row->addWidget(m_choose, 0, Qt::AlignVCenter);
    m_prompt = tr("OpenAPI 3.0 or 3.1, JSON or YAML, up to 64 MiB");
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &FileDrop::chooseRequested);
    showNone();
}

void FileDrop::showNone()
{
    m_icon->setIcon(Icon::File, Tone::Muted);
    m_name->setText(m_prompt);
    m_note->setTone(Tone::Muted);
    m_note->setText(tr("Drop it here, or choose it."));
    m_choose->setText(tr("Choose a file…"));
}

void FileDrop::showFile(const QString &name, qint64 size)
{
    m_icon->setIcon(Icon::File, Tone::Accent);
    m_name->setText(name);
    m_note->setTone(Tone::Muted);
    m_note->setText(QLocale().formattedDataSize(size));
    m_choose->setText(tr("Another file…"));
}

void FileDrop::showRefusal(const QString &name, const QString &why)
{
    m_icon->setIcon(Icon::Warning, Tone::Bad);
    m_name->setText(name);
    m_note->setTone(Tone::Bad);
    m_note->setText(why);
    m_choose->setText(tr("Another file…"));
}

void FileDrop::showMissing(const QString &why)
{
    showRefusal(tr("No file is chosen"), why);
    m_choose->setText(tr("Choose a file…"));
}

void FileDrop::takeDropsOf(QWidget *window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QFrame::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // of which one that enters is a kind
    const QString path = droppedFile(drop->mimeData());
    if (path.isEmpty())
        return true;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        Q_EMIT dropped(path);
    return true;
}

void FileDrop::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFile(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void FileDrop::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void FileDrop::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(path);
}

void FileDrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    paintBox(&painter, rect(), space::radiusCard, m_over ? t.selection : t.alt, m_over ? t.accent : t.border,
             t.highContrast || m_over ? 2 : 1);
}

} // namespace pc::views
