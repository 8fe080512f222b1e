// The engine as it ships: every face, the cut data.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "client/text/engine.hpp"
#include "embedded/icu_cut.hpp"
#include "shared/unicode/icu_data.hpp"

namespace test {

inline std::vector<std::byte> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    const auto* begin = reinterpret_cast<const std::byte*>(content.data());
    return {begin, begin + content.size()};
}

struct LoadedFonts {
    text::Fonts fonts;
    text::Engine engine{fonts};

    LoadedFonts() {
        if (!unicode::load_data(embedded::icu_cut())) std::abort();
        for (const auto& face : fonts::all_faces())
            if (!fonts.add(face.face, read_file(std::string(RIHAB_FONTS_DIR "/") + std::string(face.file))))
                std::abort();
    }
};

}  // namespace test
