// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tables/import_table.h"

#include "contract/codec/repeated_member.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <optional>
#include <utility>

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
    /// From there on, in the first line.
    CsvReader(const QString &text, QChar separator, qsizetype from)
        : m_text(text), m_separator(separator), m_at(from)
    {
    }

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
    qsizetype m_at;
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

/// What may stand before the line of the columns, for Excel: "sep=;".
constexpr qsizetype saidSize = 5;

/// A null character where it does not stand.
QChar saidSeparator(const QString &text)
{
    const bool isSaid = text.size() > saidSize && text.startsWith(u"sep="_s, Qt::CaseInsensitive) &&
                        (text.at(saidSize) == u'\r' || text.at(saidSize) == u'\n');
    const QChar separator = isSaid ? text.at(saidSize - 1) : QChar();
    return separator == u',' || separator == u';' || separator == u'\t' ? separator : QChar();
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

tl::expected<QStringList, TableFault> columnsOf(const CsvReader::Record &record)
{
    QStringList named = record.cells;
    while (named.constLast().trimmed().isEmpty()) // some cell is not
        named.removeLast();
    QStringList columns;
    for (const QString &each : std::as_const(named)) {
        const QString column = columnOf(each);
        if (!isColumnName(column))
            return tableFault(
                record.line,
                u"Column %1 has no name of small letters, digits and underscores."_s.arg(columns.size() + 1));
        if (columns.contains(column))
            return tableFault(record.line,
                              u"Column %1 has the name of another one."_s.arg(columns.size() + 1));
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

/// A number as a cell has it; nothing for one below nothing, and for one of more digits than JSON keeps.
std::optional<QString> numberCell(const QJsonValue &value)
{
    constexpr double largest = 1e15;
    if (const qint64 whole = value.toInteger(-1); whole >= 0)
        return QString::number(whole);
    const double number = value.toDouble(-1);
    return number >= 0 && number < largest
               ? std::optional(QString::number(number, 'f', QLocale::FloatingPointShortest))
               : std::nullopt;
}

bool isListColumn(const QString &column)
{
    return column == u"data_categories" || column == u"tags" || column == u"scopes";
}

/// A value of JSON as a cell; nothing when it is none. One text in a list is a text where none stands.
std::optional<QString> cellOf(const QJsonValue &value, bool isList)
{
    if (value.isNull())
        return QString();
    if (value.isString())
        return value.toString().trimmed();
    if (value.isDouble())
        return numberCell(value);
    if (!value.isArray())
        return std::nullopt;
    QStringList parts;
    const QJsonArray list = value.toArray();
    if (!isList) {
        const QJsonValue only = list.size() == 1 ? list.at(0) : QJsonValue(QString());
        return list.size() > 1 || !only.isString() ? std::nullopt : std::optional(only.toString().trimmed());
    }
    for (const QJsonValue &each : list) {
        if (!each.isString() || each.toString().contains(listSeparator))
            return std::nullopt;
        parts.append(each.toString());
    }
    if (parts.size() == 1 && listIn(parts.constFirst()).size() > 1)
        parts.append(QString()); // so that a comma within it separates nothing
    return parts.join(listSeparator);
}

/// Of one entry of JSON; its columns are added to `table`.
tl::expected<ImportTable::Row, TableFault> rowOf(const QJsonObject &object, int line, ImportTable &table,
                                                 const QStringList &known)
{
    ImportTable::Row row;
    row.line = line;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!isColumnName(it.key()))
            return tableFault(line, u"A member has no name of small letters, digits and underscores."_s);
        if (!table.columns.contains(it.key()))
            table.columns.append(it.key());
        if (table.columns.size() > mostColumns)
            return tableFault(line, u"There are too many columns."_s);
        const QString named = known.contains(it.key()) ? u'"' + it.key() + u'"' : u"A member"_s;
        const auto cell = cellOf(it.value(), isListColumn(it.key()));
        if (!cell)
            return tableFault(line, (isListColumn(it.key())
                                         ? u"%1 is neither a text, a number nor a list of texts."_s
                                         : u"%1 is neither a text nor a number."_s)
                                        .arg(named));
        if (cell->size() > longestCell)
            return tableFault(line, u"%1 is too long."_s.arg(named));
        if (!cell->isEmpty())
            row.cells.insert(it.key(), *cell);
    }
    return row;
}

} // namespace

ReadTable readCsvTable(const QByteArray &bytes, int mostRows)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes); // drops the mark
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return tableFault(0, u"It is no UTF-8 text."_s);
    const QChar said = saidSeparator(text);
    CsvReader reader =
        said.isNull() ? CsvReader(text, separatorOf(text), 0) : CsvReader(text, said, saidSize);
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
            auto columns = columnsOf(**record);
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

ReadTable readJsonTable(const QByteArray &bytes, const QString &member, const QStringList &columns,
                        int mostRows)
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
        const int line = static_cast<int>(table.rows.size()) + 1;
        if (!each.isObject())
            return tableFault(line, u"This entry is no object."_s);
        auto row = rowOf(each.toObject(), line, table, columns);
        if (!row)
            return tl::make_unexpected(row.error());
        table.rows.append(std::move(*row));
    }
    return table;
}

QStringList listIn(const QString &cell)
{
    static const QRegularExpression otherSeparators(u"[,;]"_s);
    const QStringList parts =
        cell.contains(listSeparator) ? cell.split(listSeparator) : cell.split(otherSeparators);
    QStringList list;
    for (const QString &each : parts) {
        if (const QString entry = each.trimmed(); !entry.isEmpty())
            list.append(entry);
    }
    return list;
}

} // namespace pc::platform
