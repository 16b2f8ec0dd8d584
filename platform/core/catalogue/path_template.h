// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/catalogue/segment_template.h"

namespace pc::platform {

/// The template of a route's path, as OpenAPI writes them: "/api/v1/orders/{order_id}". A slash at the end
/// makes another path.
class PathTemplate
{
public:
    /// At most this many segments; bounds the steps of a look-up.
    static constexpr qsizetype deepest = 64;
    static constexpr qsizetype longest = 512; ///< characters

    /// Why not, as a part of a sentence that names the template.
    [[nodiscard]] static tl::expected<PathTemplate, QString> parse(const QString &path);

    [[nodiscard]] const std::vector<SegmentTemplate> &segments() const { return m_segments; }
    [[nodiscard]] const QStringList &names() const { return m_names; } ///< of the parameters, in order
    /// The same for all templates that the same calls match: names do not count.
    [[nodiscard]] QString shape() const;

    /// Whether a call can have such a path at all: canonicalPath() would let one through. A template may have
    /// characters that no call has, such as those that are not seen.
    [[nodiscard]] bool isCallable() const;

private:
    std::vector<SegmentTemplate> m_segments;
    QStringList m_names;
};

} // namespace pc::platform
