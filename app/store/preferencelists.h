#pragma once

#include "app/store/preferencevalues.h"

#include <QByteArray>

namespace latchkey
{

// The lists of a settings file. One that is empty is written as nothing. False: it cannot be read,
// and stays as it was.

// Which items: a Latchkey of before can carry these out too. They mean whatever is there.
[[nodiscard]] QByteArray encodePendingKeys(const QList<PendingDelete> &pending);
[[nodiscard]] bool decodePendingKeys(const QByteArray &encoded, QList<PendingDelete> *pending);
// Which sessions in them, one by one; nothing if all mean whatever is there.
[[nodiscard]] QByteArray encodeMeanings(const QList<PendingDelete> &pending);
[[nodiscard]] bool decodeMeanings(const QByteArray &encoded, QList<PendingDelete> *pending);

// A key, then whole seconds since 1970; and the next one.
[[nodiscard]] QByteArray encodeRenewals(const QList<RenewalCount> &renewals);
[[nodiscard]] bool decodeRenewals(const QByteArray &encoded, QList<RenewalCount> *renewals);

// A key, a server and an e-mail ("-": none) for each, as many as the file has room for.
[[nodiscard]] QByteArray encodeStored(const QList<StoredSessionEntry> &stored);
[[nodiscard]] bool decodeStored(const QByteArray &encoded, QList<StoredSessionEntry> *stored);

} // namespace latchkey
