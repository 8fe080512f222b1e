// The portal as an application of the engine: every request comes in here and every answer leaves through here.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server-stub/http/content.hpp"
#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/engine/message.hpp"
#include "server-stub/http/log.hpp"
#include "server-stub/http/shell.hpp"
#include "server-stub/service/accounts.hpp"
#include "server-stub/service/lane.hpp"
#include "server-stub/service/legal_time.hpp"
#include "server-stub/service/rating_desk.hpp"
#include "server-stub/service/receipt_guesses.hpp"
#include "server-stub/service/visit_log.hpp"
#include "shared/base/clock.hpp"

namespace http {

struct Exchange;
struct Route;

// What the handlers work with. All of it outlives the server.
struct Services {
    const Content& content;
    const engine::Assets& assets;
    service::RatingDesk& desk;
    service::ReceiptGuesses& guesses;
    const service::LegalTime& legal_time;
    service::VisitLog& visits;
    service::Accounts& accounts;
    service::Lane& disk;     // For what waits for the store.
    service::Lane& hashing;  // For what hashes a password: its threads are how many do so at once.
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
    std::shared_ptr<const PageTemplate> ensure_template(const std::string& name,
                                                        const std::function<PageTemplate()>& make);
    // The same for whatever is kept with its compressed form, under its address.
    // `edition` says what it was made of: another edition is made anew.
    std::shared_ptr<const KeptBody> ensure_page(const std::string& name, std::int64_t edition,
                                                const std::function<std::string()>& make);

private:
    void run(const Route& route, const std::shared_ptr<Exchange>& exchange);
    void handle(engine::Request request, engine::Respond respond);
    engine::Response refuse(const engine::Request& request, engine::Refusal refusal);

    Services services_;
    std::mutex mutex_;
    template <class Page>
    struct Printed {
        std::int64_t edition = 0;
        std::shared_ptr<const Page> page;
    };
    template <class Page>
    using Shelf = std::map<std::string, Printed<Page>>;
    template <class Page, class Make>
    std::shared_ptr<const Page> ensure(Shelf<Page>& shelf, const std::string& name, std::int64_t edition,
                                       const Make& make);

    Shelf<PageTemplate> templates_;
    Shelf<KeptBody> pages_;
};

}  // namespace http
