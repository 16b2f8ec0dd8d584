// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/sample_size.h"
#include "views/widgets/card.h"

#include <optional>

class QPushButton;

namespace pc::views {

class Label;

/// The way to look around: opens the sample of this workstation or, when there is none, offers to make a
/// small or a full one. Says before what each takes, and what is free.
class SampleCard final : public Card
{
    Q_OBJECT
public:
    explicit SampleCard(bool hasSample, QWidget *parent = nullptr);

    /// Bytes free where the sample goes; what does not fit cannot be chosen. Nothing: it is not known.
    void setFreeBytes(std::optional<qint64> bytes);

Q_SIGNALS:
    /// Of a new sample; without meaning when there is one to open.
    void chosen(pc::rules::SampleSize size);

private:
    struct Choice
    {
        rules::SampleSize size;
        QPushButton *button;
        Label *cost;
    };
    [[nodiscard]] Choice addChoice(rules::SampleSize size, const QString &name, const QString &title,
                                   bool primary);

    QList<Choice> m_choices;
    Label *m_free = nullptr;
};

} // namespace pc::views
