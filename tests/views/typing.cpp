// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/typing.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;

QList<QWidget *> typedInputs(const QWidget *root)
{
    QList<QWidget *> inputs;
    for (auto *line : root->findChildren<QLineEdit *>())
        if (line->isVisible() && line->isEnabled() && !line->isReadOnly())
            inputs.append(line);
    for (auto *text : root->findChildren<QPlainTextEdit *>())
        if (text->isVisible() && text->isEnabled() && !text->isReadOnly())
            inputs.append(text);
    return inputs;
}

QString nameOf(const QWidget *input)
{
    const auto *combo = qobject_cast<const QComboBox *>(input->parentWidget());
    return combo ? combo->objectName() : input->objectName();
}

QString textOf(const QWidget *input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(input);
    return text ? text->toPlainText() : QString();
}

QString typeOver(QWidget *input, const QString &text)
{
    input->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(input))
        line->selectAll();
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(input))
        edit->selectAll();
    QTest::keyClick(input, Qt::Key_Delete);
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Not keyClicks(): that knows Latin-1 only.
        QTest::sendKeyEvent(QTest::Click, input, static_cast<Qt::Key>(text[i].toUpper().unicode()),
                            QString(text[i]), Qt::NoModifier);
        if (textOf(input) != text.left(i + 1))
            return u"after “%1” it shows “%2”"_s.arg(text.left(i + 1), textOf(input));
    }
    return {};
}

QSet<QString> leavesOf(const QJsonValue &value)
{
    QSet<QString> leaves;
    if (value.isObject()) {
        for (const auto &each : value.toObject())
            leaves += leavesOf(each);
    } else if (value.isArray()) {
        for (const auto &each : value.toArray())
            leaves += leavesOf(each);
    } else if (value.isDouble()) {
        leaves.insert(QLocale::c().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest));
    } else if (value.isString()) {
        leaves.insert(value.toString());
    }
    return leaves;
}

} // namespace pc::test
