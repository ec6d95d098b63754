#include "app/base/logging.h"

Q_LOGGING_CATEGORY(lcApi, "latchkey.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "latchkey.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "latchkey.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "latchkey.ui", QtWarningMsg)
Q_LOGGING_CATEGORY(lcApp, "latchkey.app", QtWarningMsg)
