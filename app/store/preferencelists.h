#pragma once

#include "app/store/preferencevalues.h"

#include <QByteArray>

namespace latchkey
{

// The lists of a settings file. One that is empty is written as nothing. False: not all of it could
// be read; what could be is taken.

// Which items are to be deleted: a Latchkey of before can carry these out too. One that cannot be
// read has an empty key, so that its meaning finds it.
[[nodiscard]] QByteArray encodePendingKeys(const QList<PendingDelete> &pending);
[[nodiscard]] bool decodePendingKeys(const QByteArray &encoded, QList<PendingDelete> *pending);
// Which sessions in them, one by one; nothing if all mean whatever is there. So does one whose
// meaning cannot be read: what it deletes too much costs a sign-in, and a token that stayed in the
// keychain after its sign-out would cost more.
[[nodiscard]] QByteArray encodeMeanings(const QList<PendingDelete> &pending);
[[nodiscard]] bool decodeMeanings(const QByteArray &encoded, QList<PendingDelete> *pending);
// Without those that have no key, and the newest of what is too much.
[[nodiscard]] QList<PendingDelete> readablePending(const QList<PendingDelete> &pending);

// A key, then whole seconds since 1970; and the next one. All or nothing: what is lost is that a
// day's renewals were counted.
[[nodiscard]] QByteArray encodeRenewals(const QList<RenewalCount> &renewals);
[[nodiscard]] bool decodeRenewals(const QByteArray &encoded, QList<RenewalCount> *renewals);

// A key, a server and an e-mail ("-": none) for each, as many as the file has room for. One that
// cannot be read is not found at the next start; who signs in to it again replaces its item.
[[nodiscard]] QByteArray encodeStored(const QList<StoredSessionEntry> &stored);
[[nodiscard]] bool decodeStored(const QByteArray &encoded, QList<StoredSessionEntry> *stored);

} // namespace latchkey
