<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n terminal(s) silent for more than a day</source>
        <translation>
            <numerusform>%n terminal silent for more than a day</numerusform>
            <numerusform>%n terminals silent for more than a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) without a known outcome</source>
        <translation>
            <numerusform>%n command without a known outcome</numerusform>
            <numerusform>%n commands without a known outcome</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContinueWords</name>
    <message numerus="yes">
        <source>%n reading(s) still to decide on</source>
        <translation>
            <numerusform>%n reading still to decide on</numerusform>
            <numerusform>%n readings still to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) not posted yet</source>
        <translation>
            <numerusform>%n bill not posted yet</numerusform>
            <numerusform>%n bills not posted yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message numerus="yes">
        <source>%n d overdue</source>
        <translation>
            <numerusform>%n d overdue</numerusform>
            <numerusform>%n d overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateRuleWords</name>
    <message numerus="yes">
        <source>after %n free day(s) behind the due day</source>
        <translation>
            <numerusform>after %n free day behind the due day</numerusform>
            <numerusform>after %n free days behind the due day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>%1 %2 in %n day(s), more than %3 times the usual: about %4 %2 a day</source>
        <translation>
            <numerusform>%1 %2 in %n day, more than %3 times the usual: about %4 %2 a day</numerusform>
            <numerusform>%1 %2 in %n days, more than %3 times the usual: about %4 %2 a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing in %n day(s), where about %1 %2 a day were usual</source>
        <translation>
            <numerusform>nothing in %n day, where about %1 %2 a day were usual</numerusform>
            <numerusform>nothing in %n days, where about %1 %2 a day were usual</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TariffWords</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted over %n months, anew on %1-%2</source>
        <translation>
            <numerusform>Counted over %n month, anew on %1-%2</numerusform>
            <numerusform>Counted over %n months, anew on %1-%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted per bill, limits of %n days</source>
        <translation>
            <numerusform>Counted per bill, limits of %n day</numerusform>
            <numerusform>Counted per bill, limits of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted per bill, limits of %n months</source>
        <translation>
            <numerusform>Counted per bill, limits of %n month</numerusform>
            <numerusform>Counted per bill, limits of %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TerminalWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt paper(s) left</source>
        <translation>
            <numerusform>%n receipt paper left</numerusform>
            <numerusform>%n receipt papers left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1, in %n day</numerusform>
            <numerusform>%1, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) to decide on</source>
        <translation>
            <numerusform>%n reading to decide on</numerusform>
            <numerusform>%n readings to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) to approve</source>
        <translation>
            <numerusform>%n command to approve</numerusform>
            <numerusform>%n commands to approve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) to close</source>
        <translation>
            <numerusform>%n shift to close</numerusform>
            <numerusform>%n shifts to close</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n billing run(s) to check</source>
        <translation>
            <numerusform>%n billing run to check</numerusform>
            <numerusform>%n billing runs to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n billing run(s) to post</source>
        <translation>
            <numerusform>%n billing run to post</numerusform>
            <numerusform>%n billing runs to post</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) not read</source>
        <translation>
            <numerusform>%n meter not read</numerusform>
            <numerusform>%n meters not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::AccountHead</name>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n person</numerusform>
            <numerusform>%1, %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BillingPage</name>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compute %n again</source>
        <translation>
            <numerusform>Compute %n again</numerusform>
            <numerusform>Compute %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Post %n bill(s)</source>
        <translation>
            <numerusform>Post %n bill</numerusform>
            <numerusform>Post %n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Computed: %n bill(s), total %1.</source>
        <translation>
            <numerusform>Computed: %n bill, total %1.</numerusform>
            <numerusform>Computed: %n bills, total %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ConcentratorsPage</name>
    <message numerus="yes">
        <source>%n meters unread</source>
        <translation>
            <numerusform>%n meter unread</numerusform>
            <numerusform>%n meters unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No run has asked all of its %n meters yet.</source>
        <translation>
            <numerusform>No run has asked its %n meter yet.</numerusform>
            <numerusform>No run has asked all of its %n meters yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meters not read</source>
        <translation>
            <numerusform>%n meter not read</numerusform>
            <numerusform>%n meters not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CorrectionDialog</name>
    <message numerus="yes">
        <source>Correct %n bill(s)</source>
        <translation>
            <numerusform>Correct %n bill</numerusform>
            <numerusform>Correct %n bills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CounterPage</name>
    <message numerus="yes">
        <source>this shift %1, %n receipts</source>
        <translation>
            <numerusform>this shift %1, %n receipt</numerusform>
            <numerusform>this shift %1, %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CustomerPage</name>
    <message numerus="yes">
        <source>%n in all; Enter says why</source>
        <translation>
            <numerusform>%n in all; Enter says why</numerusform>
            <numerusform>%n in all; Enter says why</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DayPanel</name>
    <message numerus="yes">
        <source>%n more on the day report</source>
        <translation>
            <numerusform>%n more on the day report</numerusform>
            <numerusform>%n more on the day report</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ExceptionCard</name>
    <message numerus="yes">
        <source>%n other rule(s) tried: nothing seen.</source>
        <translation>
            <numerusform>%n other rule tried: nothing seen.</numerusform>
            <numerusform>%n other rules tried: nothing seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ExplainPanel</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::FiguresRow</name>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, oldest %n day(s) overdue</source>
        <translation>
            <numerusform>%1, oldest %n day overdue</numerusform>
            <numerusform>%1, oldest %n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n bill(s) before</source>
        <translation>
            <numerusform>%1 in %n bill before</numerusform>
            <numerusform>%1 in %n bills before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s), none before</source>
        <translation>
            <numerusform>%n bill, none before</numerusform>
            <numerusform>%n bills, none before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::IdentityCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of master meter %1, with %n others</source>
        <translation>
            <numerusform>of master meter %1, with %n other</numerusform>
            <numerusform>of master meter %1, with %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LatePanel</name>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n stopped</numerusform>
            <numerusform>%n stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MoneyEdit</name>
    <message numerus="yes">
        <source>At most %n decimal(s): 12.34</source>
        <translation>
            <numerusform>At most %n decimal: 12.34</numerusform>
            <numerusform>At most %n decimals: 12.34</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::QuantityEdit</name>
    <message numerus="yes">
        <source>At most %n decimal(s).</source>
        <translation>
            <numerusform>At most %n decimal.</numerusform>
            <numerusform>At most %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ReadingsPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n ticked</source>
        <translation>
            <numerusform>Accept %n ticked</numerusform>
            <numerusform>Accept %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked, %1 together, none billed yet</source>
        <translation>
            <numerusform>%n ticked, %1 together, none billed yet</numerusform>
            <numerusform>%n ticked, %1 together, none billed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked, %1 together; of %2 no use is known</source>
        <translation>
            <numerusform>%n ticked, %1 together; of %2 no use is known</numerusform>
            <numerusform>%n ticked, %1 together; of %2 no use is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepting %n readings</source>
        <translation>
            <numerusform>Accepting %n reading</numerusform>
            <numerusform>Accepting %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation>
            <numerusform>%n accepted.</numerusform>
            <numerusform>%n accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking back what was said of %n readings</source>
        <translation>
            <numerusform>Taking back what was said of %n reading</numerusform>
            <numerusform>Taking back what was said of %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back: waits again.</source>
        <translation>
            <numerusform>%n taken back: it waits again.</numerusform>
            <numerusform>%n taken back: they wait again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::RunCard</name>
    <message numerus="yes">
        <source>Not posted because their input changed: %n account(s), %1. F7 computes them again.</source>
        <translation>
            <numerusform>Not posted because its input changed: %n account, %1. F7 computes it again.</numerusform>
            <numerusform>Not posted because their input changed: %n accounts, %1. F7 computes them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the record: %n bill(s) posted, they cannot be changed.</source>
        <translation>
            <numerusform>This is the record: %n bill posted, it cannot be changed.</numerusform>
            <numerusform>This is the record: %n bills posted, they cannot be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is nothing to bill: %n account(s) are held, with the reason in the list.</source>
        <translation>
            <numerusform>There is nothing to bill: %n account is held, with the reason in the list.</numerusform>
            <numerusform>There is nothing to bill: %n accounts are held, with the reason in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Posts %n bill(s), total %1; they cannot be changed afterwards.</source>
        <translation>
            <numerusform>Posts %n bill, total %1; it cannot be changed afterwards.</numerusform>
            <numerusform>Posts %n bills, total %1; they cannot be changed afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) changed since and would be refused: F7 computes them again.</source>
        <translation>
            <numerusform>%n account changed since and would be refused: F7 computes it again.</numerusform>
            <numerusform>%n accounts changed since and would be refused: F7 computes them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n changed since</numerusform>
            <numerusform>%n changed since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StationCard</name>
    <message numerus="yes">
        <source>%1, port %2 for 376.1 and %3 for DTUs. %n connected.</source>
        <translation>
            <numerusform>%1, port %2 for 376.1 and %3 for DTUs. %n connected.</numerusform>
            <numerusform>%1, port %2 for 376.1 and %3 for DTUs. %n connected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n paper(s) did not come out</source>
        <translation>
            <numerusform>%n paper did not come out</numerusform>
            <numerusform>%n papers did not come out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not done</source>
        <translation>
            <numerusform>%n not done</numerusform>
            <numerusform>%n not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TariffsPage</name>
    <message numerus="yes">
        <source>%n accounts are on this tariff</source>
        <translation>
            <numerusform>%n account is on this tariff</numerusform>
            <numerusform>%n accounts are on this tariff</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>counts in %n days</source>
        <translation>
            <numerusform>counts in %n day</numerusform>
            <numerusform>counts in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows proved</source>
        <translation>
            <numerusform>%n row proved</numerusform>
            <numerusform>%n rows proved</numerusform>
        </translation>
    </message>
</context>
</TS>
