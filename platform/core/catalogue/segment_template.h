// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace pc::platform {

/// One segment of a route's template: a text, a parameter ("{id}"), or both ("{id}.json", "{base}...{head}").
class SegmentTemplate
{
public:
    /// Why not, as a part of a sentence that names the template.
    [[nodiscard]] static tl::expected<SegmentTemplate, QString> parse(QStringView segment);

    [[nodiscard]] bool isLiteral() const { return m_names.isEmpty(); }
    /// Fits every segment that is not empty.
    [[nodiscard]] bool isWhole() const { return m_names.size() == 1 && literalSize() == 0; }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// Characters that are not of a parameter: of two templates that fit, the one with more decides.
    [[nodiscard]] qsizetype literalSize() const;
    /// The same for all templates that the same segments fit: names do not count.
    [[nodiscard]] QString shape() const { return m_literals.join(u"{}"); }

    /// The values of the parameters, in order, none of them empty. Nothing when the segment does not fit, or
    /// fits in more than one way: whoever reads it behind the gateway could read it the other way.
    [[nodiscard]] std::optional<std::vector<QString>> match(QStringView segment) const;

private:
    QStringList m_literals{QString()}; ///< before, between and behind the parameters: one more than names
    QStringList m_names;
};

} // namespace pc::platform
