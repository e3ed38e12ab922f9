import type { Wording } from './wording.ts';

export const polish: Wording = {
  person: `człowiek*|konsultant*|operator*|agent|agenta|agentem|przedstawiciel*|doradc*|prawdziwej osoby|
    prawdziwą osobę|prawdziwa osoba|żywej osoby|osoba|żywą osobę`,
  somebody: `kimś|kogoś|ktoś|ktokolwiek|osobą|osoby|osobę|pracownik*|obsług*|obsługa klienta|obsługą klienta|
    obsługi klienta|biuro obsługi|biurem obsługi|specjalist*|kierownik*|menedżer*|wsparci*|
    pomocą techniczną|działem|zespoł*|kimkolwiek|supportem|technik*`,
  talk: `porozmawiać|rozmawiać|rozmowa|rozmowę|rozmowy|pogadać|gadać|czatować|skontaktować|skontaktuję|kontakt|
    kontaktu|mówić|pomówić|pisać|zadzwonić|dodzwonić`,
  transfer: `połącz|połączyć|połączcie|połączenie|przełącz|przełączyć|przełączcie|przekieruj|przekierować|
    przekierujcie|przekaż|przekazać|zawołaj|przełączenie|skieruj`,
  me: 'mnie|mi|nas|tę rozmowę|moją sprawę',
  want: `chcę|potrzebuję|wolę|żądam|chciałbym|chciałabym|szukam|poproszę|poproszę o|proszę o|daj mi|dajcie mi|
    dajcie|zawołaj|zawołajcie|czy jest|jest|wolałbym|wolałabym|daj`,
  link: 'z|ze|do|o|na',
  not: 'nie potrzebuję|bez|zamiast|nie muszę|nie trzeba|nigdy|nie|żaden|żadnego',
  enough: 'nie chcę|dość|mam dość|mam dosyć|dosyć|koniec z|nienawidzę|nie z',
  bot: 'bot|bota|botem|boty|chatbot*|robot*|maszyn*|automat|automatem|automatu|ai|komputer*',
  others: `klienci|klient|klienta|klientów|użytkownicy|użytkownik|odwiedzający|goście|mój zespół|moi konsultanci`,
  about: `czy muszę|czy trzeba|czy jesteś|jesteś|ile|ilu|który|która|które|co się dzieje|czy macie|macie|czy bot|
    automatycznie`,
  help: 'pomóc|zadzwonić|skontaktować|odpisać|odpowiedzieć|przejąć|oddzwonić',
  please: `proszę|teraz|natychmiast|pilnie|dziękuję|dzięki|szybko|bezpośrednio|od razu|na żywo|dzisiaj|pilne`,
  there: 'tu|tam|tutaj|dostępny|dostępna|online|żywy',
  callMe: `oddzwoń|zadzwoń do mnie|do mnie oddzwonić|oddzwonić|oddzwońcie|zadzwońcie|zadzwońcie do mnie|
    do mnie zadzwonić|telefon zwrotny`,
  small: `ja|się|czy|mogę|można|może|możecie|mógłbym|mogłabym|mógłby|cześć|dzień dobry|nie proszę|tak|ok|żywy|
    żywym|żywego|żywą|prawdziwy|prawdziwym|prawdziwego|prawdziwą|waszego|państwa|waszym|klienta|jak|gdzie|
    który może|kto|kim|po prostu|w|sprawie|teraz z|muszę|tego|ten|tym|mam|jakiś|jakimś|jakiegoś|bardzo|
    przepraszam|od was|z państwa|zespołu`,
  noise: `za osobę|na osobę|jedna osoba|każda osoba|kolejnego konsultanta|nowego konsultanta|innego konsultanta|
    praw człowieka|prawa człowieka|zasoby ludzkie|formularz kontaktowy|dodać konsultanta|z moim|z moimi|
    z moją`,
  but: 'ale|lecz|tylko',
  and: 'i|a|bo|ponieważ|żeby|aby',
};

export const russian: Wording = {
  person: `человек|человека|оператор|оператора|консультант|консультанта|живой|живого|живым человеком|живые люди|
    живая поддержка|живую поддержку|специалиста|живые|оператор чата|помощь человека`,
  toPerson: `человеком|человеку|людьми|оператором|оператору|консультантом|консультанту|специалистом|специалисту|
    живым|сотрудником|сотруднику|менеджером|менеджеру|администратором|руководителем|кем нибудь|кем то|
    кому нибудь|кем либо|поддержкой|представителем|техподдержкой|службой поддержки|агентом|начальником`,
  somebody: `кто нибудь|кто то|кто либо|кто|сотрудник*|специалист*|менеджер*|поддержк*|техподдержк*|администратор*|
    руководител*|представител*|люди|службу поддержки|кого нибудь|кого то|команд*`,
  talk: `поговорить|говорить|общаться|общение|пообщаться|связаться|связь|связи|разговор|разговаривать|поговорю|
    контакт|чат|побеседовать|созвониться|пишу|написать|дозвониться|связываться|переговорить`,
  transfer: `свяжите|свяжи|связать|соедините|соедини|соединить|переключите|переключи|переключить|переведите|переведи|
    перевести|подключите|подключить|передайте|передай|перенаправьте|позови*|пригласите`,
  me: 'меня|мне|нас|диалог|разговор на|чат на',
  wantAfter: 'нужен|нужна|нужно|надо',
  want: `хочу|дайте|дай|позовите|позови|требую|прошу|хотел бы|хотела бы|хотелось бы|пригласите|предпочитаю|
    вызовите|надо|есть|подключите|можно|хотим|ищу`,
  link: 'с|со|на|к|ко|от|из',
  not: 'не нужен|не нужна|не нужно|не надо|не требуется|без|вместо|никогда|не',
  enough: 'не хочу|надоел|надоела|надоело|достал|хватит|устал от|устала от|не с|ненавижу',
  bot: `бот|бота|ботом|ботов|боту|чат бот|чатбот*|чат ботом|робот*|машин*|автоответчик*|ии|нейросет*`,
  others: 'клиент*|посетител*|пользовател*|моя команда|мои операторы|покупател*',
  about: `нужно ли|надо ли|обязательно ли|должен ли|ты|вы человек|сколько|какой|какая|какие|у вас есть|
    что происходит|автоматически|я говорю с|если`,
  help: `помочь|помогите|помогите мне|ответить|позвонить|связаться|подсказать|помог|поможет|позвонит|перезвонит|
    ответьте|ответит`,
  please: `пожалуйста|плиз|срочно|сейчас|спасибо|немедленно|быстро|быстрее|напрямую|сегодня|уже|лично|прямо`,
  there: 'тут|здесь|там|на связи|онлайн|в сети|доступен',
  callMe: `перезвоните|перезвони|позвоните мне|позвони мне|позвоните|обратный звонок|заказать звонок|наберите мне`,
  small: `я|мы|вы|бы|можете|могу|может|могли|мог|привет|здравствуйте|добрый день|нет|да|ок|ладно|настоящий|
    настоящего|реальный|реального|реальным|настоящим|вашей|вашего|вашим|вашими|вашу|из вашей|как|где|кем|
    живым|этот|этого|просто|пожалуй|ну|давай|давайте|службы поддержки|по телефону|именно|какой нибудь|
    каким нибудь|сам|самим|хотя бы|извините|очень|же|наконец|чтобы|мной|со мной|должен|должна|ли|возможно|
    людей|говори|технической|и`,
  noise: `на одного человека|на человека|на одного|одного человека|ещё одного|еще одного|нового оператора|
    другого оператора|второго оператора|добавить оператора|прав человека|отдел кадров|форма обратной связи|
    обратной связи|одним человеком|с моим|с моей|с моими|мобильного оператора|оператора связи`,
  but: 'а|но|только',
  and: 'потому что|так как',
};

export const ukrainian: Wording = {
  person: `людина|людину|людини|оператор|оператора|консультант|консультанта|живий|живого|живу|живі люди|фахівця|
    спеціаліста|жива підтримка`,
  toPerson: `людиною|людині|людьми|оператором|оператору|консультантом|спеціалістом|фахівцем|живою|співробітником|
    працівником|менеджером|менеджеру|адміністратором|керівником|кимось|кимсь|ким небудь|підтримкою|
    техпідтримкою|службою підтримки|представником|агентом`,
  somebody: `хтось|хто небудь|хто|когось|співробітник*|працівник*|спеціаліст*|менеджер*|підтримк*|адміністратор*|
    керівник*|представник*|люди|фахівець|команд*`,
  talk: `поговорити|говорити|спілкуватися|спілкування|поспілкуватися|зв язатися|зв язок|розмова|розмовляти|
    контакт|чат|порозмовляти|писати|написати|додзвонитися|балакати`,
  transfer: `зв яжіть|з єднайте|з єднати|переключіть|переключити|переведіть|перевести|підключіть|підключити|
    передайте|перенаправте|перемкніть|перемкнути|поклич*`,
  me: 'мене|мені|нас|діалог|розмову',
  wantAfter: 'потрібен|потрібна|потрібно|потрібний|треба',
  want: `хочу|дайте|дай|покличте|поклич|вимагаю|прошу|хотів би|хотіла б|хотілося б|запросіть|волію|треба|є|чи є|
    можна|шукаю`,
  link: 'з|із|зі|на|до|від',
  not: 'не потрібен|не потрібна|не потрібно|не треба|без|замість|ніколи|не',
  enough: `не хочу|набрид|набридла|набридло|досить|дістав|втомився від|втомилася від|не з|ненавиджу`,
  bot: 'бот|бота|ботом|ботів|чат бот|чатбот*|чат ботом|робот*|машин*|ші|автовідповідач*',
  others: 'клієнт*|відвідувач*|користувач*|моя команда|мої оператори|покупц*',
  about: `чи треба|чи потрібно|ти|ви людина|скільки|який|яка|які|чи є у вас|у вас є|автоматично|що відбувається|
    якщо`,
  help: 'допомогти|допоможіть|відповісти|подзвонити|зателефонувати|зв язатися|підказати|допоможе',
  please: 'будь ласка|терміново|зараз|дякую|негайно|швидко|напряму|сьогодні|вже|особисто|прямо',
  there: 'тут|там|на зв язку|онлайн|доступний',
  callMe: `передзвоніть|передзвони|зателефонуйте мені|подзвоніть мені|зателефонуйте|подзвоніть|зворотний дзвінок`,
  small: `я|ми|ви|б|би|чи|можете|можу|може|могли|міг|привіт|доброго дня|вітаю|ні|так|ок|справжній|справжнього|
    справжню|жива|справжньою|реальну|реальною|вашої|вашого|вашим|вашу|як|де|ким|цей|цього|просто|ну|
    служби підтримки|телефоном|саме|якийсь|якимось|хоча б|вибачте|дуже|ж|нарешті|щоб|мною|зі мною|можливо|
    яким|живою|технічної|і|та`,
  noise: `на одну людину|на людину|одну людину|одна людина|ще одного|нового оператора|іншого оператора|
    другого оператора|додати оператора|прав людини|відділ кадрів|зворотного зв язку|з моїм|з моєю|
    мобільного оператора`,
  but: 'а|але|тільки|лише',
  and: 'бо|тому що',
};

export const turkish: Wording = {
  person: `insan|temsilci|operatör|yetkili|müşteri temsilcisi|canlı destek|gerçek kişi|danışman|müşteri hizmetleri|
    gerçek biri|yetkili biri`,
  toPerson: `insanla|insana|insanlar|temsilciyle|temsilciye|temsilcisiyle|temsilcisine|operatörle|operatöre|
    yetkiliyle|yetkiliye|biriyle|birine|birisiyle|birisine|kişiyle|kişiye|danışmanla|danışmana|
    hizmetleriyle|hizmetlerine|müşteri hizmetlerine|müşteri hizmetleriyle|çalışanla|personelle|görevliyle|
    görevliye|destekle|desteğe|müdürle|müdüre|yöneticiyle|ekibinizle|ekiple|destek ekibiyle|
    sizinle telefonda|uzmanla|uzmana`,
  somebody: `biri|birisi|kimse|kişi|personel|görevli|müdür|yönetici|çalışan|destek|destek ekibi|ekip|uzman|birini`,
  talk: 'konuş*|görüş*|yazış*|iletişim*|ulaş*|sohbet*|irtibat*|temas*|telefonda',
  transfer: 'bağla*|aktar*|yönlendir*|bağlan*|geçir*|ilet*',
  me: 'beni|bana|bizi|bize|bu konuşmayı',
  wantAfter: `istiyorum|istiyoruz|istedim|lazım|gerek|gerekiyor|verin|ver|var mı|ihtiyacım var|talep ediyorum|
    tercih ederim|isterim|rica ediyorum|çağırın|çağır`,
  linkAfter: 'ile|ye|la',
  notAfter: `istemiyorum|istemiyoruz|gerekmiyor|gerek yok|gerekmez|istemem|ihtiyacım yok|yok|değil|olmadan`,
  enough: 'bıktım|yeter|sıkıldım|usandım|nefret ediyorum',
  bot: `bot|botla|bottan|botu|botlarla|robot|robotla|robottan|makine*|chatbot*|yapay zeka*|bilgisayar*|bu bot`,
  others: 'müşteriler*|müşterim|ziyaretçi*|kullanıcı*|ekibim|temsilcilerim|misafir*',
  about: `kaç|hangi|sen|siz insan|otomatik|otomatik olarak|ne olur|zorunda|musun|mısın|mısınız|misiniz kişi|
    var mıdır`,
  help: 'yardım*|arayabilir|cevap*|yanıt*|yardımcı*',
  please: `lütfen|hemen|acil|acilen|şimdi|teşekkürler|rica ederim|derhal|doğrudan|bugün|direkt|canlı`,
  there: 'orada|burada|çevrimiçi|müsait|orda|burda',
  callMe: 'beni ara*|beni geri ara*|geri ara*|bana telefon|telefon edin',
  small: `ben|biz|bir|bu|şu|gerçek|canlı olarak|misiniz|mısınız|miyim|mıyım|mi|mı|mu|mü|edebilir|edebilir miyim|
    olarak|nasıl|nerede|merhaba|selam|hayır|evet|tamam|ok|müşteri|yetkili|sizden|ekibinizden|sizin|abilir|
    bilir|olsun|etmek|de|da|ki|o|kim|bana bir|beni bir|eder|ederim|olur|kurmak|kurabilirim|geçmek|
    istiyorum ki|artık|iyi günler|sadece konuşmak|siz|gibi|için|hakkında|konusunda|ya|geç|geçebilir|bulunan`,
  noise: `kişi başı|kişi başına|bir kişi|kaç kişi|her kişi|yeni temsilci|yeni bir temsilci|başka temsilci|
    insan kaynakları|insan hakları|iletişim formu|iletişim bilgileri|temsilci ekle*`,
  but: 'ama|fakat|sadece|ancak',
  and: 've|çünkü',
};

export const arabic: Wording = {
  person: `إنسان|إنسانا|انسانا|شخص حقيقي|شخصا حقيقيا|موظف|موظفا|موظفة|بشري|بشر|ممثل|ممثل خدمة العملاء|مندوب|مندوبا|
    وكيل|دعم بشري|مساعدة بشرية|موظف خدمة العملاء|موظف حقيقي`,
  toPerson: `بموظف|لموظف|بشخص|بأحد|بإنسان|بخدمة العملاء|لخدمة العملاء|بممثل|بالدعم|للموظف|بالموظف|بالمدير|بمدير|
    بمندوب`,
  somebody: `شخص|شخصا|أحد|احد|أحدا|حد|خدمة العملاء|الدعم|الدعم الفني|مسؤول|المسؤول|مدير|المدير|مشرف|المشرف|
    فريق الدعم|أحدهم|الموظف|الموظفين|قسم|فريق|لأحد|لشخص|لحد`,
  talk: `التحدث|اتحدث|أتحدث|تحدث|نتحدث|التكلم|أتكلم|اكلم|أكلم|كلام|الكلام|التواصل|أتواصل|تواصل|الحديث|محادثة|
    دردشة|الدردشة|الاتصال|اتصال|أتصل|مكالمة|يكلمني|مخاطبة|للتحدث|اتكلم`,
  transfer: `حولني|حوّلني|حولوني|تحويلي|وصلني|وصّلني|وصلوني|توصيلي|اربطني|تحويل المحادثة|انقلني|حول المحادثة|حولي|
    كلمني|حولها`,
  me: 'ني|لي|بي|معي',
  want: `أريد|اريد|نريد|أحتاج|احتاج|أفضل|أطلب|عايز|عاوز|عايزة|بدي|ابغى|أبغى|ابي|أرغب|أرغب في|أود|اود|هل يوجد|
    يوجد|هناك|هل هناك|في|ممكن|محتاج|أعطني|ودي`,
  link: 'مع|إلى|الى|من|لدى|ل|ب',
  not: 'لا أحتاج|لا احتاج|بدون|دون|بدلا من|لا داعي|ليس|لا',
  enough: `لا أريد|لا اريد|مللت|مللت من|سئمت|سئمت من|كفى|تعبت من|مش عايز|لا أرغب|زهقت من|ما ابي|ليس مع`,
  bot: 'بوت|البوت|روبوت|الروبوت|آلة|الآلة|آلي|شات بوت|الذكاء الاصطناعي|برنامج|رد آلي|كمبيوتر',
  others: 'عملائي|العملاء|لعملائي|الزوار|زواري|للزوار|المستخدمين|المستخدم|العميل|للعملاء|فريقي',
  about: 'هل يجب|هل أنت|انت|أنت|كم|ما هو|ما هي|أي|تلقائيا|ماذا يحدث|هل يحول|هل لديكم|هل علي',
  help: 'مساعدتي|يساعدني|يرد|يجيب|يجيبني|الرد|المساعدة|مساعدة|يتصل|يخدمني',
  please: `من فضلك|لو سمحت|لو سمحتم|رجاء|الرجاء|الآن|فورا|حالا|شكرا|ضروري|بسرعة|عاجل|مباشرة|من فضلكم|اليوم|أرجوك`,
  there: 'هنا|هناك|متاح|موجود|متصل',
  callMe: 'اتصلوا بي|اتصل بي|كلموني|معاودة الاتصال|اتصلوا علي|رنوا علي|اتصل علي|اتصلي بي',
  small: `أنا|نحن|هل|يمكنني|يمكن|أستطيع|استطيع|مرحبا|السلام عليكم|أهلا|لا شكرا|نعم|حسنا|حقيقي|حقيقية|حقيقيا|
    فريقكم|من فريقكم|لديكم|عندكم|كيف|أين|يمكنه|أن|ان|واحد|معه|أي شخص|بالتحدث|هذا|اني|فقط أن|يا|بشري|الذي|
    ممكن أن|محادثة مع`,
  noise: `لكل شخص|كل شخص|شخص واحد|موظفا آخر|موظف آخر|موظف جديد|موظفا جديدا|الموارد البشرية|حقوق الإنسان|
    نموذج الاتصال|شخص آخر|كم شخصا|كم شخص`,
  but: 'بل|لكن|فقط|ولكن',
  and: 'و|لأن',
};
