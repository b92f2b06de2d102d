#include "app/town/parts/faults.h"

#include <QJsonDocument>

#include <array>
#include <cmath>

namespace meterhall::town {

namespace {
constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t mostMeters = 10'000'000;

struct Key {
    const char* name;
    std::int64_t FaultPlan::*field;
    bool isRate;
};

constexpr std::array keys{
    Key{"lost", &FaultPlan::lost, true},
    Key{"late_duplicate", &FaultPlan::lateDuplicate, true},
    Key{"corrupt", &FaultPlan::corrupt, true},
    Key{"torn", &FaultPlan::torn, true},
    Key{"dead_meters", &FaultPlan::deadMeters, false},
    Key{"dead_branches", &FaultPlan::deadBranches, false},
    Key{"closed_slots", &FaultPlan::closedSlots, false},
    Key{"wrong_clocks", &FaultPlan::wrongClocks, false},
    Key{"rollovers", &FaultPlan::rollovers, false},
    Key{"exchanged", &FaultPlan::exchanged, false},
    Key{"leaks", &FaultPlan::leaks, false},
    Key{"stopped", &FaultPlan::stopped, false},
    Key{"reversed", &FaultPlan::reversed, false},
};

// Faults of people with handhelds. The town has no handhelds yet and must not pretend it played them.
constexpr std::array handheldKeys{"typos", "crossed_pairs", "inventing_readers"};

QString knownKeys() {
    QStringList names;
    for (const Key& key : keys)
        names.append(QString::fromLatin1(key.name));
    return names.join(QStringLiteral(", "));
}

Error unknownKey(const QString& name) {
    const bool ofHandhelds = std::any_of(handheldKeys.begin(), handheldKeys.end(),
                                         [&](const char* known) { return name == QLatin1String(known); });
    if (ofHandhelds)
        return complaint(
            TownError::FaultNotPlayed,
            QStringLiteral("\"%1\" is a fault of handhelds, which this town does not play yet; it knows %2")
                .arg(name, knownKeys()));
    return complaint(TownError::BadFaults, QStringLiteral("unknown fault \"%1\"; known are %2").arg(name, knownKeys()));
}

Result<std::int64_t> valueOf(const Key& key, const QJsonValue& value) {
    // JSON has only floating numbers; they end here, as parts of a million or as a whole count.
    const double number = value.toDouble(-1);
    if (key.isRate) {
        if (!value.isDouble() || number < 0 || number > 1)
            return complaint(TownError::BadFaults,
                             QStringLiteral("\"%1\" is a rate from 0 to 1").arg(QLatin1String(key.name)));
        return std::llround(number * double(million));
    }
    if (!value.isDouble() || number < 0 || number > double(mostMeters) || number != std::floor(number))
        return complaint(TownError::BadFaults,
                         QStringLiteral("\"%1\" is a whole number of meters or branches").arg(QLatin1String(key.name)));
    return static_cast<std::int64_t>(number);
}
} // namespace

FaultPlan everydayFaults(int homes) {
    FaultPlan plan;
    plan.leaks = homes / 300;
    plan.stopped = homes / 250;
    plan.reversed = homes / 1000;
    plan.rollovers = homes >= 200 ? 1 : 0;
    plan.exchanged = homes >= 200 ? 1 : 0;
    return plan;
}

Result<FaultPlan> faultsFrom(const QByteArray& json, FaultPlan base) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return complaint(
            TownError::BadFaults,
            QStringLiteral("not a JSON object: %1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    return faultsFrom(document.object(), base);
}

Result<FaultPlan> faultsFrom(const QJsonObject& object, FaultPlan base) {
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto key = std::find_if(keys.begin(), keys.end(),
                                      [&](const Key& known) { return entry.key() == QLatin1String(known.name); });
        if (key == keys.end())
            return unknownKey(entry.key());
        MH_TRY(base.*(key->field), valueOf(*key, entry.value()));
    }
    if (base.lost + base.lateDuplicate + base.corrupt + base.torn > million)
        return complaint(TownError::BadFaults,
                         QStringLiteral("lost, late_duplicate, corrupt and torn add up to more than 1"));
    return base;
}

QJsonObject toJson(const FaultPlan& plan) {
    QJsonObject object;
    for (const Key& key : keys) {
        const std::int64_t value = plan.*(key.field);
        const QString name = QString::fromLatin1(key.name);
        if (key.isRate)
            object.insert(name, double(value) / double(million));
        else
            object.insert(name, qint64(value));
    }
    return object;
}

const char* nameOf(Mishap mishap) {
    switch (mishap) {
    case Mishap::None:
        return "none";
    case Mishap::Lost:
        return "lost";
    case Mishap::LateDuplicate:
        return "late_duplicate";
    case Mishap::Corrupt:
        return "corrupt";
    case Mishap::Torn:
        return "torn";
    }
    Q_UNREACHABLE();
}

Dice diceOfRequest(std::uint64_t seed, std::uint64_t meter, std::uint32_t request) {
    return {seed, {purpose::fault, meter, request}};
}

Mishap drawMishap(const FaultPlan& plan, Dice& dice) {
    std::int64_t thrown = dice.below(million);
    const std::array outcomes{std::pair{plan.lost, Mishap::Lost}, std::pair{plan.lateDuplicate, Mishap::LateDuplicate},
                              std::pair{plan.corrupt, Mishap::Corrupt}, std::pair{plan.torn, Mishap::Torn}};
    for (const auto& [rate, mishap] : outcomes) {
        if (thrown < rate)
            return mishap;
        thrown -= rate;
    }
    return Mishap::None;
}

} // namespace meterhall::town
