// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/fold.h"

#include "contract/codec/ascii.h"
#include "contract/rules/code_points.h"
#include "contract/rules/unseen.h"

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || isMark(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

/// What folding by single characters leaves: the one letter that folds to two, letters whose stroke is part
/// of the letter and no mark that decomposition would part from it, and the dotless i, which a person with
/// another keyboard cannot type.
QStringView baseOf(char32_t c)
{
    switch (c) {
    case 0x00df: // ß, full case folding
        return u"ss";
    case 0x0131: // ı
        return u"i";
    case 0x00f8: // ø
        return u"o";
    case 0x0142: // ł
        return u"l";
    case 0x0111: // đ
    case 0x00f0: // ð
        return u"d";
    case 0x0127: // ħ
        return u"h";
    case 0x00e6: // æ
        return u"ae";
    case 0x0153: // œ
        return u"oe";
    case 0x00fe: // þ
        return u"th";
    default:
        return {};
    }
}

bool losesMarks(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
        return true;
    default:
        return false;
    }
}

bool isUnseen(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || QChar::category(c) == QChar::Other_Control ||
           isIgnorable(c);
}

/// Scripts that put no spaces between words.
bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return QChar::isLetter(c);
    default:
        return false;
    }
}

/// A word, or one sign of a run without spaces: a part of the folded text.
struct Piece
{
    qsizetype from = 0;
    qsizetype to = 0;
    bool unspaced = false;
    bool joined = false; ///< stands directly behind the piece before, which is unspaced too
    bool bound = false;  ///< only signs, and no space, stand between it and the piece before ("ops-2")
};

/// Between two bound pieces, whatever signs stood there; never a part of a word.
constexpr QChar binding(0x00b7);

QList<Piece> piecesOf(const QString &folded)
{
    QList<Piece> pieces;
    bool inWord = false;
    bool afterSpace = false;
    CodePoints at(folded);
    while (at.more()) {
        const qsizetype from = at.position();
        const char32_t c = at.next();
        if (!isWordPart(c)) {
            inWord = false;
            afterSpace = afterSpace || c == u' ';
            continue;
        }
        const bool unspaced = isUnspaced(c);
        const bool goesOn = inWord && !pieces.isEmpty();
        if (goesOn && (isMark(c) || (!unspaced && !pieces.constLast().unspaced)))
            pieces.last().to = at.position();
        else
            pieces.append({from, at.position(), unspaced, goesOn && unspaced && pieces.constLast().unspaced,
                           !inWord && !afterSpace && !pieces.isEmpty()});
        inWord = true;
        afterSpace = false;
    }
    return pieces;
}

QString textOf(const QString &folded, qsizetype from, qsizetype to)
{
    return folded.mid(from, to - from);
}

QString boundPair(const QString &folded, const Piece &first, const Piece &second)
{
    return textOf(folded, first.from, first.to) + binding + textOf(folded, second.from, second.to);
}

/// Where a text can be cut, so that its parts are decomposed as the whole is: not before a mark, which may
/// change its place with those before it.
qsizetype endOfPart(const QString &text, qsizetype from)
{
    constexpr qsizetype usual = 256;
    constexpr qsizetype longest = 512; // no text has so many marks on one letter
    qsizetype end = std::min(from + usual, text.size());
    if (end < text.size() && text.at(end).isLowSurrogate())
        ++end;
    while (end < text.size() && end - from < longest) {
        CodePoints next(QStringView(text).sliced(end));
        if (!isMark(next.next()))
            break;
        end += next.position();
    }
    return end;
}

/// Part by part, as Qt moves the rest of a text for each character that becomes several.
template <typename Change>
QString inParts(const QString &text, Change change)
{
    QString whole;
    whole.reserve(text.size());
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = endOfPart(text, from);
        whole += change(text.sliced(from, end - from));
        from = end;
    }
    return whole;
}

QString inOrder(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KD);
}

/// Compatibility decomposition and full case folding, mark by mark.
QString decomposed(QStringView text)
{
    const QString whole = text.toString();
    if (isAscii(text))
        return whole.toLower();
    // Case folding may bring marks that NFKD would order otherwise: decomposed before and after.
    return inParts(whole, [](const QString &part) { return inOrder(inOrder(part).toCaseFolded()); });
}

} // namespace

QString fold(QStringView text)
{
    const QString source = decomposed(text);
    QString key;
    key.reserve(source.size());
    bool dropMarks = false;
    for (CodePoints at(source); at.more();) {
        const char32_t c = at.next();
        if (QChar::isSpace(c)) {
            if (!key.isEmpty() && !key.endsWith(u' '))
                key += u' ';
            dropMarks = false;
        } else if (c >= u' ' && c < 0x7f) {
            key += QChar(static_cast<char16_t>(c));
            dropMarks = true; // a letter of Latin; no other sign of ASCII has a script
        } else if (isUnseen(c)) {
            continue;
        } else if (isMark(c)) {
            if (!dropMarks)
                key += QChar::fromUcs4(c);
        } else if (const QStringView base = baseOf(c); !base.isEmpty()) {
            key += base;
            dropMarks = true;
        } else {
            key += QChar::fromUcs4(c);
            dropMarks = losesMarks(c);
        }
    }
    if (key.endsWith(u' '))
        key.chop(1);
    // What was left out may have stood between marks, whose order is then another.
    return isAscii(key) ? key : inParts(key, inOrder);
}

QStringList indexWords(QStringView text)
{
    QStringList words;
    const QString folded = fold(text);
    const QList<Piece> pieces = piecesOf(folded);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces.at(i);
        words.append(textOf(folded, piece.from, piece.to));
        if (piece.joined)
            words.append(textOf(folded, pieces.at(i - 1).from, piece.to));
        else if (piece.bound)
            words.append(boundPair(folded, pieces.at(i - 1), piece));
    }
    return words;
}

QStringList queryWords(QStringView text)
{
    QStringList words;
    const QString folded = fold(text);
    const QList<Piece> pieces = piecesOf(folded);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces.at(i);
        const bool goesOn = i + 1 < pieces.size() && (pieces.at(i + 1).joined || pieces.at(i + 1).bound);
        if (piece.joined)
            words.append(textOf(folded, pieces.at(i - 1).from, piece.to));
        else if (piece.bound)
            words.append(boundPair(folded, pieces.at(i - 1), piece));
        else if (!goesOn)
            words.append(textOf(folded, piece.from, piece.to));
    }
    return words;
}

bool foundIn(QStringView query, QStringView text)
{
    const QString asked = fold(query);
    if (asked.isEmpty() || fold(text).contains(asked))
        return true;
    const QStringList wanted = queryWords(query);
    const QStringList there = indexWords(text);
    return !wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(), [&there](const QString &word) {
        return std::any_of(there.begin(), there.end(),
                           [&word](const QString &candidate) { return candidate.startsWith(word); });
    });
}

} // namespace pc::rules
