// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/yaml_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

class YamlEvents final : public YAML::EventHandler
{
public:
    explicit YamlEvents(NodeBuilder &into) : m_into(into) {}

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_documents++ > 0)
            throw Fault{lineOf(mark), u"a second document begins"_s};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { m_into.null(lineOf(mark), anchor); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_into.alias(anchor, lineOf(mark));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        checkTag(mark, tag);
        const bool plain = tag != "!" && tag != stringTag;
        const QString text = QString::fromStdString(value);
        if (plain && (text.isEmpty() || text == u"~" || text == u"null"))
            m_into.null(lineOf(mark), anchor);
        else
            m_into.scalar(text, plain ? Node::Kind::Plain : Node::Kind::Text, lineOf(mark), anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        checkTag(mark, tag);
        m_into.begin(Node::Kind::Sequence, lineOf(mark), anchor);
    }
    void OnSequenceEnd() override { m_into.end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        checkTag(mark, tag);
        m_into.begin(Node::Kind::Map, lineOf(mark), anchor);
    }
    void OnMapEnd() override { m_into.end(); }

    [[nodiscard]] static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }

private:
    static constexpr std::string_view stringTag = "tag:yaml.org,2002:str";

    /// "?" and "!" say how a value was written; those of JSON's types say nothing new; others could mean
    /// anything.
    static void checkTag(const YAML::Mark &mark, std::string_view tag)
    {
        static constexpr std::array<std::string_view, 10> read{"",
                                                               "?",
                                                               "!",
                                                               stringTag,
                                                               "tag:yaml.org,2002:int",
                                                               "tag:yaml.org,2002:float",
                                                               "tag:yaml.org,2002:bool",
                                                               "tag:yaml.org,2002:null",
                                                               "tag:yaml.org,2002:map",
                                                               "tag:yaml.org,2002:seq"};
        if (std::find(read.begin(), read.end(), tag) == read.end())
            throw Fault{lineOf(mark),
                        u"the tag %1 is not read"_s.arg(
                            QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size())).left(100))};
    }

    NodeBuilder &m_into;
    int m_documents = 0;
};

} // namespace

void readYaml(QByteArrayView bytes, NodeBuilder &into)
{
    std::istringstream stream(std::string(bytes.data(), static_cast<std::size_t>(bytes.size())));
    YamlEvents events(into);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(events)) {
        }
    } catch (const YAML::Exception &failure) {
        throw Fault{YamlEvents::lineOf(failure.mark),
                    u"not YAML: %1"_s.arg(QString::fromStdString(failure.msg))};
    }
}

} // namespace pc::platform::openapi
