import type { Wording } from './wording.ts';

export const english: Wording = {
  person: `human|humans|human being|human beings|person|operator|representative|rep|agent|csr|supervisor|
    human agent|live support|live chat|human support|human help|human assistance|human contact|real people|
    live person|human service`,
  somebody: `someone|somebody|sb|anyone|anybody|any one|people|agents|operators|representatives|reps|support|
    customer service|customer care|customer support|support team|sales team|team|staff|staff member|
    member of staff|team member|manager|colleague|employee|advisor|adviser|consultant|specialist|expert|
    technician|engineer|sales|boss|guy|man|woman|helpdesk|help desk|one of you`,
  talk: `talk|talking|speak|speaking|chat|chatting|converse|communicate|conversation|discuss|call|phone|deal|
    dealing|interact|word|contact|complain|question for|in touch|hold|reach|reach out|get through|ask for|discussion|message|
    write|writing|typing|hear from`,
  transfer: `connect|connected|transfer|transferred|put|pass|hand|handed|hand over|forward|redirect|switch|route|
    direct|link|patch|move|escalate|escalated|take|bring|get|send|through|over|refer`,
  me: `me|us|this|it|this chat|the chat|my call|my case|my issue|this conversation|my ticket|myself|ourselves|
    my question|this issue|my chat`,
  want: `want|need|would like|d like|wanna|require|demand|request|insist on|looking for|rather have|prefer|
    get me|gimme|give me|bring me|find me|send me|show me|let me have|i ll take|can i get|can i have|
    could i have|may i have|could i get|rather|is there|are there|get a|give us|get us`,
  link: 'to|with|w|by|from',
  not: `don t need|do not need|dont need|don t have|no need|without|instead of|rather than|never|not|avoid|
    didn t want|doesn t want|no human|no agent|no person|no operator|no representative|don t really|needn t|
    don t have to|not need|don t think i need`,
  enough: `don t want|do not want|dont want|don t like|hate|tired of|sick of|fed up with|enough of|enough with|
    no more|stop|done with|not another|refuse|no longer want|don t wanna|dont wanna|not with`,
  bot: `bot|chatbot|chat bot|robot|machine|computer|ai|bots|robots|machines|chatbots|computers|automated system|
    automated assistant|automated replies|auto reply`,
  others: `customers|customer|visitors|visitor|users|user|clients|client|guests|students|patients|shoppers|my team|
    our team|my colleague|my colleagues|our agents|my agents|your bot|my bot`,
  about: `are you|am i|do i have to|do i need to|do we have to|must i|should i|will i have to|does|how many|which|
    who is|who are|whether|when does|handover|handoff|hand off|escalation|what happens|how does|will i be|
    what if|why did|did you|have you`,
  help: `help|assist|take over|look into|answer|reply|respond|come|join|take care|get back to me|contact me|
    talk to me|speak to me|speak with me|talk with me`,
  please: `please|pls|plz|thanks|thank you|asap|now|immediately|urgent|urgently|right now|right away|today|at once|
    instead|already|directly|live`,
  there: 'there|here|online|around|available|on duty|awake|alive',
  callMe: `call me|phone me|ring me|call me back|phone me back|callback|call back please|have someone call|
    get me someone|get me somebody|give me someone|find me someone|who can i speak to|who can i talk to|who do i talk to|who do i speak to|who should i talk to|
    call us back`,
  small: `i|we|i m|am|a|an|the|some|any|your|my|our|you|u|can|could|may|might|will|would|just|really|real|actual|
    actually|proper|living|breathing|hi|hello|hey|ok|okay|yes|no|sorry|sir|madam|one of your|from your|
    from the|who|can t|cannot|let|back|straight|on|that|is it possible|possible|have|how|how do|do|where|
    again|still|finally|someone from|department|must|have to|is|senior|different|qualified|normal|going|
    gonna|so|be|able|else|another human|another person|another agent|be able to|flesh and blood|best way|
    get hold of|this company|ur|wish|should|with with|team of|a word`,
  noise: `human resources|human rights|human error|human readable|human review|human in the loop|human like|
    human friendly|human made|human written|human touch|human body|per agent|per person|per human|
    another agent|other agents|new agent|new agents|second agent|more agents|an agent seat|travel agent|
    real estate agent|user agent|estate agent|insurance agent|each person|one person|each agent|every agent|
    agent seat|agent account|agent role|agents role|contact form|contact person|book a call|contact page|
    contact us page|contact details|contact information|contact list|chat history|chat widget|chat window|
    support hours|support email|support page|transfer a|transfer my|transfer the|connect a|connect my|
    connect the|transfer ownership|someone else|somebody else|another person to|put a|put the|put my|
    move my|send a|send a message|send my|send an|send the|get an email|get a refund|is there a way|is there any way|
    reach out form|looking for a way|take a|take the`,
  but: 'but',
  and: 'and|then|because|so that',
};
