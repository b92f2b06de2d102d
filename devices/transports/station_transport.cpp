#include "devices/transports/epoll_station.h"

namespace meterhall::devices {

QString toString(CloseReason reason) {
    switch (reason) {
    case CloseReason::PeerClosed:
        return QStringLiteral("peer closed");
    case CloseReason::Silent:
        return QStringLiteral("silent");
    case CloseReason::Flooding:
        return QStringLiteral("flooding");
    case CloseReason::PeerTooSlow:
        return QStringLiteral("peer too slow");
    case CloseReason::BrokenSocket:
        return QStringLiteral("broken socket");
    }
    Q_UNREACHABLE();
}

std::unique_ptr<StationTransport> makeStation(const StationLimits& limits, const Clock& clock,
                                              StationListener& listener) {
    return std::make_unique<EpollStation>(limits, clock, listener);
}

} // namespace meterhall::devices
