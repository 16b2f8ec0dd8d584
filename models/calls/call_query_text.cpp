// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_query_text.h"

#include "contract/rules/call_fields.h"
#include "models/calls/pasted_text.h"
#include "models/text/query_terms.h"
#include "models/time/time_reader.h"

#include <algorithm>
#include <utility>

namespace pc::models {

using namespace Qt::StringLiterals;
using Code = CallQueryFault::Code;

namespace {

/// By its name, or by that of its parameter in the Admin API.
CallField callFieldNamed(const QString &name)
{
    for (const rules::CallFieldRow &row : rules::callFields()) {
        if (name == toText(row.field) || name == QLatin1String(row.parameter))
            return row.field;
    }
    return CallField::Unknown;
}

CallField callFieldOf(PastedText::Kind kind)
{
    switch (kind) {
    case PastedText::Kind::Decision:
        return CallField::Decision;
    case PastedText::Kind::Request:
        return CallField::Request;
    case PastedText::Kind::Key:
    case PastedText::Kind::Credential:
        return CallField::Credential;
    case PastedText::Kind::Partner:
        return CallField::Partner;
    case PastedText::Kind::Address:
        return CallField::Source;
    default:
        return CallField::Unknown;
    }
}

class CallQueryReader
{
public:
    CallQueryReader(const CallFilter &base, const TimeFrame &frame) : m_frame(frame) { m_read.filter = base; }

    CallQueryText read(const QString &line)
    {
        for (const QueryTerm &term : queryTerms(line)) {
            if (term.field.isEmpty())
                readWord(term.value);
            else if (const CallField field = callFieldNamed(term.field); field != CallField::Unknown)
                readValues(field, term);
            else if (!term.isExcluded && (term.field == u"after" || term.field == u"before"))
                readTimeOf(term);
            else
                fault(Code::UnknownField, term);
        }
        if (m_read.filter.from && m_read.filter.to && *m_read.filter.to <= *m_read.filter.from)
            fault(Code::EndsFirst, {});
        m_read.words = m_words.join(u' ');
        if (!m_words.isEmpty())
            fault(Code::Words, {{}, m_read.words, false, {}});
        return std::move(m_read);
    }

private:
    void fault(Code code, const QueryTerm &term)
    {
        if (m_read.fault.code == Code::None)
            m_read.fault = {code, term.field, term.value};
    }

    void readWord(const QString &word)
    {
        if (word.isEmpty())
            return;
        const PastedText pasted = classifyPasted(word, m_frame);
        const CallField field = callFieldOf(pasted.kind);
        if (field != CallField::Unknown)
            add(field, {pasted.value}, {toText(field), pasted.value, false, {}});
        else if (pasted.kind != PastedText::Kind::Secret) // which is nobody's to keep
            m_words.append(word);
    }

    void readValues(CallField field, const QueryTerm &term)
    {
        const rules::CallFieldRow &row = rules::callField(field);
        if (term.isExcluded && !row.takesSeveral)
            return fault(Code::NotExcludable, term);
        QStringList values{term.value};
        if (row.takesSeveral)
            values = term.value.split(u',', Qt::SkipEmptyParts);
        values.removeAll(QString());
        if (values.isEmpty())
            return fault(Code::MissingValue, term);
        for (const QString &value : std::as_const(values)) {
            if (!rules::isCallValue(field, value))
                return fault(Code::WrongValue, {term.field, value, term.isExcluded, {}});
        }
        add(field, values, term);
    }

    void add(CallField field, const QStringList &values, const QueryTerm &term)
    {
        // What `base` says of a field, the line says otherwise.
        const auto key = std::pair(field, term.isExcluded);
        QStringList all = m_said.contains(key) ? m_read.filter.values(field, term.isExcluded) : QStringList();
        if (!m_said.contains(key))
            m_said.append(key);
        for (const QString &value : values) {
            if (!all.contains(value))
                all.append(value);
        }
        if (all.size() > 1 && !rules::callField(field).takesSeveral)
            return fault(Code::OneValueOnly, term);
        if (all.size() > rules::mostCallValues)
            return fault(Code::TooManyValues, term);
        m_read.filter.set(field, all, term.isExcluded);
    }

    void readTimeOf(const QueryTerm &term)
    {
        if (term.value.isEmpty())
            return fault(Code::MissingValue, term);
        const QDateTime time = readTime(term.value, m_frame).span.from;
        if (!time.isValid())
            return fault(Code::NotATime, term);
        (term.field == u"after" ? m_read.filter.from : m_read.filter.to) = time;
    }

    const TimeFrame &m_frame;
    CallQueryText m_read;
    QStringList m_words;
    QList<std::pair<CallField, bool>> m_said; ///< by the line, and whether it leaves out
};

} // namespace

CallQueryText parseCallQuery(const QString &line, const CallFilter &base, const TimeFrame &frame)
{
    return CallQueryReader(base, frame).read(line);
}

QString callQueryText(const CallFilter &filter)
{
    QStringList terms;
    for (const rules::CallFieldRow &row : rules::callFields()) {
        for (const bool isExcluded : {false, true}) {
            const QStringList values = filter.values(row.field, isExcluded);
            if (!values.isEmpty())
                terms.append(termText(toText(row.field), values.join(u','), isExcluded));
        }
    }
    if (filter.from)
        terms.append(termText(u"after"_s, timeValue(*filter.from)));
    if (filter.to)
        terms.append(termText(u"before"_s, timeValue(*filter.to)));
    return terms.join(u' ');
}

QStringList callQueryFields()
{
    QStringList fields;
    for (const rules::CallFieldRow &row : rules::callFields())
        fields.append(toText(row.field));
    return fields + QStringList{u"after"_s, u"before"_s};
}

QString withCallField(const QString &line, CallField field, const QString &value, bool isExcluded)
{
    QStringList terms;
    QStringList values; // left out already
    for (const QueryTerm &term : queryTerms(line)) {
        const bool isOfField = callFieldNamed(term.field) == field;
        if (!isOfField || (term.isExcluded != isExcluded && term.value != value))
            terms.append(term.text);
        else if (isExcluded && term.isExcluded)
            values.append(term.value);
    }
    if (!values.contains(value))
        values.append(value);
    terms.append(termText(toText(field), values.join(u','), isExcluded));
    return terms.join(u' ');
}

} // namespace pc::models
