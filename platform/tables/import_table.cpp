// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tables/import_table.h"

#include "contract/codec/repeated_member.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestColumn = 64;
constexpr qint64 mostTableValues = 200'000;

tl::unexpected<TableFault> tableFault(int line, const QString &reason)
{
    return tl::make_unexpected(TableFault{line, reason});
}

bool isColumnName(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestColumn &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
           });
}

/// "Legal name" as "legal_name".
QString columnOf(const QString &text)
{
    QString name = text.trimmed().toLower();
    name.replace(u' ', u'_').replace(u'-', u'_');
    return name;
}

/// Splits a text into records; knows where each begins.
class CsvReader
{
public:
    CsvReader(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    struct Record
    {
        int line = 0;
        QStringList cells;
    };
    /// Nothing at the end.
    [[nodiscard]] tl::expected<std::optional<Record>, TableFault> next();

private:
    [[nodiscard]] tl::expected<QString, TableFault> cell();
    [[nodiscard]] tl::expected<QString, TableFault> quoted();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar here() const { return m_text.at(m_at); }
    [[nodiscard]] bool atBreak() const { return here() == u'\n' || here() == u'\r'; }
    void passBreak();

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

void CsvReader::passBreak()
{
    if (here() == u'\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

tl::expected<QString, TableFault> CsvReader::quoted()
{
    const int began = m_line;
    QString value;
    for (++m_at; !atEnd(); ++m_at) {
        const QChar c = here();
        if (c == u'"') {
            if (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'"') {
                ++m_at;
                if (!atEnd() && here() != m_separator && !atBreak())
                    return tableFault(m_line, u"Something stands behind a closing quote."_s);
                return value;
            }
            ++m_at;
        } else if (c == u'\n') {
            ++m_line;
        }
        value.append(c);
        if (value.size() > longestCell)
            return tableFault(began, u"A cell is too long."_s);
    }
    return tableFault(began, u"A quote is not closed."_s);
}

tl::expected<QString, TableFault> CsvReader::cell()
{
    if (!atEnd() && here() == u'"')
        return quoted();
    const qsizetype from = m_at;
    while (!atEnd() && here() != m_separator && !atBreak()) {
        if (here() == u'"')
            return tableFault(m_line, u"A quote stands inside of a cell that has none around it."_s);
        ++m_at;
    }
    if (m_at - from > longestCell)
        return tableFault(m_line, u"A cell is too long."_s);
    return m_text.mid(from, m_at - from);
}

tl::expected<std::optional<CsvReader::Record>, TableFault> CsvReader::next()
{
    if (atEnd())
        return std::optional<Record>();
    Record record;
    record.line = m_line;
    for (;;) {
        auto value = cell();
        if (!value)
            return tl::make_unexpected(value.error());
        record.cells.append(*value);
        if (record.cells.size() > mostColumns)
            return tableFault(record.line, u"There are too many columns."_s);
        if (atEnd())
            return std::optional(std::move(record));
        if (atBreak()) {
            passBreak();
            return std::optional(std::move(record));
        }
        ++m_at; // the separator
    }
}

/// The one that stands in the first line most often, outside of quotes.
QChar separatorOf(const QString &text)
{
    QHash<QChar, int> counts;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        if (!quoted)
            ++counts[c];
    }
    QChar best = u',';
    for (const QChar each : {u';', u'\t'}) {
        if (counts.value(each) > counts.value(best))
            best = each;
    }
    return best;
}

/// A cell without what spreadsheets put around it; nothing for a formula.
std::optional<QString> plainCell(const QString &cell)
{
    QString text = cell.trimmed();
    constexpr QStringView computed = u"=+-@";
    if (text.size() > 1 && text.front() == u'\'' && computed.contains(text.at(1)))
        return text.mid(1);
    if (!text.isEmpty() && (text.front() == u'=' || text.front() == u'@'))
        return std::nullopt;
    return text;
}

tl::expected<QStringList, TableFault> columnsOf(const QStringList &cells)
{
    QStringList columns;
    for (const QString &each : cells) {
        const QString column = columnOf(each);
        if (!isColumnName(column))
            return tableFault(1, u"Column %1 has no name of small letters, digits and underscores."_s.arg(
                                     columns.size() + 1));
        if (columns.contains(column))
            return tableFault(1, u"Column %1 has the name of another one."_s.arg(columns.size() + 1));
        columns.append(column);
    }
    return columns;
}

tl::expected<ImportTable::Row, TableFault> rowOf(const CsvReader::Record &record, const QStringList &columns)
{
    ImportTable::Row row;
    row.line = record.line;
    for (qsizetype i = 0; i < record.cells.size(); ++i) {
        const auto cell = plainCell(record.cells.at(i));
        if (!cell)
            return tableFault(record.line, u"Column %1 holds a formula."_s.arg(i + 1));
        if (cell->isEmpty())
            continue;
        if (i >= columns.size())
            return tableFault(record.line, u"There are more cells than columns."_s);
        row.cells.insert(columns.at(i), *cell);
    }
    return row;
}

/// A value of JSON as a cell; nothing when it is none.
std::optional<QString> cellOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isDouble()) {
        const qint64 whole = value.toInteger(-1);
        return whole >= 0 ? std::optional(QString::number(whole)) : std::nullopt;
    }
    if (!value.isArray())
        return std::nullopt;
    QStringList parts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &each : list) {
        if (!each.isString() || each.toString().contains(listSeparator))
            return std::nullopt;
        parts.append(each.toString());
    }
    return parts.join(listSeparator);
}

} // namespace

ReadTable readCsvTable(const QByteArray &bytes, int mostRows)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes); // drops the mark
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return tableFault(0, u"It is no UTF-8 text."_s);
    CsvReader reader(text, separatorOf(text));
    ImportTable table;
    for (;;) {
        const auto record = reader.next();
        if (!record)
            return tl::make_unexpected(record.error());
        if (!*record)
            break;
        const QStringList &cells = (*record)->cells;
        if (std::all_of(cells.begin(), cells.end(),
                        [](const QString &each) { return each.trimmed().isEmpty(); }))
            continue;
        if (table.columns.isEmpty()) {
            auto columns = columnsOf(cells);
            if (!columns)
                return tl::make_unexpected(columns.error());
            table.columns = std::move(*columns);
            continue;
        }
        auto row = rowOf(**record, table.columns);
        if (!row)
            return tl::make_unexpected(row.error());
        if (table.rows.size() >= mostRows)
            return tableFault((*record)->line, u"There are more than %1 rows."_s.arg(mostRows));
        table.rows.append(std::move(*row));
    }
    if (table.columns.isEmpty())
        return tableFault(0, u"It has no line that names the columns."_s);
    return table;
}

ReadTable readJsonTable(const QByteArray &bytes, const QString &member, int mostRows)
{
    if (valuesIn(bytes) > mostTableValues)
        return tableFault(0, u"It has too many values."_s);
    const auto root = parseBody(bytes);
    if (!root)
        return tableFault(0, u"It is no JSON object, or has a member twice."_s);
    if (root->size() != 1 || !root->value(member).isArray())
        return tableFault(0, u"It is no object with the one list \"%1\"."_s.arg(member));
    const QJsonArray list = root->value(member).toArray();
    if (list.size() > mostRows)
        return tableFault(0, u"There are more than %1 rows."_s.arg(mostRows));
    ImportTable table;
    for (const QJsonValue &each : list) {
        ImportTable::Row row;
        row.line = static_cast<int>(table.rows.size()) + 1;
        if (!each.isObject())
            return tableFault(row.line, u"This entry is no object."_s);
        const QJsonObject object = each.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const auto cell = cellOf(it.value());
            if (!isColumnName(it.key()))
                return tableFault(row.line,
                                  u"A member has no name of small letters, digits and underscores."_s);
            if (!table.columns.contains(it.key()))
                table.columns.append(it.key());
            if (!cell || cell->size() > longestCell || table.columns.size() > mostColumns)
                return tableFault(row.line,
                                  u"A member is neither a text, a whole number nor a list of texts."_s);
            if (!cell->isEmpty())
                row.cells.insert(it.key(), *cell);
        }
        table.rows.append(std::move(row));
    }
    return table;
}

} // namespace pc::platform
