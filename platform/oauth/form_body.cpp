// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/form_body.h"

#include "platform/uri/percent.h"

#include <algorithm>

namespace pc::platform {
namespace {

constexpr std::size_t mostItems = 50;

} // namespace

Secret FormBody::decode(QByteArrayView encoded, bool *ok)
{
    *ok = true;
    Secret buffer(encoded.size());
    qsizetype length = 0;
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char byte = encoded[i];
        if (byte == '+') {
            byte = ' ';
        } else if (byte == '%') {
            const int high = i + 2 < encoded.size() ? hexValue(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? hexValue(encoded[i + 2]) : -1;
            if (high < 0 || low < 0) {
                *ok = false;
                return {};
            }
            byte = static_cast<char>(high * 16 + low);
            i += 2;
        }
        buffer.data()[length++] = byte;
    }
    return Secret::copyOf(buffer.view().first(length));
}

FormBody::FormBody(QByteArrayView encoded)
{
    qsizetype from = 0;
    while (from < encoded.size()) {
        qsizetype end = encoded.indexOf('&', from);
        end = end < 0 ? encoded.size() : end;
        const QByteArrayView item = encoded.sliced(from, end - from);
        from = end + 1;
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        bool nameOk = false;
        bool valueOk = false;
        const Secret name = decode(equals < 0 ? item : item.first(equals), &nameOk);
        Secret value = decode(equals < 0 ? QByteArrayView() : item.sliced(equals + 1), &valueOk);
        if (!nameOk || !valueOk || name.isEmpty() || m_items.size() >= mostItems) {
            m_fault = Fault::Malformed;
            return;
        }
        const QByteArray key = name.view().toByteArray();
        const bool repeated =
            std::any_of(m_items.begin(), m_items.end(), [&](const auto &each) { return each.first == key; });
        if (repeated) {
            m_fault = Fault::Repeated;
            m_repeated = key;
            return;
        }
        m_items.emplace_back(key, std::move(value));
    }
}

QByteArrayView FormBody::value(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [name](const auto &each) { return each.first == name; });
    return found == m_items.end() ? QByteArrayView() : found->second.view();
}

} // namespace pc::platform
