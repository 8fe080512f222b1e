#include "tests/server-stub/visits/traces.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <format>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace test {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
// What is looked for, all at once: nearly every place of a file is passed by after a look at its first four bytes.
class Needles {
public:
    void add(std::string needle) {
        assert(needle.size() >= prefix_size && "every needle has the bytes that are looked at first");
        begins_[slot_of(needle.data())] = true;
        by_length_[needle.size()].insert(std::move(needle));
    }

    std::vector<std::string_view> found_in(std::string_view bytes) const {
        std::vector<std::string_view> found;
        for (std::size_t at = 0; at + prefix_size <= bytes.size(); ++at) {
            if (!begins_[slot_of(bytes.data() + at)]) continue;
            for (const auto& [length, texts] : by_length_)
                if (texts.contains(bytes.substr(at, length))) found.push_back(bytes.substr(at, length));
        }
        return found;
    }

private:
    static constexpr std::size_t prefix_size = 4;
    static constexpr int slot_bits = 22;

    static std::size_t slot_of(const char* bytes) {
        std::uint32_t prefix = 0;
        std::memcpy(&prefix, bytes, prefix_size);
        return prefix * 2'654'435'761U >> (32 - slot_bits);  // Knuth's multiplicative hash.
    }

    std::vector<char> begins_ = std::vector<char>(std::size_t{1} << slot_bits);
    std::map<std::size_t, std::unordered_set<std::string, Hash, std::equal_to<>>> by_length_;
};

// Of every browser in the crowd, and of the classes that are made of them.
constexpr std::array browser_parts{"Mozilla", "AppleWebKit", "Gecko", "Android", "/chrome", "/firefox", "/safari"};

std::string_view bytes_of(const http::engine::Address& address) {
    return {reinterpret_cast<const char*>(address.data()), address.size()};
}

void add_address(Needles& needles, const http::engine::Address& address) {
    const auto bytes = bytes_of(address);
    if (address[10] == 0xff) {
        needles.add(std::string(bytes.substr(12)));                                    // Packed IPv4.
        needles.add(std::format("{}.{}.{}.", address[12], address[13], address[14]));  // Its /24 in text.
        needles.add(std::format("{:02x}{:02x}{:02x}{:02x}", address[12], address[13], address[14], address[15]));
    } else {
        needles.add(std::format("{:x}:{:x}:{:x}{:02x}", address[0] << 8 | address[1], address[2] << 8 | address[3],
                                address[4], address[5]));
        needles.add(std::string(bytes.substr(0, 8)));
    }
    needles.add(std::string(bytes));
    needles.add(std::string(bytes.substr(0, 15)));
}

}  // namespace

std::vector<FileBytes> read_folder(const std::filesystem::path& folder) {
    std::vector<FileBytes> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        files.push_back({entry.path().filename().string(), std::move(bytes).str()});
    }
    return files;
}

std::vector<std::string> traces_of(const std::vector<Sender>& senders, const std::vector<FileBytes>& files) {
    Needles needles;
    for (const auto& sender : senders) add_address(needles, sender.address);

    std::vector<std::string> traces;
    for (const auto& [name, bytes] : files) {
        const std::string_view view = bytes;
        for (const auto* part : browser_parts)
            if (view.contains(part)) traces.push_back(std::string(part) + " in " + name);
        for (const auto found : needles.found_in(view)) traces.push_back(std::string(found) + " in " + name);
    }
    return traces;
}

}  // namespace test
