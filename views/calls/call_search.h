// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "models/calls/call_lookup.h"
#include "models/calls/pasted_text.h"
#include "models/time/time_frame.h"
#include "models/time/time_span.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace pc::views {

struct ViewContext;
class Label;
class MessageBanner;

/// The line that takes anything of a support case: fields and values, a partner's name, and what is pasted
/// (ids, a key, an address, a ticket, a time). Enter asks. What it finds goes to the chips, and the line is
/// empty again; what it cannot take stays, with the reason below. Of a key only its id, checksum and last
/// four are looked at, and it is gone from the line at once.
class CallSearch final : public QWidget
{
    Q_OBJECT
public:
    using Frame = std::function<models::TimeFrame()>;
    CallSearch(const ViewContext &context, Frame frame, QWidget *parent = nullptr);

    /// What the line is read on top of.
    void setFilter(const CallFilter &filter) { m_filter = filter; }
    void focusLine();
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// Where the answer about a key stands; of the page, below the chips.
    [[nodiscard]] MessageBanner *answer() const { return m_answer; }
    /// What is wrong with the line; likewise.
    [[nodiscard]] Label *message() const { return m_message; }

Q_SIGNALS:
    void filterChosen(const pc::CallFilter &filter);
    /// Show the list where it stands at this time.
    void timeChosen(const QDateTime &time);
    /// Explain this call, wherever it stands.
    void callChosen(const QString &callId);
    /// Down, or Enter in an empty line.
    void leaveToRows();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void take(const models::PastedText &pasted);
    void takeTime(const models::TimeSpan &span);
    void takeWords(const QString &text);
    void choose(CallField field, const QString &value);
    /// By itself: an id is not narrowed by what stood there before.
    void chooseAlone(CallField field, const QString &value);
    void onAnswer(const models::CallLookup::Answer &answer);
    void choosePartner(const models::CallLookup::Answer &answer);
    void tellKey(const models::CallLookup::Answer &answer);
    void offerCredentials(const models::CallLookup::Answer &answer);
    void say(const QString &text);
    void finish();

    const ViewContext &m_context;
    Frame m_frame;
    models::CallLookup m_lookup;
    CallFilter m_filter;
    CallFilter m_read; ///< of a line whose words are being looked up
    models::PastedText m_key;
    QLineEdit *m_line;
    Label *m_message;
    MessageBanner *m_answer;
};

} // namespace pc::views
