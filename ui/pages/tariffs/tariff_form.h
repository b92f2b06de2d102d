#pragma once

#include "ui/pages/tariffs/form_blocks.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace meterhall::ui {

class QuantityEdit;

/// 价格表单: the numbers of a version in small tables, made from its charges. Of a draft they are typed editors, and
/// what differs from the version in force is tinted and says what it was.
class TariffForm : public QWidget {
    Q_OBJECT

public:
    explicit TariffForm(QWidget* parent = nullptr);
    /// `before` is the file in force, empty when there is none. What is being typed stays as it is.
    void show(const QJsonObject& file, const QJsonObject& before, bool editable, const QStringList& policy);
    void focusFirst();
    /// Takes what is being typed; whether that was another value.
    bool takeTyped();

Q_SIGNALS:
    /// A field was left with another value than it had; the file holds it.
    void edited(const QJsonObject& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Cell {
        FormField field;
        QLineEdit* edit;
        bool isNumber;
    };
    void build();
    void addHead(QVBoxLayout* down);
    void addText(QGridLayout* grid, int row, const QString& title, const char* key, int width);
    void addBlock(QVBoxLayout* down, const FormBlock& block);
    void fill();
    void markChanged(const Cell& cell);
    bool take(const Cell& cell);

    QScrollArea* m_area;
    QLabel* m_problem;
    QLabel* m_policy = nullptr;
    QJsonObject m_file;
    QJsonObject m_before;
    QStringList m_policyWords;
    std::vector<FormBlock> m_blocks;
    std::vector<Cell> m_cells;
    bool m_editable = false;
    bool m_built = false;
};

} // namespace meterhall::ui
