import { lazy } from '../lazy.ts';
import { indexTerms } from './words.ts';

/** Words that turn up in texts on any subject: one of them in common says little, also where it is rare in a small knowledge base. */
const list = `able accept access account across add address age ago allow almost alone already although always amount
  answer area ask available average away back bad base based become begin behind believe benefit best better big bit
  body book both bottom bring build business buy call car care case cause center certain chance change charge check
  child children choose city class clear close code cold color come common community company compare complete
  condition consider contact contain continue control copy correct cost country course cover create current cut date
  day deal decide deep describe detail develop difference different difficult direct do door draw drive drop early
  easy eat effect else end enjoy enough enter entire event example exist expect experience explain eye face fact fall
  family famous far fast father favorite feel field figure fill final find fine fire first fit five fix fly follow
  food foot force form found four free friend full future game general girl good great green ground group grow guy
  half hand happen happy hard head hear heart heavy hear high history hit hold home hope hot hour house human idea
  important include increase information inside instead interest issue job join keep key kid kill kind large last late
  later lead learn leave left legal less letter level life light limit line list listen little live local long look
  lose love low main major man manage mark market matter mean meaning meet member mention method middle mind minute
  miss money month morning mother move movie much music name national near never new news next nice night normal note
  number offer office often old open option order original page paper parent part particular party pass past pay
  people percent perfect perform perhaps period person phone pick picture piece place plan play point popular position
  power prepare present president pretty prevent price problem process produce product program project provide public
  pull purpose put quality question quick quite rate reach read ready real reason receive recent record red reduce
  remain remember remove report require rest result return rich right rise road room rule run safe sale save school
  season second section see sell send sense separate series serious serve service set seven several share short side
  sign similar simple single sit situation size skill sleep slow small social solve song sort sound source special
  specific spend stage stand standard star start state stay step stop store story street strong student study stuff
  style subject suggest support sure system table take talk task team term test thought thousand three time title
  today together tomorrow tonight top total touch town track trade train travel treat tree trip trouble true try turn
  two type understand unit update usual value various version view visit voice wait walk wall wash watch water week
  weight white whole wide win window wish woman women wonder word work world worry worst worth write wrong year
  yesterday young`;

export const commonTerms = lazy((): ReadonlySet<string> => new Set(indexTerms(list)));
