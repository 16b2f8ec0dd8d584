// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pc::views {

/// Looks like a field, opens the command palette.
class SearchButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchButton(QWidget *parent = nullptr);
    void setKeys(const QString &keys);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
};

} // namespace pc::views
