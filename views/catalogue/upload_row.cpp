// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/upload_row.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

UploadRow::UploadRow(const QString &name, QWidget *parent)
    : QWidget(parent), m_bar(new QProgressBar), m_text(new Label({}, TypeRole::Small, Tone::Muted)),
      m_stop(makeButton(u"stopUploadButton"_s, tr("Stop"), Icon::Close))
{
    m_bar->setObjectName(u"uploadProgress"_s);
    m_bar->setAccessibleName(name);
    m_bar->setTextVisible(false);
    m_text->setObjectName(u"uploadText"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(m_text, 1);
    line->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_bar);
    column->addLayout(line);
    connect(m_stop, &QPushButton::clicked, this, &UploadRow::stopRequested);
    hide();
}

void UploadRow::showSent(qint64 sent, qint64 total)
{
    const QLocale locale;
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(sent * 1000 / std::max<qint64>(1, total)));
    m_text->setText(
        tr("%1 of %2 sent", "sizes").arg(locale.formattedDataSize(sent), locale.formattedDataSize(total)));
}

void UploadRow::showWaiting(const QString &what)
{
    m_bar->setRange(0, 0);
    m_text->setText(what);
}

void UploadRow::setStoppable(bool stoppable)
{
    m_stop->setEnabled(stoppable);
}

} // namespace pc::views
