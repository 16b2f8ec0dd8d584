// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/error_state.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/code_block.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent), m_what(new SectionTitle), m_changed(new Label({}, TypeRole::Body, Tone::Muted)),
      m_remedy(new Label({}, TypeRole::Body, Tone::Muted)), m_requestRow(new QWidget),
      m_requestId(new Label({}, TypeRole::MonoSmall, Tone::Faint)),
      m_copy(makeButton(QStringLiteral("errorCopyRequest"), tr("Copy"), Icon::Copy, ButtonKind::Ghost)),
      m_detailsButton(makeButton(QStringLiteral("errorDetails"), tr("Show details"), Icon::ChevronDown,
                                 ButtonKind::Ghost)),
      m_retry(makeButton(QStringLiteral("errorRetry"), tr("Retry"), Icon::Refresh, ButtonKind::Primary)),
      m_details(new CodeBlock)
{
    auto *box = new QWidget;
    box->setMaximumWidth(560);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(new IconLabel(Icon::Warning, Tone::Bad, 24), 0, Qt::AlignTop);
    head->addWidget(m_what, 1);
    column->addLayout(head);
    for (Label *label : {m_what, m_changed, m_remedy}) {
        label->setWordWrap(true);
        label->setSelectable(label != m_what);
    }
    column->addWidget(m_changed);
    column->addWidget(m_remedy);
    auto *request = new QHBoxLayout(m_requestRow);
    request->setContentsMargins(0, 0, 0, 0);
    request->setSpacing(space::s);
    request->addWidget(new Label(tr("Request ID"), TypeRole::Small, Tone::Faint));
    m_requestId->setSelectable(true);
    request->addWidget(m_requestId);
    m_copy->setAccessibleName(tr("Copy request ID"));
    request->addWidget(m_copy);
    request->addStretch(1);
    column->addWidget(m_requestRow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_detailsButton);
    buttons->addStretch(1);
    column->addSpacing(space::xs);
    column->addLayout(buttons);
    column->addWidget(m_details);
    auto *outer = new QHBoxLayout;
    outer->addStretch(1);
    outer->addWidget(box, 6);
    outer->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    page->addStretch(2);
    page->addLayout(outer);
    page->addStretch(3);
    m_details->hide();
    connect(m_retry, &QPushButton::clicked, this, &ErrorState::retryRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_error.requestId); });
    connect(m_details, &CodeBlock::copyRequested, this, &ErrorState::copyRequested);
    connect(m_detailsButton, &QPushButton::clicked, this, [this] {
        const bool show = m_details->isHidden();
        m_details->setVisible(show);
        m_detailsButton->setText(show ? tr("Hide details") : tr("Show details"));
        m_detailsButton->setIcon(icon(show ? Icon::ChevronUp : Icon::ChevronDown));
    });
}

void ErrorState::setError(const ErrorInfo &error)
{
    m_error = error;
    m_what->setText(error.what);
    m_changed->setText(error.changed);
    m_changed->setVisible(!error.changed.isEmpty());
    m_remedy->setText(error.remedy);
    m_remedy->setVisible(!error.remedy.isEmpty());
    m_requestId->setText(error.requestId);
    m_requestRow->setVisible(!error.requestId.isEmpty());
    m_details->setCode(error.details);
    m_details->hide();
    m_detailsButton->setText(tr("Show details"));
    m_detailsButton->setIcon(icon(Icon::ChevronDown));
    m_detailsButton->setVisible(!error.details.isEmpty());
    m_retry->setVisible(error.retry);
    setAccessibleName(error.what);
    setAccessibleDescription(error.changed + QLatin1Char(' ') + error.remedy);
}

} // namespace pc::views
