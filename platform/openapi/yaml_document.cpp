// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/yaml_document.h"

#include "platform/openapi/plain_scalar.h"
#include "platform/uri/percent.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

/// The bytes as the scanner asks for them. It keeps what it scanned until it knows what that is, a token for
/// each character at worst: of nested brackets all, as they may be a name. How far it may read
/// before it says something of it is bounded, and with it what it keeps.
class BoundedSource final : public std::streambuf
{
public:
    explicit BoundedSource(QByteArrayView bytes)
    {
        char *begin = const_cast<char *>(bytes.data()); // only read: nothing is ever put
        setg(begin, begin, begin + bytes.size());
    }

    /// Something was said, of this line.
    void said(int line)
    {
        m_line = line;
        m_ahead = 0;
    }

protected:
    std::streamsize xsgetn(char *to, std::streamsize most) override
    {
        m_ahead += most;
        if (m_ahead > longestAhead)
            throw Fault{m_line,
                        u"a value of more than %1 KiB begins here or below, which only JSON may have"_s.arg(
                            longestAhead / 1024)};
        return std::streambuf::xsgetn(to, most);
    }

private:
    static constexpr std::streamsize longestAhead = std::streamsize{1024} * 1024;

    int m_line = 1;
    std::streamsize m_ahead = 0;
};

class YamlEvents final : public YAML::EventHandler
{
public:
    YamlEvents(NodeBuilder &into, BoundedSource &source) : m_into(into), m_source(source) {}

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        m_source.said(lineOf(mark));
        if (m_documents++ > 0)
            throw Fault{lineOf(mark), u"a second document begins"_s};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_source.said(lineOf(mark));
        m_into.null(lineOf(mark), anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_source.said(lineOf(mark));
        m_into.alias(anchor, lineOf(mark));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        m_source.said(lineOf(mark));
        checkTag(mark, tag);
        const bool plain = tag != "!" && tag != stringTag;
        const QString text = QString::fromStdString(value);
        if (plain && plainAsJson(text) == u"null")
            m_into.null(lineOf(mark), anchor);
        else
            m_into.scalar(text, plain ? Node::Kind::Plain : Node::Kind::Text, lineOf(mark), anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        m_source.said(lineOf(mark));
        checkTag(mark, tag);
        m_into.begin(Node::Kind::Sequence, lineOf(mark), anchor);
    }
    void OnSequenceEnd() override { m_into.end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        m_source.said(lineOf(mark));
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
    BoundedSource &m_source;
    int m_documents = 0;
};

bool isHexOf(QByteArrayView digits, QByteArrayView first, QByteArrayView second)
{
    return first.contains(digits[0]) && second.contains(digits[1]) && hexValue(digits[2]) >= 0 &&
           hexValue(digits[3]) >= 0;
}

/// "\ud83d\ude00" as the one character that JSON means by it: yaml-cpp takes no half of one. Nothing when
/// there is none; lines stay where they are.
std::optional<QByteArray> withPairsJoined(QByteArrayView bytes)
{
    constexpr qsizetype half = 6; // \uXXXX
    std::optional<QByteArray> joined;
    qsizetype done = 0;
    for (qsizetype at = bytes.indexOf("\\u"); at >= 0 && at + 2 * half <= bytes.size();) {
        const QByteArrayView pair = bytes.sliced(at, 2 * half);
        qsizetype backslashes = 0;
        while (backslashes < at && bytes[at - backslashes - 1] == '\\')
            ++backslashes;
        const bool isPair = backslashes % 2 == 0 && isHexOf(pair.sliced(2, 4), "dD", "89abAB") &&
                            pair.sliced(half, 2) == "\\u" &&
                            isHexOf(pair.sliced(half + 2, 4), "dD", "cdefCDEF");
        if (isPair) {
            const QChar both[]{QChar(pair.sliced(2, 4).toUShort(nullptr, 16)),
                               QChar(pair.sliced(half + 2, 4).toUShort(nullptr, 16))};
            if (!joined)
                joined.emplace();
            *joined += bytes.sliced(done, at - done);
            *joined += QStringView(both, 2).toUtf8();
            done = at + 2 * half;
        }
        at = bytes.indexOf("\\u", at + (isPair ? 2 * half : 2));
    }
    if (joined)
        *joined += bytes.sliced(done);
    return joined;
}

} // namespace

void readYaml(QByteArrayView bytes, NodeBuilder &into)
{
    const std::optional<QByteArray> joined = withPairsJoined(bytes);
    BoundedSource source(joined ? QByteArrayView(*joined) : bytes);
    std::istream stream(&source);
    YamlEvents events(into, source);
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
