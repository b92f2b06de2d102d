#pragma once

#include "core/services/first_run.h"
#include "ui/first_run/first_run_step.h"

class QLabel;

namespace meterhall::ui {

class Badge;
class ChoiceRow;
struct FoundWords;

/// Where the database is, with a test that says what is there.
class DatabaseStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit DatabaseStep(const FirstRunPlaces& places, QWidget* parent = nullptr);
    QString title() const override { return tr("Database"); }
    QString explained() const override;
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    std::optional<StepProblem> problem() const override;
    void leave(const std::function<void()>& goOn) override;
    QWidget* firstField() override;
    /// What the last test said.
    QString found() const;
    bool isTesting() const { return m_testing; }

private:
    void buildServer();
    void buildKeys();
    void showFields();
    void forget();
    void test(const std::function<void()>& goOn);
    void answered(const std::function<void()>& goOn, const QString& error, const FoundWords& words);
    std::optional<StepProblem> serverProblem() const;
    std::optional<StepProblem> seatProblem() const;
    bool isFurther() const { return m_purpose == Purpose::FurtherSeat; }

    FirstRunPlaces m_places;
    Purpose m_purpose = Purpose::NewUtility;
    ChoiceRow* m_engine;
    QLineEdit* m_file = nullptr;
    QLineEdit* m_host = nullptr;
    QLineEdit* m_port = nullptr;
    QLineEdit* m_database = nullptr;
    QLineEdit* m_login = nullptr;
    QLineEdit* m_loginPassword = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_brought = nullptr;
    QLineEdit* m_seat = nullptr;
    QLineEdit* m_opener = nullptr;
    QLineEdit* m_openerPassword = nullptr;
    QWidget* m_result;
    Badge* m_badge;
    QLabel* m_words;
    bool m_testing = false;
    bool m_passed = false; ///< nothing was typed since a test said yes
    int m_question = 0;    ///< the answer to an older one is not shown
};

} // namespace meterhall::ui
