#pragma once

#include "app/api/apiclient.h"
#include "app/options.h"
#include "app/store/secretstore.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace latchkey
{

// `latchkey --diagnostics`: what support needs to know, as lines of "name: value". Holds no secret:
// nothing it asks needs one. Needs no display.
class Diagnostics final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        ApiClient &api;
        SecretStore &store;
        Clock &clock;
    };
    // `settings`: the settings file and what it is worth, in words. `done` gets the report, once,
    // within the API's own deadline.
    Diagnostics(const Parts &parts, const ServerAddress &server, const QString &settings);
    void run(std::function<void(QString report)> done);

private:
    void askServer();
    void add(const QString &name, const QString &value);

    Parts m_parts;
    ServerAddress m_server;
    QString m_settings;
    QStringList m_lines;
    std::function<void(QString)> m_done;
};

} // namespace latchkey
