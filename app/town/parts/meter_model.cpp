#include "app/town/parts/meter_model.h"

#include <array>

namespace meterhall::town {

std::span<const MeterModel> meterModels() {
    static constexpr std::array<MeterModel, 3> models{{
        {"rongtai_g25", "RT", Commodity::Gas, 0x30, 7811, 5, false, true, false, true, 2},
        {"beichuan_g4", "BC", Commodity::Gas, 0x30, 3302, 6, false, false, true, true, 4},
        {"sanhe_lxs15", "SH", Commodity::Water, 0x10, 7846, 5, true, true, false, false, 3},
    }};
    return models;
}

} // namespace meterhall::town
