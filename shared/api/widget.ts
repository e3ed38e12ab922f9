import * as z from 'zod';
import { isPublicHttpUrl } from '../crawl/public-url.ts';
import { limits } from '../limits.ts';
import { Time, Visitor } from '../protocol/entities.ts';
import { text } from '../protocol/text.ts';
import { Email } from './auth.ts';
import { data, operation } from './operation.ts';
import { VisitorContextInput } from './visitors.ts';

const group = 'Widget';

/** A web origin as browsers send it: scheme, host and, where it is not the default, port. */
export const Origin = z
  .string()
  .trim()
  .max(limits.room.originChars)
  .transform((value, ctx) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (
      url &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      !url.search &&
      !url.hash &&
      !url.username &&
      // Origins are compared as they are: a pattern would match none.
      !url.hostname.includes('*')
    ) {
      return url.origin;
    }
    ctx.addIssue({
      code: 'custom',
      message: 'Must be an origin such as https://example.com, without a path.',
    });
    return z.NEVER;
  });

const Color = z
  .string()
  .trim()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Must be a colour such as #2563eb.');

const LogoUrl = z
  .string()
  .trim()
  .max(limits.text.urlChars)
  .refine(
    (value) => isPublicHttpUrl(value) && new URL(value).protocol === 'https:',
    'Must be a public https address.',
  );

const Tone = z.enum(['friendly', 'neutral', 'formal']);
const Language = z
  .string()
  .trim()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Must be a language tag such as en or pt-BR.');

export const AiSettings = z
  .object({
    enabled: z.boolean(),
    name: z.string(),
    instructions: z
      .string()
      .nullable()
      .meta({ description: 'What the bot should know and heed beside the knowledge.' }),
    tone: Tone,
    temperature: z.number(),
    maxTokens: z.int(),
    threshold: z.number().nullable().meta({
      description: 'How sure a search must be for the bot to answer, 0 to 1; null is the calibrated default.',
    }),
    languages: z
      .array(z.string())
      .meta({ description: 'Languages the bot may answer in; none listed: the visitor’s.' }),
    fallbackText: z.string().nullable().meta({ description: 'Said when the knowledge holds no answer.' }),
    handOffText: z.string().nullable().meta({ description: 'Said when a person takes over.' }),
    awayText: z
      .string()
      .nullable()
      .meta({ description: 'Said when a person is needed and nobody is online.' }),
  })
  .meta({ id: 'AiSettings' });
export type AiSettings = z.infer<typeof AiSettings>;

const cleared = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

const AiSettingsPatch = z.object({
  enabled: cleared(z.boolean()),
  name: cleared(text(limits.text.nameChars)),
  instructions: cleared(text(limits.text.instructionsChars)),
  tone: cleared(Tone),
  temperature: cleared(z.number().min(0).max(1)),
  maxTokens: cleared(z.int().min(limits.answer.minTokens).max(limits.answer.maxTokens)),
  threshold: cleared(z.number().min(0).max(1)),
  languages: cleared(z.array(Language).max(limits.answer.languages)),
  fallbackText: cleared(text(limits.text.welcomeChars)),
  handOffText: cleared(text(limits.text.welcomeChars)),
  awayText: cleared(text(limits.text.welcomeChars)),
});

const Theme = z.enum(['auto', 'light', 'dark']);
const preChatFields = ['name', 'email'] as const;

const PreChat = z
  .object({ fields: z.array(z.enum(preChatFields)), required: z.boolean() })
  .meta({ id: 'PreChat', description: 'What a visitor is asked for before its first message.' });

const PreChatInput = z.object({
  fields: z
    .array(z.enum(preChatFields))
    .min(1)
    .max(preChatFields.length)
    .refine((fields) => new Set(fields).size === fields.length, 'Must name each field once.'),
  required: z.boolean().default(false),
});

const shown = {
  color: z.string(),
  position: z.enum(['left', 'right']),
  welcomeText: z.string(),
  logoUrl: z.string().nullable(),
  title: z.string(),
  theme: Theme.meta({ description: '`auto` follows the visitor’s device.' }),
  suggestedQuestions: z.array(z.string()).meta({ description: 'Asked with one click.' }),
  preChat: PreChat.nullable(),
};

export const WidgetConfig = z
  .object({
    ...shown,
    allowedOrigins: z.array(z.string()),
    aiSettings: AiSettings,
    installed: z
      .object({ origin: z.string(), at: Time })
      .nullable()
      .meta({ description: 'The first site of the tenant’s own that loaded the widget.' }),
  })
  .meta({ id: 'WidgetConfig' });
export type WidgetConfig = z.infer<typeof WidgetConfig>;

/** Naming a field changes it, `null` puts it back to its default. */
export const WidgetPatch = z.object({
  color: Color.nullable().optional(),
  position: z.enum(['left', 'right']).nullable().optional(),
  welcomeText: text(limits.text.welcomeChars).nullable().optional(),
  logoUrl: LogoUrl.nullable().optional(),
  title: text(limits.text.titleChars).nullable().optional(),
  theme: cleared(Theme),
  suggestedQuestions: cleared(
    z.array(text(limits.text.suggestedQuestionChars)).max(limits.widget.suggestedQuestions),
  ),
  preChat: cleared(PreChatInput),
  allowedOrigins: z.array(Origin).max(limits.widget.allowedOrigins).nullable().optional(),
  aiSettings: cleared(AiSettingsPatch),
});
export type WidgetPatch = z.infer<typeof WidgetPatch>;

export const getWidget = operation({
  method: 'get',
  path: '/widget',
  group,
  access: 'operator',
  summary: 'The widget’s settings',
  responses: { 200: data(WidgetConfig) },
});

export const updateWidget = operation({
  method: 'put',
  path: '/widget',
  group,
  access: 'owner',
  summary: 'Change what is named in the widget’s settings; null clears',
  body: WidgetPatch,
  responses: { 200: data(WidgetConfig) },
});

export const Embed = z.object({
  embedCode: z.string(),
  tenantId: z.string(),
  identitySecret: z.string().meta({
    description: 'For your own server: sign (HS256) the identity of visitors you know. Keep it secret.',
  }),
});
export type Embed = z.infer<typeof Embed>;

export const getEmbed = operation({
  method: 'get',
  path: '/widget/embed',
  group,
  access: 'owner',
  summary: 'The line to paste into a page',
  responses: { 200: data(Embed) },
});

export const PublicWidget = z.object(shown).meta({ id: 'PublicWidget' });
export type PublicWidget = z.infer<typeof PublicWidget>;

export const getPublicWidget = operation({
  method: 'get',
  path: '/widget/public/:tenantId',
  group,
  access: 'public',
  summary: 'What a page needs to draw the widget',
  responses: { 200: data(PublicWidget) },
});

const VisitorSession = z.object({
  visitorToken: z.string(),
  visitor: Visitor,
  realtime: z.object({ url: z.string() }),
});
export type VisitorSession = z.infer<typeof VisitorSession>;

export const startVisitorSession = operation({
  method: 'post',
  path: '/widget/public/:tenantId/sessions',
  group,
  access: 'public',
  summary: 'Begin as a visitor, or go on as one with the visitor’s own token',
  body: z.object({
    name: text(limits.text.nameChars).optional(),
    email: Email.optional(),
    ...VisitorContextInput,
    identity: z.string().min(1).max(limits.text.identityTokenChars).optional().meta({
      description:
        'A JWT (HS256; sub, exp at most 1 h ahead; name and email optional) signed by the tenant’s server.',
    }),
  }),
  responses: { 201: data(VisitorSession) },
});
