import type { Debt, Owed, Owing, Settlement } from '../../shared/answers/debt.ts';
import { AppError } from '../../shared/errors.ts';
import type { Ports } from '../../realtime/ports.ts';

type Failing = 'unavailable' | 'internal' | null;
type Paid = { messageId: string; text: string };

/** The bot's side of a room in memory: what is owed, and what of it fails, is as a test says. */
export class MemoryBot {
  readonly owed = new Map<string, Debt>();
  readonly unreadable = new Map<string, Owed>();
  readonly paid: Paid[] = [];
  readonly handedOff: Paid[] = [];
  /** Every attempt to settle, by the message to be answered. */
  readonly attempts: { messageId: string; atMs: number }[] = [];
  readonly poisoned = new Set<string>();
  /** How often what is owed has been read. */
  reads = 0;
  reading: Failing = null;
  handingOff: Failing = null;
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  owe(messageId: string): void {
    this.owed.set(messageId, debt(messageId));
  }

  attemptsAt(messageId: string): number[] {
    return this.attempts.flatMap((each) => (each.messageId === messageId ? [each.atMs] : []));
  }

  get ports(): Pick<Ports, 'bot' | 'anticipate' | 'settle'> {
    return {
      bot: {
        debts: async (except) => this.#debts(except),
        reply: async ({ messageId }, { content }) => {
          this.owed.delete(messageId);
          this.paid.push({ messageId, text: content });
          return null;
        },
        handOff: async ({ messageId }, _reason, text) => {
          failIf(this.handingOff);
          this.owed.delete(messageId);
          this.unreadable.delete(messageId);
          this.handedOff.push({ messageId, text });
          return null;
        },
      },
      anticipate: () => {},
      settle: async (each) => this.#settle(each),
    };
  }

  #debts(except: string[]): Owing {
    this.reads += 1;
    failIf(this.reading);
    const asked = <T extends Owed>(all: Map<string, T>) =>
      [...all.values()].filter(({ messageId }) => !except.includes(messageId));
    return { debts: asked(this.owed).slice(0, 50), unreadable: asked(this.unreadable) };
  }

  #settle({ messageId }: Debt): Settlement {
    this.attempts.push({ messageId, atMs: this.#nowMs() });
    if (this.poisoned.has(messageId)) throw new TypeError('Poison.');
    return { kind: 'answer', content: `answer to ${messageId}`, citations: [] };
  }
}

function failIf(code: Failing): void {
  if (code !== null) throw new AppError(code);
}

function debt(messageId: string): Debt {
  return {
    conversationId: `cnv:${messageId}`,
    messageId,
    visitorId: 'v0',
    question: 'How long does a refund take?',
    companyName: 'Acme',
    language: 'en',
    settings: {
      enabled: true,
      name: 'Assistant',
      instructions: null,
      tone: 'friendly',
      temperature: 0.2,
      maxTokens: 500,
      threshold: null,
      languages: [],
      fallbackText: null,
      handOffText: null,
      awayText: null,
    },
    turns: [],
    given: { conversation: 0, visitor: 0, tenant: 0 },
  };
}
