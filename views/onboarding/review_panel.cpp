// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/review_panel.h"

#include "contract/codec/codecs.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/code_block.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/reading_order.h"
#include "views/words/draft_words.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

ReviewPanel::ReviewPanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    auto *problems = new Card(tr("To be corrected first"));
    problems->setObjectName(u"reviewProblems"_s);
    problems->setSeverity(Severity::Bad);
    m_problems = problems;
    m_problemRows = problems->body();
    m_problemRows->setSpacing(space::xs);
    new HeightKeeper(problems);
    layout->addWidget(problems);
    auto *summary = new Card(tr("In words"));
    m_sentence = new Label;
    m_sentence->setObjectName(u"reviewSentence"_s);
    m_sentence->setWordWrap(true);
    summary->body()->addWidget(m_sentence);
    new HeightKeeper(summary);
    layout->addWidget(summary);
    layout->addWidget(new SectionTitle(tr("As it is sent")));
    m_json = new CodeBlock;
    m_json->setObjectName(u"reviewJson"_s);
    m_json->setMaximumRows(16);
    layout->addWidget(m_json);
    layout->addStretch();
    connect(m_json, &CodeBlock::copyRequested, this, &ReviewPanel::copyRequested);
}

void ReviewPanel::showFlow(const models::OnboardFlow &flow, const QString &planName)
{
    // Of a draft with gaps a sentence would say what nobody has typed.
    m_sentence->setText(flow.problems().isEmpty()
                            ? draftSentence(flow.draft(), planName)
                            : tr("This is said in words when nothing is missing any more."));
    const QByteArray json = QJsonDocument(toJson(flow.draft().partner)).toJson();
    if (json != m_shown) {
        m_shown = json;
        m_json->setCode(QString::fromUtf8(json.trimmed()));
    }
    QList<Line> lines;
    const QList<rules::FieldProblem> problems = flow.problems();
    for (const rules::FieldProblem &problem : problems)
        lines.append({problem, fieldName(problem, flow.draft().partner)});
    showProblems(lines);
}

/// Nothing that has not changed is made anew: the keyboard may be on it.
void ReviewPanel::showProblems(const QList<Line> &lines)
{
    m_problems->setVisible(!lines.isEmpty());
    if (lines == m_lines)
        return;
    QList<QWidget *> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype was = m_lines.indexOf(lines.at(i));
        QWidget *row = was >= 0 ? m_rows.at(was) : makeRow(lines.at(i));
        m_problemRows->insertWidget(static_cast<int>(i), row);
        row->show(); // at once: what is hidden until the next event cannot take the focus
        rows.append(row);
    }
    // Whoever was on a row that goes is on the one that takes its place.
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        QWidget *gone = m_rows.at(i);
        if (rows.contains(gone))
            continue;
        if (!rows.isEmpty() && gone->isAncestorOf(window()->focusWidget()))
            focusFirstStop(rows.at(std::min(i, rows.size() - 1)));
        delete gone;
    }
    m_lines = lines;
    m_rows = rows;
}

QWidget *ReviewPanel::makeRow(const Line &shown)
{
    const rules::FieldProblem &problem = shown.problem;
    auto *row = new QWidget(m_problems);
    row->setObjectName(u"reviewProblem"_s);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    const QString &field = shown.field;
    const QString step = stepTitle(models::stepOf(problem.pointer));
    const QString where = field.isEmpty() ? step : tr("%1, %2", "step, field").arg(step, field);
    auto *text = new Label(tr("%1: %2", "step, problem").arg(where, problemText(problem)));
    text->setWordWrap(true);
    QPushButton *go = makeButton(u"goToProblem"_s, tr("Correct"), Icon::None, ButtonKind::Ghost, row);
    go->setAccessibleName(tr("Correct: %1").arg(text->text()));
    // Icon, first line of the text and button stand on one line, however many lines there are.
    auto *mark = new IconLabel(Icon::Warning, Tone::Bad, 16);
    const int high = go->sizeHint().height();
    mark->setFixedHeight(high);
    text->setAlignment((text->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    text->setContentsMargins(0, std::max(0, (high - text->fontMetrics().height()) / 2), 0, 0);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    line->addWidget(go, 0, Qt::AlignTop);
    connect(go, &QPushButton::clicked, this, [this, problem] { Q_EMIT problemChosen(problem); });
    return row;
}

} // namespace pc::views
