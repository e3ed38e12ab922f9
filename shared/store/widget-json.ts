import { sql } from 'drizzle-orm';

/** What a widget is until its tenant says otherwise; the title's default is the company's name. */
export const widgetDefaults = {
  color: '#2563eb',
  position: 'right',
  welcomeText: 'Hello! How can we help?',
  theme: 'auto',
  aiSettings: {
    enabled: false,
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
} as const;

const look = sql`'color', coalesce(w.color, ${widgetDefaults.color}),
  'position', coalesce(w.position, ${widgetDefaults.position}),
  'welcomeText', coalesce(w.welcome_text, ${widgetDefaults.welcomeText}),
  'logoUrl', w.logo_url, 'title', coalesce(w.title, t.company_name), 'theme', coalesce(w.theme, ${widgetDefaults.theme}),
  'suggestedQuestions', json(w.suggested_questions), 'preChat', json(w.pre_chat)`;

/** Aliases: w widgets, t tenants. */
export const publicWidgetJson = sql`json_object(${look})`;

/** All of a tenant's settings for the bot, with the defaults of those it has not set. */
export const aiSettingsJson = sql`json_patch(${JSON.stringify(widgetDefaults.aiSettings)}, w.ai_settings)`;

const installedJson = sql`json(CASE WHEN w.installed_at IS NULL THEN 'null'
  ELSE json_object('origin', w.installed_on, 'at', w.installed_at) END)`;

export const widgetJson = sql`json_object(${look}, 'allowedOrigins', json(w.allowed_origins),
  'aiSettings', json(${aiSettingsJson}), 'installed', ${installedJson})`;
