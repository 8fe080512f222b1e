// A posted form with a file may be any bytes: what is read lies within them, and reads the same when it is sent again.
#include <cstdint>
#include <cstdlib>
#include <format>
#include <string>
#include <string_view>

#include "server-stub/http/multipart.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

constexpr std::string_view type = "multipart/form-data; boundary=b";

std::string print(const std::vector<http::FormPart>& parts) {
    std::string body;
    for (const auto& part : parts) {
        body += std::format("--b\r\nContent-Disposition: form-data; name=\"{}\"{}", part.name,
                            part.is_file ? "; filename=\"\"" : "");
        if (!part.media_type.empty()) body += "\r\nContent-Type: " + part.media_type;
        body.append("\r\n\r\n").append(part.bytes).append("\r\n");
    }
    return body + "--b--\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    // The boundary itself, too, may be any bytes.
    http::parse_multipart(body.substr(0, body.find('\n')), body);
    const auto parts = http::parse_multipart(type, body);
    if (!parts) return 0;
    require(parts->size() <= http::form_part_limit);
    for (const auto& part : *parts)
        require(part.bytes.data() >= body.data() && part.bytes.data() + part.bytes.size() <= body.data() + body.size());
    const auto again = print(*parts);
    if (const auto same = http::parse_multipart(type, again)) require(*same == *parts);
    else require(again.size() > http::form_part_head_limit);
    return 0;
}
