// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <vector>

/// What a text may be written in without being another one: escapes, wide characters, base64,
/// base32, hexadecimal. For whoever looks for something in it. Pure, linear in the text's length.
namespace pc {

/// A text without its escapes (`%HH`, `%uHHHH`, `\xHH`, `\uHHHH`, `\u{H}`, `\ooo`, `&#N;`, `&#xH;`,
/// `&lowbar;`,
/// `\_`, `<wbr>`; up to eight deep, one in the other), NULs of UTF-16 and UTF-32, characters that are not
/// seen, and marks; wide and other compatibility forms of ASCII as ASCII (NFKC); and where each character
/// came from.
class PlainText
{
public:
    explicit PlainText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Where in the original the character at `at` begins; for the end, where the original ends.
    [[nodiscard]] qsizetype origin(qsizetype at) const
    {
        return m_from.empty() ? at : m_from[static_cast<std::size_t>(at)];
    }
    /// Whether a character alone may be part of such a disguise.
    [[nodiscard]] static bool isMark(char16_t c);

private:
    bool decodeOnce();
    void simplify();

    QString m_text;
    std::vector<qsizetype> m_from; ///< empty: one to one
};

/// Characters of an unbroken run that is worth decoding.
inline constexpr qsizetype shortestEncodedRun = 56; ///< base64 and hexadecimal
inline constexpr qsizetype shortestBase32Run = 45;

/// Calls `act(from, to, decoded)` for each run that can be base64 (also base64url, with `-` and `_`
/// confused), base32 or hexadecimal (also with one of ":- ," between its bytes), for every way in which its
/// characters can be grouped: such a run may begin inside a longer one. Also for what is encoded twice.
/// `decoded` is Latin-1 and plain.
void forEachEncodedRun(const QString &text,
                       const std::function<void(qsizetype from, qsizetype to, const QString &decoded)> &act);

/// Of base64 and base64url.
[[nodiscard]] bool isEncodedCharacter(char16_t c);
/// The value of a hexadecimal digit, or -1.
[[nodiscard]] int hexDigit(char16_t c);

} // namespace pc
