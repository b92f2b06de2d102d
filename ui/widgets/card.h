#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace meterhall::ui {

/// A panel of a page: a white card with a title row and a body. `flush` bodies reach the edges: tables.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    QVBoxLayout* body() const { return m_body; }
    void setTitle(const QString& title);
    /// A quiet word beside the title.
    void setHint(const QString& hint);
    /// At the right end of the title row.
    void addToTitle(QWidget* widget);
    void addFlush(QWidget* widget, int stretch = 0);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void nameTables();

    QHBoxLayout* m_titleRow;
    QLabel* m_title;
    QLabel* m_hint;
    QVBoxLayout* m_outer;
    QVBoxLayout* m_body;
    QString m_tableName; ///< what nameTables() called them last
};

enum class TextRole : std::uint8_t;

/// A label in one of the text roles; `tone` is a tone of the style sheet ("text2", "danger") or null.
QLabel* makeLabel(TextRole role, const QString& text = {}, const char* tone = nullptr, QWidget* parent = nullptr);
/// Changes the tone of a label made so.
void setTone(QLabel* label, const char* tone);
QFrame* makeHairline(QWidget* parent = nullptr);

} // namespace meterhall::ui
