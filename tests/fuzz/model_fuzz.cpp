// The server reads its model from a file: whatever bytes these are, it is refused or weighs every text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/domain/moderation/model.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace domain::moderation;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(read_model(bytes));
    // With a right sum, so that what lies behind it is reached.
    const auto sum = number_of(bytes);
    for (int byte = 0; byte < 4; ++byte) bytes += static_cast<char>(sum >> (8 * byte) & 0xFFU);
    const auto model = read_model(bytes);
    if (!model) return 0;
    require(write_model(*model) == bytes);
    Traits traits;
    for (auto& family : traits)
        for (std::size_t at = 0; at < bytes.size(); at += 4) family.push_back(number_at(bytes, at));
    static_cast<void>(model->score(traits));
    static_cast<void>(model->knows(number_at(bytes, 0)));
    return 0;
}
