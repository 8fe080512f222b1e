// Content, ratings and receipts in one SQLite database.
#pragma once

#include <filesystem>
#include <memory>

#include "server-stub/service/content_store.hpp"
#include "server-stub/service/rating_store.hpp"

namespace storage::sqlite {

// One connection, so one thread at a time: the rating desk's, once it runs.
class Store final : public service::ContentStore, public service::RatingStore {
public:
    // Opens or makes the database and brings its schema up to date.
    static base::Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
    static base::Result<std::unique_ptr<Store>> in_memory();
    ~Store() override;

    base::Result<void> replace_content(const std::vector<service::ContentItem>& items) override;
    base::Result<std::vector<service::ContentItem>> content() override;

    std::vector<base::Result<domain::Receipt>> record(std::span<const service::NewRating> batch,
                                                      const service::CodeSource& codes) override;
    base::Result<domain::Receipt> find(const domain::ReceiptCode& code) override;

    // What SQLite's own integrity check says: "ok", or what is broken.
    base::Result<std::string> integrity();

private:
    struct Connection;  // SQLite stays in the .cpp.
    explicit Store(std::unique_ptr<Connection> connection);
    static base::Result<std::unique_ptr<Store>> open_path(const std::string& path);

    std::unique_ptr<Connection> connection_;
};

}  // namespace storage::sqlite
