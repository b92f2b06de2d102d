#include "app/town/parts/shutdown.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace meterhall::town {

namespace {
// What a signal handler may touch: a descriptor number, nothing else.
std::array<int, 2> wakePipe{-1, -1};

extern "C" void wakeOnSignal(int) {
    const char byte = 0;
    [[maybe_unused]] const auto written = write(wakePipe[1], &byte, 1);
}
} // namespace

Shutdown::Shutdown(QObject* parent)
    : QObject(parent) {
    if (pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    struct sigaction action {};
    action.sa_handler = wakeOnSignal;
    for (const int number : {SIGTERM, SIGINT})
        sigaction(number, &action, nullptr);
}

Shutdown::~Shutdown() {
    for (const int number : {SIGTERM, SIGINT})
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int& end : wakePipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace meterhall::town
