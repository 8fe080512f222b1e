#include "server-stub/http/knowledge.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/service/opening.hpp"
#include "shared/wire/answer.hpp"

namespace http {

Knowledge::Knowledge(const Exchange& exchange)
    : exchange_(exchange), now_address_(routes::api_now(exchange.values["district"])) {}

void Knowledge::add(std::string address, domain::Answer answer) {
    added_.insert_or_assign(std::move(address), std::move(answer));
}

pages::Lookup Knowledge::lookup() {
    return [this](const std::string& address) -> pages::Known {
        static const base::Error missing{base::ErrorCode::NotFound, "nothing stands at this address"};
        const auto* answer = find(address);
        return {.answer = answer, .error = answer == nullptr ? &missing : nullptr};
    };
}

bool Knowledge::has_all(const std::vector<pages::Question>& questions) {
    return std::ranges::all_of(questions, [&](const auto& question) { return find(question.address) != nullptr; });
}

wire::PageData Knowledge::data_of(const std::vector<pages::Question>& questions) {
    wire::PageData data;
    for (const auto& [address, subject] : questions) {
        if (const auto* kept = exchange_.services().content.find_json(address)) data.api.emplace_back(address, *kept);
        else if (const auto* answer = find(address)) data.api.emplace_back(address, wire::encode(*answer));
    }
    return data;
}

const domain::Answer* Knowledge::find(const std::string& address) {
    const auto& services = exchange_.services();
    if (const auto found = added_.find(address); found != added_.end()) return &found->second;
    const auto* district = services.content.find_district(exchange_.values["district"]);
    if (address != now_address_ || district == nullptr) return services.content.find_answer(address);
    add(address, service::district_now(services.content.calendar(), services.legal_time, *district, services.clock()));
    return &added_.at(address);
}

std::string print(const Exchange& exchange, Knowledge& knowledge, const routes::Page& page,
                  const pages::RatingForm& form) {
    const auto lookup = knowledge.lookup();
    const auto document = pages::page_of(exchange.tr(), page, lookup, form);
    auto data = knowledge.data_of(pages::questions_of(page, lookup));
    data.form = form.draft;
    data.errors = form.errors;
    return print_page(document, data, exchange.preferences(), exchange.services().assets);
}

}  // namespace http
