// SPDX-License-Identifier: GPL-3.0-or-later
// What a window with a table costs without a product: ends after the table was painted for the first time.
#include <QApplication>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

namespace {

class Table final : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        QTimer::singleShot(0, qApp, &QApplication::quit);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStandardItemModel model(24, 8);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem(QStringLiteral("%1 · %2").arg(row).arg(column)));
    }
    Table table;
    table.setModel(&model);
    table.resize(1200, 800);
    table.show();
    return QApplication::exec();
}
