#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace meterhall::ui {

/// "What happened. What to do.": an error in one line of words.
QString wordsOf(const Error& error);

/// The fields of a step: labels left, under each field a quiet explanation and, when something is wrong with it, the
/// reason.
class StepForm : public QWidget {
    Q_OBJECT

public:
    explicit StepForm(QWidget* parent = nullptr);

    void addField(const QString& label, QWidget* field, const QString& explained = {});
    QLineEdit* addText(const QString& label, const QString& explained = {});
    QLineEdit* addPassword(const QString& label, const QString& explained = {});
    /// Over the whole width: a heading, a list, a button.
    QWidget* addHeading(const QString& text, const QString& explained = {});
    void addWide(QWidget* widget);
    /// A field or a wide widget.
    void setShown(QWidget* field, bool shown);

    /// The reason under that field; everything else is right.
    void complain(QWidget* field, const QString& words);
    void clearComplaint();
    /// What stands under a field now, for tests.
    QString complaint() const;

private:
    QWidget* rowOf(QWidget* field) const;

    QFormLayout* m_layout;
    QHash<QWidget*, QWidget*> m_rows; ///< field -> what the layout holds
    QHash<QWidget*, QLabel*> m_reasons;
    QWidget* m_bad = nullptr;
};

} // namespace meterhall::ui
