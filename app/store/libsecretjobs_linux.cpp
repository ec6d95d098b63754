#include "app/store/foreignfunction.h"
#include "app/store/libsecretjobs.h"
#include "app/store/storedsession.h"

#include <QPointer>

#include <memory>
#include <utility>

namespace latchkey
{

namespace
{

// What we need of the stable C interfaces of GLib 2 and libsecret 1.
struct GlibError {
    quint32 domain;
    int code;
    char *message;
};
struct GlibList {
    void *data;
    GlibList *next;
    GlibList *previous;
};
struct SecretSchema { // SECRET_SCHEMA_DONT_MATCH_NAME is 2
    const char *name;
    int flags;
    struct {
        const char *name;
        int type; // 0: a string
    } attributes[32];
    int reserved;
    void *reserved1[7];
};
using AsyncReady = void (*)(void *source, void *result, void *data);

constexpr int SearchAll = 1 << 1; // SecretSearchFlags
constexpr int Unlock = 1 << 2;
constexpr int LoadSecrets = 1 << 3;

struct Library {
    void *(*tableNew)(void *hash, void *equal);
    int (*tableInsert)(void *table, void *key, void *value);
    void (*tableUnref)(void *table);
    void (*listFree)(GlibList *list);
    void (*errorFree)(GlibError *error);
    void (*objectUnref)(void *object);
    void *stringHash;
    void *stringEqual;
    void (*search)(void *service, const SecretSchema *schema, void *attributes, int flags,
                   void *cancellable, AsyncReady ready, void *data);
    GlibList *(*searchFinish)(void *service, void *result, GlibError **error);
    void *(*itemSecret)(void *item);
    int (*itemLocked)(void *item);
    const char *(*pathOf)(void *proxy);
    const char *(*valueGet)(void *value, size_t *length);
    void (*valueUnref)(void *value);
    void (*store)(const SecretSchema *schema, void *attributes, const char *collection,
                  const char *label, const char *password, void *cancellable, AsyncReady ready,
                  void *data);
    int (*storeFinish)(void *result, GlibError **error);
    bool isWhole = true;
};

const Library &library()
{
    static const Library found = [] {
        Library l{};
        resolve(l, "glib-2.0", "g_hash_table_new", l.tableNew);
        resolve(l, "glib-2.0", "g_hash_table_insert", l.tableInsert);
        resolve(l, "glib-2.0", "g_hash_table_unref", l.tableUnref);
        resolve(l, "glib-2.0", "g_list_free", l.listFree);
        resolve(l, "glib-2.0", "g_error_free", l.errorFree);
        resolve(l, "gobject-2.0", "g_object_unref", l.objectUnref);
        resolve(l, "glib-2.0", "g_str_hash", l.stringHash);
        resolve(l, "glib-2.0", "g_str_equal", l.stringEqual);
        resolve(l, "secret-1", "secret_service_search", l.search);
        resolve(l, "secret-1", "secret_service_search_finish", l.searchFinish);
        resolve(l, "secret-1", "secret_item_get_secret", l.itemSecret);
        resolve(l, "secret-1", "secret_item_get_locked", l.itemLocked);
        resolve(l, "gio-2.0", "g_dbus_proxy_get_object_path", l.pathOf);
        resolve(l, "secret-1", "secret_value_get", l.valueGet);
        resolve(l, "secret-1", "secret_value_unref", l.valueUnref);
        resolve(l, "secret-1", "secret_password_storev", l.store);
        resolve(l, "secret-1", "secret_password_store_finish", l.storeFinish);
        return l;
    }();
    return found;
}

const SecretSchema &schema()
{
    static const SecretSchema ours{
        "org.qt.keychain", 2, {{"user", 0}, {"server", 0}, {"type", 0}}, 0, {}};
    return ours;
}

// One job; lives until libsecret answers.
template <typename Outcome>
struct Job {
    QPointer<QObject> context;
    std::function<void(const Outcome &)> callback;
    QByteArray user;
    QByteArray password;

    ~Job() { wipe(password); }
    void end(const Outcome &outcome) const
    {
        if (context)
            callback(outcome);
    }
};
using Search = Job<LibsecretFinding>;
using Store = Job<JobOutcome>;

class Attributes
{
public:
    Attributes(const QByteArray &user, bool withType)
        : m_table(library().tableNew(library().stringHash, library().stringEqual))
    {
        static QByteArray server(keychainServiceName.data(), keychainServiceName.size());
        insert("server", server.data());
        insert("user", const_cast<char *>(user.constData()));
        if (withType)
            insert("type", const_cast<char *>("plaintext"));
    }
    ~Attributes() { library().tableUnref(m_table); }
    Q_DISABLE_COPY_MOVE(Attributes)
    [[nodiscard]] void *table() const { return m_table; }

private:
    void insert(const char *name, char *value)
    {
        library().tableInsert(m_table, const_cast<char *>(name), value);
    }
    void *m_table;
};

template <typename Outcome>
Outcome failed(GlibError *error)
{
    Outcome outcome;
    outcome.detail = QStringLiteral("libsecret: ")
        + (error ? QString::fromUtf8(error->message) : QStringLiteral("it did not say why"));
    if (error)
        library().errorFree(error);
    return outcome;
}

// The newest of them by its own moment; what cannot be read comes last.
bool isBetter(const Secret &one, const std::optional<Secret> &best)
{
    if (!best)
        return true;
    const auto theirs = decodeSession(one);
    const auto bests = decodeSession(*best);
    return theirs && (!bests || theirs->issuedAt > bests->issuedAt);
}

LibsecretItem itemOf(void *item)
{
    LibsecretItem found{
        QString::fromUtf8(library().pathOf(item)), library().itemLocked(item) != 0, {}};
    if (void *value = library().itemSecret(item)) {
        size_t length = 0;
        const char *bytes = library().valueGet(value, &length);
        found.value = Secret(QByteArrayView(bytes, qsizetype(length)));
        library().valueUnref(value);
    }
    return found;
}

void searched(void *source, void *result, void *data)
{
    const std::unique_ptr<Search> job(static_cast<Search *>(data));
    GlibError *error = nullptr;
    GlibList *items = library().searchFinish(source, result, &error);
    if (error)
        return job->end(failed<LibsecretFinding>(error));
    LibsecretFinding finding;
    finding.end = JobEnd::Done;
    for (GlibList *item = items; item; item = item->next) {
        finding.items.append(itemOf(item->data));
        library().objectUnref(item->data);
    }
    library().listFree(items);
    job->end(finding);
}

void stored(void *, void *result, void *data)
{
    const std::unique_ptr<Store> job(static_cast<Store *>(data));
    GlibError *error = nullptr;
    if (!library().storeFinish(result, &error))
        return job->end(failed<JobOutcome>(error));
    JobOutcome outcome;
    outcome.end = JobEnd::Done;
    job->end(outcome);
}

template <typename Outcome>
void endWithout(QObject *context, const std::function<void(const Outcome &)> &callback)
{
    Outcome outcome;
    outcome.end = JobEnd::NoBackend;
    outcome.detail = QStringLiteral("no libsecret");
    QMetaObject::invokeMethod(
        context, [callback, outcome] { callback(outcome); }, Qt::QueuedConnection);
}

int flagsOf(LibsecretRead how)
{
    switch (how) {
    case LibsecretRead::Locks:
        return SearchAll;
    case LibsecretRead::Silent:
        return SearchAll | LoadSecrets;
    case LibsecretRead::Asks:
        return SearchAll | LoadSecrets | Unlock;
    }
    return SearchAll;
}

} // namespace

void startLibsecretSearch(const QString &key, LibsecretRead how, QObject *context,
                          std::function<void(const LibsecretFinding &)> callback)
{
    if (!library().isWhole)
        return endWithout(context, callback);
    auto *job = new Search{context, std::move(callback), key.toUtf8(), {}};
    const Attributes attributes(job->user, false);
    library().search(nullptr, nullptr, attributes.table(), flagsOf(how), nullptr, &searched, job);
}

void startLibsecretRead(const QString &key, LibsecretRead how, QObject *context,
                        JobCallback callback)
{
    startLibsecretSearch(key, how, context,
                         [callback = std::move(callback)](const LibsecretFinding &finding) {
                             std::optional<Secret> best;
                             for (const LibsecretItem &item : finding.items) {
                                 if (item.value && isBetter(*item.value, best))
                                     best = item.value;
                             }
                             const bool hasNone = finding.end == JobEnd::Done && !best;
                             callback({hasNone ? JobEnd::NotFound : finding.end,
                                       best.value_or(Secret()), finding.detail});
                         });
}

void startLibsecretWrite(const QString &key, const Secret &value, QObject *context,
                         JobCallback callback)
{
    if (!library().isWhole)
        return endWithout(context, callback);
    auto *job = new Store{context, std::move(callback), key.toUtf8(), value.reveal().toByteArray()};
    const Attributes attributes(job->user, true);
    library().store(&schema(), attributes.table(), nullptr, "Latchkey", job->password.constData(),
                    nullptr, &stored, job);
}

} // namespace latchkey
