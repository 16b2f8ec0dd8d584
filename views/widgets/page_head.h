// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>

namespace pc::views {

class Label;

/// The first line of a page: its title, a count or fact of the same size beside it, so that both stand on one
/// base line, and at the trailing edge what is done here. Every page has this one.
class PageHead final : public QHBoxLayout
{
    Q_OBJECT
public:
    explicit PageHead(const QString &title);

    /// "24", "2 in force"; empty as long as it is not known.
    void setCount(const QString &text);
    [[nodiscard]] Label *countLabel() const { return m_count; }
    /// Beside the count, before the room that is left.
    void addBeside(QWidget *each);

private:
    Label *m_count;
};

} // namespace pc::views
