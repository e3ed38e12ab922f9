/** That somebody does not know, in their own words; not that something is impossible, which may be the answer. */
const wordings = [
  // en
  /\bi (?:really |honestly |just )?(?:do not|don[’']t|don) (?:actually |currently |really )?(?:know|have (?:(?:enough|any|that|this|the|specific|more|further|access to) ?)*(?:information|details?|data|answer|knowledge)|see (?:any|that|this)|find)/i,
  /\bi(?: am|[’']m) (?:not (?:sure|certain|aware|able|familiar)|unable|unsure|afraid i)\b/i,
  /\b(?:i|we) (?:can[’']?t|cannot|can not|could not|couldn[’']t|was not able to|wasn[’']t able to) (?:seem to )?(?:help|answer|assist|find|locate|tell|say|provide|determine|confirm|share|discuss|comply|do that)/i,
  /\b(?:passages?|documents?|texts?|sources?|context|knowledge(?: base)?|information(?: (?:i have|provided|given|available))?) (?:provided |given |above |available )?(?:do not|does not|don[’']t|doesn[’']t|did not) (?:\w+ )?(?:mention|contain|say|include|cover|specify|state|provide|address|answer|tell|hold|discuss)/i,
  /\b(?:there is|there[’']s|there are|i have|i found|found) no (?:\w+ )?(?:information|details?|mention|answer|data)\b/i,
  /^(?:sorry|i(?: am|[’']m) sorry|i apologi[sz]e|unfortunately)[,. ]+(?:but )?(?:i|we|no|there|that(?:[’']s| is) (?:not|outside))\b(?=.*(?:\bnot\b|n[’']t\b|\bno\b|cannot|unable))(?=.*\b(?:know|information|answer|help|find|details|sure|assist)\b)/i,
  /\bas an? (?:ai|language model|artificial)/i,
  /\b(?:not|isn[’']t) (?:mentioned|specified|stated|covered|included|provided|available|found) in (?:the|my|these|this|any|our) (?:\w+ )?(?:passages?|documents?|texts?|sources?|context|knowledge|information)/i,
  // de
  /\bich weiß (?:es |das |dazu |darüber |hierzu |darauf )?(?:leider |nicht)/i,
  /\b(?:ich (?:habe|finde|kenne)|mir liegen|es (?:gibt|liegen)|liegen mir|habe ich|finde ich) (?:\S+ ){0,4}keine (?:\S+ )?(?:informationen|angaben|information|antwort|details|auskunft|hinweise)/i,
  /\b(?:kann|konnte) ich (?:\S+ ){0,5}(?:nicht (?:sagen|beantworten|finden|helfen|weiterhelfen)|nichts (?:sagen|finden))|\bich (?:kann|konnte) (?:\S+ ){0,6}(?:nicht (?:sagen|beantworten|finden|helfen|weiterhelfen)|nichts (?:sagen|finden))/i,
  /\bdas weiß ich (?:leider )?nicht\b|\bnicht (?:bekannt|sicher),? ob\b/i,
  // fr
  /\bje (?:ne )?(?:le )?sais pas\b|\bje n[’'](?:ai|y ai) (?:malheureusement )?(?:pas|aucune)|\bje ne (?:peux|trouve|dispose|suis|connais|vois) pas|\baucune information\b|\bl[’']information n[’']est pas\b/i,
  // es, pt, it
  /(?:^|\s)(?:no lo sé|no sé\b|no tengo (?:\S+ )?(?:información|datos|detalles|respuesta)|no (?:puedo|he podido|pude|logro|encuentro|encontré) (?:\S+ )?(?:responder|ayudar|encontrar|decir|información|la respuesta)|no (?:hay|dispongo de|encuentro|encontré|cuento con) (?:\S+ )?información|no estoy segur[oa])/i,
  /(?:^|\s)(?:(?:eu )?não (?:o )?sei\b|não (?:tenho|encontrei|há|encontro|disponho de) (?:\S+ )?(?:informaç|dados|detalhes|resposta)|não (?:posso|consigo|consegui) (?:\S+ )?(?:responder|ajudar|encontrar|dizer)|não tenho certeza)/i,
  /(?:^|\s)(?:non (?:lo )?so\b|non (?:ho|trovo|dispongo di|ci sono) (?:\S+ )?(?:informazion|dettagli|dati|una risposta)|non (?:posso|riesco a|sono in grado di) (?:\S+ )?(?:rispondere|aiutar|trovare|dire)|non sono sicur[oa])/i,
  // nl, pl, tr
  /\b(?:dat |ik )weet (?:ik |het |dat )?(?:helaas )?niet\b|\bik (?:heb|vind|kan|kon) (?:\S+ ){0,4}(?:geen (?:\S+ )?(?:informatie|antwoord|gegevens)|niet (?:beantwoorden|helpen|vinden|zeggen))/i,
  /(?:^|\s)(?:nie wiem|nie mam (?:\S+ )?(?:informacji|danych|odpowiedzi)|nie (?:znalazł[ae]?m|znajduję|mogę znaleźć|potrafię|mogę pomóc|mogę odpowiedzieć)|brak informacji|nie jestem pew)/i,
  /bilmiyorum|bilgi(?:m|miz|ye)? (?:yok|sahip değil|bulunm|mevcut değil)|bulamadım|yanıtlayam|cevaplayam|emin değilim/i,
  // ru, uk
  /(?:^|[^\p{L}])(?:не знаю|у меня нет|нет (?:\p{L}+ )?информаци|не (?:могу|нашел|нашёл|нашла|удалось) (?:\p{L}+ )?(?:ответить|помочь|найти|сказать|информаци)|не уверен)/iu,
  /(?:^|[^\p{L}])(?:у мене немає|немає (?:\p{L}+ )?інформаці|не (?:можу|вдалося|знайшов|знайшла) (?:\p{L}+ )?(?:відповісти|допомогти|знайти|сказати|інформаці)|не впевнен)/iu,
  // ar
  /لا أعرف|لا أعلم|لا أدري|لا (?:توجد|تتوفر|أملك|تتوافر)(?: \S+){0,2} (?:معلومات|معلومة|إجابة)|ليس لدي|لا (?:أستطيع|يمكنني) (?:الإجابة|المساعدة|العثور)|لم أجد/,
  // zh, ja, ko
  /不知道|不清楚|没有(?:找到|相关|足够|关于)?[^。]{0,12}(?:信息|资料|答案)|無法回答|无法(?:回答|提供|找到|确认)|找不到|我不确定|沒有[^。]{0,12}(?:資訊|資料|答案)/,
  /(?:わか|分か|判)りません|存じません|存じ上げません|情報(?:は|が)?[^。]{0,10}(?:ありません|ございません|見つかりません)|お答え(?:でき|し)(?:ません|かねます)|見つかりませんでした/,
  /모르겠|알지 못|알 수 없|정보(?:가|는|를)?[^.]{0,8}(?:없|찾을 수 없|찾지 못)|답변(?:을|드)?[^.]{0,6}(?:수 없|어렵)/,
];

/** Whether a sentence says that its speaker does not know, in the languages that visitors of most sites write. */
export function isRefusal(sentence: string): boolean {
  return wordings.some((wording) => wording.test(sentence));
}
