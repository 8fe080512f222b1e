// The HTML around a document: head, canvas, page data. The document prints its own nodes.
#pragma once

#include <string>

#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/preferences.hpp"
#include "shared/document/document.hpp"
#include "shared/wire/page_data.hpp"

namespace http {

// Without assets (a server that was started without the client) the page has no style and no script, and works.
std::string print_page(const doc::Document& document, const wire::PageData& data, const Preferences& preferences,
                       const engine::Assets& assets);

// /lab/text: the text engine alone, for tests. Its body has the class of a page and nothing else.
std::string print_text_lab(const engine::Assets& assets);

// The star of the site as a picture of its own, for the tabs of browsers.
std::string print_site_icon();

// A page that is printed once for all readers: only the key of its form differ.
class PageTemplate {
public:
    // `key` is the one that was printed into the page and its data. It must not occur in anything else.
    PageTemplate(std::string page, std::string key) : page_(std::move(page)), key_(std::move(key)) {}

    std::string with_key(std::string_view key) const;
    std::size_t bytes() const { return page_.size(); }

private:
    std::string page_;
    std::string key_;
};

}  // namespace http
