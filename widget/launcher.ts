import { readableOn, textOn } from './contrast.ts';
import type { WidgetConfig } from './host.ts';
import css from './loader.css';
import { drawing } from './svg.ts';

const bubble = 'M21 11.5a8.5 8.5 0 0 1-12.3 7.6L3 21l1.9-5.7A8.5 8.5 0 1 1 21 11.5z';
const chevron = 'M6 9l6 6 6-6';

/** Draws the button that opens the chat, and the place for what is wrong with it. */
export function drawLauncher(root: ShadowRoot, { color, position, title }: WidgetConfig) {
  const sheet = new CSSStyleSheet();
  // The surfaces on which the tenant's colour must be readable are those of view/panel.css.
  const accents = `--accent-light:${readableOn(color, '#ffffff')};--accent-dark:${readableOn(color, '#1b1d21')}`;
  sheet.replaceSync(`${css}:host{--brand:${color};--on:${textOn(color)};${accents}}`);
  root.adoptedStyleSheets = [sheet];
  const trouble = document.createElement('div');
  trouble.className = `trouble ${position}`;
  trouble.setAttribute('role', 'alert');
  const launcher = document.createElement('button');
  launcher.className = `launcher ${position}`;
  launcher.setAttribute('aria-label', title);
  launcher.setAttribute('aria-expanded', 'false');
  launcher.setAttribute('aria-haspopup', 'dialog');
  launcher.append(drawing(bubble, 'closed'), drawing(chevron, 'opened'));
  root.append(trouble, launcher);
  return { launcher, trouble };
}
