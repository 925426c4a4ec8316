// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_GET_CALLEE"],
  ["OP_NOT_EQUAL"],
  ["OP_GREATER"],
  ["OP_AND"],
  ["OP_TRUE"],
  ["OP_LESS"],
  ["OP_LESS_EQUAL"],
  ["OP_SUBTRACT"],
  ["OP_DIVIDE"],
  ["OP_NEGATE"],
  ["OP_EQUAL"],
  ["OP_ADD"],
  ["OP_NIL"],
  ["OP_DUP"],
  ["OP_JUMP"],
  ["OP_FALSE"],
  ["OP_NOT"],
  ["OP_CONSTANT",0,1,{"list":[]},"alist->hash-table","hash-table-ref: no such key:","sort","with-exception-handler"],
  ["OP_GET_CAPTURED",0,1,2],
  ["OP_CLOSURE"],
  ["OP_POP"],
  ["OP_LOOP",0,1],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_RETURN"],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","apply","car","cdr","cons","fold","for-each","list","map","null?","pair?","reverse","string->list","vector->list","zip"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3n"%spread"oy(
print 2n)9[
call/cc 2n"%continuation"*yM
%dynamic 0+[
%set-dynamic! 2n,9[
%continuation 2^\\xyRH1on$"eq?"E^\\xyzm;"%rewind"EyI!_FnN$[
%rewind 2"%common"^\\xynzR#^\\xyS"eq?"pozm;]"cddr"\`pyyyI"cadr"\`pyyxIJ!H2o$"eq?"nEzm9[!-anyyI]"cddr"\`nyyyI\`\`nyyL$SpnM
dynamic-wind 6\\xTnxI]"%with-winds"qbbnbpqzz^qyzzyIoxU]qyIpxIr[
call-with-values 4_o"%values->list"nxyN
%catch 2\\xR"%handlers"oyS]"%with-handlers"oapy"%catch"{yI\`pynyI"%returned"nM
with-exception-handler 4\\xS]"%with-handlers"pb"%procedure"Dnz"%handlers"pyz"%catch"{yIoxT]pyIq[
raise-continuable 2\\xR"%handlers"oySgpym"raise"nM!]"%with-handlers"oapy"%catch"{yI\`pynyT]oyIq[
%guard 4"call/cc"H2on$"with-exception-handler"H2nE$"call/cc"H2EFn$EH0FGn$EFH0GF$EH0F$"raise-continuable"EM$M$N$M$yL$H0F$ExQH0n$E[$[$N$yL
make-parameter 3goym"%parameter"n<N!"%parameter"\`oyny\`oyN
%parameterize 4\\xSfH2$"%converter"\`nyyRomb\`nyoanyyN!n[$nzT]"%with-parameters"pqzyIoxU]pyIr[
%delay 2"%delay-force"H0n$"%promise"ExM$M
force 2"promise?"nym#"%forced?"nym"%promised"nM!"%promised"nyxR"%forced?"nym;"%force"nozI!J!n[
%case-lambda 1H1n$_"%clause"E"length"nyznN$Ro[
eval 3"%compile"nyL
interaction-environment 09[
environment 19[
= 3oS#gpym1[!n\`py7mapySJ!<[
!= 4no.[
equal? 4no7[
member 5gpymoT#hqy=m<[!n\`qy7mq[!aqyTJ!"find-tail"H2pn$\`EyFnN$oN
assoc 5gpymoT#hqy=m<[!n\`\`qyy7m\`qM!aqyTJ!"find"H2pn$\`EyF\`nyN$oN
%simplest 4"floor"nySnp7:m;Ino7!mn[!p"floor"oy2mp?8[!p?"%simplest"?op45?np45z58[
rationalize 4n"abs"oy4Sn"abs"oy8Tp>/m"%simplest"pqN!q>2m"%simplest"q6p6z6[!pU>VqWrs3st30m>[!pq8[
filter 4oS@T#hpy=miqM!n\`pyymapyb\`pyqzTSJ!apyqTSJ
remove 4oS@T#hpy=miqM!n\`pyymapyqTSJ!apyb\`pyqzTSJ
delete 5gpym"equal?";\`py!T"remove"H2qn$EFnN$oN
delete-duplicates 3goym"equal?";\`oy!SnT@U#hqy=mirM!"any"H2pq$En\`FyN$rzmaqyrUTJ!aqyb\`qyrzUTJ
partition 4oS@T@U#hpy=m"%values"iqyiryN!n\`pyymapyb\`pyqzrUTSJ!apyqb\`pyrzUTSJ
find-tail 4oS#hpy=m<[!n\`pyymp[!apySJ
span 4oS@T#hpy:mIn\`pyy!mapyb\`pyqzTSJ!"%values"iqypN
break 4"span"H2n$Eny=[$oN
take-while 4oS@T#hpy:mIn\`pyy!mapyb\`pyqzTSJ!iqM
drop-while 4oS#hpy:mIn\`pyy!mapySJ!p[
map 5gpymoT@U#hqymaqybn\`qyyrzUTJ!irM!fH2n$_EnN$_lop{N
for-each 5gpymoT#hqymn\`qyyIaqyTJ!9[!dH2n$_EnN$_lop{N
%of-row 2H4n$_E"append"neoyzN$[
fold 7gqympUoV#hrymaryn\`ryszVUJ!s[!c"%of-row"nyo_lpq{O
fold-left 6pToU#hqymaqynr\`qyzUTJ!r[
fold-right 7gqymcnoipyO!c"%of-row"nyoi_lpq{yO
reduce 6hpymcn\`pyapyO!o[
reduce-right 6"reduce"noipyO
append-map 5"fold-right""append"@_fnop|O
flatten 2enyR@S#goymipM!\`oyTaoyUhqymb\`qybaqyrzzpSRJ!gqymrpSRJ!rbqpzSRJ
filter-map 5"filter"H2$n[$_fnop|N
list-tabulate 4fo"iota"nyN
unfold 9qV@W#nsym"append"itygrym@;\`rysy!N!psybosytzWVJ
list-index 4oS>T#hpy=m<[!n\`pyymq[!apyq?8TSJ
find 4oS#hpy=m<[!n\`pyym\`pM!apySJ
any 5gpymoT#hqy=m<[!gaqyymn\`qyM!n\`qyy:m;IaqyTJ![!"any"H2n$_EnN$_lop{N
every 5gpymoT#hqy=m1[!gaqyymn\`qyM!n\`qyymaqyTJ!<[!"every"H2n$_EnN$_lop{N
count 4oS>T#hpy=mq[!n\`pyymapyq?8TSJ!apyqTSJ
%merge 6nT\`nyUoV\`oyW@X#ptrzmasyYbtuzZgvym"append-reverse"wqN!qrv\`vywXWVUTJ!aqyYbruzZgvym"append-reverse"wsN!v\`vystwXWVUTJ
%first-run 4anySe\`nyyT#hpy:mIo\`py\`qyz=!mapyb\`pyqzTSJ!biqypN
sort 4"%procedure"CozI"vector?"nym"list->vector""sort"knyozM!"%list"CnzS@T#hpym"%first-run"pozUaryb\`ryqzTSJ!iqyU@V#hry:mIharyy!m"cddr"ryb"%merge"\`ry"cadr"ryo{szVUK!hsym"append-reverse"srz@VUK!hrym\`rM!@[
vector-map 5"list->vector"_fnkoyfkpz|M
vector-for-each 5_dnkoyfkpzP
vector->string 3"list->string"_kno{M
string->vector 3"list->vector"_jno{M
string-map 5"list->string"_fnjoyfjpz|M
string-for-each 5_dnjoyfjpzP
string-index 4"list-index""char?"oymH2o$"char=?"nEN$;o!jnyN
alist->hash-table 3_"make-hash-table"ozSdH2p$"hash-table-update!/default"E\`nyH2$n[$anyP$"%list"AnzzIp[
hash-table-ref 5"%hash-table-ref"nozTq=mhpym\`pyL!"error"BoN!hpy:mIhapyy!m"cadr"pyaqyM!aqM
hash-table-update! 7"hash-table-set!"nop_"hash-table-ref"noq|yO
hash-table-update!/default 8"hash-table-set!"nop"hash-table-ref/default"noq{yO
hash-table-walk 4dH2o$E\`nyanyN$"hash-table->alist"nyN
hash-table-fold 6cH4o$E\`nyanyoO$p"hash-table->alist"nyO
hash-table-merge! 4"hash-table-walk"oH4n$"hash-table-exists?"Enzm9[!"hash-table-set!"EnoO$zIn[
call-with-output-string 2"open-output-string"xRnoyI"get-output-string"oM
with-output-to-string 2"call-with-output-string"H2n$"%parameterize"eb"current-output-port"nzyEN$M
call-with-port 4onyS"close-port"nyIp[
`;
