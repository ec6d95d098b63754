#include "ui/signinform.h"

#include "ui/button.h"
#include "ui/fieldstyle.h"
#include "ui/messagebar.h"
#include "ui/theme.h"
#include "ui_signinpage.h"

#include <QApplication>

namespace latchkey
{

void shapeSignInForm(Ui::SignInPage &ui)
{
    QWidget *page = ui.scrollArea->parentWidget();
    const auto steps = [page](double count) { return grid(page, count); };
    scaleFont(ui.headingLabel, headingScale, true);
    scaleFont(ui.hostLabel, 1.0, true);
    ui.headingLabel->setPlainText(ui.headingLabel->text());
    for (QLabel *label : {ui.introLabel, ui.emailLabel, ui.passwordLabel, ui.stayHelpLabel})
        alignLeading(label);
    setMuted(ui.introLabel);
    setMuted(ui.stayHelpLabel);
    ui.serverButton->setKind(Button::Kind::Text);
    ui.demoButton->setKind(Button::Kind::Text);
    ui.settingsButton->setKind(Button::Kind::Text);
    ui.signInButton->setKind(Button::Kind::Primary);

    // Buttons keep room for their focus ring: what stands above and below them gets less of it.
    const int in = ringSpace;
    ui.barSpacer->changeSize(0, steps(2.5), QSizePolicy::Minimum, QSizePolicy::Fixed);
    ui.headingLabel->setContentsMargins(in, 0, in, steps(1));
    ui.introLabel->setContentsMargins(in, 0, in, 0);
    ui.hostLabel->setContentsMargins(in, 0, in, 0);
    ui.serverLayout->setContentsMargins(0, 0, 0, steps(2));
    ui.serverLayout->setSpacing(steps(1));
    ui.emailLabel->setContentsMargins(in, 0, in, steps(0.75));
    ui.emailHint->setContentsMargins(in, steps(0.5), in, steps(0.5));
    ui.passwordLabel->setContentsMargins(in, steps(1), in, steps(0.25));
    ui.passwordLayout->setSpacing(0);
    ui.passwordHint->setContentsMargins(in, 0, in, steps(1));
    ui.stayHelpLabel->setIndent(ui.staySignedInCheckBox->textIndent());
    ui.submitLayout->setContentsMargins(0, steps(2.5), 0, 0);
    ui.submitLayout->setSpacing(0);
    ui.progressLayout->setContentsMargins(in, steps(1), in, 0);
    ui.progressLayout->setSpacing(steps(1));
    ui.footLayout->setContentsMargins(0, steps(1), 0, 0);
    FieldStyle::dress(ui.emailEdit);
    FieldStyle::dress(ui.passwordEdit);
    ui.spinner->hide();
    ui.cancelButton->hide();
}

void orderSignInTabs(Ui::SignInPage &ui)
{
    QWidget *const order[]
        = {ui.messageBar,           ui.emailEdit,    ui.passwordEdit, ui.showPasswordButton,
           ui.staySignedInCheckBox, ui.signInButton, ui.cancelButton, ui.demoButton,
           ui.settingsButton,       ui.serverButton};
    for (size_t i = 2; i < std::size(order); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

void showBar(Ui::SignInPage &ui)
{
    if (!ui.messageBar->isVisibleTo(ui.column))
        return;
    ui.messageBar->layout()->activate();
    ui.scrollArea->arrange();
    ui.column->layout()->activate();
    ui.scrollArea->ensureWidgetVisible(ui.messageBar, 0, grid(ui.column));
    QWidget *focus = QApplication::focusWidget();
    if (focus && ui.column->isAncestorOf(focus))
        ui.scrollArea->ensureWidgetVisible(focus, 0, grid(ui.column));
}

void setFieldHint(QLineEdit &field, HintLine &line, const QString &text, HintLine::Tone tone)
{
    line.setHint(text, tone);
    field.setAccessibleDescription(text);
    const bool fault = !text.isEmpty() && tone == HintLine::Tone::Error;
    field.setProperty("fault", fault);
    field.update();
}

bool looksLikeEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    return at > 0 && at < email.size() - 1;
}

} // namespace latchkey
