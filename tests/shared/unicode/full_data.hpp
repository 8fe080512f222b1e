// A fixture for tests in which ICU's own formatters judge, on all of its data; LINK icu and shared_unicode.
// A program can load data once only: these tests and those of unicode_data.cpp are different executables.
#pragma once

#include <cstddef>
#include <doctest/doctest.h>
#include <fstream>
#include <span>
#include <unicode/timezone.h>
#include <vector>

#include "shared/unicode/icu_data.hpp"

namespace test {

class FullData {
public:
    FullData() {
        static const auto bytes = read();
        static const auto loaded = unicode::load_data(std::as_bytes(std::span(bytes)));
        REQUIRE(loaded.has_value());
        icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone("GMT"));
    }

private:
    struct alignas(16) Block {
        std::byte bytes[16];
    };

    static std::vector<Block> read() {
        std::ifstream file(RIHAB_ICU_FULL_DAT, std::ios::binary | std::ios::ate);
        REQUIRE(file.is_open());
        const auto size = static_cast<std::size_t>(file.tellg());
        std::vector<Block> blocks(size / sizeof(Block) + 1);
        file.seekg(0);
        file.read(reinterpret_cast<char*>(blocks.data()), static_cast<std::streamsize>(size));
        return blocks;
    }
};

}  // namespace test
