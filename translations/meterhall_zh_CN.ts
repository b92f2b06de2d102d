<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommodityWords</name>
    <message>
        <source>Gas</source>
        <translation>燃气</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>自来水</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热力</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A stored bill cannot be read as it was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The second computation does not confirm this bill.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do not print this bill; call support and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The explanation of this bill cannot be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is no tariff.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tariff lacks something[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add it and enter the tariff again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A value of the tariff is wrong[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it and enter the tariff again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tariff asks for something this version does not compute[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do not use this tariff; send it to support.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tariff charges nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add what is to be charged.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tariff has too many charges.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put some of them together.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such kind of charge[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tier bounds do not rise[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put the tiers in order.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ladder has too many tiers.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take some tiers out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is not one price for each tier[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give each tier one price.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The step of the dial must be above zero.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the step.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two charges have the same code[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give one of them another code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No version of the tariff is in force on that day[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter and activate the version that covers the day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The tariff asks for something the account does not say[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add it to the account, then compute again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This version does not know the rules this bill was computed by[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Update the program at this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bill belongs to another version of the tariff[: %1, not %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The consumption comes out below zero.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the two readings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The dial cannot turn over there[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the digits of the meter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A number has more places than the tariff allows[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The trial case cannot be used[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the case.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file cannot be read[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check where the file is, and whether you may read it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such billing run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This run is being posted, or was.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the state of the run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A second person has not checked this run yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let another clerk check it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Who computed a run may not check it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let another clerk check it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Who reviewed the readings of a book may not post its bills.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let another clerk post them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such book.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Readings, prices or accounts changed after the preview.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compute these accounts again and look at them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A bill comes out differently than in the preview.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Post nothing; call support and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are no accounts in this book.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose another book.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such bill[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the account number and the month.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The second computation gets another number[: %2, not %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The second computation gets another total[: %2, not %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The device profile is not right[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the profile; the meters wait until then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These bytes are no frame of this protocol.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read again; if it comes again, export the frames for the maker.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no device address of this protocol[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the device address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The message is too long for this protocol.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The device is still busy with the step before.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The profile of the modem is not right[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such command[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring the list up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A meter cannot be asked for this[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This command was asked for before, with other data.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the first one before asking anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The interlock holds the valve[: %*].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put in order what is named; the meter has heard nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The command stands elsewhere by now[: %1][, wanted %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at its timeline; do not send another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whoever asked for a command may not approve it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let a second person approve it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The paper this rests on is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the number of the order, letter or case.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The command does not take this value[: %1, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a day from 1 to 28.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This meter cannot be reached from here[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check its terminal and address; the command waits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another meter answered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the device addresses; look at the valve before anything else.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The station is not running.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The station is running already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on with the one that runs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This reading run is under way already[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until it is through.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No profile fits this modem[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no meter to read in this plan.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the books or meters to read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One meter stands in the plan twice[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A setting of the reading plan cannot be[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the setting.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The device profile cannot be read[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The meter answered something its profile does not know.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export the frames for the maker; the raw bytes are kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no network address of this computer[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it in the settings of the station.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This port may not be used[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose another port in the settings of the station.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The station cannot listen there[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>See whether another program uses the port.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The terminal is not connected any more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until it comes back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The terminal does not take what is sent to it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until it comes back; then read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What changes a meter is never sent to all of them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name the one meter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The meter cannot take this value[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the value.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no answer to confirm.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the meter again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The terminal has not signed in yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until it comes online.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This protocol is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder is not there[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file cannot be read[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There was nothing to compare in the folder[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A line of the file cannot be read[: %1, line %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the line.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>seat %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1[ Place: %2.]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This entry does not hold together, so it was not booked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An amount is too large or cannot be computed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the numbers and type them again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two currencies stand in one entry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Debit and credit do not agree[ (%1)].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close nothing; call finance and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account owes nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check whether it is the right account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type the amount again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This payment was sent before, with another amount or account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the last receipt, then start a new payment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This was reversed before.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the entries of the account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An entry of this kind cannot be reversed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask finance for an adjustment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No shift is open at this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A shift is open at this seat already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on in it, or hand it over first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The drawer of this shift is not counted yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the cashier count the drawer first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This business day is closed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do it on the next business day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not every shift of the day is closed[: %1 are open].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close these shifts first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The shift at this seat is somebody else's.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Work at your own seat, or let the other shift be handed over first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This payment is not in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the number on the receipt.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This bill is not in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such shift.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The drawer of this shift is counted already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What comes now belongs to the next shift.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Less was received than is to be paid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type what was received, or let the customer pay a part.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The receipt numbers are used up, or from and to do not fit.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draw new papers and open a shift with their numbers.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody closes a shift of their own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the shift lead close it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A count of the drawer cannot be right.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Count that denomination again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two currencies cannot be added[: %1 and %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This currency is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This rounding rule cannot be used[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it in the tariff.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The rounding is finer than the smallest coin[: %1 in %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored paper cannot be read as it was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The paper lacks something, or it is wrong[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This kind of paper is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This paper was made by a newer program.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The paper is too large.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The font for papers is not installed[: %*].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator install one of them, then print again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This program cannot draw papers.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print from the workstation.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This paper does not fit on a roll.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose A4 or A5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The printer or the file does not take the paper.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the printer and its paper, then print again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The drawn paper could not be checked[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing to put into the code on the paper.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bar code takes letters and digits only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the number on the paper.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The code on the paper would be too long[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The code on the paper could not be drawn.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was booked; the money stands as before.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whether the last step was booked is not known yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was booked first stands; nothing was booked twice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No bill has changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bill is held back; the customer owes nothing new.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is booked stays booked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books may not be whole: take no money until it is cleared up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is not certain what was booked: look at the account before taking money.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call support and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator, and read out the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The reading run did not come to its end[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read again what is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such option[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at --help: it lists them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This option needs a value[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the value behind it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An argument is missing[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at --help: it shows the form of the call.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is one argument too many[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a number that fits[: %1][, "%2"].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file cannot be written[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the place, the space and whether you may write there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This word does not fit here[: %1][; what fits: %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A value does not fit[: %1][ "%2"][ is not %3].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No password was given.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set METERHALL_PASSWORD, name a --password-file, or call from a terminal.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sandbox town did not start[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>See whether its program is installed and its ports are free.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sandbox day did not go as it should[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The collector works on a database that many share.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name a PostgreSQL database.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The collector lacks a setting[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A setting of the collector cannot be[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This meter is installed somewhere else[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the meter number; if it is right, take the meter out there first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no account number[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type 6 to 16 digits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such account[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the number, or look for the name or the address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such meter[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the meter number on the dial.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such book[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such terminal[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the terminal first, or correct its name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This meter is not installed anywhere[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the meter number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such use class[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something is missing or wrong[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This dial is below where the meter began or was billed[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the dial again; if it turned over, say so.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This meter is in the archive already, with other data[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare the two and correct the wrong one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This was entered before, with other data.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at what was entered, then start anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The unit does not fit: it is %2 here, not %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give the value in the right unit.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bills reach that day already[: until %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take a later day, or correct the bill first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That day cannot be[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take a day that has come, and on which the meter was there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This terminal is known in another way[: %1 is %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This customer is known with other data[: %1, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This premise is known with another address[: %1 is %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such reading.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This reading has been reviewed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring the list up to date and take the next.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing can be billed from this reading.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Have it read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody reviews a reading of their own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let somebody else review it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no reading before this one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the start register of the meter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This decision does not exist.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The dial went backwards.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Have it read again; look for an exchange that was not entered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A rejection needs a note.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write why the reading is not taken.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The protection of passwords or personal data did not work.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such duty[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One person may not hold both duties[: %1 and %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give one of them to somebody else.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This person has no duty yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give at least one duty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your duties do not allow this[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask somebody whose duty it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The operator number or the password is wrong.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type both again. Several wrong tries lock the number for a while.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This operator number is locked for a while after wrong passwords.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait a few minutes, then sign in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This password is easy to guess[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one of 10 characters or more with letters, digits and signs, or a sentence of 16.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This needs another person than the one who entered it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let a second person do this step.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such operator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the operator number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This operator number is taken[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give another number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This cannot be an operator number[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use 1 to 16 small letters and digits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This seat has no key for personal data.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator to bring the key file to this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file of this seat lacks a key[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator for the newest key file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A phone or identity number in the database cannot be opened.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the customer and enter it again; tell the administrator the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This phone or identity number is too long to keep.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the number and type it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A key for personal data is not usable[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file is not there[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator to bring it to this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Others on this computer can read the key file[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator close it to others; until then it is not used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file cannot be read as one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator for a good copy.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file cannot be written, or somebody else is writing it[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These are too few digits for a phone number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type at least three digits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This key is still needed[: key %1 seals %2 customers].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reseal the personal data first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealed personal data was changed, or sealed for another place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change nothing, and tell the administrator and the auditor the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The address of the database is not one[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it in the settings of this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This database has not been set up yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator set it up, or choose another database.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This database is set up already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database does not know this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the administrator to add the seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This view only reads; nothing can be entered through it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database does not take this: it breaks a rule[ (%1)].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database was not built as this program expects[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change nothing; call support and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Program and database did not understand each other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database or a file of it cannot be opened[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the network and the place; then ask the administrator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody else is using what this step needs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is in the database already[ (%1)].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look for it before entering it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is written here can neither be changed nor removed[ (%1)].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct it with a new entry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database refuses this[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put that in order first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another program has taken over this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the other program, then sign in again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The audit chain of this seat does not go on from its last entry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop here; tell the administrator and the auditor the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database does not allow this sign-in to do that[ (%1)].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check number and password; then ask the administrator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection to the database broke off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep what stands on the screen. When the connection is back, ask again with the same step: it is booked once only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database would lose entries in a power cut[: %1 = %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator correct it; the program does not work like this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database is newer than this program[: version %1, known %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database is older than this program[: version %1, needed %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator back it up and bring it up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Others are still working in the database[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until everybody has signed out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no proof that this backup was opened and checked[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a backup and let it be checked first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This sign-in does not own the database.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the database administrator do it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server is not prepared for this program yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the database administrator set it up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take no money until there is room; tell the administrator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop working in it and call the administrator; the last backup is needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A tool for backups gave up[: %1][, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The backup is not whole[: table %1 has %2 rows, in the backup %3].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the old backup and make a new one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is something where the backup should go.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an empty place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This can be looked at but not written: the database is open for reading only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in again; if it stays so, ask the administrator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The backup does not check out[: %1][ %2][, %3].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take another backup; what is there now stays as it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is something where the backup should go[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an empty place, or say that it may be kept aside.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file cannot be moved[: %1 to %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check whether somebody has it open and whether there is room.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The backup does not know this operator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take an administrator of the time of the backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong that has no words of its own yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A number left the range the program computes in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the numbers; if they are right, call support and read them the code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stored data cannot be read as it was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a number[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are too many decimals[: %1 has more than %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This day is not in the calendar[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type the day as 2026-11-20.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These are not hex digits[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a number of the system[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The text is too long.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A quantity is too large[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the readings and the multiplier.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This unit is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This commodity is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This rounding is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The step of rounding must be above zero[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The dial cannot show this number[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the dial again and check the digits of the meter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The quantity cannot be divided like this[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the shares.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stretch of days is empty[: %1 to %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check from and to.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This day lies outside of the stretch[: %1, %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The calendar does not reach that far[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the year; the administrator adds further years.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no accounting month[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type it as 202611.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A ladder window cannot have this length[: %1 months].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose 1 to 120 months.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A financial period cannot begin like this[: month %1, day %2].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct month and day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A line of the calendar cannot be read[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write it as day, kind, name: 2026-10-01, holiday, National Day.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One day stands in the file twice[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take one of the lines out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The calendar has no working day there[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the administrator check the holidays.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This time zone is not known[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write it like Asia/Shanghai.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A business day cannot begin at that hour[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an hour from 0 to 12.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cashier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shift lead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>review clerk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reading supervisor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reader</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>meter keeper</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>vending clerk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>engineer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>finance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>revenue inspector</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>auditor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>look after operators</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>look after seats</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>import the archive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>open accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>exchange meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>enter tariffs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>activate tariffs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>start a reading run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>enter readings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>review readings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compute bills</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>check bills</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>post bills</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>look for customers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>see personal data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>open a shift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>take payments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reverse payments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>count the drawer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>close shifts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>close the day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>print papers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>verify the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>make backups</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ask for device commands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ask for a valve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>approve commands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>take commands back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>send commands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>see commands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>set supply flags</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>serve notices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>confirm a site check</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>see arrears</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reseal personal data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>look after the calendar</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the reason does not fit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no document is named</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing is overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no disconnection notice was served</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the notice is too old</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the customer is protected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the debt is disputed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a payment plan is running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is the heating season</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>arrears are still open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the danger is not over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another command for this valve is open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the waiting time after the notice runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is a rest day or the day before one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is outside of the allowed hours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a second person has not approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the same person asked and approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nobody is on site</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the site check is too old</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>appliances are not off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a leak is not ruled out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the crew approved its own work</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>requested</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>handed over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>outcome unknown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>kept until the meter wakes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a look at the meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>close the valve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>open the valve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>set the clock</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>set the settlement day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>set the reading day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fewer than 10 characters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>longer than 128 bytes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fewer than 5 different characters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fewer than three kinds of characters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it belongs to another seat</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the business day is closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no shift is open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a shift is open already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the duty does not allow it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the command stands elsewhere by now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it needs a second person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this month is sealed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the login</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the duty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>dial</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>legal entity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tariff</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>previous reading</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>carrier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>identity number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is booked stays booked; only the paper is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This was not begun: the seat was signed out before.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No money was moved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in and do it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is signed in at this seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The paper cannot be written as a file[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The payment stands; only its paper is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>See whether there is room, then print it again: it keeps its number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The printer did not take the paper[: %1].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the printer, then print it again: it keeps its number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This computer does not know yet where it works: there is no file %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name it with --workplace, or play the sandbox town with ./dev run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file %1 does not say database, key file and seat.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complete it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>Tier %1 above</source>
        <translation>第%1档 以上</translation>
    </message>
    <message>
        <source>Tier %1 to %2</source>
        <translation>第%1档 至 %2</translation>
    </message>
    <message>
        <source>%1 %2 more until tier %3 (%4).</source>
        <translation>再用 %1 %2 进入第%3档（%4 元）。</translation>
    </message>
    <message>
        <source>In the last tier.</source>
        <translation>已在最高档。</translation>
    </message>
    <message>
        <source>Going on like this, about %1.</source>
        <translation>照此用量约 %1。</translation>
    </message>
    <message>
        <source>Tiers restart on %1.</source>
        <translation>%1 重新计档。</translation>
    </message>
    <message>
        <source>Billed this period %1 %2</source>
        <translation>本期已计 %1 %2</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Counter</source>
        <translation>收费台</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::AccountHead</name>
    <message>
        <source>Residential</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Non-residential</source>
        <translation>非居民</translation>
    </message>
    <message>
        <source>Special use</source>
        <translation>特种</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Medical need</source>
        <translation>医疗需要</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Payment plan</source>
        <translation>分期缴费</translation>
    </message>
    <message>
        <source>Heating</source>
        <translation>采暖用户</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1，%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正常使用</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, account %2</source>
        <translation>%1，户号 %2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CounterPage</name>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上期读数</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>本期读数</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未缴</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Recent payments</source>
        <translation>近期缴费</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收费凭证</translation>
    </message>
    <message>
        <source>Seat and clerk</source>
        <translation>窗口和收费员</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 (reversed)</source>
        <translation>%1（已冲正）</translation>
    </message>
    <message>
        <source>Seat %1, %2</source>
        <translation>%1 号窗口，%2</translation>
    </message>
    <message>
        <source>Ladder position</source>
        <translation>阶梯位置</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>待缴账单</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找用户</translation>
    </message>
    <message>
        <source>Pick bills</source>
        <translation>选账单</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Take payment and print</source>
        <translation>收款并打印</translation>
    </message>
    <message>
        <source>Take an unusual amount</source>
        <translation>收取大额</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>用户资料</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>重打凭证</translation>
    </message>
    <message>
        <source>Undo last receipt</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>the oldest first; Space ticks a line</source>
        <translation>先欠先缴，空格键勾选</translation>
    </message>
    <message>
        <source>Nothing is open. An amount typed on the right is kept as prepayment.</source>
        <translation>没有待缴账单。右边输入的金额存为预存款。</translation>
    </message>
    <message>
        <source>No payment yet.</source>
        <translation>还没有缴费记录。</translation>
    </message>
    <message>
        <source>Who is next?</source>
        <translation>下一位用户？</translation>
    </message>
    <message>
        <source>Type a name, pinyin initials, an account number or a telephone number, or scan a bill.</source>
        <translation>输入姓名、拼音首字母、户号或电话，或者扫描账单。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>no shift is open at this seat</source>
        <translation>本窗口未开班</translation>
    </message>
    <message numerus="yes">
        <source>this shift %1, %n receipts</source>
        <translation>
            <numerusform>本班已收 %1，%n 笔</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n 笔账单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>已选 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No shift is open at this seat. Open one under Day close.</source>
        <translation>本窗口还没有开班。请在日结页开班。</translation>
    </message>
    <message>
        <source>The shift at this seat is that of %1.</source>
        <translation>本窗口的班次是%1的。</translation>
    </message>
    <message>
        <source>The drawer is counted: what comes now belongs to the next shift.</source>
        <translation>钱箱已清点，现在收的属于下一班。</translation>
    </message>
    <message>
        <source>Last: %1 %2, reversed</source>
        <translation>上一笔 %1 %2，已冲正</translation>
    </message>
    <message>
        <source>Last: %1 %2</source>
        <translation>上一笔 %1 %2</translation>
    </message>
    <message>
        <source>Receipt %1, %2</source>
        <translation>凭证 %1，%2</translation>
    </message>
    <message>
        <source>Taking payment …</source>
        <translation>正在收款…</translation>
    </message>
    <message>
        <source>Payment of %1</source>
        <translation>收款 %1</translation>
    </message>
    <message>
        <source>Taken. Give back %1.</source>
        <translation>已收款，找零 %1。</translation>
    </message>
    <message>
        <source>Taken.</source>
        <translation>已收款。</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>凭证 %1</translation>
    </message>
    <message>
        <source>Print again  F11</source>
        <translation>重新打印  F11</translation>
    </message>
    <message>
        <source>Undo %1 %2?</source>
        <translation>撤销 %1 %2？</translation>
    </message>
    <message>
        <source>Enter posts the reversal of receipt %1; Esc leaves it.</source>
        <translation>按 Enter 冲正凭证 %1，按 Esc 保留。</translation>
    </message>
    <message>
        <source>undone at the counter</source>
        <translation>柜台当场撤销</translation>
    </message>
    <message>
        <source>Reversal of receipt %1</source>
        <translation>冲正凭证 %1</translation>
    </message>
    <message>
        <source>Reversed: give back %1.</source>
        <translation>已冲正，退还 %1。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ErrorBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LedgerModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sorted by %1, smallest first</source>
        <translation>按%1从小到大</translation>
    </message>
    <message>
        <source>Sorted by %1, largest first</source>
        <translation>按%1从大到小</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LedgerTable</name>
    <message>
        <source>Only rows with …</source>
        <translation>只看含有…的行</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MainWindow</name>
    <message>
        <source>Meterhall</source>
        <translation>Meterhall 计量营业厅</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>查找或命令</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation>中文或英文</translation>
    </message>
    <message>
        <source>Tight or normal rows</source>
        <translation>紧凑或正常行高</translation>
    </message>
    <message>
        <source>Lock this seat</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Meterhall, training town</source>
        <translation>Meterhall 计量营业厅，练习镇</translation>
    </message>
    <message>
        <source>What is on its way</source>
        <translation>处理中的事项</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MoneyEdit</name>
    <message>
        <source>This currency has no decimals.</source>
        <translation>这种货币没有小数。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n decimal(s): 12.34</source>
        <translation>
            <numerusform>最多 %n 位小数：12.34</numerusform>
        </translation>
    </message>
    <message>
        <source>Not an amount. Digits and one point: 12.34</source>
        <translation>不是金额。只用数字和一个小数点：12.34</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MonthEdit</name>
    <message>
        <source>Not a month. For example 2026-11.</source>
        <translation>不是账期。例如 2026-11。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PayPanel</name>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>just type the digits</source>
        <translation>直接输入数字</translation>
    </message>
    <message>
        <source>Another mix</source>
        <translation>换一种</translation>
    </message>
    <message>
        <source>nobody at the counter</source>
        <translation>柜台无人</translation>
    </message>
    <message>
        <source>Part payment, the oldest bills first. Enter once more takes it.</source>
        <translation>部分缴费，先缴最早的账单。再按 Enter 收款。</translation>
    </message>
    <message>
        <source>More than ten times what is due. Ctrl Enter takes it.</source>
        <translation>超过应收的十倍。按 Ctrl Enter 收款。</translation>
    </message>
    <message>
        <source>Nothing is due: all of it is kept as prepayment. Enter once more takes it.</source>
        <translation>没有应收，全部存为预存款。再按 Enter 收款。</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>找零搭配 %1</translation>
    </message>
    <message>
        <source>%1 is kept as prepayment of this account.</source>
        <translation>零头 %1 存入本户预存款。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PendingPanel</name>
    <message>
        <source>On its way</source>
        <translation>处理中的事项</translation>
    </message>
    <message>
        <source>Nothing waits: everything is stored and printed.</source>
        <translation>没有待办：都已入库并打印。</translation>
    </message>
    <message>
        <source>waiting for the database</source>
        <translation>等待数据库</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Without paper</source>
        <translation>不打印了</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::QuantityEdit</name>
    <message>
        <source>Whole numbers only.</source>
        <translation>只能是整数。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n decimal(s).</source>
        <translation>
            <numerusform>最多 %n 位小数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a number.</source>
        <translation>不是数字。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Rail</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待办</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SearchPalette</name>
    <message>
        <source>Search or command</source>
        <translation>查找或命令</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Nobody found. Fewer letters find more.</source>
        <translation>没有找到。少输几个字可以找到更多。</translation>
    </message>
    <message>
        <source>The database does not answer; the search will work again when it does.</source>
        <translation>数据库没有应答，恢复后即可查找。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No command of this name.</source>
        <translation>没有这个命令。</translation>
    </message>
    <message>
        <source>Account, name, phone, address, meter, command</source>
        <translation>户号、姓名、拼音、电话、地址、表号或功能</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SignIn</name>
    <message>
        <source>%1, seat %2</source>
        <translation>%1 %2 号窗口</translation>
    </message>
    <message>
        <source>This computer, version %1</source>
        <translation>本机，版本 %1</translation>
    </message>
    <message>
        <source>Database %1, version %2</source>
        <translation>数据库 %1，版本 %2</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 暂离</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StatusStrip</name>
    <message>
        <source>%1, seat %2</source>
        <translation>%1 %2 号窗口</translation>
    </message>
    <message>
        <source>yyyy-MM-dd ddd HH:mm</source>
        <translation>yyyy-MM-dd ddd HH:mm</translation>
    </message>
    <message>
        <source>Database: no answer yet, trying</source>
        <translation>数据库：还没有应答，正在重试</translation>
    </message>
    <message>
        <source>Database slow: %1 ms</source>
        <translation>数据库慢：%1 毫秒</translation>
    </message>
    <message>
        <source>Database %1 ms</source>
        <translation>数据库 %1 毫秒</translation>
    </message>
    <message>
        <source>%1: stopped</source>
        <translation>%1：已停止</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1：已暂停</translation>
    </message>
    <message>
        <source>%1: %2 done</source>
        <translation>%1：已完成 %2</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message numerus="yes">
        <source>%n not done</source>
        <translation>
            <numerusform>%n 项未完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n 项处理中</numerusform>
        </translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>未开班</translation>
    </message>
    <message>
        <source>Drawer counted</source>
        <translation>钱箱已清点</translation>
    </message>
    <message>
        <source>Shift since %1</source>
        <translation>%1 起当班</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) did not come out</source>
        <translation>
            <numerusform>%n 张没有打印出来</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机就绪</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Toast</name>
    <message>
        <source>Undo  Ctrl Z</source>
        <translation>撤销  Ctrl Z</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::WhyCard</name>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1 = %2 %3</source>
        <translation>%1 = %2 %3</translation>
    </message>
    <message>
        <source>%1 tier %2</source>
        <translation>%1第%2档</translation>
    </message>
    <message>
        <source>How %1 %2 %3 came about</source>
        <translation>%1 %2 %3 是怎么算的</translation>
    </message>
    <message>
        <source>Price order %1</source>
        <translation>价格文件 %1</translation>
    </message>
    <message>
        <source>Against %1: %2 for %3 %4</source>
        <translation>比 %1：%2 元，%3 %4</translation>
    </message>
    <message>
        <source>Why this number</source>
        <translation>为什么是这个数</translation>
    </message>
    <message>
        <source>Select a bill to see how it came about.</source>
        <translation>选中一笔账单，看它是怎么算的。</translation>
    </message>
</context>
</TS>
