#pragma once

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QLineEdit;

namespace meterhall::ui {

/// Tells a scanner or card wedge from fingers: more than six characters and Enter, none later than 40 ms after the one
/// before. What the burst left in a focused field is taken out again, and the text goes to whoever listens.
class ScanWatcher : public QObject {
    Q_OBJECT

public:
    explicit ScanWatcher(QObject* parent = nullptr);
    static constexpr int leastCharacters = 7;
    static constexpr int mostMillisecondsBetween = 40;

Q_SIGNALS:
    void scanned(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isQuick(const QKeyEvent& event) const;
    bool endsBurst(const QKeyEvent& event) const;
    bool key(const QKeyEvent& event);
    void begin();

    quint64 m_lastKeyAt = 0; ///< milliseconds of the window system
    QString m_burst;
    QPointer<QLineEdit> m_field;
    bool m_secret = false;
    QString m_before; ///< what the field held before the burst
};

} // namespace meterhall::ui
