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
  ["OP_JUMP"],
  ["OP_DUP"],
  ["OP_FALSE"],
  ["OP_CONSTANT",0,1,{"list":[]},"alist->hash-table","hash-table-ref: no such key:","sort","with-exception-handler"],
  ["OP_NOT"],
  ["OP_GET_CAPTURED",0,1,2],
  ["OP_CLOSURE"],
  ["OP_LOOP",0,1],
  ["OP_POP"],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_RETURN"],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","apply","car","cdr","cons","fold","for-each","map","null?","pair?","reverse","string->list","vector->list","zip"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3m"%spread"nx(
print 2m)9[
call/cc 2m*M
%dynamic 0+[
%set-dynamic! 2m,9[
%rewind 6^mxT"%common"^\\wxpyU#^\\wxV"eq?"rqyl:]"cddr"\`rxxxK"cadr"\`rxxwKI!H2q$"eq?"mEyl9[!-amxxK]"cddr"\`mxxxK\`\`mxxL$VrpxK]mxK_noN
dynamic-wind 6\\wTmwK]"%with-winds"pbbmbopyy^pxy"%rewind"zxKnwU]pxKowKq[
call-with-values 4_n"%values->list"mwxN
%catch 2\\wR"%handlers"nxS]"%with-handlers"naox"%catch"zxK\`oxmxK"%returned"mM
with-exception-handler 4\\wS]"%with-handlers"ob"%procedure"Cmy"%handlers"oxy"%catch"zxKnwT]oxKp[
raise-continuable 2\\wR"%handlers"nxSfoxl"raise"mM!]"%with-handlers"naox"%catch"zxK\`oxmxT]nxKp[
%guard 4"call/cc"H2nm$"with-exception-handler"H2mE$"call/cc"H2EFm$EH0FGm$EFH0GF$EH0F$"raise-continuable"EM$M$N$M$xL$H0F$EwQH0m$E[$[$N$xL
make-parameter 3fnxl"%parameter"m<N!"%parameter"\`nxmx\`nxN
%parameterize 4\\wSeH2$"%converter"\`mxxRnlb\`mxnamxxN!m[$myT]"%with-parameters"opyxKnwU]oxKq[
%delay 2"%delay-force"H0m$"%promise"EwM$M
force 2"promise?"mxl#"%forced?"mxl"%promised"mM!"%promised"mxwR"%forced?"mxl:"%force"mnyK!I!m[
%case-lambda 1H1m$_"%clause"E"length"mxymN$Rn[
eval 3"%compile"mxL
interaction-environment 09[
environment 19[
= 3nS#foxl1[!m\`ox7laoxSI!<[
!= 4mn.[
equal? 4mn7[
member 5foxlnT#gpxDl<[!m\`px7lp[!apxTI!"find-tail"H2om$\`ExFmN$nN
assoc 5foxlnT#gpxDl<[!m\`\`pxx7l\`pM!apxTI!"find"H2om$\`ExF\`mxN$nN
%simplest 4"floor"mxSmo7;l:Kmn7!lm[!o"floor"nx2lo>8[!o>"%simplest">no45>mo45y58[
rationalize 4m"abs"nx4Sm"abs"nx8To=/l"%simplest"opN!p=2l"%simplest"p6o6y6[!oU=VpWqr3rs30l=[!op8[
filter 4nS?T#goxDlhpM!m\`oxxlaoxb\`oxpyTSI!aoxpTSI
remove 4nS?T#goxDlhpM!m\`oxxlaoxpTSI!aoxb\`oxpyTSI
delete 5foxl"equal?":\`ox!T"remove"H2pm$EFmN$nN
delete-duplicates 3fnxl"equal?":\`nx!SmT?U#gpxDlhqM!"any"H2op$Em\`FxN$qylapxqUTI!apxb\`pxqyUTI
partition 4nS?T?U#goxDl"%values"hpxhqxN!m\`oxxlaoxb\`oxpyqUTSI!aoxpb\`oxqyUTSI
find-tail 4nS#goxDl<[!m\`oxxlo[!aoxSI
span 4nS?T#gox;lKm\`oxx!laoxb\`oxpyTSI!"%values"hpxoN
break 4"span"H2m$EmxD[$nN
take-while 4nS?T#gox;lKm\`oxx!laoxb\`oxpyTSI!hpM
drop-while 4nS#gox;lKm\`oxx!laoxSI!o[
map 5foxlnT?U#gpxlapxbm\`pxxqyUTI!hqM!eH2m$_EmN$_knozN
for-each 5foxlnT#gpxlm\`pxxKapxTI!9[!dH2m$_EmN$_knozN
%of-row 2H4m$_E"append"m"list"nxyN$[
fold 7fpxloUnV#gqxlaqxm\`qxryVUI!r[!c"%of-row"mxn_kopzO
fold-left 6oTnU#gpxlapxmq\`pxyUTI!q[
fold-right 7fpxlcmnhoxO!c"%of-row"mxnh_kopzxO
reduce 6goxlcm\`oxaoxO!n[
reduce-right 6"reduce"mnhoxO
append-map 5"fold-right""append"?_emno{O
filter-map 5"filter"H2$m[$_emno{N
list-tabulate 4en"iota"mxN
list-index 4nS=T#goxDl<[!m\`oxxlp[!aoxp>8TSI
find 4nS#goxDl<[!m\`oxxl\`oM!aoxSI
any 5foxlnT#gpxDl<[!fapxxlm\`pxM!m\`pxx;l:KapxTI![!"any"H2m$_EmN$_knozN
every 5foxlnT#gpxDl1[!fapxxlm\`pxM!m\`pxxlapxTI!<[!"every"H2m$_EmN$_knozN
count 4nS=T#goxDlp[!m\`oxxlaoxp>8TSI!aoxpTSI
%merge 6mT\`mxUnV\`nxW?X#osqylarxYbstyZfuxl"append-reverse"vpN!pqu\`uxvXWVUTI!apxYbqtyZfuxl"append-reverse"vrN!u\`uxrsvXWVUTI
%first-run 4amxS"list"\`mxxT#gox;lKn\`ox\`pxyD!laoxb\`oxpyTSI!bhpxoN
sort 4"%procedure"BnyK"vector?"mxl"list->vector""sort"jmxnyM!"%list"BmyS?T#goxl"%first-run"onyUaqxb\`qxpyTSI!hpxU?V#gqx;lKgaqxx!l"cddr"qxb"%merge"\`qx"cadr"qxnzryVUJ!grxl"append-reverse"rqy?VUJ!gqxl\`qM!?[
vector-map 5"list->vector"_emjnxejoy{M
vector-for-each 5_dmjnxejoyP
vector->string 3"list->string"_jmnzM
string->vector 3"list->vector"_imnzM
string-map 5"list->string"_eminxeioy{M
string-for-each 5_dminxeioyP
string-index 4"list-index""char?"nxlH2n$"char=?"mEN$:n!imxN
alist->hash-table 3_"make-hash-table"nySdH2o$"hash-table-update!/default"E\`mxH2$m[$amxP$"%list"@myyKo[
hash-table-ref 5"%hash-table-ref"mnyTpDlgoxl\`oxL!"error"AnN!gox;lKgaoxx!l"cadr"oxapxM!apM
hash-table-update! 7"hash-table-set!"mno_"hash-table-ref"mnp{xO
hash-table-update!/default 8"hash-table-set!"mno"hash-table-ref/default"mnpzxO
hash-table-walk 4dH2n$E\`mxamxN$"hash-table->alist"mxN
hash-table-fold 6cH4n$E\`mxamxnO$o"hash-table->alist"mxO
hash-table-merge! 4"hash-table-walk"nH4m$"hash-table-exists?"Emyl9[!"hash-table-set!"EmnO$yKm[
call-with-output-string 2"open-output-string"wRmnxK"get-output-string"nM
with-output-to-string 2"call-with-output-string"H2m$"%parameterize""list"b"current-output-port"myxEN$M
call-with-port 4nmxS"close-port"mxKo[
`;
