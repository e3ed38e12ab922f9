import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newConversation, newVisitor, sendMessage } from '../support/people.ts';
import { itWithoutBot as it } from './fixtures.ts';
import { bubblesOn, openDashboard } from './people.ts';

/** A browser without a window hides no page and has no system that shows notifications: these stand in for both. */
function standIns(): void {
  class Notification extends EventTarget {
    static permission = 'default';
    static shown: Notification[] = [];
    isClosed = false;
    readonly said: { title: string } & NotificationOptions;
    constructor(title: string, options: NotificationOptions) {
      super();
      this.said = { title, ...options };
      Notification.shown.push(this);
    }
    static async requestPermission(): Promise<string> {
      Notification.permission = 'granted';
      return Notification.permission;
    }
    close(): void {
      this.isClosed = true;
    }
  }
  Object.assign(globalThis, {
    Notification,
    isAway: false,
    shown: () => Notification.shown.map(({ said, isClosed }) => ({ ...said, isClosed })),
    click: () => Notification.shown.at(-1)?.dispatchEvent(new Event('click')),
  });
  Reflect.defineProperty(document, 'hidden', { get: () => Reflect.get(globalThis, 'isAway') });
}

const shownOn = (desk: Page) => desk.evaluate('shown()');

it('tells of what waits for a person while nobody looks, and leads there', async ({
  operator,
  newPerson,
}) => {
  const person = await newPerson();
  await person.addInitScript(standIns);
  const desk = await openDashboard(person, operator);
  const vera = await newVisitor(operator, { name: 'Vera' });
  const { conversationId } = await newConversation(vera, 'Anybody there?');
  const says = async (content: string) => {
    await sendMessage(vera, conversationId, content);
    await desk.getByRole('link', { name: content }).waitFor();
  };
  await desk.evaluate('isAway = true');
  await says('Not yet asked for');
  expect(await shownOn(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Acme' }).click();
  await desk.getByRole('menuitem', { name: 'Notify me of new messages' }).click();
  const long = `${'Where is it? '.repeat(20)}Hello?`;
  await says(long);
  const shown = { title: 'Vera', body: long.slice(0, 160), tag: conversationId, isClosed: false };
  expect(await shownOn(desk)).toEqual([shown]);
  await desk.evaluate('isAway = false');
  await says('Seen as it comes');
  expect(await shownOn(desk)).toEqual([shown]);
  await desk.evaluate('click()');
  await expect.poll(() => bubblesOn(desk)).toContain('Seen as it comes');
  expect(new URL(desk.url()).hash).toBe(`#/inbox/all/${conversationId}`);
  expect(await shownOn(desk)).toEqual([{ ...shown, isClosed: true }]);
  await desk.evaluate('isAway = true');
  await desk.getByRole('button', { name: 'Acme' }).click();
  await desk.getByRole('menuitem', { name: 'Notify me no more' }).click();
  await sendMessage(vera, conversationId, 'Still here');
  await expect.poll(() => bubblesOn(desk)).toContain('Still here');
  expect(await shownOn(desk)).toHaveLength(1);
});
