import type { Wording } from './wording.ts';

const germanPerson =
  '(?:(?:echte|richtige|menschliche|lebendige|lebende|wirkliche|reale|zuständige|kompetente)[nrsm]? )*(?:mensch(?:en)?|person|mitarbeiter(?:in|n|s)?|mitarbeitenden?|kollegen?|kollegin|berater(?:in|n)?|support(?:team|mitarbeiter|er)?|support-team|kundenservice|kundendienst|kundensupport|kundenbetreuer(?:in)?|kundenberater(?:in)?|sachbearbeiter(?:in)?|ansprechpartner(?:in)?|ansprechperson|operator|agenten?|jemand(?:en|em)?|techniker(?:in)?|vorgesetzten?|chef|service-?mitarbeiter(?:in)?|team|betreuer(?:in)?)';
const germanTalk =
  '(?:sprechen|reden|chatten|telefonieren|schreiben|verbinden|verbunden|unterhalten|kommunizieren|quatschen|klären|besprechen|kontakt)';
const germanFresh = '(?!ich |will |möchte |bitte |sondern |kann |brauche )';
const germanEnd =
  '(?=\\P{L}*$|[,.!?;]| bitte| der | die | zum | sofort| jetzt| und | statt| mit dem | am telefon)';

const dutchPerson =
  '(?:(?:echte?|menselijke?|levende?) )*(?:mens|persoon|medewerker|iemand|collega|operator|agent|klantenservice|klantendienst|vertegenwoordiger|adviseur|supportmedewerker|helpdesk|manager)';

export const germanicWordings: readonly Wording[] = [
  {
    person: germanPerson,
    asks: [
      `<mit ~4{person}(?: [\\p{L}-]+){0,4} ${germanTalk}>`,
      `<(?:sprechen|spreche|sprich|rede|reden|chatte|chatten|verbinde|verbinden|verbindet|kontakt|gespräch|chat|rücksprache|telefonat|unterhaltung)(?: [\\p{L}-]+){0,4} mit ~3{person}>`,
      `<(?:an|zu|auf) (?:einen?|eine[nmr]?|den|die|ihren?|euren?|nen) {person}(?: [\\p{L}-]+){0,3} (?:weiterleiten|weitergeben|übergeben|vermitteln|durchstellen|weitergeleitet|verbinden|wenden|umschalten|wechseln|abgeben)>`,
      `<(?:leite*|gib|geben|gebt|stell*|vermittle*|schalte*|übergib|übergeben|hol*|ruf*) (?:mich |mir |uns |das |es |sie |bitte |den chat |doch |mal |sofort |jetzt )*(?:an |zu |mit |durch zu )?(?:einen?|eine[nmr]?|den|die|nen|ihren?|euren?|'nen|jemanden) ?{person}?>`,
      `<(?:brauche|möchte|will|wünsche|hätte|verlange|suche|bevorzuge|fordere|bitte um|wäre|benötige) ~3(?:einen?|eine[nmr]?|nen|'nen|den|richtige|echte) {person}>${germanEnd}`,
      '<(?:brauche|möchte|will|wünsche|hätte|verlange|suche|bevorzuge|gibt es|gibts) ~3(?:echte[nrs]?|richtige[nrs]?|menschliche[nrs]?|lebendige[nrs]?|persönliche[nrs]?) (?:menschen?|person|mitarbeiter*|ansprechpartner*|hilfe|kontakt|beratung|support|unterstützung|antwort)>',
      '^\\P{L}*(?:(?:hallo|hi|bitte|nein|ok|einfach) ?[,.!]? ?)*(?:einen? |eine[nmr]? |nen |den )?(?:echte[nrs]? |richtige[nrs]? )*(?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|operator|kundenservice|kundendienst|person|support-?mitarbeiter|ansprechpartner(?:in)?|kundenberater)(?:,? (?:bitte|sofort|jetzt|sprechen|danke|her))*\\P{L}*$',
      '<(?:kann|könnte|können|könnten|soll|sollte|möge|würde) (?:mir |mich |uns |sich )?(?:bitte |mal |hier |da )*(?:jemand|ein mensch|ein mitarbeiter|eine mitarbeiterin|ein kollege|einer von euch|wer|irgendwer|irgendjemand)(?: [\\p{L}-]+){0,6} (?:helfen|anrufen|kontaktieren|zurückrufen|weiterhelfen|übernehmen|kümmern|melden|antworten|schreiben)>',
      '<ruf(?:t|en sie)? mich(?: bitte| doch| mal)? (?:zurück|an)>|<(?:bitte um|wünsche einen?|möchte einen?) rückruf>|<(?:zurückgerufen|angerufen) werden>',
      '<ist (?:da|hier|dort|gerade|jetzt|irgendwo|denn)? ?(?:auch |noch |gerade |denn |mal )*(?:jemand|ein (?:echter |richtiger )?mensch|ein mitarbeiter|wer)(?: da| hier| online| erreichbar| verfügbar|,| echtes|\\P{L}*$)',
      '<(?:will|möchte|mag|habe keine lust|keine lust) ~3(?:nicht (?:mehr )?(?:mit|länger mit) ~2|kein(?:en|e) |auf (?:einen |diesen )?)(?:chat-?)?(?:bots?|roboter|maschine|computer|ki|automaten)>',
      '<nicht mit (?:einem|einer|dem|der|diesem|so einem) ~1(?:chat-?)?(?:bot|roboter|maschine|computer|ki|automaten)>',
      '<mensch(?:en)? bitte>|<bitte (?:ein(?:en)? )?(?:echten? )?mensch(?:en)?>',
    ],
    ignores: [
      `<(?:nicht|nie)(?: mehr| unbedingt| gern| gerne)? (?:mit|an|zu) (?:${germanFresh}[\\p{L}\\p{N}-]+ ){0,3}{person}>(?: (?:sprechen|reden|chatten|telefonieren|schreiben|verbunden|verbinden))*`,
      `<(?:kein(?:en?|em|er)?|ohne|statt|anstatt) (?:${germanFresh}[\\p{L}\\p{N}-]+ ){0,3}{person}>(?: (?:zu |sprechen|reden|chatten|telefonieren|schreiben|verbunden))*`,
      '<muss (?:ich|man) ~4mit ~3{person}(?: [\\p{L}-]+){0,3} sprechen>',
      '<(?:mit|für|an) (?:meinem?|unserem?|meinen|unseren|anderen|mehreren|einem weiteren|einem anderen|weiteren|pro|zwei|drei|allen) {person}>',
      `<(?:kann|können|dürfen|wie) (?:ein[e]? |meine |unsere |die )?(?:kunden?|besucher(?:in)?|nutzer|gäste|team|bot) ~3(?:mit|an) ~3{person}(?: [\\p{L}-]+){0,2} ${germanTalk}?`,
      '<(?:pro|jeder|jede|eine|wie viele|zwei) (?:person|mensch|mitarbeiter|personen|menschen|agenten) (?:kann|können|darf|dürfen|mehrere|zwei|kosten|sind)>',
      '<menschenrechte|personal(?:abteilung|wesen)',
    ],
  },
  {
    person: dutchPerson,
    asks: [
      '<(?:praten|spreken|chatten|bellen|overleggen|contact|verbinden|verbonden|doorverbonden|doorverbinden|communiceren|gesprek|schrijven)(?: [\\p{L}-]+){0,3} (?:met|naar) ~3{person}>',
      '<(?:met|naar|door(?: naar)?) ~3{person}(?: [\\p{L}-]+){0,4} (?:praten|spreken|chatten|bellen|verbinden|verbonden|doorverbonden|doorverbinden|overleggen|contact)>',
      '<(?:verbind|geef|zet|schakel|stuur) (?:me|mij|ons) ~3(?:met|aan|naar|door)? ?~3{person}>',
      "<(?:wil|zoek|heb|verlang|wens|geef mij|geef me|liever|mag ik|graag) ~3(?:een|'n|een echt) ?(?:echte?|menselijke?|levende?)? ?(?:mens|persoon|medewerker|operator|agent|vertegenwoordiger)>(?=\\P{L}*$|[,.!?]| nodig| spreken| aan | alsjeblieft| alstublieft| graag| die | in plaats)",
      '<(?:iemand|een medewerker|een mens|een persoon) (?:spreken|aan de lijn)>',
      "^\\P{L}*(?:(?:hallo|hoi|graag|nee|ok) ?[,.!]? ?)*(?:een |'n )?(?:echte?|menselijke?)? ?(?:mens|medewerker|klantenservice|operator|persoon)(?:,? (?:alsjeblieft|alstublieft|graag|aub|svp|nu))*\\P{L}*$",
      '<(?:kan|kunt|kunnen|zou) (?:iemand|er iemand|een medewerker|een mens)(?: [\\p{L}-]+){0,3} (?:helpen|bellen|terugbellen|contact|overnemen|opnemen)>',
      '<is er (?:iemand|een mens|een medewerker)(?: daar| aanwezig| beschikbaar| online| die|\\P{L}*$)|<bel (?:me|mij)(?: alsjeblieft| terug)?>',
      '<(?:niet|geen)(?: meer)? (?:met |tegen )?(?:een |deze |zo.n )?(?:chat)?(?:bot|robot|computer|machine)> ~4(?:praten|maar|spreken)',
    ],
    ignores: [
      '<(?:niet|geen|zonder|in plaats van)(?: per se| meer)? (?:(?!ik |wil |maar |graag |kan )[\\p{L}-]+ ){0,4}{person}>(?: (?:te |spreken|praten|nodig))*',
      '<(?:één|een|elke|per|hoeveel) (?:persoon|medewerker|mens)(?:en|s)? (?:kan|mag|twee|meerdere|gebruiken|hebben)>',
      '<(?:kunnen|hoe) (?:klanten|bezoekers|gebruikers|mijn \\p{L}+) ~3(?:met|naar) ~3{person}(?: \\p{L}+){0,2}',
    ],
  },
];
