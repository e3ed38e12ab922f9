import { lazy } from '../lazy.ts';
import { indexTerms } from './words.ts';

/** Words that say nothing of a question's subject, by language. */
const lists = {
  en: `a about above actually after again against all also am an and another any anybody anyone anything are around as at be
    because been before being below between both but by can cannot cant could couldnt d did didnt do does doesnt doing
    dont down during each either else etc ever every few for from further get gets getting give given go goes going got
    had has hasnt have havent having he hello help her here hers hey hi him his how however i id if ill im in into is
    isnt it its itself ive happen happened happens happening hiya im pls plz guys gonna wanna wondering just kind know let lets like ll lot make makes many may maybe me might mine more most much
    must my myself need needs no nor not now of off ok okay on once one only or other others our ours out over own
    please possible really regarding same say she should shouldnt show since so some still somebody someone something such tell
    than thank thanks that thats the their theirs them then there theres these they thing things this those through to
    too under until up upon us use used uses using ve very want wants was way we well were what whats when where
    wheres whether which while who whom whos whose why will with within without wont would wouldnt yes yet you your
    youre yours u ur ya thx dear sir madam regards cheers sorry`,
  de: `aber alle allem allen aller alles als also am an auch auf aus bei bin bis bitte da damit dann das dass dazu dein
    deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem
    einen einer eines er es etwas euch euer eure fur gegen gibt habe haben hallo hat hatte hier hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jeden jeder jedes jetzt kann kannst kein keine keinen konnen
    man manche mehr mein meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun nur ob oder
    ohne sehr sein seine sich sie sind so soll sollte sollten sonst uber um und uns unser unsere unter viel vom von vor
    wann warum was weil welche welchem welchen welcher welches wenn wer lange werde werden wie wieder will wir wird wo wurde
    wurden zu zum zur zwar zwischen bekomme bekommen bekommt brauche braucht gehe geht habt konnt konnte konnten macht mochte
    mochten mussten passiert seid sollen wollen wurden gerne danke guten tag viele grusse moin liebe lieber euren eurem unsere unserem`,
  fr: `a ai alors au aux avec avez avons bonjour c ca ce cela ces cet cette ceux chez comme comment d dans de des dois doit
    donc du elle elles en es est et etait ete etes etre eu faire fait faut il ils j je l la le les leur leurs lui m ma
    mais me meme mes moi mon n ne nos notre nous on ont ou par pas peut peux plus pour pourquoi puis qu quand que quel quelle
    quelles quels qui quoi s sa sans se ses si son sont sous suis sur t ta te tes toi ton tous tout toute toutes tu un
    une va vers veux voici voila vos votre vous y avons avoir dites etre etes faites merci peuvent pouvez puisje pourrais pouvons sommes
    soit suisje voudrais voulez veulent vont salut combien existetil faudra peuton`,
  es: `a al algo alguna algun ante antes aqui asi aun aunque cada como con cual cuales cualquier cuando cuanto cuantos de
    del desde donde dos el ella ellas ellos en entre era es esa ese eso esta estan estar estas este esto estos fue ha
    hace hacer hago han hasta hay hola la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o os otra
    otro para pero poco por porque puede puedo pueden que quien quiero se ser si sin sobre son soy su sus tambien tan
    te tener tengo ti tiene tienen todo todos tu tus un una unas uno unos usted y ya yo acabo alguien buenas buenos cuanta
    cuantas deseo estais estamos estoy gracias habeis haceis necesito necesita nuestra nuestras nuestros nuestro podeis podemos
    podria podrian puedes quiere quereis quisiera sabeis sois somos tendre teneis tenemos todavia vais vosotros voy
    vuestra vuestras vuestro vuestros pasa ahora`,
  it: `a ad ai al alla alle allo anche avere c che chi ci ciao come con cosa cui d da dal dalla de degli dei del dell
    della delle dello deve devo di dove due e ed era essere fa fare ha hai hanno ho i il in io l la le lei lo loro lui
    ma mi mia mio ne nei nel nella noi non nostro o per perche piu posso puo qual quale quali quando quanto quello
    questa questi questo qui se sei senza si sia sono sta su sul sulla suo tra tu tutti tutto un una uno voi vorrei abbiamo
    alcuni anch andare avete buongiorno buonasera bisogna dite dobbiamo dovete fate facciamo grazie nostra nostre nostri possiamo possono
    potete potrei puoi quanta quante quanti quest sapete serve servono siamo siete stiamo sugli vogliamo volete voglio vorremmo vostra vostre
    vostri vostro deve devono dov cos com quell nell dell sull`,
  pt: `a ao aos as ate com como da das de dela dele deles depois do dos e ela ele eles em entre era essa esse esta estao
    estar este eu faco fazer foi ha isso isto ja lhe mais mas me mesmo meu minha muito na nao nas nem no nos nossa nosso
    num numa o ola onde os ou para pela pelo pode podem por porque posso pra qual quais quando quanto que quem quero se
    sem ser seu so sobre sua tambem te tem tenho ter um uma voce voces alguem bom dia boa tarde esta estou estamos fazem
    gostaria obrigado obrigada podemos posso preciso precisa quantos quantas quer queria somos temos vou vamos vossa vosso`,
  nl: `aan al als bij ben dan dat de deze die dit doe doen door een en er geen goed graag had hallo hebben hebt heb heeft
    hem het hier hij hoe hoeveel hun ik in is ja je jij jou jouw jullie kan kunnen kunt maar me meer met mij mijn moet
    moeten na naar niet nog nu of om omdat ons onze ook op over te tegen toch toen tot u uit uw van veel voor waar
    waarom wanneer wat we wel welk welke werd wie wij wil wilt worden wordt ze zich zij zijn zo zonder zou bent graag dag gaat gaan hoi hebt jullie krijg krijgen mag mogen
    nodig ons staat zouden`,
  // Pairs of characters, as words of scripts without spaces are indexed.
  ja: `です ます ませ せん した して てい いる ある する こと もの ため から まで など この その あの どの これ それ どれ
    どう ですか すか ょう でし くだ ださ さい よう には では とは のは ので のか`,
  zh: `什么 怎么 么样 如何 可以 以吗 是否 是什 我们 你们 他们 这个 那个 哪些 哪里 为什 请问 有没 没有 一个 的是 吗的`,
} as const;

const languages = lazy(() =>
  Object.entries(lists).map(([language, list]) => ({ language, terms: new Set(indexTerms(list)) })),
);

/** A language's small words, as terms. */
export function smallWordsOf(language: string): ReadonlySet<string> {
  return languages().find((each) => each.language === language)?.terms ?? new Set();
}

/** Small words of the language of which these terms hold most, English where none leads, and all in which they hold as many. */
export function smallWordsFor(terms: readonly string[]): { languages: string[]; terms: ReadonlySet<string> } {
  const scored = languages().map(({ language, terms: small }) => ({
    language,
    small,
    hits: terms.filter((term) => small.has(term)).length,
  }));
  const best = scored.reduce((first, other) => (other.hits > first.hits ? other : first));
  const tied = scored.filter(({ hits }) => hits === best.hits);
  return { languages: tied.map(({ language }) => language), terms: best.small };
}

/** The stop words, as terms, of the language in which most of these terms are; English where none leads. */
export function stopTermsFor(terms: readonly string[]): ReadonlySet<string> {
  return smallWordsFor(terms).terms;
}
