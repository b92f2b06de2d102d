#include "ui/first_run/name_rows.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr int mostLines = 12; // more come from a file
}

NameRows::NameRows(QString codeWord, QString nameWord, QWidget* parent)
    : QWidget(parent)
    , m_codeWord(std::move(codeWord))
    , m_nameWord(std::move(nameWord))
    , m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->setColumnStretch(0, 1);
    m_layout->setColumnStretch(1, 2);
    addLine({});
    setFocusProxy(m_lines.front().code);
}

void NameRows::addLine(const CodedName& row) {
    const Line line{new QLineEdit(row.code), new QLineEdit(row.name)};
    line.code->setPlaceholderText(m_codeWord);
    line.name->setPlaceholderText(m_nameWord);
    line.code->setAccessibleName(m_codeWord);
    line.name->setAccessibleName(m_nameWord);
    const int at = int(m_lines.size());
    m_layout->addWidget(line.code, at, 0);
    m_layout->addWidget(line.name, at, 1);
    QWidget* before = m_lines.empty() ? nullptr : m_lines.back().name;
    if (before)
        setTabOrder(before, line.code);
    setTabOrder(line.code, line.name);
    m_lines.push_back(line);
    connect(line.code, &QLineEdit::textEdited, this, &NameRows::keepOneEmpty);
}

void NameRows::keepOneEmpty() {
    if (!m_lines.back().code->text().isEmpty() && m_lines.size() < mostLines)
        addLine({});
}

void NameRows::fill(const std::vector<CodedName>& rows) {
    while (m_lines.size() < std::min(rows.size() + 1, std::size_t(mostLines)))
        addLine({});
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].code->setText(i < rows.size() ? rows[i].code : QString());
        m_lines[i].name->setText(i < rows.size() ? rows[i].name : QString());
    }
}

std::vector<CodedName> NameRows::rows() const {
    std::vector<CodedName> rows;
    for (const Line& line : m_lines) {
        CodedName row{line.code->text().trimmed(), line.name->text().trimmed()};
        if (!row.code.isEmpty() || !row.name.isEmpty())
            rows.push_back(std::move(row));
    }
    return rows;
}

QLineEdit* NameRows::wrongField() const {
    QStringList codes;
    for (const Line& line : m_lines) {
        const QString code = line.code->text().trimmed();
        const bool isNamed = !line.name->text().trimmed().isEmpty();
        if (code.isEmpty() && !isNamed)
            continue;
        if (code.isEmpty() || codes.contains(code))
            return line.code;
        if (!isNamed)
            return line.name;
        codes += code;
    }
    return nullptr;
}

} // namespace meterhall::ui
