// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_flow.h"

#include <QWidget>

class QVBoxLayout;

namespace pc::views {

class CodeBlock;
class Label;
class MessageBanner;

/// The last step: everything in sentences, what is still wrong with a way to it, and the request as JSON.
class ReviewPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget *parent = nullptr);
    void showFlow(const models::OnboardFlow &flow, const QString &planName);

Q_SIGNALS:
    /// To where it is corrected.
    void problemChosen(const pc::rules::FieldProblem &problem);
    void copyRequested(const QString &text);

private:
    /// A problem and its field by name, which changes with the contacts before it.
    struct Line
    {
        rules::FieldProblem problem;
        QString field;
        bool operator==(const Line &) const = default;
    };
    void showProblems(const QList<Line> &lines);
    QWidget *makeRow(const Line &shown);

    Label *m_sentence;
    QWidget *m_problems;
    QVBoxLayout *m_problemRows;
    CodeBlock *m_json;
    QByteArray m_shown;
    QList<Line> m_lines;
    QList<QWidget *> m_rows; ///< one for each of them
};

} // namespace pc::views
