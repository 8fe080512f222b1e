// Where published content is kept: bodies in wire form under the address that answers with them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/content_row.hpp"
#include "shared/base/result.hpp"

namespace service {

// Where a line stands in its list.
struct ContentCursor {
    std::int64_t rank = 0;
    std::string address;
    bool operator==(const ContentCursor&) const = default;
};

// What a list shows of a row.
struct ContentLine {
    ContentCursor at;
    std::string summary;  // JSON
    bool operator==(const ContentLine&) const = default;
};

class ContentStore {
public:
    virtual ~ContentStore() = default;

    // Everything at once or nothing: readers never see half of a new edition.
    virtual base::Result<void> replace_content(std::span<const ContentRow> rows) = 0;
    // Each in place of what stood at its address; all of them or none.
    virtual base::Result<void> put_content(std::span<const ContentRow> rows) = 0;
    // JSON; nothing where nothing stands at this address.
    virtual base::Result<std::optional<std::string>> content_body(std::string_view address) = 0;
    // At most `limit` lines of a list, those after `after` or the first. An unknown list is empty.
    virtual base::Result<std::vector<ContentLine>> content_lines(std::string_view district, std::string_view section,
                                                                 const std::optional<ContentCursor>& after,
                                                                 std::size_t limit) = 0;
    // The other way: at most `limit` lines before `before`, the nearest first.
    virtual base::Result<std::vector<ContentLine>> content_lines_before(std::string_view district,
                                                                        std::string_view section,
                                                                        const ContentCursor& before,
                                                                        std::size_t limit) = 0;
};

}  // namespace service
