import { signal } from '@preact/signals';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'chatly-theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** How the dashboard looks: as the system says, or as its user fixed it in this browser. */
export const theme = signal<Theme>(kept());

/** Puts the theme on the page, now and whenever the system changes its mind; the colours are in ui/tokens.css. */
export function startTheme(): void {
  systemIsDark.addEventListener('change', show);
  show();
}

export function setTheme(next: Theme): void {
  theme.value = next;
  try {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  } catch {
    // Where nothing can be kept it holds until the page is left.
  }
  show();
}

function show(): void {
  const system = systemIsDark.matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme.value === 'system' ? system : theme.value;
}

function kept(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}
