import type { ComponentType } from 'preact';
import type { Route } from '../parse-route.ts';
import type { IconName } from '../ui/icon.tsx';

export type PlaceEntry = {
  title: string;
  icon: IconName;
  keys: string;
  /** Fetches the place's own part of the dashboard. */
  load(): Promise<ComponentType>;
};

/** Where one can go; the rail shows those that are its own. */
export const places: Partial<Record<Route['place'], PlaceEntry>> = {
  inbox: {
    title: 'Inbox',
    icon: 'inbox',
    keys: 'g i',
    load: async () => (await import('../inbox/inbox-place.tsx')).InboxPlace,
  },
  knowledge: {
    title: 'Knowledge',
    icon: 'knowledge',
    keys: 'g k',
    load: async () => (await import('../knowledge/knowledge-place.tsx')).KnowledgePlace,
  },
  bot: {
    title: 'Bot',
    icon: 'bot',
    keys: 'g b',
    load: async () => (await import('../bot/bot-place.tsx')).BotPlace,
  },
  widget: {
    title: 'Widget',
    icon: 'widget',
    keys: 'g w',
    load: async () => (await import('../widget/widget-place.tsx')).WidgetPlace,
  },
  team: {
    title: 'Team',
    icon: 'team',
    keys: 'g t',
    load: async () => (await import('../team/team-place.tsx')).TeamPlace,
  },
  overview: {
    title: 'Overview',
    icon: 'overview',
    keys: 'g o',
    load: async () => (await import('../overview/overview-place.tsx')).OverviewPlace,
  },
  settings: {
    title: 'Settings',
    icon: 'settings',
    keys: 'g s',
    load: async () => (await import('../settings/settings-place.tsx')).SettingsPlace,
  },
  start: {
    title: 'Get started',
    icon: 'spark',
    keys: 'g x',
    load: async () => (await import('../start/start-place.tsx')).StartPlace,
  },
};

/** The place that an address names; where there is none of that name, the inbox. */
export function placeNamed(name: string): PlaceEntry | undefined {
  return Object.entries(places).find(([one]) => one === name)?.[1] ?? places.inbox;
}
