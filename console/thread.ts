import { marker, type Mark } from '../widget/marker.ts';
import { outbox } from '../widget/outbox.ts';
import type { Message } from '../widget/protocol.ts';
import { sender } from '../widget/sender.ts';
import type { Shelf } from '../widget/shelf.ts';
import { timeline } from '../widget/timeline.ts';
import { typingIn, typingOut } from '../widget/typing.ts';
import { api, read } from './api.ts';

export type ThreadPorts = {
  id: string;
  shelf: Shelf;
  prefix: string;
  changed(): void;
  typing(isTyping: boolean): void;
  mark(messageId: string, mark: Mark): Promise<void>;
};

/** One conversation at an operator's desk: its messages, and what was written and is on its way. */
export class Thread {
  readonly line = timeline('operator');
  readonly box;
  readonly typist;
  readonly typing;
  readonly marks;
  /** What is being written, kept while other conversations are looked at. */
  draft = '';
  isLoaded = false;
  isShown = false;
  readonly #ports: ThreadPorts;
  readonly #sender;

  constructor(ports: ThreadPorts) {
    this.#ports = ports;
    this.box = outbox(ports.shelf, `${ports.prefix}${ports.id}:`);
    this.typist = typingIn<'visitor'>(ports.changed);
    this.typing = typingOut(ports.typing);
    this.marks = marker({
      newest: () => this.line.newestOfOthers(),
      isSeen: () => this.isShown && !document.hidden,
      send: ports.mark,
    });
    this.#sender = sender({
      box: this.box,
      exclusively: (task) => task(),
      repair: () => false,
      changed: ports.changed,
      deliver: async ({ clientId, content }) => {
        const route = api.conversations[':id'].messages;
        const { data } = await read(route.$post({ param: { id: ports.id }, json: { content, clientId } }));
        this.line.merge([data]);
      },
    });
  }

  get hasFailed(): boolean {
    return this.#sender.hasFailed();
  }

  show(isShown: boolean): void {
    this.isShown = isShown;
    this.marks.mark();
  }

  write(content: string): void {
    this.typing.stop();
    this.box.add(content);
    this.flush();
    this.#ports.changed();
  }

  retry(clientId: string): void {
    this.box.retry(clientId);
    this.flush();
    this.#ports.changed();
  }

  flush(): void {
    void this.#sender.flush();
  }

  /** Takes in a message that came live. */
  receive(message: Message): void {
    if (message.clientId) this.box.remove(message.clientId);
    if (message.sender === 'visitor') this.typist.set(null);
    if (this.isLoaded) this.line.merge([message]);
    this.marks.mark();
  }

  stop(): void {
    this.#sender.stop();
    this.typing.stop();
  }
}
