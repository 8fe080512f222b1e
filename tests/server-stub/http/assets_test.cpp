#include "server-stub/http/engine/assets.hpp"

#include <doctest/doctest.h>
#include <fstream>

#include "tests/server-stub/storage/temporary_folder.hpp"

using namespace http::engine;

namespace {

void write(const std::filesystem::path& path, std::string_view text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

struct Site {
    test::TemporaryFolder folder;
    Assets assets;

    Site() {
        write(folder.path() / "skin.0123abcd.css", "body{}");
        write(folder.path() / "skin.0123abcd.css.br", "brotli");
        write(folder.path() / "skin.0123abcd.css.gz", "gzip");
        write(folder.path() / "rihab.9999ffff.wasm", "asm");
        write(folder.path() / "fonts/latin-400.aaaabbbb.ttf", "font");
        write(folder.path() / ".secret", "no");
        write(folder.path().parent_path() / "rihab-outside.txt", "no");
        assets = Assets::load(folder.path()).value();
    }

    std::optional<Response> get(std::string_view address, std::vector<Header> headers = {}) const {
        Request request;
        request.headers = std::move(headers);
        return assets.respond(address, request);
    }
};

std::string value_of(const Response& response, std::string_view name) {
    for (const auto& header : response.headers)
        if (header.name == name) return header.value;
    return {};
}

}  // namespace

TEST_SUITE("server-stub/http/engine/assets") {
    TEST_CASE("a file is found by its name without the hash") {
        const Site site;
        CHECK(site.assets.address_of("skin.css") == "/assets/skin.0123abcd.css");
        CHECK(site.assets.address_of("fonts/latin-400.ttf") == "/assets/fonts/latin-400.aaaabbbb.ttf");
        CHECK(site.assets.address_of("missing.js").empty());
    }

    TEST_CASE("each client gets the smallest form that it takes, under one tag, for a year") {
        const Site site;
        struct Row {
            const char* accepted;
            const char* coding;
            const char* body;
        };
        for (const auto& row : {Row{"gzip, br", "br", "brotli"}, Row{"gzip", "gzip", "gzip"}, Row{"", "", "body{}"}}) {
            CAPTURE(row.accepted);
            const auto response = site.get("/assets/skin.0123abcd.css", {{"accept-encoding", row.accepted}});
            REQUIRE(response.has_value());
            CHECK(bytes_of(response->body) == row.body);
            CHECK(value_of(*response, "Content-Encoding") == row.coding);
            CHECK(value_of(*response, "Content-Type") == "text/css; charset=utf-8");
            CHECK(value_of(*response, "Cache-Control") == "public, max-age=31536000, immutable");
            CHECK(value_of(*response, "Vary") == "Accept-Encoding");
        }
    }

    TEST_CASE("a client that has the file gets nothing again") {
        const Site site;
        const auto tag = value_of(*site.get("/assets/rihab.9999ffff.wasm"), "ETag");
        const auto again = site.get("/assets/rihab.9999ffff.wasm", {{"if-none-match", tag}});
        REQUIRE(again.has_value());
        CHECK(again->status == 304);
        CHECK(bytes_of(again->body).empty());
        CHECK(site.get("/assets/rihab.9999ffff.wasm", {{"if-none-match", "\"other\""}})->status == 200);
    }

    TEST_CASE("nothing but the files of the build is ever served") {
        const Site site;
        for (const auto* address : {"/assets/", "/assets", "/assets/.secret", "/assets/../rihab-outside.txt",
                                    "/assets/%2e%2e/rihab-outside.txt", "/assets//skin.0123abcd.css",
                                    "/assets/skin.0123abcd.css.br", "/assets/fonts", "/etc/passwd", ""}) {
            CAPTURE(address);
            CHECK_FALSE(site.get(address).has_value());
        }
    }

    TEST_CASE("streaming compilation needs the type of WebAssembly") {
        CHECK(value_of(*Site().get("/assets/rihab.9999ffff.wasm"), "Content-Type") == "application/wasm");
    }

    TEST_CASE("a missing folder is an error, not an empty site") {
        CHECK_FALSE(Assets::load("/nowhere/at/all").has_value());
    }
}
