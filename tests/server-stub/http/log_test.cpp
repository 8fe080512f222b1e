#include "server-stub/http/log.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

TEST_SUITE("server-stub/http/log") {
    TEST_CASE("a line stays one line of JSON whatever is put into it") {
        CHECK(http::quote_json("a\n\"b\\\x7f\xd8") == R"("a\u000a\"b\\\u007f\u00d8")");

        char* text = nullptr;
        std::size_t size = 0;
        std::FILE* memory = open_memstream(&text, &size);
        {
            http::Log log(memory, [] { return base::Instant{1'795'348'800'123}; });
            log.write("info", "request", {{"id", "x\n{}"}, {"status", std::int64_t{200}}});
        }
        std::fclose(memory);
        CHECK(std::string(text, size) ==
              "{\"time\":\"2026-11-22T12:00:00.123Z\",\"level\":\"info\",\"event\":\"request\","
              "\"id\":\"x\\u000a{}\",\"status\":200}\n");
        std::free(text);
    }
}
