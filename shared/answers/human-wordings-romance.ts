import type { Wording } from './wording.ts';

export const french: Wording = {
  person: `humain|humaine|humains|personne|être humain|conseiller|conseillère|opérateur|opératrice|agent|agente|
    interlocuteur|interlocutrice|représentant|représentante|téléconseiller*|aide humaine|assistance humaine|
    contact humain`,
  somebody: `quelqu un|conseillers|agents|opérateurs|service client|service clientèle|service après vente|support|
    responsable|employé|employée|technicien|technicienne|gestionnaire|collègue|équipe|un membre|manager|
    assistance|votre équipe|une des personnes|supérieur|sav|vendeur|comptabilité`,
  talk: `parler|parlez|discuter|échanger|chatter|tchatter|converser|entretenir|communiquer|dialoguer|
    écrire|conversation|contact|contacter|joindre|appeler|relation|communication`,
  transfer: `mettre|mettez|mets|met|passer|passez|passe|transférer|transférez|transfère|transfert|connecter|
    connectez|connecte|rediriger|redirigez|orienter|orientez|relier|reliez|mis|mise|envoyer|donnez`,
  me: 'moi|me|m|nous|ma demande|cette conversation|mon dossier',
  want: `veux|voudrais|souhaite|besoin|préfère|exige|demande|cherche|aimerais|souhaiterais|passez moi|donnez moi|
    passe moi|puis je avoir|veux voir|y a t il|il me faut|avoir|est ce qu il y a|préférerais`,
  link: 'à|a|avec|au|aux|en|vers|par|en direct avec|de',
  not: 'pas|pas besoin|sans|jamais|au lieu de|plutôt que|aucun|aucune|plutôt qu',
  enough: `ne veux pas|veux pas|marre|marre de|assez de|ras le bol|pas à|pas avec|plus parler|arrêtez|fatigué de|
    fatiguée de|plus de|stop`,
  bot: 'bot|robot|robots|chatbot|machine|ia|bots|ordinateur|automate',
  others: `clients|client|visiteurs|visiteur|utilisateurs|utilisateur|mon équipe|mes collègues|notre équipe|
    internautes`,
  about: `faut il|dois je|est ce que je dois|doit on|es tu|êtes vous|combien|quel|quelle|quels|quelles|
    transfert automatique|que se passe|suis je|si un|est ce que le|est ce un|parlé je|lequel`,
  help: 'aider|assister|répondre|appeler|rappeler|contacter|reprendre|m aider',
  please: `s il vous plaît|s il te plaît|svp|stp|maintenant|merci|urgent|d urgence|vite|tout de suite|
    immédiatement|directement|rapidement|aujourd hui|en direct`,
  there: 'là|ici|en ligne|disponible|joignable',
  callMe: `rappelez moi|appelez moi|rappelle moi|me rappeler|me rappelle|être rappelé|être rappelée|m appeler|
    rappel téléphonique`,
  small: `un de vos|une de vos|je|j|nous|vous|tu|on|un|une|le|la|l|les|d|du|des|qui|que|qu|peux|puis|peut|
    pourrait|pourrais|pouvez|pourriez|bonjour|salut|non|oui|ok|bonsoir|vrai|vraie|véritable|réel|réelle|
    physique|vivant|vivante|votre|vos|cette|ce|il|y|y a|t|t il|est ce que|comment|où|seulement|juste|
    il faut que|dois|entrer|mon|ma|ai|en ai|simplement|vraiment|enfin|pardon|désolé|autre humain|là bas|
    aide|suis|faire|être|possible de|possible|est il`,
  noise: `par personne|par agent|autre agent|autre conseiller|nouvel agent|ressources humaines|droits humains|
    droits de l homme|une personne par|formulaire de contact|agent immobilier|agent de voyage|
    pour une personne|seule personne|personne ne|avec mes|avec mon|avec ma`,
  but: 'mais|juste',
  and: 'et|car|parce que|pour que',
};

export const spanish: Wording = {
  person: `persona|humano|humana|humanos|ser humano|agente|operador|operadora|asesor|asesora|representante|
    ejecutivo|ejecutiva|atención humana|ayuda humana|ayuda de una persona|trato humano`,
  somebody: `alguien|atención al cliente|servicio al cliente|soporte|supervisor|supervisora|encargado|encargada|
    técnico|técnica|gerente|responsable|empleado|empleada|equipo|compañero|jefe|personal|especialista|
    ventas|servicio técnico`,
  talk: `hablar|hablo|charlar|conversar|chatear|platicar|comunicar|comunicarme|contactar|contactarme|
    contacto|conversación|ponerme en contacto|hablando|llamar|localizar`,
  transfer: `pásame|páseme|pásenme|pasarme|pasar|pasa|transfiér*|transferir*|transfier*|deriv*|conéct*|conect*|
    comuníc*|comunique*|comuniqu*|ponme|póngame|ponerme|pongan*|redirig*|enlaz*`,
  me: 'me|nos|mi caso|esta conversación|mi consulta|esta charla',
  want: `quiero|necesito|prefiero|deseo|quisiera|exijo|busco|dame|deme|denme|solicito|gustaría|me gustaría|
    querría|puedo tener|hay|preferiría|póngame un|pásame un`,
  link: 'con|a|al|por|para',
  not: `no necesito|no hace falta|sin|en vez de|en lugar de|nunca|no es necesario|no|ningún|ninguna`,
  enough: `no quiero|no más|harto de|harta de|cansado de|cansada de|basta de|odio|estoy harto|dejen|no con|no deseo`,
  bot: 'bot|robot|robots|máquina|chatbot|ia|bots|contestadora',
  others: `clientes|cliente|visitantes|visitante|usuarios|usuario|mi equipo|mis agentes|nuestros agentes`,
  about: `es necesario hablar|hay que hablar|eres|es usted|cuántas|cuántos|cuál|cuáles|qué|qué pasa|debo hablar|
    tienen|tienes|ofrecen|si un|estoy hablando|el bot|tengo que hablar con alguien para`,
  help: `ayudar|ayudarme|ayude|atender|atenderme|atienda|atiendan|llamar|llamarme|contestar|responder|asistir|
    contactarme`,
  please: `por favor|porfa|porfavor|ya|ahora|gracias|urgente|urgentemente|inmediatamente|directamente|ahora mismo|
    hoy|en vivo|en directo|en persona`,
  there: 'ahí|aquí|disponible|conectado|en línea|allí',
  callMe: `llámame|llámeme|llámenme|que me llamen|me pueden llamar|me puede llamar|me podrían llamar|
    devuélvanme la llamada|me llame`,
  small: `yo|un|una|el|la|los|las|lo|que|quien|quién|puedo|puede|pueden|puedes|podría|pueda|podrían|hola|sí|ok|
    buenas|buenos días|real|reales|de verdad|de carne y hueso|verdadera|verdadero|viva|su|sus|del|de su|de|
    cómo|dónde|algún|alguna|ser|es posible|me|usted|ustedes|le|tu|solo quiero|atendido|atendida|favor|haga|
    tengo que|necesidad|otra persona|otro humano|disculpe|perdón|quisiera que|estoy|este|esta|poder|se`,
  noise: `por persona|por agente|cada persona|otro agente|nuevo agente|más agentes|recursos humanos|
    derechos humanos|agente inmobiliario|agente de viajes|formulario de contacto|una sola persona|
    para una persona|otra persona a|con mi|con mis|a mi equipo`,
  but: 'pero|sino|solo|sólo|mas',
  and: 'y|porque|para que',
};

export const portuguese: Wording = {
  person: `pessoa|humano|humana|humanos|ser humano|atendente|agente|operador|operadora|representante|
    atendimento humano|ajuda humana|assistente humano`,
  somebody: `alguém|suporte|funcionário|funcionária|consultor|consultora|gerente|responsável|técnico|técnica|
    atendimento|equipe|equipa|supervisor|supervisora|gente|sac|apoio ao cliente|atendimento ao cliente|
    serviço ao cliente|vendas|colega|especialista|vendedor`,
  talk: `falar|falo|fale|conversar|comunicar|contactar|contatar|contato|contacto|bater papo|tratar|chat|conversa|
    entrar em contato|ligar|falando`,
  transfer: `passa|passe|passar|passem|transf*|encaminh*|conect*|coloca|coloque|direcion*|chama|chame|chamem|liga|
    ligue|redirecion*`,
  me: 'me|mim|nos|minha conversa|meu caso|esta conversa',
  want: `quero|preciso|preciso de|prefiro|desejo|queria|gostaria de|exijo|procuro|solicito|me dê|me dá|gostaria|
    posso ter|tem|há|preferia|quero ter`,
  link: 'com|para|pra|ao|à|a|por|pro',
  not: 'não preciso|não é preciso|sem|em vez de|ao invés de|nunca|não|nenhum|nenhuma',
  enough: `não quero|chega de|cansei|cansado de|cansada de|farto de|farta de|odeio|basta de|não com|
    não aguento mais`,
  bot: 'bot|robô|robo|robôs|máquina|chatbot|ia|bots',
  others: `clientes|cliente|visitantes|visitante|usuários|usuário|utilizadores|minha equipe|minha equipa|
    meus atendentes`,
  about: `é preciso falar|preciso falar com alguém para|você é|és|tu és|quantas|quantos|qual|quais|o que acontece|
    vocês têm|oferecem|se um|estou falando|o bot|tenho que falar com alguém para`,
  help: 'ajudar|ajude|atender|atendido|atendida|ligar|responder|contatar|assistir|assuma',
  please: `por favor|pfv|já|agora|obrigado|obrigada|urgente|urgentemente|imediatamente|diretamente|direto|hoje|
    ao vivo`,
  there: 'aí|aqui|disponível|online|ali',
  callMe: 'me liga|me ligue|me liguem|ligue me|liguem me|liga me|que me liguem|me ligar',
  small: `eu|um|uma|o|os|as|que|quem|posso|pode|podem|poderia|possa|possam|olá|oi|sim|ok|real|de verdade|
    verdadeira|verdadeiro|da|do|de|da sua|seu|sua|como|onde|algum|alguma|ser|é possível|faço|você|vocês|ter|
    eu possa|poderiam|favor|desculpe|bom dia|boa tarde|outra pessoa|outro humano|deste|desse|esse|este|
    consegue|tenho que|sou|estou`,
  noise: `por pessoa|por agente|cada pessoa|outro agente|outro atendente|novo agente|novo atendente|
    recursos humanos|direitos humanos|formulário de contato|para uma pessoa|agente de viagens|com meu|
    com minha|com meus`,
  but: 'mas|só|apenas',
  and: 'e|porque|para que',
};

export const italian: Wording = {
  person: `persona|umano|umana|umani|essere umano|operatore|operatrice|agente|consulente|rappresentante|addetto|
    addetta|assistenza umana|aiuto umano|incaricato`,
  somebody: `qualcuno|assistenza|responsabile|tecnico|tecnica|collega|servizio clienti|dipendente|supporto|team|
    manager|supervisore|assistenza clienti|direttore|commerciale|uno di voi|capo|specialista`,
  talk: `parlare|parlo|parlarne|parlarci|chattare|comunicare|discutere|conversare|contatto|contattare|sentire|
    scrivere|conversazione|raggiungere|mettermi in contatto|in contatto|telefonare`,
  transfer: `passi|passare|passami|passatemi|passarmi|mi passi|trasferi*|collega|collegami|collegarmi|collegatemi|
    metti|mettimi|mettetemi|metta|mettere|inoltra*|connett*|reindirizza*|girami`,
  me: 'mi|me|ci|noi|questa conversazione|la mia richiesta|questa chat',
  want: `voglio|vorrei|ho bisogno di|preferisco|desidero|esigo|cerco|mi serve|richiedo|dammi|datemi|mi dia|
    posso avere|c è|bisogno|bisogno di|preferirei|ci sono|mi passi|passatemi|passami|mi passa`,
  link: 'con|a|ad|al|all|allo|alla|da|di|dal',
  not: 'non ho bisogno|non serve|senza|invece di|al posto di|mai|non|nessun|nessuna',
  enough: `non voglio|basta|stufo di|stufa di|stanco di|stanca di|odio|non con|ne ho abbastanza di|basta con`,
  bot: 'bot|robot|macchina|chatbot|ia|bots|risponditore',
  others: 'clienti|cliente|visitatori|visitatore|utenti|utente|il mio team|i miei operatori',
  about: `devo parlare con qualcuno per|bisogna|sei|siete|è lei|quante|quanti|quale|quali|cosa succede|offrite|
    avete|se un|sto parlando|il bot`,
  help: `aiutarmi|aiutare|aiuta|aiuti|assistermi|rispondere|chiamarmi|contattarmi|assistere|richiamarmi`,
  please: `per favore|per piacere|subito|ora|grazie|urgente|urgentemente|immediatamente|direttamente|adesso|oggi|
    in diretta|dal vivo`,
  there: 'lì|qui|qua|disponibile|online|là',
  callMe: `chiamatemi|richiamatemi|mi chiami|mi richiami|mi chiamate|mi richiamate|essere richiamato|
    essere richiamata|richiamami|chiamami`,
  small: `io|un|uno|una|il|lo|la|l|gli|le|i|che|cui|posso|può|potete|potrebbe|puoi|possiamo|ciao|salve|no|sì|ok|
    buongiorno|reale|vera|vero|in carne e ossa|del|della|dei|vostro|vostri|come|dove|qualche|essere|
    è possibile|possa|avere|solo parlare|scusi|scusate|altra persona|questo|sono|vorrei che|del vostro`,
  noise: `a persona|per persona|per agente|ogni persona|altro operatore|altro agente|nuovo operatore|
    risorse umane|diritti umani|agente immobiliare|agente di viaggio|modulo di contatto|per una persona|
    con il mio|con i miei|con la mia`,
  but: 'ma|solo|soltanto|bensì',
  and: 'e|perché|affinché',
};
