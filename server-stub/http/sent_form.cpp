#include "server-stub/http/sent_form.hpp"

#include <format>

#include "server-stub/http/voice_parts.hpp"
#include "shared/desk/voice.hpp"
#include "shared/document/html.hpp"

namespace http {
namespace {

// Programs like to fill it in; browsers do not by themselves.
constexpr std::string_view trap_field = "website";

}  // namespace

std::string with_trap(std::string page, std::string_view label) {
    // What people typed has its quotes escaped: the first of these is ours.
    const auto opened = page.find(std::format(" name=\"{}\"", desk::opened_field));
    if (opened == std::string::npos) return page;
    const auto end = page.find('>', opened) + 1;
    page.insert(end, std::format("<p class=\"hidden\" hidden data-trap><label>{} <input type=\"text\" name=\"{}\" "
                                 "value=\"\" autocomplete=\"off\" tabindex=\"-1\"></label></p>",
                                 doc::escape(label), trap_field));
    return page;
}

service::Sending sending_of(const Exchange& exchange, const base::Pairs& form, std::string_view district,
                            std::string_view key) {
    const auto& services = exchange.services();
    return {.network = network_of(exchange),
            .is_by_form = true,
            .opened = services.contributions.forms().read(base::single(form, desk::opened_field).value_or(""), district,
                                                          key, services.clock()),
            .is_trap_filled = !base::single(form, trap_field).value_or("").empty()};
}

}  // namespace http
