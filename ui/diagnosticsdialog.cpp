#include "ui/diagnosticsdialog.h"

#include "app/base/savefile.h"
#include "app/inspect/report.h"
#include "ui/diagnosticswords.h"
#include "ui/displaytext.h"
#include "ui/flowlayout.h"
#include "ui/glyphs.h"
#include "ui/theme.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStyle>

namespace latchkey
{

namespace
{

constexpr double columnScale = 1.2; // of a form's column: names and values stand side by side
constexpr double usualHeight = 80; // grid steps
constexpr double narrow = 56; // grid steps; below that a value stands under its name

} // namespace

DiagnosticsDialog::DiagnosticsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DiagnosticsDialog>())
{
    m_ui->setupUi(this);
    applyTheme(this);
    m_ui->scrollArea->setColumnScale(columnScale);
    auto *buttons = new FlowLayout(m_ui->buttonRow);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setLastApart(true);
    for (QWidget *button :
         {static_cast<QWidget *>(m_ui->copyButton), static_cast<QWidget *>(m_ui->saveButton),
          static_cast<QWidget *>(m_ui->againButton), static_cast<QWidget *>(m_ui->closeButton)})
        buttons->addWidget(button);
    for (Button *button : {m_ui->saveButton, m_ui->againButton, m_ui->closeButton})
        button->setTall();
    m_ui->copyButton->setKind(Button::Kind::Primary);
    m_ui->copyButton->setIcon(Icon::Copy);
    m_ui->saveButton->setIcon(Icon::Save);
    m_ui->againButton->setIcon(Icon::Refresh);
    for (QLabel *label : m_ui->column->findChildren<QLabel *>())
        alignLeading(label);
    for (QLabel *quiet : {m_ui->versionLabel, m_ui->purposeLabel, m_ui->logLabel})
        setMuted(quiet);
    m_ui->footLine->setAutoFillBackground(true);
    m_ui->footLine->setBackgroundRole(QPalette::Midlight);
    m_ui->footLine->setFixedHeight(1);
    shape();
    retranslate();
    connectButtons();
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::connectButtons()
{
    connect(m_ui->copyButton, &Button::clicked, this, &DiagnosticsDialog::copyReport);
    connect(m_ui->saveButton, &Button::clicked, this, &DiagnosticsDialog::askWhereToSave);
    connect(m_ui->againButton, &Button::clicked, this, [this] {
        showNotice(Notice::None);
        emit checksRequested();
    });
    connect(m_ui->closeButton, &Button::clicked, this, &DiagnosticsDialog::accept);
}

QList<FactsTable *> DiagnosticsDialog::tables() const
{
    return {m_ui->programTable, m_ui->storeTable, m_ui->serverTable, m_ui->sessionTable,
            m_ui->licencesTable};
}

void DiagnosticsDialog::setFacts(const DiagnosticsFacts &facts)
{
    m_facts = facts;
    showFacts();
}

void DiagnosticsDialog::showFacts()
{
    if (m_facts.version.isEmpty())
        return; // the first facts are on their way: nothing would look like a fault
    //: {version} is the program's version number, such as 0.1.0
    m_ui->versionLabel->setText(
        fillIn(tr("Version {version}"), {{QStringLiteral("version"), m_facts.version}}));
    m_ui->programTable->setRows(programRows(m_facts));
    m_ui->storeTable->setRows(storeRows(m_facts));
    m_ui->serverTable->setRows(serverRows(m_facts));
    m_ui->sessionTable->setRows(sessionRows(m_facts));
    m_ui->licencesTable->setRows(licenceRows());
    m_ui->sessionLabel->setVisible(m_facts.session.has_value());
    m_ui->sessionCard->setVisible(m_facts.session.has_value());
    arrange();
}

void DiagnosticsDialog::shape()
{
    const int step = grid(this);
    scaleFont(m_ui->nameLabel, headingScale, true);
    m_ui->headLayout->setSpacing(step * 2);
    m_ui->headLayout->setContentsMargins(ringSpace, 0, ringSpace, 0);
    for (QLabel *label : {m_ui->programLabel, m_ui->storeLabel, m_ui->serverLabel,
                          m_ui->sessionLabel, m_ui->logHeadLabel, m_ui->licencesLabel}) {
        scaleFont(label, subheadingScale, true);
        label->setContentsMargins(ringSpace, step * 3, ringSpace, step);
    }
    const auto all = tables();
    for (FactsTable *table : all)
        table->shape();
    m_ui->footLayout->setContentsMargins(step * 3, step * 3 / 2, step * 3, step * 3 / 2);
    m_ui->footLayout->setSpacing(step / 2);
    m_ui->noticeLabel->setContentsMargins(ringSpace, 0, ringSpace, 0);
    arrange();
}

void DiagnosticsDialog::retranslate()
{
    m_ui->retranslateUi(this);
    //: {command} is what one types in a terminal; it is not translated
    const QString log = tr("Latchkey writes no log file. To see what it does, start it in a "
                           "terminal with {command}. Tokens and passwords are never written.");
    m_ui->logLabel->setText(
        fillIn(log,
               {{QStringLiteral("command"),
                 isolated(QStringLiteral("QT_LOGGING_RULES=\"latchkey.*=true\" latchkey"))}}));
    showNotice(m_notice, m_noticeDetail);
    showFacts();
}

void DiagnosticsDialog::arrange()
{
    const auto all = tables();
    int widest = 0;
    for (const FactsTable *table : all)
        widest = std::max(widest, table->widestName());
    const int names = width() < grid(this, narrow) ? 0 : widest + grid(this, 0.5);
    for (FactsTable *table : all)
        table->setNameWidth(names);
}

void DiagnosticsDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(diagnosticsReport(m_facts));
    showNotice(Notice::Copied);
}

void DiagnosticsDialog::askWhereToSave()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name
        = QStringLiteral("latchkey-report-%1.txt")
              .arg(toDateTime(m_facts.takenAt).toString(QStringLiteral("yyyy-MM-dd")));
    auto *chooser
        = new QFileDialog(this, tr("Save report"), QDir(folder).filePath(name), tr("Text (*.txt)"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("txt"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &DiagnosticsDialog::saveReport);
    chooser->open();
}

// Of the person alone, also where a file with wider permissions was there before (D7).
void DiagnosticsDialog::saveReport(const QString &path)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const QString problem = saveFile(path, diagnosticsReport(m_facts).toUtf8());
    if (!problem.isEmpty())
        return showNotice(Notice::NotSaved, problem);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    showNotice(Notice::Saved, QDir::toNativeSeparators(path));
}

void DiagnosticsDialog::showNotice(Notice notice, const QString &detail)
{
    m_notice = notice;
    m_noticeDetail = detail;
    m_ui->noticeLabel->setVisible(notice != Notice::None); // no empty line above the buttons
    m_ui->copyButton->setIcon(notice == Notice::Copied ? Icon::Done : Icon::Copy);
    m_ui->saveButton->setIcon(notice == Notice::Saved ? Icon::Done : Icon::Save);
    switch (notice) {
    case Notice::None:
        m_ui->noticeLabel->setHint({}, HintLine::Tone::Quiet);
        return;
    case Notice::Copied:
        m_ui->noticeLabel->setHint(tr("Report copied. It holds no password and no token."),
                                   HintLine::Tone::Success);
        return;
    case Notice::Saved:
        //: {file} is the path of the file
        m_ui->noticeLabel->setHint(
            fillIn(tr("Report saved as {file}."), {{QStringLiteral("file"), isolated(detail)}}),
            HintLine::Tone::Success);
        return;
    case Notice::NotSaved:
        m_ui->noticeLabel->setHint(
            //: {reason} is what the system said, with the path of the file
            fillIn(tr("The report was not saved. {reason}"),
                   {{QStringLiteral("reason"), embedded(detail)}}),
            HintLine::Tone::Error);
        return;
    }
}

void DiagnosticsDialog::fit()
{
    const int step = grid(this); // a small screen has to be used: all but the window's frame
    const QSize room = screen()->availableSize().shrunkBy({step, step * 5 / 2, step, step * 5 / 2});
    // Just the column, so that its edge and the buttons' are one.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_ui->scrollArea);
    const int wanted = int(columnWidth(this) * columnScale) + 6 * step + bar;
    resize(std::min(wanted, room.width()), std::min(grid(this, usualHeight), room.height()));
}

void DiagnosticsDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous()) {
        fit();
        showNotice(Notice::None);
        m_ui->scrollArea->verticalScrollBar()->setValue(0);
        m_ui->copyButton->setFocus(Qt::OtherFocusReason);
        emit checksRequested();
    }
    QDialog::showEvent(event);
}

void DiagnosticsDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous())
        emit closed();
}

void DiagnosticsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

// Nothing in the column takes the focus, and still one reads it without a mouse.
void DiagnosticsDialog::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_ui->scrollArea->verticalScrollBar();
    if (event->matches(QKeySequence::MoveToNextPage))
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
    else if (event->matches(QKeySequence::MoveToPreviousPage))
        bar->triggerAction(QScrollBar::SliderPageStepSub);
    else if (event->matches(QKeySequence::MoveToStartOfLine))
        bar->triggerAction(QScrollBar::SliderToMinimum);
    else if (event->matches(QKeySequence::MoveToEndOfLine))
        bar->triggerAction(QScrollBar::SliderToMaximum);
    else if (event->key() == Qt::Key_F5)
        m_ui->againButton->click();
    else
        QDialog::keyPressEvent(event);
}

void DiagnosticsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() != QEvent::FontChange)
        return;
    shape();
    if (isVisible())
        fit();
}

} // namespace latchkey
