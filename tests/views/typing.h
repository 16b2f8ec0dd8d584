// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QSet>
#include <QWidget>

/// Typing into forms as a person does, and finding again what was typed.
namespace pc::test {

/// Every field below `root` into which something can be typed now: visible, enabled, not read-only.
[[nodiscard]] QList<QWidget *> typedInputs(const QWidget *root);
/// The name of an input for messages: its own, or that of the choice it belongs to.
[[nodiscard]] QString nameOf(const QWidget *input);
[[nodiscard]] QString textOf(const QWidget *input);

/// Selects everything and types over it, key by key. Empty when the field showed exactly what was typed after
/// every key; else what it showed.
[[nodiscard]] QString typeOver(QWidget *input, const QString &text);

/// All strings, numbers (as shortest text) and members' values of a JSON value.
[[nodiscard]] QSet<QString> leavesOf(const QJsonValue &value);

} // namespace pc::test
