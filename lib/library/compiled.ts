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
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_LOOP",0,1],
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
call/cc 2h"%continuation"*sG
%dynamic 0+M
%set-dynamic! 2h,5M
%continuation 2ZXrsOA1ih$"eq?"BZXrstg6"%rewind"BsE!\\ChH$M
%rewind 2"%common"ZXrshtO#ZXrsP"eq?"jitg6Y"cddr"]jsssE"cadr"]jssrEK!A2i$"eq?"hBtg5M!0^hssEY"cddr"]hsssE]]hssF$PjhG
dynamic-wind 6XrQhrEY"%with-winds"k__h_jkttZksttsEirRYksEjrElM
call-with-values 4\\i"%values->list"hrsH
%catch 2XrO"%handlers"isPY"%with-handlers"i^js"%catch"usE]jshsE"%returned"hG
with-exception-handler 4XrPY"%with-handlers"j_"%procedure"@ht"%handlers"jst"%catch"usEirQYjsEkM
raise-continuable 2XrO"%handlers"isPbjsg"raise"hG!Y"%with-handlers"i^js"%catch"usE]jshsQYisEkM
%guard 4"call/cc"A2ih$"with-exception-handler"A2hB$"call/cc"A2BCh$BA0CDh$BCA0DC$BA0C$"raise-continuable"BG$G$H$G$sF$A0C$BrNA0h$BM$M$H$sF
make-parameter 3bisg"%parameter"h7H!"%parameter"]ishs]isH
%parameterize 4XrPaA2$"%converter"]hssOig_]hsi^hssH!hM$htQY"%with-parameters"jktsEirRYjsElM
%delay 2"%delay-force"A0h$"%promise"BrG$G
force 2"promise?"hsg#"%forced?"hsg"%promised"hG!"%promised"hsrO"%forced?"hsg6"%force"hitE!K!hM
%case-lambda 1A1h$\\"%clause"B"length"hsthH$OiM
eval 3"%compile"hsF
interaction-environment 0<M
environment 1<M
scheme-report-environment 2<M
= 3iP#bjsg1M!h]js3g^jsPK!7M
!= 4hi-M
equal? 4hi3M
member 5bjsgiQ#cks8g7M!h]ks3gkM!^ksQK!"find-tail"A2jh$]BsChH$iH
assoc 5bjsgiQ#cks8g7M!h]]kss3g]kG!^ksQK!"find"A2jh$]BsC]hsH$iH
filter 4iP=Q#cjs8gdkG!h]jssg^js_]jsktQPK!^jskQPK
remove 4iP=Q#cjs8gdkG!h]jssg^jskQPK!^js_]jsktQPK
delete 5bjsg"equal?"6]js!Q"remove"A2kh$BChH$iH
delete-duplicates 3bisg"equal?"6]is!PhQ=R#cks8gdlG!"any"A2jk$Bh]CsH$ltg^kslRQK!^ks_]ksltRQK
partition 4iP=Q=R#cjs8g"%values"dksdlsH!h]jssg^js_]jsktlRQPK!^jsk_]jsltRQPK
find-tail 4iP#cjs8g7M!h]jssgjM!^jsPK
span 4iP=Q#cjs4gEh]jss!g^js_]jsktQPK!"%values"dksjH
break 4"span"A2h$Bhs8M$iH
take-while 4iP=Q#cjs4gEh]jss!g^js_]jsktQPK!dkG
drop-while 4iP#cjs4gEh]jss!g^jsPK!jM
%some-ended? 2hO#bisg7M!c]issg^isOK!1M
%all-cars 2hO=P#bisgdjG!^is_]]issjtPOK
%all-cdrs 2hO=P#bisgdjG!^is_^]issjtPOK
map 5bjsgiQ=R#cksg^ks_h]kssltRQK!dlG!_ijtQ=R#"%some-ended?"ksgdlG!"%all-cdrs"ks_\\h"%all-cars"kstltRQL
for-each 5bjsgiQ#cksgh]kssE^ksQK!5M!_ijtQ#"%some-ended?"ksg5M!\\h"%all-cars"kstE"%all-cdrs"ksQL
fold 7bksgjRiS#clsg^lsh]lsmtSRK!mM!_jktRiS#"%some-ended?"lsgmM!"%all-cdrs"ls\\h["%all-cars"ls\`msttSRL
fold-left 6jQiR#cksg^kshl]kstRQK!lM
fold-right 7bksgdjsRiS#clsg^lsh]lsmtSRK!mM!d\\a\`jkvsRiS#clsg^ls\\h[]ls\`msttSRL!mM
reduce 6cjsg^jsQ]jsR#cksg^ksh]ksltRQK!lM!iM
reduce-right 6cjsgdjsQ"fold-left"A4h$BihH$]ks^ksI!iM
append-map 5"fold-right"[=\\ahijvI
concatenate 2\\[hH
flatten 2\`hsO=P#bisgdjG!]isQ^isRcksg_]ks_^kslttjPOK!bksgljPOK!l_kjtPOK
filter-map 5"filter"A2$hM$\\ahijvH
list-tabulate 4ai"iota"hsH
unfold 9kS=T#hmsg[dnsblsg=6]lsms!H!jms_imsntTSK
unfold-right 9kSblsg=6]ls!T#hmsgnM!jms_imsntTSK
list-index 4iP9Q#cjs8g7M!h]jssgkM!^jsk:2QPK
find 4iP#cjs8g7M!h]jssg]jG!^jsPK
any 5bjsgiQ#cks8g7M!b^kssgh]ksG!h]kss4g6E^ksQK!M!"any"A2h$\\BhH$\\a\`ijvH
every 5bjsgiQ#cks8g1M!b^kssgh]ksG!h]kssg^ksQK!7M!"every"A2h$\\BhH$\\a\`ijvH
count 4iP9Q#cjs8gkM!h]jssg^jsk:2QPK!^jskQPK
%merge 6hQ]hsRiS]isT=U#jnltg^msV_notWbpsg"append-reverse"qkH!klp]psqUTSRQK!^ksV_lotWbpsg"append-reverse"qmH!p]psmnqUTSRQK
%first-run 4^hsP]hsQ\`]hssR#bjsg_dls=H!i]jsktgb^lssg^jsS]jsT_]jsltU#bmsg_o=H!i]msntg^ms]ms_]msotUTSL!_omH!_dlsjH!^js]js_]jsltRQPK
%sort-list 4hP=Q#cjsg"%first-run"jitR^ls_]lsktQPK!A2i$bhsg=M!b^hssg]hG!hO=P#bisg0djsG!b^issg0d_]isjtsG!"cddr"is_"%merge"]is"cadr"isBujtPOK$RldksG
sort 4"%procedure"?itE"vector?"hsg"list->vector""%sort-list"fhsitG!"%sort-list""%list"?htiH
list-sort 4"sort"ihH
vector-map 5"list->vector"\\ahfisafjtvG
vector-for-each 5\\"for-each"hfisafjtJ
string-map 5"list->string"\\aheisaejtvG
string-for-each 5\\"for-each"heisaejtJ
%character-test 2"char?"hsgA2h$"char=?"hBH$M!hM
string-index 4"list-index""%character-test"isehsH
string-count 4"count""%character-test"isehsH
vector-tabulate 4"list->vector""list-tabulate"ihtG
vector-binary-search 69Q"vector-length"hsR#kl.g7M!"quotient"kl2;tSj"vector-ref"hmtitTn93gmM!n9/gm:2lRQK!kmRQK
hash-table-ref 5"%hash-table-ref"hitQk8gcjsg]jsF!"error">iH!cjs4gEc^jss!g"cadr"js^ksG!^kG
hash-table-update! 7"hash-table-set!"hij\\"hash-table-ref"hikvsI
hash-table-update!/default 8"hash-table-set!"hij"hash-table-ref/default"hikusI
hash-table-walk 4"for-each"A2i$B]hs^hsH$"hash-table->alist"hsH
hash-table-fold 6"fold"A4i$B]hs^hsiI$j"hash-table->alist"hsI
hash-table-merge! 4"hash-table-walk"iA4h$"hash-table-exists?"Bhtg5M!"hash-table-set!"BhiI$tEhM
call-with-output-string 2"open-output-string"rOhisE"get-output-string"iG
with-output-to-string 2"call-with-output-string"A2h$"%parameterize"\`_"current-output-port"htsBH$G
call-with-port 4ihsP"close-port"hsEjM
`;
