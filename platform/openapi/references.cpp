// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/references.h"

#include "platform/uri/percent.h"

#include <QStringList>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

const Node *References::child(const Node &of, const QString &name)
{
    if (of.kind == Node::Kind::Sequence) {
        bool isNumber = false;
        const uint place = name.toUInt(&isNumber);
        return isNumber && place < of.items.size() ? of.items[place].get() : nullptr;
    }
    constexpr std::size_t large = 16;
    if (of.members.size() < large)
        return of.member(name);
    QHash<QString, const Node *> &members = m_members[&of];
    if (members.isEmpty()) {
        for (const Node::Member &member : of.members)
            members.insert(member.first, member.second.get());
    }
    return members.value(name, nullptr);
}

const Node *References::find(const QString &pointer)
{
    const auto known = m_found.constFind(pointer);
    if (known != m_found.constEnd())
        return *known;
    const Node *at = &m_document;
    const QStringList steps = pointer.split(u'/').mid(1);
    for (QString step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        at = child(*at, step);
        if (at == nullptr)
            break;
    }
    m_found.insert(pointer, at);
    return at;
}

tl::expected<const Node *, Fault> References::resolved(const Node &node)
{
    constexpr int longestWay = 16;
    constexpr qsizetype longestTarget = 2048;
    const Node *at = &node;
    for (int step = 0; step <= longestWay; ++step) {
        m_looked += at->members.size();
        if (m_looked > mostLooked)
            throw Fault{at->line, u"references lead through too much"_s};
        const Node *reference = at->member(u"$ref");
        if (reference == nullptr || !reference->isText())
            return at;
        const QString target = reference->text;
        const auto refused = [reference, &target](const QString &why) {
            return tl::make_unexpected(Fault{reference->line, u"\"%1\" %2"_s.arg(target.left(200), why)});
        };
        if (target.size() > longestTarget)
            return refused(u"is longer than %1 characters"_s.arg(longestTarget));
        if (!target.startsWith(u'#'))
            return refused(u"leads into another file, which is not read"_s);
        const auto decoded = percentDecode(target.sliced(1).toUtf8());
        const QString pointer = decoded ? QString::fromUtf8(*decoded) : QString();
        if (!decoded || (!pointer.isEmpty() && !pointer.startsWith(u'/')))
            return refused(u"is not a place in this file"_s);
        at = find(pointer);
        if (at == nullptr)
            return refused(u"leads nowhere"_s);
    }
    return tl::make_unexpected(Fault{node.line, u"a reference leads round in a circle"_s});
}

} // namespace pc::platform::openapi
