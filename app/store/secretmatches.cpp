#include "app/store/secretmatches.h"

#include "app/store/storedsession.h"

#include <algorithm>

namespace latchkey
{

QList<SecretItems::Item> openOf(const SecretItems::Finding &finding)
{
    QList<SecretItems::Item> open = finding.items;
    open.removeIf([](const SecretItems::Item &item) { return item.isLocked; });
    return open;
}

QStringList collectionsOf(const SecretItems::Finding &finding)
{
    QStringList collections;
    for (const SecretItems::Item &item : finding.items)
        collections.append(item.collection);
    collections.removeDuplicates();
    return collections;
}

bool isInDefault(const SecretItems::Finding &finding, const QString &path)
{
    const auto &items = finding.items;
    return std::any_of(items.cbegin(), items.cend(), [&](const SecretItems::Item &item) {
        return item.path == path && item.collection == finding.defaultCollection;
    });
}

QStringList sessionsIn(const LibsecretFinding &found)
{
    QStringList paths;
    for (const LibsecretItem &item : found.items) {
        if (item.value && decodeSession(*item.value))
            paths.append(item.path);
    }
    return paths;
}

QStringList outdatedBy(const Secret &written, const LibsecretFinding &found,
                       const SecretItems::Finding &finding)
{
    const auto newest = decodeSession(written);
    const auto ours
        = std::find_if(found.items.cbegin(), found.items.cend(), [&](const LibsecretItem &item) {
              return item.value && item.value->sameAs(written) && isInDefault(finding, item.path);
          });
    QStringList paths;
    if (!newest || ours == found.items.cend())
        return paths;
    for (const LibsecretItem &item : found.items) {
        const auto session = decodeSession(item.value.value_or(Secret()));
        if (item.path != ours->path && session && session->issuedAt <= newest->issuedAt)
            paths.append(item.path);
    }
    return paths;
}

bool hidesSome(const LibsecretFinding &found)
{
    return found.end != JobEnd::Done
        || std::any_of(found.items.cbegin(), found.items.cend(),
                       [](const LibsecretItem &item) { return !item.value; });
}

} // namespace latchkey
