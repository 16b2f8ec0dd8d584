// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <memory>
#include <utility>
#include <vector>

namespace pc::platform::openapi {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// One value of a document, JSON or YAML, and the line where it begins. What an alias names is shared, never
/// copied.
struct Node
{
    enum class Kind {
        Null,
        Text,  ///< quoted: a text, whatever it looks like
        Plain, ///< without quotes, as it is written: plainAsJson() says what it stands for
        Sequence,
        Map
    };
    using Member = std::pair<QString, NodePtr>;

    Kind kind = Kind::Null;
    int line = 0; ///< from 1
    QString text;
    std::vector<NodePtr> items;
    std::vector<Member> members; ///< in the order of the document; no name twice

    [[nodiscard]] bool isText() const { return kind == Kind::Text || kind == Kind::Plain; }
    [[nodiscard]] bool isTrue() const;
    /// Null when it has none of this name, or is no map.
    [[nodiscard]] const Node *member(QStringView name) const;
    /// The text of a member; empty when it is not there or no text.
    [[nodiscard]] QString textOf(QStringView name) const;
};

/// Why a document is refused.
struct Fault
{
    int line = 0;   ///< from 1; 0: the document as a whole
    QString reason; ///< an English sentence without its full stop
};

} // namespace pc::platform::openapi
