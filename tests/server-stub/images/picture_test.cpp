#include "server-stub/images/detail/picture.hpp"

#include <doctest/doctest.h>

#include "server-stub/images/detail/exif.hpp"
#include "shared/domain/image.hpp"

using images::detail::orientation_of;
using images::detail::Picture;
using images::detail::Pixel;
using images::detail::reduced;
using images::detail::Reducer;
using images::detail::Size;
using images::detail::turned;

namespace {

constexpr Pixel red{255, 0, 0, 255}, blue{0, 0, 255, 255}, nothing{9, 9, 9, 0};

Picture reduce(const Picture& picture, Size to) {
    Reducer reducer(picture.size, to);
    const auto width = static_cast<std::size_t>(picture.size.width);
    for (std::size_t at = 0; at < picture.pixels.size(); at += width)
        reducer.add(std::span(picture.pixels).subspan(at, width));
    return std::move(reducer).finish();
}

// Six pixels of three columns and two rows, told apart by their first byte.
Picture numbered() {
    Picture picture{.size = {3, 2}, .pixels = {}};
    for (std::uint8_t i = 1; i <= 6; ++i) picture.pixels.push_back({i, 0, 0, 255});
    return picture;
}

std::string print(const Picture& picture) {
    std::string text;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        if (i > 0 && i % static_cast<std::size_t>(picture.size.width) == 0) text += '/';
        text += static_cast<char>('0' + picture.pixels[i][0]);
    }
    return text;
}

}  // namespace

TEST_CASE("a picture that fits keeps its size, and a longer side becomes the limit") {
    CHECK(reduced({1600, 900}, 1600) == Size{1600, 900});
    CHECK(reduced({4000, 3000}, 1600) == Size{1600, 1200});
    CHECK(reduced({3000, 4000}, 1600) == Size{1200, 1600});
    CHECK(reduced({40'000'000, 1}, 1600) == Size{1600, 1});
}

TEST_CASE("a picture of the same size keeps each pixel") {
    const Picture picture{.size = {2, 2}, .pixels = {red, blue, {1, 2, 3, 255}, {250, 128, 7, 100}}};
    CHECK(reduce(picture, {2, 2}).pixels == picture.pixels);
}

TEST_CASE("a smaller picture averages what falls into a pixel") {
    const Picture picture{.size = {4, 2}, .pixels = {red, red, blue, blue, blue, blue, blue, blue}};
    CHECK(reduce(picture, {2, 1}).pixels == std::vector<Pixel>{{128, 0, 128, 255}, blue});
    const Picture thirds{.size = {3, 1}, .pixels = {red, red, blue}};
    CHECK(reduce(thirds, {2, 1}).pixels == std::vector<Pixel>{red, {85, 0, 170, 255}});
}

TEST_CASE("what cannot be seen gives no colour to its neighbours") {
    const Picture picture{.size = {2, 1}, .pixels = {red, nothing}};
    CHECK(reduce(picture, {1, 1}).pixels == std::vector<Pixel>{{255, 0, 0, 128}});
}

TEST_CASE("each of the eight ways up is turned upright") {
    struct {
        int orientation;
        const char* upright;
    } const cases[] = {{1, "123/456"},  {2, "321/654"},  {3, "654/321"},  {4, "456/123"}, {5, "14/25/36"},
                       {6, "41/52/63"}, {7, "63/52/41"}, {8, "36/25/14"}, {9, "123/456"}};
    for (const auto& c : cases) {
        CAPTURE(c.orientation);
        CHECK(print(turned(numbered(), c.orientation)) == c.upright);
    }
}

TEST_CASE("the way up is read in either byte order, and from nothing that is cut off") {
    const std::vector<std::uint8_t> little{'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0};
    const std::vector<std::uint8_t> big{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0};
    CHECK(orientation_of(little) == 6);
    CHECK(orientation_of(big) == 8);
    for (std::size_t size = 0; size < 20; ++size) CHECK(orientation_of(std::span(little).first(size)) >= 1);
    auto far = little;
    far[4] = far[5] = far[6] = far[7] = 0xff;
    CHECK(orientation_of(far) == 1);
}

TEST_CASE("a picture's name is a hash and a kind, and nothing else") {
    const std::string hash(64, 'a');
    CHECK(domain::parse_image_name(hash + ".png") == domain::ImageName{hash, domain::ImageKind::Png});
    CHECK(domain::print({hash, domain::ImageKind::Jpeg}) == hash + ".jpg");
    for (const auto& name : {hash, hash + ".svg", hash + ".jpg.html", hash.substr(1) + ".jpg",
                             "A" + hash.substr(1) + ".jpg", hash + "a.jpg", std::string()})
        CHECK_FALSE(domain::parse_image_name(name));
}
