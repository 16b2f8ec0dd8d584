// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/node_builder.h"

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

std::shared_ptr<Node> NodeBuilder::make(Node::Kind kind, int line)
{
    if (++m_nodes > m_bounds.nodes)
        throw Fault{line, u"more than %1 values"_s.arg(m_bounds.nodes)};
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->line = line;
    return node;
}

void NodeBuilder::add(const NodePtr &node, Mark mark)
{
    if (mark != 0)
        m_marked[mark] = node;
    if (m_open.empty()) {
        m_root = node;
        return;
    }
    Open &around = m_open.back();
    if (around.node->kind == Node::Kind::Sequence) {
        around.node->items.push_back(node);
    } else if (around.name) {
        around.node->members.emplace_back(*around.name, node);
        around.name.reset();
    } else {
        if (!node->isText())
            throw Fault{node->line, u"the name of a member is not a text"_s};
        if (node->text == u"<<")
            throw Fault{node->line, u"\"<<\" (a merge) is not a part of YAML as OpenAPI uses it"_s};
        if (around.names.contains(node->text))
            throw Fault{node->line, u"\"%1\" stands twice in one object"_s.arg(node->text.left(200))};
        around.names.insert(node->text);
        around.name = node->text;
    }
}

void NodeBuilder::null(int line, Mark mark)
{
    add(make(Node::Kind::Null, line), mark);
}

void NodeBuilder::scalar(QString text, Node::Kind kind, int line, Mark mark)
{
    const std::shared_ptr<Node> node = make(kind, line);
    node->text = std::move(text);
    add(node, mark);
}

void NodeBuilder::begin(Node::Kind kind, int line, Mark mark)
{
    if (static_cast<int>(m_open.size()) >= m_bounds.depth)
        throw Fault{line, u"nested more than %1 deep"_s.arg(m_bounds.depth)};
    m_open.push_back({make(kind, line), mark, {}, {}});
}

void NodeBuilder::end()
{
    const Open ended = std::move(m_open.back());
    m_open.pop_back();
    add(ended.node, ended.mark);
}

void NodeBuilder::alias(Mark mark, int line)
{
    if (++m_aliases > m_bounds.aliases)
        throw Fault{line, u"more than %1 aliases"_s.arg(m_bounds.aliases)};
    const auto found = m_marked.find(mark);
    if (found == m_marked.end())
        throw Fault{line, u"an alias names a value that holds it"_s};
    add(found->second, 0);
}

} // namespace pc::platform::openapi
