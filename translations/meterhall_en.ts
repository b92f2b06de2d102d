<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>meterhall::ui::AccountHead</name>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n person</numerusform><numerusform>%1, %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform><numerusform>%n overdue</numerusform></translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CounterPage</name>
    <message numerus="yes">
        <source>this shift %1, %n receipts</source>
        <translation>
            <numerusform>this shift %1, %n receipt</numerusform><numerusform>this shift %1, %n receipts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform><numerusform>%n bills</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform><numerusform>%n ticked</numerusform></translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MoneyEdit</name>
    <message numerus="yes">
        <source>At most %n decimal(s): 12.34</source>
        <translation>
            <numerusform>At most %n decimal: 12.34</numerusform><numerusform>At most %n decimals: 12.34</numerusform></translation>
    </message>
</context>
<context>
    <name>meterhall::ui::QuantityEdit</name>
    <message numerus="yes">
        <source>At most %n decimal(s).</source>
        <translation>
            <numerusform>At most %n decimal.</numerusform><numerusform>At most %n decimals.</numerusform></translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n paper(s) did not come out</source>
        <translation>
            <numerusform>%n paper did not come out</numerusform><numerusform>%n papers did not come out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n not done</source>
        <translation>
            <numerusform>%n not done</numerusform><numerusform>%n not done</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform><numerusform>%n on the way</numerusform></translation>
    </message>
</context>
</TS>
