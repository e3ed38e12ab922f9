/** Every limit of Chatly's own, in one place. Sizes in characters are Unicode code points, as a person counts. */

const KIB = 1024;
const MIB = 1024 * KIB;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const limits = {
  text: {
    messageChars: 8_000,
    entryChars: 500_000,
    entryTitleChars: 300,
    questionChars: 2_000,
    nameChars: 120,
    companyNameChars: 200,
    emailChars: 254,
    titleChars: 200,
    autoTitleChars: 80,
    welcomeChars: 1_000,
    urlChars: 2_048,
    searchChars: 10_000,
    clientIdChars: 100,
    metadataChars: 10_000,
    instructionsChars: 8_000,
    selectorChars: 200,
    identityTokenChars: 4_096,
    externalIdChars: 255,
    shortcutChars: 40,
    ratingCommentChars: 1_000,
    languageChars: 35,
    timeZoneChars: 64,
    pageTitleChars: 300,
    suggestedQuestionChars: 200,
    synonymChars: 60,
  },
  password: { minChars: 8, maxChars: 128 },
  widget: { allowedOrigins: 20, suggestedQuestions: 3 },
  invitation: { lifeMs: 7 * DAY_MS, tokenChars: 100 },
  team: { members: 200, invitations: 50 },
  cannedReplies: 500,
  unanswered: {
    /** Of a question that was asked often, so many of the last times are shown. */
    askings: 5,
    /** How many messages after the question an operator's reply still counts as the answer to it. */
    answerWithin: 12,
  },
  /** What a tenant says means the same: how many rows, words in each, terms in a word. */
  synonyms: {
    rows: 200,
    words: 10,
    terms: 8,
    /** A question's first terms, among which they are looked for, and how many may stand in for what it asks. */
    askedTerms: 100,
    standIns: 64,
  },
  overview: { days: 366, defaultDays: 28 },
  page: {
    defaultSize: 20,
    maxSize: 100,
    messages: 50,
    maxMessages: 200,
    events: 100,
    maxEvents: 500,
    passages: 10,
    maxPassages: 50,
    /** Passages that a search by meaning ranks beside those that hold the question's words. */
    nearest: 50,
    /** Where counting ends: a longer list is as good as endless to whoever reads the number. */
    maxCount: 1_000,
    /** Notes that come with their conversation; the earlier ones are asked for. */
    notes: 50,
    /** Message hits read for one page of a conversation search; bounds its cost in a tenant of any size. */
    searchScan: 400,
    /** Search terms beyond this many add cost and no meaning. */
    searchTerms: 24,
    /** Words that an unfinished last one may be, each searched as itself; if there are more, by what they begin with. */
    searchEndings: 64,
  },
  body: {
    /** A message of 8,000 characters, each escaped as a surrogate pair, is 96,000 bytes. */
    defaultBytes: 128 * KIB,
    /** An entry of 500,000 characters, escaped the same way. */
    knowledgeBytes: 7 * MIB,
    /** How long a refusal waits for the rest of a body that nobody reads. */
    restMs: 3 * SECOND_MS,
  },
  session: { operatorMs: 30 * DAY_MS, visitorMs: 365 * DAY_MS },
  identity: { maxLifeMs: 60 * MINUTE_MS, clockSkewMs: 30 * SECOND_MS },
  ticket: { lifeMs: 60 * SECOND_MS },
  /** A database that says nothing for this long counts as one that cannot be reached. */
  database: { answerMs: 10 * SECOND_MS },
  /** `max` attempts in `windowMs`, kept in the database so that restarts and isolates share them. */
  rate: {
    loginPerAccount: { max: 10, windowMs: 15 * MINUTE_MS },
    loginPerAddress: { max: 50, windowMs: 15 * MINUTE_MS },
    registerPerAddress: { max: 20, windowMs: 60 * MINUTE_MS },
    passwordPerAccount: { max: 10, windowMs: 15 * MINUTE_MS },
    /** Each may cost the tenant a call of a model. */
    suggestPerTenant: { max: 600, windowMs: 60 * MINUTE_MS },
    visitorPerAddress: { max: 60, windowMs: 10 * MINUTE_MS },
  },
  answer: {
    minTokens: 50,
    maxTokens: 4_000,
    languages: 20,
    /** Turns of the conversation that shape the search and the prompt. */
    turns: 12,
    /** Passages that a model is given. */
    passages: 5,
    /** A model: until its first piece of text, between two, and in all; how often it is asked before the first. */
    firstTokenMs: 20 * SECOND_MS,
    stallMs: 15 * SECOND_MS,
    totalMs: MINUTE_MS,
    attempts: 3,
    backoffMs: 300,
    /** A server that is busy for longer is not waited for. */
    retryAfterMs: 5 * SECOND_MS,
    /** One event of a model's stream. */
    eventChars: 256 * KIB,
    /** What a model is given of each passage, of all of them, and of each earlier turn. */
    passageChars: 4_000,
    knowledgeChars: 16_000,
    turnChars: 1_000,
    /** Answers under way at once in one room. */
    atOnce: 8,
    /** Answers a day: past these a person takes over. */
    perVisitorDaily: 60,
    perConversation: 40,
    perTenantDaily: 5_000,
    /** How long a search that was begun before the answer was known to be owed is good. */
    earlyMs: 2 * SECOND_MS,
    /** How many owed answers a room that wakes takes up at a time. */
    debts: 50,
    /** What is owed for longer has been missed by its room, which is woken: of so many tenants at a time. */
    overdueMs: MINUTE_MS,
    overdueTenants: 40,
    /** How often what is owed is tried; then a person takes over, which is tried as often. */
    tries: 4,
    /** The wait after a failure, doubled each time. The longest is less than a quiet room stays in memory, where it counts. */
    retryMs: SECOND_MS,
    maxRetryMs: 8 * SECOND_MS,
    /** The longest wait for a database that cannot be reached. */
    maxUnreachableMs: MINUTE_MS,
    /** Failures that a room remembers at a time. */
    failures: 500,
  },
  embedding: {
    /** What one call is given, and what each text is cut to: models take so much. */
    batchTexts: 64,
    textChars: 4_000,
    answerBytes: 32 * MIB,
    maxDimensions: 8_192,
    /** A call for knowledge, and how often it is tried; a question has less time, then its words alone are searched. */
    totalMs: 30 * SECOND_MS,
    attempts: 3,
    questionMs: 1_500,
    questionAttempts: 2,
    /** After a failure a room waits this long, then twice as long each time, and says so to operators in the end. */
    backoffMs: 5 * SECOND_MS,
    maxBackoffMs: 60 * MINUTE_MS,
    failuresUntilSaid: 4,
    /** How many batches a room embeds before it lets its next alarm go on. */
    batchesAtOnce: 40,
  },
  room: {
    frameBytes: 64 * KIB,
    joinWithinMs: 10 * SECOND_MS,
    /** A token bucket a socket: steady frames a second, and how many may come at once. */
    framesPerSecond: 100,
    frameBurst: 500,
    /** Past this many missed events a client is told to fetch state instead. */
    replayEvents: 1_000,
    /** While a room is awake it reads the log's tail this often, until it has been quiet for `quietMs`. */
    tailEveryMs: 5 * SECOND_MS,
    quietMs: MINUTE_MS,
    /** How long a poke that came out of order waits for the one before it. */
    reorderMs: 40,
    /** Pokes that wait for an earlier one; past this many the log itself is the shorter way. */
    earlyPokes: 256,
    /** A read of the log that takes longer has failed; the next one starts anew. */
    readWithinMs: 10 * SECOND_MS,
    /** What one socket may have waiting for its turn, in UTF-16 units; a frame counts as at least `frameCost`. */
    waitingUnits: MIB,
    frameCost: 256,
    /** How long somebody who has left still counts as there: a reload is no farewell. */
    presenceGraceMs: 2 * SECOND_MS,
    /** How long a visitor who asks for a person waits for the room to say whether one is there. */
    presenceWithinMs: SECOND_MS,
    /** An origin is a scheme, a host of at most 253 characters and a port; it is kept with the socket. */
    originChars: 300,
    /** Conversations whose visitor a room remembers, so that typing costs no query. */
    knownConversations: 2_000,
  },
  widgetCache: { freshMs: 30 * SECOND_MS, tenants: 1_000 },
  verifiedTokens: 5_000,
} as const;
