// Preloaded into a process that writes to the SQLite file METERHALL_UNSYNCED (and the files whose names begin so,
// except its shared memory): what was written and not yet synced is kept in this process's memory and is gone when the
// process is killed, as it would be gone from a machine whose power is cut. A synced byte is in the file. The process
// itself sees no difference.

#include <algorithm>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

ssize_t realRead(int fd, void* data, std::size_t size, off64_t at) {
    static auto* const next = real<decltype(pread64)>("pread64");
    return next(fd, data, size, at);
}

ssize_t realWrite(int fd, const void* data, std::size_t size, off64_t at) {
    static auto* const next = real<decltype(pwrite64)>("pwrite64");
    return next(fd, data, size, at);
}

int realStat(int fd, struct stat64* status) {
    static auto* const next = real<decltype(fstat64)>("fstat64");
    return next(fd, status);
}

int realTruncate(int fd, off64_t size) {
    static auto* const next = real<decltype(ftruncate64)>("ftruncate64");
    return next(fd, size);
}

constexpr off64_t blockSize = 4096;
using Block = std::vector<char>;

/// One file as the process sees it.
class File {
public:
    explicit File(int fd)
        : m_size(sizeOnDisk(fd)) {}

    int users = 0;

    off64_t size() const { return m_size; }

    ssize_t read(int fd, char* data, std::size_t wanted, off64_t at) {
        if (at >= m_size)
            return 0;
        const auto count = static_cast<std::size_t>(std::min<off64_t>(off64_t(wanted), m_size - at));
        for (std::size_t done = 0; done < count;) {
            const off64_t place = at + off64_t(done);
            const auto inside = static_cast<std::size_t>(place % blockSize);
            const std::size_t part = std::min(count - done, static_cast<std::size_t>(blockSize) - inside);
            const auto dirty = m_unsynced.find(place / blockSize);
            const Block clean = dirty == m_unsynced.end() ? onDisk(fd, place / blockSize) : Block();
            const Block& block = dirty == m_unsynced.end() ? clean : dirty->second;
            std::memcpy(data + done, block.data() + inside, part);
            done += part;
        }
        return ssize_t(count);
    }

    ssize_t write(int fd, const char* data, std::size_t count, off64_t at) {
        for (std::size_t done = 0; done < count;) {
            const off64_t place = at + off64_t(done);
            const auto inside = static_cast<std::size_t>(place % blockSize);
            const std::size_t part = std::min(count - done, static_cast<std::size_t>(blockSize) - inside);
            auto dirty = m_unsynced.find(place / blockSize);
            if (dirty == m_unsynced.end())
                dirty = m_unsynced.emplace(place / blockSize, onDisk(fd, place / blockSize)).first;
            std::memcpy(dirty->second.data() + inside, data + done, part);
            done += part;
        }
        m_size = std::max(m_size, at + off64_t(count));
        return ssize_t(count);
    }

    void truncate(off64_t size) {
        m_unsynced.erase(m_unsynced.upper_bound((size - 1) / blockSize), m_unsynced.end());
        if (size == 0)
            m_unsynced.clear();
        m_cutTo = m_cutTo < 0 ? size : std::min(m_cutTo, size);
        m_size = size;
    }

    /// False when the disk is full: what could not be written stays unsynced.
    bool sync(int fd) {
        if (m_cutTo >= 0 && m_cutTo < sizeOnDisk(fd) && realTruncate(fd, m_cutTo) != 0)
            return false;
        for (const auto& [number, block] : m_unsynced) {
            const off64_t at = number * blockSize;
            const auto count = static_cast<std::size_t>(std::min(blockSize, m_size - at));
            if (realWrite(fd, block.data(), count, at) != ssize_t(count))
                return false;
        }
        m_unsynced.clear();
        m_cutTo = -1;
        return sizeOnDisk(fd) == m_size || realTruncate(fd, m_size) == 0;
    }

private:
    static off64_t sizeOnDisk(int fd) {
        struct stat64 status {};
        return realStat(fd, &status) == 0 ? status.st_size : 0;
    }

    /// What lies beyond the end, or was cut off since, reads as zeros.
    Block onDisk(int fd, off64_t number) const {
        Block block(static_cast<std::size_t>(blockSize), '\0');
        const off64_t at = number * blockSize;
        const off64_t end = m_cutTo < 0 ? at + blockSize : std::min(at + blockSize, m_cutTo);
        if (end > at)
            (void)!realRead(fd, block.data(), static_cast<std::size_t>(end - at), at);
        return block;
    }

    std::map<off64_t, Block> m_unsynced; ///< by number of the block
    off64_t m_size;
    off64_t m_cutTo = -1; ///< the least size it was truncated to since the last sync; -1: it was not
};

/// The files of the database that are open now.
class Files {
public:
    static Files& all() {
        static auto* const files = new Files; // outlives whatever is written while the process ends
        return *files;
    }

    std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

    void opened(int fd, const char* path) {
        if (fd < 0 || !isWatched(path))
            return;
        auto& file = m_byPath[path];
        if (!file)
            file = std::make_shared<File>(fd);
        ++file->users;
        m_byDescriptor[fd] = file;
    }

    /// What nobody synced reaches the disk some day when the process lives on.
    void closing(int fd) {
        const auto known = m_byDescriptor.find(fd);
        if (known == m_byDescriptor.end())
            return;
        const std::shared_ptr<File> file = known->second;
        m_byDescriptor.erase(known);
        if (--file->users > 0)
            return;
        file->sync(fd);
        for (auto entry = m_byPath.begin(); entry != m_byPath.end();)
            entry = entry->second == file ? m_byPath.erase(entry) : std::next(entry);
    }

    void removed(const char* path) { m_byPath.erase(path); }

    File* behind(int fd) {
        const auto known = m_byDescriptor.find(fd);
        return known == m_byDescriptor.end() ? nullptr : known->second.get();
    }

    File* named(const char* path) {
        const auto known = m_byPath.find(path);
        return known == m_byPath.end() ? nullptr : known->second.get();
    }

private:
    static bool isWatched(const std::string& path) {
        static const char* const database = std::getenv("METERHALL_UNSYNCED");
        return database && path.starts_with(database) && !path.ends_with("-shm");
    }

    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<File>> m_byPath;
    std::map<int, std::shared_ptr<File>> m_byDescriptor;
};

int openWatched(const char* name, const char* path, int flags, mode_t mode) {
    const int fd = real<int(const char*, int, ...)>(name)(path, flags, mode);
    const auto lock = Files::all().lock();
    Files::all().opened(fd, path);
    return fd;
}

/// Runs `work` on the file behind the descriptor, or answers nothing when it is not one of the database's.
template <class Work>
bool onWatched(int fd, const Work& work) {
    const auto lock = Files::all().lock();
    File* const file = Files::all().behind(fd);
    if (file)
        work(*file);
    return file != nullptr;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, unsigned));
    va_end(rest);
    return openWatched("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, unsigned));
    va_end(rest);
    return openWatched("open64", path, flags, mode);
}

int close(int fd) {
    static auto* const next = real<decltype(close)>("close");
    {
        const auto lock = Files::all().lock();
        Files::all().closing(fd);
    }
    return next(fd);
}

ssize_t pread64(int fd, void* data, std::size_t size, off64_t at) {
    ssize_t count = 0;
    if (onWatched(fd, [&](File& file) { count = file.read(fd, static_cast<char*>(data), size, at); }))
        return count;
    return realRead(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void* data, std::size_t size, off64_t at) {
    ssize_t count = 0;
    if (onWatched(fd, [&](File& file) { count = file.write(fd, static_cast<const char*>(data), size, at); }))
        return count;
    return realWrite(fd, data, size, at);
}

int ftruncate64(int fd, off64_t size) noexcept {
    return onWatched(fd, [&](File& file) { file.truncate(size); }) ? 0 : realTruncate(fd, size);
}

int fstat64(int fd, struct stat64* status) noexcept {
    const int answer = realStat(fd, status);
    if (answer == 0)
        onWatched(fd, [&](File& file) { status->st_size = file.size(); });
    return answer;
}

int stat64(const char* path, struct stat64* status) noexcept {
    static auto* const next = real<decltype(stat64)>("stat64");
    const int answer = next(path, status);
    const auto lock = Files::all().lock();
    const File* const file = Files::all().named(path);
    if (answer == 0 && file)
        status->st_size = file->size();
    return answer;
}

int fdatasync(int fd) {
    static auto* const next = real<decltype(fdatasync)>("fdatasync");
    bool written = true;
    onWatched(fd, [&](File& file) { written = file.sync(fd); });
    return written ? next(fd) : -1;
}

int fsync(int fd) {
    static auto* const next = real<decltype(fsync)>("fsync");
    bool written = true;
    onWatched(fd, [&](File& file) { written = file.sync(fd); });
    return written ? next(fd) : -1;
}

int unlink(const char* path) noexcept {
    static auto* const next = real<decltype(unlink)>("unlink");
    {
        const auto lock = Files::all().lock();
        Files::all().removed(path);
    }
    return next(path);
}

} // extern "C"
