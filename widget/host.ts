import type { Details } from './session.ts';
import type { drawing } from './svg.ts';

/** What anyone may know of a tenant's widget, as `GET /api/widget/public/:tenantId` says it. */
export type WidgetConfig = {
  color: string;
  position: 'left' | 'right';
  welcomeText: string;
  logoUrl: string | null;
  title: string;
  theme: 'auto' | 'light' | 'dark';
  suggestedQuestions: string[];
  preChat: { fields: Asked[]; required: boolean } | null;
};

/** What a visitor may be asked for before its first message. */
export type Asked = 'name' | 'email';

export type PageEvent = 'open' | 'close' | 'message' | 'unread';

/** What the loader has made by the time the rest comes: both sides of the split know each other only by this. */
export type Host = {
  base: string;
  tenantId: string;
  config: WidgetConfig;
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  /** The loader's own, so that it is carried once. */
  drawing: typeof drawing;
  emit(name: PageEvent, value?: unknown): void;
};

/** What the rest of the widget lets the loader do with it. */
export type App = {
  open(): void;
  close(): void;
  toggle(): void;
  identify(details: Details): void;
  stop(how: { forget: boolean }): void;
};
