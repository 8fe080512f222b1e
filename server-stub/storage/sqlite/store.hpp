// Content, ratings, receipts, the log of visits, accounts, items and pictures in one SQLite database.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "server-stub/service/account_store.hpp"
#include "server-stub/service/author_store.hpp"
#include "server-stub/service/content_store.hpp"
#include "server-stub/service/contribution_store.hpp"
#include "server-stub/service/image_store.hpp"
#include "server-stub/service/item_store.hpp"
#include "server-stub/service/moderation_rule_store.hpp"
#include "server-stub/service/need_store.hpp"
#include "server-stub/service/portal_store.hpp"
#include "server-stub/service/rating_store.hpp"
#include "server-stub/service/report_store.hpp"
#include "server-stub/service/visit_store.hpp"

namespace storage::sqlite {

struct QueryPlan {
    std::string sql;
    std::vector<std::string> steps;  // "SEARCH content USING INDEX ..."
};

// One connection writes, one thread at a time: the others wait. Content is read by a second one on a disk, so that
// its readers do not wait for a commit.
class Store final : public service::ContentStore, public service::RatingStore, public service::VisitStore {
public:
    // Opens or makes the database and brings its schema up to date.
    static base::Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
    static base::Result<std::unique_ptr<Store>> in_memory();
    ~Store() override;

    base::Result<void> replace_content(std::span<const service::ContentRow> rows) override;
    base::Result<void> put_content(std::span<const service::ContentRow> rows) override;
    base::Result<std::optional<std::string>> content_body(std::string_view address) override;
    base::Result<std::vector<service::ContentLine>> content_lines(std::string_view district, std::string_view section,
                                                                  const std::optional<service::ContentCursor>& after,
                                                                  std::size_t limit) override;
    base::Result<std::vector<service::ContentLine>> content_lines_before(std::string_view district,
                                                                         std::string_view section,
                                                                         const service::ContentCursor& before,
                                                                         std::size_t limit) override;

    std::vector<base::Result<domain::Receipt>> record(std::span<const service::NewRating> batch,
                                                      const service::CodeSource& codes) override;
    base::Result<domain::Receipt> find(const domain::ReceiptCode& code) override;

    base::Result<void> record_visits(std::span<const service::LoggedEvent> events,
                                     std::span<const service::DayTally> tallies) override;
    base::Result<void> record_visitors(std::span<const service::VisitorCount> counts) override;
    base::Result<std::vector<service::LoggedEvent>> visit_events(std::int64_t from_s, std::int64_t until_s) override;
    base::Result<std::vector<service::DayTally>> tallies() override;
    base::Result<std::vector<service::VisitorCount>> visitors() override;

    service::AccountStore& accounts();
    service::ItemStore& items();
    service::ImageStore& images();
    service::PortalStore& portals();
    service::ContributionStore& contributions();
    service::NeedStore& needs();
    service::ReportStore& reports();
    service::ModerationRuleStore& moderation_rules();
    service::AuthorStore& authors();

    // How SQLite goes about every statement that the store keeps prepared.
    base::Result<std::vector<QueryPlan>> query_plans();

    // What SQLite's own integrity check says: "ok", or what is broken.
    base::Result<std::string> integrity();

private:
    struct Connection;  // SQLite stays in the .cpp.
    explicit Store(std::unique_ptr<Connection> connection);
    static base::Result<std::unique_ptr<Store>> open_path(const std::string& path);
    template <class Ask>
    auto read_content(const Ask& ask);

    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;
    struct Reading;
    std::unique_ptr<Reading> reading_;  // None in memory.
};

}  // namespace storage::sqlite
