// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <rapidcheck.h>

#include <cstdint>
#include <vector>

/// Generators shared by the property tests.
namespace props {

inline QByteArray asBytes(const std::vector<std::uint8_t> &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

/// Any bytes, any length up to the generator's size.
inline rc::Gen<QByteArray> bytes()
{
    return rc::gen::map(rc::gen::arbitrary<std::vector<std::uint8_t>>(), asBytes);
}

/// `valid`, with one to four of: a byte changed, removed, inserted, doubled; the end cut off.
inline QByteArray mutated(QByteArray valid)
{
    const int steps = *rc::gen::inRange(1, 5);
    for (int i = 0; i < steps && !valid.isEmpty(); ++i) {
        const qsizetype at = *rc::gen::inRange<qsizetype>(0, valid.size());
        const char byte = static_cast<char>(*rc::gen::arbitrary<std::uint8_t>());
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
            valid[at] = byte;
            break;
        case 1:
            valid.remove(at, 1);
            break;
        case 2:
            valid.insert(at, byte);
            break;
        case 3:
            valid.insert(at, valid.mid(at, 8));
            break;
        default:
            valid.truncate(at);
        }
    }
    return valid;
}

} // namespace props
