// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/commands/palette_provider.h"

#include <QPointer>
#include <QWidget>
#include <memory>
#include <vector>

class QLineEdit;
class QListView;

namespace pc::views {

class CommandRegistry;
class Label;
class PaletteModel;

/// Ctrl+K: finds objects and commands by typing. A child widget over its window (no native popup), 640 px
/// wide, 96 px from the top. Arrow keys move, Enter runs, Esc closes and gives the focus back.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    ~CommandPalette() override;

    void addProvider(std::unique_ptr<PaletteProvider> provider);
    /// Opens with `text` already typed.
    void openWith(const QString &text = {});
    void closePalette();
    [[nodiscard]] QStringList titles() const; ///< rows shown now, for tests
    [[nodiscard]] QLineEdit *input() const { return m_input; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &text);
    void runRow(int row);
    void moveBy(int step);
    void place();
    [[nodiscard]] QRect card() const;

    std::vector<std::unique_ptr<PaletteProvider>> m_providers;
    PaletteModel *m_model;
    QWidget *m_card;
    QLineEdit *m_input;
    QListView *m_list;
    Label *m_empty;
    QWidget *m_footer;
    QPointer<QWidget> m_focusBefore;
    QStringList m_recent;
};

/// Ids of the commands that concern what is shown now.
using CommandIds = std::function<QStringList()>;

/// The commands of a registry as palette rows, without those another provider shows.
[[nodiscard]] std::unique_ptr<PaletteProvider> makeCommandProvider(CommandRegistry *registry,
                                                                   CommandIds except = {});
/// Only the commands \p ids, under a heading of their own ("On Cardinal Payroll").
[[nodiscard]] std::unique_ptr<PaletteProvider> makeContextProvider(CommandRegistry *registry, CommandIds ids,
                                                                   std::function<QString()> heading);

} // namespace pc::views
