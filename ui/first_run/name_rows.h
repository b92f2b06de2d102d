#pragma once

#include "ui/first_run/answers.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace meterhall::ui {

/// A short list of codes with their names; there is always one empty line more to type into.
class NameRows : public QWidget {
    Q_OBJECT

public:
    NameRows(QString codeWord, QString nameWord, QWidget* parent = nullptr);
    void fill(const std::vector<CodedName>& rows);
    /// Lines in which something stands.
    std::vector<CodedName> rows() const;
    /// A line that is half filled or has a code that another one has; null when there is none.
    QLineEdit* wrongField() const;

private:
    struct Line {
        QLineEdit* code;
        QLineEdit* name;
    };
    void addLine(const CodedName& row);
    void keepOneEmpty();

    QString m_codeWord;
    QString m_nameWord;
    QGridLayout* m_layout;
    std::vector<Line> m_lines;
};

} // namespace meterhall::ui
