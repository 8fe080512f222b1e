#include "server-stub/http/multipart.hpp"

#include <doctest/doctest.h>

using http::FormPart;
using http::parse_multipart;

namespace {

constexpr std::string_view type = "multipart/form-data; boundary=----b0undary";

std::string part(std::string_view head, std::string_view bytes) {
    return std::string("------b0undary\r\n").append(head).append("\r\n\r\n").append(bytes).append("\r\n");
}
const std::string end = "------b0undary--\r\n";
const std::string alt = part("Content-Disposition: form-data; name=\"alt\"", "النجمة");
const std::string file =
    part("Content-Disposition: form-data; name=\"file\"; filename=\"a;b.png\"\r\nContent-Type: image/PNG",
         "\x89PNG\r\n\r\n--");

}  // namespace

TEST_CASE("a form as browsers send it is read, its file byte for byte") {
    const auto body = file + alt + end;
    const auto parts = parse_multipart(type, body);
    REQUIRE(parts);
    CHECK(*parts ==
          std::vector<FormPart>{{"file", true, "image/png", "\x89PNG\r\n\r\n--"}, {"alt", false, "", "النجمة"}});
    CHECK(parse_multipart("Multipart/Form-Data; boundary=\"----b0undary\"", body));
    CHECK(parse_multipart(type, end)->empty());
}

TEST_CASE("an empty field is a part with no bytes") {
    const auto parts = parse_multipart(type, part("Content-Disposition: form-data; name=\"alt\"", "") + end);
    REQUIRE(parts);
    CHECK(parts->front().bytes.empty());
}

TEST_CASE("what is no such form, or could be read in two ways, is refused") {
    const auto head = [](std::string_view text) { return part(text, "x") + end; };
    const std::string many = [] {
        std::string all;
        for (std::size_t i = 0; i <= http::form_part_limit; ++i)
            all += part("Content-Disposition: form-data; name=\"n" + std::to_string(i) + "\"", "");
        return all + end;
    }();
    const std::string bodies[] = {
        "",
        alt,                         // No end.
        "preamble\r\n" + alt + end,  // Before the first mark.
        alt + end + "epilogue",      // After the last.
        alt + alt + end,             // A name twice.
        many,
        head("Content-Disposition: form-data"),
        head("Content-Disposition: form-data; name=\"\""),
        head("Content-Disposition: form-data; name=alt"),
        head("Content-Disposition: attachment; name=\"alt\""),
        head("Content-Disposition: form-data; name=\"a\"; other=\"b\""),
        head("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64"),
        head("Content-Disposition: form-data; name=\"a\"\r\n folded"),
        head("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\""),
        head("Content-Type: image/png"),
        head("Content-Disposition: form-data; name=\"" + std::string(http::form_part_head_limit, 'a') + "\""),
        "------b0undary \r\n" + alt.substr(16) + end,
    };
    for (const auto& body : bodies) {
        CAPTURE(body.substr(0, 120));
        CHECK_FALSE(parse_multipart(type, body));
    }
    for (const auto* other : {"", "multipart/form-data", "multipart/form-data; boundary=",
                              "text/plain; boundary=----b0undary", "multipart/form-data; boundary=\"----b0undary",
                              "multipart/form-data; boundary=a b", "multipart/mixed; boundary=----b0undary"}) {
        CAPTURE(other);
        CHECK_FALSE(parse_multipart(other, alt + end));
    }
}
