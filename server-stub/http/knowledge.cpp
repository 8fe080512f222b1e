#include "server-stub/http/knowledge.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/service/opening.hpp"
#include "shared/wire/answer.hpp"

namespace http {

Knowledge::Knowledge(const Exchange& exchange)
    : exchange_(exchange),
      edition_(exchange.services().content.edition()),
      now_address_(routes::api_now(exchange.values["district"])),
      coming_address_(routes::api_coming(exchange.values["district"])) {}

void Knowledge::add(std::string address, domain::Answer answer) {
    auto json = wire::encode(answer);
    asked_.insert_or_assign(std::move(address), std::make_shared<const Published>(std::move(answer), std::move(json)));
}

pages::Lookup Knowledge::lookup() {
    return [this](const std::string& address) -> pages::Known {
        const auto& found = find(address);
        return {.answer = found ? &(*found)->answer : nullptr, .error = found ? nullptr : &found.error()};
    };
}

std::optional<base::Error> Knowledge::missing(const std::vector<pages::Question>& questions) {
    for (const auto& question : questions)
        if (const auto& found = find(question.address); !found) return found.error();
    return std::nullopt;
}

wire::PageData Knowledge::data_of(const std::vector<pages::Question>& questions) {
    wire::PageData data;
    for (const auto& question : questions)
        if (const auto& found = find(question.address)) data.api.emplace_back(question.address, (*found)->json);
    return data;
}

const base::Result<PublishedPtr>& Knowledge::find(const std::string& address) {
    const auto found = asked_.find(address);
    return found != asked_.end() ? found->second : asked_.emplace(address, ask(address)).first->second;
}

base::Result<PublishedPtr> Knowledge::ask(const std::string& address) const {
    const auto& services = exchange_.services();
    if (address == coming_address_)
        return services.content.coming(exchange_.values["district"], services.legal_time.local_at(services.clock()));
    if (address != now_address_) return services.content.find(address);
    const auto district = services.content.find(routes::api_district(exchange_.values["district"]));
    if (!district) return district;
    domain::Answer now =
        service::district_now(*services.content.calendar(exchange_.values["district"]), services.legal_time,
                              std::get<domain::District>((*district)->answer),
                              services.content.notices(exchange_.values["district"]), services.clock());
    auto json = wire::encode(now);
    return std::make_shared<const Published>(std::move(now), std::move(json));
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
