#include "ui/first_run/machine_step.h"

#include "ui/first_run/choice_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QLabel>

namespace meterhall::ui {

namespace {
const QStringList& languageCodes() {
    static const QStringList codes{QStringLiteral("zh_CN"), QStringLiteral("en")};
    return codes;
}
} // namespace

MachineStep::MachineStep(const QString& language, QWidget* parent)
    : FirstRunStep(parent)
    , m_language(new ChoiceRow({QStringLiteral("简体中文"), QStringLiteral("English")}))
    , m_purpose(new ChoiceRow({tr("A new utility"), tr("One more seat")}))
    , m_meaning(makeLabel(TextRole::Label, {}, "text2")) {
    m_meaning->setWordWrap(true);
    form().addField(tr("Language"), m_language);
    form().addField(tr("What it is for"), m_purpose);
    form().addWide(m_meaning);
    m_language->choose(int(std::max(qsizetype(0), languageCodes().indexOf(language))));
    connect(m_language, &ChoiceRow::changed, this,
            [this](int index) { Q_EMIT languageWanted(languageCodes().value(index)); });
    connect(m_purpose, &ChoiceRow::changed, this, &MachineStep::explainPurpose);
    explainPurpose();
}

QString MachineStep::explained() const {
    return tr("This computer does not know yet where it works. A few questions, then it does. What you type is kept "
              "until the end, also when you close the window in between; passwords are not.");
}

void MachineStep::explainPurpose() {
    m_meaning->setText(
        m_purpose->chosen() == 0
            ? tr("A new utility: the database is made, with its first administrator, and this computer is seat 1. You "
                 "need nothing but, for PostgreSQL, an empty database and a sign-in that may make roles.")
            : tr("One more seat of a utility that is there: you need a copy of the key file of another seat, the place "
                 "of the database, and the number of a seat that the administrator has registered for this computer."));
}

void MachineStep::fill(const FirstRunAnswers& answers) {
    m_purpose->choose(answers.purpose == Purpose::NewUtility ? 0 : 1);
}

void MachineStep::take(FirstRunAnswers& answers) const {
    answers.purpose = m_purpose->chosen() == 0 ? Purpose::NewUtility : Purpose::FurtherSeat;
}

QWidget* MachineStep::firstField() {
    return m_purpose;
}

} // namespace meterhall::ui
