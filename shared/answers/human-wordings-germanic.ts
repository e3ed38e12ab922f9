import type { Wording } from './wording.ts';

export const german: Wording = {
  person: `mensch|menschen|person|mitarbeiter|mitarbeiterin|mitarbeitern|berater|beraterin|operator|agenten|
    ansprechpartner|ansprechpartnerin|ansprechperson|kundenberater*|kundenbetreuer*|sachbearbeiter*|
    support-mitarbeiter|supportmitarbeiter*|servicemitarbeiter*|persönlichen kontakt|persönliche beratung|
    menschliche hilfe|menschlichen support`,
  somebody: `jemand|jemanden|jemandem|irgendwer|irgendjemand*|wer|kollege|kollegen|kollegin|support|support team|
    supportteam|kundenservice|kundendienst|kundensupport|kundenbetreuung|service|team|techniker*|
    vorgesetzte*|chef|chefin|vertrieb|buchhaltung|einer von euch|fachmann|experten|verantwortlichen|
    zuständigen|abteilung|mitarbeitenden`,
  talk: `sprechen|spreche|sprich|reden|rede|beschweren|chatten|chatte|telefonieren|schreiben|unterhalten|kommunizieren|
    gespräch|rücksprache|telefonat|kontakt|kontaktieren|erreichen|erreiche|erreich|besprechen|klären|chat|
    anrufen|quatschen|unterhaltung|kontakt aufnehmen|wenden`,
  transfer: `verbinden|verbinde|verbindet|verbunden|weiterleiten|weitergeleitet|leiten|leite|durchstellen|stellen|
    stell|stelle|vermitteln|übergeben|übergib|weitergeben|geben|gib|gebt|holen|hol|rufen|ruf|schalten|
    umschalten|abgeben|lassen|lass`,
  me: 'mich|mir|uns|das|es|das gespräch|den chat|meine anfrage',
  want: `möchte|will|brauche|wünsche|hätte gern|hätte gerne|verlange|suche|bevorzuge|fordere|benötige|bitte um|
    gib mir|gebt mir|geben sie mir|lieber|gibt es|gibts|kann ich|könnte ich|hol mir|holen sie mir|ich nehme|
    wäre`,
  link: 'mit|bei|an|zu|auf|zum|von',
  not: 'nicht|kein|keine|keinen|keinem|keiner|ohne|statt|anstatt|nie',
  notAfter: 'rede ich nicht|spreche ich nicht|schreibe ich nicht',
  enough: `nicht mit|will keinen|will kein|keine lust auf|keine lust|genug von|satt|nervt|schluss mit|leid|
    will nicht|möchte nicht|mag nicht|möchte keinen|weg mit|nicht mehr|statt mit`,
  bot: 'bot|chatbot|roboter|maschine|computer|ki|automaten|automat|bots|robotern',
  others: `kunden|kunde|besucher|besuchern|besucherin|nutzer|gäste|user|kundinnen|mein team|unser team|euer bot|
    unsere mitarbeiter|meine mitarbeiter|anwender`,
  about: `muss ich|muss man|bist du|sind sie|bin ich|wie viele|wieviele|welche|welcher|welches|übergabe|
    weiterleitung|was passiert|ist das|ob|wann wird|spreche ich mit einem|rede ich mit einem|
    spreche ich gerade|bietet|bieten`,
  help: `helfen|weiterhelfen|antworten|übernehmen|kümmern|melden|anrufen|zurückrufen|kontaktieren|schreiben|
    unterstützen`,
  please: `bitte|sofort|jetzt|danke|dringend|gleich|umgehend|schnell|heute|direkt|persönlich|her|schnellstmöglich`,
  there: 'da|hier|online|erreichbar|verfügbar|dort|anwesend',
  callMe: `rückruf|ruf mich|rufen sie mich|ruft mich|zurückrufen|zurückgerufen|angerufen werden|
    mich jemand anrufen|mich anrufen|mich bitte anrufen|mich bitte zurückrufen`,
  small: `ich|wir|sie|ihr|du|ein|eine|einen|einem|einer|eines|nen|ne|der|die|den|dem|des|ihrem|ihren|ihrer|eurem|
    euren|eurer|deinem|deinen|kann|könnte|können|könnten|könnt|darf|dürfte|hallo|hi|guten tag|ok|nein|ja|
    einfach|mal|doch|auch|gern|gerne|echten|echte|echter|echtem|richtigen|richtige|richtiger|lebenden|
    lebendigen|wirklichen|realen|menschlichen|zuständigen|kompetenten|wie|komme ich|in|aus|vom|wer|
    mir bitte|würde|werden|soll|sollte|muss|ich muss|hilfe von|hilfe|weiter|anderen menschen|entschuldigung|
    noch|denn|ist|und zwar|den chat mit|gerade|endlich|wo|hätte|haben|am telefon|telefonisch|per telefon|
    kommen|wieder|selbst`,
  noise: `pro person|pro mitarbeiter|je person|pro mensch|weiteren mitarbeiter|weitere mitarbeiter|
    neuen mitarbeiter|anderen mitarbeiter|zweiten mitarbeiter|menschenrechte|personalabteilung|an wen|
    eine person|kontaktformular|support an|für meine mitarbeiter|mit meinem|mit meinen|mit unserem|
    mit unseren|einen chat|zum beispiel`,
  but: 'sondern|aber|nur',
  and: 'und|weil|damit|dass',
};

export const dutch: Wording = {
  person: `mens|mensen|persoon|medewerker|medewerkster|operator|agent|vertegenwoordiger|klantenservicemedewerker|
    consulent|menselijke hulp|echt mens|levend persoon`,
  somebody: `iemand|collega|klantenservice|klantendienst|adviseur|supportmedewerker|support|helpdesk|manager|team|
    leidinggevende|een van jullie|technicus|specialist|verkoop|boekhouding|afdeling`,
  talk: `praten|spreken|spreek|praat|chatten|bellen|overleggen|contact|communiceren|gesprek|schrijven|bereiken|
    bereik|contacteren|te woord`,
  transfer: `verbind|verbinden|verbonden|doorverbinden|doorverbonden|doorschakelen|zet|schakel|stuur|doorsturen|geef|
    overdragen|koppel|haal|breng`,
  me: 'me|mij|ons|dit gesprek|deze chat|dit|het gesprek',
  want: `wil|wil graag|heb|zoek|verlang|wens|geef mij|geef me|liever|zou graag|eis|mag ik|kan ik|is er|
    zijn er`,
  link: 'met|naar|aan|door|door naar|van|door met|door aan',
  not: 'niet|geen|zonder|in plaats van|nooit',
  enough: `wil niet|niet met|zat|beu|genoeg van|geen zin in|geen zin|stop met|wil geen|haat|niet meer|niet tegen`,
  bot: 'bot|chatbot|robot|computer|machine|ai|bots',
  others: `klanten|klant|bezoekers|bezoeker|gebruikers|gebruiker|mijn team|mijn collega|mijn medewerkers`,
  about: `moet ik|ben je|bent u|ben jij|hoeveel|welke|wordt|overdracht|wat gebeurt|of ik|spreek ik met|
    praat ik met|draagt|hebben jullie|hebt u|heeft u`,
  help: `helpen|terugbellen|overnemen|opnemen|antwoorden|bijstaan|bellen|assisteren|verder helpen`,
  please: `alsjeblieft|graag|alstublieft|aub|svp|nu|dringend|meteen|bedankt|direct|zo snel mogelijk|persoonlijk|vandaag|
    spoed`,
  there: 'daar|aanwezig|beschikbaar|online|hier|bereikbaar',
  callMe: 'bel me|bel mij|bel me terug|terugbellen|teruggebeld worden|belt u mij|bellen jullie mij',
  small: `ik|wij|we|u|je|jullie|een|n|de|het|die|dat|wie|kan|kunt|kunnen|kun|zou|mag|hallo|hoi|nee|ja|ok|sorry|
    echt|echte|menselijk|menselijke|levend|levende|levensecht|even|nodig|hoe|kom ik|in|een van uw|
    een van jullie|uw|ook|er|is|of|om|te|hulp|van de|moeten|moet|ik moet|waar|gewoon|alleen maar|terug|deze`,
  noise: `per persoon|per medewerker|andere medewerker|nieuwe medewerker|extra medewerker|mensenrechten|
    personeelszaken|een persoon|contactformulier|met mijn|de andere`,
  but: 'maar|alleen',
  and: 'en|omdat|zodat',
};
