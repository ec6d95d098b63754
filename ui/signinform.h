#pragma once

#include "ui/columnarea.h"

#include <QLineEdit>
#include <QString>

namespace latchkey
{

namespace Ui
{
class SignInPage;
}

// The look of the sign-in form, apart from what it does. Dressed once; shaped again whenever the
// font or the direction changes.
void dressSignInForm(Ui::SignInPage &ui);
void shapeSignInForm(Ui::SignInPage &ui);
// Show password stands inside the field's frame: keeps the text clear of it. Call again when its
// text or the font changed.
void fitPasswordToggle(Ui::SignInPage &ui);
void orderSignInTabs(Ui::SignInPage &ui);
void showBar(Ui::SignInPage &ui); // scrolls the message and the focused field into view

// Text and frame of a field's hint, and its description for screen readers.
void setFieldHint(QLineEdit &field, HintLine &line, const QString &text, HintLine::Tone tone);

// Something on each side of an "@" (V2). No more: only the server knows.
[[nodiscard]] bool looksLikeEmail(const QString &email);

} // namespace latchkey
