#include "ui/pages/administration/backup_form.h"

#include "core/services/backup.h"
#include "ui/pages/parts/secret_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

QString folderOfBackups() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

KeyButton* buttonOf(QAction* action, const char* kind = nullptr) {
    auto* button = new KeyButton(action);
    button->setFocusPolicy(Qt::NoFocus);
    if (kind)
        button->setKind(kind);
    return button;
}

} // namespace

BackupForm::BackupForm(QAction* backUp, QAction* drill, QAction* choose, const services::Workplace& place,
                       const UtilityZone& zone, QWidget* parent)
    : Card(tr("Back up, and prove it"), parent)
    , m_zone(zone)
    , m_file(new QLineEdit)
    , m_state(makeLabel(TextRole::Label, {}, "text2"))
    , m_progress(new QProgressBar)
    , m_work(makeLabel(TextRole::Label)) {
    m_file->setAccessibleName(tr("Backup file"));
    m_state->setWordWrap(true);
    m_work->setWordWrap(true);
    m_progress->setTextVisible(false);
    addToTitle(buttonOf(choose));
    body()->addWidget(makeLabel(TextRole::Label, m_file->accessibleName(), "text2"));
    body()->addWidget(m_file);
    body()->addWidget(m_state);
    if (place.url.startsWith(QLatin1String("postgresql:")))
        body()->addWidget(buildServer());
    body()->addWidget(buttonOf(drill));
    body()->addWidget(buttonOf(backUp, "primary"));
    body()->addWidget(m_work);
    body()->addWidget(m_progress);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_file, &QLineEdit::textChanged, this, &BackupForm::look);
    showWork({}, -1);
}

QWidget* BackupForm::buildServer() {
    auto* server = new QWidget;
    auto* rows = new QVBoxLayout(server);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_login = new QLineEdit;
    m_login->setAccessibleName(tr("Database login that may make databases"));
    m_password = new SecretEdit(tr("Its password"));
    for (QLineEdit* edit : {m_login, static_cast<QLineEdit*>(m_password)}) {
        rows->addWidget(makeLabel(TextRole::Label, edit->accessibleName(), "text2"));
        rows->addWidget(edit);
    }
    auto* why = makeLabel(TextRole::Hint,
                          tr("The backup is opened in a database of its own with it, which is removed again. It is "
                             "stored nowhere. Without it the backup is only read to its end."),
                          "text2");
    why->setWordWrap(true);
    rows->addWidget(why);
    return server;
}

QString BackupForm::file() const {
    return m_file->text().trimmed();
}

void BackupForm::setFile(const QString& file) {
    m_file->setText(QDir::toNativeSeparators(file));
}

void BackupForm::suggest(Instant now) {
    QString stamp = momentText(now, m_zone);
    stamp.replace(u' ', u'-').remove(u':');
    setName(QStringLiteral("meterhall-%1.backup").arg(stamp));
}

void BackupForm::setName(const QString& name) {
    const QString folder = file().isEmpty() ? folderOfBackups() : QFileInfo(file()).absolutePath();
    setFile(QDir(folder).filePath(name));
}

bool BackupForm::isThere() const {
    return QFileInfo(file()).isFile();
}

bool BackupForm::isNew() const {
    return !file().isEmpty() && !QFileInfo::exists(file());
}

std::optional<services::PostgresAdmin> BackupForm::takeAdmin() {
    if (!m_login || m_login->text().trimmed().isEmpty())
        return {};
    return services::PostgresAdmin{m_login->text().trimmed(), m_password->take()};
}

QString BackupForm::stateOfFile() const {
    if (file().isEmpty())
        return tr("Type where the backup goes, or choose a file.");
    if (isNew())
        return tr("A new file: Ctrl Enter writes the backup into it.");
    if (!isThere())
        return tr("This is a folder: add the name of a file.");
    const QString size = QLocale().formattedDataSize(QFileInfo(file()).size(), 1);
    if (const auto proved = services::provedAt(file()))
        return tr("A backup of %1, proved on %2. F10 proves it again by a drill.")
            .arg(size, momentText(*proved, m_zone));
    return tr("A file of %1 without a proof. F10 proves it by a drill.").arg(size);
}

void BackupForm::look() {
    m_state->setText(stateOfFile());
    Q_EMIT changed();
}

void BackupForm::showWork(const QString& words, int percent) {
    m_work->setText(words);
    m_work->setVisible(!words.isEmpty());
    m_progress->setVisible(!words.isEmpty());
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(0, percent));
    m_file->setReadOnly(!words.isEmpty());
}

void BackupForm::focusFirst() {
    m_file->setFocus();
    m_file->selectAll();
}

} // namespace meterhall::ui
