// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pc::client {

/// Names one intent of a person. The service acts at most once per key, whatever is lost on the way: a flow
/// makes one per intent and uses it for every repeat.
class IdempotencyKey
{
public:
    /// 128 random bits.
    [[nodiscard]] static IdempotencyKey make();
    /// A key that was kept (a draft that was resumed).
    [[nodiscard]] static IdempotencyKey fromText(const QByteArray &text) { return IdempotencyKey(text); }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const IdempotencyKey &) const = default;
    IdempotencyKey() = default;

private:
    explicit IdempotencyKey(QByteArray text) : m_text(std::move(text)) {}
    QByteArray m_text;
};

} // namespace pc::client
