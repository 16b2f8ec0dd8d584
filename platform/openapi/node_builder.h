// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node.h"

#include <QSet>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pc::platform::openapi {

/// What a document may hold at most: a hostile one costs memory and time by its size only.
struct DocumentBounds
{
    qsizetype bytes = qsizetype{64} * 1024 * 1024;
    int depth = 200;
    int nodes = 2'000'000;
    int aliases = 10'000;
};

/// Makes a document of the events of a parser, JSON's or YAML's: names of members come as texts before their
/// values. Throws a Fault where a bound is passed, a name stands twice or is no text, or an alias names what
/// has not ended. `mark` (YAML's anchor) is 0 where there is none.
class NodeBuilder
{
public:
    using Mark = std::size_t;

    explicit NodeBuilder(const DocumentBounds &bounds) : m_bounds(bounds) {}

    void null(int line, Mark mark = 0);
    void scalar(QString text, Node::Kind kind, int line, Mark mark = 0);
    void begin(Node::Kind kind, int line, Mark mark = 0); ///< Sequence or Map
    void end();
    void alias(Mark mark, int line);

    /// The document, once its value has ended; null before.
    [[nodiscard]] NodePtr take() { return std::move(m_root); }

private:
    struct Open
    {
        std::shared_ptr<Node> node;
        Mark mark = 0;
        std::optional<QString> name; ///< of the member whose value comes next
        QSet<QString> names;
    };

    std::shared_ptr<Node> make(Node::Kind kind, int line);
    void add(const NodePtr &node, Mark mark);

    const DocumentBounds m_bounds;
    int m_nodes = 0;
    int m_aliases = 0;
    NodePtr m_root;
    std::vector<Open> m_open;
    std::unordered_map<Mark, NodePtr> m_marked;
};

} // namespace pc::platform::openapi
