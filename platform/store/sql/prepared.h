// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pc::platform {

/// A statement as its engine keeps it prepared: what a Statement binds, steps and reads. Places count from 0.
/// All of it on the connection's thread. All but finish() and the readers throw SqlFailure.
class Prepared
{
public:
    Prepared() = default;
    virtual ~Prepared() = default;
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;

    /// How many values it takes; each is bound before it runs.
    [[nodiscard]] virtual int places() const = 0;
    virtual void bindNull(int place) = 0;
    /// An empty text is a text, not NULL.
    virtual void bindText(int place, QStringView text) = 0;
    virtual void bindBytes(int place, QByteArrayView bytes) = 0;
    virtual void bindNumber(int place, qint64 number) = 0;
    virtual void bindReal(int place, double number) = 0;

    /// To its end; how many rows it touched.
    virtual int exec() = 0;
    /// To the next row; false at the end, and from then on until finish().
    [[nodiscard]] virtual bool step() = 0;
    /// Back to its beginning, without the values that were bound.
    virtual void finish() noexcept = 0;

    /// Of the row that was stepped to. NULL is empty and 0; a number read as text is written out, and a
    /// fraction read as a whole number is rounded.
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
    [[nodiscard]] virtual qint64 number(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

} // namespace pc::platform
