// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_NOT_EQUAL"],
  ["OP_ADD"],
  ["OP_GET_CALLEE"],
  ["OP_TRUE"],
  ["OP_EQUAL"],
  ["OP_DUP"],
  ["OP_NIL"],
  ["OP_JUMP"],
  ["OP_FALSE"],
  ["OP_NOT"],
  ["OP_CONSTANT",0,1,{"symbol":"interaction-environment"},{"list":[]},"hash-table-ref: no such key:","sort","with-exception-handler"],
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
apply 3e"%spread"fp(
print 2e)3J
call/cc 2e"%continuation"*pD
%dynamic 0+J
%set-dynamic! 2e,3J
%continuation 2WUopL>1fe$"eq?"?WUopqd4"%rewind"?pB!Y@eE$J
%rewind 2"%common"WUopeqL#WUopM"eq?"gfqd4V"cddr"ZgpppB"cadr"ZgppoBH!>2f$"eq?"e?qd3J!/[eppBV"cddr"ZepppBZZeppC$MgeD
dynamic-wind 6UoNeoBV"%with-winds"h\\\\e\\ghqqWhpqqpBfoOVhpBgoBiJ
call-with-values 4Yf"%values->list"eopE
%catch 2UoL"%handlers"fpMV"%with-handlers"f[gp"%catch"rpBZgpepB"%returned"eD
with-exception-handler 4UoMV"%with-handlers"g\\"%procedure"=eq"%handlers"gpq"%catch"rpBfoNVgpBhJ
raise-continuable 2UoL"%handlers"fpM_gpd"raise"eD!V"%with-handlers"f[gp"%catch"rpBZgpepNVfpBhJ
%guard 4"call/cc">2fe$"with-exception-handler">2e?$"call/cc">2?@e$?>0@Ae$?@>0A@$?>0@$"raise-continuable"?D$D$E$D$pC$>0@$?oK>0e$?J$J$E$pC
make-parameter 3_fpd"%parameter"e5E!"%parameter"ZfpepZfpE
%parameterize 4UoM^>2$"%converter"ZeppLfd\\Zepf[eppE!eJ$eqNV"%with-parameters"ghqpBfoOVgpBiJ
%delay 2"%delay-force">0e$"%promise"?oD$D
force 2"promise?"epd#"%forced?"epd"%promised"eD!"%promised"epoL"%forced?"epd4"%force"efqB!H!eJ
%case-lambda 1>1e$Y"%clause"?"length"epqeE$LfJ
eval 3"%compile"epC
interaction-environment 09J
environment 19J
= 3fM#_gpd0J!eZgp1d[gpMH!5J
!= 4ef-J
equal? 4ef1J
member 5_gpdfN#\`hp6d5J!eZhp1dhJ![hpNH!"find-tail">2ge$Z?p@eE$fE
assoc 5_gpdfN#\`hp6d5J!eZZhpp1dZhD![hpNH!"find">2ge$Z?p@ZepE$fE
filter 4fM:N#\`gp6dahD!eZgppd[gp\\ZgphqNMH![gphNMH
remove 4fM:N#\`gp6dahD!eZgppd[gphNMH![gp\\ZgphqNMH
delete 5_gpd"equal?"4Zgp!N"remove">2he$?@eE$fE
delete-duplicates 3_fpd"equal?"4Zfp!MeN:O#\`hp6daiD!"any">2gh$?eZ@pE$iqd[hpiONH![hp\\ZhpiqONH
partition 4fM:N:O#\`gp6d"%values"ahpaipE!eZgppd[gp\\ZgphqiONMH![gph\\ZgpiqONMH
find-tail 4fM#\`gp6d5J!eZgppdgJ![gpMH
span 4fM:N#\`gp2dBeZgpp!d[gp\\ZgphqNMH!"%values"ahpgE
break 4"span">2e$?ep6J$fE
take-while 4fM:N#\`gp2dBeZgpp!d[gp\\ZgphqNMH!ahD
drop-while 4fM#\`gp2dBeZgpp!d[gpMH!gJ
%some-ended? 2eL#_fpd5J!\`Zfppd[fpLH!0J
%all-cars 2eL:M#_fpdagD![fp\\ZZfppgqMLH
%all-cdrs 2eL:M#_fpdagD![fp\\[ZfppgqMLH
map 5_gpdfN:O#\`hpd[hp\\eZhppiqONH!aiD!\\fgqN:O#"%some-ended?"hpdaiD!"%all-cdrs"hp\\Ye"%all-cars"hpqiqONI
for-each 5_gpdfN#\`hpdeZhppB[hpNH!3J!\\fgqN#"%some-ended?"hpd3J!Ye"%all-cars"hpqB"%all-cdrs"hpNI
fold 7_hpdgOfP#\`ipd[ipeZipjqPOH!jJ!\\ghqOfP#"%some-ended?"ipdjJ!"%all-cdrs"ipYeX"%all-cars"ip]jpqqPOI
fold-left 6gNfO#\`hpd[hpeiZhpqONH!iJ
fold-right 7_hpdagpOfP#\`ipd[ipeZipjqPOH!jJ!aY^]ghspOfP#\`ipd[ipYeXZip]jpqqPOI!jJ
reduce 6\`gpd[gpNZgpO#\`hpd[hpeZhpiqONH!iJ!fJ
reduce-right 6\`gpdagpN"fold-left">4e$?feE$Zhp[hpF!fJ
append-map 5"fold-right"X:Y^efgsF
flatten 2]epL:M#_fpdagD!ZfpN[fpO\`hpd\\Zhp\\[hpiqqgMLH!_hpdigMLH!i\\hgqMLH
filter-map 5"filter">2$eJ$Y^efgsE
list-tabulate 4^f"iota"epE
unfold 9hP:Q#ejpdXakp_ipd:4Zipjp!E!gjp\\fjpkqQPH
list-index 4fM7N#\`gp6d5J!eZgppdhJ![gph8.NMH
find 4fM#\`gp6d5J!eZgppdZgD![gpMH
any 5_gpdfN#\`hp6d5J!_[hppdeZhpD!eZhpp2d4B[hpNH!J!"any">2e$Y?eE$Y^]fgsE
every 5_gpdfN#\`hp6d0J!_[hppdeZhpD!eZhppd[hpNH!5J!"every">2e$Y?eE$Y^]fgsE
count 4fM7N#\`gp6dhJ!eZgppd[gph8.NMH![gphNMH
%merge 6eNZepOfPZfpQ:R#gkiqd[jpS\\klqT_mpd"append-reverse"nhE!himZmpnRQPONH![hpS\\ilqT_mpd"append-reverse"njE!mZmpjknRQPONH
%first-run 4[epMZepN]ZeppO#_gpd\\aip:E!fZgphqd_[ippd[gpPZgpQ\\ZgpiqR#_jpd\\l:E!fZjpkqd[jpZjp\\ZjplqRQPI!\\ljE!\\aipgE![gpZgp\\ZgpiqONMH
%sort-list 4eM:N#\`gpd"%first-run"gfqO[ip\\ZiphqNMH!>2f$_epd:J!_[eppdZeD!eL:M#_fpd/agpD!_[fppd/a\\ZfpgqpD!"cddr"fp\\"%merge"Zfp"cadr"fp?rgqMLH$OiahpD
sort 4"%procedure"<fqB"vector?"epd"list->vector""%sort-list"cepfqD!"%sort-list""%list"<eqfE
vector-map 5"list->vector"Y^ecfp^cgqsD
vector-for-each 5Y"for-each"ecfp^cgqG
string-map 5"list->string"Y^ebfp^bgqsD
string-for-each 5Y"for-each"ebfp^bgqG
%character-test 2"char?"epd>2e$"char=?"e?E$J!eJ
string-index 4"list-index""%character-test"fpbepE
hash-table-ref 5"%hash-table-ref"efqNh6d\`gpdZgpC!"error";fE!\`gp2dB\`[gpp!d"cadr"gp[hpD![hD
hash-table-update! 7"hash-table-set!"efgY"hash-table-ref"efhspF
hash-table-update!/default 8"hash-table-set!"efg"hash-table-ref/default"efhrpF
hash-table-walk 4"for-each">2f$?Zep[epE$"hash-table->alist"epE
hash-table-fold 6"fold">4f$?Zep[epfF$g"hash-table->alist"epF
hash-table-merge! 4"hash-table-walk"f>4e$"hash-table-exists?"?eqd3J!"hash-table-set!"?efF$qBeJ
call-with-output-string 2"open-output-string"oLefpB"get-output-string"fD
with-output-to-string 2"call-with-output-string">2e$"%parameterize"]\\"current-output-port"eqp?E$D
call-with-port 4fepM"close-port"epBgJ
`;
