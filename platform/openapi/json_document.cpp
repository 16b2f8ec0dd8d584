// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/json_document.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

/// RapidJSON's input, counting lines.
class Lines
{
public:
    using Ch = char;

    explicit Lines(QByteArrayView bytes) : m_begin(bytes.begin()), m_at(bytes.begin()), m_end(bytes.end()) {}

    Ch Peek() const { return m_at == m_end ? '\0' : *m_at; }
    Ch Take()
    {
        if (m_at == m_end)
            return '\0';
        m_line += *m_at == '\n' ? 1 : 0;
        return *m_at++;
    }
    std::size_t Tell() const { return static_cast<std::size_t>(m_at - m_begin); }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_end; }
    [[nodiscard]] int line() const { return m_line; }

    // For reading in place, which is not done.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    std::size_t PutEnd(Ch *) { return 0; }

private:
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    int m_line = 1;
};

class JsonEvents
{
public:
    JsonEvents(NodeBuilder &into, const Lines &lines) : m_into(into), m_lines(lines) {}

    bool Null()
    {
        m_into.null(m_lines.line());
        return true;
    }
    bool Bool(bool value) { return add(value ? u"true"_s : u"false"_s, Node::Kind::Plain); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        return add(QString::fromLatin1(text, static_cast<qsizetype>(size)), Node::Kind::Plain);
    }
    bool String(const char *text, rapidjson::SizeType size, bool)
    {
        return add(QString::fromUtf8(text, static_cast<qsizetype>(size)), Node::Kind::Text);
    }
    bool Key(const char *text, rapidjson::SizeType size, bool copy) { return String(text, size, copy); }
    bool StartObject() { return begin(Node::Kind::Map); }
    bool StartArray() { return begin(Node::Kind::Sequence); }
    bool EndObject(rapidjson::SizeType) { return end(); }
    bool EndArray(rapidjson::SizeType) { return end(); }
    // Numbers come as they are written.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    bool add(QString text, Node::Kind kind)
    {
        m_into.scalar(std::move(text), kind, m_lines.line());
        return true;
    }
    bool begin(Node::Kind kind)
    {
        m_into.begin(kind, m_lines.line());
        return true;
    }
    bool end()
    {
        m_into.end();
        return true;
    }

    NodeBuilder &m_into;
    const Lines &m_lines;
};

} // namespace

void readJson(QByteArrayView bytes, NodeBuilder &into)
{
    // Without recursion: nesting is bounded by the builder.
    constexpr unsigned how = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
    Lines lines(bytes);
    JsonEvents events(into, lines);
    rapidjson::Reader reader;
    reader.Parse<how>(lines, events);
    if (reader.HasParseError())
        throw Fault{lines.line(),
                    u"not JSON: %1"_s
                        .arg(QString::fromLatin1(rapidjson::GetParseError_En(reader.GetParseErrorCode())))
                        .chopped(1)};
    if (!lines.isAtEnd()) // a zero byte ends what RapidJSON reads
        throw Fault{lines.line(), u"not JSON: a zero byte"_s};
}

} // namespace pc::platform::openapi
