import * as z from 'zod';
import { limits } from '../limits.ts';
import { Language, Page, TimeZone, Visitor, VisitorProfile, text } from '../protocol/index.ts';
import { Email } from './auth.ts';
import { data, operation } from './operation.ts';

const group = 'Visitors';

/** What a visitor's browser says of where its person is. */
export const VisitorContextInput = {
  page: Page.optional(),
  language: Language.optional(),
  timezone: TimeZone.optional(),
};

export const VisitorPatch = z
  .object({
    name: text(limits.text.nameChars).optional(),
    email: Email.optional(),
    ...VisitorContextInput,
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    message: 'Name at least one of name, email, page, language, timezone.',
  });
export type VisitorPatch = z.infer<typeof VisitorPatch>;

export const updateVisitor = operation({
  method: 'patch',
  path: '/visitors/me',
  group,
  access: 'visitor',
  summary: 'Say who and where one is; what the tenant’s server vouched for stays as it is (403)',
  body: VisitorPatch,
  responses: { 200: data(Visitor) },
});

export const getVisitor = operation({
  method: 'get',
  path: '/visitors/:id',
  group,
  access: 'operator',
  summary: 'A visitor: name, last page, language, time zone, first and last seen',
  responses: { 200: data(VisitorProfile) },
});
