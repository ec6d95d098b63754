#include "ui/signinform.h"

#include "ui/button.h"
#include "ui/fieldstyle.h"
#include "ui/flowlayout.h"
#include "ui/messagebar.h"
#include "ui/theme.h"
#include "ui_signinpage.h"

#include <QApplication>

namespace latchkey
{

void dressSignInForm(Ui::SignInPage &ui)
{
    ui.serverButton->setKind(Button::Kind::Text);
    ui.demoButton->setKind(Button::Kind::Text);
    ui.settingsButton->setKind(Button::Kind::Text);
    ui.signInButton->setKind(Button::Kind::Primary);
    ui.serverSign->setIcon(Icon::Server);
    ui.settingsButton->setIcon(Icon::Settings);
    Button *toggle = ui.showPasswordButton;
    toggle->setIcon(Icon::Eye);
    QObject::connect(
        ui.passwordEdit, &PasswordEdit::revealedChanged, toggle,
        [toggle](bool revealed) { toggle->setIcon(revealed ? Icon::EyeOff : Icon::Eye); });
    ui.showPasswordButton->setKind(Button::Kind::Text);
    ui.demoButton->setIcon(Icon::Play);
    ui.demoButton->setWrapping();
    auto *foot = new FlowLayout(ui.footRow); // large text and long words need two lines
    foot->setLastApart(true);
    foot->insertWidget(0, ui.demoButton);
    foot->insertWidget(1, ui.settingsButton);
    FieldStyle::dress(ui.emailEdit);
    FieldStyle::dress(ui.passwordEdit);
    ui.spinner->hide();
    ui.cancelButton->hide();
    ui.cancelButton->setTall();
    shapeSignInForm(ui);
}

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
    // Buttons keep room for their focus ring: what stands above and below them gets less of it.
    const int in = ringSpace;
    ui.barSpacer->changeSize(0, steps(2.5), QSizePolicy::Minimum, QSizePolicy::Fixed);
    ui.brandLayout->setContentsMargins(in, 0, in, steps(2));
    ui.brandLayout->setSpacing(steps(2));
    ui.headingLabel->setContentsMargins(0, 0, 0, steps(0.25));
    ui.serverCard->setCompact(true);
    ui.serverLayout->setSpacing(steps(1));
    ui.emailLabel->setContentsMargins(in, steps(2), in, steps(0.75));
    ui.emailHint->setContentsMargins(in, steps(0.5), in, steps(0.5));
    ui.passwordLabel->setContentsMargins(in, steps(1), in, steps(0.75));
    ui.passwordHint->setContentsMargins(in, steps(0.5), in, steps(1));
    ui.stayHelpLabel->setIndent(ui.staySignedInCheckBox->textIndent());
    ui.submitLayout->setContentsMargins(0, steps(2), 0, 0);
    ui.submitLayout->setSpacing(steps(1));
    ui.progressLayout->setContentsMargins(in, steps(0.5), in, steps(0.75));
    ui.progressLayout->setSpacing(steps(1));
    ui.footRow->layout()->setContentsMargins(0, steps(0.75), 0, 0);
    ui.footRow->layout()->setSpacing(steps(1));
    fitPasswordToggle(ui);
}

void fitPasswordToggle(Ui::SignInPage &ui)
{
    const int inside = ringSpace + grid(ui.passwordEdit, 0.5); // its ring stays in the frame
    ui.passwordLayout->setColumnMinimumWidth(1, inside);
    ui.passwordLayout->setSpacing(0);
    ui.passwordEdit->setProperty("trailingRoom",
                                 ui.showPasswordButton->sizeHint().width() + inside - ringSpace);
    ui.passwordEdit->updateGeometry();
    ui.passwordEdit->update();
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
