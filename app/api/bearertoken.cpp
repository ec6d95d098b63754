#include "app/api/bearertoken.h"

namespace latchkey
{

namespace
{

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~' || c == '+' || c == '/';
}

} // namespace

bool isBearerToken(QByteArrayView token)
{
    if (token.size() > MaxTokenSize)
        return false;
    while (token.endsWith('='))
        token.chop(1);
    if (token.isEmpty())
        return false;
    for (const char c : token) {
        if (!isTokenCharacter(c))
            return false;
    }
    return true;
}

} // namespace latchkey
