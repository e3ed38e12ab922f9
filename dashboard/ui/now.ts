import { signal } from '@preact/signals';

const everyMs = 30_000;

/** The time, as exactly as lists need it. */
export const nowMs = signal(Date.now());

const tick = () => {
  nowMs.value = Date.now();
};
setInterval(tick, everyMs);
// A page that slept shows the right time as soon as it is looked at.
addEventListener('focus', tick);
document.addEventListener('visibilitychange', tick);
