// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node.h"

#include <QHash>

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// Follows `$ref` inside one document (JSON Pointer as a URI fragment, RFC 6901 section 6).
class References
{
public:
    explicit References(const Node &document) : m_document(document) {}

    /// `node` itself when it is no reference; else what it leads to in the end. Not found, too long, in
    /// another file, or in a circle: why not, at the line of the reference that failed. Throws a Fault where
    /// the references of the document lead through too much.
    [[nodiscard]] tl::expected<const Node *, Fault> resolved(const Node &node);

private:
    [[nodiscard]] const Node *find(const QString &pointer);
    [[nodiscard]] const Node *child(const Node &of, const QString &name);

    /// Members that are looked at on the way, of all references together.
    static constexpr std::size_t mostLooked = 20'000'000;

    const Node &m_document;
    std::size_t m_looked = 0;
    QHash<QString, const Node *> m_found;                        ///< by pointer
    QHash<const Node *, QHash<QString, const Node *>> m_members; ///< of large maps, made when first asked
};

} // namespace pc::platform::openapi
