// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/node.h"

#include "platform/openapi/plain_scalar.h"

#include <algorithm>

namespace pc::platform::openapi {

bool Node::isTrue() const
{
    return kind == Kind::Plain && plainAsJson(text) == u"true";
}

const Node *Node::member(QStringView name) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [name](const Member &each) { return each.first == name; });
    return found == members.end() ? nullptr : found->second.get();
}

QString Node::textOf(QStringView name) const
{
    const Node *found = member(name);
    return found != nullptr && found->isText() ? found->text : QString();
}

} // namespace pc::platform::openapi
