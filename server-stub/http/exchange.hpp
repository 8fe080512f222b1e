// One request on its way through a handler, and the ways to answer it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/http/engine/message.hpp"
#include "server-stub/http/preferences.hpp"
#include "server-stub/http/router.hpp"
#include "server-stub/http/site.hpp"
#include "server-stub/service/accounts.hpp"
#include "shared/document/document.hpp"
#include "shared/i18n/text.hpp"
#include "shared/wire/page_data.hpp"
#include "shared/wire/problem.hpp"

namespace http {

using engine::Response;

// Kept by shared_ptr while the rating desk works on it.
struct Exchange {
    Site& site;
    engine::Request request;
    std::string path;  // As sent, without query.
    std::string query;
    PathValues values;
    base::Language language;  // Of the page; for JSON, that of Accept-Language.
    std::function<void(Response)> reply;
    std::optional<service::Who> who{};  // Of routes that ask for a right.

    const Services& services() const { return site.services(); }
    i18n::Text tr() const { return i18n::Text(language); }
    Preferences preferences() const { return read_preferences(request.header("cookie")); }
};
using ExchangePtr = std::shared_ptr<const Exchange>;
using Handler = void (*)(ExchangePtr);

enum class Compress : std::uint8_t {
    No,  // The page shows what was typed: its compressed size could tell about the rest of it (BREACH).
    Yes,
};
Response html(const Exchange& exchange, int status, const doc::Document& document, const wire::PageData& data,
              Compress compress);
// The same for a page that is printed already.
Response html(const Exchange& exchange, int status, std::string page, Compress compress);

// A page that this reader alone may see, and that only the server can make: the client gets it finished.
Response html(const Exchange& exchange, int status, doc::Document document);

// A page that is kept for all readers: with its tag, 304 where the client has it.
Response html(const Exchange& exchange, const KeptBody& page);

Response redirect(int status, std::string location);

// A body that is kept: with its tag, compressed where the client takes it, 304 where the client has it.
Response json(const Exchange& exchange, const KeptBody& body, std::string_view cache_control = "no-cache");
Response json(int status, std::string body);
Response problem(const wire::ProblemDocument& document);
Response problem(int status, std::string_view code, base::LocalizedText message);

// The page or the problem document, by what the address promises.
Response error_response(const Exchange& exchange, int status, base::ErrorCode code);
// Of content that could not be had: logged, where it is not only missing.
void refuse(const Exchange& exchange, const base::Error& error);
bool is_api(std::string_view path);

// The first media type of a Content-Type header, in lower case, without parameters.
std::string media_type_of(const engine::Request& request);
// Posts come from our own pages, or from no page at all (RFC 6454 Origin, Fetch Metadata).
bool is_from_here(const engine::Request& request);

// Whether it is a form of ours; if not, it has been answered.
bool accepts_form(const Exchange& exchange);

// "Retry-After" for this many seconds.
void ask_to_wait(Response& response, std::int64_t seconds);
int minutes_of(std::chrono::seconds wait);

}  // namespace http
