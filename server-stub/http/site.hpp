// The portal as an application of the engine: every request comes in here and every answer leaves through here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server-stub/http/content.hpp"
#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/engine/message.hpp"
#include "server-stub/http/log.hpp"
#include "server-stub/http/shell.hpp"
#include "server-stub/service/accounts.hpp"
#include "server-stub/service/authors.hpp"
#include "server-stub/service/contributions.hpp"
#include "server-stub/service/editing.hpp"
#include "server-stub/service/images.hpp"
#include "server-stub/service/lane.hpp"
#include "server-stub/service/legal_time.hpp"
#include "server-stub/service/moderation_rule_store.hpp"
#include "server-stub/service/need_store.hpp"
#include "server-stub/service/portals.hpp"
#include "server-stub/service/rating_desk.hpp"
#include "server-stub/service/receipt_guesses.hpp"
#include "server-stub/service/report_store.hpp"
#include "server-stub/service/visit_log.hpp"
#include "shared/base/clock.hpp"

namespace http {

struct Exchange;
struct Route;

// What the handlers work with. All of it outlives the server.
struct Services {
    Content& content;
    const engine::Assets& assets;
    service::RatingDesk& desk;
    service::ReceiptGuesses& guesses;
    const service::LegalTime& legal_time;
    service::VisitLog& visits;
    service::Accounts& accounts;
    service::Editing& editing;
    service::Portals& portals;
    service::Contributions& contributions;
    service::NeedStore& needs;
    service::ReportStore& reports;
    service::ModerationRuleStore& moderation_rules;
    service::Authors& authors;
    service::Lane& disk;     // For what waits for the store.
    service::Lane& hashing;  // For what hashes a password: its threads are how many do so at once.
    service::Images& images;
    service::Lane& imaging;  // For what waits for pictures to be made anew: its threads are how many at once.
    base::Clock clock;
    std::function<std::string()> new_key;
    Log& log;
    bool lab = false;  // Whether addresses below /lab are there.
};

class Site {
public:
    explicit Site(Services services);

    engine::Application application();

    const Services& services() const { return services_; }
    // Pages, printed once for each language and choice of preferences; made when first asked for.
    std::shared_ptr<const PageTemplate> ensure_template(const std::string& name, Edition edition,
                                                        const std::function<PageTemplate()>& make);
    // Null where it must be made.
    std::shared_ptr<const KeptBody> find_page(const std::string& name, Edition edition) {
        return pages_.find(name, edition);
    }
    // The same for whatever is kept with its compressed form, under its address.
    std::shared_ptr<const KeptBody> ensure_page(const std::string& name, Edition edition,
                                                const std::function<std::string()>& make);

private:
    void run(const Route& route, const std::shared_ptr<Exchange>& exchange);
    void handle(engine::Request request, engine::Respond respond);
    engine::Response refuse(const engine::Request& request, engine::Refusal refusal);

    Services services_;
    Shelf<PageTemplate> templates_{std::size_t{32} << 20};
    Shelf<KeptBody> pages_{std::size_t{64} << 20};
};

}  // namespace http
