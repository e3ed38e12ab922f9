/** Patterns of whole sentences, without accents, signs and capitals, as `small-talk.ts` reads them. */

/** Asking how one is, and wishing well. */
export const courtesies = [
  'how (?:are|r) (?:you|u|things)(?: all| doing| feeling)?(?: today| tonight)?',
  'how s? ?(?:it|life|everything|your day)(?: going| been)?',
  'what ?s up',
  'nice to meet you',
  'have a (?:nice|good|great) (?:day|one|evening|weekend)',
  'see (?:you|ya) (?:later|soon|tomorrow)',
  'wie geht ?(?:es|s)(?: dir| ihnen| euch)?(?: heute)?',
  'schonen (?:tag|abend)(?: noch)?',
  'comment (?:ca va|vas tu|allez vous)|ca va|bonne journee',
  'que tal(?: estas)?|como (?:estas|esta|va)|buen dia',
  'come (?:stai|sta|va)|buona giornata',
  'tudo bem|como vai(?: voce)?',
  'hoe gaat het(?: met (?:je|jou|u))?|fijne dag(?: nog)?',
];

/** What is said to the bot of itself, of the one who says it, or for the fun of it. */
export const chat = [
  '(?:who|what) (?:are|r) (?:you|u)(?: really| exactly)?',
  '(?:are|r) (?:you|u) (?:a |an |the |just )*(?:real |actual |live )*(?:bot|robot|human|person|ai|machine|computer|chatgpt|real|alive|there)(?: or .{1,30})?',
  '(?:you|u) there|(?:what ?s|what is) your name|how old (?:are|r) (?:you|u)',
  'who (?:made|built|created|programmed|trained) (?:you|u)',
  '(?:can|do) (?:you|u) (?:think|dream|feel|sleep|eat|hear me|love me|like me)',
  '(?:you|u|ur|youre)(?: are| re| ve been| have been| r| so| very| really| a| an| the| not| such)* (?:stupid|dumb|useless|bad|terrible|great|good|funny|nice|cute|best|awesome|amazing|smart|helpful|annoying|idiot|boring|rude|kind)(?: bot)?',
  '(?:good|bad|nice|stupid) (?:bot|robot)|bot|robot',
  'i (?:love|like|hate|miss) (?:you|u)(?: so much)?',
  '(?:i m|i am|im)(?: so| very| just)* (?:sad|bored|happy|tired|lonely|hungry)',
  'tell me a(?:nother)? (?:joke|story)|sing (?:me )?a song',
  '(?:ha){2,}|lol|lmao|hmm+|wow|yo',
  'wer bist du|wie hei(?:ss|ß)t du|erzahl (?:mir )?einen witz|ich liebe dich',
  'bist du (?:ein |eine )?(?:echter? )?(?:bot|roboter|mensch|person|ki|maschine|computer)',
  'qui (?:es tu|etes vous)|comment (?:tu t appelles|t appelles tu|vous appelez vous)|raconte(?: moi)? une blague|je t aime',
  '(?:es tu|etes vous) une? (?:vraie? )?(?:robot|humain|personne|machine)',
  'quien eres|como te llamas|cuentame un chiste|te quiero',
  'eres (?:un |una )?(?:robot|bot|persona|humano|maquina)(?: real)?',
  'chi sei|come ti chiami|(?:dimmi|raccontami) una barzelletta|ti amo',
  'sei (?:un |una )?(?:robot|bot|persona|umano|macchina)(?: vera| reale)?',
  'quem e voce|como voce se chama|conte uma piada|voce e uma? (?:robo|bot|humano|pessoa|maquina)',
  'wie ben je|hoe heet je|vertel een mop|ben je een (?:echt )?(?:robot|bot|mens)',
];
