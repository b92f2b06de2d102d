#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace meterhall::town {

/// SIGTERM and SIGINT as an ordinary signal of the event loop: the handler only writes a byte into a pipe. One per
/// process. POSIX only; on other systems it never fires.
class Shutdown : public QObject {
    Q_OBJECT

public:
    explicit Shutdown(QObject* parent = nullptr);
    ~Shutdown() override;

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace meterhall::town
