#include "server-stub/images/qr_code.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <png.h>
#include <span>
#include <vector>

namespace images {
namespace {

// Of version 6, level M: table 9 of the standard.
constexpr std::size_t blocks = 4;
constexpr std::size_t block_data = 27;
constexpr std::size_t block_check = 16;
constexpr int alignment = 34;

using Bytes = std::vector<std::uint8_t>;

// In the field of 256 elements of x^8 + x^4 + x^3 + x^2 + 1.
std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
    unsigned product = 0;
    for (int bit = 7; bit >= 0; --bit) {
        product = (product << 1) ^ ((product >> 7) * 0x11dU);
        if ((b >> bit) & 1) product ^= a;
    }
    return static_cast<std::uint8_t>(product);
}

// The product of (x - 2^0) to (x - 2^15), without its first coefficient.
std::array<std::uint8_t, block_check> generator() {
    std::array<std::uint8_t, block_check> product{};
    product.back() = 1;
    std::uint8_t root = 1;
    for (std::size_t i = 0; i < block_check; ++i) {
        for (std::size_t j = 0; j < block_check; ++j) {
            product[j] = multiply(product[j], root);
            if (j + 1 < block_check) product[j] ^= product[j + 1];
        }
        root = multiply(root, 2);
    }
    return product;
}

std::array<std::uint8_t, block_check> check_of(std::span<const std::uint8_t> data) {
    static const auto divisor = generator();
    std::array<std::uint8_t, block_check> rest{};
    for (const auto byte : data) {
        const std::uint8_t factor = byte ^ rest.front();
        std::ranges::rotate(rest, rest.begin() + 1);
        rest.back() = 0;
        for (std::size_t i = 0; i < block_check; ++i) rest[i] ^= multiply(divisor[i], factor);
    }
    return rest;
}

// Mode "bytes", their number, the bytes, an end, and filling.
Bytes data_of(std::string_view text) {
    Bytes data{0x40};
    const auto add = [&](unsigned byte) {  // Half a byte behind.
        data.back() |= static_cast<std::uint8_t>(byte >> 4);
        data.push_back(static_cast<std::uint8_t>(byte << 4));
    };
    add(static_cast<unsigned>(text.size()));
    for (const char c : text) add(static_cast<std::uint8_t>(c));
    for (std::uint8_t filling = 0xec; data.size() < blocks * block_data; filling ^= 0xec ^ 0x11)
        data.push_back(filling);
    return data;
}

// The blocks take turns: first with their data, then with their check bytes.
Bytes codewords_of(std::string_view text) {
    const auto data = data_of(text);
    Bytes words;
    for (std::size_t i = 0; i < block_data; ++i)
        for (std::size_t block = 0; block < blocks; ++block) words.push_back(data[block * block_data + i]);
    std::array<std::array<std::uint8_t, block_check>, blocks> checks;
    for (std::size_t block = 0; block < blocks; ++block)
        checks[block] = check_of(std::span(data).subspan(block * block_data, block_data));
    for (std::size_t i = 0; i < block_check; ++i)
        for (const auto& check : checks) words.push_back(check[i]);
    return words;
}

bool is_masked(int mask, int x, int y) {
    switch (mask) {
        case 0: return (x + y) % 2 == 0;
        case 1: return y % 2 == 0;
        case 2: return x % 3 == 0;
        case 3: return (x + y) % 3 == 0;
        case 4: return (x / 3 + y / 2) % 2 == 0;
        case 5: return x * y % 2 + x * y % 3 == 0;
        case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
        default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

class Drawing {
public:
    explicit Drawing(const Bytes& words) {
        for (int i = 0; i < qr_side; ++i) {
            fix(6, i, i % 2 == 0);
            fix(i, 6, i % 2 == 0);
        }
        for (const auto [x, y] : {std::pair{3, 3}, {qr_side - 4, 3}, {3, qr_side - 4}}) draw_finder(x, y);
        for (int y = -2; y <= 2; ++y)
            for (int x = -2; x <= 2; ++x) fix(alignment + x, alignment + y, std::max(std::abs(x), std::abs(y)) != 1);
        draw_format(0);
        draw_words(words);
    }

    QrCode masked(int mask) const {
        Drawing other = *this;
        for (int y = 0; y < qr_side; ++y)
            for (int x = 0; x < qr_side; ++x)
                if (!fixed_[place(y)][place(x)] && is_masked(mask, x, y)) other.code_[place(y)].flip(place(x));
        other.draw_format(mask);
        return other.code_;
    }

private:
    static std::size_t place(int at) { return static_cast<std::size_t>(at); }

    void fix(int x, int y, bool black) {
        code_[place(y)][place(x)] = black;
        fixed_[place(y)][place(x)] = true;
    }

    // With the white line around it, as far as that lies within.
    void draw_finder(int middle_x, int middle_y) {
        for (int y = std::max(0, middle_y - 4); y <= std::min(qr_side - 1, middle_y + 4); ++y)
            for (int x = std::max(0, middle_x - 4); x <= std::min(qr_side - 1, middle_x + 4); ++x) {
                const int ring = std::max(std::abs(x - middle_x), std::abs(y - middle_y));
                fix(x, y, ring != 2 && ring != 4);
            }
    }

    // Level M, which is 0, and the mask; with ten check bits, twice.
    void draw_format(int mask) {
        int rest = mask;
        for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        const int bits = (mask << 10 | rest) ^ 0x5412;
        const auto bit = [&](int i) { return ((bits >> i) & 1) != 0; };
        for (int i = 0; i <= 5; ++i) fix(8, i, bit(i));
        fix(8, 7, bit(6));
        fix(8, 8, bit(7));
        fix(7, 8, bit(8));
        for (int i = 9; i < 15; ++i) fix(14 - i, 8, bit(i));
        for (int i = 0; i < 8; ++i) fix(qr_side - 1 - i, 8, bit(i));
        for (int i = 8; i < 15; ++i) fix(8, qr_side - 15 + i, bit(i));
        fix(8, qr_side - 8, true);
    }

    // In columns two wide, from the last to the first, up and down in turn, past the column of the clock.
    void draw_words(const Bytes& words) {
        std::size_t bit = 0;
        bool up = true;
        for (int last = qr_side - 1; last >= 1; last -= 2, up = !up) {
            if (last == 6) last = 5;
            for (int step = 0; step < qr_side; ++step)
                for (const int x : {last, last - 1}) {
                    const int y = up ? qr_side - 1 - step : step;
                    if (fixed_[place(y)][place(x)] || bit == words.size() * 8) continue;
                    code_[place(y)][place(x)] = ((words[bit / 8] >> (7 - bit % 8)) & 1) != 0;
                    ++bit;
                }
        }
    }

    QrCode code_{};
    QrCode fixed_{};
};

// What a reader could stumble over in one line: long stretches of a colour, and what looks like a finder.
int penalty_of_line(const std::bitset<qr_side>& line) {
    int penalty = 0, run = 0;
    unsigned last = 0;  // Eleven modules.
    for (std::size_t i = 0; i < qr_side; ++i) {
        run = i > 0 && line[i] == line[i - 1] ? run + 1 : 1;
        if (run == 5) penalty += 3;
        else if (run > 5) penalty += 1;
        last = (last << 1 | (line[i] ? 1U : 0U)) & 0x7ffU;
        if (i >= 10 && (last == 0x05dU || last == 0x5d0U)) penalty += 40;
    }
    return penalty;
}

int penalty_of(const QrCode& code) {
    int penalty = 0, black = 0;
    for (std::size_t i = 0; i < qr_side; ++i) {
        std::bitset<qr_side> column;
        for (std::size_t j = 0; j < qr_side; ++j) column[j] = code[j][i];
        penalty += penalty_of_line(code[i]) + penalty_of_line(column);
        black += static_cast<int>(column.count());
    }
    for (std::size_t y = 1; y < qr_side; ++y)
        for (std::size_t x = 1; x < qr_side; ++x) {
            const bool one = code[y][x];
            if (code[y - 1][x] == one && code[y][x - 1] == one && code[y - 1][x - 1] == one) penalty += 3;
        }
    const int twentieths = std::abs(black * 20 - qr_side * qr_side * 10) / (qr_side * qr_side);
    return penalty + 10 * twentieths;
}

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
    if (text.size() > qr_bytes) return std::nullopt;
    const Drawing drawing(codewords_of(text));
    QrCode best{};
    int least = std::numeric_limits<int>::max();
    for (int mask = 0; mask < 8; ++mask) {
        const auto code = drawing.masked(mask);
        const int penalty = penalty_of(code);
        if (penalty >= least) continue;
        least = penalty;
        best = code;
    }
    return best;
}

std::optional<std::string> print_qr(const QrCode& code) {
    std::vector<png_byte> pixels(static_cast<std::size_t>(qr_pixels) * qr_pixels, 0);
    for (int y = 0; y < qr_side * qr_module; ++y)
        for (int x = 0; x < qr_side * qr_module; ++x) {
            const auto row = static_cast<std::size_t>(y + qr_quiet * qr_module);
            const auto column = static_cast<std::size_t>(x + qr_quiet * qr_module);
            const bool black = code[static_cast<std::size_t>(y / qr_module)][static_cast<std::size_t>(x / qr_module)];
            pixels[row * qr_pixels + column] = black ? 1 : 0;
        }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = image.height = qr_pixels;
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = 2;
    const std::array<png_byte, 6> colors{255, 255, 255, 0, 0, 0};
    std::string file(pixels.size(), '\0');
    png_alloc_size_t size = file.size();
    if (png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), qr_pixels, colors.data()) == 0)
        return std::nullopt;
    file.resize(size);
    return file;
}

}  // namespace images
