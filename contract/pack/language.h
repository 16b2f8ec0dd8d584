// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::pack {

/// What a pack is written in: that of the partner, whatever the console speaks.
enum class Language { English, German };

/// A text in both; the one that is asked for is taken.
class Words
{
public:
    explicit Words(Language language) : m_language(language) {}
    [[nodiscard]] QString operator()(const char16_t *english, const char16_t *german) const
    {
        return QString::fromUtf16(m_language == Language::German ? german : english);
    }
    [[nodiscard]] Language language() const { return m_language; }

private:
    Language m_language;
};

} // namespace pc::pack
