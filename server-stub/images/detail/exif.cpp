#include "server-stub/images/detail/exif.hpp"

#include <optional>

namespace images::detail {
namespace {

constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t short_type = 3;
constexpr std::size_t entry_size = 12;

// TIFF 6.0, section 2: numbers in the byte order that the first two bytes name.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes), big_(!bytes.empty() && bytes[0] == 'M') {}

    std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes_[at + (big_ ? i : size - 1 - i)];
        return value;
    }

private:
    std::span<const std::uint8_t> bytes_;
    bool big_;
};

}  // namespace

int orientation_of(std::span<const std::uint8_t> tiff) {
    const Reader reader(tiff);
    const auto start = reader.number(4, 4);
    const auto count = start ? reader.number(*start, 2) : std::nullopt;
    if (!count) return 1;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto at = std::size_t{*start} + 2 + i * entry_size;
        const auto tag = reader.number(at, 2);
        if (!tag) return 1;
        if (*tag != orientation_tag || reader.number(at + 2, 2) != short_type) continue;
        const auto value = reader.number(at + 8, 2).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

}  // namespace images::detail
