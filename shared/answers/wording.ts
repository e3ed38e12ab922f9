/** The parts that words play where people ask for a person; each has a letter, so that rules can be patterns of them. */
export const parts = {
  /** Who is meant by itself: `a human`. */
  person: 'P',
  /** Who is meant only together with a word for talking: `someone`. */
  somebody: 'S',
  talk: 'T',
  /** What is done to a conversation: `connect`, which asks only with `me` behind it or a person right after it. */
  transfer: 'V',
  me: 'M',
  want: 'W',
  /** What stands before the person talked to, and in some languages what stands after: `with`, `と`. */
  /** The same where it may stand after the person as well. */
  wantAfter: 'A',
  link: 'L',
  linkAfter: 'J',
  /** A person in the form that says "to" or "with" by itself: `оператору`. */
  toPerson: 'H',
  not: 'N',
  /** A negation that follows its verb: `istemiyorum`. */
  notAfter: 'Z',
  /** Being tired of the bot. */
  enough: 'R',
  bot: 'B',
  /** Of whom it is asked whether they can talk to a person: `my customers`. */
  others: 'O',
  /** What makes it a question about something else: `do I have to`. */
  about: 'Q',
  help: 'X',
  please: 'Y',
  there: 'D',
  callMe: 'K',
  /** Says nothing here: `hello`, `a`, `can you`. */
  small: 'f',
  /** Looks like one of the above and is not: `human resources`. */
  noise: 'u',
  but: ',',
  and: 'C',
} as const;

export type Part = keyof typeof parts;

/** The words of one language by their part, parted by `|`; a `*` stands for any ending. */
export type Wording = Partial<Record<Part, string>>;
