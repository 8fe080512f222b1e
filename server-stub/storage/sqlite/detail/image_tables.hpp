// The table of pictures, through the one connection.
#pragma once

#include <memory>
#include <mutex>

#include "server-stub/service/image_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class ImageTables final : public service::ImageStore {
public:
    // The database and the mutex, which guards it, must outlive this.
    static base::Result<std::unique_ptr<ImageTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<void> put(const service::StoredImage& image) override;
    base::Result<service::StoredImage> find(const domain::ImageName& name) override;
    base::Result<bool> has(const domain::ImageName& name) override;
    base::Result<std::vector<Listed>> list(std::string_view district, const std::optional<Place>& after,
                                           std::size_t limit) override;

private:
    ImageTables(std::mutex& mutex, Statement insert, Statement select, Statement look, Statement list)
        : mutex_(mutex),
          insert_(std::move(insert)),
          select_(std::move(select)),
          look_(std::move(look)),
          list_(std::move(list)) {}

    std::mutex& mutex_;
    Statement insert_, select_, look_, list_;
};

}  // namespace storage::sqlite::detail
