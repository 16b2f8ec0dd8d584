// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_search.h"

#include "models/calls/call_query_text.h"
#include "models/session/connection.h"
#include "views/seams/calls_places.h"
#include "views/seams/context.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/search_line.h"
#include "views/words/call_query_words.h"
#include "views/words/error_words.h"
#include "views/words/key_words.h"
#include "views/words/names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CallLookup;
using models::CallQueryFault;
using models::PastedText;

CallSearch::CallSearch(const ViewContext &context, Frame frame, QWidget *parent)
    : QWidget(parent), m_context(context), m_frame(std::move(frame)),
      m_lookup(context.connection.partners(), context.connection.credentials())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_line = makeSearchLine(u"callSearch"_s, tr("Request ID, key, IP, partner, reason:…"),
                            tr("Search calls by ID, key, address, partner or field"), Icon::Search);
    m_line->installEventFilter(this);
    row->addWidget(m_line);
    m_message = new Label({}, TypeRole::Small, Tone::Warn);
    m_message->setObjectName(u"callSearchMessage"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    m_answer = new MessageBanner(Severity::Info);
    m_answer->setObjectName(u"keyAnswer"_s);
    m_answer->setClosable(true);
    m_answer->hide();
    connect(m_line, &QLineEdit::returnPressed, this, &CallSearch::ask);
    connect(m_line, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(m_answer, &MessageBanner::closed, m_answer, &QWidget::hide);
    connect(m_answer, &MessageBanner::actionTriggered, this, [this] {
        m_answer->hide();
        chooseAlone(CallField::Credential, m_key.value);
    });
    connect(&m_lookup, &CallLookup::answered, this, &CallSearch::onAnswer);
}

void CallSearch::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void CallSearch::ask()
{
    m_lookup.cancel();
    say({});
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return leaveToRows();
    take(models::classifyPasted(text, m_frame()));
}

void CallSearch::take(const PastedText &pasted)
{
    switch (pasted.kind) {
    case PastedText::Kind::Nothing:
        return;
    case PastedText::Kind::Decision:
        Q_EMIT callChosen(pasted.value);
        return finish();
    case PastedText::Kind::Request:
        return chooseAlone(CallField::Request, pasted.value);
    case PastedText::Kind::Key:
        m_key = pasted;
        m_line->clear(); // it may be whole: nothing of it stays on screen
        return m_lookup.askCredential(pasted.value);
    case PastedText::Kind::Credential:
        return choose(CallField::Credential, pasted.value);
    case PastedText::Kind::Partner:
        return choose(CallField::Partner, pasted.value);
    case PastedText::Kind::Event:
        m_line->clear();
        return m_context.navigator.navigate(places::auditPage({}, pasted.value));
    case PastedText::Kind::LastFour:
        return m_lookup.askLastFour(pasted.value);
    case PastedText::Kind::Address:
        return choose(CallField::Source, pasted.value);
    case PastedText::Kind::Ticket:
        m_line->clear();
        return m_context.navigator.navigate(places::auditPage(pasted.value));
    case PastedText::Kind::Time:
        return takeTime(pasted.span);
    case PastedText::Kind::Secret:
        m_line->clear();
        return say(
            tr("That is a secret, but none of this platform. It was not kept, and nothing was asked."));
    case PastedText::Kind::Words:
        return takeWords(m_line->text());
    }
}

void CallSearch::takeTime(const models::TimeSpan &span)
{
    if (!span.to.isValid()) {
        Q_EMIT timeChosen(span.from);
        return finish();
    }
    CallFilter filter = m_filter;
    filter.from = span.from.isValid() ? std::optional(span.from) : std::nullopt;
    filter.to = span.to;
    Q_EMIT filterChosen(filter);
    finish();
}

void CallSearch::takeWords(const QString &text)
{
    const models::CallQueryText read = models::parseCallQuery(text, m_filter, m_frame());
    if (read.fault.code == CallQueryFault::Code::None) {
        Q_EMIT filterChosen(read.filter);
        return finish();
    }
    if (read.fault.code != CallQueryFault::Code::Words)
        return say(faultText(read.fault));
    m_read = read.filter;
    m_lookup.askPartners(read.words);
}

void CallSearch::choose(CallField field, const QString &value)
{
    CallFilter filter = m_filter;
    filter.set(field, {value});
    Q_EMIT filterChosen(filter);
    finish();
}

void CallSearch::chooseAlone(CallField field, const QString &value)
{
    CallFilter filter;
    filter.set(field, {value});
    Q_EMIT filterChosen(filter);
    finish();
}

void CallSearch::onAnswer(const CallLookup::Answer &answer)
{
    const bool isMissing = answer.error && answer.error->kind == client::ErrorKind::NotFound;
    if (answer.error && !(answer.question == CallLookup::Question::Credential && isMissing))
        return say(errorLine(*answer.error, tr("It could not be looked up.")));
    switch (answer.question) {
    case CallLookup::Question::Partners:
        return choosePartner(answer);
    case CallLookup::Question::LastFour:
        return offerCredentials(answer);
    case CallLookup::Question::Credential:
        return tellKey(answer);
    }
}

void CallSearch::choosePartner(const CallLookup::Answer &answer)
{
    if (answer.partners.isEmpty())
        return say(faultText({CallQueryFault::Code::Words, {}, answer.text}));
    const auto take = [this](const QString &partnerId) {
        CallFilter filter = m_read;
        filter.set(CallField::Partner, {partnerId});
        Q_EMIT filterChosen(filter);
        finish();
    };
    if (answer.partners.size() == 1)
        return take(answer.partners.constFirst().id);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"partnerChoice"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Partner &partner : answer.partners)
        connect(menu->addAction(partner.name), &QAction::triggered, this,
                [take, id = partner.id] { take(id); });
    if (answer.hasMore)
        menu->addAction(tr("More: write more of the name"))->setEnabled(false);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height() + space::xs)));
    menu->setActiveAction(menu->actions().constFirst());
}

void CallSearch::offerCredentials(const CallLookup::Answer &answer)
{
    if (answer.credentials.isEmpty())
        return say(tr("No secret ends with …%1.").arg(answer.text));
    if (answer.credentials.size() == 1)
        return choose(CallField::Credential, answer.credentials.constFirst().id);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"credentialChoice"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Credential &credential : answer.credentials)
        connect(menu->addAction(tr("%1, %2").arg(credential.name, credential.partnerName)),
                &QAction::triggered, this, [this, id = credential.id] { choose(CallField::Credential, id); });
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height() + space::xs)));
    menu->setActiveAction(menu->actions().constFirst());
}

void CallSearch::tellKey(const CallLookup::Answer &answer)
{
    const Credential *credential = answer.credentials.isEmpty() ? nullptr : &answer.credentials.constFirst();
    const KeyAnswer said = keyAnswer(m_key, credential, m_context.ticker.now());
    m_answer->setMessage(said.severity, said.text);
    m_answer->setAction(credential != nullptr ? tr("Show its calls") : QString());
    m_answer->show();
}

void CallSearch::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void CallSearch::finish()
{
    m_line->clear();
    say({});
}

bool CallSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        Q_EMIT leaveToRows();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pc::views
