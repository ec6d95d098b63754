#pragma once

#include <QLoggingCategory>

// One category a room, off below "warning" unless QT_LOGGING_RULES says otherwise. No line may hold
// a token, a password or a server's own words with control characters in them.
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSession)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcApp)
