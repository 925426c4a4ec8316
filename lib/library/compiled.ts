// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_NOT_EQUAL"],
  ["OP_TRUE"],
  ["OP_ADD"],
  ["OP_GET_CALLEE"],
  ["OP_EQUAL"],
  ["OP_NIL"],
  ["OP_DUP"],
  ["OP_JUMP"],
  ["OP_FALSE"],
  ["OP_NOT"],
  ["OP_CONSTANT",0,1,{"symbol":"interaction-environment"},{"list":[]},"hash-table-ref: no such key:","sort","with-exception-handler"],
  ["OP_POP"],
  ["OP_CLOSURE"],
  ["OP_GET_CAPTURED",0,1,2],
  ["OP_LOOP",0,1],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_RETURN"],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","apply","car","cdr","cons","fold","for-each","list","map","null?","pair?","reverse","string->list","vector->list","zip"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3g"%spread"hr(
print 2g)2J
call/cc 2g"%continuation"*rF
%dynamic 0+J
%set-dynamic! 2g,2J
%continuation 2WUqrL?1hg$"eq?"@WUqrsf4"%rewind"@r>!XAgG$J
%rewind 2"%common"WUqrgsL#WUqrM"eq?"ihsf4V"cddr"Yirrr>"cadr"Yirrq>C!?2h$"eq?"g@sf2J!0Zgrr>V"cddr"Ygrrr>YYgrrE$MigF
dynamic-wind 6UqNgq>V"%with-winds"j[[g[ijssWjrssr>hqOVjr>iq>kJ
call-with-values 4Xh"%values->list"gqrG
%catch 2UqL"%handlers"hrMV"%with-handlers"hZir"%catch"tr>Yirgr>"%returned"gF
with-exception-handler 4UqMV"%with-handlers"i["%procedure"=gs"%handlers"irs"%catch"tr>hqNVir>jJ
raise-continuable 2UqL"%handlers"hrM\`irf"raise"gF!V"%with-handlers"hZir"%catch"tr>YirgrNVhr>jJ
%guard 4"call/cc"?2hg$"with-exception-handler"?2g@$"call/cc"?2@Ag$@?0ABg$@A?0BA$@?0A$"raise-continuable"@F$F$G$F$rE$?0A$@qK?0g$@J$J$G$rE
make-parameter 3\`hrf"%parameter"g5G!"%parameter"YhrgrYhrG
%parameterize 4UqM_?2$"%converter"YgrrLhf[YgrhZgrrG!gJ$gsNV"%with-parameters"ijsr>hqOVir>kJ
%delay 2"%delay-force"?0g$"%promise"@qF$F
force 2"promise?"grf#"%forced?"grf"%promised"gF!"%promised"grqL"%forced?"grf4"%force"ghs>!C!gJ
%case-lambda 1?1g$X"%clause"@"length"grsgG$LhJ
eval 3"%compile"grE
interaction-environment 09J
environment 19J
= 3hM#\`irf.J!gYir1fZirMC!5J
!= 4gh-J
equal? 4gh1J
member 5\`irfhN#ajr6f5J!gYjr1fjJ!ZjrNC!"find-tail"?2ig$Y@rAgG$hG
assoc 5\`irfhN#ajr6f5J!gYYjrr1fYjF!ZjrNC!"find"?2ig$Y@rAYgrG$hG
filter 4hM:N#air6fbjF!gYirrfZir[YirjsNMC!ZirjNMC
remove 4hM:N#air6fbjF!gYirrfZirjNMC!Zir[YirjsNMC
delete 5\`irf"equal?"4Yir!N"remove"?2jg$@AgG$hG
delete-duplicates 3\`hrf"equal?"4Yhr!MgN:O#ajr6fbkF!"any"?2ij$@gYArG$ksfZjrkONC!Zjr[YjrksONC
partition 4hM:N:O#air6f"%values"bjrbkrG!gYirrfZir[YirjskONMC!Zirj[YirksONMC
find-tail 4hM#air6f5J!gYirrfiJ!ZirMC
span 4hM:N#air3f>gYirr!fZir[YirjsNMC!"%values"bjriG
break 4"span"?2g$@gr6J$hG
take-while 4hM:N#air3f>gYirr!fZir[YirjsNMC!bjF
drop-while 4hM#air3f>gYirr!fZirMC!iJ
map 5\`irfhN:O#ajrfZjr[gYjrrksONC!bkF!_?2g$X@gG$XehitG
for-each 5\`irfhN#ajrfgYjrr>ZjrNC!2J!]?2g$X@gG$XehitG
%of-row 2?4g$X@"append"g^hrsG$J
fold 7\`jrfiOhP#akrfZkrgYkrlsPOC!lJ!\\"%of-row"grhXeijtH
fold-left 6iNhO#ajrfZjrgkYjrsONC!kJ
fold-right 7\`jrf\\ghbirH!\\"%of-row"grhbXeijtrH
reduce 6airf\\gYirZirH!hJ
reduce-right 6"reduce"ghbirH
append-map 5"fold-right""append":X_ghiuH
flatten 2^grL:M#\`hrfbiF!YhrNZhrOajrf[Yjr[ZjrkssiMLC!\`jrfkiMLC!k[jisMLC
filter-map 5"filter"?2$gJ$X_ghiuG
list-tabulate 4_h"iota"grG
unfold 9jP:Q#glrf"append"bmr\`krf:4Ykrlr!G!ilr[hlrmsQPC
list-index 4hM7N#air6f5J!gYirrfjJ!Zirj8/NMC
find 4hM#air6f5J!gYirrfYiF!ZirMC
any 5\`irfhN#ajr6f5J!\`ZjrrfgYjrF!gYjrr3f4>ZjrNC!J!"any"?2g$X@gG$XehitG
every 5\`irfhN#ajr6f.J!\`ZjrrfgYjrF!gYjrrfZjrNC!5J!"every"?2g$X@gG$XehitG
count 4hM7N#air6fjJ!gYirrfZirj8/NMC!ZirjNMC
%merge 6gNYgrOhPYhrQ:R#imksfZlrS[mnsT\`orf"append-reverse"pjG!jkoYorpRQPONC!ZjrS[knsT\`orf"append-reverse"plG!oYorlmpRQPONC
%first-run 4ZgrMYgrN^YgrrO#\`irf[bkr:G!hYirjsf\`ZkrrfZirPYirQ[YirksR#\`lrf[n:G!hYlrmsfZlrYlr[YlrnsRQPD![nlG![bkriG!ZirYir[YirksONMC
%sort-list 4gM:N#airf"%first-run"ihsOZkr[YkrjsNMC!?2h$\`grf:J!\`ZgrrfYgF!gL:M#\`hrf0birF!\`Zhrrf0b[YhrisrF!"cddr"hr["%merge"Yhr"cadr"hr@tisMLC$OkbjrF
sort 4"%procedure"<hs>"vector?"grf"list->vector""%sort-list"dgrhsF!"%sort-list""%list"<gshG
vector-map 5"list->vector"X_gdhr_disuF
vector-for-each 5X]gdhr_disI
string-map 5"list->string"X_gchr_cisuF
string-for-each 5X]gchr_cisI
%character-test 2"char?"grf?2g$"char=?"g@G$J!gJ
string-index 4"list-index""%character-test"hrcgrG
hash-table-ref 5"%hash-table-ref"ghsNj6fairfYirE!"error";hG!air3f>aZirr!f"cadr"irZjrF!ZjF
hash-table-update! 7"hash-table-set!"ghiX"hash-table-ref"ghjurH
hash-table-update!/default 8"hash-table-set!"ghi"hash-table-ref/default"ghjtrH
hash-table-walk 4]?2h$@YgrZgrG$"hash-table->alist"grG
hash-table-fold 6\\?4h$@YgrZgrhH$i"hash-table->alist"grH
hash-table-merge! 4"hash-table-walk"h?4g$"hash-table-exists?"@gsf2J!"hash-table-set!"@ghH$s>gJ
call-with-output-string 2"open-output-string"qLghr>"get-output-string"hF
with-output-to-string 2"call-with-output-string"?2g$"%parameterize"^["current-output-port"gsr@G$F
call-with-port 4hgrM"close-port"gr>iJ
`;
