#include "tests/server-stub/visits/traces.hpp"

#include <array>
#include <format>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_set>

namespace test {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
// Needles of one length are looked for in one pass.
using Needles = std::map<std::size_t, std::unordered_set<std::string, Hash, std::equal_to<>>>;

void add(Needles& needles, std::string needle) { needles[needle.size()].insert(std::move(needle)); }

// Of every browser in the crowd, and of the classes that are made of them.
constexpr std::array browser_parts{"Mozilla", "AppleWebKit", "Gecko", "Android", "/chrome", "/firefox", "/safari"};

std::string_view bytes_of(const http::engine::Address& address) {
    return {reinterpret_cast<const char*>(address.data()), address.size()};
}

void add_address(Needles& needles, const http::engine::Address& address) {
    const auto bytes = bytes_of(address);
    if (address[10] == 0xff) {
        add(needles, std::string(bytes.substr(12)));                                    // Packed IPv4.
        add(needles, std::format("{}.{}.{}.", address[12], address[13], address[14]));  // Its /24 in text.
        add(needles, std::format("{:02x}{:02x}{:02x}{:02x}", address[12], address[13], address[14], address[15]));
    } else {
        add(needles, std::format("{:x}:{:x}:{:x}{:02x}", address[0] << 8 | address[1], address[2] << 8 | address[3],
                                 address[4], address[5]));
        add(needles, std::string(bytes.substr(0, 8)));
    }
    add(needles, std::string(bytes));
    add(needles, std::string(bytes.substr(0, 15)));
}

}  // namespace

std::vector<FileBytes> read_folder(const std::filesystem::path& folder) {
    std::vector<FileBytes> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
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
        for (const auto& [length, texts] : needles)
            for (std::size_t at = 0; at + length <= view.size(); ++at)
                if (texts.contains(view.substr(at, length))) traces.push_back(bytes.substr(at, length) + " in " + name);
    }
    return traces;
}

}  // namespace test
