import type { Wording } from './wording.ts';

const frenchPerson =
  "(?:(?:vraie?s?|véritable|autre) )?(?:humaine?s?|personne|être humain|conseill(?:er|ère)|agente?|opérat(?:eur|rice)|quelqu'un|responsable|service client(?:èle)?|support|représentante?|employée?|technicien(?:ne)?|interlocut(?:eur|rice)|gestionnaire|membre d[eu] [\\p{L}' ]+|collègue|équipe)";
const spanishPerson =
  '(?:(?:verdader[oa]|auténtic[oa]|otr[oa]) )?(?:persona|human[oa]s?|agente|operador[a]?|asesor[a]?|representante|alguien|ser humano|emplead[oa]|atención al cliente|soporte|supervisor[a]?|encargad[oa]|ejecutiv[oa]|técnic[oa]|gerente|responsable|servicio al cliente)';
const portuguesePerson =
  '(?:(?:verdadeir[oa]|outr[oa]) )?(?:pessoa|human[oa]s?|atendente|agente|operador[a]?|alguém|representante|ser humano|funcionári[oa]|suporte|consultor[a]?|assistente human[oa]|gerente|responsável|técnic[oa]|atendimento(?: human[oa])?|gente)';
const italianPerson =
  '(?:(?:ver[oa]|altr[oa]) )?(?:persona|uman[oa]|essere umano|operat(?:ore|rice)|qualcuno|agente|consulente|rappresentante|assistenza|addett[oa]|responsabile|tecnic[oa]|collega|servizio clienti|dipendente)';

export const romanceWordings: readonly Wording[] = [
  {
    person: frenchPerson,
    asks: [
      "<(?:parler|discuter|échanger|chatter|tchatter|converser|m'entretenir|communiquer|dialoguer|écrire|conversation|contact)(?: directement)? (?:à|avec|aux?|en direct avec) ~3(?:l'|d'|qu')?{person}>",
      "<(?:mett(?:re|ez)|mets|passer|passez|passe|transfér(?:er|ez|é|ée)|transfère|connect(?:er|ez|e)|redirig(?:er|ez|e)|mis|mise|orient(?:er|ez)|relier|relié)(?:-moi| moi)?(?: [\\p{L}'-]+){0,5} (?:à |avec |vers |l')?~1{person}>",
      "<(?:veux|voudrais|souhaite|besoin|préfère|exige|demande|cherche|aimerais|joindre|contacter|avoir)(?: avoir| voir| contacter| joindre| parler)? (?:d')?(?:une? |à une? )?(?:(?:vraie?|véritable) (?:humaine?|personne|conseill\\p{L}+|agent|être humain|interlocuteur)|humaine?|être humain|conseill(?:er|ère)|opérat(?:eur|rice)|personne (?:réelle|humaine|physique)|agent humain|interlocuteur|aide humaine|assistance humaine|représentant)>",
      "^\\P{L}*(?:(?:bonjour|non|ok|svp) ?[,.!]? ?)*(?:une? )?(?:vraie? )?(?:humain|personne|conseill(?:er|ère)|opérateur|service client|être humain|agent|personne réelle|vraie personne)(?:,? (?:s'il vous plaît|s'il te plaît|svp|stp|maintenant|merci))*\\P{L}*$",
      "<quelqu'un (?:peut|pourrait|peut-il|pourrait-il|peux)(?: [\\p{L}'-]+){0,2} (?:m'aider|m'appeler|me rappeler|me contacter|m'assister|me répondre|aider)>|<(?:est-ce que|y a-t-il|il y a|ya) (?:qu')?~1quelqu'un>|<y a-t-il une? (?:vraie? )?(?:humain|personne|conseiller)>|<(?:rappelez|appelez)-moi>|<être rappelée?>",
      "<(?:pas|marre de|plus)(?: parler)? (?:à|avec|un|d'un|une|à un|avec un|aux)? ?(?:robots?|bots?|machine|ia|chatbot)>",
    ],
    ignores: [
      "<(?:pas|sans|jamais|au lieu de|plutôt que)(?: besoin| envie| forcément)? (?:(?!je |j'|mais |peux |puis |passe*|svp )[\\p{L}'-]+ ){0,5}(?:[dl]')?{person}>",
      '<(?:une|chaque|par|combien de|deux|plusieurs) (?:seule )?(?:personnes?|agents?) (?:peut|peuvent|utilise*|puis|par|maximum)>',
      '<ressources humaines|droits humains',
      '<(?:mes|nos|les|vos) (?:clients?|visiteurs?|utilisateurs?) ~4(?:parler|discuter|échanger) ~4{person}>',
    ],
  },
  {
    person: spanishPerson,
    asks: [
      '<(?:hablar|charlar|conversar|chatear|comunicar(?:me|se)?|contactar(?:me)?|hable|hablo|platicar|contacto|conversación)(?: directamente)? (?:con|a) ~4{person}>',
      '<(?:pásame|pásenme|páseme|pasarme|pasar|transfiér\\p{L}+|transferir\\p{L}*|transfier\\p{L}+|deriv\\p{L}+|conéct\\p{L}+|conect\\p{L}+|comuníc\\p{L}+|comunic\\p{L}+|ponme|póngame|ponerme) ~4(?:con|a) ~3{person}>',
      '<(?:quiero|necesito|prefiero|deseo|quisiera|exijo|busco|dame|deme|solicito|me gustaría)(?: a| que me atienda| ver a| tener| un poco de)? ?(?:una?|el|la|algún)? ?(?:persona (?:real|humana|de verdad|viva)|human[oa]|ser humano|agente(?: humano)?|operador[a]?|asesor[a]?|representante|atención humana|ayuda humana|persona)>(?! (?:de viajes|inmobiliari|en mi|adicional|más))',
      '<(?:me|que) (?:atienda|ayude|llame|conteste)(?: por favor)? (?:una?|el|la)? ?{person}>',
      '^\\P{L}*(?:(?:hola|no|ok|por favor) ?[,.!]? ?)*(?:una? )?(?:persona(?: real)?|human[oa]|agente|operador[a]?|asesor[a]?|representante|atención al cliente|ser humano|servicio al cliente)(?:,? (?:por favor|ya|ahora|porfa|gracias|real))*\\P{L}*$',
      '<hay alguien(?: ahí| aquí| disponible| real| que| conectado|\\P{L}*$)|<alguien (?:me )?(?:puede|podría|que me) (?:ayud|llam|atend|contact)*|<(?:puede|podría|pueden) (?:alguien|una persona) ~2(?:ayud|llam|atend|contact)*|<(?:llám(?:e|a|en)me|me (?:pueden?|podrían?) llamar)>',
      '<(?:no quiero|no más|harto de|cansado de)(?: hablar| tratar)?(?: con)? (?:una? |este |el )?(?:bots?|robots?|máquina|chatbot|ia)>',
    ],
    ignores: [
      '<(?:no (?:quiero|necesito|deseo|quisiera|hace falta|me hace falta|es necesario|tengo que)|sin|en vez de|en lugar de) (?:(?!quiero |necesito |prefiero |sino |pero )[\\p{L}-]+ ){0,5}{person}>',
      '<(?:una|cada|por|cuántas|dos) (?:sola )?(?:personas?|agentes?) (?:puede|pueden|usa|usar|por|puedo)>',
      '<recursos humanos|derechos humanos',
      '<(?:mis|nuestros|los|sus) (?:clientes|visitantes|usuarios) ~4(?:hablar|chatear|comunicarse) ~4{person}>',
      '<tengo que hablar con ~3{person}> (?:para|si)>',
    ],
  },
  {
    person: portuguesePerson,
    asks: [
      '<(?:falar|conversar|comunicar|contactar|contatar|chat|bater papo|contato|contacto|tratar)(?: diretamente)? (?:com|a) ~4{person}>',
      '<(?:pass[ae]|passar|transf[ei]r\\p{L}*|encaminh\\p{L}*|conect\\p{L}*|coloqu?\\p{L}*|direcion\\p{L}*|chame|chama) ~4(?:com|para|pra|a|ao|à)? ?~2{person}>',
      '<(?:quero|preciso(?: de)?|prefiro|desejo|queria|gostaria de|exijo|procuro|solicito|me dê|me dá)(?: ter| ver| ser atendid[oa] por| ajuda de| que)? ?(?:uma?|o|a|algum)? ?(?:pessoa (?:real|humana|de verdade)|human[oa]|ser humano|atendente(?: human[oa])?|agente human[oa]|operador[a]?|representante|atendimento humano|ajuda humana|pessoa)>(?! (?:na minha|adicional|a mais))',
      '^\\P{L}*(?:(?:olá|oi|não|ok|por favor) ?[,.!]? ?)*(?:uma? )?(?:pessoa(?: real)?|human[oa]|atendente|agente|operador[a]?|representante|atendimento humano|ser humano)(?:,? (?:por favor|já|agora|pfv|obrigad[oa]|real))*\\P{L}*$',
      '<(?:tem|há) alguém(?: aí| aqui| disponível| real| que| online|\\P{L}*$)|<alguém (?:me )?(?:pode|poderia|consegue) (?:me )?(?:ajud|lig|atend|contat)*|<(?:pode|poderia|podem) alguém ~2(?:ajud|lig|atend)*|<(?:me lig(?:a|ue|uem)|ligue-me|liguem-me|liga-me)>',
      '<não quero (?:falar |conversar )?(?:com )?(?:um |uma |este |o )?(?:bot|robôs?|robo|máquina|chatbot|ia)>',
    ],
    ignores: [
      '<(?:não (?:quero|preciso(?: de)?|desejo|é preciso|tenho que|é necessário)|sem|em vez de|ao invés de) (?:(?!quero |preciso |prefiro |mas |e )[\\p{L}-]+ ){0,5}{person}>',
      '<(?:uma|cada|por|quantas|duas) (?:só )?(?:pessoas?|agentes?) (?:pode|podem|usa|usar|por|posso)>',
      '<recursos humanos|direitos humanos',
      '<(?:meus|nossos|os|seus) (?:clientes|visitantes|usuários|utilizadores) ~4(?:falar|conversar) ~4{person}>',
    ],
  },
  {
    person: italianPerson,
    asks: [
      "<(?:parlare|parlo|chattare|comunicare|discutere|conversare|mettermi in contatto|contatto|sentire|scrivere)(?: direttamente)? (?:con|a|ad) ~3(?:un'|l')?{person}>",
      "<(?:pass\\p{L}+|trasferi\\p{L}+|collega\\p{L}+|mett\\p{L}+|metti\\p{L}+|inoltr\\p{L}+|connett\\p{L}+) ~4(?:con|a|ad|al|all')? ?~2(?:un'|l')?{person}>",
      "<(?:voglio|vorrei|ho bisogno di|preferisco|desidero|esigo|cerco|mi serve|richiedo|dammi|datemi)(?: avere| contattare| vedere)? ?(?:un'|un |una |uno |l')?(?:persona (?:reale|vera|umana|in carne)|vera persona|umano|essere umano|operat(?:ore|rice)|agente umano|assistenza umana|aiuto umano|consulente|addetto|rappresentante|persona)>(?! (?:in più|nel mio|aggiuntiv))",
      "^\\P{L}*(?:(?:ciao|salve|no|ok|per favore) ?[,.!]? ?)*(?:un'|un |una |uno )?(?:persona(?: reale| vera)?|uman[oa]|operat(?:ore|rice)|servizio clienti|essere umano|agente|consulente)(?:,? (?:per favore|per piacere|subito|ora|grazie|umano))*\\P{L}*$",
      "<c'è qualcuno(?: lì| qui| disponibile| online| che| con cui|\\P{L}*$)|<(?:qualcuno|una persona) (?:può|potrebbe|mi può|mi potrebbe) ~1(?:aiut|chiam|contatt|assist|richiam)*|<(?:può|potrebbe) (?:qualcuno|una persona) ~1(?:aiut|chiam|contatt)*|<(?:chiamatemi|richiamatemi|mi (?:chiami|richiami|chiamate|richiamate))>",
      '<non voglio (?:parlare )?(?:con )?(?:un |una |questo |il )?(?:bot|robot|macchina|chatbot|ia)>',
    ],
    ignores: [
      "<(?:non (?:voglio|vorrei|ho bisogno di|mi serve|desidero|serve|devo)|senza|invece di|al posto di) (?:(?!voglio |vorrei |ma |preferisco )[\\p{L}-]+ ){0,5}(?:un'|l')?{person}>",
      '<(?:una|ogni|per|quante|due) (?:sola )?(?:person[ae]|agenti?|operatori) (?:può|possono|usa|usare|per|posso)>',
      '<risorse umane|diritti umani',
      '<(?:i miei|i nostri|i|i suoi) (?:clienti|visitatori|utenti) ~4(?:parlare|chattare) ~4{person}>',
    ],
  },
];
