// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_NOT_EQUAL"],
  ["OP_GREATER_EQUAL"],
  ["OP_LESS"],
  ["OP_GET_CALLEE"],
  ["OP_TRUE"],
  ["OP_ADD"],
  ["OP_EQUAL"],
  ["OP_DUP"],
  ["OP_NIL"],
  ["OP_JUMP"],
  ["OP_FALSE"],
  ["OP_NOT"],
  ["OP_CONSTANT",0,1,2,{"symbol":"interaction-environment"},{"list":[]},"hash-table-ref: no such key:","sort","with-exception-handler"],
  ["OP_CLOSURE"],
  ["OP_GET_CAPTURED",0,1,2],
  ["OP_POP"],
  ["OP_LOOP",0,1],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_RETURN"],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","append","apply","car","cdr","cons","list","map","null?","pair?","reverse","string->list","vector->list"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3h"%spread"is(
print 2h)5M
call/cc 2h"%continuation"*sI
%dynamic 0+M
%set-dynamic! 2h,5M
%continuation 2ZXrsOA1ih$"eq?"BZXrstg6"%rewind"BsE!\\ChJ$M
%rewind 2"%common"ZXrshtO#ZXrsP"eq?"jitg6Y"cddr"]jsssE"cadr"]jssrEF!A2i$"eq?"hBtg5M!0^hssEY"cddr"]hsssE]]hssH$PjhI
dynamic-wind 6XrQhrEY"%with-winds"k__h_jkttZksttsEirRYksEjrElM
call-with-values 4\\i"%values->list"hrsJ
%catch 2XrO"%handlers"isPY"%with-handlers"i^js"%catch"usE]jshsE"%returned"hI
with-exception-handler 4XrPY"%with-handlers"j_"%procedure"@ht"%handlers"jst"%catch"usEirQYjsEkM
raise-continuable 2XrO"%handlers"isPbjsg"raise"hI!Y"%with-handlers"i^js"%catch"usE]jshsQYisEkM
%guard 4"call/cc"A2ih$"with-exception-handler"A2hB$"call/cc"A2BCh$BA0CDh$BCA0DC$BA0C$"raise-continuable"BI$I$J$I$sH$A0C$BrNA0h$BM$M$J$sH
make-parameter 3bisg"%parameter"h7J!"%parameter"]ishs]isJ
%parameterize 4XrPaA2$"%converter"]hssOig_]hsi^hssJ!hM$htQY"%with-parameters"jktsEirRYjsElM
%delay 2"%delay-force"A0h$"%promise"BrI$I
force 2"promise?"hsg#"%forced?"hsg"%promised"hI!"%promised"hsrO"%forced?"hsg6"%force"hitE!F!hM
%case-lambda 1A1h$\\"%clause"B"length"hsthJ$OiM
eval 3"%compile"hsH
interaction-environment 0<M
environment 1<M
scheme-report-environment 2<M
= 3iP#bjsg1M!h]js3g^jsPF!7M
!= 4hi-M
equal? 4hi3M
member 5bjsgiQ#cks8g7M!h]ks3gkM!^ksQF!"find-tail"A2jh$]BsChJ$iJ
assoc 5bjsgiQ#cks8g7M!h]]kss3g]kI!^ksQF!"find"A2jh$]BsC]hsJ$iJ
filter 4iP=Q#cjs8gdkI!h]jssg^js_]jsktQPF!^jskQPF
remove 4iP=Q#cjs8gdkI!h]jssg^jskQPF!^js_]jsktQPF
delete 5bjsg"equal?"6]js!Q"remove"A2kh$BChJ$iJ
delete-duplicates 3bisg"equal?"6]is!PhQ=R#cks8gdlI!"any"A2jk$Bh]CsJ$ltg^kslRQF!^ks_]ksltRQF
partition 4iP=Q=R#cjs8g"%values"dksdlsJ!h]jssg^js_]jsktlRQPF!^jsk_]jsltRQPF
find-tail 4iP#cjs8g7M!h]jssgjM!^jsPF
span 4iP=Q#cjs4gEh]jss!g^js_]jsktQPF!"%values"dksjJ
break 4"span"A2h$Bhs8M$iJ
take-while 4iP=Q#cjs4gEh]jss!g^js_]jsktQPF!dkI
drop-while 4iP#cjs4gEh]jss!g^jsPF!jM
%some-ended? 2hO#bisg7M!c]issg^isOF!1M
%all-cars 2hO=P#bisgdjI!^is_]]issjtPOF
%all-cdrs 2hO=P#bisgdjI!^is_^]issjtPOF
map 5bjsgiQ=R#cksg^ks_h]kssltRQF!dlI!_ijtQ=R#"%some-ended?"ksgdlI!"%all-cdrs"ks_\\h"%all-cars"kstltRQG
for-each 5bjsgiQ#cksgh]kssE^ksQF!5M!_ijtQ#"%some-ended?"ksg5M!\\h"%all-cars"kstE"%all-cdrs"ksQG
fold 7bksgjRiS#clsg^lsh]lsmtSRF!mM!_jktRiS#"%some-ended?"lsgmM!"%all-cdrs"ls\\h["%all-cars"ls\`msttSRG
fold-left 6jQiR#cksg^kshl]kstRQF!lM
fold-right 7bksgdjsRiS#clsg^lsh]lsmtSRF!mM!d\\a\`jkvsRiS#clsg^ls\\h[]ls\`msttSRG!mM
reduce 6cjsg^jsQ]jsR#cksg^ksh]ksltRQF!lM!iM
reduce-right 6cjsgdjsQ"fold-left"A4h$BihJ$]ks^ksK!iM
append-map 5"fold-right"[=\\ahijvK
concatenate 2\\[hJ
filter-map 5"filter"A2$hM$\\ahijvJ
list-tabulate 4ai"iota"hsJ
unfold 9kS=T#hmsg[dnsblsg=6]lsms!J!jms_imsntTSF
unfold-right 9kSblsg=6]ls!T#hmsgnM!jms_imsntTSF
list-index 4iP9Q#cjs8g7M!h]jssgkM!^jsk:2QPF
find 4iP#cjs8g7M!h]jssg]jI!^jsPF
any 5bjsgiQ#cks8g7M!b^kssgh]ksI!h]kss4g6E^ksQF!M!"any"A2h$\\BhJ$\\a\`ijvJ
every 5bjsgiQ#cks8g1M!b^kssgh]ksI!h]kssg^ksQF!7M!"every"A2h$\\BhJ$\\a\`ijvJ
count 4iP9Q#cjs8gkM!h]jssg^jsk:2QPF!^jskQPF
%merge 6hQ]hsRiS]isT=U#jnltg^msV_notWbpsg"append-reverse"qkJ!klp]psqUTSRQF!^ksV_lotWbpsg"append-reverse"qmJ!p]psmnqUTSRQF
%first-run 4^hsP]hsQ\`]hssR#bjsg_dls=J!i]jsktgb^lssg^jsS]jsT_]jsltU#bmsg_o=J!i]msntg^ms]ms_]msotUTSG!_omJ!_dlsjJ!^js]js_]jsltRQPF
%sort-list 4hP=Q#cjsg"%first-run"jitR^ls_]lsktQPF!A2i$bhsg=M!b^hssg]hI!hO=P#bisg0djsI!b^issg0d_]isjtsI!"cddr"is_"%merge"]is"cadr"isBujtPOF$RldksI
sort 4"%procedure"?itE"vector?"hsg"list->vector""%sort-list"fhsitI!"%sort-list""%list"?htiJ
list-sort 4"sort"ihJ
vector-map 5"list->vector"\\ahfisafjtvI
vector-for-each 5\\"for-each"hfisafjtL
string-map 5"list->string"\\aheisaejtvI
string-for-each 5\\"for-each"heisaejtL
%character-test 2"char?"hsgA2h$"char=?"hBJ$M!hM
string-index 4"list-index""%character-test"isehsJ
string-count 4"count""%character-test"isehsJ
vector-tabulate 4"list->vector""list-tabulate"ihtI
vector-binary-search 69Q"vector-length"hsR#kl.g7M!"quotient"kl2;tSj"vector-ref"hmtitTn93gmM!n9/gm:2lRQF!kmRQF
hash-table-ref 5"%hash-table-ref"hitQk8gcjsg]jsH!"error">iJ!cjs4gEc^jss!g"cadr"js^ksI!^kI
hash-table-update! 7"hash-table-set!"hij\\"hash-table-ref"hikvsK
hash-table-update!/default 8"hash-table-set!"hij"hash-table-ref/default"hikusK
hash-table-walk 4"for-each"A2i$B]hs^hsJ$"hash-table->alist"hsJ
hash-table-fold 6"fold"A4i$B]hs^hsiK$j"hash-table->alist"hsK
hash-table-merge! 4"hash-table-walk"iA4h$"hash-table-exists?"Bhtg5M!"hash-table-set!"BhiK$tEhM
call-with-output-string 2"open-output-string"rOhisE"get-output-string"iI
with-output-to-string 2"call-with-output-string"A2h$"%parameterize"\`_"current-output-port"htsBJ$I
call-with-port 4ihsP"close-port"hsEjM
`;
