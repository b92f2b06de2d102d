#pragma once

#include <QScrollArea>

#include <memory>
#include <vector>

namespace meterhall::ui {

class Desk;
class PrintQueue;

/// Every component of ui/widgets and ui/shell in all its states, in the theme, density and language that are applied;
/// Ctrl+Shift+D and Ctrl+Shift+R change the first two. For developers: `meterhall --gallery`. Its own words are English
/// and not translated; what the components say is.
class Gallery : public QScrollArea {
    Q_OBJECT

public:
    explicit Gallery(QWidget* parent = nullptr);
    ~Gallery() override;

    /// All of it at that width, as high as it comes.
    QPixmap wholeAt(int width);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int width);

    std::unique_ptr<PrintQueue> m_printer;
    std::unique_ptr<Desk> m_desk; ///< nobody signs in there
    QWidget* m_sheet;
    std::vector<QWidget*> m_cards;
    int m_columns = 0;
};

} // namespace meterhall::ui
