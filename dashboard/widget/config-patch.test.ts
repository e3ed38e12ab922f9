import { expect, it } from 'vitest';
import type { WidgetConfig } from '../../shared/api/widget.ts';
import { configPatch } from './config-patch.ts';

const config = {
  color: '#2563eb',
  title: 'Acme',
  welcomeText: 'Hello!',
  logoUrl: null,
  allowedOrigins: ['https://a.example'],
  aiSettings: { enabled: true, name: 'Bot', instructions: null, languages: [] },
} as unknown as WidgetConfig;

it('names what has changed, of the widget and of the bot, and nothing else', () => {
  expect(configPatch(config, structuredClone(config))).toBeNull();
  expect(configPatch(config, { ...config, title: ' Acme ' })).toBeNull();
  const installed = { origin: 'https://a.example', at: '2026-01-01T00:00:00.000Z' };
  expect(configPatch({ ...config, installed }, config)).toBeNull();
  expect(configPatch(config, { ...config, color: '#000000', allowedOrigins: [] })).toEqual({
    color: '#000000',
    allowedOrigins: [],
  });
  expect(configPatch(config, { ...config, aiSettings: { ...config.aiSettings, enabled: false } })).toEqual({
    aiSettings: { enabled: false },
  });
});

it('clears what was emptied', () => {
  const aiSettings = { ...config.aiSettings, instructions: '' };
  expect(configPatch(config, { ...config, welcomeText: '  ', logoUrl: '', aiSettings })).toEqual({
    welcomeText: null,
  });
});
