#include "ui/first_run/utility_step.h"

#include "ui/first_run/known_holidays.h"
#include "ui/first_run/name_rows.h"
#include "ui/widgets/combo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace meterhall::ui {

namespace {

constexpr int latestDayStart = 12;

QStringList zoneNames() {
    QStringList names;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        names += QString::fromLatin1(id);
    return names;
}

} // namespace

UtilityStep::UtilityStep(QWidget* parent)
    : FirstRunStep(parent)
    , m_hall(form().addText(tr("Hall"), tr("The name of the business hall, as it stands on papers.")))
    , m_hotline(form().addText(tr("Hotline"), tr("The telephone number on papers; it may stay empty.")))
    , m_zone(form().addText(tr("Time zone"), tr("It holds for every seat and cannot be changed later.")))
    , m_dayStart(new Combo)
    , m_holidays(
          new QCheckBox(tr("Enter China's holidays and the days worked in exchange: %1").arg(knownHolidayYears())))
    , m_companies(new NameRows(tr("Code, e.g. gas"), tr("Name of the company")))
    , m_books(new NameRows(tr("Book, e.g. 01"), tr("Reader"))) {
    auto* completer = new QCompleter(zoneNames(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    for (int hour = 0; hour <= latestDayStart; ++hour)
        m_dayStart->addItem(QStringLiteral("%1:00").arg(hour, 2, 10, QChar(u'0')));
    form().addField(tr("A business day begins"), m_dayStart,
                    tr("Midnight, unless the day is closed after it. It cannot be changed later either."));
    form().addField(tr("Holidays"), m_holidays, tr("For due dates. Other days are imported later from a file."));
    form().addField(tr("Companies"), m_companies,
                    tr("Who owns the money: gas and water may belong to two. Accounts name them by their code."));
    form().addField(tr("Books"), m_books,
                    tr("The walks of the readers. Both lists may stay empty: an imported archive "
                       "brings its own."));
}

QString UtilityStep::explained() const {
    return m_purpose == Purpose::NewUtility
               ? tr("What papers say of you, and your time.")
               : tr("What papers printed here say of the place; everything else the database knows.");
}

void UtilityStep::fill(const FirstRunAnswers& answers) {
    m_purpose = answers.purpose;
    m_hall->setText(answers.hall.name);
    m_hotline->setText(answers.hall.hotline);
    m_zone->setText(answers.settings.zone);
    m_dayStart->setCurrentIndex(answers.settings.dayStartHour);
    m_holidays->setChecked(answers.holidays);
    m_companies->fill(answers.companies);
    m_books->fill(answers.books);
    for (QWidget* field : std::initializer_list<QWidget*>{m_zone, m_dayStart, m_holidays, m_companies, m_books})
        form().setShown(field, m_purpose == Purpose::NewUtility);
}

void UtilityStep::take(FirstRunAnswers& answers) const {
    answers.hall = {m_hall->text().trimmed(), m_hotline->text().trimmed()};
    answers.settings.zone = m_zone->text().trimmed();
    answers.settings.dayStartHour = m_dayStart->currentIndex();
    answers.holidays = m_holidays->isChecked();
    answers.companies = m_companies->rows();
    answers.books = m_books->rows();
}

std::optional<StepProblem> UtilityStep::problem() const {
    if (m_hall->text().trimmed().isEmpty())
        return StepProblem{m_hall, tr("The name of the hall is missing: receipts and bills bear it.")};
    if (m_purpose == Purpose::FurtherSeat)
        return {};
    const auto zone = UtilityZone::of(m_zone->text().trimmed(), m_dayStart->currentIndex());
    if (!zone.ok())
        return StepProblem{m_zone, wordsOf(zone.error())};
    return listProblem();
}

std::optional<StepProblem> UtilityStep::listProblem() const {
    for (NameRows* list : {m_companies, m_books}) {
        if (QLineEdit* wrong = list->wrongField()) {
            list->setFocusProxy(wrong);
            return StepProblem{list, tr("Every line needs both, and no code stands there twice.")};
        }
    }
    return {};
}

QWidget* UtilityStep::firstField() {
    return m_hall;
}

} // namespace meterhall::ui
