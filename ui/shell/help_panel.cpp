#include "ui/shell/help_panel.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QTextTable>

namespace meterhall::ui {

namespace {

constexpr double lineHeight = 130;     ///< per cent: Chinese needs air
constexpr double keyColumnShare = 34;  ///< per cent of the width of a table of keys
constexpr double tableShare = 98;      ///< per cent of the width: its edge stays off the scroll bar
constexpr double tableCellPadding = 5; ///< px
constexpr double spaceAround = 8;      ///< px, below paragraphs and tables
constexpr double spaceInLists = 3;
constexpr double listIndent = 22; ///< px

QString escaped(QString text) {
    static const QRegularExpression mark(QStringLiteral("([\\\\`*_{}\\[\\]<>()#+\\-.!|~])"));
    return text.replace(mark, QStringLiteral("\\\\1"));
}

/// "Ctrl Enter" does not part at the end of a line.
QString withFirmKeys(const QString& markdown) {
    QStringList parts = markdown.split(u'`');
    for (qsizetype inside = 1; inside < parts.size(); inside += 2)
        parts[inside].replace(u' ', QChar::Nbsp);
    return parts.join(u'`');
}

QTextCharFormat keyFormat() {
    QTextCharFormat format;
    QFont font = fontOf(TextRole::Label);
    font.setWeight(QFont::Medium);
    format.setFont(font);
    format.setBackground(tone(Token::OffSoft));
    return format;
}

void merge(QTextDocument& document, int from, int length, const QTextCharFormat& format) {
    QTextCursor cursor(&document);
    cursor.setPosition(from);
    cursor.setPosition(from + length, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(format);
}

/// What stands in backticks: from and length.
std::vector<std::pair<int, int>> keysIn(const QTextBlock& block) {
    std::vector<std::pair<int, int>> keys;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        if (fragment.charFormat().fontFixedPitch())
            keys.emplace_back(fragment.position(), fragment.length());
    }
    return keys;
}

void dressBlock(QTextDocument& document, const QTextBlock& block) {
    QTextCursor cursor(block);
    const QTextTable* table = cursor.currentTable();
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(0);
    format.setBottomMargin(table ? 0 : block.textList() ? spaceInLists : spaceAround);
    cursor.setBlockFormat(format);
    for (const auto& [from, length] : keysIn(block))
        merge(document, from, length, keyFormat());
    const bool heading = format.headingLevel() > 0;
    if (!heading && (!table || table->cellAt(cursor).row() > 0))
        return;
    QTextCharFormat head;
    head.setFont(fontOf(heading ? TextRole::CardTitle : TextRole::Label));
    head.setForeground(tone(heading ? Token::Text : Token::Text2));
    merge(document, block.position(), block.length() - 1, head);
}

void dressTables(QTextDocument& document) {
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(tone(Token::Line));
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellPadding(tableCellPadding);
        format.setCellSpacing(0);
        format.setTopMargin(0);
        format.setBottomMargin(spaceAround);
        format.setWidth(QTextLength(QTextLength::PercentageLength, tableShare));
        if (table->columns() == 2)
            format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, keyColumnShare),
                                              QTextLength(QTextLength::PercentageLength, 100 - keyColumnShare)});
        table->setFormat(format);
    }
}

} // namespace

QString keysAsMarkdown(const QList<QAction*>& actions) {
    QString lines;
    for (const QAction* action : actions) {
        if (!action->isVisible() || action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        lines += QStringLiteral("| `%1` | %2 |\n").arg(keyText(action->shortcut()), escaped(action->text()));
    }
    if (lines.isEmpty())
        return lines;
    return QStringLiteral("| %1 | %2 |\n|:--|:--|\n%3\n")
        .arg(HelpPanel::tr("Key"), HelpPanel::tr("What it does"), lines);
}

HelpPanel::HelpPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(makeLabel(TextRole::PageTitle))
    , m_text(new QTextBrowser) {
    setProperty("role", "popup");
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_text);
    auto* shut = new QPushButton(icon("close"), {});
    shut->setProperty("kind", "quiet");
    shut->setAccessibleName(tr("Close the help"));
    shut->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel("help", 20, Token::Accent));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(makeLabel(TextRole::Hint, tr("Esc closes"), "text3"));
    head->addWidget(shut);
    auto* more = makeLabel(TextRole::Hint, tr("Ctrl K, then ? and a word: looks through the whole help."), "text2");
    more->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 10, 8, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    layout->addWidget(more);
    connect(shut, &QPushButton::clicked, this, &HelpPanel::close);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &HelpPanel::refresh);
    hide();
}

void HelpPanel::show(const GuideSection& section, const QList<QAction*>& keys) {
    m_title->setText(section.title);
    setAccessibleName(tr("Help: %1").arg(section.title));
    m_text->setAccessibleName(section.title);
    for (const QPointer<QAction>& key : m_keys) {
        if (key)
            key->disconnect(&m_soon);
    }
    m_keys = {keys.begin(), keys.end()};
    for (const QAction* key : keys)
        connect(key, &QAction::changed, &m_soon, qOverload<>(&QTimer::start));
    m_section = section.markdown;
    refresh();
    m_text->verticalScrollBar()->setValue(0);
}

void HelpPanel::refresh() {
    QList<QAction*> there;
    for (const QPointer<QAction>& key : m_keys) {
        if (key)
            there << key;
    }
    const QString markdown = withFirmKeys(keysAsMarkdown(there) + m_section);
    if (markdown == m_markdown)
        return;
    m_markdown = markdown;
    render();
}

void HelpPanel::open() {
    if (isHidden())
        Q_EMIT opened();
    QFrame::show();
    raise();
    m_text->setFocus();
}

void HelpPanel::close() {
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

QString HelpPanel::text() const {
    return m_title->text() + u'\n' + m_text->toPlainText();
}

void HelpPanel::render() {
    const int scrolled = m_text->verticalScrollBar()->value();
    QTextDocument& document = *m_text->document();
    document.setDefaultFont(fontOf(TextRole::Body));
    document.setDocumentMargin(0);
    document.setIndentWidth(listIndent);
    document.setMarkdown(m_markdown);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        dressBlock(document, block);
    dressTables(document);
    m_text->moveCursor(QTextCursor::Start); // else what is shown follows the cursor to the end
    m_text->verticalScrollBar()->setValue(scrolled);
}

void HelpPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

// The colours of keys and lines are in the text itself.
void HelpPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

} // namespace meterhall::ui
