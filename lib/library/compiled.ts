// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_NOT_EQUAL"],
  ["OP_GREATER"],
  ["OP_AND"],
  ["OP_GET_CALLEE"],
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
  ["OP_LOOP",0],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_RETURN"],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","apply","car","cdr","cons","fold","for-each","list","map","null?","pair?","reverse","string->list","vector->list","zip"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3m"%spread"nx(
print 2m)9Z
call/cc 2m"%continuation"*xL
%dynamic 0+Z
%set-dynamic! 2m,9Z
%continuation 2][wxQH1nm$"eq?"E][wxyl;"%rewind"ExI!^FmM$Z
%rewind 2"%common"][wxmyQ#][wxR"eq?"onyl;\\"cddr"_oxxxI"cadr"_oxxwIJ!H2n$"eq?"mEyl9Z!0\`mxxI\\"cddr"_mxxxI__mxxK$RomL
dynamic-wind 6[wSmwI\\"%with-winds"paamaopyy]pxyyxInwT\\pxIowIqZ
call-with-values 4^n"%values->list"mwxM
%catch 2[wQ"%handlers"nxR\\"%with-handlers"n\`ox"%catch"zxI_oxmxI"%returned"mL
with-exception-handler 4[wR\\"%with-handlers"oa"%procedure"Dmy"%handlers"oxy"%catch"zxInwS\\oxIpZ
raise-continuable 2[wQ"%handlers"nxRfoxl"raise"mL!\\"%with-handlers"n\`ox"%catch"zxI_oxmxS\\nxIpZ
%guard 4"call/cc"H2nm$"with-exception-handler"H2mE$"call/cc"H2EFm$EH0FGm$EFH0GF$EH0F$"raise-continuable"EL$L$M$L$xK$H0F$EwPH0m$EZ$Z$M$xK
make-parameter 3fnxl"%parameter"m<M!"%parameter"_nxmx_nxM
%parameterize 4[wReH2$"%converter"_mxxQnla_mxn\`mxxM!mZ$myS\\"%with-parameters"opyxInwT\\oxIqZ
%delay 2"%delay-force"H0m$"%promise"EwL$L
force 2"promise?"mxl#"%forced?"mxl"%promised"mL!"%promised"mxwQ"%forced?"mxl;"%force"mnyI!J!mZ
%case-lambda 1H1m$^"%clause"E"length"mxymM$QnZ
eval 3"%compile"mxK
interaction-environment 09Z
environment 19Z
= 3nR#foxl1Z!m_ox7l\`oxRJ!<Z
!= 4mn-Z
equal? 4mn7Z
member 5foxlnS#gpx=l<Z!m_px7lpZ!\`pxSJ!"find-tail"H2om$_ExFmM$nM
assoc 5foxlnS#gpx=l<Z!m__pxx7l_pL!\`pxSJ!"find"H2om$_ExF_mxM$nM
%simplest 4"floor"mxRmo7:l;Imn7!lmZ!o"floor"nx2lo?8Z!o?"%simplest"?no45?mo45y58Z
rationalize 4m"abs"nx4Rm"abs"nx8So>.l"%simplest"opM!p>2l"%simplest"p6o6y6Z!oT>UpVqr3rs3/l>Z!op8Z
filter 4nR@S#gox=lhpL!m_oxxl\`oxa_oxpySRJ!\`oxpSRJ
remove 4nR@S#gox=lhpL!m_oxxl\`oxpSRJ!\`oxa_oxpySRJ
delete 5foxl"equal?";_ox!S"remove"H2pm$EFmM$nM
delete-duplicates 3fnxl"equal?";_nx!RmS@T#gpx=lhqL!"any"H2op$Em_FxM$qyl\`pxqTSJ!\`pxa_pxqyTSJ
partition 4nR@S@T#gox=l"%values"hpxhqxM!m_oxxl\`oxa_oxpyqTSRJ!\`oxpa_oxqyTSRJ
find-tail 4nR#gox=l<Z!m_oxxloZ!\`oxRJ
span 4nR@S#gox:lIm_oxx!l\`oxa_oxpySRJ!"%values"hpxoM
break 4"span"H2m$Emx=Z$nM
take-while 4nR@S#gox:lIm_oxx!l\`oxa_oxpySRJ!hpL
drop-while 4nR#gox:lIm_oxx!l\`oxRJ!oZ
map 5foxlnS@T#gpxl\`pxam_pxxqyTSJ!hqL!eH2m$^EmM$^knozM
for-each 5foxlnS#gpxlm_pxxI\`pxSJ!9Z!cH2m$^EmM$^knozM
%of-row 2H4m$^E"append"mdnxyM$Z
fold 7fpxloTnU#gqxl\`qxm_qxryUTJ!rZ!b"%of-row"mxn^kopzN
fold-left 6oSnT#gpxl\`pxmq_pxyTSJ!qZ
fold-right 7fpxlbmnhoxN!b"%of-row"mxnh^kopzxN
reduce 6goxlbm_ox\`oxN!nZ
reduce-right 6"reduce"mnhoxN
append-map 5"fold-right""append"@^emno{N
flatten 2dmxQ@R#fnxlhoL!_nxS\`nxTgpxla_pxa\`pxqyyoRQJ!fpxlqoRQJ!qapoyRQJ
filter-map 5"filter"H2$mZ$^emno{M
list-tabulate 4en"iota"mxM
unfold 9pU@V#mrxl"append"hsxfqxl@;_qxrx!M!orxanrxsyVUJ
list-index 4nR>S#gox=l<Z!m_oxxlpZ!\`oxp?8SRJ
find 4nR#gox=l<Z!m_oxxl_oL!\`oxRJ
any 5foxlnS#gpx=l<Z!f\`pxxlm_pxL!m_pxx:l;I\`pxSJ!Z!"any"H2m$^EmM$^knozM
every 5foxlnS#gpx=l1Z!f\`pxxlm_pxL!m_pxxl\`pxSJ!<Z!"every"H2m$^EmM$^knozM
count 4nR>S#gox=lpZ!m_oxxl\`oxp?8SRJ!\`oxpSRJ
%merge 6mS_mxTnU_nxV@W#osqyl\`rxXastyYfuxl"append-reverse"vpM!pqu_uxvWVUTSJ!\`pxXaqtyYfuxl"append-reverse"vrM!u_uxrsvWVUTSJ
%runs 4H4n$fmxlhnL!\`mxRd_mxxS#gox:lIE_ox_pxy=!l\`oxa_oxpySRJ!0oahpxnyM$Rom@M
sort 4"%procedure"CnyI"vector?"mxl"list->vector""sort"jmxnyL!"%runs""%list"CmynyR@S#gox:lIg\`oxx!l"cddr"oxa"%merge"_ox"cadr"oxnzpySRJ!gpxl"append-reverse"poy@SRJ!goxl_oL!@Z
vector-map 5"list->vector"^emjnxejoy{L
vector-for-each 5^cmjnxejoyO
vector->string 3"list->string"^jmnzL
string->vector 3"list->vector"^imnzL
string-map 5"list->string"^eminxeioy{L
string-for-each 5^cminxeioyO
string-index 4"list-index""char?"nxlH2n$"char=?"mEM$;n!imxM
alist->hash-table 3^"make-hash-table"nyRcH2o$"hash-table-update!/default"E_mxH2$mZ$\`mxO$"%list"AmyyIoZ
hash-table-ref 5"%hash-table-ref"mnySp=lgoxl_oxK!"error"BnM!gox:lIg\`oxx!l"cadr"ox\`pxL!\`pL
hash-table-update! 7"hash-table-set!"mno^"hash-table-ref"mnp{xN
hash-table-update!/default 8"hash-table-set!"mno"hash-table-ref/default"mnpzxN
hash-table-walk 4cH2n$E_mx\`mxM$"hash-table->alist"mxM
hash-table-fold 6bH4n$E_mx\`mxnN$o"hash-table->alist"mxN
hash-table-merge! 4"hash-table-walk"nH4m$"hash-table-exists?"Emyl9Z!"hash-table-set!"EmnN$yImZ
call-with-output-string 2"open-output-string"wQmnxI"get-output-string"nL
with-output-to-string 2"call-with-output-string"H2m$"%parameterize"da"current-output-port"myxEM$L
call-with-port 4nmxR"close-port"mxIoZ
`;
