<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n terminal(s) silent for more than a day</source>
        <translation>
            <numerusform>%n 台集中器一天多没有声音</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was last heard %2.</source>
        <translation>%1 最近一次通信是 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) without a known outcome</source>
        <translation>
            <numerusform>%n 条指令结果不明</numerusform>
        </translation>
    </message>
    <message>
        <source>Meter %1, asked for %2: look at the meter before anything else is sent to it.</source>
        <translation>表 %1，%2 申请：先看表的状态，再下发别的指令。</translation>
    </message>
    <message>
        <source>There is no backup</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>The last backup is old</source>
        <translation>备份过旧</translation>
    </message>
    <message>
        <source>Nothing is safe yet: make a backup.</source>
        <translation>还没有备份，请先做一个。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Duties of %1: %2 → %3</source>
        <translation>%1 的岗位：%2 → %3</translation>
    </message>
    <message>
        <source>Duties of %1</source>
        <translation>%1 的岗位</translation>
    </message>
    <message>
        <source>First password for %1</source>
        <translation>给 %1 的初始密码</translation>
    </message>
    <message>
        <source>%1 deactivated: %2</source>
        <translation>停用 %1：%2</translation>
    </message>
    <message>
        <source>%1 reactivated: %2</source>
        <translation>恢复使用 %1：%2</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>第一位系统管理员</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1: refused, these were his own rights</source>
        <translation>%1：已拒绝，这是本人的权限</translation>
    </message>
    <message>
        <source>Backup into %1</source>
        <translation>备份到 %1</translation>
    </message>
    <message>
        <source>Restored from %1</source>
        <translation>从 %1 恢复</translation>
    </message>
    <message>
        <source>Drill of %1: it holds</source>
        <translation>演练 %1：通过</translation>
    </message>
    <message>
        <source>Drill of %1: not proved</source>
        <translation>演练 %1：没有通过</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Refused: the duties do not allow it</source>
        <translation>已拒绝：岗位不允许</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
</context>
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
    <name>ContinueWords</name>
    <message>
        <source>Set aside</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>还没有录金额。</translation>
    </message>
    <message>
        <source>%1 is typed.</source>
        <translation>已录 %1。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>读数复核</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) still to decide on</source>
        <translation>
            <numerusform>还有 %n 条读数要复核</numerusform>
        </translation>
    </message>
    <message>
        <source>Some are decided.</source>
        <translation>已经复核了一部分。</translation>
    </message>
    <message>
        <source>Billing run</source>
        <translation>出账批次</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) not posted yet</source>
        <translation>
            <numerusform>还有 %n 户没有开账</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message>
        <source>Paid</source>
        <translation>已缴</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>部分已缴</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n d overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>read by hand</source>
        <translation>人工抄表</translation>
    </message>
    <message>
        <source>through %1, port %2</source>
        <translation>远传，终端 %1 端口 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实抄</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估抄</translation>
    </message>
    <message>
        <source>Self-reported</source>
        <translation>自报</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远传</translation>
    </message>
    <message>
        <source>lower than before</source>
        <translation>比上次小</translation>
    </message>
    <message>
        <source>much use</source>
        <translation>用量偏大</translation>
    </message>
    <message>
        <source>no use</source>
        <translation>没有用量</translation>
    </message>
    <message>
        <source>wrong clock</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation>应答异常</translation>
    </message>
    <message>
        <source>other unit</source>
        <translation>单位不同</translation>
    </message>
    <message>
        <source>dial started again</source>
        <translation>过零</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>¥</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>缴费日</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收费凭证</translation>
    </message>
    <message>
        <source>%1, reversal</source>
        <translation>%1，冲正</translation>
    </message>
    <message>
        <source>%1, reversed</source>
        <translation>%1，已冲正</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>表具</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未抄</translation>
    </message>
    <message>
        <source>%1 to %2, taken down</source>
        <translation>%1 至 %2，已拆回</translation>
    </message>
    <message>
        <source>end register</source>
        <translation>拆表读数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>As much used as in %1, and more or less of it in each of the registers</source>
        <translation>用量与 %1 相同，各费率时段的分布不同</translation>
    </message>
    <message>
        <source>%1 %2 less than in %3</source>
        <translation>比 %3 少用 %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 more than in %3</source>
        <translation>比 %3 多用 %1 %2</translation>
    </message>
    <message>
        <source>The use went up to tier %1; in %2 it ended in tier %3</source>
        <translation>用量到了第 %1 阶梯；%2 止于第 %3 阶梯</translation>
    </message>
    <message>
        <source>The use ended in tier %1; in %2 it went up to tier %3</source>
        <translation>用量止于第 %1 阶梯；%2 到了第 %3 阶梯</translation>
    </message>
    <message>
        <source>Another part of the use lies in each of the tiers</source>
        <translation>各阶梯内的用量不同</translation>
    </message>
    <message>
        <source>%1 people in the household instead of %2</source>
        <translation>家庭人口由 %2 人变为 %1 人</translation>
    </message>
    <message>
        <source>Other facts of the household</source>
        <translation>住户资料不同</translation>
    </message>
    <message>
        <source>%1 days instead of %2</source>
        <translation>天数 %1 天，原为 %2 天</translation>
    </message>
    <message>
        <source>The prices of another season or category</source>
        <translation>适用另一季节或类别的价格</translation>
    </message>
    <message>
        <source>Price order %1 instead of %2</source>
        <translation>执行价格文件 %1，原为 %2</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>新增%1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>不再收取%1</translation>
    </message>
    <message>
        <source>The total was rounded otherwise</source>
        <translation>总额舍入的尾差不同</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>费用项目</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>尾差</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 comes to as much as %2.</source>
        <translation>%1 与 %2 金额相同。</translation>
    </message>
    <message>
        <source>%1 comes to %2 less than %3.</source>
        <translation>%1 比 %3 少 %2 元。</translation>
    </message>
    <message>
        <source>%1 comes to %2 more than %3.</source>
        <translation>%1 比 %3 多 %2 元。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A stored bill cannot be read as it was written.</source>
        <translation>存下的账单读不出原样。</translation>
    </message>
    <message>
        <source>The second computation does not confirm this bill.</source>
        <translation>第二套算法没有算出同样的账单。</translation>
    </message>
    <message>
        <source>Do not print this bill; call support and read them the code.</source>
        <translation>先不要打印这张账单，打电话给技术支持，读出代码。</translation>
    </message>
    <message>
        <source>The explanation of this bill cannot be read.</source>
        <translation>这张账单的计算说明读不出来。</translation>
    </message>
    <message>
        <source>This file is no tariff.</source>
        <translation>这个文件不是价格文件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>换一个文件。</translation>
    </message>
    <message>
        <source>The tariff lacks something[: %1].</source>
        <translation>价格缺一项[：%1]。</translation>
    </message>
    <message>
        <source>Add it and enter the tariff again.</source>
        <translation>补上再录入。</translation>
    </message>
    <message>
        <source>A value of the tariff is wrong[: %1][, %2].</source>
        <translation>价格里有一项不对[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Correct it and enter the tariff again.</source>
        <translation>改好再录入。</translation>
    </message>
    <message>
        <source>The tariff asks for something this version does not compute[: %1][, %2].</source>
        <translation>价格里有这个版本还不会算的内容[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Do not use this tariff; send it to support.</source>
        <translation>先不要用这个价格，把它发给技术支持。</translation>
    </message>
    <message>
        <source>The tariff charges nothing.</source>
        <translation>这个价格没有任何收费项。</translation>
    </message>
    <message>
        <source>Add what is to be charged.</source>
        <translation>加上收费项。</translation>
    </message>
    <message>
        <source>The tariff has too many charges.</source>
        <translation>收费项太多。</translation>
    </message>
    <message>
        <source>Put some of them together.</source>
        <translation>合并一些收费项。</translation>
    </message>
    <message>
        <source>There is no such kind of charge[: %1].</source>
        <translation>没有这种收费项[：%1]。</translation>
    </message>
    <message>
        <source>The tier bounds do not rise[: %1].</source>
        <translation>档上限没有逐档升高[：%1]。</translation>
    </message>
    <message>
        <source>Put the tiers in order.</source>
        <translation>把各档按顺序排好。</translation>
    </message>
    <message>
        <source>The ladder has too many tiers.</source>
        <translation>阶梯的档数太多。</translation>
    </message>
    <message>
        <source>Take some tiers out.</source>
        <translation>减少档数。</translation>
    </message>
    <message>
        <source>There is not one price for each tier[: %1].</source>
        <translation>单价和档数对不上[：%1]。</translation>
    </message>
    <message>
        <source>Give each tier one price.</source>
        <translation>每一档写一个单价。</translation>
    </message>
    <message>
        <source>The step of the dial must be above zero.</source>
        <translation>读数的取整单位要大于零。</translation>
    </message>
    <message>
        <source>Correct the step.</source>
        <translation>改正取整单位。</translation>
    </message>
    <message>
        <source>Two charges have the same code[: %1].</source>
        <translation>两个收费项编码相同[：%1]。</translation>
    </message>
    <message>
        <source>Give one of them another code.</source>
        <translation>给其中一个换编码。</translation>
    </message>
    <message>
        <source>No version of the tariff is in force on that day[: %1].</source>
        <translation>那一天没有生效的价格[：%1]。</translation>
    </message>
    <message>
        <source>Enter and activate the version that covers the day.</source>
        <translation>录入并启用覆盖那一天的版本。</translation>
    </message>
    <message>
        <source>The tariff asks for something the account does not say[: %1][, %2].</source>
        <translation>价格要用到户里没有的资料[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Add it to the account, then compute again.</source>
        <translation>补上资料，再重新试算。</translation>
    </message>
    <message>
        <source>This version does not know the rules this bill was computed by[: %1].</source>
        <translation>这个版本没有这张账单用的计费规则[：%1]。</translation>
    </message>
    <message>
        <source>Update the program at this seat.</source>
        <translation>更新这个窗口的程序。</translation>
    </message>
    <message>
        <source>The bill belongs to another version of the tariff[: %1, not %2].</source>
        <translation>账单用的是价格的另一个版本[：%1，不是 %2]。</translation>
    </message>
    <message>
        <source>The consumption comes out below zero.</source>
        <translation>算出的用量小于零。</translation>
    </message>
    <message>
        <source>Check the two readings.</source>
        <translation>核对上期读数和本期读数。</translation>
    </message>
    <message>
        <source>The dial cannot turn over there[: %1].</source>
        <translation>表盘不可能在那里过零[：%1]。</translation>
    </message>
    <message>
        <source>Check the digits of the meter.</source>
        <translation>核对表具的位数。</translation>
    </message>
    <message>
        <source>A number has more places than the tariff allows[: %1].</source>
        <translation>有一个数的小数位超过价格的规定[：%1]。</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>改正这个数。</translation>
    </message>
    <message>
        <source>The trial case cannot be used[: %1][, %2].</source>
        <translation>试算用例不能用[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Correct the case.</source>
        <translation>改正用例。</translation>
    </message>
    <message>
        <source>A file cannot be read[: %1][, %2].</source>
        <translation>文件读不出来[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Check where the file is, and whether you may read it.</source>
        <translation>看看文件在不在、能不能读。</translation>
    </message>
    <message>
        <source>There is no such billing run.</source>
        <translation>没有这个批次。</translation>
    </message>
    <message>
        <source>This run is being posted, or was.</source>
        <translation>这个批次正在开账，或者已经开过。</translation>
    </message>
    <message>
        <source>Look at the state of the run.</source>
        <translation>看一下批次的进度。</translation>
    </message>
    <message>
        <source>A second person has not checked this run yet.</source>
        <translation>这个批次还没有第二个人核算。</translation>
    </message>
    <message>
        <source>Let another clerk check it first.</source>
        <translation>先让另一个人核算。</translation>
    </message>
    <message>
        <source>Who computed a run may not check it.</source>
        <translation>试算的人不能核算同一个批次。</translation>
    </message>
    <message>
        <source>Let another clerk check it.</source>
        <translation>换一个人核算。</translation>
    </message>
    <message>
        <source>Who reviewed the readings of a book may not post its bills.</source>
        <translation>复核过这个表册读数的人不能给它开账。</translation>
    </message>
    <message>
        <source>Let another clerk post them.</source>
        <translation>换一个人开账。</translation>
    </message>
    <message>
        <source>There is no such book.</source>
        <translation>没有这个表册。</translation>
    </message>
    <message>
        <source>Readings, prices or accounts changed after the preview.</source>
        <translation>试算之后，读数、价格或户里的资料变了。</translation>
    </message>
    <message>
        <source>Compute these accounts again and look at them.</source>
        <translation>把这些户重新试算，再看一遍。</translation>
    </message>
    <message>
        <source>A bill comes out differently than in the preview.</source>
        <translation>有一张账单和试算的结果不一样。</translation>
    </message>
    <message>
        <source>Post nothing; call support and read them the code.</source>
        <translation>先不要开账，打电话给技术支持，读出代码。</translation>
    </message>
    <message>
        <source>There are no accounts in this book.</source>
        <translation>这个表册里没有户。</translation>
    </message>
    <message>
        <source>Choose another book.</source>
        <translation>换一个表册。</translation>
    </message>
    <message>
        <source>There is no such bill[: %1].</source>
        <translation>没有这张账单[：%1]。</translation>
    </message>
    <message>
        <source>Check the account number and the month.</source>
        <translation>核对户号和账期。</translation>
    </message>
    <message>
        <source>The second computation gets another number[: %2, not %1].</source>
        <translation>第二套算法算出的数不一样[：%2，不是 %1]。</translation>
    </message>
    <message>
        <source>The second computation gets another total[: %2, not %1].</source>
        <translation>第二套算法算出的总额不一样[：%2，不是 %1]。</translation>
    </message>
    <message>
        <source>The device profile is not right[: %1][, %2].</source>
        <translation>设备规约文件有错[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Correct the profile; the meters wait until then.</source>
        <translation>改正规约文件，表具先等着。</translation>
    </message>
    <message>
        <source>These bytes are no frame of this protocol.</source>
        <translation>这些字节不是这种规约的报文。</translation>
    </message>
    <message>
        <source>Read again; if it comes again, export the frames for the maker.</source>
        <translation>再抄一次；还是这样，就把报文导出给厂家。</translation>
    </message>
    <message>
        <source>This is no device address of this protocol[: %1].</source>
        <translation>这不是这种规约的通信地址[：%1]。</translation>
    </message>
    <message>
        <source>Correct the device address.</source>
        <translation>改正通信地址。</translation>
    </message>
    <message>
        <source>The message is too long for this protocol.</source>
        <translation>报文超过这种规约的长度。</translation>
    </message>
    <message>
        <source>The device is still busy with the step before.</source>
        <translation>设备还在做上一步。</translation>
    </message>
    <message>
        <source>The profile of the modem is not right[: %1].</source>
        <translation>通信模块的规约文件有错[：%1]。</translation>
    </message>
    <message>
        <source>There is no such command[: %1].</source>
        <translation>没有这条命令[：%1]。</translation>
    </message>
    <message>
        <source>Bring the list up to date.</source>
        <translation>刷新列表。</translation>
    </message>
    <message>
        <source>A meter cannot be asked for this[: %1].</source>
        <translation>不能让表具做这件事[：%1]。</translation>
    </message>
    <message>
        <source>This command was asked for before, with other data.</source>
        <translation>这条命令申请过，当时的内容不一样。</translation>
    </message>
    <message>
        <source>Look at the first one before asking anew.</source>
        <translation>先看之前那条，再重新申请。</translation>
    </message>
    <message>
        <source>The interlock holds the valve[: %*].</source>
        <translation>阀门联锁不放行[：%*]。</translation>
    </message>
    <message>
        <source>Put in order what is named; the meter has heard nothing.</source>
        <translation>先办好上面说的事；表具没有收到任何命令。</translation>
    </message>
    <message>
        <source>The command stands elsewhere by now[: %1][, wanted %2].</source>
        <translation>命令已经不在这一步[：现在是%1][，想要%2]。</translation>
    </message>
    <message>
        <source>Look at its timeline; do not send another.</source>
        <translation>看命令的经过，不要再发一条。</translation>
    </message>
    <message>
        <source>Whoever asked for a command may not approve it.</source>
        <translation>申请命令的人不能自己批准。</translation>
    </message>
    <message>
        <source>Let a second person approve it.</source>
        <translation>请第二个人批准。</translation>
    </message>
    <message>
        <source>The paper this rests on is missing.</source>
        <translation>没有写依据文件。</translation>
    </message>
    <message>
        <source>Write the number of the order, letter or case.</source>
        <translation>写上工单、来函或案件的编号。</translation>
    </message>
    <message>
        <source>The command does not take this value[: %1, %2].</source>
        <translation>命令不能用这个值[：%1，%2]。</translation>
    </message>
    <message>
        <source>Choose a day from 1 to 28.</source>
        <translation>选 1 到 28 日。</translation>
    </message>
    <message>
        <source>This meter cannot be reached from here[: %1].</source>
        <translation>从这里联系不上这只表具[：%1]。</translation>
    </message>
    <message>
        <source>Check its terminal and address; the command waits.</source>
        <translation>核对终端和通信地址，命令先等着。</translation>
    </message>
    <message>
        <source>Another meter answered.</source>
        <translation>回话的是另一只表具。</translation>
    </message>
    <message>
        <source>Check the device addresses; look at the valve before anything else.</source>
        <translation>核对通信地址，先看阀门的状态。</translation>
    </message>
    <message>
        <source>The station is not running.</source>
        <translation>主站没有启动。</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>先启动主站。</translation>
    </message>
    <message>
        <source>The station is running already.</source>
        <translation>主站已经在运行。</translation>
    </message>
    <message>
        <source>Go on with the one that runs.</source>
        <translation>接着用正在运行的。</translation>
    </message>
    <message>
        <source>This reading run is under way already[: %1].</source>
        <translation>这次抄表已经在进行[：%1]。</translation>
    </message>
    <message>
        <source>Wait until it is through.</source>
        <translation>等它抄完。</translation>
    </message>
    <message>
        <source>No profile fits this modem[: %1].</source>
        <translation>没有适合这种通信模块的规约[：%1]。</translation>
    </message>
    <message>
        <source>There is no meter to read in this plan.</source>
        <translation>这次抄表没有要抄的表具。</translation>
    </message>
    <message>
        <source>Choose the books or meters to read.</source>
        <translation>选要抄的表册或表具。</translation>
    </message>
    <message>
        <source>One meter stands in the plan twice[: %1].</source>
        <translation>同一只表具在计划里有两次[：%1]。</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>去掉其中一个。</translation>
    </message>
    <message>
        <source>A setting of the reading plan cannot be[: %1].</source>
        <translation>抄表计划有一项设置不对[：%1]。</translation>
    </message>
    <message>
        <source>Correct the setting.</source>
        <translation>改正设置。</translation>
    </message>
    <message>
        <source>The device profile cannot be read[: %1].</source>
        <translation>设备规约文件读不出来[：%1]。</translation>
    </message>
    <message>
        <source>The meter answered something its profile does not know.</source>
        <translation>表具的回话在规约里没有。</translation>
    </message>
    <message>
        <source>Export the frames for the maker; the raw bytes are kept.</source>
        <translation>把报文导出给厂家，原始字节都留着。</translation>
    </message>
    <message>
        <source>This is no network address of this computer[: %1].</source>
        <translation>这台电脑没有这个网络地址[：%1]。</translation>
    </message>
    <message>
        <source>Correct it in the settings of the station.</source>
        <translation>在主站设置里改正。</translation>
    </message>
    <message>
        <source>This port may not be used[: %1].</source>
        <translation>这个端口不能用[：%1]。</translation>
    </message>
    <message>
        <source>Choose another port in the settings of the station.</source>
        <translation>在主站设置里换一个端口。</translation>
    </message>
    <message>
        <source>The station cannot listen there[: %1][, %2].</source>
        <translation>主站不能在那里接收[：%1][，%2]。</translation>
    </message>
    <message>
        <source>See whether another program uses the port.</source>
        <translation>看看端口是不是被别的程序占用。</translation>
    </message>
    <message>
        <source>The terminal is not connected any more.</source>
        <translation>终端已经断开。</translation>
    </message>
    <message>
        <source>Wait until it comes back.</source>
        <translation>等它重新上线。</translation>
    </message>
    <message>
        <source>The terminal does not take what is sent to it.</source>
        <translation>终端收不下发给它的数据。</translation>
    </message>
    <message>
        <source>Wait until it comes back; then read again.</source>
        <translation>等它恢复，再补抄。</translation>
    </message>
    <message>
        <source>What changes a meter is never sent to all of them.</source>
        <translation>会改动表具的命令不能群发。</translation>
    </message>
    <message>
        <source>Name the one meter.</source>
        <translation>指定一只表具。</translation>
    </message>
    <message>
        <source>The meter cannot take this value[: %1][, %2].</source>
        <translation>表具不能用这个值[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>改正这个值。</translation>
    </message>
    <message>
        <source>There is no answer to confirm.</source>
        <translation>没有要确认的回话。</translation>
    </message>
    <message>
        <source>Read the meter again.</source>
        <translation>再抄一次表。</translation>
    </message>
    <message>
        <source>The terminal has not signed in yet.</source>
        <translation>终端还没有登录。</translation>
    </message>
    <message>
        <source>Wait until it comes online.</source>
        <translation>等它上线。</translation>
    </message>
    <message>
        <source>This protocol is not known[: %1].</source>
        <translation>不认识这种规约[：%1]。</translation>
    </message>
    <message>
        <source>The folder is not there[: %1].</source>
        <translation>找不到文件夹[：%1]。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>换一个文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be read[: %1].</source>
        <translation>文件读不出来[：%1]。</translation>
    </message>
    <message>
        <source>There was nothing to compare in the folder[: %1].</source>
        <translation>文件夹里没有可以比对的内容[：%1]。</translation>
    </message>
    <message>
        <source>A line of the file cannot be read[: %1, line %2].</source>
        <translation>文件有一行读不懂[：%1，第 %2 行]。</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>改正这一行。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>%1[ Place: %2.]</source>
        <translation>%1[位置：%2。]</translation>
    </message>
    <message>
        <source>This entry does not hold together, so it was not booked.</source>
        <translation>这笔账本身不完整，没有记账。</translation>
    </message>
    <message>
        <source>An amount is too large or cannot be computed.</source>
        <translation>有一个金额太大，或者算不出来。</translation>
    </message>
    <message>
        <source>Check the numbers and type them again.</source>
        <translation>核对数字，重新输入。</translation>
    </message>
    <message>
        <source>Two currencies stand in one entry.</source>
        <translation>一笔账里有两种货币。</translation>
    </message>
    <message>
        <source>Debit and credit do not agree[ (%1)].</source>
        <translation>借贷不平[（%1）]。</translation>
    </message>
    <message>
        <source>Close nothing; call finance and read them the code.</source>
        <translation>先不要日结，通知财务，读出代码。</translation>
    </message>
    <message>
        <source>This account owes nothing.</source>
        <translation>这个户没有欠费。</translation>
    </message>
    <message>
        <source>Check whether it is the right account.</source>
        <translation>核对是不是这个户号。</translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation>金额要大于零。</translation>
    </message>
    <message>
        <source>Type the amount again.</source>
        <translation>重新输入金额。</translation>
    </message>
    <message>
        <source>This payment was sent before, with another amount or account.</source>
        <translation>这笔收款提交过，当时的金额或户号不一样。</translation>
    </message>
    <message>
        <source>Look at the last receipt, then start a new payment.</source>
        <translation>先看上一张收费凭证，再重新开始收款。</translation>
    </message>
    <message>
        <source>This was reversed before.</source>
        <translation>这笔已经冲正过。</translation>
    </message>
    <message>
        <source>Look at the entries of the account.</source>
        <translation>看一下这个户的账目。</translation>
    </message>
    <message>
        <source>An entry of this kind cannot be reversed.</source>
        <translation>这种账不能冲正。</translation>
    </message>
    <message>
        <source>Ask finance for an adjustment.</source>
        <translation>找财务做调账。</translation>
    </message>
    <message>
        <source>No shift is open at this seat.</source>
        <translation>这个窗口没有开班。</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>先开班。</translation>
    </message>
    <message>
        <source>A shift is open at this seat already.</source>
        <translation>这个窗口已经开班了。</translation>
    </message>
    <message>
        <source>Go on in it, or hand it over first.</source>
        <translation>接着用这个班次，或者先交班。</translation>
    </message>
    <message>
        <source>The drawer of this shift is not counted yet.</source>
        <translation>这个班次的钱箱还没有清点。</translation>
    </message>
    <message>
        <source>Let the cashier count the drawer first.</source>
        <translation>先让收费员清点钱箱。</translation>
    </message>
    <message>
        <source>This business day is closed.</source>
        <translation>这个营业日已经日结。</translation>
    </message>
    <message>
        <source>Do it on the next business day.</source>
        <translation>改到下一个营业日办。</translation>
    </message>
    <message>
        <source>Not every shift of the day is closed[: %1 are open].</source>
        <translation>今天还有班次没有交班[：%1 个]。</translation>
    </message>
    <message>
        <source>Close these shifts first.</source>
        <translation>先把这些班次交完。</translation>
    </message>
    <message>
        <source>The shift at this seat is somebody else&apos;s.</source>
        <translation>这个窗口的班次是别人的。</translation>
    </message>
    <message>
        <source>Work at your own seat, or let the other shift be handed over first.</source>
        <translation>到自己的窗口办，或者让对方先交班。</translation>
    </message>
    <message>
        <source>This payment is not in the books.</source>
        <translation>账上没有这笔收款。</translation>
    </message>
    <message>
        <source>Check the number on the receipt.</source>
        <translation>核对收费凭证上的号码。</translation>
    </message>
    <message>
        <source>This bill is not in the books.</source>
        <translation>账上没有这张账单。</translation>
    </message>
    <message>
        <source>There is no such shift.</source>
        <translation>没有这个班次。</translation>
    </message>
    <message>
        <source>The drawer of this shift is counted already.</source>
        <translation>这个班次的钱箱已经清点。</translation>
    </message>
    <message>
        <source>What comes now belongs to the next shift.</source>
        <translation>现在的收款放到下一个班次。</translation>
    </message>
    <message>
        <source>Less was received than is to be paid.</source>
        <translation>实收比应收少。</translation>
    </message>
    <message>
        <source>Type what was received, or let the customer pay a part.</source>
        <translation>重新输入实收，或者让用户先缴一部分。</translation>
    </message>
    <message>
        <source>The receipt numbers are used up, or from and to do not fit.</source>
        <translation>票据号用完了，或者起止号不对。</translation>
    </message>
    <message>
        <source>Draw new papers and open a shift with their numbers.</source>
        <translation>领用新票据，用新号段开班。</translation>
    </message>
    <message>
        <source>Nobody closes a shift of their own.</source>
        <translation>自己的班次不能由自己核对交班。</translation>
    </message>
    <message>
        <source>Let the shift lead close it.</source>
        <translation>请收费班长来核对。</translation>
    </message>
    <message>
        <source>A count of the drawer cannot be right.</source>
        <translation>钱箱清点有一个张数不对。</translation>
    </message>
    <message>
        <source>Count that denomination again.</source>
        <translation>把那个面额重新点一遍。</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>没有写原因。</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>写上原因。</translation>
    </message>
    <message>
        <source>Two currencies cannot be added[: %1 and %2].</source>
        <translation>两种货币不能相加[：%1 和 %2]。</translation>
    </message>
    <message>
        <source>This currency is not known[: %1].</source>
        <translation>不认识这种货币[：%1]。</translation>
    </message>
    <message>
        <source>This rounding rule cannot be used[: %1].</source>
        <translation>这个舍入规则不能用[：%1]。</translation>
    </message>
    <message>
        <source>Correct it in the tariff.</source>
        <translation>在价格里改正。</translation>
    </message>
    <message>
        <source>The rounding is finer than the smallest coin[: %1 in %2].</source>
        <translation>舍入比最小的币值还细[：%2 的 %1]。</translation>
    </message>
    <message>
        <source>The stored paper cannot be read as it was written.</source>
        <translation>存下的票据读不出原样。</translation>
    </message>
    <message>
        <source>The paper lacks something, or it is wrong[: %1].</source>
        <translation>票据有一项缺失或不对[：%1]。</translation>
    </message>
    <message>
        <source>This kind of paper is not known[: %1].</source>
        <translation>不认识这种票据[：%1]。</translation>
    </message>
    <message>
        <source>This paper was made by a newer program.</source>
        <translation>这张票据是更新的程序做的。</translation>
    </message>
    <message>
        <source>The paper is too large.</source>
        <translation>票据内容太多。</translation>
    </message>
    <message>
        <source>The font for papers is not installed[: %*].</source>
        <translation>没有安装票据用的字体[：%*]。</translation>
    </message>
    <message>
        <source>Let the administrator install one of them, then print again.</source>
        <translation>请系统管理员装上其中一种，再重打。</translation>
    </message>
    <message>
        <source>This program cannot draw papers.</source>
        <translation>这个程序不能绘制票据。</translation>
    </message>
    <message>
        <source>Print from the workstation.</source>
        <translation>在工作台上打印。</translation>
    </message>
    <message>
        <source>This paper does not fit on a roll.</source>
        <translation>这种票据在卷纸上放不下。</translation>
    </message>
    <message>
        <source>Choose A4 or A5.</source>
        <translation>改用 A4 或 A5。</translation>
    </message>
    <message>
        <source>The printer or the file does not take the paper.</source>
        <translation>打印机或文件没有接收。</translation>
    </message>
    <message>
        <source>Look at the printer and its paper, then print again.</source>
        <translation>看看打印机和纸，再重打。</translation>
    </message>
    <message>
        <source>The drawn paper could not be checked[: %1].</source>
        <translation>画好的票据无法核对[：%1]。</translation>
    </message>
    <message>
        <source>There is nothing to put into the code on the paper.</source>
        <translation>票据上的码没有内容。</translation>
    </message>
    <message>
        <source>The bar code takes letters and digits only.</source>
        <translation>条码只能放字母和数字。</translation>
    </message>
    <message>
        <source>Check the number on the paper.</source>
        <translation>核对票据上的号码。</translation>
    </message>
    <message>
        <source>The code on the paper would be too long[: %1].</source>
        <translation>票据上的码太长[：%1]。</translation>
    </message>
    <message>
        <source>The code on the paper could not be drawn.</source>
        <translation>票据上的码没有画出来。</translation>
    </message>
    <message>
        <source>Nothing was booked; the money stands as before.</source>
        <translation>没有记账，账上的钱没有变动。</translation>
    </message>
    <message>
        <source>Whether the last step was booked is not known yet.</source>
        <translation>上一步有没有记账，现在还不知道。</translation>
    </message>
    <message>
        <source>What was booked first stands; nothing was booked twice.</source>
        <translation>先前记的账有效，没有重复记账。</translation>
    </message>
    <message>
        <source>No bill has changed.</source>
        <translation>账单没有变化。</translation>
    </message>
    <message>
        <source>The bill is held back; the customer owes nothing new.</source>
        <translation>账单先挂起，用户没有新增欠费。</translation>
    </message>
    <message>
        <source>What is booked stays booked.</source>
        <translation>已经记的账不受影响。</translation>
    </message>
    <message>
        <source>The books may not be whole: take no money until it is cleared up.</source>
        <translation>账可能不完整：查清之前不要收款。</translation>
    </message>
    <message>
        <source>It is not certain what was booked: look at the account before taking money.</source>
        <translation>记了什么账还不能确定：收款前先看这个户的账目。</translation>
    </message>
    <message>
        <source>Call support and read them the code.</source>
        <translation>打电话给技术支持，读出代码。</translation>
    </message>
    <message>
        <source>Ask the administrator, and read out the code.</source>
        <translation>找系统管理员，读出代码。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>过一会儿再试。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>从列表里选一个。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>重新输入。</translation>
    </message>
    <message>
        <source>The reading run did not come to its end[: %1].</source>
        <translation>这次抄表没有抄完[：%1]。</translation>
    </message>
    <message>
        <source>Read again what is missing.</source>
        <translation>把没抄到的补抄。</translation>
    </message>
    <message>
        <source>There is no such option[: %1].</source>
        <translation>没有这个选项[：%1]。</translation>
    </message>
    <message>
        <source>Look at --help: it lists them.</source>
        <translation>看 --help，里面列着全部选项。</translation>
    </message>
    <message>
        <source>This option needs a value[: %1].</source>
        <translation>这个选项要带一个值[：%1]。</translation>
    </message>
    <message>
        <source>Write the value behind it.</source>
        <translation>把值写在它后面。</translation>
    </message>
    <message>
        <source>An argument is missing[: %1].</source>
        <translation>少一个参数[：%1]。</translation>
    </message>
    <message>
        <source>Look at --help: it shows the form of the call.</source>
        <translation>看 --help 里的写法。</translation>
    </message>
    <message>
        <source>There is one argument too many[: %1].</source>
        <translation>多了一个参数[：%1]。</translation>
    </message>
    <message>
        <source>This is not a number that fits[: %1][, &quot;%2&quot;].</source>
        <translation>这里要一个合适的数字[：%1][，“%2”]。</translation>
    </message>
    <message>
        <source>A file cannot be written[: %1][, %2].</source>
        <translation>文件写不进去[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Check the place, the space and whether you may write there.</source>
        <translation>看看位置、空间和写入权限。</translation>
    </message>
    <message>
        <source>This word does not fit here[: %1][; what fits: %2].</source>
        <translation>这里不能用这个词[：%1][；可以用：%2]。</translation>
    </message>
    <message>
        <source>A value does not fit[: %1][ &quot;%2&quot;][ is not %3].</source>
        <translation>有一个值不合适[：%1][“%2”][不是 %3]。</translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>没有给密码。</translation>
    </message>
    <message>
        <source>Set METERHALL_PASSWORD, name a --password-file, or call from a terminal.</source>
        <translation>设置 METERHALL_PASSWORD，或用 --password-file，或在终端里运行。</translation>
    </message>
    <message>
        <source>The sandbox town did not start[: %1].</source>
        <translation>演练小镇没有启动[：%1]。</translation>
    </message>
    <message>
        <source>See whether its program is installed and its ports are free.</source>
        <translation>看看它的程序在不在、端口有没有被占用。</translation>
    </message>
    <message>
        <source>The sandbox day did not go as it should[: %1].</source>
        <translation>演练日没有照预期走完[：%1]。</translation>
    </message>
    <message>
        <source>The collector works on a database that many share.</source>
        <translation>采集程序要用多个窗口共用的数据库。</translation>
    </message>
    <message>
        <source>Name a PostgreSQL database.</source>
        <translation>改用 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>The collector lacks a setting[: %1].</source>
        <translation>采集程序缺一项设置[：%1]。</translation>
    </message>
    <message>
        <source>A setting of the collector cannot be[: %1].</source>
        <translation>采集程序有一项设置不对[：%1]。</translation>
    </message>
    <message>
        <source>This meter is installed somewhere else[: %1].</source>
        <translation>这只表具装在别处[：%1]。</translation>
    </message>
    <message>
        <source>Check the meter number; if it is right, take the meter out there first.</source>
        <translation>核对表号；如果没错，先在那边拆表。</translation>
    </message>
    <message>
        <source>This is no account number[: %1].</source>
        <translation>户号写法不对[：%1]。</translation>
    </message>
    <message>
        <source>Type 6 to 16 digits.</source>
        <translation>输入 6 到 16 位数字。</translation>
    </message>
    <message>
        <source>There is no such account[: %1].</source>
        <translation>没有这个户号[：%1]。</translation>
    </message>
    <message>
        <source>Check the number, or look for the name or the address.</source>
        <translation>核对户号，或者按姓名、地址查。</translation>
    </message>
    <message>
        <source>There is no such meter[: %1].</source>
        <translation>没有这只表具[：%1]。</translation>
    </message>
    <message>
        <source>Check the meter number on the dial.</source>
        <translation>核对表盘上的表号。</translation>
    </message>
    <message>
        <source>There is no such book[: %1].</source>
        <translation>没有这个表册[：%1]。</translation>
    </message>
    <message>
        <source>There is no such terminal[: %1].</source>
        <translation>没有这台终端[：%1]。</translation>
    </message>
    <message>
        <source>Enter the terminal first, or correct its name.</source>
        <translation>先登记终端，或者改正名称。</translation>
    </message>
    <message>
        <source>This meter is not installed anywhere[: %1].</source>
        <translation>这只表具没有装在任何地方[：%1]。</translation>
    </message>
    <message>
        <source>Check the meter number.</source>
        <translation>核对表号。</translation>
    </message>
    <message>
        <source>There is no such use class[: %1].</source>
        <translation>没有这种用气或用水性质[：%1]。</translation>
    </message>
    <message>
        <source>Something is missing or wrong[: %1].</source>
        <translation>有一项没填或填错[：%1]。</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>改好再试。</translation>
    </message>
    <message>
        <source>This dial is below where the meter began or was billed[: %1].</source>
        <translation>读数比底数或已开账的读数小[：%1]。</translation>
    </message>
    <message>
        <source>Read the dial again; if it turned over, say so.</source>
        <translation>再看一遍表盘；如果转过了一圈，勾选过零。</translation>
    </message>
    <message>
        <source>This meter is in the archive already, with other data[: %1].</source>
        <translation>档案里已有这只表具，资料不一样[：%1]。</translation>
    </message>
    <message>
        <source>Compare the two and correct the wrong one.</source>
        <translation>对比两边，改正错的一边。</translation>
    </message>
    <message>
        <source>This was entered before, with other data.</source>
        <translation>这件事录入过，当时的内容不一样。</translation>
    </message>
    <message>
        <source>Look at what was entered, then start anew.</source>
        <translation>先看已录入的内容，再重新开始。</translation>
    </message>
    <message>
        <source>The unit does not fit: it is %2 here, not %1.</source>
        <translation>单位不对：这里用 %2，不是 %1。</translation>
    </message>
    <message>
        <source>Give the value in the right unit.</source>
        <translation>换成对的单位再填。</translation>
    </message>
    <message>
        <source>Bills reach that day already[: until %1].</source>
        <translation>那一天已经开过账[：开到 %1]。</translation>
    </message>
    <message>
        <source>Take a later day, or correct the bill first.</source>
        <translation>改用以后的日期，或者先更正账单。</translation>
    </message>
    <message>
        <source>That day cannot be[: %1].</source>
        <translation>日期不对[：%1]。</translation>
    </message>
    <message>
        <source>Take a day that has come, and on which the meter was there.</source>
        <translation>选已经到了、而且表具已装上的一天。</translation>
    </message>
    <message>
        <source>This terminal is known in another way[: %1 is %2].</source>
        <translation>这台终端登记的不一样[：%1 是 %2]。</translation>
    </message>
    <message>
        <source>This customer is known with other data[: %1, %2].</source>
        <translation>这个用户登记的资料不一样[：%1，%2]。</translation>
    </message>
    <message>
        <source>This premise is known with another address[: %1 is %2].</source>
        <translation>这个地址编号登记的是另一个地址[：%1 是 %2]。</translation>
    </message>
    <message>
        <source>There is no such reading.</source>
        <translation>没有这条读数。</translation>
    </message>
    <message>
        <source>This reading has been reviewed.</source>
        <translation>这条读数已经复核过。</translation>
    </message>
    <message>
        <source>Bring the list up to date and take the next.</source>
        <translation>刷新列表，看下一条。</translation>
    </message>
    <message>
        <source>Nothing can be billed from this reading.</source>
        <translation>这条读数不能用来开账。</translation>
    </message>
    <message>
        <source>Have it read again.</source>
        <translation>安排复抄。</translation>
    </message>
    <message>
        <source>Nobody reviews a reading of their own.</source>
        <translation>自己抄的表不能自己复核。</translation>
    </message>
    <message>
        <source>Let somebody else review it.</source>
        <translation>换一个人复核。</translation>
    </message>
    <message>
        <source>There is no reading before this one.</source>
        <translation>这条之前没有读数。</translation>
    </message>
    <message>
        <source>Enter the start register of the meter.</source>
        <translation>补录表具的底数。</translation>
    </message>
    <message>
        <source>This decision does not exist.</source>
        <translation>没有这种处理。</translation>
    </message>
    <message>
        <source>The dial went backwards.</source>
        <translation>本期读数比上期小。</translation>
    </message>
    <message>
        <source>Have it read again; look for an exchange that was not entered.</source>
        <translation>安排复抄，查一查有没有漏录的换表。</translation>
    </message>
    <message>
        <source>A rejection needs a note.</source>
        <translation>不采用要写明原因。</translation>
    </message>
    <message>
        <source>Write why the reading is not taken.</source>
        <translation>写上为什么不采用。</translation>
    </message>
    <message>
        <source>The protection of passwords or personal data did not work.</source>
        <translation>密码或个人信息的保护出了问题。</translation>
    </message>
    <message>
        <source>There is no such duty[: %1].</source>
        <translation>没有这个岗位[：%1]。</translation>
    </message>
    <message>
        <source>One person may not hold both duties[: %1 and %2].</source>
        <translation>这两个岗位不能由一个人兼任[：%1和%2]。</translation>
    </message>
    <message>
        <source>Give one of them to somebody else.</source>
        <translation>把其中一个交给别人。</translation>
    </message>
    <message>
        <source>This person has no duty yet.</source>
        <translation>这个人还没有岗位。</translation>
    </message>
    <message>
        <source>Give at least one duty.</source>
        <translation>至少给一个岗位。</translation>
    </message>
    <message>
        <source>Your duties do not allow this[: %1].</source>
        <translation>您的岗位不能办这件事[：%1]。</translation>
    </message>
    <message>
        <source>Ask somebody whose duty it is.</source>
        <translation>找有这个岗位的人来办。</translation>
    </message>
    <message>
        <source>The operator number or the password is wrong.</source>
        <translation>工号或密码不对。</translation>
    </message>
    <message>
        <source>Type both again. Several wrong tries lock the number for a while.</source>
        <translation>两项都重新输入。连续输错会把工号锁一段时间。</translation>
    </message>
    <message>
        <source>This password is easy to guess[: %1].</source>
        <translation>这个密码容易被猜到[：%1]。</translation>
    </message>
    <message>
        <source>Choose one of 10 characters or more with letters, digits and signs, or a sentence of 16.</source>
        <translation>换一个：10 个字符以上，字母、数字、符号都有；或者 16 个字符以上的一句话。</translation>
    </message>
    <message>
        <source>This needs another person than the one who entered it.</source>
        <translation>录入和确认不能是同一个人。</translation>
    </message>
    <message>
        <source>Let a second person do this step.</source>
        <translation>这一步换一个人来做。</translation>
    </message>
    <message>
        <source>There is no such operator.</source>
        <translation>没有这个操作员。</translation>
    </message>
    <message>
        <source>Check the operator number.</source>
        <translation>核对工号。</translation>
    </message>
    <message>
        <source>This operator number is taken[: %1].</source>
        <translation>这个工号有人用了[：%1]。</translation>
    </message>
    <message>
        <source>Give another number.</source>
        <translation>换一个工号。</translation>
    </message>
    <message>
        <source>This cannot be an operator number[: %1].</source>
        <translation>工号写法不对[：%1]。</translation>
    </message>
    <message>
        <source>Use 1 to 16 small letters and digits.</source>
        <translation>用 1 到 16 个小写字母和数字。</translation>
    </message>
    <message>
        <source>This seat has no key for personal data.</source>
        <translation>这个窗口没有个人信息密钥。</translation>
    </message>
    <message>
        <source>Ask the administrator to bring the key file to this seat.</source>
        <translation>请系统管理员把密钥文件放到这个窗口。</translation>
    </message>
    <message>
        <source>The key file of this seat lacks a key[: %1].</source>
        <translation>这个窗口的密钥文件缺一个密钥[：%1]。</translation>
    </message>
    <message>
        <source>Ask the administrator for the newest key file.</source>
        <translation>向系统管理员要最新的密钥文件。</translation>
    </message>
    <message>
        <source>A phone or identity number in the database cannot be opened.</source>
        <translation>库里有一个电话或证件号打不开。</translation>
    </message>
    <message>
        <source>Ask the customer and enter it again; tell the administrator the code.</source>
        <translation>向用户问清后重新录入，并把代码告诉系统管理员。</translation>
    </message>
    <message>
        <source>This phone or identity number is too long to keep.</source>
        <translation>电话或证件号太长，存不下。</translation>
    </message>
    <message>
        <source>Check the number and type it again.</source>
        <translation>核对后重新输入。</translation>
    </message>
    <message>
        <source>A key for personal data is not usable[: %1].</source>
        <translation>有一个个人信息密钥不能用[：%1]。</translation>
    </message>
    <message>
        <source>The key file is not there[: %1].</source>
        <translation>找不到密钥文件[：%1]。</translation>
    </message>
    <message>
        <source>Ask the administrator to bring it to this seat.</source>
        <translation>请系统管理员把它放到这个窗口。</translation>
    </message>
    <message>
        <source>Others on this computer can read the key file[: %1].</source>
        <translation>这台电脑上别人也能读密钥文件[：%1]。</translation>
    </message>
    <message>
        <source>Let the administrator close it to others; until then it is not used.</source>
        <translation>请系统管理员收回别人的读取权限，在此之前不会使用它。</translation>
    </message>
    <message>
        <source>The key file cannot be read as one.</source>
        <translation>密钥文件的内容不对。</translation>
    </message>
    <message>
        <source>Ask the administrator for a good copy.</source>
        <translation>向系统管理员要一份完好的。</translation>
    </message>
    <message>
        <source>The key file cannot be written, or somebody else is writing it[: %1].</source>
        <translation>密钥文件写不进去，或者别人正在写[：%1]。</translation>
    </message>
    <message>
        <source>These are too few digits for a phone number.</source>
        <translation>电话号码位数太少。</translation>
    </message>
    <message>
        <source>Type at least three digits.</source>
        <translation>至少输入三位数字。</translation>
    </message>
    <message>
        <source>This key is still needed[: key %1 seals %2 customers].</source>
        <translation>这个密钥还在用[：密钥 %1 还封着 %2 个用户的信息]。</translation>
    </message>
    <message>
        <source>Reseal the personal data first.</source>
        <translation>先把个人信息重新加密。</translation>
    </message>
    <message>
        <source>Sealed personal data was changed, or sealed for another place.</source>
        <translation>加密的个人信息被改动过，或者被挪了位置。</translation>
    </message>
    <message>
        <source>Change nothing, and tell the administrator and the auditor the code.</source>
        <translation>先不要改动，把代码告诉系统管理员和审计。</translation>
    </message>
    <message>
        <source>The address of the database is not one[: %1].</source>
        <translation>数据库地址的写法不对[：%1]。</translation>
    </message>
    <message>
        <source>Correct it in the settings of this seat.</source>
        <translation>在这个窗口的设置里改正。</translation>
    </message>
    <message>
        <source>This database has not been set up yet.</source>
        <translation>这个数据库还没有初始化。</translation>
    </message>
    <message>
        <source>Let the administrator set it up, or choose another database.</source>
        <translation>请系统管理员先初始化，或者换一个数据库。</translation>
    </message>
    <message>
        <source>This database is set up already.</source>
        <translation>这个数据库已经初始化过。</translation>
    </message>
    <message>
        <source>Sign in instead.</source>
        <translation>直接登录。</translation>
    </message>
    <message>
        <source>The database does not know this seat.</source>
        <translation>数据库里没有这个窗口。</translation>
    </message>
    <message>
        <source>Ask the administrator to add the seat.</source>
        <translation>请系统管理员登记这个窗口。</translation>
    </message>
    <message>
        <source>This view only reads; nothing can be entered through it.</source>
        <translation>这里只用来查看，不能录入。</translation>
    </message>
    <message>
        <source>The database does not take this: it breaks a rule[ (%1)].</source>
        <translation>数据库没有接受：不合规则[（%1）]。</translation>
    </message>
    <message>
        <source>The database was not built as this program expects[: %1][, %2].</source>
        <translation>数据库的结构和程序不一致[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Change nothing; call support and read them the code.</source>
        <translation>先不要改动，打电话给技术支持，读出代码。</translation>
    </message>
    <message>
        <source>Program and database did not understand each other.</source>
        <translation>程序和数据库没有对上话。</translation>
    </message>
    <message>
        <source>The database or a file of it cannot be opened[: %1][, %2].</source>
        <translation>数据库或它的文件打不开[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Check the network and the place; then ask the administrator.</source>
        <translation>看看网络和文件位置，再找系统管理员。</translation>
    </message>
    <message>
        <source>Somebody else is using what this step needs.</source>
        <translation>这一步要用的数据正被别人占用。</translation>
    </message>
    <message>
        <source>This is in the database already[ (%1)].</source>
        <translation>数据库里已经有了[（%1）]。</translation>
    </message>
    <message>
        <source>Look for it before entering it again.</source>
        <translation>先查一下，不要重复录入。</translation>
    </message>
    <message>
        <source>What is written here can neither be changed nor removed[ (%1)].</source>
        <translation>这里写下的记录不能改，也不能删[（%1）]。</translation>
    </message>
    <message>
        <source>Correct it with a new entry.</source>
        <translation>用新的一笔来更正。</translation>
    </message>
    <message>
        <source>The database refuses this[: %1].</source>
        <translation>数据库拒绝了这一步[：%1]。</translation>
    </message>
    <message>
        <source>Put that in order first.</source>
        <translation>先把这件事办好。</translation>
    </message>
    <message>
        <source>Another program has taken over this seat.</source>
        <translation>另一个程序占用了这个窗口。</translation>
    </message>
    <message>
        <source>Close the other program, then sign in again.</source>
        <translation>关掉另一个程序，再重新登录。</translation>
    </message>
    <message>
        <source>The audit chain of this seat does not go on from its last entry.</source>
        <translation>这个窗口的审计链和上一条接不上。</translation>
    </message>
    <message>
        <source>Stop here; tell the administrator and the auditor the code.</source>
        <translation>先停下，把代码告诉系统管理员和审计。</translation>
    </message>
    <message>
        <source>The database does not allow this sign-in to do that[ (%1)].</source>
        <translation>数据库不允许这个工号这样做[（%1）]。</translation>
    </message>
    <message>
        <source>Check number and password; then ask the administrator.</source>
        <translation>核对工号和密码，再找系统管理员。</translation>
    </message>
    <message>
        <source>The connection to the database broke off.</source>
        <translation>和数据库的连接断了。</translation>
    </message>
    <message>
        <source>Keep what stands on the screen. When the connection is back, ask again with the same step: it is booked once only.</source>
        <translation>屏幕上的内容先留着。连上以后把同一步再做一次，只会记一次账。</translation>
    </message>
    <message>
        <source>The database would lose entries in a power cut[: %1 = %2].</source>
        <translation>按现在的设置，断电会丢账[：%1 = %2]。</translation>
    </message>
    <message>
        <source>Let the administrator correct it; the program does not work like this.</source>
        <translation>请系统管理员改正，改好之前不能办业务。</translation>
    </message>
    <message>
        <source>The database is newer than this program[: version %1, known %2].</source>
        <translation>数据库比这个程序新[：版本 %1，程序只到 %2]。</translation>
    </message>
    <message>
        <source>The database is older than this program[: version %1, needed %2].</source>
        <translation>数据库比这个程序旧[：版本 %1，需要 %2]。</translation>
    </message>
    <message>
        <source>Let the administrator back it up and bring it up to date.</source>
        <translation>请系统管理员先备份，再升级数据库。</translation>
    </message>
    <message>
        <source>Others are still working in the database[: %1].</source>
        <translation>还有人在用数据库[：%1 个连接]。</translation>
    </message>
    <message>
        <source>Wait until everybody has signed out.</source>
        <translation>等所有人退出以后再做。</translation>
    </message>
    <message>
        <source>There is no proof that this backup was opened and checked[: %1].</source>
        <translation>没有证明这个备份打开核对过[：%1]。</translation>
    </message>
    <message>
        <source>Make a backup and let it be checked first.</source>
        <translation>先做一个备份并核对。</translation>
    </message>
    <message>
        <source>This sign-in does not own the database.</source>
        <translation>这个工号不是数据库的主人。</translation>
    </message>
    <message>
        <source>Let the database administrator do it.</source>
        <translation>请数据库管理员来做。</translation>
    </message>
    <message>
        <source>The server is not prepared for this program yet.</source>
        <translation>数据库服务器还没有为这个程序准备好。</translation>
    </message>
    <message>
        <source>Let the database administrator set it up.</source>
        <translation>请数据库管理员先做初始化。</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>数据库的磁盘满了。</translation>
    </message>
    <message>
        <source>Take no money until there is room; tell the administrator.</source>
        <translation>腾出空间之前不要收款，通知系统管理员。</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>数据库文件损坏了。</translation>
    </message>
    <message>
        <source>Stop working in it and call the administrator; the last backup is needed.</source>
        <translation>停止使用，通知系统管理员，要用到最近的备份。</translation>
    </message>
    <message>
        <source>A tool for backups gave up[: %1][, %2].</source>
        <translation>备份工具没有做完[：%1][，%2]。</translation>
    </message>
    <message>
        <source>The backup is not whole[: table %1 has %2 rows, in the backup %3].</source>
        <translation>备份不完整[：表 %1 有 %2 行，备份里有 %3 行]。</translation>
    </message>
    <message>
        <source>Keep the old backup and make a new one.</source>
        <translation>留着旧备份，重新做一个。</translation>
    </message>
    <message>
        <source>There is something where the backup should go.</source>
        <translation>恢复的位置上已有数据。</translation>
    </message>
    <message>
        <source>Choose an empty place.</source>
        <translation>换一个空的位置。</translation>
    </message>
    <message>
        <source>This can be looked at but not written: the database is open for reading only.</source>
        <translation>这里只能看，不能写：数据库是只读打开的。</translation>
    </message>
    <message>
        <source>Sign in again; if it stays so, ask the administrator.</source>
        <translation>重新登录；还是这样，就找系统管理员。</translation>
    </message>
    <message>
        <source>The backup does not check out[: %1][ %2][, %3].</source>
        <translation>备份没有通过核对[：%1][ %2][，%3]。</translation>
    </message>
    <message>
        <source>Take another backup; what is there now stays as it is.</source>
        <translation>换一个备份；现有的数据没有动。</translation>
    </message>
    <message>
        <source>There is something where the backup should go[: %1].</source>
        <translation>恢复的位置上已有数据[：%1]。</translation>
    </message>
    <message>
        <source>Choose an empty place, or say that it may be kept aside.</source>
        <translation>换一个空的位置，或者允许把现有的另存一边。</translation>
    </message>
    <message>
        <source>A file cannot be moved[: %1 to %2].</source>
        <translation>文件挪不动[：从 %1 到 %2]。</translation>
    </message>
    <message>
        <source>Check whether somebody has it open and whether there is room.</source>
        <translation>看看是不是有人打开着它、空间够不够。</translation>
    </message>
    <message>
        <source>The backup does not know this operator.</source>
        <translation>备份里没有这个操作员。</translation>
    </message>
    <message>
        <source>Take an administrator of the time of the backup.</source>
        <translation>用备份当时的系统管理员工号。</translation>
    </message>
    <message>
        <source>Something went wrong that has no words of its own yet.</source>
        <translation>出了一个还没有专门说明的问题。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A number left the range the program computes in.</source>
        <translation>有一个数超出了程序能算的范围。</translation>
    </message>
    <message>
        <source>Check the numbers; if they are right, call support and read them the code.</source>
        <translation>核对数字；如果都对，打电话给技术支持，读出代码。</translation>
    </message>
    <message>
        <source>Stored data cannot be read as it was written.</source>
        <translation>存下的数据读不出原样。</translation>
    </message>
    <message>
        <source>This is not a number[: %1].</source>
        <translation>这不是数字[：%1]。</translation>
    </message>
    <message>
        <source>There are too many decimals[: %1 has more than %2].</source>
        <translation>小数位太多[：%1 超过 %2 位]。</translation>
    </message>
    <message>
        <source>This day is not in the calendar[: %1].</source>
        <translation>没有这一天[：%1]。</translation>
    </message>
    <message>
        <source>Type the day as 2026-11-20.</source>
        <translation>按 2026-11-20 的样子输入日期。</translation>
    </message>
    <message>
        <source>These are not hex digits[: %1].</source>
        <translation>这不是十六进制数字[：%1]。</translation>
    </message>
    <message>
        <source>This is not a number of the system[: %1].</source>
        <translation>编号写法不对[：%1]。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字太长。</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>改短一些。</translation>
    </message>
    <message>
        <source>A quantity is too large[: %1].</source>
        <translation>用量太大[：%1]。</translation>
    </message>
    <message>
        <source>Check the readings and the multiplier.</source>
        <translation>核对读数和倍率。</translation>
    </message>
    <message>
        <source>This unit is not known[: %1].</source>
        <translation>不认识这个单位[：%1]。</translation>
    </message>
    <message>
        <source>This commodity is not known[: %1].</source>
        <translation>不认识这种能源[：%1]。</translation>
    </message>
    <message>
        <source>This rounding is not known[: %1].</source>
        <translation>不认识这种舍入[：%1]。</translation>
    </message>
    <message>
        <source>The step of rounding must be above zero[: %1].</source>
        <translation>取整单位要大于零[：%1]。</translation>
    </message>
    <message>
        <source>The dial cannot show this number[: %1].</source>
        <translation>表盘上不可能有这个数[：%1]。</translation>
    </message>
    <message>
        <source>Read the dial again and check the digits of the meter.</source>
        <translation>再看一遍表盘，核对表具的位数。</translation>
    </message>
    <message>
        <source>The quantity cannot be divided like this[: %1].</source>
        <translation>用量不能这样分摊[：%1]。</translation>
    </message>
    <message>
        <source>Check the shares.</source>
        <translation>核对分摊比例。</translation>
    </message>
    <message>
        <source>The stretch of days is empty[: %1 to %2].</source>
        <translation>起止日期之间没有日子[：%1 到 %2]。</translation>
    </message>
    <message>
        <source>Check from and to.</source>
        <translation>核对起止日期。</translation>
    </message>
    <message>
        <source>This day lies outside of the stretch[: %1, %2].</source>
        <translation>日期不在这一段里[：%1，%2]。</translation>
    </message>
    <message>
        <source>Check the day.</source>
        <translation>核对日期。</translation>
    </message>
    <message>
        <source>The calendar does not reach that far[: %1].</source>
        <translation>日历没有排到那么远[：%1]。</translation>
    </message>
    <message>
        <source>Check the year; the administrator adds further years.</source>
        <translation>核对年份；更远的年份由系统管理员补上。</translation>
    </message>
    <message>
        <source>This is no accounting month[: %1].</source>
        <translation>账期写法不对[：%1]。</translation>
    </message>
    <message>
        <source>Type it as 202611.</source>
        <translation>按 202611 的样子输入。</translation>
    </message>
    <message>
        <source>A ladder window cannot have this length[: %1 months].</source>
        <translation>阶梯周期不能是这个长度[：%1 个月]。</translation>
    </message>
    <message>
        <source>Choose 1 to 120 months.</source>
        <translation>选 1 到 120 个月。</translation>
    </message>
    <message>
        <source>A financial period cannot begin like this[: month %1, day %2].</source>
        <translation>财务期间不能这样起算[：%1 月 %2 日]。</translation>
    </message>
    <message>
        <source>Correct month and day.</source>
        <translation>改正月和日。</translation>
    </message>
    <message>
        <source>A line of the calendar cannot be read[: %1].</source>
        <translation>日历有一行读不懂[：%1]。</translation>
    </message>
    <message>
        <source>Write it as day, kind, name: 2026-10-01, holiday, National Day.</source>
        <translation>按日期、种类、名称来写：2026-10-01，holiday，国庆节。</translation>
    </message>
    <message>
        <source>One day stands in the file twice[: %1].</source>
        <translation>文件里同一天出现了两次[：%1]。</translation>
    </message>
    <message>
        <source>Take one of the lines out.</source>
        <translation>删掉其中一行。</translation>
    </message>
    <message>
        <source>The calendar has no working day there[: %1].</source>
        <translation>日历在那里没有工作日[：%1]。</translation>
    </message>
    <message>
        <source>Let the administrator check the holidays.</source>
        <translation>请系统管理员核对放假日。</translation>
    </message>
    <message>
        <source>This time zone is not known[: %1].</source>
        <translation>不认识这个时区[：%1]。</translation>
    </message>
    <message>
        <source>Write it like Asia/Shanghai.</source>
        <translation>按 Asia/Shanghai 的样子写。</translation>
    </message>
    <message>
        <source>A business day cannot begin at that hour[: %1].</source>
        <translation>营业日不能从这个钟点开始[：%1 点]。</translation>
    </message>
    <message>
        <source>Choose an hour from 0 to 12.</source>
        <translation>选 0 到 12 点。</translation>
    </message>
    <message>
        <source>cashier</source>
        <translation>收费员</translation>
    </message>
    <message>
        <source>shift lead</source>
        <translation>收费班长</translation>
    </message>
    <message>
        <source>review clerk</source>
        <translation>核算员</translation>
    </message>
    <message>
        <source>reading supervisor</source>
        <translation>抄表班长</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>抄表员</translation>
    </message>
    <message>
        <source>meter keeper</source>
        <translation>表务</translation>
    </message>
    <message>
        <source>vending clerk</source>
        <translation>售气员</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>设备工程师</translation>
    </message>
    <message>
        <source>finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>revenue inspector</source>
        <translation>稽查</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>look after operators</source>
        <translation>管理操作员</translation>
    </message>
    <message>
        <source>look after seats</source>
        <translation>管理窗口</translation>
    </message>
    <message>
        <source>import the archive</source>
        <translation>导入档案</translation>
    </message>
    <message>
        <source>open accounts</source>
        <translation>立户</translation>
    </message>
    <message>
        <source>exchange meters</source>
        <translation>换表</translation>
    </message>
    <message>
        <source>enter tariffs</source>
        <translation>录入价格</translation>
    </message>
    <message>
        <source>activate tariffs</source>
        <translation>启用价格</translation>
    </message>
    <message>
        <source>start a reading run</source>
        <translation>开始抄表</translation>
    </message>
    <message>
        <source>enter readings</source>
        <translation>录入读数</translation>
    </message>
    <message>
        <source>review readings</source>
        <translation>抄表复核</translation>
    </message>
    <message>
        <source>compute bills</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>check bills</source>
        <translation>核算</translation>
    </message>
    <message>
        <source>post bills</source>
        <translation>开账</translation>
    </message>
    <message>
        <source>look for customers</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>see personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>take payments</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>reverse payments</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>count the drawer</source>
        <translation>清点钱箱</translation>
    </message>
    <message>
        <source>close shifts</source>
        <translation>核对交班</translation>
    </message>
    <message>
        <source>close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>print papers</source>
        <translation>打印票据</translation>
    </message>
    <message>
        <source>verify the books</source>
        <translation>核对账目</translation>
    </message>
    <message>
        <source>make backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>ask for device commands</source>
        <translation>申请设备命令</translation>
    </message>
    <message>
        <source>ask for a valve</source>
        <translation>申请阀门命令</translation>
    </message>
    <message>
        <source>approve commands</source>
        <translation>批准命令</translation>
    </message>
    <message>
        <source>take commands back</source>
        <translation>取消命令</translation>
    </message>
    <message>
        <source>send commands</source>
        <translation>下发命令</translation>
    </message>
    <message>
        <source>see commands</source>
        <translation>查看命令</translation>
    </message>
    <message>
        <source>set supply flags</source>
        <translation>设置供应标志</translation>
    </message>
    <message>
        <source>serve notices</source>
        <translation>送达通知书</translation>
    </message>
    <message>
        <source>confirm a site check</source>
        <translation>现场确认</translation>
    </message>
    <message>
        <source>see arrears</source>
        <translation>查看欠费</translation>
    </message>
    <message>
        <source>reseal personal data</source>
        <translation>重新加密个人信息</translation>
    </message>
    <message>
        <source>look after the calendar</source>
        <translation>管理日历</translation>
    </message>
    <message>
        <source>the reason does not fit</source>
        <translation>原因不符</translation>
    </message>
    <message>
        <source>no document is named</source>
        <translation>没有写依据文件</translation>
    </message>
    <message>
        <source>nothing is overdue</source>
        <translation>没有逾期欠费</translation>
    </message>
    <message>
        <source>no disconnection notice was served</source>
        <translation>没有送达中止供应通知书</translation>
    </message>
    <message>
        <source>the notice is too old</source>
        <translation>通知书送达太久，已失效</translation>
    </message>
    <message>
        <source>the customer is protected</source>
        <translation>受保护的用户</translation>
    </message>
    <message>
        <source>the debt is disputed</source>
        <translation>欠费有争议</translation>
    </message>
    <message>
        <source>a payment plan is running</source>
        <translation>正在分期缴费</translation>
    </message>
    <message>
        <source>it is the heating season</source>
        <translation>正在采暖期</translation>
    </message>
    <message>
        <source>arrears are still open</source>
        <translation>欠费还没有缴清</translation>
    </message>
    <message>
        <source>the danger is not over</source>
        <translation>险情还没有解除</translation>
    </message>
    <message>
        <source>another command for this valve is open</source>
        <translation>这个阀门还有没办完的命令</translation>
    </message>
    <message>
        <source>the waiting time after the notice runs</source>
        <translation>通知书送达后还没有满期</translation>
    </message>
    <message>
        <source>it is a rest day or the day before one</source>
        <translation>今天或明天是休息日</translation>
    </message>
    <message>
        <source>it is outside of the allowed hours</source>
        <translation>不在允许的时段</translation>
    </message>
    <message>
        <source>a second person has not approved</source>
        <translation>第二个人还没有批准</translation>
    </message>
    <message>
        <source>the same person asked and approved</source>
        <translation>申请和批准是同一个人</translation>
    </message>
    <message>
        <source>nobody is on site</source>
        <translation>现场没有人</translation>
    </message>
    <message>
        <source>the site check is too old</source>
        <translation>现场确认过了时效</translation>
    </message>
    <message>
        <source>appliances are not off</source>
        <translation>用具没有关</translation>
    </message>
    <message>
        <source>a leak is not ruled out</source>
        <translation>没有排除漏气漏水</translation>
    </message>
    <message>
        <source>the crew approved its own work</source>
        <translation>现场人员批准了自己的工作</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>已排队</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>kept until the meter wakes</source>
        <translation>等表具唤醒</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被否决</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>被后来的命令取代</translation>
    </message>
    <message>
        <source>a look at the meter</source>
        <translation>查看表具</translation>
    </message>
    <message>
        <source>close the valve</source>
        <translation>关阀</translation>
    </message>
    <message>
        <source>open the valve</source>
        <translation>开阀</translation>
    </message>
    <message>
        <source>set the clock</source>
        <translation>对时</translation>
    </message>
    <message>
        <source>set the settlement day</source>
        <translation>设置结算日</translation>
    </message>
    <message>
        <source>set the reading day</source>
        <translation>设置抄表日</translation>
    </message>
    <message>
        <source>fewer than 10 characters</source>
        <translation>不足 10 个字符</translation>
    </message>
    <message>
        <source>longer than 128 bytes</source>
        <translation>超过 128 个字节</translation>
    </message>
    <message>
        <source>fewer than 5 different characters</source>
        <translation>不同的字符不足 5 个</translation>
    </message>
    <message>
        <source>fewer than three kinds of characters</source>
        <translation>字符种类不足三种</translation>
    </message>
    <message>
        <source>it belongs to another seat</source>
        <translation>属于另一个窗口</translation>
    </message>
    <message>
        <source>the business day is closed</source>
        <translation>营业日已经日结</translation>
    </message>
    <message>
        <source>no shift is open</source>
        <translation>没有开班</translation>
    </message>
    <message>
        <source>a shift is open already</source>
        <translation>已经开班</translation>
    </message>
    <message>
        <source>the duty does not allow it</source>
        <translation>岗位不允许</translation>
    </message>
    <message>
        <source>the command stands elsewhere by now</source>
        <translation>命令已经不在这一步</translation>
    </message>
    <message>
        <source>it needs a second person</source>
        <translation>要由第二个人来做</translation>
    </message>
    <message>
        <source>this month is sealed</source>
        <translation>这个月份已封存</translation>
    </message>
    <message>
        <source>the login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>the duty</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>表具</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>account</source>
        <translation>户</translation>
    </message>
    <message>
        <source>legal entity</source>
        <translation>收款主体</translation>
    </message>
    <message>
        <source>tariff</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>previous reading</source>
        <translation>上期读数</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>承载方式</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>What is booked stays booked; only the paper is missing.</source>
        <translation>已经记的账不受影响，只缺这张纸。</translation>
    </message>
    <message>
        <source>This was not begun: the seat was signed out before.</source>
        <translation>还没有开始做：这个窗口先退出了登录。</translation>
    </message>
    <message>
        <source>Sign in and do it again.</source>
        <translation>登录后再做一次。</translation>
    </message>
    <message>
        <source>Nobody is signed in at this seat.</source>
        <translation>这个窗口没有人登录。</translation>
    </message>
    <message>
        <source>The paper cannot be written as a file[: %1].</source>
        <translation>票据写不成文件[：%1]。</translation>
    </message>
    <message>
        <source>The payment stands; only its paper is missing.</source>
        <translation>收款有效，只缺这张票据。</translation>
    </message>
    <message>
        <source>See whether there is room, then print it again: it keeps its number.</source>
        <translation>看看磁盘空间，再重打一次；票据号不变。</translation>
    </message>
    <message>
        <source>The printer did not take the paper[: %1].</source>
        <translation>打印机没有接收[：%1]。</translation>
    </message>
    <message>
        <source>Look at the printer, then print it again: it keeps its number.</source>
        <translation>看看打印机，再重打一次；票据号不变。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有回应。</translation>
    </message>
    <message>
        <source>This computer does not know yet where it works: there is no file %1.</source>
        <translation>这台电脑还不知道自己是哪个窗口：没有文件 %1。</translation>
    </message>
    <message>
        <source>Name it with --workplace, or play the sandbox town with ./dev run.</source>
        <translation>用 --workplace 指明，或用 ./dev run 运行演练小镇。</translation>
    </message>
    <message>
        <source>The file %1 does not say database, key file and seat.</source>
        <translation>文件 %1 没有写明数据库、密钥文件和窗口。</translation>
    </message>
    <message>
        <source>Complete it.</source>
        <translation>把它补全。</translation>
    </message>
    <message>
        <source>see business days</source>
        <translation>看营业日</translation>
    </message>
    <message>
        <source>see billing runs</source>
        <translation>看出账批次</translation>
    </message>
    <message>
        <source>see reading runs</source>
        <translation>看抄表批次</translation>
    </message>
    <message>
        <source>see the audit</source>
        <translation>看审计记录</translation>
    </message>
    <message>
        <source>change the password</source>
        <translation>改密码</translation>
    </message>
    <message>
        <source>the old password again</source>
        <translation>和旧密码一样</translation>
    </message>
    <message>
        <source>somebody was faster</source>
        <translation>别人已先一步处理</translation>
    </message>
    <message>
        <source>no operator has this login</source>
        <translation>没有操作员用这个登录名</translation>
    </message>
    <message>
        <source>Nobody has decided on this reading.</source>
        <translation>这次读数还没有人复核。</translation>
    </message>
    <message>
        <source>A bill was made since this reading came in.</source>
        <translation>这次读数之后已经出账。</translation>
    </message>
    <message>
        <source>Have it read again; the next bill puts it right.</source>
        <translation>请重抄，下一张账单会更正。</translation>
    </message>
    <message>
        <source>This reading was corrected before.</source>
        <translation>这次读数已经更正过。</translation>
    </message>
    <message>
        <source>Open the correction and correct that.</source>
        <translation>打开更正后的读数再更正。</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>That is so already.</source>
        <translation>已经是这样。</translation>
    </message>
    <message>
        <source>This operator number is out of use.</source>
        <translation>这个工号已停用。</translation>
    </message>
    <message>
        <source>Ask the administrator if it should be used again.</source>
        <translation>要再用请找系统管理员。</translation>
    </message>
    <message>
        <source>Somebody else gave this password.</source>
        <translation>这个密码是别人给的。</translation>
    </message>
    <message>
        <source>Change it to one of your own, then go on.</source>
        <translation>先改成自己的密码，再继续。</translation>
    </message>
    <message>
        <source>What this computer knows of its workplace cannot be written to %1.</source>
        <translation>本机的工作台信息无法写入 %1。</translation>
    </message>
    <message>
        <source>See whether the folder may be written and whether there is room.</source>
        <translation>请检查该文件夹是否可写、磁盘是否有空间。</translation>
    </message>
    <message>
        <source>The number of the terminal&apos;s slip is missing.</source>
        <translation>缺少终端小票的单号。</translation>
    </message>
    <message>
        <source>Take the money on the terminal, then scan or type the number of its slip.</source>
        <translation>先在终端上收款，再扫描或输入小票单号。</translation>
    </message>
    <message>
        <source>This is not the number of a slip: 4 to 64 letters and digits.</source>
        <translation>这不是小票单号：应为 4 至 64 位字母和数字。</translation>
    </message>
    <message>
        <source>Scan or type the number of the slip again.</source>
        <translation>请重新扫描或输入小票单号。</translation>
    </message>
    <message>
        <source>This is the number of an account, not of a slip.</source>
        <translation>这是户号，不是小票单号。</translation>
    </message>
    <message>
        <source>Scan the slip of the terminal, not a bill.</source>
        <translation>请扫描终端小票，而不是账单。</translation>
    </message>
    <message>
        <source>This slip was entered before, for a payment that stands.</source>
        <translation>这张小票已经用于另一笔有效的收款。</translation>
    </message>
    <message>
        <source>Look at the recent payments; if that one is wrong, reverse it first.</source>
        <translation>请查看近期缴费；如果那一笔收错了，请先冲正。</translation>
    </message>
    <message>
        <source>Only cash has change: a terminal takes the exact amount.</source>
        <translation>只有现金才找零：终端收的就是实际金额。</translation>
    </message>
    <message>
        <source>Type what the terminal took.</source>
        <translation>请输入终端实际收到的金额。</translation>
    </message>
    <message>
        <source>One of the ticked bills is not open any more.</source>
        <translation>勾选的账单中有一笔已经不欠费。</translation>
    </message>
    <message>
        <source>Look at the account again: somebody else may have taken the payment.</source>
        <translation>请重新查看该户：可能别的窗口已经收款。</translation>
    </message>
    <message>
        <source>There is something else in this database; it was left as it is.</source>
        <translation>这个数据库里是别的内容，没有动它。</translation>
    </message>
    <message>
        <source>Choose an empty database, or a file that is not there yet.</source>
        <translation>选一个空数据库，或一个还不存在的文件。</translation>
    </message>
    <message>
        <source>There is a key file already, with other keys[: %1]. It was left as it is.</source>
        <translation>那里已有一个密钥文件，里面是别的密钥[：%1]，没有动它。</translation>
    </message>
    <message>
        <source>Name another place for the key file, or move the old one away.</source>
        <translation>给密钥文件换一个位置，或先把旧文件移走。</translation>
    </message>
    <message>
        <source>This key file does not open what is sealed in the database.</source>
        <translation>这个密钥文件打不开数据库中已加密的个人信息。</translation>
    </message>
    <message>
        <source>Bring a copy of the key file of another seat.</source>
        <translation>从别的窗口复制一份密钥文件来。</translation>
    </message>
    <message>
        <source>No database server answers there[: %1].</source>
        <translation>那里没有数据库服务器应答[：%1]。</translation>
    </message>
    <message>
        <source>Check host and port; see whether the server runs and the network lets you through.</source>
        <translation>核对主机和端口；看服务器是否已启动、网络是否放行。</translation>
    </message>
    <message>
        <source>A database server answers, but this computer does not trust its certificate[: %1].</source>
        <translation>有数据库服务器应答，但本机不信任它的证书[：%1]。</translation>
    </message>
    <message>
        <source>Let the server have a certificate for this host name, and put its authority&apos;s into ~/.postgresql/root.crt here.</source>
        <translation>给服务器配上这个主机名的证书，并把签发机构的证书放到本机 ~/.postgresql/root.crt。</translation>
    </message>
    <message>
        <source>The server has no database of this name[: %1].</source>
        <translation>服务器上没有这个名字的数据库[：%1]。</translation>
    </message>
    <message>
        <source>Check the name, or let the database administrator make an empty one.</source>
        <translation>核对名称，或请数据库管理员建一个空库。</translation>
    </message>
    <message>
        <source>The database server turns this computer away[: %1].</source>
        <translation>数据库服务器拒绝本机[：%1]。</translation>
    </message>
    <message>
        <source>Let the database administrator allow this computer and this sign-in.</source>
        <translation>请数据库管理员允许本机用这个登录名连接。</translation>
    </message>
    <message>
        <source>The group [station] of %1 is not right.</source>
        <translation>%1 中的 [station] 一组不对。</translation>
    </message>
    <message>
        <source>Give it a seat of its own, and ports from 0 to 65535.</source>
        <translation>请给它自己的窗口号，端口在 0 到 65535 之间。</translation>
    </message>
    <message>
        <source>This operator number is locked after wrong passwords[; the lock ends at %1].</source>
        <translation>密码连续输错，这个工号已锁定[，%1 解锁]。</translation>
    </message>
    <message>
        <source>Wait until the lock ends, then sign in with the right password.</source>
        <translation>等到解锁，再用正确的密码登录。</translation>
    </message>
    <message>
        <source>This file is not the backup that was proved: it was changed or damaged[: %1].</source>
        <translation>这个文件不是验证过的那个备份，被改动或损坏了[：%1]。</translation>
    </message>
    <message>
        <source>Do not restore from it; make a new backup now.</source>
        <translation>不要用它恢复，请马上重新做备份。</translation>
    </message>
    <message>
        <source>Nothing can be restored from this backup[: %1][ (%2)].</source>
        <translation>这个备份恢复不了[：%1][（%2）]。</translation>
    </message>
    <message>
        <source>Do not rely on it; make a new backup now and run the drill with that one.</source>
        <translation>不要依靠它，请马上重新做备份，并用新的做恢复演练。</translation>
    </message>
    <message>
        <source>A charge stands behind a tax or a limit it belongs before[: %1].</source>
        <translation>有收费项排在了税费或限额之后[：%1]。</translation>
    </message>
    <message>
        <source>Put charges first, then taxes, then the minimum.</source>
        <translation>请先排收费项，再排税费，最后排最低收费。</translation>
    </message>
    <message>
        <source>The tariff has no price for this register of the meter[: %1].</source>
        <translation>价格里没有这块表该时段的单价[：%1]。</translation>
    </message>
    <message>
        <source>Check the registers of the meter and the tariff of the account.</source>
        <translation>请核对表计的分时示数和该户的价格。</translation>
    </message>
    <message>
        <source>The people counted for the ladder cannot be used[: %1].</source>
        <translation>计入阶梯的家庭人口不能用[：%1]。</translation>
    </message>
    <message>
        <source>Correct the household size and its months.</source>
        <translation>请更正家庭人口和对应的月数。</translation>
    </message>
    <message>
        <source>The tariff does not know this season or category.</source>
        <translation>价格里没有这个季节或类别。</translation>
    </message>
    <message>
        <source>Check the category of the account.</source>
        <translation>请核对该户的类别。</translation>
    </message>
    <message>
        <source>There is no reading of the day the price changed.</source>
        <translation>没有调价当天的示数。</translation>
    </message>
    <message>
        <source>Enter one, or divide the use by days.</source>
        <translation>请补录示数，或按天数分摊用量。</translation>
    </message>
    <message>
        <source>There is no bill to correct.</source>
        <translation>没有要更正的账单。</translation>
    </message>
    <message>
        <source>Choose the bills to correct.</source>
        <translation>请选择要更正的账单。</translation>
    </message>
    <message>
        <source>The money does not pay what is due before anything is bought[: %1].</source>
        <translation>这笔钱不够付购量之前应收的费用[：%1]。</translation>
    </message>
    <message>
        <source>Ask for more.</source>
        <translation>请补足金额。</translation>
    </message>
    <message>
        <source>By this tariff any volume could be had for this money.</source>
        <translation>按这个价格，这笔钱可以买任意多的量。</translation>
    </message>
    <message>
        <source>Check the prices of the tariff.</source>
        <translation>请检查价格中的单价。</translation>
    </message>
    <message>
        <source>All bills say this already; there is nothing to correct.</source>
        <translation>账单本来就是这样，没有要更正的。</translation>
    </message>
    <message>
        <source>Check the account, the days and the values.</source>
        <translation>请核对账户、日期和数值。</translation>
    </message>
    <message>
        <source>No bill of the account ends with a reading of that day.</source>
        <translation>该账户没有抄到这一天的账单。</translation>
    </message>
    <message>
        <source>Take the day up to which a bill counts.</source>
        <translation>请填账单的抄表截止日。</translation>
    </message>
    <message>
        <source>The two accounts were not billed over the same days.</source>
        <translation>两个账户的账单起止日期不一致。</translation>
    </message>
    <message>
        <source>Check both accounts; correct each by its own readings instead.</source>
        <translation>请核对两个账户；或改为各按自己的读数更正。</translation>
    </message>
    <message>
        <source>A meter cannot be wrong by that much[: %1 percent].</source>
        <translation>表计误差不可能这么大[：百分之 %1]。</translation>
    </message>
    <message>
        <source>Give how many percent the test found, between -100 and 100.</source>
        <translation>请填检定得出的误差百分数，在 -100 与 100 之间。</translation>
    </message>
    <message>
        <source>Bills of the account were posted or corrected after this was prepared.</source>
        <translation>拟定之后，该账户又开过账或做过更正。</translation>
    </message>
    <message>
        <source>Prepare the correction again.</source>
        <translation>请重新拟定更正。</translation>
    </message>
    <message>
        <source>This correction is done already.</source>
        <translation>这笔更正已经办完。</translation>
    </message>
    <message>
        <source>Look at its settlement sheet.</source>
        <translation>请看它的更正结算单。</translation>
    </message>
    <message>
        <source>There is no such correction.</source>
        <translation>没有这笔更正。</translation>
    </message>
    <message>
        <source>Check its number.</source>
        <translation>请核对编号。</translation>
    </message>
    <message>
        <source>This number stands for another correction.</source>
        <translation>这个编号已用于另一笔更正。</translation>
    </message>
    <message>
        <source>Begin again with a new one.</source>
        <translation>请换一个编号重新开始。</translation>
    </message>
    <message>
        <source>Who reviewed the readings of a book may not approve corrections of its bills.</source>
        <translation>复核过本册读数的人不能批准其账单的更正。</translation>
    </message>
    <message>
        <source>Let another clerk approve it.</source>
        <translation>请由另一名核算员批准。</translation>
    </message>
    <message>
        <source>prepare corrections of bills</source>
        <translation>拟定账单更正</translation>
    </message>
    <message>
        <source>approve corrections of bills</source>
        <translation>批准账单更正</translation>
    </message>
    <message>
        <source>change the terms of an account</source>
        <translation>变更账户的计费条件</translation>
    </message>
    <message>
        <source>There is no such purchase[: %1].</source>
        <translation>没有这笔购气[：%1]。</translation>
    </message>
    <message>
        <source>The money does not buy the least the meter can be told.</source>
        <translation>这些钱不够买表具能写入的最小量。</translation>
    </message>
    <message>
        <source>A later purchase of the account stands, at prices that came after this one.</source>
        <translation>该户之后还有一笔有效的购气，其价格接在这一笔之后。</translation>
    </message>
    <message>
        <source>Take the later purchase back first.</source>
        <translation>请先退后面的一笔。</translation>
    </message>
    <message>
        <source>This purchase was taken back already.</source>
        <translation>这笔购气已经退过。</translation>
    </message>
    <message>
        <source>A purchase is either of a volume or for a sum of money, above zero.</source>
        <translation>购气须在购量与金额中选其一，且大于零。</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>请只填其中一项。</translation>
    </message>
    <message>
        <source>The tariff of the account sells whole multiples of %1 only.</source>
        <translation>该户的价格只按 %1 的整数倍售气。</translation>
    </message>
    <message>
        <source>Choose another volume or step.</source>
        <translation>请另选购量或步长。</translation>
    </message>
    <message>
        <source>This account is billed by its readings; it cannot buy beforehand.</source>
        <translation>该户按抄表开账，不能预先购气。</translation>
    </message>
    <message>
        <source>Take the money as a payment.</source>
        <translation>请按缴费收款。</translation>
    </message>
    <message>
        <source>The price is another one now[: %1].</source>
        <translation>价格已变[：%1]。</translation>
    </message>
    <message>
        <source>Show the customer the new price and ask again.</source>
        <translation>请告知用户新价格，再重新确认。</translation>
    </message>
    <message>
        <source>enter rules of the late charge</source>
        <translation>录入违约金规则</translation>
    </message>
    <message>
        <source>put rules of the late charge in force</source>
        <translation>启用违约金规则</translation>
    </message>
    <message>
        <source>see the rules of the late charge</source>
        <translation>查看违约金规则</translation>
    </message>
    <message>
        <source>stop late charges</source>
        <translation>停计违约金</translation>
    </message>
    <message>
        <source>waive late charges</source>
        <translation>减免违约金</translation>
    </message>
    <message>
        <source>approve waivers of late charges</source>
        <translation>批准违约金减免</translation>
    </message>
    <message>
        <source>There is no such rule of the late charge[: %1].</source>
        <translation>没有这条违约金规则[：%1]。</translation>
    </message>
    <message>
        <source>Another rule of the late charge for the same bills counts from that day[: %1].</source>
        <translation>已有另一条违约金规则从该日起适用于同样的账单[：%1]。</translation>
    </message>
    <message>
        <source>Choose another day, or use that rule.</source>
        <translation>请另选日期，或使用那条规则。</translation>
    </message>
    <message>
        <source>There is no such stop of the late charge.</source>
        <translation>没有这条违约金停计记录。</translation>
    </message>
    <message>
        <source>These days cannot be: the last one is before the first, or it is known already, or yet to come.</source>
        <translation>日期不对：末日早于首日，或末日已经登记，或尚未到来。</translation>
    </message>
    <message>
        <source>Correct the days.</source>
        <translation>请更正日期。</translation>
    </message>
    <message>
        <source>There is no such waiver of a late charge.</source>
        <translation>没有这笔违约金减免。</translation>
    </message>
    <message>
        <source>This waiver counts already.</source>
        <translation>这笔减免已经生效。</translation>
    </message>
    <message>
        <source>Look at the account.</source>
        <translation>请查看该户。</translation>
    </message>
    <message>
        <source>Nothing is charged for this bill being late today.</source>
        <translation>这张账单今天没有违约金。</translation>
    </message>
    <message>
        <source>Check the bill and its due date.</source>
        <translation>请核对账单及其缴费截止日。</translation>
    </message>
    <message>
        <source>That is more than the late charge of the bill[: %1].</source>
        <translation>超过了这张账单的违约金[：%1]。</translation>
    </message>
    <message>
        <source>Waive that sum or less.</source>
        <translation>减免金额不能超过它。</translation>
    </message>
    <message>
        <source>Nothing here does what the trial case asks for[: %1].</source>
        <translation>这里没有功能能做试算案例所要求的事[：%1]。</translation>
    </message>
    <message>
        <source>Judge this case by the calculator alone.</source>
        <translation>这个案例只用计算器核对。</translation>
    </message>
    <message>
        <source>There is no such version of the tariff[: %1].</source>
        <translation>没有这个价格版本[：%1]。</translation>
    </message>
    <message>
        <source>The draft of this tariff is gone[: %1].</source>
        <translation>这个价格的草案已不在[：%1]。</translation>
    </message>
    <message>
        <source>Somebody has entered or dropped it: look at the list again.</source>
        <translation>已有人录入或丢弃：请重新查看列表。</translation>
    </message>
    <message>
        <source>The boundary sheet of this version does not hold[, at a use of %1][: %2].</source>
        <translation>这个版本的边界表不成立[，用量 %1 处][：%2]。</translation>
    </message>
    <message>
        <source>Look at that row of the sheet, mend the draft and enter it again.</source>
        <translation>请看边界表的那一行，改好草案后重新录入。</translation>
    </message>
    <message>
        <source>Another version of this tariff counts from that day[: %1].</source>
        <translation>这个价格已有另一版本自该日起生效[：%1]。</translation>
    </message>
    <message>
        <source>Choose another day, or use that version.</source>
        <translation>请换一个日期，或使用那个版本。</translation>
    </message>
    <message>
        <source>The tariff %1 is one of another commodity.</source>
        <translation>价格 %1 属于另一种能源。</translation>
    </message>
    <message>
        <source>Give the new tariff a code of its own.</source>
        <translation>请给新价格另取代码。</translation>
    </message>
    <message>
        <source>see tariffs</source>
        <translation>查看价格</translation>
    </message>
    <message>
        <source>The bank is missing, or its name is longer than 60 characters.</source>
        <translation>没有填银行，或银行名称超过 60 个字。</translation>
    </message>
    <message>
        <source>Type the bank the transfer came from, or the one the cheque is drawn on.</source>
        <translation>填汇款银行，或支票的付款银行。</translation>
    </message>
    <message>
        <source>The date is missing, lies ahead, or is more than a year ago.</source>
        <translation>日期没有填、还没到，或在一年以前。</translation>
    </message>
    <message>
        <source>Type the day the money arrived, or the date on the cheque.</source>
        <translation>填到账日期，或支票上的出票日期。</translation>
    </message>
    <message>
        <source>A cheque is presented within ten days of its date; the bank will not pay this one.</source>
        <translation>支票自出票日起十天内提示付款，这一张银行不会付款。</translation>
    </message>
    <message>
        <source>Ask the customer for a new cheque, or for another way to pay.</source>
        <translation>请用户换一张支票，或换一种付款方式。</translation>
    </message>
    <message>
        <source>These bills are of different things: their use has no common measure.</source>
        <translation>这两笔账单的计量单位或币种不同，无法比较。</translation>
    </message>
    <message>
        <source>Compare bills of the same kind.</source>
        <translation>请选择同类账单进行比较。</translation>
    </message>
    <message>
        <source>These months end before they begin[: %1][ to %2].</source>
        <translation>结束的月份早于开始的月份[：%1][ 至 %2]。</translation>
    </message>
    <message>
        <source>Give the first month first.</source>
        <translation>请先写较早的月份。</translation>
    </message>
    <message>
        <source>No bill was issued yet, so there is nothing to replay.</source>
        <translation>还没有开过账单，没有可以重放的内容。</translation>
    </message>
    <message>
        <source>Name the months, so that what was read and not billed is taken.</source>
        <translation>请指定月份，以便使用已抄表、未出账的用量。</translation>
    </message>
    <message>
        <source>The bill is in another unit or currency than the draft.</source>
        <translation>账单的计量单位或币种与草案不同。</translation>
    </message>
    <message>
        <source>Replay a draft of the same commodity and currency.</source>
        <translation>请重放同一种商品、同一币种的草案。</translation>
    </message>
    <message>
        <source>It was not billed, and cannot be now[: %1].</source>
        <translation>该户没有账单，现在也无法计算[：%1]。</translation>
    </message>
    <message>
        <source>Settle what holds the account, then replay again.</source>
        <translation>先处理该户挂起的原因，再重放一次。</translation>
    </message>
    <message>
        <source>Another row is of the same account and month[: %1][, %2].</source>
        <translation>另有一行是同一户号、同一月份[：%1][，%2]。</translation>
    </message>
    <message>
        <source>Leave one row for each account and month in the file.</source>
        <translation>文件中每户每月请只保留一行。</translation>
    </message>
    <message>
        <source>The bill here is in another currency[: %1].</source>
        <translation>本系统的账单是另一种币种[：%1]。</translation>
    </message>
    <message>
        <source>Compare amounts of one currency.</source>
        <translation>请比较同一币种的金额。</translation>
    </message>
    <message>
        <source>This customer holds the account already[: %1].</source>
        <translation>该用户已是本户户主[：%1]。</translation>
    </message>
    <message>
        <source>Give the new holder.</source>
        <translation>请填写新户主。</translation>
    </message>
    <message>
        <source>There is no customer of this number[: %1].</source>
        <translation>没有这个客户号[：%1]。</translation>
    </message>
    <message>
        <source>Check the number, or enter the new holder&apos;s name.</source>
        <translation>核对客户号，或填写新户主姓名。</translation>
    </message>
    <message>
        <source>This account is closed[: %1 was its last day].</source>
        <translation>该户已销户[：最后一天是 %1]。</translation>
    </message>
    <message>
        <source>Open a new account for this place.</source>
        <translation>请在此地址另立新户。</translation>
    </message>
    <message>
        <source>The use up to that day cannot be billed[: %1].</source>
        <translation>截至当天的用量无法计费[：%1]。</translation>
    </message>
    <message>
        <source>Have the meter read on that day, or its reading reviewed.</source>
        <translation>请在当天抄表，或先复核该读数。</translation>
    </message>
    <message>
        <source>The holder still owes %1.</source>
        <translation>户主还欠 %1。</translation>
    </message>
    <message>
        <source>Take the money first, or say that the new holder takes the debts over.</source>
        <translation>先收清欠费，或写明欠费由新户主承担。</translation>
    </message>
    <message>
        <source>%1 of the last bill is not paid ahead.</source>
        <translation>最后一笔账单还差 %1 没有预存。</translation>
    </message>
    <message>
        <source>Take it in advance, or say that the new holder takes the debts over.</source>
        <translation>先预收，或写明由新户主承担。</translation>
    </message>
    <message>
        <source>%1 that was paid ahead is left.</source>
        <translation>预存款还剩 %1。</translation>
    </message>
    <message>
        <source>Say that it goes along to the new holder.</source>
        <translation>请写明余款随户转给新户主。</translation>
    </message>
    <message>
        <source>transfer accounts</source>
        <translation>办理过户</translation>
    </message>
    <message>
        <source>close accounts</source>
        <translation>办理销户</translation>
    </message>
    <message>
        <source>it was not read on that day</source>
        <translation>当天没有抄表</translation>
    </message>
    <message>
        <source>its reading is doubtful</source>
        <translation>读数存疑</translation>
    </message>
    <message>
        <source>its reading was rejected</source>
        <translation>读数已被否定</translation>
    </message>
    <message>
        <source>no tariff is in force</source>
        <translation>没有在用的价格</translation>
    </message>
    <message>
        <source>the dial went backwards</source>
        <translation>读数倒走</translation>
    </message>
    <message>
        <source>the tariff&apos;s policies contradict each other</source>
        <translation>价格的规则互相矛盾</translation>
    </message>
    <message>
        <source>the tariff asks for something the account does not say</source>
        <translation>价格需要的资料户上没有</translation>
    </message>
    <message>
        <source>it was not read on the day of a new price</source>
        <translation>调价当天没有抄表</translation>
    </message>
    <message>
        <source>it pays when it buys</source>
        <translation>该户先购后用</translation>
    </message>
    <message>
        <source>Another account shares this meter[: %1].</source>
        <translation>另有户号共用这只表[：%1]。</translation>
    </message>
    <message>
        <source>Let the meter stay where it hangs.</source>
        <translation>请把表具留在原处。</translation>
    </message>
    <message>
        <source>These shares cannot be: each is more than nothing, and together they are all of the use at most.</source>
        <translation>分摊办法不成立：每份须大于零，合计不超过全部用量。</translation>
    </message>
    <message>
        <source>Give each a percentage or a quantity; what is left is the account&apos;s own.</source>
        <translation>给每个分摊户填比例或定量，余量归本户。</translation>
    </message>
    <message>
        <source>This account is of another place, or closed[: %1].</source>
        <translation>这个户号不在此处，或已销户[：%1]。</translation>
    </message>
    <message>
        <source>Name an account whose meter this is, or open a new one.</source>
        <translation>请填共用这只表的户号，或新开一户。</translation>
    </message>
    <message>
        <source>Another account is of this meter and has no share[: %1].</source>
        <translation>另一个户号也用这只表，却没有分摊份额[：%1]。</translation>
    </message>
    <message>
        <source>Give it a share, or close it first.</source>
        <translation>给它份额，或先销户。</translation>
    </message>
    <message>
        <source>One account or meter is named twice.</source>
        <translation>同一户号或表具填了两次。</translation>
    </message>
    <message>
        <source>Name each once; the account itself takes what is left.</source>
        <translation>每个只填一次；余量归本户。</translation>
    </message>
    <message>
        <source>This meter is of the place itself[: %1].</source>
        <translation>这就是本处的表[：%1]。</translation>
    </message>
    <message>
        <source>A sub-meter has a place and an account of its own.</source>
        <translation>分表有自己的计量点和户号。</translation>
    </message>
    <message>
        <source>say how accounts share a meter</source>
        <translation>办理共用表具</translation>
    </message>
    <message>
        <source>The supply of this account is suspended[: since %1].</source>
        <translation>该户已报停[：%1 起]。</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>请先办理复用。</translation>
    </message>
    <message>
        <source>The supply of this account is not suspended.</source>
        <translation>该户没有报停。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>无需处理。</translation>
    </message>
    <message>
        <source>The account still owes %1.</source>
        <translation>该户还欠 %1。</translation>
    </message>
    <message>
        <source>Take the money first: only who owes nothing can have the supply suspended.</source>
        <translation>请先收款：无欠费的户才能报停。</translation>
    </message>
    <message>
        <source>suspend and resume the supply of accounts</source>
        <translation>办理报停、复用</translation>
    </message>
    <message>
        <source>its supply is suspended</source>
        <translation>该户已报停</translation>
    </message>
    <message>
        <source>Parts of a loss are rounded to a step above nothing.</source>
        <translation>分摊量的取整步长必须大于零。</translation>
    </message>
    <message>
        <source>Give 0.01, or 1.</source>
        <translation>请填 0.01 或 1。</translation>
    </message>
    <message>
        <source>One account alone shares nothing.</source>
        <translation>只有一户无从分摊。</translation>
    </message>
    <message>
        <source>Name all accounts behind the master meter.</source>
        <translation>请列出总表后的所有户号。</translation>
    </message>
    <message>
        <source>This account shares the losses of too many master meters already[: %1].</source>
        <translation>该户已分摊过多总表的损耗[：%1]。</translation>
    </message>
    <message>
        <source>End what is not so any more.</source>
        <translation>请先终止不再适用的分摊。</translation>
    </message>
    <message>
        <source>The master meter is this account&apos;s own[: %1].</source>
        <translation>总表就是该户自己的表[：%1]。</translation>
    </message>
    <message>
        <source>Name the accounts behind it.</source>
        <translation>请列出总表后的户号。</translation>
    </message>
    <message>
        <source>Two of the accounts are of one place[: %1].</source>
        <translation>有两个户号在同一用气（水）地点[：%1]。</translation>
    </message>
    <message>
        <source>Name one of them: its share of the loss is of its meter.</source>
        <translation>请只列其中一户：损耗按表分摊。</translation>
    </message>
    <message>
        <source>The loss of this meter is not shared.</source>
        <translation>该表的损耗没有分摊。</translation>
    </message>
    <message>
        <source>the master meter whose loss it shares, or another one behind it, was not read</source>
        <translation>分摊损耗的总表或其后某户的表没有抄到</translation>
    </message>
    <message>
        <source>what its meter counts is billed to those behind it</source>
        <translation>其总表的计量由其后各户分摊出账</translation>
    </message>
    <message>
        <source>The meter&apos;s data are not made as the standard says; what could be read is shown.</source>
        <translation>表具的数据不符合标准；已读出的内容照常显示。</translation>
    </message>
    <message>
        <source>This frame goes to a meter; it is no answer.</source>
        <translation>这一帧是发给表具的，不是表具的应答。</translation>
    </message>
    <message>
        <source>Take the frame that came back.</source>
        <translation>请取表具返回的那一帧。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Keep on this computer where it works</source>
        <translation>在本机记下工作地点</translation>
    </message>
    <message>
        <source>Take over the key file</source>
        <translation>取用密钥文件</translation>
    </message>
    <message>
        <source>Look for the seat, try the key</source>
        <translation>查找窗口，试用密钥</translation>
    </message>
    <message>
        <source>Make the key of personal data</source>
        <translation>生成个人信息密钥</translation>
    </message>
    <message>
        <source>Set up database, seat 1 and administrator</source>
        <translation>建立数据库、1 号窗口和系统管理员</translation>
    </message>
    <message>
        <source>Enter companies and books</source>
        <translation>录入收款主体和表册</translation>
    </message>
    <message>
        <source>Enter holidays</source>
        <translation>录入节假日</translation>
    </message>
    <message>
        <source>Add operators</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>Enter tariffs as drafts</source>
        <translation>录入价格草稿</translation>
    </message>
</context>
<context>
    <name>FormBlocks</name>
    <message>
        <source>Tier %1</source>
        <translation>第 %1 档</translation>
    </message>
    <message>
        <source>Tiers and prices</source>
        <translation>分档与单价</translation>
    </message>
    <message>
        <source>up to (inclusive)</source>
        <translation>上限（含）</translation>
    </message>
    <message>
        <source>%1 by time of use</source>
        <translation>%1（分时）</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>各档相同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Table of band %1</source>
        <translation>第 %1 段的分档</translation>
    </message>
    <message>
        <source>rebate</source>
        <translation>返还单价</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>第 %1 段</translation>
    </message>
    <message>
        <source>From %1 people on</source>
        <translation>%1 人及以上</translation>
    </message>
    <message>
        <source>added to the limit</source>
        <translation>上限增加</translation>
    </message>
    <message>
        <source>per person</source>
        <translation>每人</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>of what is charged</source>
        <translation>按费用的比例</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>每%1</translation>
    </message>
    <message>
        <source>per bill</source>
        <translation>每张账单</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>张账单</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Other charges</source>
        <translation>其他费用</translation>
    </message>
    <message>
        <source>price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，%2 时</translation>
    </message>
</context>
<context>
    <name>FoundText</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 answers; the connection is not encrypted.</source>
        <translation>%1 应答，连接未加密。</translation>
    </message>
    <message>
        <source>%1 answers, encrypted with %2.</source>
        <translation>%1 应答，连接用 %2 加密。</translation>
    </message>
    <message>
        <source>There is no file yet. It will be made there.</source>
        <translation>文件还不存在，将在那里建立。</translation>
    </message>
    <message>
        <source>The database is empty: it can be set up.</source>
        <translation>数据库是空的，可以使用。</translation>
    </message>
    <message>
        <source>A set-up was begun there and broke off: it will be gone on with.</source>
        <translation>那里有一次没有做完的建立，将接着做完。</translation>
    </message>
    <message>
        <source>A Meterhall database is there already (version %1). Go on only when this is your own set-up that broke off: with its key file, and the number and password of its administrator. Otherwise make this computer one more seat.</source>
        <translation>那里已经是本程序的数据库（版本 %1）。只有上次建立到一半时才继续：要有它的密钥文件，以及系统管理员的工号和密码。否则请把本机设为增加的窗口。</translation>
    </message>
    <message>
        <source>There is something else in this database. It is left as it is: choose an empty one.</source>
        <translation>这个数据库里是别的内容，不会动它。请选一个空库。</translation>
    </message>
    <message>
        <source>This sign-in may not make roles: name one that may, postgres for example.</source>
        <translation>这个登录名不能建角色，请换一个，例如 postgres。</translation>
    </message>
    <message>
        <source>The database there is newer than this program: update the program.</source>
        <translation>那里的数据库比本程序新，请先更新程序。</translation>
    </message>
    <message>
        <source>The seat is registered (%1) and the key fits.</source>
        <translation>窗口已登记（%1），密钥相符。</translation>
    </message>
    <message>
        <source>The seat is registered (%1). Nothing is sealed there yet, so nobody can tell whether the key fits.</source>
        <translation>窗口已登记（%1）。那里还没有加密的内容，无法判断密钥是否相符。</translation>
    </message>
    <message>
        <source>The seat is registered (%1). This operator may not look whether the key fits.</source>
        <translation>窗口已登记（%1）。这位操作员无权查看密钥是否相符。</translation>
    </message>
    <message>
        <source>The seat is registered (%1), but the key does not open what is sealed there.</source>
        <translation>窗口已登记（%1），但密钥打不开那里加密的内容。</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>reading %1</source>
        <translation>读数 %1</translation>
    </message>
    <message>
        <source>settlement day %1</source>
        <translation>结算日 %1</translation>
    </message>
    <message>
        <source>heat %1</source>
        <translation>热量 %1</translation>
    </message>
    <message>
        <source>cold %1</source>
        <translation>冷量 %1</translation>
    </message>
    <message>
        <source>power %1</source>
        <translation>功率 %1</translation>
    </message>
    <message>
        <source>flow %1</source>
        <translation>流量 %1</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>体积 %1</translation>
    </message>
    <message>
        <source>supply %1</source>
        <translation>供水 %1</translation>
    </message>
    <message>
        <source>return %1</source>
        <translation>回水 %1</translation>
    </message>
    <message>
        <source>clock %1</source>
        <translation>时钟 %1</translation>
    </message>
    <message>
        <source>valve open</source>
        <translation>阀门开</translation>
    </message>
    <message>
        <source>valve closed</source>
        <translation>阀门关</translation>
    </message>
    <message>
        <source>valve state unclear</source>
        <translation>阀门状态不明</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Meter %1 answers</source>
        <translation>表 %1 回答</translation>
    </message>
    <message>
        <source>Meter %1: %2</source>
        <translation>表 %1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Asks meter %1 for its reading</source>
        <translation>问表 %1 的读数</translation>
    </message>
    <message>
        <source>Asks meter %1 for data %2</source>
        <translation>问表 %1 的数据 %2</translation>
    </message>
    <message>
        <source>%1 logs in</source>
        <translation>%1 登录</translation>
    </message>
    <message>
        <source>%1 logs out</source>
        <translation>%1 退出</translation>
    </message>
    <message>
        <source>%1 gives a sign of life</source>
        <translation>%1 心跳</translation>
    </message>
    <message>
        <source>%1 confirms</source>
        <translation>%1 确认</translation>
    </message>
    <message>
        <source>The station confirms to %1</source>
        <translation>主站向 %1 确认</translation>
    </message>
    <message>
        <source>%1 refuses</source>
        <translation>%1 否认</translation>
    </message>
    <message>
        <source>The station refuses %1</source>
        <translation>主站否认 %1</translation>
    </message>
    <message>
        <source>Tells meter %1 something: %2</source>
        <translation>向表 %1 下令：%2</translation>
    </message>
    <message>
        <source>Meter %1 answers with an error</source>
        <translation>表 %1 回答出错</translation>
    </message>
    <message>
        <source>%1: the meter did not answer</source>
        <translation>%1：表没有回答</translation>
    </message>
    <message>
        <source>%1: another frame, %2</source>
        <translation>%1：其他报文，%2</translation>
    </message>
    <message>
        <source>%1 says &quot;%2&quot;</source>
        <translation>%1 说“%2”</translation>
    </message>
    <message>
        <source>%1: bytes that are no frame</source>
        <translation>%1：不成报文的字节</translation>
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
    <name>LateRuleWords</name>
    <message>
        <source>%1 once, whatever the number of days</source>
        <translation>欠费的 %1，不论天数只收一次</translation>
    </message>
    <message>
        <source>%1 of what is owed for each day</source>
        <translation>每天按欠费的 %1</translation>
    </message>
    <message>
        <source>the same rate</source>
        <translation>费率相同</translation>
    </message>
    <message>
        <source>%1 for the days after 31 December of the due day&apos;s year</source>
        <translation>截止日当年 12 月 31 日以后的天数按 %1</translation>
    </message>
    <message>
        <source>%1 for all days when it is paid in a later year</source>
        <translation>次年及以后缴费的，全部天数按 %1</translation>
    </message>
    <message>
        <source>the day after the due day</source>
        <translation>截止日的次日</translation>
    </message>
    <message>
        <source>the later of: %1; %2</source>
        <translation>以下较晚的：%1；%2</translation>
    </message>
    <message>
        <source>the earlier of: %1; %2</source>
        <translation>以下较早的：%1；%2</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>half to even</source>
        <translation>四舍六入五成双</translation>
    </message>
    <message>
        <source>half down</source>
        <translation>五舍六入</translation>
    </message>
    <message>
        <source>up</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>down</source>
        <translation>舍去</translation>
    </message>
    <message>
        <source>to the fen, half up</source>
        <translation>到分，四舍五入</translation>
    </message>
    <message>
        <source>to %1, %2</source>
        <translation>到 %1 元，%2</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>各类用户</translation>
    </message>
    <message>
        <source>%1, all books</source>
        <translation>%1，全部表册</translation>
    </message>
    <message>
        <source>%1, books %2…</source>
        <translation>%1，%2 开头的表册</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>For bills of</source>
        <translation>适用账单</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Due from</source>
        <translation>截止日起</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>费率</translation>
    </message>
    <message>
        <source>Other years</source>
        <translation>跨年</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>%1 % of what is owed</source>
        <translation>欠费的 %1 %</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>%1 once anything is charged</source>
        <translation>只要收，就至少 %1 元</translation>
    </message>
    <message>
        <source>no least amount</source>
        <translation>没有最低额</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>Fees on behalf</source>
        <translation>代征费用</translation>
    </message>
    <message>
        <source>are charged too</source>
        <translation>一并计收</translation>
    </message>
    <message>
        <source>are not charged</source>
        <translation>不计收</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>above %1 wait for a second person</source>
        <translation>超过 %1 元须另一人批准</translation>
    </message>
    <message>
        <source>need no second person</source>
        <translation>不须另一人批准</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>In force by</source>
        <translation>启用人</translation>
    </message>
    <message>
        <source>nobody yet: nothing is charged by it</source>
        <translation>尚未启用，不按它收</translation>
    </message>
    <message numerus="yes">
        <source>after %n free day(s) behind the due day</source>
        <translation>
            <numerusform>截止日后 %n 天免计</numerusform>
        </translation>
    </message>
    <message>
        <source>once reminder %1 was served</source>
        <translation>第 %1 次催缴送达后</translation>
    </message>
</context>
<context>
    <name>LateWords</name>
    <message>
        <source>%1 ‰</source>
        <translation>%1‰</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Payment under way</source>
        <translation>缴费在途</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>MethodWords</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>支票</translation>
    </message>
</context>
<context>
    <name>OperatorWords</name>
    <message>
        <source>Deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Locked until %1</source>
        <translation>锁定到 %1</translation>
    </message>
    <message>
        <source>Must change password</source>
        <translation>须改密码</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Counter</source>
        <translation>收费台</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>集中器</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>抄表复核</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>出账</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Tariffs</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Late fees</source>
        <translation>违约金</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>expected %1</source>
        <translation>预期 %1</translation>
    </message>
    <message>
        <source>more likely wrong</source>
        <translation>多半有误</translation>
    </message>
    <message>
        <source>more likely right</source>
        <translation>可能无误</translation>
    </message>
    <message>
        <source>Holder and address</source>
        <translation>户名 / 地址</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>本期读数</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Likeliest reason</source>
        <translation>最可能的原因</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>上期 %1</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>%1 %2 in %n day(s), more than %3 times the usual: about %4 %2 a day</source>
        <translation>
            <numerusform>%n 天用了 %1 %2，超过平常（每天约 %4 %2）的 %3 倍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing in %n day(s), where about %1 %2 a day were usual</source>
        <translation>
            <numerusform>%n 天没有用量，平常每天约 %1 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>the meter gave no time it can be held to</source>
        <translation>表没有报出可以核对的时间</translation>
    </message>
    <message>
        <source>the meter says %1, it came in at %2</source>
        <translation>表上时间 %1，收到时间 %2</translation>
    </message>
    <message>
        <source>Dial went back</source>
        <translation>读数倒退</translation>
    </message>
    <message>
        <source>Use far too high</source>
        <translation>用量突增</translation>
    </message>
    <message>
        <source>Nothing used</source>
        <translation>零用量</translation>
    </message>
    <message>
        <source>Meter clock is off</source>
        <translation>表时钟不准</translation>
    </message>
    <message>
        <source>Odd answer</source>
        <translation>应答异常</translation>
    </message>
    <message>
        <source>Wrong unit</source>
        <translation>单位不符</translation>
    </message>
    <message>
        <source>Dial passed its end</source>
        <translation>读数过零</translation>
    </message>
    <message>
        <source>%1 on %2, now %3</source>
        <translation>%2 为 %1，本期 %3</translation>
    </message>
    <message>
        <source>the checksum holds, the content is unusual</source>
        <translation>校验和正确，内容不寻常</translation>
    </message>
    <message>
        <source>the meter says %1, billed is %2</source>
        <translation>表报 %1，计费单位 %2</translation>
    </message>
    <message>
        <source>from %1 over the highest number of %2 digits to %3: %4 %5</source>
        <translation>从 %1 越过 %2 位最大数到 %3：%4 %5</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实抄</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估抄</translation>
    </message>
    <message>
        <source>self-reported</source>
        <translation>自报</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远传</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>lower than before</source>
        <translation>比上次小</translation>
    </message>
    <message>
        <source>much more use than usual</source>
        <translation>用量突增</translation>
    </message>
    <message>
        <source>no use where there was some</source>
        <translation>以前有用量，这次为零</translation>
    </message>
    <message>
        <source>the meter&apos;s clock is wrong</source>
        <translation>表内时钟不准</translation>
    </message>
    <message>
        <source>something odd in the answer</source>
        <translation>应答有疑点</translation>
    </message>
    <message>
        <source>another unit</source>
        <translation>单位不同</translation>
    </message>
    <message>
        <source>the dial began again</source>
        <translation>表盘过零</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The supervisor decides under Readings review; then compute again.</source>
        <translation>请抄表主管在“抄表复核”里定，然后重新试算。</translation>
    </message>
    <message>
        <source>It is billed once a reading is in; then compute again.</source>
        <translation>有了读数就能出账，到时重新试算。</translation>
    </message>
    <message>
        <source>The reading was rejected: it wants a new one.</source>
        <translation>读数已作废，需要重新抄表。</translation>
    </message>
    <message>
        <source>No price is in force for it on that day: finance activates one.</source>
        <translation>当天没有生效的价格，请财务启用。</translation>
    </message>
    <message>
        <source>There is nothing newer than its last bill.</source>
        <translation>上次账单之后没有新读数。</translation>
    </message>
    <message>
        <source>The dial stands below what was billed: have it read again.</source>
        <translation>表底低于已出账的止码，请重抄。</translation>
    </message>
    <message>
        <source>No use</source>
        <translation>零用量</translation>
    </message>
    <message>
        <source>First bill</source>
        <translation>首次账单</translation>
    </message>
    <message>
        <source>%1 times the last</source>
        <translation>上期的 %1 倍</translation>
    </message>
    <message>
        <source>Input changed</source>
        <translation>输入已变</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已开账</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>已试算</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核算</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>开账中</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未抄到</translation>
    </message>
    <message>
        <source>Doubtful reading</source>
        <translation>读数存疑</translation>
    </message>
    <message>
        <source>Rejected reading</source>
        <translation>读数作废</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>Billed already</source>
        <translation>已出过账</translation>
    </message>
    <message>
        <source>Dial went back</source>
        <translation>表底倒走</translation>
    </message>
    <message>
        <source>Meter %1 stood at %2 on %3: %4.</source>
        <translation>表 %1 在 %3 的读数是 %2：%4。</translation>
    </message>
    <message>
        <source>Meter %1 stood at %2 on %3.</source>
        <translation>表 %1 在 %3 的读数是 %2。</translation>
    </message>
    <message>
        <source>Meter %1 has no reading since %2.</source>
        <translation>表 %1 自 %2 起没有读数。</translation>
    </message>
    <message>
        <source>No meter hangs there.</source>
        <translation>那里没有挂表。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after another</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>户名</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>This bill</source>
        <translation>本期（元）</translation>
    </message>
    <message>
        <source>Bill before</source>
        <translation>上期（元）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Its prices contradict each other about the days between its two readings: see their policies.</source>
        <translation>几个价格版本对两次读数之间的日子规定互相矛盾：请查看其计费政策。</translation>
    </message>
    <message>
        <source>The tariff asks for something the account does not say: add it to its terms.</source>
        <translation>价格需要的某项资料账户没有：请补到账户的计费条件里。</translation>
    </message>
    <message>
        <source>Its tariff wants the meter read on the day of the new price: bring in that day&apos;s reading.</source>
        <translation>该价格要求在调价当日抄表：请补录当日读数。</translation>
    </message>
    <message>
        <source>Interval divided</source>
        <translation>区间被分割</translation>
    </message>
    <message>
        <source>Fact missing</source>
        <translation>缺少资料</translation>
    </message>
    <message>
        <source>Not read on the day of change</source>
        <translation>调价日未抄表</translation>
    </message>
    <message>
        <source>It pays when it buys: there is nothing to bill.</source>
        <translation>该户先购后用，没有可开的账单。</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>预付费户</translation>
    </message>
    <message>
        <source>Its supply is suspended and billed until then: there is nothing to bill.</source>
        <translation>已报停，停用前的用量已出账：没有可出账的内容。</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>报停</translation>
    </message>
    <message>
        <source>It shares the loss of a master meter: have that meter, and all behind it, read.</source>
        <translation>该户分摊总表损耗：请抄总表和其后的各户表。</translation>
    </message>
    <message>
        <source>What its meter counts is billed to those behind it.</source>
        <translation>其总表的计量由其后各户分摊出账。</translation>
    </message>
    <message>
        <source>Master not read</source>
        <translation>总表未抄</translation>
    </message>
    <message>
        <source>Billed to others</source>
        <translation>由他户分摊</translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已清点</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已交班</translation>
    </message>
</context>
<context>
    <name>TariffTemplate</name>
    <message>
        <source>beyond: %1</source>
        <translation>以上：%1</translation>
    </message>
    <message>
        <source>to %1 %2: %3</source>
        <translation>%1 %2 以内：%3</translation>
    </message>
    <message>
        <source>%1 a %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>TariffWords</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>in force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>price order</source>
        <translation>价格文件</translation>
    </message>
    <message>
        <source>step of the dial</source>
        <translation>计费步长</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>ladder cycle</source>
        <translation>阶梯周期</translation>
    </message>
    <message>
        <source>begins anew on</source>
        <translation>重新起算日</translation>
    </message>
    <message>
        <source>form of the ladder</source>
        <translation>分档方式</translation>
    </message>
    <message>
        <source>when the price changes</source>
        <translation>调价时</translation>
    </message>
    <message>
        <source>when a new cycle begins</source>
        <translation>跨周期时</translation>
    </message>
    <message>
        <source>rounding of limits</source>
        <translation>上限取整</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>name on papers</source>
        <translation>单据上的名称</translation>
    </message>
    <message>
        <source>counted by</source>
        <translation>计量</translation>
    </message>
    <message>
        <source>whose money</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>share of the use</source>
        <translation>计费比例</translation>
    </message>
    <message>
        <source>what is rounded</source>
        <translation>取整范围</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>inside the price</source>
        <translation>价内</translation>
    </message>
    <message>
        <source>household rule</source>
        <translation>人口规则</translation>
    </message>
    <message>
        <source>register</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>season or category</source>
        <translation>季节或类别</translation>
    </message>
    <message>
        <source>limit of band</source>
        <translation>段上限</translation>
    </message>
    <message>
        <source>table of band</source>
        <translation>段内分档</translation>
    </message>
    <message>
        <source>the price of the reading&apos;s day</source>
        <translation>按抄表日的价格</translation>
    </message>
    <message>
        <source>divided by days</source>
        <translation>按天数分摊</translation>
    </message>
    <message>
        <source>by a reading at the change</source>
        <translation>按调价日读数</translation>
    </message>
    <message>
        <source>all to the cycle of the reading&apos;s day</source>
        <translation>全部归抄表日所在周期</translation>
    </message>
    <message>
        <source>all to the old cycle</source>
        <translation>全部归旧周期</translation>
    </message>
    <message>
        <source>one price</source>
        <translation>单一价格</translation>
    </message>
    <message>
        <source>each unit at the price of its tier</source>
        <translation>各档用量按各档单价</translation>
    </message>
    <message>
        <source>all units at the price of the band</source>
        <translation>全部用量按所在段单价</translation>
    </message>
    <message>
        <source>a table of its own for each band</source>
        <translation>各段各有分档表</translation>
    </message>
    <message>
        <source>own income</source>
        <translation>本企业收入</translation>
    </message>
    <message>
        <source>fee collected on behalf</source>
        <translation>代征费</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>two months</source>
        <translation>两个月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>half a year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>price in tier %1, %2</source>
        <translation>第 %1 档单价，%2</translation>
    </message>
    <message>
        <source>price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>price in tier %1</source>
        <translation>第 %1 档单价</translation>
    </message>
    <message>
        <source>price at %1</source>
        <translation>%1 时的单价</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the charge %1</source>
        <translation>费用项目“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>no use</source>
        <translation>无用量</translation>
    </message>
    <message>
        <source>the first step</source>
        <translation>第一个计费步</translation>
    </message>
    <message>
        <source>below limit %1</source>
        <translation>第 %1 档上限之下</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>第 %1 档上限</translation>
    </message>
    <message>
        <source>above limit %1</source>
        <translation>第 %1 档上限之上</translation>
    </message>
    <message>
        <source>last day of the cycle</source>
        <translation>周期最后一天</translation>
    </message>
    <message>
        <source>first day of the cycle</source>
        <translation>周期第一天</translation>
    </message>
    <message>
        <source>day before the change</source>
        <translation>调价前一天</translation>
    </message>
    <message>
        <source>day of the change</source>
        <translation>调价当天</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>未证明</translation>
    </message>
    <message>
        <source>Proved, waits</source>
        <translation>已证明，待启用</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>待生效</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>limit of tier %1</source>
        <translation>第 %1 档上限</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>The total never falls when more is used.</source>
        <translation>总额处处不减。</translation>
    </message>
    <message>
        <source>The total falls though more is used.</source>
        <translation>用量增加而总额减少。</translation>
    </message>
    <message>
        <source>It is continuous at every limit.</source>
        <translation>界限处连续。</translation>
    </message>
    <message>
        <source>It jumps at a limit.</source>
        <translation>界限处有跳变。</translation>
    </message>
    <message>
        <source>It jumps where the form of the tariff means it:</source>
        <translation>按分档方式本来就有的跳变：</translation>
    </message>
    <message>
        <source>%1 at %2 %3.</source>
        <translation>%2 %3 处 %1。</translation>
    </message>
    <message>
        <source>Ladder: %1</source>
        <translation>分档：%1</translation>
    </message>
    <message numerus="yes">
        <source>Counted over %n months, anew on %1-%2</source>
        <translation>
            <numerusform>每 %n 个月累计，%1-%2 起重新计</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted per bill, limits of %n days</source>
        <translation>
            <numerusform>每张账单单独计，上限按 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted per bill, limits of %n months</source>
        <translation>
            <numerusform>每张账单单独计，上限按 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Price change: %1</source>
        <translation>调价：%1</translation>
    </message>
    <message>
        <source>New cycle: %1</source>
        <translation>跨周期：%1</translation>
    </message>
    <message>
        <source>Dials are billed in steps of %1</source>
        <translation>读数按 %1 的步长计费</translation>
    </message>
    <message>
        <source>the net is rounded, the tax is the rest</source>
        <translation>先舍入不含税额，余数为税额</translation>
    </message>
</context>
<context>
    <name>TerminalWords</name>
    <message>
        <source>The meter did not answer</source>
        <translation>表没有应答</translation>
    </message>
    <message>
        <source>The concentrator was not connected</source>
        <translation>集中器没有连接</translation>
    </message>
    <message>
        <source>The concentrator is not admitted</source>
        <translation>集中器未经准入</translation>
    </message>
    <message>
        <source>The device refused</source>
        <translation>设备拒绝</translation>
    </message>
    <message>
        <source>The answer was damaged</source>
        <translation>应答已损坏</translation>
    </message>
    <message>
        <source>It cannot be asked as it is filed</source>
        <translation>按档案无法抄读</translation>
    </message>
    <message>
        <source>Read, but not stored in time</source>
        <translation>已抄到，未及时入库</translation>
    </message>
    <message>
        <source>The run was cancelled</source>
        <translation>抄表任务已取消</translation>
    </message>
    <message>
        <source>Run begun</source>
        <translation>抄表已开始</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未抄过</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部抄到</translation>
    </message>
    <message>
        <source>None read</source>
        <translation>全部未抄到</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 只未抄到</numerusform>
        </translation>
    </message>
    <message>
        <source>Concentrator, 376.1</source>
        <translation>集中器，376.1</translation>
    </message>
    <message>
        <source>DTU</source>
        <translation>DTU</translation>
    </message>
    <message>
        <source>All meters</source>
        <translation>全部表具</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>表册 %1</translation>
    </message>
    <message>
        <source>Concentrator %1</source>
        <translation>集中器 %1</translation>
    </message>
    <message>
        <source>Meter %1</source>
        <translation>表 %1</translation>
    </message>
</context>
<context>
    <name>TestPage</name>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>This is a test page, not a receipt</source>
        <translation>这是测试页，不是收费凭证</translation>
    </message>
    <message>
        <source>Nothing was paid. When this can be read, the printer works.</source>
        <translation>没有收款。能看清这一行，打印机就是好的。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>TimelineRows</name>
    <message>
        <source>Bill %1: %2</source>
        <translation>账单 %1：%2</translation>
    </message>
    <message>
        <source>%1 %2, due on %3</source>
        <translation>%1 %2，截止 %3</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <translation>缴费 %1</translation>
    </message>
    <message>
        <source>receipt %1, reversed later</source>
        <translation>凭证 %1，后来冲正</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>凭证 %1</translation>
    </message>
    <message>
        <source>Given back %1</source>
        <translation>退还 %1</translation>
    </message>
    <message>
        <source>Reading %1 doubted</source>
        <translation>读数 %1 待复核</translation>
    </message>
    <message>
        <source>Reading %1 accepted</source>
        <translation>读数 %1 复核采用</translation>
    </message>
    <message>
        <source>Reading %1 rejected</source>
        <translation>读数 %1 复核不采用</translation>
    </message>
    <message>
        <source>it is billed</source>
        <translation>按此计费</translation>
    </message>
    <message>
        <source>a new one is needed</source>
        <translation>需要重新抄表</translation>
    </message>
    <message>
        <source>Meter %1 hung up</source>
        <translation>装表 %1</translation>
    </message>
    <message>
        <source>start register %1</source>
        <translation>底数 %1</translation>
    </message>
    <message>
        <source>Meter exchanged</source>
        <translation>换表</translation>
    </message>
    <message>
        <source>%1 at %2, then %3 from %4</source>
        <translation>%1 止 %2，%3 起 %4</translation>
    </message>
    <message>
        <source>Disconnection notice served</source>
        <translation>中止供应通知书已送达</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>欠费 %1</translation>
    </message>
    <message>
        <source>Supply flag set: %1</source>
        <translation>供应标志：%1</translation>
    </message>
    <message>
        <source>Supply flag taken away: %1</source>
        <translation>取消供应标志：%1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>%1, meter %2</source>
        <translation>%1，表号 %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Transferred: %1, before %2</source>
        <translation>过户：现户主%1，前户主%2</translation>
    </message>
    <message>
        <source>the ladder begins anew</source>
        <translation>阶梯重新计档</translation>
    </message>
    <message>
        <source>the ladder goes on</source>
        <translation>阶梯连续计档</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>已销户</translation>
    </message>
    <message>
        <source>the meter was taken down</source>
        <translation>表具已拆回</translation>
    </message>
    <message>
        <source>the meter stays</source>
        <translation>表具留在原处</translation>
    </message>
    <message>
        <source>Supply suspended</source>
        <translation>报停</translation>
    </message>
    <message>
        <source>as the customer wished; nothing is billed until it is resumed</source>
        <translation>用户申请；复用前不出账</translation>
    </message>
    <message>
        <source>Supply resumed</source>
        <translation>复用</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>My shift</source>
        <translation>我的班次</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>未开班</translation>
    </message>
    <message>
        <source>Day close opens one at this seat.</source>
        <translation>到日结页开班。</translation>
    </message>
    <message>
        <source>The shift at this seat</source>
        <translation>本窗口的班次</translation>
    </message>
    <message>
        <source>Open since %1.</source>
        <translation>%1 开班。</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已清点</translation>
    </message>
    <message>
        <source>At %1; a lead closes it.</source>
        <translation>%1 清点，等班长交班。</translation>
    </message>
    <message>
        <source>My shift, since %1</source>
        <translation>我的班次，%1 开班</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>凭证 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt paper(s) left</source>
        <translation>
            <numerusform>空白凭证余 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken today at all seats</source>
        <translation>今天各窗口收款</translation>
    </message>
    <message>
        <source>shifts: %1 open, %2 counted, %3 closed</source>
        <translation>班次：开班 %1，已清点 %2，已交班 %3</translation>
    </message>
    <message>
        <source>Meters read</source>
        <translation>抄表率</translation>
    </message>
    <message>
        <source>%1 of %2, last run %3</source>
        <translation>抄到 %1 / %2 只，上次抄表 %3</translation>
    </message>
    <message>
        <source>Next new price</source>
        <translation>下次调价</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1，还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>My billing runs</source>
        <translation>我的出账批次</translation>
    </message>
    <message>
        <source>Computed; a second person checks them.</source>
        <translation>已试算，等第二人核算。</translation>
    </message>
    <message>
        <source>Commands under way</source>
        <translation>执行中的指令</translation>
    </message>
    <message>
        <source>Approved, and not known to be done.</source>
        <translation>已批准，还不知道办成没有。</translation>
    </message>
    <message>
        <source>Next working day</source>
        <translation>下一个工作日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message>
        <source>price of %1, tier %2, %3</source>
        <translation>%1 第 %2 阶梯单价，%3</translation>
    </message>
    <message>
        <source>price of %1, %2</source>
        <translation>%1 单价，%2</translation>
    </message>
    <message>
        <source>rate of %1, tier %2</source>
        <translation>%1 第 %2 阶梯费率</translation>
    </message>
    <message>
        <source>rate of %1</source>
        <translation>%1 费率</translation>
    </message>
    <message>
        <source>tax rate of %1</source>
        <translation>%1 税率</translation>
    </message>
    <message>
        <source>number for %1, per %2</source>
        <translation>%1 的计费数量，每 %2</translation>
    </message>
    <message>
        <source>factor of %1, %2</source>
        <translation>%1 的系数，%2</translation>
    </message>
    <message>
        <source>limit of the total: %1</source>
        <translation>总额限值：%1</translation>
    </message>
    <message>
        <source>share of the volume for %1</source>
        <translation>%1 的计费水量比例</translation>
    </message>
    <message>
        <source>upper bound of band %1 of %2</source>
        <translation>%2 第 %1 档上限</translation>
    </message>
    <message>
        <source>upper bound of tier %1 of band %2</source>
        <translation>第 %2 档第 %1 阶梯上限</translation>
    </message>
    <message>
        <source>upper bound of tier %1</source>
        <translation>第 %1 阶梯上限</translation>
    </message>
    <message>
        <source>bound without people of tier %1</source>
        <translation>第 %1 阶梯不计人口的上限</translation>
    </message>
    <message>
        <source>addition to the bound of tier %1</source>
        <translation>第 %1 阶梯上限增加量</translation>
    </message>
    <message>
        <source>addition per person of tier %1</source>
        <translation>第 %1 阶梯每人增加量</translation>
    </message>
    <message>
        <source>the table of a band begins at nothing</source>
        <translation>本档阶梯从零起算</translation>
    </message>
    <message>
        <source>people counted for the ladder</source>
        <translation>阶梯计算人口</translation>
    </message>
    <message>
        <source>people the bound already holds for</source>
        <translation>基数已含人口</translation>
    </message>
    <message>
        <source>months with %1 people</source>
        <translation>%1 人的月数</translation>
    </message>
    <message>
        <source>homes behind the meter</source>
        <translation>合表户数</translation>
    </message>
    <message>
        <source>months or days the ladder holds for</source>
        <translation>阶梯适用的月数或天数</translation>
    </message>
    <message>
        <source>months or days its bounds are stated for</source>
        <translation>阶梯上限对应的月数或天数</translation>
    </message>
    <message>
        <source>free quantity</source>
        <translation>免费用量</translation>
    </message>
    <message>
        <source>what is free is given back</source>
        <translation>免费用量予以扣回</translation>
    </message>
    <message>
        <source>a rebate is given back</source>
        <translation>优惠予以扣回</translation>
    </message>
    <message>
        <source>meter %1, %2: dial billed up to</source>
        <translation>表 %1（%2）：上次计费示数</translation>
    </message>
    <message>
        <source>meter %1, %2: dial read</source>
        <translation>表 %1（%2）：本次抄见示数</translation>
    </message>
    <message>
        <source>meter %1, %2: multiplier</source>
        <translation>表 %1（%2）：倍率</translation>
    </message>
    <message>
        <source>meter %1, %2: range of the dial, which rolled over</source>
        <translation>表 %1（%2）：翻表，量程</translation>
    </message>
    <message>
        <source>nothing counted, %1</source>
        <translation>未计量，%1</translation>
    </message>
    <message>
        <source>no register is billed</source>
        <translation>没有计费示数</translation>
    </message>
    <message>
        <source>position on the ladder before this bill, %1</source>
        <translation>本期之前的阶梯累计用量，%1</translation>
    </message>
    <message>
        <source>no ladder window</source>
        <translation>无阶梯周期</translation>
    </message>
    <message>
        <source>%1, cut to whole %2</source>
        <translation>%1，舍去 %2 以下</translation>
    </message>
    <message>
        <source>%1, rounded to %2</source>
        <translation>%1，取整到 %2</translation>
    </message>
    <message>
        <source>because: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>days from %1 to %2</source>
        <translation>%1 至 %2 的天数</translation>
    </message>
    <message>
        <source>share of the use</source>
        <translation>占用量的比例</translation>
    </message>
    <message>
        <source>all of the use</source>
        <translation>全部用量</translation>
    </message>
    <message>
        <source>counted by the sub-meter</source>
        <translation>分表计量</translation>
    </message>
    <message>
        <source>agreed quantity</source>
        <translation>约定的定量</translation>
    </message>
    <message>
        <source>use of which nothing is charged</source>
        <translation>不计费的用量</translation>
    </message>
    <message>
        <source>counted by the master meter</source>
        <translation>总表计量</translation>
    </message>
    <message>
        <source>counted by the meters behind it</source>
        <translation>其后各表计量之和</translation>
    </message>
    <message>
        <source>loss where the meters behind counted more</source>
        <translation>各表之和不少于总表时的损耗</translation>
    </message>
    <message>
        <source>weight of all who share the loss</source>
        <translation>参与分摊各户的权数合计</translation>
    </message>
    <message>
        <source>weight up to this account</source>
        <translation>到本户为止的权数</translation>
    </message>
    <message>
        <source>weight before this account</source>
        <translation>本户之前的权数</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>book %1: %2</source>
        <translation>表册 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 册</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) to decide on</source>
        <translation>
            <numerusform>待复核读数 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The day %1 is not closed</source>
        <translation>%1 还没有日结</translation>
    </message>
    <message>
        <source>Today is still to be closed</source>
        <translation>今天还没有日结</translation>
    </message>
    <message>
        <source>Nothing of a later day can be closed before it.</source>
        <translation>它不结，后面的日子都不能日结。</translation>
    </message>
    <message>
        <source>When all shifts are closed.</source>
        <translation>各班次交班之后再做。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) to approve</source>
        <translation>
            <numerusform>待审批指令 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for by others; valves wait for a second person. On the command line: %1</source>
        <translation>由他人申请，阀控须第二人审批。在命令行办理：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) to close</source>
        <translation>
            <numerusform>待交班 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawer is counted, and somebody waits to go home.</source>
        <translation>已点钱，等着交班。</translation>
    </message>
    <message numerus="yes">
        <source>%n billing run(s) to check</source>
        <translation>
            <numerusform>待核算批次 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Computed by others.</source>
        <translation>由他人试算。</translation>
    </message>
    <message numerus="yes">
        <source>%n billing run(s) to post</source>
        <translation>
            <numerusform>待开账批次 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked, or stopped while they were posted.</source>
        <translation>已核算，或开账中断。</translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) not read</source>
        <translation>
            <numerusform>未抄到的表 %n 只</numerusform>
        </translation>
    </message>
    <message>
        <source>In the last run of each concentrator.</source>
        <translation>按各集中器最近一次抄表。</translation>
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
    <message>
        <source>Closed on %1</source>
        <translation>%1 销户</translation>
    </message>
    <message>
        <source>Suspended on %1</source>
        <translation>%1 报停</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::AddOperatorForm</name>
    <message>
        <source>Operator number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Give an operator number: 1 to 16 small letters and digits.</source>
        <translation>请给工号：1 到 16 个小写字母和数字。</translation>
    </message>
    <message>
        <source>Give the name as it should stand on lists.</source>
        <translation>请填姓名，名单上就这样写。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::AdministrationPage</name>
    <message>
        <source>Do it</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Approval</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不办</translation>
    </message>
    <message>
        <source>Second person, at this seat</source>
        <translation>第二人，在本窗口</translation>
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
        <source>Confirming …</source>
        <translation>正在确认…</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::AuditSection</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>核对审计链</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Only one action</source>
        <translation>只看一种操作</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>Nobody did this yet.</source>
        <translation>还没有人办过这种操作。</translation>
    </message>
    <message>
        <source>Every action</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Checking the books</source>
        <translation>核对账目</translation>
    </message>
    <message>
        <source>The books or their audit chain do not hold. Found: %1.</source>
        <translation>账目或审计链对不上，共 %1 处。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BackupForm</name>
    <message>
        <source>Back up, and prove it</source>
        <translation>备份和验证</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Database login that may make databases</source>
        <translation>可建数据库的数据库账号</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>账号密码</translation>
    </message>
    <message>
        <source>The backup is opened in a database of its own with it, which is removed again. It is stored nowhere. Without it the backup is only read to its end.</source>
        <translation>用它建一个临时数据库打开备份，用完删除，账号密码不保存。不填时只把备份从头读到尾。</translation>
    </message>
    <message>
        <source>Type where the backup goes, or choose a file.</source>
        <translation>请录入备份文件的位置，或选择文件。</translation>
    </message>
    <message>
        <source>A new file: Ctrl Enter writes the backup into it.</source>
        <translation>新文件：Ctrl Enter 把备份写到这里。</translation>
    </message>
    <message>
        <source>This is a folder: add the name of a file.</source>
        <translation>这是文件夹，请加上文件名。</translation>
    </message>
    <message>
        <source>A backup of %1, proved on %2. F10 proves it again by a drill.</source>
        <translation>%1 的备份，%2 验证过。F10 再做一次恢复演练。</translation>
    </message>
    <message>
        <source>A file of %1 without a proof. F10 proves it by a drill.</source>
        <translation>%1 的文件，没有验证记录。F10 做恢复演练来验证。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BackupReport</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 rows in %2 tables</source>
        <translation>%1 行，%2 张表</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Written, but not proved</source>
        <translation>已写好，没有通过验证</translation>
    </message>
    <message>
        <source>The file is whole, but what is in the database does not hold: see above.</source>
        <translation>文件完整，但数据库里的账目对不上，见上方。</translation>
    </message>
    <message>
        <source>Written, not proved</source>
        <translation>已写好，未验证</translation>
    </message>
    <message>
        <source>It was read to its end and its rows were counted. Opening it in a database of its own wants a database login: give one and run the drill.</source>
        <translation>已从头读到尾并点过行数。要在临时数据库里打开，须填数据库账号，再做恢复演练。</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>It was opened again and verified like the live books; its proof lies beside it.</source>
        <translation>已重新打开，按正式账目的方法核对过，验证记录放在文件旁边。</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>对不上</translation>
    </message>
    <message>
        <source>It was restored, but what is in it does not hold: see above.</source>
        <translation>可以恢复，但其中的账目对不上，见上方。</translation>
    </message>
    <message>
        <source>Read, not proved</source>
        <translation>已读完，未验证</translation>
    </message>
    <message>
        <source>It was read to its end. Restoring it into a database of its own wants a database login.</source>
        <translation>已从头读到尾。要恢复到临时数据库，须填数据库账号。</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>It was restored into a place of its own, verified there and removed again. The live database was not touched.</source>
        <translation>已在另一处恢复、核对并删除，正在使用的数据库没有动过。</translation>
    </message>
    <message>
        <source>It was restored and verified; the file had no proof beside it, now it has. Whether it was changed before, nobody can say.</source>
        <translation>已恢复并核对；文件旁边原来没有验证记录，现在有了。之前是否被改动过，无从得知。</translation>
    </message>
    <message>
        <source>Bills %1</source>
        <translation>账单 %1 笔</translation>
    </message>
    <message>
        <source>Journals %1</source>
        <translation>分录 %1 组</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BackupSection</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Drill: it holds</source>
        <translation>演练：通过</translation>
    </message>
    <message>
        <source>Drill: not proved</source>
        <translation>演练：没有通过</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Backups, restores and drills</source>
        <translation>备份、恢复和演练</translation>
    </message>
    <message>
        <source>from the audit; Enter takes the name of the file</source>
        <translation>取自审计记录；Enter 取用文件名</translation>
    </message>
    <message>
        <source>No backup yet. Ctrl Enter makes one.</source>
        <translation>还没有备份。Ctrl Enter 做一个。</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backup into %1</source>
        <translation>备份到 %1</translation>
    </message>
    <message>
        <source>The books in the backup do not hold. Found: %1.</source>
        <translation>备份中的账目对不上，共 %1 处。</translation>
    </message>
    <message>
        <source>The backup is written.</source>
        <translation>备份已写好。</translation>
    </message>
    <message>
        <source>The drill waits. F10 goes on, Esc stops it.</source>
        <translation>演练已暂停。F10 继续，Esc 停止。</translation>
    </message>
    <message>
        <source>Restoring it into a place of its own and verifying it. Esc stops it.</source>
        <translation>正在另一处恢复并核对。Esc 停止。</translation>
    </message>
    <message>
        <source>Writing the backup and opening it again. Work goes on meanwhile.</source>
        <translation>正在写备份并重新打开核对，不影响办业务。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BillExplanation</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Explain and compare</source>
        <translation>账单说明与对比</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步计算</translation>
    </message>
    <message>
        <source>Enter goes to where a number comes from</source>
        <translation>在数字上按 Enter 转到出处</translation>
    </message>
    <message>
        <source>Why more or less</source>
        <translation>为什么多了或少了</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比账单</translation>
    </message>
    <message>
        <source>Compare with another bill</source>
        <translation>换一笔账单对比</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Worked out twice</source>
        <translation>已独立复算</translation>
    </message>
    <message>
        <source>Does not come out</source>
        <translation>复算不符</translation>
    </message>
    <message>
        <source>It is the account&apos;s only bill: there is nothing to compare it with.</source>
        <translation>该户只有这一笔账单，没有可对比的。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::BillingPage</name>
    <message>
        <source>Book</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>金额</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>挂起 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 posted</source>
        <translation>已开 %1</translation>
    </message>
    <message>
        <source>Compute bills</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Check bills</source>
        <translation>核算</translation>
    </message>
    <message>
        <source>Post bills</source>
        <translation>开账</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>各户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Accounting month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Arrow keys step through the months.</source>
        <translation>用方向键换月。</translation>
    </message>
    <message>
        <source>There are no books. Import the archive first.</source>
        <translation>还没有表册，请先导入档案。</translation>
    </message>
    <message>
        <source>those with a reason first; held ones are kept and block nobody</source>
        <translation>有原因的在前；挂起的留在批次里，不挡其他人</translation>
    </message>
    <message>
        <source>%1, book %2</source>
        <translation>%1，表册 %2</translation>
    </message>
    <message>
        <source>Nothing is computed for this book. F7 computes its bills.</source>
        <translation>这个表册还没有试算，按 F7 试算。</translation>
    </message>
    <message numerus="yes">
        <source>Compute %n again</source>
        <translation>
            <numerusform>重算 %n 户</numerusform>
        </translation>
    </message>
    <message>
        <source>Compute the rest</source>
        <translation>试算其余户</translation>
    </message>
    <message>
        <source>Compute all again</source>
        <translation>全部重算</translation>
    </message>
    <message>
        <source>Go on posting</source>
        <translation>继续开账</translation>
    </message>
    <message numerus="yes">
        <source>Post %n bill(s)</source>
        <translation>
            <numerusform>开账 %n 户</numerusform>
        </translation>
    </message>
    <message>
        <source>Computing book %1</source>
        <translation>试算表册 %1</translation>
    </message>
    <message numerus="yes">
        <source>Computed: %n bill(s), total %1.</source>
        <translation>
            <numerusform>已试算 %n 户，合计 %1 元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check of book %1</source>
        <translation>核算表册 %1</translation>
    </message>
    <message>
        <source>Checked. Ctrl Enter posts the bills.</source>
        <translation>已核算，按 Ctrl Enter 开账。</translation>
    </message>
    <message>
        <source>Posting book %1</source>
        <translation>表册 %1 开账</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1：完成。</translation>
    </message>
    <message>
        <source>Explain and compare</source>
        <translation>账单说明与对比</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CheckCard</name>
    <message>
        <source>audit entries</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>总账</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>device commands</source>
        <translation>设备命令</translation>
    </message>
    <message>
        <source>structure of the database</source>
        <translation>数据库结构</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Nothing was checked since the program was started. The check works everything out again: audit chains, every guarded row, journals, balances, bills and ladders. It changes nothing.</source>
        <translation>程序启动后还没有核对过。核对会全部重算：审计链、受保护的每一行、分录、余额、账单和阶梯，不改动任何数据。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>核对中</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Checking %1. Esc stops it; you may leave this page.</source>
        <translation>正在核对%1。Esc 停止；可以离开本页。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The check was stopped before its end: it says nothing about the books.</source>
        <translation>核对中途停止，不能说明账目对不对。</translation>
    </message>
    <message>
        <source>Checked at %1: %2 bills came out again to the cent, %3 journals.</source>
        <translation>%1 核对：%2 笔账单重算分毫不差，%3 组分录。</translation>
    </message>
    <message>
        <source>Everything holds</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>对不上</translation>
    </message>
    <message>
        <source>%1 Every journal balances, every row is as its audit entry says, and no link of the chains is missing.</source>
        <translation>%1每组分录借贷平衡，每一行都与审计记录相符，审计链没有缺环。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ClosingPanel</name>
    <message>
        <source>%1 is open; the counter takes it as ever.</source>
        <translation>还欠 %1，照常在收费台缴纳。</translation>
    </message>
    <message>
        <source>%1 that was paid ahead is left when the last bill is paid.</source>
        <translation>预存款 %1，付清最后一笔账单后还有余款。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有欠费。</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>销户</translation>
    </message>
    <message>
        <source>The meter stays where it is</source>
        <translation>表具留在原处</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Last dial, if it was not read that day</source>
        <translation>最后示数（当天已抄表可不填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Account %1 of %2 cannot be opened again. %3</source>
        <translation>%2的户号 %1 销户后不能再启用。%3</translation>
    </message>
    <message>
        <source>Write why: &quot;house is pulled down&quot;.</source>
        <translation>请写明原因，例如“房屋拆迁”。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ConcentratorsPage</name>
    <message>
        <source>Concentrator</source>
        <translation>集中器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已抄</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>表具</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Last reading</source>
        <translation>最近读数</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>应抄</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未抄到</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>应抄 %1</translation>
    </message>
    <message>
        <source>not over</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Concentrators</source>
        <translation>集中器</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未抄到</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Unread meters</source>
        <translation>未抄到的表</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>抄表任务</translation>
    </message>
    <message>
        <source>No concentrator is in the archive.</source>
        <translation>档案里没有集中器。</translation>
    </message>
    <message>
        <source>the worst first</source>
        <translation>最差的在前</translation>
    </message>
    <message>
        <source>Latest runs</source>
        <translation>最近的抄表任务</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>还没有抄表任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n meters unread</source>
        <translation>
            <numerusform>%n 只表未抄到</numerusform>
        </translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>%1 有联系</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>%1 of %2 meters read in the run of %3</source>
        <translation>%3 的任务应抄 %2 只，抄到 %1 只</translation>
    </message>
    <message numerus="yes">
        <source>No run has asked all of its %n meters yet.</source>
        <translation>
            <numerusform>它的 %n 只表还没有整体抄过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last heard %1</source>
        <translation>最近联系 %1</translation>
    </message>
    <message>
        <source>Nothing was ever heard from it</source>
        <translation>从未收到它的消息</translation>
    </message>
    <message>
        <source>%1, %2 talks to it now</source>
        <translation>%1，正由 %2 通信</translation>
    </message>
    <message>
        <source>%1, no station talks to it now</source>
        <translation>%1，现在没有主站与它通信</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>No meter hangs behind it.</source>
        <translation>它下面没有表。</translation>
    </message>
    <message>
        <source>Every meter that was asked was read.</source>
        <translation>应抄的表全部抄到。</translation>
    </message>
    <message>
        <source>None of its meters was asked yet.</source>
        <translation>它的表都还没有抄过。</translation>
    </message>
    <message numerus="yes">
        <source>%n meters not read</source>
        <translation>
            <numerusform>%n 只表未抄到</numerusform>
        </translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>全部抄表</translation>
    </message>
    <message>
        <source>Read this concentrator</source>
        <translation>抄这台集中器</translation>
    </message>
    <message>
        <source>Read this meter</source>
        <translation>抄这只表</translation>
    </message>
    <message>
        <source>End the run</source>
        <translation>结束任务</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>报文</translation>
    </message>
    <message>
        <source>%1: %2 read, %3 not read.</source>
        <translation>%1：已抄 %2，未抄 %3。</translation>
    </message>
    <message>
        <source>%1, connected to the station of this seat</source>
        <translation>%1，已连接本机主站</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CorrectionDialog</name>
    <message>
        <source>Account</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Use until now</source>
        <translation>原用量</translation>
    </message>
    <message>
        <source>True use</source>
        <translation>实际用量</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>原金额</translation>
    </message>
    <message>
        <source>True bill</source>
        <translation>应为金额</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Account %1 then has %2 in its favour.</source>
        <translation>户号 %1 更正后余款 %2 元。</translation>
    </message>
    <message>
        <source>Account %1 then owes %2.</source>
        <translation>户号 %1 更正后应交 %2 元。</translation>
    </message>
    <message>
        <source>Correct a bill</source>
        <translation>更正账单</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>更正结果</translation>
    </message>
    <message>
        <source>each bill is taken back and made anew in its own month, at its own price</source>
        <translation>逐笔冲回，按原账期、原单价重新开具</translation>
    </message>
    <message>
        <source>Ctrl Enter works it out; nothing changes yet.</source>
        <translation>按 Ctrl Enter 试算，账单尚未改动。</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Call the second person</source>
        <translation>请第二人确认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Correct the bill of %1</source>
        <translation>更正 %1 账单</translation>
    </message>
    <message>
        <source>Prepare a correction</source>
        <translation>准备更正</translation>
    </message>
    <message>
        <source>In all %1.</source>
        <translation>合计 %1 元。</translation>
    </message>
    <message numerus="yes">
        <source>Correct %n bill(s)</source>
        <translation>
            <numerusform>更正 %n 笔账单</numerusform>
        </translation>
    </message>
    <message>
        <source>Bills that were issued are corrected by two: one prepares it, another looks at it and does it. The bills are taken back and made anew in their own months.</source>
        <translation>已开账单须两人更正：一人准备，另一人核对后执行。原账单冲回，按原账期重新开具。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>更正后</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CorrectionForm</name>
    <message>
        <source>What is true</source>
        <translation>实际情况</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>The dial was not read right</source>
        <translation>示数抄错</translation>
    </message>
    <message>
        <source>People or tariff were not right</source>
        <translation>人口或价目不对</translation>
    </message>
    <message>
        <source>The meter counted wrong</source>
        <translation>表计量不准</translation>
    </message>
    <message>
        <source>It was the meter of another home</source>
        <translation>与别户串表</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>错在哪里</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>how it is known: photo, test report, visit</source>
        <translation>依据：照片、检定报告、上门查看</translation>
    </message>
    <message>
        <source>What the dial showed on %1</source>
        <translation>%1 的实际示数</translation>
    </message>
    <message>
        <source>For readings from this day on</source>
        <translation>从这一天的抄表起</translation>
    </message>
    <message>
        <source>People in the household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>价目</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>多计</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>少计</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>表</translation>
    </message>
    <message>
        <source>After</source>
        <translation>起始日（不含）</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截止日（含）</translation>
    </message>
    <message>
        <source>It counted</source>
        <translation>计量结果</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Account number of the other home</source>
        <translation>另一户的户号</translation>
    </message>
    <message>
        <source>Write how it is known.</source>
        <translation>请填写依据。</translation>
    </message>
    <message>
        <source>Type what the dial showed.</source>
        <translation>请填写实际示数。</translation>
    </message>
    <message>
        <source>Type the day.</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>Type how many people live there; 0 where nobody said.</source>
        <translation>请填写家庭人口；没有申报填 0。</translation>
    </message>
    <message>
        <source>Type the percentage of the test report.</source>
        <translation>请填写检定报告上的误差百分比。</translation>
    </message>
    <message>
        <source>Type the account number of the other home.</source>
        <translation>请填写另一户的户号。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CountPanel</name>
    <message>
        <source>Count the drawer</source>
        <translation>清点钱箱</translation>
    </message>
    <message>
        <source>Enter the count</source>
        <translation>录入点数</translation>
    </message>
    <message>
        <source>Enter: next line</source>
        <translation>Enter 到下一格</translation>
    </message>
    <message>
        <source>Sum counted</source>
        <translation>点数合计</translation>
    </message>
    <message>
        <source>Blind: what should be there is shown after the count. It is entered once; this shift takes nothing more.</source>
        <translation>盲点：点完才显示应有数。点数只录入一次，之后本班不再收款。</translation>
    </message>
    <message>
        <source>Receipt papers to hand back: %1 to %2 (%3)</source>
        <translation>交回收费凭证：%1 至 %2，共 %3 张</translation>
    </message>
    <message>
        <source>No receipt paper is left to hand back.</source>
        <translation>没有剩余的收费凭证要交回。</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Nothing is counted yet. If the drawer is empty, type 0 in one line.</source>
        <translation>还没有点数。钱箱是空的，就在一格里输入 0。</translation>
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
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Card</source>
        <comment>payment method</comment>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Receipt %1, %2, %3</source>
        <translation>收费凭证 %1，%2，%3</translation>
    </message>
    <message>
        <source>Receipt %1 is not printed yet: F11 prints it.</source>
        <translation>收费凭证 %1 还没有打印：按 F11 打印。</translation>
    </message>
    <message>
        <source>When the program ended, a payment of %1 was on its way.</source>
        <translation>程序上次退出时，有一笔 %1 元的收款正在提交。</translation>
    </message>
    <message>
        <source>It was not taken: nothing is booked.</source>
        <translation>这笔没有收成：什么都没有入账。</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开该户</translation>
    </message>
    <message>
        <source>It was taken: receipt %1.</source>
        <translation>这笔已经收妥：收费凭证 %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Its receipt was not printed.</source>
        <translation>收费凭证没有打印。</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印收费凭证</translation>
    </message>
    <message>
        <source>Reversed: give back %1 on the terminal (%2, slip %3).</source>
        <translation>已冲正：请在终端上退回 %1 元（%2，单号 %3）。</translation>
    </message>
    <message>
        <source>Take back who was set aside</source>
        <translation>取回挂起的用户</translation>
    </message>
    <message>
        <source>Transfer or cheque</source>
        <translation>转账、支票</translation>
    </message>
    <message>
        <source>Reversed: %1 goes back through the bank (%2 %3).</source>
        <translation>已冲正：%1 经银行退回（%2 %3）。</translation>
    </message>
    <message>
        <source>Explain and compare</source>
        <translation>账单说明与对比</translation>
    </message>
    <message>
        <source>%1, with late charge %2</source>
        <translation>%1，含违约金 %2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::CustomerPage</name>
    <message>
        <source>Meters</source>
        <translation>表具</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>抄表记录</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>缴费记录</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>重新遮盖</translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找用户</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Why this number</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Print bill again</source>
        <translation>补打账单</translation>
    </message>
    <message>
        <source>Other account</source>
        <translation>另一户号</translation>
    </message>
    <message>
        <source>Use as table</source>
        <translation>用量列表</translation>
    </message>
    <message>
        <source>Use as chart</source>
        <translation>用量图</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>基本资料</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>No meter hangs here or ever did.</source>
        <translation>这里没有装过表。</translation>
    </message>
    <message>
        <source>No bill yet. The first one comes with the first billing run after a reading.</source>
        <translation>还没有账单。抄表后第一次出账时产生。</translation>
    </message>
    <message numerus="yes">
        <source>%n in all; Enter says why</source>
        <translation>
            <numerusform>共 %n 笔，Enter 看怎么算的</numerusform>
        </translation>
    </message>
    <message>
        <source>No reading yet.</source>
        <translation>还没有抄表记录。</translation>
    </message>
    <message>
        <source>No payment yet.</source>
        <translation>还没有缴费记录。</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>还没有事项。</translation>
    </message>
    <message>
        <source>Whose file?</source>
        <translation>看哪位用户？</translation>
    </message>
    <message>
        <source>Type a name, pinyin initials, an account number, an address, a telephone or a meter number above, and press Enter.</source>
        <translation>在上方输入姓名、拼音首字母、户号、地址、电话或表号，再按 Enter。</translation>
    </message>
    <message>
        <source>one customer, one screen</source>
        <translation>一户一屏</translation>
    </message>
    <message>
        <source>Print a bill again</source>
        <translation>补打一笔账单</translation>
    </message>
    <message>
        <source>Copy %1 goes to the printer.</source>
        <translation>第 %1 份已送打印。</translation>
    </message>
    <message>
        <source>The bill goes to the printer.</source>
        <translation>账单已送打印。</translation>
    </message>
    <message>
        <source>Look at personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Look at the bill&apos;s paper</source>
        <translation>预览账单</translation>
    </message>
    <message>
        <source>Take the payment back</source>
        <translation>冲正这笔缴费</translation>
    </message>
    <message>
        <source>Post the reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Reversal of receipt %1</source>
        <translation>冲正凭证 %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>凭证 %1</translation>
    </message>
    <message>
        <source>Reversed; the bills are open again.</source>
        <translation>已冲正，账单重新变成待缴。</translation>
    </message>
    <message>
        <source>Explain and compare</source>
        <translation>账单说明与对比</translation>
    </message>
    <message>
        <source>Correct the bill</source>
        <translation>更正账单</translation>
    </message>
    <message>
        <source>Corrected: the bills were taken back and made anew.</source>
        <translation>已更正：原账单已冲回并重新开具。</translation>
    </message>
    <message>
        <source>Print the settlement sheet</source>
        <translation>打印更正结算单</translation>
    </message>
    <message>
        <source>Transfer to another customer</source>
        <translation>过户</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>销户</translation>
    </message>
    <message>
        <source>%1 The last bill will come to %2.</source>
        <translation>%1最后一笔账单将为 %2。</translation>
    </message>
    <message>
        <source>Transfer the account</source>
        <translation>办理过户</translation>
    </message>
    <message>
        <source>Close it for good</source>
        <translation>确认销户</translation>
    </message>
    <message>
        <source>Transfer of account %1</source>
        <translation>户号 %1 过户</translation>
    </message>
    <message>
        <source>The account is transferred.</source>
        <translation>已过户。</translation>
    </message>
    <message>
        <source>Closing of account %1</source>
        <translation>户号 %1 销户</translation>
    </message>
    <message>
        <source>The account is closed.</source>
        <translation>已销户。</translation>
    </message>
    <message>
        <source>Share the meter</source>
        <translation>共用表具</translation>
    </message>
    <message>
        <source>Share from that day on</source>
        <translation>从这天起分摊</translation>
    </message>
    <message>
        <source>Sharing of the meter of account %1</source>
        <translation>户号 %1 共用表具</translation>
    </message>
    <message>
        <source>The meter is shared.</source>
        <translation>已办理共用表具。</translation>
    </message>
    <message>
        <source>Suspend the supply</source>
        <translation>报停</translation>
    </message>
    <message>
        <source>Resume the supply</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>Resume from that day on</source>
        <translation>从这一天起复用</translation>
    </message>
    <message>
        <source>Suspend after that day</source>
        <translation>这一天之后报停</translation>
    </message>
    <message>
        <source>Suspension of account %1</source>
        <translation>户号 %1 报停</translation>
    </message>
    <message>
        <source>The supply is suspended.</source>
        <translation>已报停。</translation>
    </message>
    <message>
        <source>Resumption of account %1</source>
        <translation>户号 %1 复用</translation>
    </message>
    <message>
        <source>The supply is resumed.</source>
        <translation>已复用。</translation>
    </message>
    <message>
        <source>Share the loss of a master meter</source>
        <translation>总表分摊</translation>
    </message>
    <message>
        <source>Loss of master meter %1</source>
        <translation>总表 %1 的分摊</translation>
    </message>
    <message>
        <source>It is billed so from that day on.</source>
        <translation>已办理，从次日起按此计费。</translation>
    </message>
    <message>
        <source>Late charge</source>
        <translation>违约金</translation>
    </message>
    <message>
        <source>Late charge of account %1</source>
        <translation>户号 %1 的违约金</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>已登记。</translation>
    </message>
    <message>
        <source>Waived: %1.</source>
        <translation>已减免 %1 元。</translation>
    </message>
    <message>
        <source>%1 is waived once a second person approves it: page Late fees, F8.</source>
        <translation>减免 %1 元须另一人批准：违约金页 F8。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DatabaseStep</name>
    <message>
        <source>A file on this computer (SQLite)</source>
        <translation>本机文件（SQLite）</translation>
    </message>
    <message>
        <source>A server (PostgreSQL)</source>
        <translation>服务器（PostgreSQL）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>A file is for one computer. Several seats need a server.</source>
        <translation>文件只供一台电脑使用；多个窗口要用服务器。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Name or address of the server; a host that is not this computer must have a certificate that this computer trusts.</source>
        <translation>服务器的名称或地址；不是本机时，它的证书必须受本机信任。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>An empty one that is there already.</source>
        <translation>事先建好的空库。</translation>
    </message>
    <message>
        <source>Database sign-in</source>
        <translation>数据库登录名</translation>
    </message>
    <message>
        <source>One that may make roles. It is used once, to set up, and kept nowhere.</source>
        <translation>可以建角色的登录名。只在建立时用一次，不保存。</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>登录密码</translation>
    </message>
    <message>
        <source>Key file you brought</source>
        <translation>带来的密钥文件</translation>
    </message>
    <message>
        <source>A copy of the key file of another seat, on a stick for example.</source>
        <translation>别的窗口的密钥文件副本，例如在优盘上。</translation>
    </message>
    <message>
        <source>Seat number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>As the administrator has registered it.</source>
        <translation>系统管理员登记的号码。</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Of anybody who works there, to look for the seat.</source>
        <translation>公司任何一位操作员的工号，用来查找窗口。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Key file here</source>
        <translation>本机密钥文件</translation>
    </message>
    <message>
        <source>The key of telephones and identity numbers. Without it nobody can read them, so keep a copy apart from the backups.</source>
        <translation>电话和证件号码的密钥。没有它谁也读不出来，请另存一份，与备份分开保管。</translation>
    </message>
    <message>
        <source>Where the database of your utility is, and which seat this computer is to be.</source>
        <translation>公司的数据库在哪里，本机是几号窗口。</translation>
    </message>
    <message>
        <source>Where everything is to be kept. Nothing is made before the last step.</source>
        <translation>数据放在哪里。最后一步之前什么都不会建立。</translation>
    </message>
    <message>
        <source>The host is missing.</source>
        <translation>没有填主机。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535; PostgreSQL&apos;s usual one is 5432.</source>
        <translation>端口是 1 至 65535 的数字，PostgreSQL 通常是 5432。</translation>
    </message>
    <message>
        <source>The name of the database is missing.</source>
        <translation>没有填数据库名。</translation>
    </message>
    <message>
        <source>The database sign-in is missing.</source>
        <translation>没有填数据库登录名。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>A seat is a number from 1 to %1.</source>
        <translation>窗口号是 1 至 %1 的数字。</translation>
    </message>
    <message>
        <source>The operator number is missing.</source>
        <translation>没有填工号。</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>没有填密码。</translation>
    </message>
    <message>
        <source>Name the file with its whole path: /home/…/meterhall.db</source>
        <translation>写出文件的完整路径：/home/…/meterhall.db</translation>
    </message>
    <message>
        <source>Name the file with its whole path.</source>
        <translation>写出文件的完整路径。</translation>
    </message>
    <message>
        <source>testing …</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>不通</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>可以使用</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不能使用</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DayEdit</name>
    <message>
        <source>A day is written 2026-11-20 or 1120.</source>
        <translation>日期写成 2026-11-20 或 1120。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DayPanel</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>借方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>贷方</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>库存现金</translation>
    </message>
    <message>
        <source>Receivable</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Prepayment</source>
        <translation>预存款</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>On behalf</source>
        <translation>代征费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>应交税费</translation>
    </message>
    <message>
        <source>Cash over</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>Cash short</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Cash in transit</source>
        <translation>在途现金</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing was posted on this day.</source>
        <translation>这一天没有记账。</translation>
    </message>
    <message>
        <source>Business day %1</source>
        <translation>营业日 %1</translation>
    </message>
    <message>
        <source>seat %1, %2 (%3)</source>
        <translation>%1 号窗口 %2（%3）</translation>
    </message>
    <message>
        <source>of earlier days: %1</source>
        <translation>以前日期的 %1 个</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Every shift is closed.</source>
        <translation>全部班次已交班。</translation>
    </message>
    <message>
        <source>Not closed: %1</source>
        <translation>未交班：%1</translation>
    </message>
    <message>
        <source>Debit and credit agree.</source>
        <translation>借贷平衡。</translation>
    </message>
    <message>
        <source>Entries that do not balance: %1. Call finance.</source>
        <translation>有 %1 笔分录借贷不平，请找财务。</translation>
    </message>
    <message>
        <source>Receipt numbers have no gap.</source>
        <translation>收费凭证连号，无缺号。</translation>
    </message>
    <message>
        <source>Receipt numbers were passed over: %1</source>
        <translation>收费凭证有缺号：%1</translation>
    </message>
    <message>
        <source>The sums of the day are shown when your own drawer is counted.</source>
        <translation>您自己的钱箱点完后，才显示当日合计。</translation>
    </message>
    <message>
        <source>Taken (yuan): %1</source>
        <translation>收款（元）：%1</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Balanced: every drawer held what it should.</source>
        <translation>账款一致：每个钱箱都与应有数相符。</translation>
    </message>
    <message>
        <source>Ready: every difference has a reason and stays on the day report.</source>
        <translation>可以日结：差额都已写明原因，并印在营业厅日报上。</translation>
    </message>
    <message>
        <source>Closed by %1 on %2. Nothing is posted to this day any more.</source>
        <translation>%1 于 %2 日结。这一天不再记账。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已日结</translation>
    </message>
    <message>
        <source>Can be closed</source>
        <translation>可以日结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未日结</translation>
    </message>
    <message>
        <source>Once the day is closed, nothing can be posted to %1 afterwards. The day report is printed with it.</source>
        <translation>日结后，%1 不能再记任何账。同时打印营业厅日报。</translation>
    </message>
    <message>
        <source>The day closes when the points above are settled.</source>
        <translation>以上各项办妥后才能日结。</translation>
    </message>
    <message>
        <source>Close the day %1</source>
        <translation>日结 %1</translation>
    </message>
    <message>
        <source>Payment channels in transit</source>
        <translation>支付渠道在途</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
    <message>
        <source>%1 %2, %3, %4: %5 (receipt %6)</source>
        <translation>%1 %2，%3，%4：%5（凭证 %6）</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the day report</source>
        <translation>
            <numerusform>另有 %n 笔见日报</numerusform>
        </translation>
    </message>
    <message>
        <source>Through the bank (yuan): %1</source>
        <translation>转账和支票（元）：%1</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DayclosePage</name>
    <message>
        <source>Enter the count</source>
        <translation>录入点数</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Print the shift sheet</source>
        <translation>打印交班表</translation>
    </message>
    <message>
        <source>Print the day report again</source>
        <translation>补打营业厅日报</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一日</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Shifts and day</source>
        <translation>班次和日结</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Close the shift of seat %1</source>
        <translation>%1 号窗口交班</translation>
    </message>
    <message>
        <source>Close the day %1</source>
        <translation>日结 %1</translation>
    </message>
    <message>
        <source>Look again  F5</source>
        <translation>刷新  F5</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Count of the drawer</source>
        <translation>钱箱点数</translation>
    </message>
    <message>
        <source>Shift sheet</source>
        <translation>交班表</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一次</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>营业厅日报</translation>
    </message>
    <message>
        <source>The lead closes it here</source>
        <translation>班长在此交班</translation>
    </message>
    <message>
        <source>Nobody closes a shift of their own: the lead looks at the drawer and closes it under their own name. The shift sheet is printed with it.</source>
        <translation>不能给自己的班次交班：由班长看过钱箱，用班长本人的工号交班，同时打印交班表。</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收费员</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>%1 yuan, %2</source>
        <translation>%1 元，%2</translation>
    </message>
    <message>
        <source>Reason of the difference</source>
        <translation>差额原因</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Desk</name>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DialUsesChart</name>
    <message>
        <source>Uses: %1</source>
        <translation>用量：%1</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DrawerPanel</name>
    <message>
        <source>Drawer of this seat</source>
        <translation>本窗口钱箱</translation>
    </message>
    <message>
        <source>No shift is open at this seat.</source>
        <translation>本窗口没有开班。</translation>
    </message>
    <message>
        <source>Today&apos;s books are closed. A shift opens on the next business day.</source>
        <translation>今天已日结，下一营业日再开班。</translation>
    </message>
    <message>
        <source>The shift at this seat is that of %1.</source>
        <translation>本窗口现在是%1的班次。</translation>
    </message>
    <message>
        <source>Open since %1, counted, waiting for the shift lead.</source>
        <translation>%1 开班，已清点，等班长交班。</translation>
    </message>
    <message>
        <source>Open since %1. Work at your own seat, or let this shift be counted and closed first.</source>
        <translation>%1 开班。请到自己的窗口办理，或先让这个班次清点并交班。</translation>
    </message>
    <message>
        <source>Counted. Waiting for the shift lead.</source>
        <translation>已清点，等班长交班。</translation>
    </message>
    <message>
        <source>Your shift is open.</source>
        <translation>您的班次进行中。</translation>
    </message>
    <message>
        <source>Open since %1. The lead closes the shift; then you can open the next one.</source>
        <translation>%1 开班。班长交班后，您可以再开班。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DutiesForm</name>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>没有变更</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::DutyBoxes</name>
    <message>
        <source>, </source>
        <translation>、</translation>
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
    <name>meterhall::ui::ExceptionCard</name>
    <message>
        <source>more likely wrong</source>
        <translation>多半有误</translation>
    </message>
    <message>
        <source>more likely right</source>
        <translation>可能无误</translation>
    </message>
    <message>
        <source>What the rules see</source>
        <translation>规则看到的</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Account %1, meter %2</source>
        <translation>户号 %1，表号 %2</translation>
    </message>
    <message>
        <source>Use by bill, with the month</source>
        <translation>按账单的用量，下方为月份</translation>
    </message>
    <message>
        <source>Use between readings, with the day</source>
        <translation>两次抄表之间的用量，下方为日期</translation>
    </message>
    <message>
        <source>Billed already</source>
        <translation>已出账</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>上期 %1</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>went back</source>
        <translation>倒退</translation>
    </message>
    <message>
        <source>About %1 %2 are usual here for as many days; %3 is not doubted.</source>
        <translation>这户同样天数平常约用 %1 %2，%3 之间不存疑。</translation>
    </message>
    <message>
        <source>A bill reaches this day. What is wrong in it is put right with the next reading.</source>
        <translation>账单已算到这一天，有误由下一次抄表更正。</translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s) tried: nothing seen.</source>
        <translation>
            <numerusform>另试 %n 条规则，未见异常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject and ask for a new reading</source>
        <translation>驳回，要求重抄</translation>
    </message>
    <message>
        <source>The dial as you have it</source>
        <translation>您确认的读数</translation>
    </message>
    <message>
        <source>Why it is not true</source>
        <translation>为什么不可信</translation>
    </message>
    <message>
        <source>How you know it</source>
        <translation>依据是什么</translation>
    </message>
    <message>
        <source>Type the dial.</source>
        <translation>请输入读数。</translation>
    </message>
    <message>
        <source>A few words are needed: they are kept.</source>
        <translation>请写几个字，会留存备查。</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>读数</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ExplainPanel</name>
    <message>
        <source>Read on %1 and %2, issued on %3</source>
        <translation>抄表 %1 至 %2，开账 %3</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>缴费截止日 %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已缴</translation>
    </message>
    <message>
        <source>%1 of %2 is still open</source>
        <translation>应收 %2，还欠 %1</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>未缴 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Price order %1</source>
        <translation>价格文件 %1</translation>
    </message>
    <message>
        <source>This bill</source>
        <translation>这笔账单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::FiguresRow</name>
    <message>
        <source>Owed</source>
        <translation>欠费</translation>
    </message>
    <message>
        <source>Prepayment</source>
        <translation>预存款</translation>
    </message>
    <message>
        <source>Used on this ladder</source>
        <translation>本阶梯周期用量</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>抄表方式</translation>
    </message>
    <message>
        <source>Supply flags</source>
        <translation>供应标志</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is open</source>
        <translation>没有欠费</translation>
    </message>
    <message>
        <source>%1, none overdue</source>
        <translation>%1，都未到期</translation>
    </message>
    <message numerus="yes">
        <source>%1, oldest %n day(s) overdue</source>
        <translation>
            <numerusform>%1，最早逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing paid ahead</source>
        <translation>没有预存</translation>
    </message>
    <message>
        <source>pays the next bill</source>
        <translation>抵下一笔账单</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing keeps the valve open</source>
        <translation>没有停供限制</translation>
    </message>
    <message>
        <source>keeps the valve open</source>
        <translation>不得欠费停供</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>还有%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no ladder</source>
        <translation>不分档</translation>
    </message>
    <message>
        <source>tier %1, %2 until tier %3</source>
        <translation>第%1档，再用 %2 进第%3档</translation>
    </message>
    <message>
        <source>last tier</source>
        <translation>已在最高档</translation>
    </message>
    <message>
        <source>no tariff in force</source>
        <translation>没有生效的价格</translation>
    </message>
    <message>
        <source>%1 against the 12 before</source>
        <translation>比前 12 个月 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n bill(s) before</source>
        <translation>
            <numerusform>前 12 个月 %n 笔共 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s), none before</source>
        <translation>
            <numerusform>%n 笔，此前没有账单</numerusform>
        </translation>
    </message>
    <message>
        <source>No meter</source>
        <translation>没有表</translation>
    </message>
    <message>
        <source>none hangs here</source>
        <translation>此处未装表</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远传</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>上次 %1</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>还没有抄过</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::FinishStep</name>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stood already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未成</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1 from %2, %3</source>
        <translation>%1，%2 起，%3</translation>
    </message>
    <message>
        <source>the folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message>
        <source>the system&apos;s printer</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>Nothing has been made so far. Ctrl Enter does it now; it takes a few seconds.</source>
        <translation>到现在什么都还没有建立。按 Ctrl Enter 开始，几秒钟完成。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>a new utility, seat 1</source>
        <translation>新建公司，1 号窗口</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Afterwards copy the key file to a stick and keep it apart from the backups: without it nobody can read telephones and identity numbers again, and every further seat needs a copy.</source>
        <translation>完成后请把密钥文件复制到优盘，与备份分开保管：没有它，电话和证件号码再也读不出来；每增加一个窗口也要一份副本。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, a day begins at %2:00</source>
        <translation>%1，营业日 %2:00 开始</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>收款主体</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>Tariffs</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后再录</translation>
    </message>
    <message>
        <source>People</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Nothing has been made. Ctrl Enter tries again; Alt ← goes back to change something.</source>
        <translation>什么都没有建立。Ctrl Enter 再试一次；Alt ← 返回修改。</translation>
    </message>
    <message>
        <source>What is ticked stands. Ctrl Enter goes on after it; Alt ← goes back to change something.</source>
        <translation>打勾的已经办好。Ctrl Enter 接着办；Alt ← 返回修改。</translation>
    </message>
    <message>
        <source>Everything stands. Ctrl Enter goes on to the sign-in.</source>
        <translation>全部办好。Ctrl Enter 去登录。</translation>
    </message>
    <message>
        <source>Check and do it</source>
        <translation>核对并执行</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::FirstRunWindow</name>
    <message>
        <source>Meterhall, first start</source>
        <translation>Meterhall 首次启动</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
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
        <source>Go on to the sign-in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>开始建立</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::FramesPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Live frames</source>
        <translation>实时报文</translation>
    </message>
    <message>
        <source>stands still while the focus is in it</source>
        <translation>焦点在此时列表停住</translation>
    </message>
    <message>
        <source>Nothing has crossed a line yet.</source>
        <translation>线路上还没有报文。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::HelpPanel</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>收起帮助</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc 收起</translation>
    </message>
    <message>
        <source>Ctrl K, then ? and a word: looks through the whole help.</source>
        <translation>按 Ctrl K，输入 ? 和一个词，可以在全部帮助里查找。</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>帮助：%1</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::HomePage</name>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>My work now</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>the most urgent first; Enter opens it</source>
        <translation>最急的在前，按 Enter 打开</translation>
    </message>
    <message>
        <source>Nothing waits for you. Ctrl K finds a customer or a page.</source>
        <translation>没有待办。按 Ctrl K 查找用户或页面。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where it was left</source>
        <translation>停在哪里</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>what you were at last; F5 opens the first line</source>
        <translation>刚才做到一半的事；F5 打开第一行</translation>
    </message>
    <message>
        <source>Customers you open and work you leave half-way stand here.</source>
        <translation>打开过的用户和没做完的事列在这里。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::IdentityCard</name>
    <message>
        <source>Identity</source>
        <translation>基本资料</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>Supplied since</source>
        <translation>开始供应</translation>
    </message>
    <message>
        <source>Other accounts</source>
        <translation>其他户号</translation>
    </message>
    <message>
        <source>masked; the shift lead may look</source>
        <translation>已遮盖，收费班长可查看</translation>
    </message>
    <message>
        <source>in no book</source>
        <translation>不在表册</translation>
    </message>
    <message>
        <source>%1, place %2</source>
        <translation>%1 册，序号 %2</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>%1, price order %2</source>
        <translation>%1，价格文件 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>cannot be opened at this seat</source>
        <translation>本窗口无密钥，不能查看</translation>
    </message>
    <message>
        <source>Former holder</source>
        <translation>前户主</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>Shares the meter</source>
        <translation>共用表具</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Shares the loss</source>
        <translation>分摊总表损耗</translation>
    </message>
    <message numerus="yes">
        <source>of master meter %1, with %n others</source>
        <translation>
            <numerusform>总表 %1，与另外 %n 户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::KeyButton</name>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LateChargesPage</name>
    <message>
        <source>For bills of</source>
        <translation>适用账单</translation>
    </message>
    <message>
        <source>Due from</source>
        <translation>截止日起</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>每日费率</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Enter the rule</source>
        <translation>录入规则</translation>
    </message>
    <message>
        <source>Enter a rule</source>
        <translation>录入新规则</translation>
    </message>
    <message>
        <source>Approve the waiver</source>
        <translation>批准减免</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>用户资料</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>No rule: nothing is charged for paying late. F4 enters one.</source>
        <translation>没有规则，逾期不收违约金。按 F4 录入。</translation>
    </message>
    <message>
        <source>No rule: nothing is charged for paying late.</source>
        <translation>没有规则，逾期不收违约金。</translation>
    </message>
    <message>
        <source>Waivers that wait for a second person</source>
        <translation>等另一人批准的减免</translation>
    </message>
    <message>
        <source>No waiver waits.</source>
        <translation>没有待批准的减免。</translation>
    </message>
    <message>
        <source>rules and waivers</source>
        <translation>规则和减免</translation>
    </message>
    <message>
        <source>Enter a rule of the late charge</source>
        <translation>录入违约金规则</translation>
    </message>
    <message>
        <source>Entered. F9 puts it in force, by another person.</source>
        <translation>已录入。由另一人按 F9 启用。</translation>
    </message>
    <message>
        <source>Put the rule from %1 in force</source>
        <translation>启用 %1 起的规则</translation>
    </message>
    <message>
        <source>In force for bills due from %1.</source>
        <translation>已启用，适用于截止日在 %1 起的账单。</translation>
    </message>
    <message>
        <source>Whoever enters a rule does not put it in force: finance compares it with its document and does it under their own name.</source>
        <translation>录入规则的人不能启用：由财务对照文件，用自己的工号启用。</translation>
    </message>
    <message>
        <source>Waive %1 of account %2</source>
        <translation>减免 %1 元，户号 %2</translation>
    </message>
    <message>
        <source>Waived: %1.</source>
        <translation>已减免 %1 元。</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Above the limit of its rule a waiver counts once another person approved it: a shift lead or finance.</source>
        <translation>超过规则限额的减免，须由收费班长或财务中的另一人批准才生效。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LatePanel</name>
    <message>
        <source>Bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>费率</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>违约金</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Late charge</source>
        <translation>违约金</translation>
    </message>
    <message>
        <source>Late charges of today</source>
        <translation>今天的违约金</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>办什么</translation>
    </message>
    <message>
        <source>Of which bill</source>
        <translation>哪笔账单</translation>
    </message>
    <message>
        <source>Amount; empty: all that is charged today</source>
        <translation>金额；不填为今天的全部</translation>
    </message>
    <message>
        <source>Why it stops</source>
        <translation>停计事由</translation>
    </message>
    <message>
        <source>Which stop</source>
        <translation>哪一次停计</translation>
    </message>
    <message>
        <source>Last day without charge</source>
        <translation>停计最后一天</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>送达日期</translation>
    </message>
    <message>
        <source>How that can be proved</source>
        <translation>送达凭据</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>截止 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>停计 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid today, all that is open is charged %1 for being late. It stands in: %2.</source>
        <translation>今天缴清未缴账单，收违约金 %1 元。依据：%2。</translation>
    </message>
    <message>
        <source>Paid today, nothing is charged for being late.</source>
        <translation>今天缴费不收违约金。</translation>
    </message>
    <message>
        <source>Nothing of it was waived or stopped.</source>
        <translation>没有减免或停计过。</translation>
    </message>
    <message>
        <source>bill %1</source>
        <translation>%1 账单</translation>
    </message>
    <message>
        <source>this account</source>
        <translation>本户</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Stopped for %1, %2. %3: %4</source>
        <translation>停计：%1，%2。%3：%4</translation>
    </message>
    <message>
        <source>%1 (waits for a second person)</source>
        <translation>%1（待另一人批准）</translation>
    </message>
    <message>
        <source>Waive the charge</source>
        <translation>减免违约金</translation>
    </message>
    <message>
        <source>Stop the charge</source>
        <translation>停计违约金</translation>
    </message>
    <message>
        <source>End a stop</source>
        <translation>结束停计</translation>
    </message>
    <message>
        <source>Note a served reminder</source>
        <translation>登记催缴送达</translation>
    </message>
    <message>
        <source>the whole account</source>
        <translation>全户</translation>
    </message>
    <message>
        <source>%1, charged %2</source>
        <translation>%1，违约金 %2</translation>
    </message>
    <message>
        <source>No bill of this account is charged for being late today.</source>
        <translation>本户今天没有收违约金的账单。</translation>
    </message>
    <message>
        <source>Write why it is not asked for.</source>
        <translation>请写减免原因。</translation>
    </message>
    <message>
        <source>Write why the charge stops.</source>
        <translation>请写停计原因。</translation>
    </message>
    <message>
        <source>Write how it can be proved: &quot;signed by the customer&quot;.</source>
        <translation>请写送达凭据，如「本人签收」。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>停计第一天</translation>
    </message>
    <message>
        <source>Last day, or empty</source>
        <translation>最后一天，可不填</translation>
    </message>
    <message>
        <source>a bill that is paid</source>
        <translation>已缴清的账单</translation>
    </message>
    <message>
        <source>Waived %1 of %2: %3</source>
        <translation>减免 %1 元，%2：%3</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LateRuleCard</name>
    <message>
        <source>Put in force it is never changed; another rule may follow on a later day.</source>
        <translation>启用后不能更改；要改就另录一条日期在后的规则。</translation>
    </message>
    <message>
        <source>The rule in words</source>
        <translation>规则内容</translation>
    </message>
    <message>
        <source>No rule is chosen</source>
        <translation>未选规则</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::LateRuleForm</name>
    <message>
        <source>Enter a rule</source>
        <translation>录入新规则</translation>
    </message>
    <message>
        <source>‰</source>
        <translation>‰</translation>
    </message>
    <message>
        <source>Once, whatever the number of days</source>
        <translation>不论天数只收一次</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Fees on behalf are charged too</source>
        <translation>代征费用一并计收</translation>
    </message>
    <message>
        <source>all books</source>
        <translation>全部表册</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>各类用户</translation>
    </message>
    <message>
        <source>the same rate</source>
        <translation>费率相同</translation>
    </message>
    <message>
        <source>for days of later years</source>
        <translation>次年起的天数</translation>
    </message>
    <message>
        <source>when paid in a later year</source>
        <translation>次年及以后缴费的全部天数</translation>
    </message>
    <message>
        <source>after the due day</source>
        <translation>截止日之后</translation>
    </message>
    <message>
        <source>after a reminder</source>
        <translation>催缴送达之后</translation>
    </message>
    <message>
        <source>after the later of both</source>
        <translation>两者中较晚的之后</translation>
    </message>
    <message>
        <source>after the earlier of both</source>
        <translation>两者中较早的之后</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>up</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>down</source>
        <translation>舍去</translation>
    </message>
    <message>
        <source>half to even</source>
        <translation>四舍六入五成双</translation>
    </message>
    <message>
        <source>half down</source>
        <translation>五舍六入</translation>
    </message>
    <message>
        <source>For bills of</source>
        <translation>适用账单</translation>
    </message>
    <message>
        <source>Use class</source>
        <translation>用户类别</translation>
    </message>
    <message>
        <source>Due from</source>
        <translation>截止日起</translation>
    </message>
    <message>
        <source>Document: order or contract</source>
        <translation>文件：价格文件或供用合同</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>每日费率</translation>
    </message>
    <message>
        <source>Rate of other years</source>
        <translation>跨年费率</translation>
    </message>
    <message>
        <source>Other years than that of the due day</source>
        <translation>跨年的哪些天按跨年费率</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>Free days after the due day</source>
        <translation>截止日后免计天数</translation>
    </message>
    <message>
        <source>Which reminder: 1, 2, …</source>
        <translation>第几次催缴：1、2……</translation>
    </message>
    <message>
        <source>At most, of what is owed</source>
        <translation>最多，占欠费</translation>
    </message>
    <message>
        <source>At least, yuan</source>
        <translation>最少，元</translation>
    </message>
    <message>
        <source>Rounded to, yuan</source>
        <translation>取整到，元</translation>
    </message>
    <message>
        <source>How</source>
        <translation>取整方式</translation>
    </message>
    <message>
        <source>Waivers above these yuan wait for a second person</source>
        <translation>减免超过多少元须另一人批准</translation>
    </message>
    <message>
        <source>Name the order or the contract the rule stands in.</source>
        <translation>请写明规则依据的文件或合同。</translation>
    </message>
    <message>
        <source>A rate is a per mille with at most three decimals, such as 0.5.</source>
        <translation>费率是千分数，最多三位小数，如 0.5。</translation>
    </message>
    <message>
        <source>A whole number, %1 or more.</source>
        <translation>请填不小于 %1 的整数。</translation>
    </message>
    <message>
        <source>An amount, or nothing.</source>
        <translation>请填金额，或不填。</translation>
    </message>
    <message>
        <source>It is rounded to a step such as 0.01.</source>
        <translation>请填取整单位，如 0.01。</translation>
    </message>
    <message>
        <source>A per cent, such as 100.</source>
        <translation>请填百分数，如 100。</translation>
    </message>
    <message>
        <source>Books beginning with</source>
        <translation>表册号开头</translation>
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
    <name>meterhall::ui::LossPanel</name>
    <message>
        <source>Share the loss of a master meter</source>
        <translation>总表分摊</translation>
    </message>
    <message>
        <source>It is shared no more</source>
        <translation>终止分摊</translation>
    </message>
    <message>
        <source>What the master counts more than the meters of these accounts is billed to them, on top of their own use.</source>
        <translation>总表比这些户的表多计的量，加在各户自己的用量上计费。</translation>
    </message>
    <message>
        <source>by their use</source>
        <translation>按用量</translation>
    </message>
    <message>
        <source>equally</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>by their area</source>
        <translation>按面积</translation>
    </message>
    <message>
        <source>Number of the master meter</source>
        <translation>总表表号</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>分摊办法</translation>
    </message>
    <message>
        <source>Rounded to</source>
        <translation>每份取整到</translation>
    </message>
    <message>
        <source>Accounts behind it, one a line</source>
        <translation>分摊各户，一行一个户号</translation>
    </message>
    <message>
        <source>Last day as it was</source>
        <translation>原办法最后一天</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Each part is rounded to a step above zero, such as 0.01.</source>
        <translation>每份取整的单位应大于零，如 0.01。</translation>
    </message>
    <message>
        <source>Type the number of the master meter.</source>
        <translation>请输入总表表号。</translation>
    </message>
    <message>
        <source>Type the numbers of at least two accounts that share it.</source>
        <translation>请输入至少两个分摊户的户号。</translation>
    </message>
    <message>
        <source>Write on what it rests: &quot;agreement 12&quot;.</source>
        <translation>请写明依据，如「协议 12」。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::MachineStep</name>
    <message>
        <source>A new utility</source>
        <translation>新建公司</translation>
    </message>
    <message>
        <source>One more seat</source>
        <translation>增加窗口</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>This computer does not know yet where it works. A few questions, then it does. What you type is kept until the end, also when you close the window in between; passwords are not.</source>
        <translation>本机还不知道在哪里工作，回答几个问题就好。填过的内容会保留到最后，中途关闭窗口也不丢；密码除外。</translation>
    </message>
    <message>
        <source>A new utility: the database is made, with its first administrator, and this computer is seat 1. You need nothing but, for PostgreSQL, an empty database and a sign-in that may make roles.</source>
        <translation>新建公司：建立数据库和第一位系统管理员，本机为 1 号窗口。不需要准备什么；用 PostgreSQL 时，需要一个空库和一个可以建角色的登录名。</translation>
    </message>
    <message>
        <source>One more seat of a utility that is there: you need a copy of the key file of another seat, the place of the database, and the number of a seat that the administrator has registered for this computer.</source>
        <translation>给已有的公司增加一个窗口：需要别的窗口的密钥文件副本、数据库的位置，以及系统管理员为本机登记的窗口号。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
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
    <message>
        <source>Receipts on a roll of 80 mm or on A5</source>
        <translation>收费凭证用 80 毫米卷纸或 A5 纸</translation>
    </message>
    <message>
        <source>Bills on A5 or on a roll of 80 mm</source>
        <translation>缴费通知单用 A5 纸或 80 毫米卷纸</translation>
    </message>
    <message>
        <source>Printed on a roll of 80 mm from now on.</source>
        <translation>从现在起打印到 80 毫米卷纸。</translation>
    </message>
    <message>
        <source>Printed on A5 from now on.</source>
        <translation>从现在起打印到 A5 纸。</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>That page is not one of yours.</source>
        <translation>您没有这个页面的权限。</translation>
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
    <name>meterhall::ui::NewSecret</name>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>First password again</source>
        <translation>再输一次初始密码</translation>
    </message>
    <message>
        <source>10 characters or more with letters, digits and signs, or a sentence of 16. It must be changed at the next sign-in.</source>
        <translation>至少 10 个字符，含字母、数字和符号，或者一句 16 个字符以上的话。下次登录时须改。</translation>
    </message>
    <message>
        <source>The two are not alike. Type both again.</source>
        <translation>两次输入不一致，请都重新输入。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::OperatorFacts</name>
    <message>
        <source>This is you. Nobody changes his own duties, state or first password: another administrator does.</source>
        <translation>这是您本人。自己的岗位、状态和初始密码不能由自己改，请另一位系统管理员来办。</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Given by somebody else; changed at the next sign-in</source>
        <translation>别人给的，下次登录时须改</translation>
    </message>
    <message>
        <source>His own</source>
        <translation>本人设定</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::OperatorsSection</name>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Add operator</source>
        <translation>新增操作员</translation>
    </message>
    <message>
        <source>Change duties</source>
        <translation>变更岗位</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Give a first password</source>
        <translation>发初始密码</translation>
    </message>
    <message>
        <source>%1 of %2 may sign in</source>
        <translation>%2 人中 %1 人可以登录</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Duties of %1</source>
        <translation>%1 的岗位</translation>
    </message>
    <message>
        <source>First password for %1</source>
        <translation>给 %1 的初始密码</translation>
    </message>
    <message>
        <source>Esc leaves it</source>
        <translation>Esc 放弃</translation>
    </message>
    <message>
        <source>Add this operator</source>
        <translation>新增这个操作员</translation>
    </message>
    <message>
        <source>Take over the duties</source>
        <translation>岗位变更生效</translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation>恢复使用 %1</translation>
    </message>
    <message>
        <source>Deactivate %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Give this password</source>
        <translation>发这个密码</translation>
    </message>
    <message>
        <source>Operator %1</source>
        <translation>操作员 %1</translation>
    </message>
    <message>
        <source>%1 may sign in with the first password.</source>
        <translation>%1 可以用初始密码登录了。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 又可以登录了。</translation>
    </message>
    <message>
        <source>%1 may not sign in any more.</source>
        <translation>%1 不能再登录了。</translation>
    </message>
    <message>
        <source>%1 must change the password at the next sign-in.</source>
        <translation>%1 下次登录时须改密码。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::Page</name>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>As it stands at %1.</source>
        <translation>截至 %1 的情况。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PaperPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ParkedBar</name>
    <message>
        <source>Set aside:</source>
        <translation>挂起：</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PasswordForm</name>
    <message>
        <source>Password until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>10 characters or more</source>
        <translation>至少 10 个字符</translation>
    </message>
    <message>
        <source>5 different characters or more</source>
        <translation>至少 5 个不同的字符</translation>
    </message>
    <message>
        <source>three of these: capitals, small letters, digits, signs; or 16 characters in all</source>
        <translation>大写字母、小写字母、数字、符号占三类，或总长 16 个字符以上</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已做到</translation>
    </message>
    <message>
        <source>not yet kept</source>
        <translation>还没做到</translation>
    </message>
    <message>
        <source>The two new passwords are not the same. Type the second one again.</source>
        <translation>两遍新密码不一样，请把第二遍重新输入。</translation>
    </message>
    <message>
        <source>The password until now is another one. Several wrong tries lock your number for a while.</source>
        <translation>原密码不对。连续输错会把工号锁一段时间。</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>正在修改…</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PasswordPanel</name>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc 收起</translation>
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
    <message>
        <source>This looks like the customer&apos;s payment code. Did the terminal take the money? Ctrl Enter takes it.</source>
        <translation>这像是顾客的付款码。终端上收到钱了吗？按 Ctrl Enter 收款。</translation>
    </message>
    <message>
        <source>The number is missing.</source>
        <translation>还缺号码。</translation>
    </message>
    <message>
        <source>Which bank?</source>
        <translation>哪家银行？</translation>
    </message>
    <message>
        <source>Which day? 2026-11-20 or 1120.</source>
        <translation>哪一天？写成 2026-11-20 或 1120。</translation>
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
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去处理</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PeopleStep</name>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Take into the list</source>
        <translation>加入列表</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>The administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Looks after operators, seats, archive and backups; takes no money and sets no prices.</source>
        <translation>管理操作员、窗口、档案和备份；不收款，不定价。</translation>
    </message>
    <message>
        <source>10 characters or more of three kinds (capital and small letters, digits, signs), or a sentence of 16. Nobody can read it back: not even this program.</source>
        <translation>10 个字符以上，含大写、小写字母、数字、符号中的三种；或 16 个字符以上的一句话。谁也查不回来，本程序也不能。</translation>
    </message>
    <message>
        <source>Further operators</source>
        <translation>其他操作员</translation>
    </message>
    <message>
        <source>May stay empty: the administrator adds people at any time. Their first password is changed at the first sign-in.</source>
        <translation>可以空着，系统管理员随时可以添加。初始密码在首次登录时更改。</translation>
    </message>
    <message>
        <source>Nobody yet. Fill in the fields below; F7 takes them into this list.</source>
        <translation>还没有人。填好下面各格，按 F7 加入列表。</translation>
    </message>
    <message>
        <source>Hand it over in person; it is changed at the first sign-in.</source>
        <translation>当面交给本人，首次登录时更改。</translation>
    </message>
    <message>
        <source>Some may not meet in one person; the program says which.</source>
        <translation>有些岗位不能由一人兼任，程序会指出。</translation>
    </message>
    <message>
        <source>Who may sign in on the first day.</source>
        <translation>第一天谁可以登录。</translation>
    </message>
    <message>
        <source>The review clerk has this number already.</source>
        <translation>核算员已经用了这个工号。</translation>
    </message>
    <message>
        <source>Take this operator into the list with F7, or clear the fields with Esc.</source>
        <translation>按 F7 把这位操作员加入列表，或按 Esc 清空。</translation>
    </message>
    <message>
        <source>%1 has no first password: choose the line, Enter, and type one.</source>
        <translation>%1 没有初始密码：选中这一行按 Enter，再输入。</translation>
    </message>
    <message>
        <source>Two people have the number %1.</source>
        <translation>工号 %1 重复。</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已设定</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>People</source>
        <translation>操作员</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::PrinterStep</name>
    <message>
        <source>The system&apos;s printer</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>A named printer</source>
        <translation>指定打印机</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Papers go to</source>
        <translation>打印到</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>本机没有安装打印机。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Papers become PDF files there: for computers without a printer.</source>
        <translation>票据存为 PDF 文件，供没有打印机的电脑使用。</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Receipts, bills and reports come out of it. It can be changed later in the workplace file.</source>
        <translation>收费凭证、账单和报表从这里打印。以后可以在工作地点文件中更改。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer: choose another way.</source>
        <translation>本机没有安装打印机，请选别的方式。</translation>
    </message>
    <message>
        <source>Name the folder with its whole path.</source>
        <translation>写出文件夹的完整路径。</translation>
    </message>
    <message>
        <source>printing …</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>The test page lies in the folder.</source>
        <translation>测试页已存入文件夹。</translation>
    </message>
    <message>
        <source>The printer has taken the test page. Is it there?</source>
        <translation>打印机已接收测试页。打出来了吗？</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>没有打印</translation>
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
    <name>meterhall::ui::ReadingsPage</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>Waiting readings</source>
        <translation>待复核的读数</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回重抄</translation>
    </message>
    <message>
        <source>Type the dial</source>
        <translation>更正读数</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Tick the likely ones</source>
        <translation>勾选可能无误的</translation>
    </message>
    <message>
        <source>Accept the ticked</source>
        <translation>接受勾选的</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>按原因</translation>
    </message>
    <message>
        <source>By book</source>
        <translation>按表册</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有待复核</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>All books</source>
        <translation>全部表册</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <source>the least doubted first</source>
        <translation>疑点最轻的在前</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n ticked</source>
        <translation>
            <numerusform>接受勾选的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Space ticks a row.</source>
        <translation>空格键勾选一行。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked, %1 together, none billed yet</source>
        <translation>
            <numerusform>勾选 %n 条，用量合计 %1，都还没出账</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked, %1 together; of %2 no use is known</source>
        <translation>
            <numerusform>勾选 %n 条，用量合计 %1；其中 %2 条算不出用量</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this dial</source>
        <translation>采用这个读数</translation>
    </message>
    <message>
        <source>Ctrl Z takes back, until it is billed</source>
        <translation>出账前可用 Ctrl Z 撤回</translation>
    </message>
    <message>
        <source>Accepting %1 of meter %2</source>
        <translation>接受表 %2 的读数 %1</translation>
    </message>
    <message>
        <source>Rejecting %1 of meter %2</source>
        <translation>驳回表 %2 的读数 %1</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>已接受：%1。</translation>
    </message>
    <message>
        <source>Rejected: %1. The account waits for a new reading.</source>
        <translation>已驳回：%1。该户等待重抄。</translation>
    </message>
    <message>
        <source>Dial %1 of meter %2</source>
        <translation>表 %2 的读数 %1</translation>
    </message>
    <message>
        <source>%1 is kept, but the rules doubt it too: it waits here.</source>
        <translation>%1 已存，但规则也对它存疑，仍在这里待复核。</translation>
    </message>
    <message>
        <source>%1 takes its place.</source>
        <translation>已采用 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Accepting %n readings</source>
        <translation>
            <numerusform>接受 %n 条读数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation>
            <numerusform>已接受 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking back what was said of %n readings</source>
        <translation>
            <numerusform>撤回 %n 条读数的复核结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back: waits again.</source>
        <translation>
            <numerusform>已撤回 %n 条，重新待复核。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these are more likely wrong: look at them one by one.</source>
        <translation>这些多半有误，请逐条查看。</translation>
    </message>
    <message>
        <source>Nothing waits here. Ctrl 2 goes to another book.</source>
        <translation>这里没有待复核的读数。Ctrl 2 换一本表册。</translation>
    </message>
    <message>
        <source>Nothing waits: the rules doubt no reading that is not billed.</source>
        <translation>没有待复核：未出账的读数规则都不存疑。</translation>
    </message>
    <message>
        <source>All done: %1 accepted, %2 rejected, %3 corrected.</source>
        <translation>全部完成：接受 %1 条，驳回 %2 条，更正 %3 条。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ReasonForm</name>
    <message>
        <source>Write why. The reason stands in the audit.</source>
        <translation>请写明原因，原因记在审计里。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 may sign in again, with the duties and the password of before.</source>
        <translation>%1 又可以登录，岗位和密码与停用前相同。</translation>
    </message>
    <message>
        <source>%1 may not sign in any more. What was done stays under the number, which nobody else is ever given.</source>
        <translation>%1 不能再登录。办过的业务仍记在这个工号下，工号不会再给别人。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ReplayPanel</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>As billed</source>
        <translation>按账单</translation>
    </message>
    <message>
        <source>By the draft</source>
        <translation>按草案</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>of it tax %1, then %2</source>
        <translation>其中税额 %1，草案 %2</translation>
    </message>
    <message>
        <source>Own income</source>
        <translation>自有收入</translation>
    </message>
    <message>
        <source>Collected on behalf</source>
        <translation>代收费用</translation>
    </message>
    <message>
        <source>Levied by law</source>
        <translation>法定税费</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>Use without a ladder (%1)</source>
        <translation>不分档用量（%1）</translation>
    </message>
    <message>
        <source>Use in tier %1 (%2)</source>
        <translation>第 %1 档用量（%2）</translation>
    </message>
    <message>
        <source>reached by %1 accounts, then by %2</source>
        <translation>用到该档 %1 户，草案 %2 户</translation>
    </message>
    <message>
        <source>use %1</source>
        <translation>用量 %1</translation>
    </message>
    <message>
        <source>%1 accounts, %2 to %3: %4 pay more (together %5, at most %6), %7 pay less (together %8, at most %9)</source>
        <translation>%1 户，%2 至 %3：%4 户多付（共 %5，最多 %6），%7 户少付（共 %8，最多 %9）</translation>
    </message>
    <message>
        <source>%1, %2 the same.</source>
        <translation>%1，%2 户不变。</translation>
    </message>
    <message>
        <source>%1 were never billed and are rated by their readings.</source>
        <translation>其中 %1 户没有账单，按读数计算。</translation>
    </message>
    <message>
        <source>%1 could not be rated and are in no sum.</source>
        <translation>%1 户无法计算，不计入合计。</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Nothing was replayed yet.</source>
        <translation>还没有重放。</translation>
    </message>
    <message>
        <source>Not replayed</source>
        <translation>未重放</translation>
    </message>
    <message>
        <source>A replay rates all bills of the last twelve months again by this version: who pays more, what it brings, and whom each tier covers. It changes nothing.</source>
        <translation>重放把最近十二个月的账单按这个版本重新计算：谁多付、收入变化多少、各档覆盖多少户。不改动任何数据。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The replay was stopped before its end: it says nothing about this version.</source>
        <translation>重放中途停止，不能说明这个版本的任何情况。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>正在重放</translation>
    </message>
    <message>
        <source>%1 of %2 accounts</source>
        <translation>%1 / %2 户</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Replaying: %1. Esc stops it; you may leave this page.</source>
        <translation>正在重放：%1。按 Esc 停止；可以离开本页。</translation>
    </message>
    <message>
        <source>Of an earlier draft</source>
        <translation>是改动前的草案</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>已重放</translation>
    </message>
    <message>
        <source>The draft has changed since %1; replay it again. %2</source>
        <translation>%1 之后草案又有改动，请重新重放。%2</translation>
    </message>
    <message>
        <source>Tier 1 covers %1 % (wanted %2)</source>
        <translation>第一档覆盖 %1 %（要求 %2）</translation>
    </message>
    <message>
        <source>Tiers 1 and 2 cover %1 % (wanted %2)</source>
        <translation>前两档覆盖 %1 %（要求 %2）</translation>
    </message>
    <message>
        <source>%1 accounts pay over 20 more a month</source>
        <translation>%1 户月涨超过 20 元</translation>
    </message>
    <message>
        <source>Replayed: %1</source>
        <translation>已重放：%1</translation>
    </message>
    <message>
        <source>Changed since the replay</source>
        <translation>重放后有改动</translation>
    </message>
    <message>
        <source>Replaying, %1 %</source>
        <translation>正在重放 %1 %</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ResumptionPanel</name>
    <message>
        <source>Resume the supply</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>First day of supply</source>
        <translation>复用的第一天</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Suspended on %1. Bills begin again on that day; what was used meanwhile is on the first one.</source>
        <translation>%1 起报停。从填写的这一天起恢复出账；停用期间的用量计入复用后的第一笔账单。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ReversePanel</name>
    <message>
        <source>The money goes back out of your drawer, and the bills are open again.</source>
        <translation>款从您的钱箱退回，账单重新变成待缴。</translation>
    </message>
    <message>
        <source>No cash goes back: the bank has the money or never paid it. The bills are open again.</source>
        <translation>不退现金：款在银行，或者银行没有付款。账单重新变成待缴。</translation>
    </message>
    <message>
        <source>Give the money back on the terminal. The bills are open again.</source>
        <translation>在终端上退款，账单重新变成待缴。</translation>
    </message>
    <message>
        <source>Take a payment back</source>
        <translation>冲正一笔缴费</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Receipt %1 of %2: %3, %4</source>
        <translation>凭证 %1，%2：%3 元，%4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Write why: &quot;bounced, no funds&quot;.</source>
        <translation>写明原因，例如「退票：存款不足」。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::RowCard</name>
    <message>
        <source>%1 used comes to %2.</source>
        <translation>用量 %1，计 %2 元。</translation>
    </message>
    <message>
        <source>%1 It is the first bill of this account.</source>
        <translation>%1这是该户的第一张账单。</translation>
    </message>
    <message>
        <source>%1 The same as the bill of %2.</source>
        <translation>%1与 %2 的账单相同。</translation>
    </message>
    <message>
        <source>%1 That is %2 more than the bill of %3 (%4).</source>
        <translation>%1比 %3 的账单（%4）多 %2 元。</translation>
    </message>
    <message>
        <source>%1 That is %2 less than the bill of %3 (%4).</source>
        <translation>%1比 %3 的账单（%4）少 %2 元。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Held: %1. %2</source>
        <translation>挂起：%1。%2</translation>
    </message>
    <message>
        <source>Not posted: its reading, price or people changed after it was computed. %1</source>
        <translation>未开账：试算之后读数、价格或人口变了。%1</translation>
    </message>
    <message>
        <source>The selected account</source>
        <translation>选中的户</translation>
    </message>
    <message>
        <source>Select a line to see how it came about.</source>
        <translation>选一行，看它是怎么来的。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::RunCard</name>
    <message numerus="yes">
        <source>Not posted because their input changed: %n account(s), %1. F7 computes them again.</source>
        <translation>
            <numerusform>因输入已变未开账 %n 户：%1。按 F7 重新试算。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>This is the record: %n bill(s) posted, they cannot be changed.</source>
        <translation>
            <numerusform>已开账 %n 户，账单不能再改，这里是记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 F7 computes what was held as a run of its own.</source>
        <translation>%1挂起的户按 F7 另开一个批次试算。</translation>
    </message>
    <message>
        <source>%1 of %2 bills are posted. Esc pauses; you may leave this page.</source>
        <translation>已开账 %1 / %2 户。按 Esc 暂停，可以离开本页。</translation>
    </message>
    <message>
        <source>Paused at %1 of %2 bills. Ctrl Enter goes on.</source>
        <translation>已暂停，开账 %1 / %2 户。按 Ctrl Enter 继续。</translation>
    </message>
    <message>
        <source>Interrupted at %1 of %2 bills: what is posted stays, nothing is posted twice. Ctrl Enter goes on.</source>
        <translation>中断于 %1 / %2 户：已开的账有效，不会重复。按 Ctrl Enter 继续。</translation>
    </message>
    <message numerus="yes">
        <source>There is nothing to bill: %n account(s) are held, with the reason in the list.</source>
        <translation>
            <numerusform>没有可出账的户：挂起 %n 户，原因见下表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the lines with a mark. F8 says that you have checked them.</source>
        <translation>请看带标记的行，核对无误后按 F8。</translation>
    </message>
    <message>
        <source>A second person checks it: not whoever computed.</source>
        <translation>须由另一人核算，试算的人不能核算。</translation>
    </message>
    <message>
        <source>There is nothing to bill; posting only ends the run.</source>
        <translation>没有可出账的户，开账只是结束这个批次。</translation>
    </message>
    <message numerus="yes">
        <source>Posts %n bill(s), total %1; they cannot be changed afterwards.</source>
        <translation>
            <numerusform>将开账 %n 户，合计 %1 元，开账后不能更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) changed since and would be refused: F7 computes them again.</source>
        <translation>
            <numerusform>%n 户的输入已变，开账时会被拒绝，按 F7 重算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is computed yet. F7 computes bills from the newest readings; nothing is owed by that.</source>
        <translation>还没有试算。按 F7 按最新读数试算，试算不产生应收。</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核算</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>开账</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>可出账（户）</translation>
    </message>
    <message>
        <source>Total (yuan)</source>
        <translation>合计（元）</translation>
    </message>
    <message>
        <source>Held accounts</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Of these posted</source>
        <translation>已开账</translation>
    </message>
    <message>
        <source>from the newest readings</source>
        <translation>按最新读数</translation>
    </message>
    <message>
        <source>by a second person</source>
        <translation>由另一人</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation>开账后不能更改</translation>
    </message>
    <message>
        <source>Comparing with the readings</source>
        <translation>正在核对读数</translation>
    </message>
    <message>
        <source>Input unchanged</source>
        <translation>输入未变</translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n 户已变</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SafetyCard</name>
    <message>
        <source>Less than a day ago</source>
        <translation>不到一天</translation>
    </message>
    <message>
        <source>A day ago</source>
        <translation>一天前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Last drill that held</source>
        <translation>最近通过的恢复演练</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1, %2, by %3</source>
        <translation>%1，%2，操作员 %3</translation>
    </message>
    <message>
        <source>Nothing is safe yet: make a backup.</source>
        <translation>还没有备份，请先做一个。</translation>
    </message>
    <message>
        <source>Nobody has tried to restore a backup: run the drill.</source>
        <translation>还没有人试过恢复备份，请做恢复演练。</translation>
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
    <message>
        <source>The help has no such word.</source>
        <translation>帮助里没有这个词。</translation>
    </message>
    <message>
        <source>Customers are not among your duties; &gt; finds pages and commands.</source>
        <translation>您的岗位不查用户；输入 &gt; 找页面和功能。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Receipt %1, %2</source>
        <translation>收费凭证 %1，%2</translation>
    </message>
    <message>
        <source>%1, formerly %2</source>
        <translation>%1，前户主%2</translation>
    </message>
    <message>
        <source>closed on %1; %2</source>
        <translation>%1 已销户；%2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SeatsSection</name>
    <message>
        <source>Seat</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Claimed last</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation>新增窗口</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>The number stands on papers and in every number made at the seat; it is never given twice. The computer there is told it in its workplace file and needs a copy of the key file.</source>
        <translation>窗口号印在票据上，也在窗口产生的每个号码里，不会再给别的窗口。那台电脑在工作站配置文件里写上这个号，并且要有一份密钥文件。</translation>
    </message>
    <message>
        <source>Give a number from 1 to 65,535.</source>
        <translation>请给 1 到 65,535 之间的号码。</translation>
    </message>
    <message>
        <source>Seat %1 is there already: %2.</source>
        <translation>%1 号窗口已经有了：%2。</translation>
    </message>
    <message>
        <source>Give a name people know it by.</source>
        <translation>请填大家叫得出的名称。</translation>
    </message>
    <message>
        <source>Add this seat</source>
        <translation>新增这个窗口</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Seat %1 is added.</source>
        <translation>%1 号窗口已登记。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SharingPanel</name>
    <message>
        <source>the rest</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>sub-meter %1</source>
        <translation>分表 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Share the meter</source>
        <translation>共用表具</translation>
    </message>
    <message>
        <source>Its share</source>
        <translation>分摊方式</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Account %1 is billed all that its meter counts.</source>
        <translation>户号 %1 现按表具全部用量计费。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Type how much of the use it is.</source>
        <translation>请填占多少用量。</translation>
    </message>
    <message>
        <source>More than all of the use cannot be shared.</source>
        <translation>不能超过全部用量。</translation>
    </message>
    <message>
        <source>Type the account number of who shares.</source>
        <translation>请填分摊户号。</translation>
    </message>
    <message>
        <source>Type the tariff of the new account.</source>
        <translation>请填新户号的价目。</translation>
    </message>
    <message>
        <source>Write on what it rests: &quot;agreement 12&quot;.</source>
        <translation>请写明依据，如「协议 12」。</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>比例（%）</translation>
    </message>
    <message>
        <source>quantity of each bill</source>
        <translation>每笔定量</translation>
    </message>
    <message>
        <source>Account that shares</source>
        <translation>分摊户号</translation>
    </message>
    <message>
        <source>Tariff of a new one</source>
        <translation>新开户的价目</translation>
    </message>
    <message>
        <source>Last day as it was; the meter was read</source>
        <translation>原办法最后一天（当天已抄表）</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SheetPanel</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Ladder at</source>
        <translation>已累计</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>末步金额</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>Boundary sheet</source>
        <translation>边界表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %1 proved</source>
        <translation>%1 / %1 已证明</translation>
    </message>
    <message>
        <source>%1 of %2 proved, not enough</source>
        <translation>%1 / %2 已证明，未通过</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ShiftFigures</name>
    <message>
        <source>Counted</source>
        <translation>实点现金</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有现金</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ShiftsPanel</name>
    <message>
        <source>Seat</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收费员</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Reason of the difference</source>
        <translation>差额原因</translation>
    </message>
    <message>
        <source>Close this shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>No shift on this day.</source>
        <translation>这一天没有班次。</translation>
    </message>
    <message>
        <source>Shifts of %1</source>
        <translation>%1 的班次</translation>
    </message>
    <message>
        <source>amounts in yuan</source>
        <translation>金额单位：元</translation>
    </message>
    <message>
        <source>A difference needs a reason. It is printed on the shift sheet.</source>
        <translation>有差额要写明原因，原因印在交班表上。</translation>
    </message>
    <message>
        <source>The drawer is not counted yet: %1 counts it at seat %2.</source>
        <translation>钱箱还没有清点：由%1在 %2 号窗口清点。</translation>
    </message>
    <message>
        <source>Waiting for the shift lead.</source>
        <translation>等班长交班。</translation>
    </message>
    <message>
        <source>Nobody closes a shift of their own. Let another lead close it.</source>
        <translation>不能给自己的班次交班，请另一位班长办理。</translation>
    </message>
    <message>
        <source>Closed by %1 at %2.</source>
        <translation>%1 于 %2 交班。</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1原因：%2</translation>
    </message>
    <message>
        <source>Seat %1, %2</source>
        <translation>%1 号窗口 %2</translation>
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
    <message>
        <source>Choose a password of your own</source>
        <translation>请设定您自己的密码</translation>
    </message>
    <message>
        <source>Somebody else gave you the one you signed in with. What is done at this seat bears your name, so nobody but you should know your password.</source>
        <translation>现在的密码是别人给的。在这个窗口办的业务都记在您名下，密码只应由您一人知道。</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换一个人登录</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SlipFields</name>
    <message>
        <source>Number of the bank&apos;s advice</source>
        <translation>银行回单号</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>到账日期</translation>
    </message>
    <message>
        <source>Take it when the money has arrived: the advice of the bank shows it.</source>
        <translation>看到银行回单、钱已到账再收。</translation>
    </message>
    <message>
        <source>Number of the cheque</source>
        <translation>支票号码</translation>
    </message>
    <message>
        <source>Date on it</source>
        <translation>出票日期</translation>
    </message>
    <message>
        <source>It lies with the papers, not in the drawer. Bounced, it is reversed with the reason.</source>
        <translation>支票与票据一起保管，不放钱箱。退票时写明原因冲正。</translation>
    </message>
    <message>
        <source>Number of the slip</source>
        <translation>小票单号</translation>
    </message>
    <message>
        <source>Take the money on the terminal first. The slip shows that it was taken.</source>
        <translation>先在终端上收款，小票出来说明钱收到了。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>scan it or type it</source>
        <translation>扫描或输入</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StartPanel</name>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Float counted (yuan)</source>
        <translation>备用金（元）</translation>
    </message>
    <message>
        <source>Receipt papers from</source>
        <translation>收费凭证起号</translation>
    </message>
    <message>
        <source>Receipt papers to</source>
        <translation>收费凭证止号</translation>
    </message>
    <message>
        <source>Count the float before you type it. The shift counts for today&apos;s books.</source>
        <translation>先点备用金再录入。本班记入今天的账。</translation>
    </message>
    <message>
        <source>Type the first and the last number of the receipt papers you have received.</source>
        <translation>请输入领到的收费凭证起号和止号。</translation>
    </message>
    <message>
        <source>The last number %1 comes before the first, %2.</source>
        <translation>止号 %1 在起号 %2 之前。</translation>
    </message>
    <message>
        <source>Papers: %1</source>
        <translation>共 %1 张</translation>
    </message>
    <message>
        <source>Count the float and type what is there.</source>
        <translation>请点备用金，输入实点金额。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StationCard</name>
    <message>
        <source>Station of this seat</source>
        <translation>本机主站</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>No station works beside this window: runs are started by meterhall-collector or meterhall-cli read. Write a group [station] with a seat of its own into the workplace file of this computer, and they are started here.</source>
        <translation>本机不带主站：抄表由 meterhall-collector 或 meterhall-cli read 发起。在本机的工作点文件里写上 [station] 一组和它自己的窗口号，就可以在这里发起。</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在抄表</translation>
    </message>
    <message>
        <source>%1: it begins.</source>
        <translation>%1：正在开始。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 read, %4 not read so far.</source>
        <translation>%1：已抄 %2/%3，目前未抄 %4。</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>It signs in at its seat and opens its ports.</source>
        <translation>正在登录自己的窗口号并打开端口。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message numerus="yes">
        <source>%1, port %2 for 376.1 and %3 for DTUs. %n connected.</source>
        <translation>
            <numerusform>%1，376.1 端口 %2，DTU 端口 %3。已连接 %n 台。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>It is open while a reading supervisor or an engineer is signed in.</source>
        <translation>抄表班长或工程人员登录后打开。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StationLine</name>
    <message>
        <source>Reading one book</source>
        <translation>抄一本表册</translation>
    </message>
    <message>
        <source>Reading meter %1</source>
        <translation>抄表 %1</translation>
    </message>
    <message>
        <source>Reading all meters</source>
        <translation>抄全部表</translation>
    </message>
    <message>
        <source>Reading concentrator %1</source>
        <translation>抄集中器 %1</translation>
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
    <message>
        <source>This is seat %1 of %2.</source>
        <translation>这里是%2 %1 号窗口。</translation>
    </message>
    <message>
        <source>This is seat %1 of %2, telephone %3.</source>
        <translation>这里是%2 %1 号窗口，电话 %3。</translation>
    </message>
    <message>
        <source>The database answered within %1 ms.</source>
        <translation>数据库在 %1 毫秒内应答。</translation>
    </message>
    <message>
        <source>The database did not answer.</source>
        <translation>数据库没有应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n 条告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StepForm</name>
    <message>
        <source>A number begins with a small letter and has up to 16 small letters and digits: a01.</source>
        <translation>工号以小写字母开头，最多 16 个小写字母和数字，例如 a01。</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Small letters and digits. It stands on papers instead of the name, and is never given twice.</source>
        <translation>小写字母和数字。印在票据上代替姓名，用过的不再给别人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>没有填姓名。</translation>
    </message>
    <message>
        <source>This is not the same as above.</source>
        <translation>和上面的不一致。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::StepRow</name>
    <message>
        <source>%1, now</source>
        <translation>%1，当前</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1，完成</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::SuspensionPanel</name>
    <message>
        <source>Name the document: &quot;application 17&quot;.</source>
        <translation>请填写依据，如「申请单17」。</translation>
    </message>
    <message>
        <source>Suspend the supply</source>
        <translation>报停</translation>
    </message>
    <message>
        <source>Last day of supply</source>
        <translation>停用前的最后一天</translation>
    </message>
    <message>
        <source>Dial of today, if it was not read</source>
        <translation>今日示数（未抄表时填写）</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Account %1 of %2 is billed to that day, and not again until its supply is resumed.</source>
        <translation>户号 %1（%2）出账到这一天为止，复用前不再出账。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TariffForm</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Price order</source>
        <translation>价格文件</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>in force: %1</source>
        <translation>在用：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TariffStep</name>
    <message>
        <source>The review clerk who enters them</source>
        <translation>录入价格的核算员</translation>
    </message>
    <message>
        <source>Whoever enters prices does not put them in force, and an administrator does neither. The review clerk sits down now and chooses the password; finance activates the drafts later.</source>
        <translation>录入价格的人不能让价格生效，系统管理员两样都不办。请核算员现在自己设定密码；草稿以后由财务生效。</translation>
    </message>
    <message>
        <source>The clerk&apos;s own: it is not changed at the first sign-in.</source>
        <translation>核算员本人的密码，首次登录时不用再改。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再录</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>YYYY-MM-DD; no earlier day is billed with it.</source>
        <translation>YYYY-MM-DD，这一天之前不按它计费。</translation>
    </message>
    <message>
        <source>Price document</source>
        <translation>价格文件</translation>
    </message>
    <message>
        <source>Number of the document that sets these prices; it stands in every explanation of a bill.</source>
        <translation>规定这些价格的文件号，账单的计算说明中都会写出。</translation>
    </message>
    <message>
        <source>Prices to begin with, as drafts. The figures of the templates are examples: compare them with your price document before finance puts them in force. All of it can be done later, too.</source>
        <translation>先录入价格草稿。模板中的数字只是例子：请对照价格文件核对，再由财务生效。也可以全部以后再做。</translation>
    </message>
    <message>
        <source>A day is YYYY-MM-DD: %1</source>
        <translation>日期写成 YYYY-MM-DD：%1</translation>
    </message>
    <message>
        <source>The price document is missing.</source>
        <translation>没有填价格文件。</translation>
    </message>
    <message>
        <source>Tariffs</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TariffsPage</name>
    <message>
        <source>Tariff</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>From</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What does it cost</source>
        <translation>算一算</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Change as a draft</source>
        <translation>起草新版本</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>丢弃草案</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>加一档</translation>
    </message>
    <message>
        <source>Remove the last tier</source>
        <translation>减一档</translation>
    </message>
    <message>
        <source>Tariffs and versions</source>
        <translation>价格与版本</translation>
    </message>
    <message>
        <source>No tariff yet. F6 takes a published one to begin with.</source>
        <translation>还没有价格。按 F6 从已公布的价格开始。</translation>
    </message>
    <message>
        <source>No tariff yet.</source>
        <translation>还没有价格。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Nothing differs from the version before.</source>
        <translation>与前一版本没有差别。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Boundary sheet</source>
        <translation>边界表</translation>
    </message>
    <message>
        <source>What does this use cost</source>
        <translation>用这么多要多少钱</translation>
    </message>
    <message>
        <source>when the ladder stands at</source>
        <translation>已累计用量</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，%2 起</translation>
    </message>
    <message>
        <source>last changed by %1</source>
        <translation>%1 最后修改</translation>
    </message>
    <message>
        <source>entered by %1</source>
        <translation>%1 录入</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are on this tariff</source>
        <translation>
            <numerusform>%n 户使用本价格</numerusform>
        </translation>
    </message>
    <message>
        <source>put in force by %1</source>
        <translation>%1 启用</translation>
    </message>
    <message numerus="yes">
        <source>counts in %n days</source>
        <translation>
            <numerusform>%n 天后生效</numerusform>
        </translation>
    </message>
    <message>
        <source>its day is past: bills that are issued keep their prices</source>
        <translation>生效日期已过：已开的账单价格不变</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>There is no version in force before this one.</source>
        <translation>此前没有在用的版本。</translation>
    </message>
    <message>
        <source>Begin a draft from it</source>
        <translation>据此起草</translation>
    </message>
    <message>
        <source>Enter, and ask the second person</source>
        <translation>录入并请第二人启用</translation>
    </message>
    <message>
        <source>Nothing to put in force</source>
        <translation>没有待启用的版本</translation>
    </message>
    <message>
        <source>Ask the second person</source>
        <translation>请第二人启用</translation>
    </message>
    <message>
        <source>Put in force from %1</source>
        <translation>自 %1 起启用</translation>
    </message>
    <message>
        <source>Draft of %1</source>
        <translation>%1 的草案</translation>
    </message>
    <message>
        <source>A draft from %1. It saves itself.</source>
        <translation>自 %1 起的草案，自动保存。</translation>
    </message>
    <message>
        <source>Drop the draft of %1</source>
        <translation>丢弃 %1 的草案</translation>
    </message>
    <message>
        <source>The draft of %1 is dropped.</source>
        <translation>%1 的草案已丢弃。</translation>
    </message>
    <message>
        <source>A draft of %1. It saves itself.</source>
        <translation>%1 的草案，自动保存。</translation>
    </message>
    <message>
        <source>The last change is saved. Look at it, then enter the draft.</source>
        <translation>最后的改动已保存，请看过再录入。</translation>
    </message>
    <message>
        <source>Enter the draft of %1</source>
        <translation>录入 %1 的草案</translation>
    </message>
    <message>
        <source>Put %1 in force</source>
        <translation>启用“%1”</translation>
    </message>
    <message>
        <source>In force from %1.</source>
        <translation>自 %1 起启用。</translation>
    </message>
    <message>
        <source>Whoever enters prices does not put them in force: finance compares them with the price order and does it under their own name.</source>
        <translation>录入价格的人不能自己启用：由财务对照价格文件，以本人名义启用。</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Price order</source>
        <translation>价格文件</translation>
    </message>
    <message numerus="yes">
        <source>%n rows proved</source>
        <translation>
            <numerusform>%n 行已证明</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a tariff</source>
        <translation>导入价格</translation>
    </message>
    <message>
        <source>Tariffs (*.json)</source>
        <translation>价格 (*.json)</translation>
    </message>
    <message>
        <source>%1 is read as a draft.</source>
        <translation>%1 已读为草案。</translation>
    </message>
    <message>
        <source>Export the tariff</source>
        <translation>导出价格</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Choose a row of the boundary sheet, or type some use and press Enter.</source>
        <translation>选边界表的一行，或填一个用量按 Enter，看它是怎么算的。</translation>
    </message>
    <message>
        <source>Bring the draft back</source>
        <translation>恢复草案</translation>
    </message>
    <message>
        <source>The draft of %1 is back.</source>
        <translation>%1 的草案已恢复。</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Outcome of the replay</source>
        <translation>重放结果</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>重放%1</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TemplatePanel</name>
    <message>
        <source>Published tariff</source>
        <translation>已公布的价格</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Price order</source>
        <translation>价格文件</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Seen at %1. %2</source>
        <translation>见于 %1。%2</translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation>请选一个模板。</translation>
    </message>
    <message>
        <source>Give the code by which accounts name the tariff.</source>
        <translation>请填用户档案中引用本价格的代码。</translation>
    </message>
    <message>
        <source>A day is YYYY-MM-DD: 2027-01-01</source>
        <translation>日期格式为 YYYY-MM-DD：2027-01-01</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TierLegend</name>
    <message>
        <source>Tier %1</source>
        <translation>第%1档</translation>
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
    <name>meterhall::ui::TodayCard</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>so far, and what is planned</source>
        <translation>到现在为止，以及接下来的安排</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TraceTree</name>
    <message>
        <source>How it came about</source>
        <translation>计算过程</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::TransferPanel</name>
    <message>
        <source>Transfer to another customer</source>
        <translation>过户</translation>
    </message>
    <message>
        <source>The ladder begins anew</source>
        <translation>阶梯重新计档</translation>
    </message>
    <message>
        <source>What is open goes along</source>
        <translation>欠费随户转走</translation>
    </message>
    <message>
        <source>What was paid ahead goes along</source>
        <translation>预存款随户转走</translation>
    </message>
    <message>
        <source>Customer number, if there is one</source>
        <translation>客户号（已有时填）</translation>
    </message>
    <message>
        <source>Name of the new holder</source>
        <translation>新户主姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Last day of the former holder</source>
        <translation>前户主的最后一天</translation>
    </message>
    <message>
        <source>Dial of today, if it was not read</source>
        <translation>今日示数（已抄表可不填）</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 holds account %2. Bills are cut on that day.</source>
        <translation>户号 %2 现户主%1。账单在这一天断开。</translation>
    </message>
    <message>
        <source>Give the new holder&apos;s name or customer number.</source>
        <translation>请填写新户主的姓名或客户号。</translation>
    </message>
    <message>
        <source>Name the document: &quot;application 17, contract of sale&quot;.</source>
        <translation>请写明文件，例如“过户申请 17、买卖合同”。</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::UseCard</name>
    <message>
        <source>tier %1: %2</source>
        <translation>第%1档 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>tiers restart %1</source>
        <translation>%1 重新计档</translation>
    </message>
    <message>
        <source>meter exchanged</source>
        <translation>换表</translation>
    </message>
    <message>
        <source>%1: no bill</source>
        <translation>%1：无账单</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>Use of 24 months</source>
        <translation>24 个月用量</translation>
    </message>
    <message>
        <source>Nothing was billed in these 24 months.</source>
        <translation>这 24 个月没有账单。</translation>
    </message>
    <message>
        <source>Use of 24 months (%1)</source>
        <translation>24 个月用量（%1）</translation>
    </message>
    <message>
        <source>nothing was billed in these 24 months</source>
        <translation>这 24 个月没有账单</translation>
    </message>
    <message>
        <source>no bill</source>
        <translation>无账单</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::UtilityStep</name>
    <message>
        <source>Hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>The name of the business hall, as it stands on papers.</source>
        <translation>营业厅名称，印在票据上。</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>服务热线</translation>
    </message>
    <message>
        <source>The telephone number on papers; it may stay empty.</source>
        <translation>印在票据上的电话，可以不填。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>It holds for every seat and cannot be changed later.</source>
        <translation>对每个窗口都一样，以后不能更改。</translation>
    </message>
    <message>
        <source>Enter China&apos;s holidays and the days worked in exchange: %1</source>
        <translation>录入中国节假日与调休：%1 年</translation>
    </message>
    <message>
        <source>Code, e.g. gas</source>
        <translation>代码，如 gas</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>公司名称</translation>
    </message>
    <message>
        <source>Book, e.g. 01</source>
        <translation>表册号，如 01</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>抄表员</translation>
    </message>
    <message>
        <source>A business day begins</source>
        <translation>营业日起点</translation>
    </message>
    <message>
        <source>Midnight, unless the day is closed after it. It cannot be changed later either.</source>
        <translation>一般为零点；过了零点才日结的，填相应的整点。以后也不能更改。</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>For due dates. Other days are imported later from a file.</source>
        <translation>用于缴费截止日。其余日期以后从文件导入。</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>收款主体</translation>
    </message>
    <message>
        <source>Who owns the money: gas and water may belong to two. Accounts name them by their code.</source>
        <translation>款项归谁所有：燃气和水可以属于两家公司。各户用代码指明。</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>表册</translation>
    </message>
    <message>
        <source>The walks of the readers. Both lists may stay empty: an imported archive brings its own.</source>
        <translation>抄表员的路线。两张表都可以空着，导入档案时会自带。</translation>
    </message>
    <message>
        <source>What papers say of you, and your time.</source>
        <translation>票据上的名称，以及公司的时间。</translation>
    </message>
    <message>
        <source>What papers printed here say of the place; everything else the database knows.</source>
        <translation>本窗口的票据上印什么，其余的数据库都知道。</translation>
    </message>
    <message>
        <source>The name of the hall is missing: receipts and bills bear it.</source>
        <translation>没有填营业厅名称，收费凭证和账单上要印。</translation>
    </message>
    <message>
        <source>Every line needs both, and no code stands there twice.</source>
        <translation>每行两格都要填，代码不能重复。</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>公司</translation>
    </message>
</context>
<context>
    <name>meterhall::ui::ViolationBar</name>
    <message>
        <source>Audit chain, %1</source>
        <translation>审计链，%1</translation>
    </message>
    <message>
        <source>Structure of the database, %1</source>
        <translation>数据库结构，%1</translation>
    </message>
    <message>
        <source>Journal %1 does not balance</source>
        <translation>分录 %1 借贷不平</translation>
    </message>
    <message>
        <source>Bill %1 differs from its journal</source>
        <translation>账单 %1 与分录不符</translation>
    </message>
    <message>
        <source>Bill %1 does not come out again</source>
        <translation>账单 %1 重算不一致</translation>
    </message>
    <message>
        <source>Balance of account %1 differs from its entries</source>
        <translation>账户 %1 的余额与分录不符</translation>
    </message>
    <message>
        <source>Ladder of bill %1</source>
        <translation>账单 %1 的阶梯</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>班次 %1</translation>
    </message>
    <message>
        <source>Device command %1</source>
        <translation>设备命令 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Change nothing. Keep the database and the last backups as they are, and call the auditor and support: meterhall-cli verify lists everything.</source>
        <translation>先不要改动任何东西，数据库和最近的备份保持原样，通知审计和技术支持；meterhall-cli verify 可列出全部。</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>第一处：%1</translation>
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
