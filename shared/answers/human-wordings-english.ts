import type { Wording } from './wording.ts';

const kind =
  '(?:(?:real|live|actual|human|proper|living|breathing|flesh and blood|genuine|senior|sales|customer|service|support|care|success) )*';
const role =
  'human beings?|humans?|persons?|people|agents?|operators?|representatives?|reps?|advis[eo]rs?|consultants?|employees?|(?:staff|team)(?: members?)?|members? of (?:your |the )?(?:staff|team)|support|customer (?:service|care|support)|helpdesk|managers?|supervisors?|colleagues?|specialists?|experts?|technicians?|engineers?|(?:some|any)(?:one|body)|man|woman|guy|sales|boss';
/** Words after which the person is part of something else: a seat, a policy. */
const notThing =
  '(?! (?:resources?|rights?|errors?|readable|reviews?|reviewed|seats?|licen[cs]es?|roles?|accounts?|plans?|dashboards?|tokens?|keys?|apis?|ids?|logins?|passwords?|per|permissions?|names?|pages?|settings?|emails?|portal|tickets?|hours|policy|policies|limits?|can (?:use|have|share|see|edit|access)|who (?:left|has left|quit)|to be|removed|added|on (?:my|our) (?:account|plan|team)))';
const bots =
  '(?:stupid |dumb |damn |useless |silly |fucking |chat ?)*(?:bots?|chat ?bots?|robots?|machines?|computers?|ai|automated (?:system|replies|answers|assistant))';
const wish =
  "(?:want|need|prefer|would like|'d like|wanna|require|demand|request|insist on|wish for|looking for|rather have|get me|give me|bring me|find me|send me|show me|hand me|let me have)";
const notWish =
  "(?:(?:do not|don't|dont|didn't|did not|doesn't|does not|would not|wouldn't|never|no longer) (?:really |actually |even |necessarily )?(?:want|need|like|wish|have|care|prefer|require|plan|intend|think i need|feel like|expect)|no need|without|instead of|rather than|avoid|rather not|needn't|prefer not|not (?:want|need|asking|looking))";
const fresh = '(?!want|need|i |let |give |get me|connect|can |please|but )';
const others =
  '(?:customers?|visitors?|users?|clients?|guests?|people|team|agents?|operators?|students?|patients?|employees?|colleagues?|bot|widget|he|she|they)';

export const englishWording: Wording = {
  person: `${kind}(?:${role})`,
  asks: [
    `<(?:talk|speak|chat|communicate|converse|conversation|chatting|talking|speaking|call|discussion|word)(?: directly| live| now| again| please)? (?:to|with) ~4{person}>${notThing}`,
    `<(?:talk|speak|chat)(?:ing)?(?: to| with)? ${kind}(?:human|person|people)s?>${notThing}`,
    `<(?:connect|transfer|put|pass|hand|forward|refer|redirect|switch|escalate|route|direct|link|patch|move|take)(?:red|ed|ing)? (?:(?:me|us|this|that|it|the chat|my \\w+|over|through|on|back|straight|this \\w+|directly) )*(?:to|with|through to|over to) ~4{person}>${notThing}`,
    `<${wish} (?:to (?:have|see|get|reach|contact) )?(?:a |an |the |some |any |another |your |one of your )?${kind}(?:human beings?|humans?|person|agent|operator|representative|rep|supervisor)>${notThing}`,
    `<${wish} (?:to (?:have|see|get|reach|contact) )?(?:help |assistance |support |an answer |a reply |service )(?:from|by|of) (?:a |an |the |some |your )?{person}>`,
    `<${wish} (?:human|live|personal|real) (?:help|support|assistance|contact|service|chat|attention|answer)>`,
    `<(?:reach|contact|get (?:hold of|in touch with|through to|to|me)|get a hold of|ask for|ask|message|reach out to) (?:a |an |some |your )?(?:(?:real|live|actual|human|living) )*(?:human beings?|humans?|real person|live person|(?:real|live|actual|human) (?:person|people|agents?|operators?|someone|reps?|representatives?|support)|representative|operator|person)>${notThing}`,
    '<(?:can|could|may|would|will|please have|have|let|get|ask|i need|i want|is there|does|shall)(?: please)? (?:some ?one|some ?body|any ?one|any ?body|a (?:real |live |human |actual )?(?:human|person|agent|colleague|representative)|one of your \\w+)(?: there| here| else| real| human| from \\w+(?: \\w+)?)*(?: please)?(?: to)? (?:please )?(?:help|call|contact|phone|ring|assist|get back|take over|talk|speak|write|reply|answer|look (?:at|into)|join|come|reach out|take care)>',
    '<(?:is|are) (?:there )?(?:any|some|a|an)? ?(?:one|body|(?:real |live |actual |human |living )*(?:humans?|person|people|agents?|operators?|representatives?)) (?:there|here|available|online|around|on duty|i (?:can|could|may) (?:talk|speak|chat|ask)|to (?:talk|speak|chat|help)|who (?:can|could) (?:help|talk|answer)|alive|real)>',
    '<(?:some|any)(?:one|body) (?:i can|i could|real|human|to) ?(?:talk|speak|chat|who|person|help)?>(?: to| with| me|$)',
    '<(?:call|phone|ring) me(?: back)?(?: please| now| asap| today| on | at | tomorrow|[ .!,]*$)',
    `<(?:(?:not|no more|enough of|stop|sick of|tired of|fed up with|done with|hate) (?:talking to |speaking to |chatting with |talk to )?|(?:do not|don't|dont) (?:want|like|wanna|wish) (?:to )?(?:talk|speak|chat|deal|waste my time)? ?(?:to |with )?)(?:a |an |this |these |your |the |any )?${bots}>`,
    `^\\P{L}*(?:(?:hi|hello|hey|please|no|ok|okay|yes|sorry|sir|just) ?[,.!]? ?)*(?:a |an |the |some )?${kind}(?:human beings?|humans?|person|agent|operator|representative|customer (?:service|care|support)|helpdesk|supervisor|live (?:chat|support)|human (?:help|support|assistance)|(?:contact|call) (?:human|agent|support))(?:,? (?:please|pls|plz|now|asap|right now|immediately|thanks|thank you|help))*\\P{L}*$`,
    '<(?:human|agent|operator|representative|real person|live person)[ ,]+(?:please|pls|plz|now)>',
    '(?:^\\P{L}*|<(?:please|can you|could you|to|must|want you to|and) )escalate(?: (?:this|it|my|the|now|please|to)|\\P{L}*$)',
    '<(?:hand ?(?:me |this |it )?(?:off|over)|handoff|take over) (?:please|to (?:a |an |your )?(?:human|person|agent|team))>',
    '<(?:speak|talk) to the manager>|<(?:i|we) (?:demand|want|need) (?:to see )?(?:the|your|a) manager>',
    '<(?:prefer|rather|like) (?:to )?(?:deal|work|talk|speak|chat|interact)(?:ing)? (?:to |with )(?:a |an |real |some )*{person}>',
  ],
  ignores: [
    `<${notWish} (?:${fresh}[\\p{L}\\p{N}'-]+ ){0,6}(?:{person})>`,
    '<no (?:human|person|agent|operator|representative)s? (?:needed|required|necessary|please|thanks)>',
    `<(?:my|our|your|the|their|other|do|does|can|will|let|if|when|which|how many|your bot|a) ${others} (?:(?:can|could|may|ask|asks|want|wants|need|needs|to|would|will|like|have|has|who|that|wish|wishes|be|able|directly|must|still|should|prefer|get|gets|visitors?|customers?) )*(?:talk|speak|chat|connect|connected|transferred|handed|a|an|another|real|human|request|requests|reach|contact|escalate)(?:s|ed|ing)? (?:${fresh}[\\p{L}'-]+ ){0,5}(?:{person})>`,
    `<(?:do|did|must|should|will|would|does) (?:i|we|one|you)(?: always| still| really)? (?:have to|need to|must|ever)? ?(?:talk|speak|chat|contact|call|be (?:connected|transferred)) (?:to |with )?(?:${fresh}[\\p{L}'-]+ ){0,4}(?:{person})>`,
    '<human[ -](?:resources?|rights?|errors?|readable|factors?|body|review(?:ed|ers?)?|verification|made|trafficking|generated|sciences?|translat*|moderat*|in the loop)>',
    '<(?:real estate|travel|user|insurance|estate|free|shipping|booking|ai|cleaning) (?:agents?)>',
    '<(?:per|each|every|one|two|three|how many|first|second|third|contact|which) (?:person|people|agents?|operators?)>',
    '<(?:persona?|person|agents?|operators?|representatives?) (?:seats?|licen[cs]es?|roles?|accounts?|limits?)>',
    '<(?:invite|add|remove|delete|hire|assign|train|block|ban|mention|tag|report|replace|notify|pay|refer|gift|send|give|transfer|share|move) (?:(?:it|this|that|my \\w+|a|an|the|money|ownership|data|files?|access|tickets?|licen[cs]es?|seats?|account|points|credits?|another|new|to|with|some|more) )+(?:another |new |other )?(?:person|people|user|agents?|operators?|someone(?: else)?|somebody(?: else)?|colleagues?|employees?|team ?mates?|team members?|managers?|humans?)>',
    '<(?:are|am) (?:you|i) (?:talking |speaking |chatting )?(?:to |with )?(?:a |an )?(?:real )?(?:human|person|bot)>',
    '<how (?:do|can|does|to) ~3(?:call|phone) me>',
  ],
};
