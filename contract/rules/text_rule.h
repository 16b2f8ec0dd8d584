// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// One rule for every text that people read: names, reasons, notes, purposes, tags. Pure; the service refuses
/// and stores by it, the input widgets warn by it.
namespace pc::rules {

/// Whether a text may have several lines.
enum class Lines { One, Many };

/// Why something is not a text that people can read.
enum class TextFault {
    None,
    NotUnicode, ///< a lone surrogate or a noncharacter (U+FDD0…U+FDEF, U+xxFFFE, U+xxFFFF), or NUL
    Control,    ///< a control character, or a line break where one line is meant
    Invisible,  ///< not empty, but nothing of it is seen (only spaces, zero-width, combining marks, …)
    DirectionOverride, ///< a bidirectional override, or an embedding or isolate that is not closed on its
                       ///< line
    Unassigned ///< in one line: a character that Unicode does not have; it looks like nothing, or like a box
};

/// Lone surrogates, noncharacters and NUL: nothing that any place could store and give back as it was.
[[nodiscard]] bool isUnicodeText(QStringView text);

/// Length as a person counts it and every limit means it: code points, not UTF-16 units.
[[nodiscard]] qsizetype codePoints(QStringView text);

/// The first `most` UTF-16 units, or one less where that would cut a character in two: half of one is no
/// text, and no store gives it back as it was.
[[nodiscard]] QString beginningOf(const QString &text, qsizetype most);

/// The text as it is stored: Unicode NFC, without white space and zero-width characters at its ends, and
/// without characters that are not seen and do nothing where they stand (unseen.h); line ends are '\n'.
/// Applying it again changes nothing. A text that is not Unicode, or has zero-width characters only, comes
/// back as it is: textFault() refuses it. White space only becomes empty.
[[nodiscard]] QString settled(const QString &text);

/// What somebody else wrote, where it cannot be refused: one line of at most `most` UTF-16 units that
/// textFault() has nothing against, without what is not seen. Empty when nothing is left. Cut before it is
/// looked at: costs by `most`, however long the text is.
[[nodiscard]] QString plainLine(const QString &text, qsizetype most);

/// What is wrong with a settled text; an empty text is none. Length is not looked at.
[[nodiscard]] TextFault textFault(QStringView text, Lines lines);

/// True when a character of it is not seen: zero-width, format, private or unassigned ones, and every white
/// space but U+0020. Two identifiers that look alike must not differ by one of them.
[[nodiscard]] bool hasHidden(QStringView text);

/// True when the whole of `text` matches `pattern` (no anchors needed): no last line break, nothing before or
/// behind. The pattern is one that ECMA-262 and PCRE2 read alike, and a constant: it is kept, compiled, by
/// every thread that asked.
[[nodiscard]] bool matchesWhole(const QString &pattern, const QString &text);

} // namespace pc::rules
